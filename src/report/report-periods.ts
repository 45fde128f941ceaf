import { month as checkedMonth, type Month, monthOf } from "../calendar/month.js";
import { spanOf } from "../calendar/partial-date.js";
import { monthsOfPeriod, type Period, periodBetween, yearToDate } from "../calendar/period.js";
import { positionOf, positionsOf } from "../tally/dimension.js";

/** The stretches of time that a report speaks of: all end with the reported month. */
export interface ReportPeriods {
  readonly month: Period;
  /** From 1 January. */
  readonly year: Period;
  /** From the first month that the reported one is compared with. */
  readonly compared: Period;
  /** The longer of the two, by whose months persons are counted. */
  readonly counted: Period;
  /** The months of them of which there are no records, in order, each once. */
  readonly missing: readonly Month[];
}

/**
 * The periods of a report.
 *
 * @throws `period-backwards` if the comparison begins after the reported month; `dimension-key-unknown` if a missing month is in
 * none of the periods.
 */
export function reportPeriods(
  month: Month,
  { comparedFrom, missing = [] }: { readonly comparedFrom?: Month; readonly missing?: readonly Month[] },
): ReportPeriods {
  const year = yearToDate(month);
  const from = comparedFrom === undefined ? monthOf(year.start) : checkedMonth(comparedFrom);
  const compared = periodBetween(spanOf(from).start, year.end);
  const counted = compared.start < year.start ? compared : year;
  const positions = positionsOf(monthsOfPeriod(counted));
  for (const gap of missing) {
    positionOf(
      positions,
      "the months of the report",
      gap,
      "only months that it counts or compares can be missing",
    );
  }
  return { month: spanOf(month), year, compared, counted, missing: [...new Set(missing)].sort() };
}
