import { CasualtyError } from "../error.js";
import { checkedCount } from "./count.js";
import { checkedRounding, type Rounding } from "./rounding.js";

/**
 * Gives the whole number that `numerator / denominator` is rounded to, exactly, whatever their size.
 *
 * The source of the rules is IEEE 754-2019, section 4.3, as whole-number arithmetic: quotient, remainder, and the
 * remainder compared with half of the denominator.
 *
 * @throws `count-not-whole` if one of the two is no count; `denominator-zero`; `count-unsafe` if one is above 2^53 - 1;
 * `rounding-unknown`.
 *
 * @example
 * divideRounded(5, 2, "half-up") // 3
 * divideRounded(5, 2, "half-even") // 2
 */
export function divideRounded(numerator: number, denominator: number, rounding: Rounding): number {
  const dividend = checkedCount(numerator, "the numerator");
  const divisor = checkedCount(denominator, "the denominator");
  if (divisor === 0) {
    throw new CasualtyError(
      "denominator-zero",
      "A denominator must be a whole number of 1 or more, but it is 0. Say what a figure about nothing shall print before dividing.",
      { subject: "the denominator" },
    );
  }
  return Number(roundedQuotient(BigInt(dividend), BigInt(divisor), checkedRounding(rounding)));
}

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
