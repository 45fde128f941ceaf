import { CasualtyError } from "../error.js";
import type { CalendarText } from "./calendar-text.js";
import { civilOfDay, dayOfCivil, isCivilDay } from "./civil-day.js";
import { isHyphenAt, readDigits, writeTwoDigits, writeYear } from "./digits.js";
import { checkWhole, dateUnreal, outOfRange, shown } from "./fault.js";

/**
 * A day of the calendar as text, `YYYY-MM-DD`: Gregorian throughout, years 0001 to 9999, no time of day and no time zone.
 *
 * The order of the texts is the order of the days, so `<` and `>` compare them.
 */
export type CalendarDate = CalendarText<"day">;

const firstDayNumber = -719_162; // 0001-01-01
const lastDayNumber = 2_932_896; // 9999-12-31

/**
 * The text as a calendar date.
 *
 * Throws `date-malformed` where it is not written `YYYY-MM-DD`, and `date-unreal` where there is no such day.
 *
 * @example
 * calendarDate("2021-07-17") // "2021-07-17"
 */
export function calendarDate(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw dateFault(text);
}

/**
 * Whether a value is a day written `YYYY-MM-DD` that is in the calendar; false for anything but such a text.
 *
 * @example
 * isCalendarDate("2024-02-29") // true
 * isCalendarDate("2021-02-29") // false
 * isCalendarDate(null) // false
 */
export function isCalendarDate(value: unknown): value is CalendarDate {
  return (
    typeof value === "string" &&
    value.length === 10 &&
    isHyphenAt(value, 4) &&
    isHyphenAt(value, 7) &&
    isCivilDay(readDigits(value, 0, 4), readDigits(value, 5, 7), readDigits(value, 8, 10))
  );
}

/**
 * The whole days from 1970-01-01 to a date, negative before it.
 *
 * Throws as `calendarDate` does where a caller without types hands in another text.
 *
 * @example
 * dayNumber(calendarDate("1970-01-01")) // 0
 * dayNumber(calendarDate("1969-12-31")) // -1
 * dayNumber(calendarDate("2021-07-01")) // 18809
 */
export function dayNumber(date: CalendarDate): number {
  const text = calendarDate(date);
  return dayOfCivil(readDigits(text, 0, 4), readDigits(text, 5, 7), readDigits(text, 8, 10));
}

/**
 * The date that lies this many whole days after 1970-01-01: the inverse of `dayNumber`.
 *
 * Throws `calendar-out-of-range` outside of −719162 (0001-01-01) to 2932896 (9999-12-31), and `count-not-whole` for a
 * fraction or `NaN`.
 *
 * @example
 * dateOfDayNumber(18809) // "2021-07-01"
 */
export function dateOfDayNumber(number: number): CalendarDate {
  checkWhole("A day number", number);
  if (number < firstDayNumber || number > lastDayNumber) throw outOfRange(`Day ${number}`);
  const { year, month, day } = civilOfDay(number);
  // Within the range checked above this is a day of the calendar by construction.
  return `${writeYear(year)}-${writeTwoDigits(month)}-${writeTwoDigits(day)}` as CalendarDate;
}

/**
 * The date this many whole days after a date, or before it where `days` is negative.
 *
 * Throws `calendar-out-of-range` where the result leaves the years 0001 to 9999, and `count-not-whole` for a fraction.
 *
 * @example
 * addDays(calendarDate("2021-07-31"), 1) // "2021-08-01"
 * addDays(calendarDate("2021-03-01"), -1) // "2021-02-28"
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  checkWhole("A number of days", days);
  return dateOfDayNumber(dayNumber(date) + days);
}

/**
 * The whole days from one date to another: `to` minus `from`, zero for the same day, negative where `to` comes first.
 *
 * Throws as `calendarDate` does where a caller without types hands in another text.
 *
 * @example
 * daysBetween(calendarDate("2021-07-01"), calendarDate("2021-07-31")) // 30
 * daysBetween(calendarDate("2021-07-31"), calendarDate("2021-07-01")) // -30
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

function dateFault(value: unknown): CasualtyError<"date-malformed" | "date-unreal"> {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dateUnreal(value);
  return new CasualtyError(
    "date-malformed",
    `${shown(value)} is not a calendar date: write four digits for the year and two each for month and day, ` +
      `without a time of day, as in "2021-07-01".`,
    { text: String(value) },
  );
}
