import { CasualtyError } from "../error.js";

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
