import { CasualtyError } from "../error.js";
import { checkedCount } from "./count.js";

/**
 * A part of a whole, as two counts: exact until it is printed, and never without its denominator.
 *
 * A whole of 0 makes a share of nothing; a whole of `null` is one that is not known. Neither has a percentage.
 */
export interface Share {
  /** How many are meant, the numerator. */
  readonly part: number;
  /** Of how many, the denominator; `null` if that is not known. */
  readonly whole: number | null;
}

/**
 * Gives the share that `part` is of `whole`, both counts of the same things.
 *
 * A `whole` of `null` says that it is not known; any part can then stand before it.
 *
 * @throws `share-above-whole` if the part is above the whole; `count-not-whole` or `count-unsafe` if one of them is no count.
 *
 * @example
 * share(67, 129) // { part: 67, whole: 129 }
 */
export function share(part: number, whole: number | null): Share {
  const checkedPart = checkedCount(part, "the part of a share");
  if (whole === null) return { part: checkedPart, whole };
  const checkedWhole = checkedCount(whole, "the whole of a share");
  if (checkedPart > checkedWhole) {
    throw new CasualtyError(
      "share-above-whole",
      `A part cannot be above its whole, but ${checkedPart} is above ${checkedWhole}. Check that everything in the part is counted in the whole, and that the two are not swapped.`,
      { part: checkedPart, whole: checkedWhole },
    );
  }
  return { part: checkedPart, whole: checkedWhole };
}
