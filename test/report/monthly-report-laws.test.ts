import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { percentOf } from "../../src/number/percent.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { type MonthlyReport, monthlyReport } from "../../src/report/monthly-report.js";
import { at, total } from "../../src/tally/read.js";
import { deepFreeze } from "../support/codebook.js";
import { type ReportCase, reportCases } from "../support/report.js";
import { periodsOf, tablesOf } from "./tables-of.js";

/** Expects two values to be strictly equal, which Node tells much faster than the assertion that shows the difference. */
function same(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}

/** How many of a category a cell includes. */
function partOf(
  { including }: { readonly including: Readonly<Record<string, { readonly part: number }>> },
  category: string,
): number {
  return including[category]?.part ?? Number.NaN;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
const countsOf = (rows: readonly { readonly count: number }[]): number => sum(rows.map(({ count }) => count));

/** What holds of every report, by name. */
const laws: Readonly<Record<string, (report: MonthlyReport, one: ReportCase) => void>> = {
  "received = rejected + excluded + counted, and counted = inMonth + earlierInYear + undated + outside": (
    report,
    { rows, parsed },
  ) => {
    const { accounting, excluded } = report;
    expect(accounting.received).toBe(rows.victims.length);
    expect(accounting.rejected + accounting.excluded + accounting.counted).toBe(accounting.received);
    expect(accounting.excluded + accounting.counted).toBe(parsed.victims.length);
    expect(sum(Object.values(accounting.excludedBy))).toBe(accounting.excluded);
    expect(excluded.length).toBe(accounting.excluded);
    const { inMonth, earlierInYear, undated, outside } = accounting;
    expect(inMonth + earlierInYear + undated + outside).toBe(accounting.counted);
    expect(Math.min(inMonth, earlierInYear, undated, outside)).toBeGreaterThanOrEqual(0);
    expect(total(report.tally).count).toBe(accounting.counted);
  },

  "the toll since January is that of the months and of those who span months, in each of its parts": (
    report,
  ) => {
    const { months, toll } = report;
    const parts = [...months, toll.spanningMonths];
    expect(countsOf(parts)).toBe(toll.sinceJanuary.count);
    for (const category of report.tally.inclusions) {
      expect(sum(parts.map((part) => partOf(part, category)))).toBe(partOf(toll.sinceJanuary, category));
    }
    expect(months.at(-1)?.sinceJanuary).toBe(countsOf(months));
    expect(months.at(-1)).toMatchObject({
      ...toll.month,
      month: report.month,
      comparedWithReported: "equal",
    });
  },

  "the rows of each table add to its whole, which is the denominator of every row": (report) => {
    for (const { name, rows, whole } of tablesOf(report)) {
      expect(countsOf(rows), name).toBe(whole);
      same(
        rows.map(({ share }) => share),
        rows.map(({ count }) => ({ part: count, whole })),
      );
    }
  },

  "the apportioned shares of each table add to 100, none of them a unit off": (report) => {
    const { digits } = report.print;
    for (const { name, rows, whole } of tablesOf(report)) {
      same(
        rows.map(({ apportioned }) => apportioned.adjusted),
        rows.map(({ percent, apportioned }) => apportioned.text !== percent),
      );
      if (whole === 0) continue;
      const units = rows.map(({ apportioned }) => Number(apportioned.text.replace(/[.%]/g, "")));
      expect(sum(units), name).toBe(100 * 10 ** digits);
      for (const [nth, { share }] of rows.entries()) {
        const rounded = (["down", "up"] as const).map((rounding) => percentOf(share, { rounding, digits }));
        const printed = { kind: "percent", units: units[nth], digits };
        if (!rounded.some((one) => isDeepStrictEqual(one, printed))) expect(rounded).toContainEqual(printed);
      }
    }
  },

  "sections are the sums of their perpetrators and sources, in each of their parts": (report) => {
    for (const { tables } of periodsOf(report)) {
      for (const section of tables.sections) {
        const { key, count } = section;
        const members = tables.perpetrators.filter((row) => row.section === key);
        expect(countsOf(members)).toBe(count);
        for (const category of report.tally.inclusions) {
          expect(sum(members.map((row) => partOf(row, category)))).toBe(partOf(section, category));
        }
      }
    }
  },

  "an alliance is the sum of its members": (report) => {
    for (const { tables, toll } of periodsOf(report)) {
      for (const { members, count, share } of tables.alliances) {
        expect(count).toBe(countsOf(tables.perpetrators.filter(({ key }) => members.includes(key))));
        expect(share).toEqual({ part: count, whole: toll });
      }
    }
  },

  "the presumed of a row are at most the row, and together those that the tally presumes": (report) => {
    for (const { tables, period } of periodsOf(report)) {
      for (const { count, presumed } of tables.perpetrators)
        expect(presumed.count).toBeLessThanOrEqual(count);
      const where = period === "month" ? { month: report.month } : { yearToDate: "inside" as const };
      expect(countsOf(tables.perpetrators.map(({ presumed }) => presumed))).toBe(
        at(report.tally, { ...where, attribution: "presumed" }).count,
      );
    }
  },

  "the presumed of the month are those of the open cases": ({ perpetrators, openCases }) => {
    expect(countsOf(openCases.map(({ killed }) => killed))).toBe(
      countsOf(perpetrators.map(({ presumed }) => presumed)),
    );
  },

  "each category is at most its toll, in every cell of every table, and the month at most the year": (
    report,
  ) => {
    const cells = [
      report.toll.month,
      report.toll.sinceJanuary,
      ...report.months,
      ...periodsOf(report).flatMap(({ tables }) => [
        ...tables.perpetrators,
        ...tables.sections,
        ...tables.alliances,
        ...tables.places,
        ...tables.means,
      ]),
      ...report.massacres.month.rows.map(({ toll }) => toll),
      ...report.massacres.sinceJanuary.entries.map(({ killed }) => killed),
    ];
    for (const { count, including } of cells) {
      const parts = Object.values(including);
      same(
        parts.map(({ whole }) => whole),
        parts.map(() => count),
      );
      expect(Math.max(0, ...parts.map(({ part }) => part))).toBeLessThanOrEqual(count);
    }
    for (const [category, { month, sinceJanuary }] of Object.entries(report.categories)) {
      expect(month.count).toBe(partOf(report.toll.month, category));
      expect(sinceJanuary.count).toBe(partOf(report.toll.sinceJanuary, category));
      expect(month.count).toBeLessThanOrEqual(sinceJanuary.count);
    }
    expect(report.toll.month.count).toBeLessThanOrEqual(report.toll.sinceJanuary.count);
  },

  "their toll is at least the threshold for each, and adds up by perpetrator and one by one": (report) => {
    const { threshold } = report.definitions.massacre;
    for (const table of [report.massacres.month, report.massacres.sinceJanuary]) {
      expect(table.toll.count).toBeGreaterThanOrEqual(threshold * table.massacres);
      expect(table.entries.length).toBe(table.massacres);
      expect(sum(table.rows.map(({ massacres }) => massacres))).toBe(table.massacres);
      expect(countsOf(table.rows.map(({ toll }) => toll))).toBe(table.toll.count);
      expect(countsOf(table.entries.map(({ killed }) => killed))).toBe(table.toll.count);
      for (const { toll, killed, counting } of table.entries) {
        expect(killed.count).toBe(toll);
        expect(counting).toBeGreaterThanOrEqual(threshold);
      }
      for (const { key, massacres } of table.rows) {
        expect(table.entries.filter(({ perpetrator }) => perpetrator === key).length).toBe(massacres);
      }
    }
  },

  "those of the month are among those since January": ({ massacres: { month, sinceJanuary } }) => {
    const all = sinceJanuary.entries.map(({ id }) => id);
    for (const entry of month.entries) {
      expect(sinceJanuary.entries[all.indexOf(entry.id)]).toEqual(entry);
    }
  },

  "it depends on no order of the rows": (report, { options, reordered }) => {
    same(monthlyReport(parseRecords(options.codebook, reordered), options), report);
  },

  "it is plain data: JSON and structured cloning give it back, and nothing in it is undefined": (report) => {
    same(JSON.parse(JSON.stringify(report)), report);
    same(structuredClone(report), report);
  },
};

// One property for all of them, since making records and a report takes longer than checking it.
test("every report keeps every law, and making it changes no input", () => {
  fc.assert(
    fc.property(reportCases(), (one) => {
      const { parsed, options } = one;
      const before = JSON.stringify([parsed, options]);
      const report = monthlyReport(deepFreeze(parsed), deepFreeze(options));
      expect(JSON.stringify([parsed, options])).toBe(before);
      for (const [name, holds] of Object.entries(laws)) {
        try {
          holds(report, one);
        } catch (cause) {
          throw new Error(name, { cause });
        }
      }
    }),
  );
});
