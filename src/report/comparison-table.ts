import { daysInMonth, type Month, monthOf } from "../calendar/month.js";
import { oncePerDate } from "../calendar/once-per-date.js";
import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import type { Keys } from "../codebook/keys.js";
import { compareRates, type Rate, type RateComparison } from "../number/rate.js";
import type { Rounding } from "../number/rounding.js";
import { perDayPrinter } from "./per-day.js";
import type { ReportTolls } from "./report-tally.js";
import { type TollCell, tollFinder } from "./toll-cell.js";

/** One month of those that the reported one is compared with, or the reported one itself, per day: months differ in length. */
export interface ComparedMonth<Category extends string = string> extends TollCell<Category> {
  readonly month: Month;
  /** Exact: the count, and the days of the month; `null` where there are no records of the month. */
  readonly rate: Rate | null;
  /** The rate as it prints, with as many decimals as tell the months of the table apart, and killings from none. */
  readonly perDay: string | null;
  /**
   * Whether fewer or more were killed per day in this month than in the reported one; `null` where there are no records of
   * one of the two.
   */
  readonly comparedWithReported: RateComparison | null;
  /**
   * How many are counted in no month, for their date is not known or spans several, and may be of this one or a later one of
   * the table: they may turn the comparison. Months without records are not compared.
   */
  readonly undatedSince: number;
  /** The same of those who are excluded though it is not known whether they are to be, dated or not. */
  readonly excludedInDoubtSince: number;
}

/** These months, each compared with the last of them, which is the reported one. */
export function comparisonRows<K extends Keys>(
  tolls: ReportTolls<K>,
  {
    months,
    missing,
    rounding,
    undated,
    excludedInDoubt,
  }: {
    readonly months: readonly Month[];
    readonly missing: readonly Month[];
    readonly rounding: Rounding;
    /** The dates of those who are in no month, and of those who are excluded in doubt. */
    readonly undated: readonly (PartialDate | null)[];
    readonly excludedInDoubt: readonly (PartialDate | null)[];
  },
): ComparedMonth<K["category"]>[] {
  const tollIn = tollFinder(tolls, "month");
  const rateIn = (month: Month): Rate | null =>
    missing.includes(month) ? null : { count: tollIn(month).count, days: daysInMonth(month) };
  const rates = months.map(rateIn);
  const ofReported = rates.at(-1) ?? null;
  const perDayOf = perDayPrinter(
    rates.filter((rate) => rate !== null),
    { rounding },
  );
  const known = months.filter((month) => !missing.includes(month));
  const undatedSince = mayBeSince(undated, known);
  const excludedInDoubtSince = mayBeSince(excludedInDoubt, known);
  return months.map((month, position) => {
    const rate = rates[position] ?? null;
    return {
      month,
      ...tollIn(month),
      rate,
      perDay: rate && perDayOf(rate),
      comparedWithReported: rate && ofReported && compareRates(rate, ofReported),
      undatedSince: undatedSince(month),
      excludedInDoubtSince: excludedInDoubtSince(month),
    };
  });
}

/** Tells how many of these dates may lie in a month, or in a later one, of those that are compared. */
function mayBeSince(
  dates: readonly (PartialDate | null)[],
  compared: readonly Month[],
): (month: Month) => number {
  const lastOf = oncePerDate((date) => {
    const { start, end } = spanOf(date);
    return compared.filter((month) => monthOf(start) <= month && month <= monthOf(end)).at(-1) ?? "none";
  });
  const lasts = dates
    .map((date) => (date === null ? (compared.at(-1) ?? "none") : lastOf(date)))
    .filter((last) => last !== "none");
  return (month) => lasts.filter((last) => month <= last).length;
}
