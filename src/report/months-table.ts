import { daysInMonth, type Month } from "../calendar/month.js";
import { compareRates, formatRate, type Rate, type RateComparison } from "../number/rate.js";
import type { Rounding } from "../number/rounding.js";
import { at, type Cell } from "../tally/read.js";
import type { Tally } from "../tally/tally.js";

/** One month of the year to date. */
export interface MonthRow<Category extends string = string> extends Cell<Category> {
  readonly month: Month;
  /** All from January through this month: a stock, not to be added. */
  readonly sinceJanuary: number;
  /** Exact: the count, and the days of the month. */
  readonly rate: Rate;
  /** The rate as it prints, to one decimal. */
  readonly perDay: string;
  /** Whether fewer or more were killed per day in this month than in the month of the report. */
  readonly comparedWithReported: RateComparison;
}

/** The months from January through the reported one, each compared with it per day (months differ in length). */
export function monthRows<Category extends string>(
  tally: Tally<{ readonly month: Month | "undated" | "outside" }, Category, "count">,
  {
    months,
    reported,
    rounding,
  }: { readonly months: readonly Month[]; readonly reported: Month; readonly rounding: Rounding },
): MonthRow<Category>[] {
  const rateIn = (month: Month): Rate => ({ count: at(tally, { month }).count, days: daysInMonth(month) });
  return months.map((month, position) => {
    const rate = rateIn(month);
    return {
      month,
      ...at(tally, { month }),
      sinceJanuary: at(tally, { month: months.slice(0, position + 1) }).count,
      rate,
      perDay: formatRate(rate, { rounding, digits: 1 }),
      comparedWithReported: compareRates(rate, rateIn(reported)),
    };
  });
}
