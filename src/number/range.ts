import { checkedObject } from "../error.js";
import { addCounts, checkedCount } from "./count.js";

/**
 * A sum of ranges, each from a minimum to a maximum, as sources report a toll that is not certain.
 *
 * Sources print some ranges upside down (minimum above maximum). They are neither swapped nor dropped: they are added as
 * printed, and `inverted` says how many of them are in the sum, even where the sum no longer shows it.
 */
export interface Range {
  /** The sum of the minima. */
  readonly minimum: number;
  /** The sum of the maxima. */
  readonly maximum: number;
  /** How many of the added ranges have a minimum above their maximum. */
  readonly inverted: number;
}

/**
 * Gives the range from `minimum` to `maximum`, kept as printed and flagged if it is upside down.
 *
 * `range(0, 0)` is what an empty sum is.
 *
 * @throws `count-not-whole` or `count-unsafe` if one of them is no count.
 *
 * @example
 * range(3, 5) // { minimum: 3, maximum: 5, inverted: 0 }
 * range(5, 3) // { minimum: 5, maximum: 3, inverted: 1 }
 */
export function range(minimum: number, maximum: number): Range {
  const least = checkedCount(minimum, "the minimum of a range");
  const most = checkedCount(maximum, "the maximum of a range");
  return { minimum: least, maximum: most, inverted: least > most ? 1 : 0 };
}

/**
 * Gives the sum of two ranges: of their minima, of their maxima, and of the inverted ranges in them.
 *
 * The order of adding does not matter, and `range(0, 0)` adds nothing.
 *
 * @throws `count-unsafe` if a sum is above 2^53 - 1; `count-not-whole` if a field is no count.
 *
 * @example
 * addRanges(range(3, 5), range(2, 1)) // { minimum: 5, maximum: 6, inverted: 1 }
 */
export function addRanges(a: Range, b: Range): Range {
  for (const one of [a, b]) checkedObject(one, "addRanges", "two ranges");
  return {
    minimum: addCounts(a.minimum, b.minimum, "the sum of the minima of ranges"),
    maximum: addCounts(a.maximum, b.maximum, "the sum of the maxima of ranges"),
    inverted: addCounts(a.inverted, b.inverted, "the number of inverted ranges"),
  };
}

/**
 * Gives whether a range, or any range that went into a sum, has a minimum above its maximum; and whether an `Estimate`, or any
 * that went into a sum, is out of order.
 *
 * @example
 * isInverted(addRanges(range(3, 5), range(2, 1))) // true
 */
export function isInverted(range: Pick<Range, "inverted">): boolean {
  return checkedObject(range, "isInverted", "a range or an estimate").inverted > 0;
}
