import { type CalendarDate, calendarDate, isCalendarDate } from "./calendar-date.js";
import type { CalendarText } from "./calendar-text.js";
import { readDigits } from "./digits.js";
import { daysInMonth, isMonth, type Month } from "./month.js";

/** A year, a month or a day: what partial dates and periods are written with. */
export type SimpleDate = CalendarText<"day" | "month" | "year">;

/** The two ends of an interval; both the same where only one is written. */
export interface Ends<Text extends string> {
  readonly left: Text;
  readonly right: Text;
}

/** Whether a text is a year `YYYY`, a month `YYYY-MM` or a day `YYYY-MM-DD` that is in the calendar. */
function isSimpleDate(text: string): text is SimpleDate {
  return isCalendarDate(text) || isMonth(text) || (text.length === 4 && readDigits(text, 0, 4) >= 1);
}

/** The first day of a year or month; a day itself. */
export function firstDayOf(date: SimpleDate): CalendarDate {
  if (isDay(date)) return date;
  return calendarDate(isInMonths(date) ? `${date}-01` : `${date}-01-01`);
}

/** The last day of a year or month; a day itself. */
export function lastDayOf(date: SimpleDate): CalendarDate {
  if (isDay(date)) return date;
  return calendarDate(isInMonths(date) ? `${date}-${daysInMonth(date)}` : `${date}-12-31`);
}

// The forms of a text that was checked differ by their length.
function isDay(date: SimpleDate): date is CalendarDate {
  return date.length === 10;
}

function isInMonths(date: SimpleDate): date is Month {
  return date.length === 7;
}

/** A text cut at its first slash. What stands on either side is not looked at. */
export function splitEnds(text: string): Ends<string> {
  const slash = text.indexOf("/");
  return slash < 0
    ? { left: text, right: text }
    : { left: text.slice(0, slash), right: text.slice(slash + 1) };
}

/** Whether both ends are years, months or days that are in the calendar, in whatever order. */
export function areSimpleDates(ends: Ends<string>): ends is Ends<SimpleDate> {
  return isSimpleDate(ends.left) && (ends.left === ends.right || isSimpleDate(ends.right));
}

/** Of two ends that are written as dates, the first that is not in the calendar; `null` where there is none to blame. */
export function unrealEndOf({ left, right }: Ends<string>): string | null {
  const isWritten = (text: string) => /^\d{4}(-\d{2}){0,2}$/.test(text);
  if (!isWritten(left) || !isWritten(right)) return null;
  return [left, right].find((text) => !isSimpleDate(text)) ?? null;
}
