import { fixedPointText } from "../../number/fixed-point.js";
import { divideRounded } from "../../number/quotient.js";
import type { Rounding } from "../../number/rounding.js";
import type { Interval } from "../constraints/quotient-bounds.js";
import { listed } from "../words/amounts.js";

/** The largest whole of which all pairs of shares are tried, and the most wholes of which shares that are known are. */
const mostTries = 3_000;

/** Of so many pairs it is asked whether they can be. */
const mostAsked = 200;

/**
 * Shares of a whole that, each rounded by itself, add to a printed percentage that their sum does not print; as text, or `null`
 * if there are none. Of two shares every pair is tried that adds to a number that `together` allows, and of several that do the
 * two that are nearest to each other and `canBe` is given; more than two are only added where the number of each is known.
 *
 * @example
 * const whole = { minimum: 45, maximum: 45 };
 * const shares = [{ minimum: 0, maximum: 45 }, { minimum: 0, maximum: 21 }];
 * sumOfShares({ units: 94, digits: 0 }, whole, { minimum: 0, maximum: 45 }, shares, ["half-up"], () => true) // "47% + 47% = 94%, from 21 and 21 of 45"
 * sumOfShares({ units: 94, digits: 0 }, whole, { minimum: 43, maximum: 43 }, shares, ["half-up"], () => true) // null
 */
export function sumOfShares(
  printed: { readonly units: number; readonly digits: number },
  whole: Interval,
  together: Interval,
  shares: readonly Interval[],
  under: readonly Rounding[],
  canBe: (whole: number, parts: readonly number[]) => boolean,
): string | null {
  const isKnown = shares.every(({ minimum, maximum }) => minimum === maximum);
  const tries = isKnown ? whole.maximum - whole.minimum : whole.maximum;
  if (tries > mostTries || (!isKnown && shares.length !== 2)) return null;
  let asked = 0;
  const unitsOfWhole = 100 * 10 ** printed.digits;
  for (let of = Math.max(1, whole.minimum); of <= whole.maximum && asked < mostAsked; of++) {
    for (const rounding of under) {
      const unitsOf = (part: number): number => divideRounded(part * unitsOfWhole, of, rounding);
      const found = isKnown
        ? knownThatPrint(printed.units, shares, unitsOf)
        : pairsThatPrint(printed.units, of, together, shares, unitsOf);
      const parts = found.find((numbers) => asked++ < mostAsked && canBe(of, numbers));
      if (parts === undefined) continue;
      const text = (units: number): string => `${fixedPointText(units, printed.digits)}%`;
      const sum = parts.map((part) => text(unitsOf(part))).join(" + ");
      return `${sum} = ${text(printed.units)}, from ${listed(parts.map(String))} of ${of}`;
    }
  }
  return null;
}

function knownThatPrint(
  units: number,
  shares: readonly Interval[],
  unitsOf: (part: number) => number,
): readonly (readonly number[])[] {
  const parts = shares.map(({ minimum }) => minimum);
  return parts.reduce((sum, part) => sum + unitsOf(part), 0) === units ? [parts] : [];
}

/** The nearest to each other first. */
function pairsThatPrint(
  units: number,
  whole: number,
  together: Interval,
  [ofFirst, ofSecond]: readonly Interval[],
  unitsOf: (part: number) => number,
): readonly (readonly [number, number])[] {
  if (ofFirst === undefined || ofSecond === undefined) return [];
  const printed = Array.from({ length: whole + 1 }, (_, part) => unitsOf(part));
  const pairs: (readonly [number, number])[] = [];
  for (let first = ofFirst.minimum; first <= Math.min(whole, ofFirst.maximum); first++) {
    const wanted = units - (printed[first] ?? 0);
    const most = Math.min(whole - first, ofSecond.maximum, together.maximum - first);
    for (let second = Math.max(ofSecond.minimum, together.minimum - first); second <= most; second++)
      if (printed[second] === wanted) pairs.push([first, second]);
  }
  return pairs.sort(([a, b], [c, d]) => Math.abs(a - b) - Math.abs(c - d));
}
