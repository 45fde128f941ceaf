import { checkedObject } from "../error.js";
import { addCounts, checkedCount } from "./count.js";

/**
 * A sum of what sources estimate, each from a low over a best to a high number: as the Uppsala Conflict Data Program gives
 * the deaths of an event.
 *
 * Sources print some of them out of order. They are neither sorted nor dropped: they are added as printed, and `inverted`
 * says how many of them are in the sum, even where the sum no longer shows it.
 */
export interface Estimate {
  /** The sum of the low numbers. */
  readonly low: number;
  /** The sum of the best ones. */
  readonly best: number;
  /** The sum of the high ones. */
  readonly high: number;
  /** How many of the added estimates are out of order: low above best, or best above high. */
  readonly inverted: number;
}

/**
 * Gives the estimate from `low` over `best` to `high`, kept as printed and flagged if it is out of order.
 *
 * `estimate(0, 0, 0)` is what an empty sum is.
 *
 * @throws `count-not-whole` or `count-unsafe` if one of them is no count.
 *
 * @example
 * estimate(1, 2, 4) // { low: 1, best: 2, high: 4, inverted: 0 }
 * estimate(3, 2, 4) // { low: 3, best: 2, high: 4, inverted: 1 }
 */
export function estimate(low: number, best: number, high: number): Estimate {
  const [least, likeliest, most] = [
    checkedCount(low, "the low number of an estimate"),
    checkedCount(best, "the best number of an estimate"),
    checkedCount(high, "the high number of an estimate"),
  ];
  return { low: least, best: likeliest, high: most, inverted: least > likeliest || likeliest > most ? 1 : 0 };
}

/**
 * Gives the sum of two estimates, number by number, and of those in them that are out of order.
 *
 * The order of adding does not matter, and `estimate(0, 0, 0)` adds nothing.
 *
 * @throws `count-unsafe` if a sum is above 2^53 - 1; `count-not-whole` if a field is no count.
 *
 * @example
 * addEstimates(estimate(1, 2, 4), estimate(3, 2, 4)) // { low: 4, best: 4, high: 8, inverted: 1 }
 */
export function addEstimates(a: Estimate, b: Estimate): Estimate {
  for (const one of [a, b]) checkedObject(one, "addEstimates", "two estimates");
  return {
    low: addCounts(a.low, b.low, "the sum of low numbers"),
    best: addCounts(a.best, b.best, "the sum of best numbers"),
    high: addCounts(a.high, b.high, "the sum of high numbers"),
    inverted: addCounts(a.inverted, b.inverted, "the number of inverted estimates"),
  };
}
