import type { Rounding } from "./rounding.js";

/**
 * The quotient of `numerator` (0 or more) by `denominator` (1 or more), rounded to a whole number.
 *
 * The one place where this library rounds. It takes BigInt, since hundredfold counts may leave the safe integers.
 */
export function roundedQuotient(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const below = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return below;
  return takesTheNext(below, 2n * remainder - denominator, rounding) ? below + 1n : below;
}

/** Whether a quotient that is not whole becomes `below + 1`; `excess` is negative under the half, 0 at a tie. */
function takesTheNext(below: bigint, excess: bigint, rounding: Rounding): boolean {
  switch (rounding) {
    case "up":
      return true;
    case "down":
      return false;
    case "half-up":
      return excess >= 0n;
    case "half-down":
      return excess > 0n;
    case "half-even":
      return excess > 0n || (excess === 0n && below % 2n === 1n);
  }
}
