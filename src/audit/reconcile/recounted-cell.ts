import { calendarDate, dateOfDayNumber } from "../../calendar/calendar-date.js";
import { type Period, periodBetween } from "../../calendar/period.js";
import type { Cell } from "../../tally/read.js";
import type { Box } from "../cells/box.js";

/** The parts of counts by category. */
type Parts = Readonly<Record<string, { readonly part: number } | undefined>>;

/** The categories that a cell asks for, of which the records have one number; or why they have none. */
export function categoriesOf(
  { sets, categories }: Box,
  known: readonly string[],
): { readonly keys: readonly string[] } | { readonly reason: string } {
  const people = sets.demographic;
  if (categories.length > 1 || (people !== null && categories.length > 0))
    return { reason: "the records give one category at a time" };
  const keys = people ?? categories;
  const missing = keys.find((key) => !known.includes(key));
  return missing === undefined ? { keys } : { reason: `the records are not counted by ${missing}` };
}

/** Those of a count who are of any of these categories, of which nobody is of two; all of it if none is asked for. */
export function countIn(
  { count, including }: Pick<Cell, "count" | "including">,
  keys: readonly string[],
): number {
  return keys.length === 0 ? count : partsOf(including, keys);
}

/** With those who may be of these categories: nobody is counted twice, so that it is never above the count. */
export function mostIn(
  { count, including }: Pick<Cell, "count" | "including">,
  mayInclude: Parts,
  keys: readonly string[],
): number {
  return keys.length === 0 ? count : Math.min(count, partsOf(including, keys) + partsOf(mayInclude, keys));
}

function partsOf(parts: Parts, keys: readonly string[]): number {
  return keys.reduce((sum, key) => sum + (parts[key]?.part ?? 0), 0);
}

/** The days of a cell. */
export function daysOf({ start, end }: Box): Period {
  return periodBetween(calendarDate(dateOfDayNumber(start)), calendarDate(dateOfDayNumber(end - 1)));
}
