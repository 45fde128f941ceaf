import { CasualtyError, checkedObject } from "../error.js";
import { addDays, type CalendarDate, calendarDate, daysBetween } from "./calendar-date.js";
import { addMonths, isMonth, type Month, monthNumber, monthOf } from "./month.js";
import { readPeriod } from "./read-period.js";
import { firstDayOf, lastDayOf } from "./simple-date.js";

/** A stretch of days, both ends included. It holds at least one day. */
export interface Period {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/**
 * The period that a text names: a month `2021-07`, a year `2021`, a quarter `2021-Q3`, a half `2021-H1`, a day
 * `2021-07-15`, or any two of these with a slash between, both included: `2021-01-01/2021-07-31`, `2021-01/2021-07`.
 *
 * Throws `period-malformed` where it has none of these forms, `date-unreal` where a part of it is not in the calendar,
 * and `period-backwards` where the end comes before the start: an empty period cannot be written.
 *
 * @example
 * period("2021-07") // { start: "2021-07-01", end: "2021-07-31" }
 * period("2021-Q3") // { start: "2021-07-01", end: "2021-09-30" }
 * period("2021-01/2021-07-15") // { start: "2021-01-01", end: "2021-07-15" }
 */
export function period(text: string): Period {
  const { left, right } = readPeriod(text);
  return periodBetween(firstDayOf(left), lastDayOf(right));
}

/**
 * The period from a day to a day, both included.
 *
 * Throws `period-backwards` where the end comes before the start: an empty period cannot be written. Throws as
 * `calendarDate` does where a caller without types hands in another text.
 *
 * @example
 * periodBetween(calendarDate("2021-07-01"), calendarDate("2021-07-15")) // { start: "2021-07-01", end: "2021-07-15" }
 */
export function periodBetween(start: CalendarDate, end: CalendarDate): Period {
  if (calendarDate(start) <= calendarDate(end)) return { start, end };
  throw new CasualtyError(
    "period-backwards",
    `The period ends on ${end}, before it starts on ${start}: write the earlier day first. ` +
      `Both days belong to a period, so that an empty one cannot be written.`,
    { start, end },
  );
}

/**
 * A period as an ISO 8601 interval of two days, both included, which `period` reads back.
 *
 * Like every function of periods it throws `period-backwards` for one written by hand that ends before it starts, and
 * as `calendarDate` does where a caller without types hands in something else.
 *
 * @example
 * isoInterval(period("2021-07")) // "2021-07-01/2021-07-31"
 */
export function isoInterval(period: Period): string {
  const days = checkedPeriod(period, "isoInterval");
  return `${days.start}/${days.end}`;
}

/**
 * The period from 1 January through the end of a month, or through a day, of the same year.
 *
 * "Since the beginning of 2021 up to August 2021" is through July: the month named by *up to* is not in it.
 * Throws as `calendarDate` does for anything but a month or a day.
 *
 * @example
 * yearToDate(month("2021-07")) // { start: "2021-01-01", end: "2021-07-31" }
 * yearToDate(calendarDate("2021-07-15")) // { start: "2021-01-01", end: "2021-07-15" }
 */
export function yearToDate(through: Month | CalendarDate): Period {
  const end = isMonth(through) ? lastDayOf(through) : calendarDate(through);
  return periodBetween(calendarDate(`${end.slice(0, 4)}-01-01`), end);
}

/**
 * Every month that a period touches, in order, be it by a single day.
 *
 * @example
 * monthsOfPeriod(period("2021-Q1")) // ["2021-01", "2021-02", "2021-03"]
 * monthsOfPeriod(period("2020-12-31/2021-01-01")) // ["2020-12", "2021-01"]
 */
export function monthsOfPeriod(period: Period): Month[] {
  const days = checkedPeriod(period, "monthsOfPeriod");
  const first = monthOf(days.start);
  const count = monthNumber(monthOf(days.end)) - monthNumber(first) + 1;
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}

/**
 * The number of days of a period, both ends included: at least 1.
 *
 * @example
 * daysInPeriod(period("2021-07")) // 31
 * daysInPeriod(period("2021-07-15")) // 1
 */
export function daysInPeriod(period: Period): number {
  const days = checkedPeriod(period, "daysInPeriod");
  return daysBetween(days.start, days.end) + 1;
}

/**
 * Whether a period begins with the first and ends with the last day of a month, so that its months are whole.
 *
 * @example
 * hasWholeMonths(period("2021-Q1")) // true
 * hasWholeMonths(period("2021-01-01/2021-03-30")) // false
 */
export function hasWholeMonths(period: Period): boolean {
  const days = checkedPeriod(period, "hasWholeMonths");
  return days.start === firstDayOf(monthOf(days.start)) && days.end === lastDayOf(monthOf(days.end));
}

/**
 * The period of the same length directly before a period: as many months where its months are whole, otherwise as many days.
 *
 * Throws `calendar-out-of-range` where that begins before the year 0001.
 *
 * @example
 * previousPeriod(period("2021-Q1")) // { start: "2020-10-01", end: "2020-12-31" }
 * previousPeriod(period("2021-07")) // { start: "2021-06-01", end: "2021-06-30" }
 * previousPeriod(period("2021-07-08/2021-07-14")) // { start: "2021-07-01", end: "2021-07-07" }
 */
export function previousPeriod(period: Period): Period {
  const { start, end } = checkedPeriod(period, "previousPeriod");
  if (!hasWholeMonths(period))
    return periodBetween(addDays(start, -daysInPeriod(period)), addDays(start, -1));
  const months = monthsOfPeriod(period).length;
  return periodBetween(
    firstDayOf(addMonths(monthOf(start), -months)),
    lastDayOf(addMonths(monthOf(end), -months)),
  );
}

/** A period that a caller without types handed in, if it is one: see `periodBetween`. */
export function checkedPeriod(period: Period, whose: string): Period {
  const { start, end } = checkedObject(period, whose, "a period, as period gives it");
  return periodBetween(start, end);
}
