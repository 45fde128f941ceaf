import { CasualtyError } from "../error.js";
import { checkedCount } from "./count.js";
import { roundedQuotient } from "./quotient.js";

/**
 * The ways to round a quotient that is not whole. All take the nearest whole number, and differ at a tie (exactly half-way):
 * `half-up` takes the next above, `half-down` the next below, `half-even` the even one of the two. But `up` (ceiling) always
 * takes the next above and `down` (floor) the next below.
 *
 * Quotients of counts are never negative, so that "up" is also "away from zero" and "down" also "toward zero".
 */
export const roundings = ["half-up", "half-even", "half-down", "up", "down"] as const;

/** The name of a way to round; it is always the caller's choice, since it changes figures. */
export type Rounding = (typeof roundings)[number];

/** Gives `rounding` back if it is one of `roundings`, throws `rounding-unknown` otherwise. */
export function checkedRounding(rounding: string): Rounding {
  const known = roundings.find((name) => name === rounding);
  if (known !== undefined) return known;
  throw new CasualtyError(
    "rounding-unknown",
    `Name how to round: one of ${roundings.map((name) => `"${name}"`).join(", ")}, not "${rounding}".`,
    { rounding },
  );
}

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
