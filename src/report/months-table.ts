import type { Month } from "../calendar/month.js";
import type { Keys } from "../codebook/keys.js";
import { marginal } from "../tally/algebra.js";
import { restrict } from "../tally/restrict.js";
import { runningTotal } from "../tally/running-total.js";
import type { ReportTolls } from "./report-tally.js";
import { type TollCell, tollFinder } from "./toll-cell.js";

/** One month of the year to date. */
export interface MonthRow<Category extends string = string> extends TollCell<Category> {
  readonly month: Month;
  /** All who are dated to a month from January through this one: a stock, not to be added. */
  readonly sinceJanuary: number;
  /** The months from January through this one without records: if there are any, `sinceJanuary` is a lower bound. */
  readonly missing: readonly Month[];
}

/** The months of the year to date, with their sum so far. */
export function monthRows<K extends Keys>(
  tolls: ReportTolls<K>,
  { months, missing }: { readonly months: readonly Month[]; readonly missing: readonly Month[] },
): MonthRow<K["category"]>[] {
  const tollIn = tollFinder(tolls, "month");
  const { steps } = runningTotal(restrict(marginal(tolls.tally, { keep: ["month"] }), { month: months }), {
    over: "month",
    missing: missing.filter((month) => months.includes(month)),
  });
  return months.map((month, position) => ({
    month,
    ...tollIn(month),
    sinceJanuary: steps[position]?.count ?? 0,
    missing: missing.filter((gap) => months.includes(gap) && gap <= month),
  }));
}
