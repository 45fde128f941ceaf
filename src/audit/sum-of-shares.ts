import { fixedPointText } from "../number/fixed-point.js";
import type { Rounding } from "../number/rounding.js";
import { divideRounded } from "../number/rounding.js";

/** The largest whole of which all pairs of shares are tried. */
const mostTries = 3_000;

/**
 * Two shares of a whole that, each rounded by itself, add to a printed percentage that no single share of it prints; as
 * text, or `null` if there are none. Of several, the two that are nearest to each other.
 *
 * @example
 * sumOfShares({ units: 94, digits: 0 }, { minimum: 45, maximum: 45 }, ["half-up"]) // "47% + 47% = 94%, from 21 and 21 of 45"
 */
export function sumOfShares(
  printed: { readonly units: number; readonly digits: number },
  whole: { readonly minimum: number; readonly maximum: number },
  under: readonly Rounding[],
): string | null {
  if (whole.maximum > mostTries) return null;
  const unitsOfWhole = 100 * 10 ** printed.digits;
  for (let of = Math.max(1, whole.minimum); of <= whole.maximum; of++) {
    for (const rounding of under) {
      const pair = pairThatPrints(printed.units, of, unitsOfWhole, rounding);
      if (pair === null) continue;
      const [first, second] = pair;
      const text = (part: number): string =>
        `${fixedPointText(divideRounded(part * unitsOfWhole, of, rounding), printed.digits)}%`;
      return `${text(first)} + ${text(second)} = ${fixedPointText(printed.units, printed.digits)}%, from ${first} and ${second} of ${of}`;
    }
  }
  return null;
}

function pairThatPrints(
  units: number,
  whole: number,
  unitsOfWhole: number,
  rounding: Rounding,
): readonly [number, number] | null {
  const printed = Array.from({ length: whole + 1 }, (_, part) =>
    divideRounded(part * unitsOfWhole, whole, rounding),
  );
  let best: readonly [number, number] | null = null;
  for (let first = 0; first <= whole; first++) {
    const wanted = units - (printed[first] ?? 0);
    for (let second = 0; second <= first && first + second <= whole; second++) {
      if (printed[second] !== wanted) continue;
      if (best === null || first - second < best[0] - best[1]) best = [first, second];
    }
  }
  return best;
}
