import { CasualtyError } from "../error.js";
import type { CalendarText } from "./calendar-text.js";
import { dateUnreal, shown } from "./fault.js";
import type { Period } from "./period.js";
import {
  areSimpleDates,
  type Ends,
  firstDayOf,
  lastDayOf,
  type SimpleDate,
  splitEnds,
  unrealEndOf,
} from "./simple-date.js";

/** How much of a partial date is known: a day, only the month, only the year, or two ends between which it lies. */
export type Precision = "day" | "month" | "year" | "interval";

/**
 * A date as far as it is known: `2013-05-07`, `2013-05`, `2013`, or any two of these as an interval `2013-05/2013-06-19`.
 *
 * An interval says that the day is not before the first day of its left end and not after the last day of its right end;
 * it is one day that is not known more closely, not a stretch of time. A date that is not known at all is `null`.
 * This is level 0 of the Extended Date/Time Format, ISO 8601-2, without times of day.
 */
export type PartialDate = CalendarText<Precision>;

/**
 * The text as a partial date.
 *
 * Throws `date-malformed` where it has none of the forms, `date-unreal` where a part of it is not in the calendar, and
 * `date-backwards` where an interval holds no day: its left end begins after its right end is over.
 * So `2021-07-15/2021-07`, "in July 2021, from the 15th on", is a date.
 *
 * @example
 * partialDate("2013-05") // "2013-05"
 * partialDate("2013-05/2013-06-19") // "2013-05/2013-06-19"
 */
export function partialDate(text: string): PartialDate {
  if (isPartialDate(text)) return text;
  throw partialDateFault(text);
}

/**
 * Whether a value is a date, as far as it is known, in one of the forms of `PartialDate`; false for `null`.
 *
 * @example
 * isPartialDate("2013") // true
 * isPartialDate("2013-05-07/2013-05") // true
 * isPartialDate("2013-06/2013-05") // false
 */
export function isPartialDate(value: unknown): value is PartialDate {
  return readEnds(value) !== null;
}

/**
 * The first and the last day that a partial date can mean, as a period.
 *
 * Throws as `partialDate` does where a caller without types hands in another text.
 *
 * @example
 * spanOf(partialDate("2013-05")) // { start: "2013-05-01", end: "2013-05-31" }
 * spanOf(partialDate("2013/2014-02")) // { start: "2013-01-01", end: "2014-02-28" }
 */
export function spanOf(date: PartialDate): Period {
  const { left, right } = endsOf(date);
  return { start: firstDayOf(left), end: lastDayOf(right) };
}

/**
 * How much of a partial date is known, by its form: an interval is one even where both of its ends are the same day.
 *
 * Throws as `partialDate` does where a caller without types hands in another text.
 *
 * @example
 * precisionOf(partialDate("2013-05-07")) // "day"
 * precisionOf(partialDate("2013-05")) // "month"
 * precisionOf(partialDate("2013")) // "year"
 * precisionOf(partialDate("2013-05/2013-06")) // "interval"
 */
export function precisionOf(date: PartialDate): Precision {
  const text = partialDate(date);
  if (text.includes("/")) return "interval";
  if (text.length === 10) return "day";
  return text.length === 7 ? "month" : "year";
}

/** The two ends of an interval; both the same for any other date. */
export function endsOf(date: PartialDate): Ends<SimpleDate> {
  const ends = readEnds(date);
  if (ends === null) throw partialDateFault(date);
  return ends;
}

function readEnds(value: unknown): Ends<SimpleDate> | null {
  if (typeof value !== "string") return null;
  const ends = splitEnds(value);
  if (!areSimpleDates(ends)) return null;
  return ends.left === ends.right || firstDayOf(ends.left) <= lastDayOf(ends.right) ? ends : null;
}

function partialDateFault(
  value: unknown,
): CasualtyError<"date-malformed" | "date-unreal" | "date-backwards"> {
  const text = String(value);
  const ends = splitEnds(text);
  if (typeof value === "string" && areSimpleDates(ends)) {
    return new CasualtyError(
      "date-backwards",
      `${shown(text)} holds no day: write the earlier end first, then a slash, then the later end.`,
      { text },
    );
  }
  const unreal = typeof value === "string" ? unrealEndOf(ends) : null;
  if (unreal !== null) return dateUnreal(unreal);
  return new CasualtyError(
    "date-malformed",
    `${shown(value)} is not a date: write a year "2013", a month "2013-05", a day "2013-05-07", ` +
      `or two of these with a slash between, as in "2013-05/2013-06-19".`,
    { text },
  );
}
