import type { Estimate } from "../number/estimate.js";
import type { Range } from "../number/range.js";
import { checkedNumbers } from "../tally/measure.js";

/** A range or an estimate by its ends. */
export interface RangeEnds {
  readonly least: number;
  /** `null` where the source gives a range, without one. */
  readonly best: number | null;
  readonly most: number;
  /** Whether the numbers are out of order, or those of any that was added to them. */
  readonly isInverted: boolean;
}

/**
 * The ends of a range or an estimate. What no compiler saw is checked as `tally` does: `count-not-whole`, `count-unsafe`.
 */
export function endsOfRange(of: Range | Estimate, subject: string): RangeEnds {
  if ("low" in Object(of)) {
    const [least = 0, best = 0, most = 0, inverted = 0] = checkedNumbers("estimate", of, subject);
    return { least, best, most, isInverted: inverted > 0 };
  }
  const [least = 0, most = 0, inverted = 0] = checkedNumbers("range", of, subject);
  return { least, best: null, most, isInverted: inverted > 0 };
}
