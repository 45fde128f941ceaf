import { checkedObject } from "../error.js";
import { fixedPointText, unitsOfHundredPercent } from "./fixed-point.js";
import { checkedPrintOptions, type PrintOptions } from "./print-options.js";
import { roundedQuotient } from "./quotient.js";
import { type Share, share } from "./share.js";

/**
 * A share as a percentage, already rounded; or the reason why it has none, as a value.
 *
 * `units` is the percentage in units of its last printed place: 35.7% is 357 units with 1 digit.
 */
export type Percent =
  | { readonly kind: "percent"; readonly units: number; readonly digits: number }
  /** The whole is 0. */
  | { readonly kind: "of-nothing" }
  /** The whole is not known. */
  | { readonly kind: "of-unknown" };

/**
 * Gives the percentage that the share's part is of its whole, as a whole number of units of the last printed place.
 *
 * A share of nothing gives `of-nothing` and a share of an unknown whole `of-unknown`: never `NaN`, never 0%.
 * The formula is part * 100 * 10^digits / whole, rounded once.
 *
 * @throws `rounding-unknown`; `digits-invalid`; `share-above-whole`, `count-not-whole` or `count-unsafe` if it is no share.
 *
 * @example
 * percentOf({ part: 46, whole: 129 }, { rounding: "half-up", digits: 1 }) // { kind: "percent", units: 357, digits: 1 }
 * percentOf({ part: 0, whole: 0 }, { rounding: "half-up", digits: 1 }) // { kind: "of-nothing" }
 */
export function percentOf(of: Share, options: PrintOptions): Percent {
  const { rounding, digits } = checkedPrintOptions(options);
  const { part, whole } = share(checkedObject(of, "percentOf", "a share").part, of.whole);
  if (whole === null) return { kind: "of-unknown" };
  if (whole === 0) return { kind: "of-nothing" };
  const units = roundedQuotient(BigInt(part) * unitsOfHundredPercent(digits), BigInt(whole), rounding);
  return { kind: "percent", units: Number(units), digits };
}

/**
 * Gives the share as a printed percentage, "52%" or "35.7%", with exactly `digits` digits after the point in every locale.
 *
 * A share of nothing prints "0 of 0" and a share of an unknown whole "3 of an unknown whole". A part that is rounded away
 * prints "0%", though it is somebody: print the counts beside it.
 *
 * @throws `rounding-unknown`; `digits-invalid`; `share-above-whole`, `count-not-whole` or `count-unsafe` if it is no share.
 *
 * @example
 * formatPercent({ part: 67, whole: 129 }, { rounding: "half-up", digits: 0 }) // "52%"
 * formatPercent({ part: 3, whole: null }, { rounding: "half-up", digits: 0 }) // "3 of an unknown whole"
 */
export function formatPercent(of: Share, options: PrintOptions): string {
  return percentText(of, percentOf(of, options));
}

/** The text of a percentage that the share `of` was given. */
export function percentText(of: Share, percent: Percent): string {
  switch (percent.kind) {
    case "percent":
      return `${fixedPointText(percent.units, percent.digits)}%`;
    case "of-nothing":
      return "0 of 0";
    case "of-unknown":
      return `${of.part} of an unknown whole`;
  }
}
