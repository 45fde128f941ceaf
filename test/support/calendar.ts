import fc from "fast-check";
import { type CalendarDate, calendarDate } from "../../src/calendar/calendar-date.js";
import { type Month, month } from "../../src/calendar/month.js";
import { isPartialDate, type PartialDate, partialDate } from "../../src/calendar/partial-date.js";
import { type Period, periodBetween } from "../../src/calendar/period.js";
import { CasualtyError } from "../../src/error.js";

/** The first and the last day number of the calendar, 0001-01-01 and 9999-12-31. */
export const dayNumberRange = { min: -719_162, max: 2_932_896 };

const millisecondsPerDay = 86_400_000;

/** The text of a day by JavaScript's own calendar: the oracle against which the library's is tested. */
export function textOfDay(number: number): string {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The number of a day by JavaScript's own calendar. */
export function numberOfText(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / millisecondsPerDay;
}

/** Every day from one to another, both included, as texts by JavaScript's own calendar. */
export function textsOfDays(start: string, end: string): string[] {
  const first = numberOfText(start);
  return Array.from({ length: numberOfText(end) - first + 1 }, (_, index) => textOfDay(first + index));
}

/** The error of the library that a call throws; fails where it throws none, or another. */
export function faultOf(run: () => unknown): CasualtyError {
  try {
    run();
  } catch (error) {
    // `instanceof` narrows to any code at all, which is what `CasualtyError` says by default.
    if (error instanceof CasualtyError) return error as CasualtyError;
    throw error;
  }
  throw new Error("expected a CasualtyError, nothing was thrown");
}

/** Day numbers of the whole calendar, every second one from the years 2011 to 2025. */
export function dayNumbers(): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer(dayNumberRange),
    fc.integer({ min: numberOfText("2011-01-01"), max: numberOfText("2025-12-31") }),
  );
}

/** Days of the whole calendar, every second one from the years 2011 to 2025. */
export function calendarDates(): fc.Arbitrary<CalendarDate> {
  return dayNumbers().map((number) => calendarDate(textOfDay(number)));
}

/** Months of the whole calendar, every second one from the years 2011 to 2025. */
export function months(): fc.Arbitrary<Month> {
  return calendarDates().map((date) => month(date.slice(0, 7)));
}

/** Days, months and years of the whole calendar, without intervals. */
export function simpleDates(dates = calendarDates()): fc.Arbitrary<PartialDate> {
  return fc
    .tuple(dates, fc.constantFrom(4, 7, 10))
    .map(([date, length]) => partialDate(date.slice(0, length)));
}

/** Partial dates of every form: days, months, years, and intervals of any two of them. */
export function partialDates(dates = calendarDates()): fc.Arbitrary<PartialDate> {
  const intervals = fc
    .tuple(simpleDates(dates), simpleDates(dates))
    .map(([one, other]) =>
      partialDate(isPartialDate(`${one}/${other}`) ? `${one}/${other}` : `${other}/${one}`),
    );
  return fc.oneof(simpleDates(dates), intervals);
}

/** Periods of every length from one day to the whole calendar, every second one of whole months. */
export function periods(dates = calendarDates()): fc.Arbitrary<Period> {
  return fc.tuple(dates, dates, fc.boolean()).map(([one, other, whole]) => {
    const [start, end] = one <= other ? [one, other] : [other, one];
    return whole ? wholeMonthsBetween(start, end) : periodBetween(start, end);
  });
}

/** Days of two neighbouring years anywhere in the calendar: close enough that they meet, and few enough to be enumerated. */
export function neighbouringDates(): fc.Arbitrary<fc.Arbitrary<CalendarDate>> {
  return fc.integer({ min: 1, max: 9998 }).map((year) =>
    fc
      .integer({
        min: numberOfText(`${yearText(year)}-01-01`),
        max: numberOfText(`${yearText(year + 1)}-12-31`),
      })
      .map((number) => calendarDate(textOfDay(number))),
  );
}

function wholeMonthsBetween(start: CalendarDate, end: CalendarDate): Period {
  const lastDay = new Date(numberOfText(`${end.slice(0, 7)}-01`) * millisecondsPerDay);
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  return periodBetween(
    calendarDate(`${start.slice(0, 7)}-01`),
    calendarDate(lastDay.toISOString().slice(0, 10)),
  );
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}
