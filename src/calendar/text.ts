import { enUS } from "date-fns/locale/en-US";
import { monthOf } from "./month.js";
import { endsOf, type PartialDate } from "./partial-date.js";
import { checkedPeriod, hasWholeMonths, type Period } from "./period.js";
import type { SimpleDate } from "./simple-date.js";

/**
 * A date in words, as far as it is known. Years keep their four digits. A date that is not known at all is `null`, and
 * has no words here.
 *
 * Throws as `partialDate` does where a caller without types hands in another text.
 *
 * @example
 * dateText(partialDate("2021-07-17")) // "17 July 2021"
 * dateText(partialDate("2021-07")) // "July 2021"
 * dateText(partialDate("2021-05/2021-07-19")) // "between May 2021 and 19 July 2021"
 * dateText(partialDate("2021-05/2021-07")) // "between May and July 2021"
 */
export function dateText(date: PartialDate): string {
  const { left, right } = endsOf(date);
  return left === right ? simpleText(left) : `between ${joined(left, "and", right)}`;
}

/**
 * A period in words, in whole years or whole months where it consists of them, otherwise in days. Years keep their
 * four digits.
 *
 * Throws `period-backwards` for a period written by hand that ends before it starts.
 *
 * @example
 * periodText(period("2021-07")) // "July 2021"
 * periodText(period("2021-01/2021-07")) // "January to July 2021"
 * periodText(period("2020-Q4/2021-Q1")) // "October 2020 to March 2021"
 * periodText(period("2021")) // "2021"
 * periodText(period("2021-07-17")) // "17 July 2021"
 * periodText(period("2021-01-01/2021-07-15")) // "1 January 2021 to 15 July 2021"
 */
export function periodText(period: Period): string {
  const [first, last] = inLargestUnits(checkedPeriod(period, "periodText"));
  return first === last ? simpleText(first) : joined(first, "to", last);
}

/** The first and the last year, month or day of a period, in the largest of these that it consists of. */
function inLargestUnits(period: Period): readonly [first: SimpleDate, last: SimpleDate] {
  const { start, end } = period;
  if (!hasWholeMonths(period)) return [start, end];
  if (start.endsWith("-01-01") && end.endsWith("-12-31")) return [yearOf(start), yearOf(end)];
  return [monthOf(start), monthOf(end)];
}

/** Two dates in words around a word; two months of one year name it once. */
function joined(first: SimpleDate, word: "and" | "to", last: SimpleDate): string {
  const areMonths = first.length === 7 && last.length === 7;
  const opening = areMonths && yearOf(first) === yearOf(last) ? monthName(first) : simpleText(first);
  return `${opening} ${word} ${simpleText(last)}`;
}

function simpleText(date: SimpleDate): string {
  const year = yearOf(date);
  if (date.length === 4) return year;
  const monthAndYear = `${monthName(date)} ${year}`;
  return date.length === 7 ? monthAndYear : `${Number(date.slice(8))} ${monthAndYear}`;
}

function yearOf(date: SimpleDate): SimpleDate {
  // Every simple date begins with its year.
  return date.slice(0, 4) as SimpleDate;
}

function monthName(date: SimpleDate): string {
  type Index = Parameters<typeof enUS.localize.month>[0];
  // The month of a date that is in the calendar is 1 to 12.
  return enUS.localize.month((Number(date.slice(5, 7)) - 1) as Index);
}
