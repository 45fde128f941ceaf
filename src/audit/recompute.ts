import { calendarDate, dateOfDayNumber } from "../calendar/calendar-date.js";
import { hasWholeMonths, monthsOfPeriod, type Period, periodBetween } from "../calendar/period.js";
import type { MassacreTable } from "../report/massacre-table.js";
import type { MonthlyReport } from "../report/monthly-report.js";
import { at, type Cell } from "../tally/read.js";
import type { AnyTally, Tally } from "../tally/tally.js";
import type { Box } from "./box.js";
import { isSubset, type KeySet } from "./key-set.js";

/** A count from records for a cell, or why they give none. */
type Recomputed = { readonly count: number } | { readonly reason: string };

/** Counts the cells of figures from records. */
export type Recount = (box: Box) => Recomputed;

/** How a tally or a report counts cells; `populations` are those that the published report counts. */
export function recountBy(counted: AnyTally | MonthlyReport, populations: KeySet): Recount {
  return (box) => {
    if (!isWholePopulation(box.sets.population, populations))
      return { reason: "the records are of one population" };
    if (box.sets.incident !== null) return { reason: "incidents of the text have no id in the records" };
    if (box.sets.controlledBy !== null) return { reason: "the records do not say who controlled the area" };
    if (counted.kind === "monthly-report") return recountReport(counted, box);
    if (box.unit !== "persons" || box.inMassacres) return { reason: "a tally of persons holds no massacres" };
    return recountTally(counted, box, null);
  };
}

function isWholePopulation(population: KeySet, populations: KeySet): boolean {
  return population === null || (populations !== null && isSubset(populations, population));
}

function recountReport(report: MonthlyReport, box: Box): Recomputed {
  const days = daysOf(box);
  const { start, end } = report.yearToDate;
  const isYearToDate = days.start === start && days.end === end;
  if (box.unit === "incidents") return { reason: "the report counts no incidents" };
  if (box.unit === "persons" && !box.inMassacres)
    return recountTally(report.tally, box, isYearToDate ? "yearToDate" : null);
  const isMonth = hasWholeMonths(days) && monthsOfPeriod(days).join() === report.month;
  if (!isMonth && !isYearToDate)
    return { reason: "the records give massacres of the month and since January only" };
  return recountMassacres(isMonth ? report.massacres.month : report.massacres.sinceJanuary, box);
}

function recountMassacres(table: MassacreTable, box: Box): Recomputed {
  if (box.sets.place !== null || box.sets.means !== null)
    return { reason: "the records give massacres by perpetrator only" };
  const { perpetrator } = box.sets;
  const rows = table.rows.filter(({ key }) => perpetrator === null || perpetrator.includes(key));
  if (box.unit === "massacres") return { count: rows.reduce((sum, { massacres }) => sum + massacres, 0) };
  const parts = rows.map(({ toll }) => countIn(toll, box));
  const failed = parts.find((part) => "reason" in part);
  if (failed !== undefined) return failed;
  return { count: parts.reduce((sum, part) => sum + ("count" in part ? part.count : 0), 0) };
}

function recountTally(tally: AnyTally, box: Box, whole: "yearToDate" | null): Recomputed {
  const selection: Record<string, string[]> = {};
  const names = new Map(tally.dimensions.map(({ name, keys }) => [name, keys]));
  for (const name of ["perpetrator", "place", "means"] as const) {
    const wanted = box.sets[name];
    if (wanted === null) continue;
    const keys = names.get(name);
    if (keys === undefined) return { reason: `the records are not counted by ${name}` };
    // A key that the tally does not have is one of which it counts nobody.
    const known = wanted.filter((key) => keys.includes(key));
    if (known.length === 0) return { count: 0 };
    selection[name] = known;
  }
  if (whole !== null) {
    selection[whole] = ["inside"];
  } else {
    const days = daysOf(box);
    const months = names.get("month");
    const wanted = hasWholeMonths(days) ? monthsOfPeriod(days).map(String) : [];
    if (months === undefined || wanted.length === 0 || !wanted.every((month) => months.includes(month)))
      return { reason: "the records are not counted for this period" };
    selection["month"] = wanted;
  }
  // The dimensions were looked up by their names, and counts are the measure of every report.
  const read = at(tally as unknown as Tally, selection);
  return countIn(read, box);
}

/** The count of a cell, or of the categories that a box asks for. */
function countIn({ count, including }: Cell, { sets, categories }: Box): Recomputed {
  const people = sets.demographic;
  if (people !== null && categories.length > 0) return { reason: "the records give one category at a time" };
  if (categories.length > 1) return { reason: "the records give one category at a time" };
  const wanted = people ?? categories;
  if (wanted.length === 0) return { count };
  let sum = 0;
  for (const key of wanted) {
    const part = including[key];
    if (part === undefined) return { reason: `the records are not counted by ${key}` };
    sum += part.part;
  }
  return { count: sum };
}

function daysOf({ start, end }: Box): Period {
  return periodBetween(calendarDate(dateOfDayNumber(start)), calendarDate(dateOfDayNumber(end - 1)));
}
