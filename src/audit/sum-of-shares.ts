import { fixedPointText } from "../number/fixed-point.js";
import type { Rounding } from "../number/rounding.js";
import { divideRounded } from "../number/rounding.js";
import type { Interval } from "./quotient-bounds.js";

/** The largest whole of which all pairs of shares are tried. */
const mostTries = 3_000;

/**
 * Two shares of a whole that, each rounded by itself, add to a printed percentage that no single share of it prints; as
 * text, or `null` if there are none. Of several, the two that are nearest to each other.
 *
 * @example
 * const whole = { minimum: 45, maximum: 45 };
 * sumOfShares({ units: 94, digits: 0 }, whole, [{ minimum: 0, maximum: 45 }, { minimum: 0, maximum: 21 }], ["half-up"]) // "47% + 47% = 94%, from 21 and 21 of 45"
 */
export function sumOfShares(
  printed: { readonly units: number; readonly digits: number },
  whole: Interval,
  shares: readonly [Interval, Interval],
  under: readonly Rounding[],
): string | null {
  if (whole.maximum > mostTries) return null;
  const unitsOfWhole = 100 * 10 ** printed.digits;
  for (let of = Math.max(1, whole.minimum); of <= whole.maximum; of++) {
    for (const rounding of under) {
      const unitsOf = (part: number): number => divideRounded(part * unitsOfWhole, of, rounding);
      const pair = pairThatPrints(printed.units, of, shares, unitsOf);
      if (pair === null) continue;
      const [first, second] = pair;
      const text = (units: number): string => `${fixedPointText(units, printed.digits)}%`;
      return `${text(unitsOf(first))} + ${text(unitsOf(second))} = ${text(printed.units)}, from ${first} and ${second} of ${of}`;
    }
  }
  return null;
}

function pairThatPrints(
  units: number,
  whole: number,
  [ofFirst, ofSecond]: readonly [Interval, Interval],
  unitsOf: (part: number) => number,
): readonly [number, number] | null {
  const printed = Array.from({ length: whole + 1 }, (_, part) => unitsOf(part));
  let best: readonly [number, number] | null = null;
  for (let first = ofFirst.minimum; first <= Math.min(whole, ofFirst.maximum); first++) {
    const wanted = units - (printed[first] ?? 0);
    for (let second = ofSecond.minimum; second <= Math.min(whole - first, ofSecond.maximum); second++) {
      if (printed[second] !== wanted) continue;
      if (best === null || Math.abs(first - second) < Math.abs(best[0] - best[1])) best = [first, second];
    }
  }
  return best;
}
