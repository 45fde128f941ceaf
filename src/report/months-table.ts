import { daysInMonth, type Month } from "../calendar/month.js";
import { compareRates, formatRate, type Rate, type RateComparison } from "../number/rate.js";
import type { Rounding } from "../number/rounding.js";
import { at, type Cell } from "../tally/read.js";
import { runningTotal } from "../tally/running-total.js";
import type { Tally } from "../tally/tally.js";

/** One month of the year to date. */
export interface MonthRow<Category extends string = string> extends Cell<Category> {
  readonly month: Month;
  /** All who are dated to a month from January through this one: a stock, not to be added. */
  readonly sinceJanuary: number;
  /** The months from January through this one without records: if there are any, `sinceJanuary` is a lower bound. */
  readonly missing: readonly Month[];
  /** Exact: the count, and the days of the month. */
  readonly rate: Rate;
  /** The rate as it prints, to one decimal. */
  readonly perDay: string;
  /** Whether fewer or more were killed per day in this month than in the month of the report. */
  readonly comparedWithReported: RateComparison;
}

/** The months of a tally's sequence, each compared per day (months differ in length) with the reported one. */
export function monthRows<Category extends string>(
  tally: Tally<{ readonly month: Month | "undated" | "outside" }, Category>,
  {
    months,
    missing,
    reported,
    rounding,
  }: {
    readonly months: readonly Month[];
    readonly missing: readonly Month[];
    readonly reported: Month;
    readonly rounding: Rounding;
  },
): MonthRow<Category>[] {
  const rateIn = (month: Month): Rate => ({ count: at(tally, { month }).count, days: daysInMonth(month) });
  const reportedRate = rateIn(reported);
  const { steps } = runningTotal(tally, { over: "month", missing });
  return months.map((month, position) => {
    const rate = rateIn(month);
    return {
      month,
      ...at(tally, { month }),
      sinceJanuary: steps[position]?.count ?? 0,
      missing: missing.filter((gap) => gap <= month).sort(),
      rate,
      perDay: formatRate(rate, { rounding, digits: 1 }),
      comparedWithReported: compareRates(rate, reportedRate),
    };
  });
}
