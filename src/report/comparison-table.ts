import { daysInMonth, type Month } from "../calendar/month.js";
import type { Keys } from "../codebook/keys.js";
import { compareRates, formatRate, type Rate, type RateComparison } from "../number/rate.js";
import type { Rounding } from "../number/rounding.js";
import type { ReportTolls } from "./report-tally.js";
import { type TollCell, tollFinder } from "./toll-cell.js";

/** One month of those that the reported one is compared with, or the reported one itself, per day: months differ in length. */
export interface ComparedMonth<Category extends string = string> extends TollCell<Category> {
  readonly month: Month;
  /** Exact: the count, and the days of the month; `null` where there are no records of the month. */
  readonly rate: Rate | null;
  /** The rate as it prints, to one decimal. */
  readonly perDay: string | null;
  /**
   * Whether fewer or more were killed per day in this month than in the reported one; `null` where there are no records of
   * one of the two.
   */
  readonly comparedWithReported: RateComparison | null;
}

/** These months, each compared with the last of them, which is the reported one. */
export function comparisonRows<K extends Keys>(
  tolls: ReportTolls<K>,
  {
    months,
    missing,
    rounding,
  }: {
    readonly months: readonly Month[];
    readonly missing: readonly Month[];
    readonly rounding: Rounding;
  },
): ComparedMonth<K["category"]>[] {
  const tollIn = tollFinder(tolls, "month");
  const rateIn = (month: Month): Rate | null =>
    missing.includes(month) ? null : { count: tollIn(month).count, days: daysInMonth(month) };
  const rates = months.map(rateIn);
  const ofReported = rates.at(-1) ?? null;
  return months.map((month, position) => {
    const rate = rates[position] ?? null;
    return {
      month,
      ...tollIn(month),
      rate,
      perDay: rate && formatRate(rate, { rounding, digits: 1 }),
      comparedWithReported: rate && ofReported && compareRates(rate, ofReported),
    };
  });
}
