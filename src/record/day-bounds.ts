import { type PartialDate, spanOf } from "../calendar/partial-date.js";

/** The first day that a date can mean. Days are told from other dates by their length, which is quicker than to read them. */
export function firstDayOf(date: PartialDate): string {
  return date.length === 10 ? date : spanOf(date).start;
}

/** The last day that a date can mean. */
export function lastDayOf(date: PartialDate): string {
  return date.length === 10 ? date : spanOf(date).end;
}
