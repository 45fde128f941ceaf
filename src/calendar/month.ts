import { CasualtyError } from "../error.js";
import { type CalendarDate, calendarDate } from "./calendar-date.js";
import type { CalendarText } from "./calendar-text.js";
import { daysInCivilMonth, isCivilMonth } from "./civil-day.js";
import { isHyphenAt, readDigits, writeTwoDigits, writeYear } from "./digits.js";
import { checkWhole, dateUnreal, outOfRange, shown } from "./fault.js";

/** A month of the calendar as text, `YYYY-MM`, years 0001 to 9999. The order of the texts is the order of the months. */
export type Month = CalendarText<"month">;

/**
 * The text as a month.
 *
 * Throws `month-malformed` where it is not written `YYYY-MM`, and `date-unreal` where there is no such month.
 *
 * @example
 * month("2021-07") // "2021-07"
 */
export function month(text: string): Month {
  if (isMonth(text)) return text;
  throw monthFault(text);
}

/**
 * Whether a value is a month written `YYYY-MM` that is in the calendar; false for anything but such a text.
 *
 * @example
 * isMonth("2021-07") // true
 * isMonth("2021-13") // false
 * isMonth("2021-07-01") // false
 */
export function isMonth(value: unknown): value is Month {
  return (
    typeof value === "string" &&
    value.length === 7 &&
    isHyphenAt(value, 4) &&
    isCivilMonth(readDigits(value, 0, 4), readDigits(value, 5, 7))
  );
}

/**
 * The month that a date lies in.
 *
 * Throws as `calendarDate` does where a caller without types hands in another text.
 *
 * @example
 * monthOf(calendarDate("2021-07-17")) // "2021-07"
 */
export function monthOf(date: CalendarDate): Month {
  // A date that is in the calendar begins with its month.
  return calendarDate(date).slice(0, 7) as Month;
}

/**
 * The whole months from January 1970 to a month, negative before it: what `dayNumber` is for days.
 *
 * Throws as `month` does where a caller without types hands in another text.
 *
 * @example
 * monthNumber(month("1970-01")) // 0
 * monthNumber(month("2021-07")) // 618
 */
export function monthNumber(value: Month): number {
  const text = month(value);
  return (readDigits(text, 0, 4) - 1970) * 12 + readDigits(text, 5, 7) - 1;
}

/**
 * The month this many whole months after a month, or before it where `months` is negative.
 *
 * Throws `calendar-out-of-range` where the result leaves the years 0001 to 9999, and `count-not-whole` for a fraction.
 *
 * @example
 * addMonths(month("2021-11"), 3) // "2022-02"
 * addMonths(month("2021-01"), -1) // "2020-12"
 */
export function addMonths(value: Month, months: number): Month {
  checkWhole("A number of months", months);
  const sinceYear0 = monthNumber(value) + 1970 * 12 + months;
  const year = Math.floor(sinceYear0 / 12);
  if (year < 1 || year > 9999) {
    throw outOfRange(`${value} ${months < 0 ? "minus" : "plus"} ${Math.abs(months)} months`);
  }
  // The year was checked above, and the remainder is a month.
  return `${writeYear(year)}-${writeTwoDigits(sinceYear0 - year * 12 + 1)}` as Month;
}

/**
 * The number of days of a month: 28 to 31. Compare rates per day, not totals, between months of different length.
 *
 * Throws as `month` does where a caller without types hands in another text.
 *
 * @example
 * daysInMonth(month("2021-07")) // 31
 * daysInMonth(month("2024-02")) // 29
 */
export function daysInMonth(value: Month): number {
  const text = month(value);
  return daysInCivilMonth(readDigits(text, 0, 4), readDigits(text, 5, 7));
}

function monthFault(value: unknown): CasualtyError<"month-malformed" | "date-unreal"> {
  if (typeof value === "string" && /^\d{4}-\d{2}$/.test(value)) return dateUnreal(value);
  return new CasualtyError(
    "month-malformed",
    `${shown(value)} is not a month: write four digits for the year and two for the month, as in "2021-07".`,
    { text: String(value) },
  );
}
