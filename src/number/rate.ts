import { CasualtyError, checkedObject } from "../error.js";
import { checkedCount } from "./count.js";
import { fixedPointText, unitsOfOne } from "./fixed-point.js";
import { checkedPrintOptions, type PrintOptions } from "./print-options.js";
import { roundedQuotient } from "./quotient.js";

/** A count over a number of whole calendar days: months have 28 to 31, so that their totals do not compare, and rates do. */
export interface Rate {
  readonly count: number;
  /** The days of the period, its first and its last among them; not only the days on which something was counted. */
  readonly days: number;
}

/**
 * Gives the count per day as a printed decimal number, "4.2", with exactly `digits` digits after the point in every locale.
 *
 * A rate over no days prints the two numbers, "0 in 0 days". The formula is count * 10^digits / days, rounded once.
 *
 * @throws `rounding-unknown`; `digits-invalid`; `count-not-whole` or `count-unsafe` if the count or the days are no count.
 *
 * @example
 * formatRate({ count: 129, days: 31 }, { rounding: "half-up", digits: 1 }) // "4.2"
 */
export function formatRate(rate: Rate, options: PrintOptions): string {
  const { rounding, digits } = checkedPrintOptions(options);
  const count = checkedCount(checkedObject(rate, "formatRate", "a rate").count, "the count of a rate");
  const days = checkedCount(rate.days, "the number of days of a rate");
  if (days === 0) return `${count} in 0 days`;
  return fixedPointText(roundedQuotient(BigInt(count) * unitsOfOne(digits), BigInt(days), rounding), digits);
}

/** Whether one rate is below, equal to or above another. */
export type RateComparison = "lower" | "equal" | "higher";

/**
 * Whether `rate` is lower than, equal to or higher than `than`, per day and exactly: neither is rounded first.
 *
 * @throws `count-not-whole` or `count-unsafe` if a count or a number of days is no count; `denominator-zero` if a rate
 * has no days, as nothing can be said of it.
 *
 * @example
 * compareRates({ count: 129, days: 31 }, { count: 95, days: 30 }) // "higher"
 * compareRates({ count: 28, days: 28 }, { count: 31, days: 31 }) // "equal"
 */
export function compareRates(rate: Rate, than: Rate): RateComparison {
  const [left, right] = [checkedRate(rate), checkedRate(than)];
  // a / b against c / d is a * d against c * b, for positive b and d.
  const difference = left.count * right.days - right.count * left.days;
  if (difference === 0n) return "equal";
  return difference < 0n ? "lower" : "higher";
}

function checkedRate(rate: Rate): { readonly count: bigint; readonly days: bigint } {
  const { count, days } = checkedObject(rate, "compareRates", "two rates");
  const checkedDays = checkedCount(days, "the number of days of a rate");
  if (checkedDays === 0) {
    throw new CasualtyError(
      "denominator-zero",
      "A rate over 0 days is not comparable: give a period of at least one day.",
      {
        subject: "the number of days of a rate",
      },
    );
  }
  return { count: BigInt(checkedCount(count, "the count of a rate")), days: BigInt(checkedDays) };
}
