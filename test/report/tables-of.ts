import type { MonthlyReport } from "../../src/report/monthly-report.js";
import type { PeriodTables } from "../../src/report/period-tables.js";

/** A table of one of both periods, and what its rows shall add to. */
interface Table {
  readonly name: string;
  readonly rows: readonly {
    readonly count: number;
    readonly share: { readonly part: number; readonly whole: number | null };
    readonly percent: string;
    readonly apportioned: { readonly text: string; readonly adjusted: boolean };
  }[];
  readonly whole: number;
}

/** The tables of the month and those since January, with the toll of each. */
export function periodsOf(
  report: MonthlyReport,
): { tables: PeriodTables; toll: number; period: "month" | "sinceJanuary" }[] {
  return [
    { tables: report, toll: report.toll.month.count, period: "month" },
    { tables: report.sinceJanuary, toll: report.toll.sinceJanuary.count, period: "sinceJanuary" },
  ];
}

/** Every table whose rows add up to a whole. */
export function tablesOf(report: MonthlyReport): Table[] {
  const ofPersons = periodsOf(report).flatMap(({ tables, toll, period }) => [
    { name: `perpetrators ${period}`, rows: tables.perpetrators, whole: toll },
    { name: `sections ${period}`, rows: tables.sections, whole: toll },
    { name: `places ${period}`, rows: tables.places, whole: toll },
    { name: `means ${period}`, rows: tables.means, whole: toll },
    ...tables.perpetrators.map(({ key, count, recordedAs }) => ({
      name: `ascribed to ${key} ${period}`,
      rows: recordedAs,
      whole: count,
    })),
    ...tables.places.flatMap(({ key, count, perpetrators, recordedAs }) => [
      { name: `within ${key} ${period}`, rows: perpetrators, whole: count },
      { name: `recorded as ${key} ${period}`, rows: recordedAs, whole: count },
    ]),
  ]);
  const ofCategories = Object.entries(report.categories).flatMap(([category, { month, sinceJanuary }]) => [
    { name: category, rows: month.rows, whole: month.count },
    { name: `${category} since January`, rows: sinceJanuary.rows, whole: sinceJanuary.count },
  ]);
  return [...ofPersons, ...ofCategories];
}
