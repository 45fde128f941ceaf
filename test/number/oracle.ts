import type { Rounding } from "../../src/number/rounding.js";

/**
 * Rounding written a second time and differently from the library: as floors of shifted quotients. Half-up is the floor of
 * q + 1/2, half-down the ceiling of q - 1/2, and half-even one or the other according to the parity of the upper candidate.
 */
export function roundedByFloors(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const floor = (n: bigint, d: bigint): bigint => (n - (((n % d) + d) % d)) / d;
  const ceiling = (n: bigint, d: bigint): bigint => -floor(-n, d);
  const halfUp = floor(2n * numerator + denominator, 2n * denominator);
  const halfDown = ceiling(2n * numerator - denominator, 2n * denominator);
  const all = {
    down: floor(numerator, denominator),
    up: ceiling(numerator, denominator),
    "half-up": halfUp,
    "half-down": halfDown,
    "half-even": halfUp % 2n === 0n ? halfUp : halfDown,
  };
  return all[rounding];
}

/** The units of the last place that `part` of `whole` prints with `digits` digits after the point. */
export function unitsByFloors(part: bigint, whole: bigint, digits: number, rounding: Rounding): bigint {
  return roundedByFloors(part * 100n * 10n ** BigInt(digits), whole, rounding);
}

/** The bounds of the parts that print `units`, by bisection: found, where the library solves for them. */
export function boundsByBisection(
  units: bigint,
  whole: number,
  digits: number,
  rounding: Rounding,
): { minimum: number; maximum: number } | null {
  const leastReaching = (wanted: bigint): bigint => {
    let low = 0n;
    let high = BigInt(whole) + 1n;
    while (low < high) {
      const middle = (low + high) / 2n;
      if (unitsByFloors(middle, BigInt(whole), digits, rounding) >= wanted) high = middle;
      else low = middle + 1n;
    }
    return low;
  };
  const minimum = leastReaching(units);
  const maximum = leastReaching(units + 1n) - 1n;
  return minimum > maximum ? null : { minimum: Number(minimum), maximum: Number(maximum) };
}
