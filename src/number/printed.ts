import { CasualtyError, checkedObject } from "../error.js";
import { checkedCount } from "./count.js";
import { unitsOfHundredPercent } from "./fixed-point.js";
import { maximumDigits } from "./print-options.js";
import { checkedRounding, type Rounding } from "./rounding.js";

/** The counts from `minimum` to `maximum`, both among them. */
export interface CountBounds {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * Gives the counts that print as the percentage `printed` of `whole`; `null` if no whole number does, which means that the
 * percentage, the whole or the assumed rounding is wrong.
 *
 * `printed` is a text, since trailing zeros carry precision: "52" stands for less than "52.0" does. It may end in "%", with
 * or without a space before it, and has 0 to 6 digits after the point. Rounding never changes the order of counts, so those
 * that print alike are neighbours, and their bounds are solved for, not searched: units * whole / (100 * 10^digits), half a
 * unit below and above (or a whole unit, for `up` and `down`), with the ends that the rounding takes. The idea is the GRIM
 * test's (Brown and Heathers 2017, doi:10.1177/1948550616673876), for percentages. A whole of 0 prints no percentage: `null`.
 *
 * @throws `percent-malformed` if the text is no percentage; `rounding-unknown`; `count-not-whole` or `count-unsafe` if the
 * whole is no count.
 *
 * @example
 * partsPrintedAs("52%", 129, { rounding: "half-up" }) // { minimum: 67, maximum: 67 }
 * partsPrintedAs("94%", 45, { rounding: "half-up" }) // null
 * partsPrintedAs("94%", 45, { rounding: "up" }) // { minimum: 42, maximum: 42 }
 */
export function partsPrintedAs(
  printed: string,
  whole: number,
  options: { readonly rounding: Rounding },
): CountBounds | null {
  const { units, unitsOfWhole } = readPercent(printed);
  const total = BigInt(checkedCount(whole, "the whole of a printed percentage"));
  const rounding = checkedRounding(
    checkedObject(options, "partsPrintedAs", "options with the rounding").rounding,
  );
  if (total === 0n) return null;

  const { start, ends } = roundedTo(units, rounding);
  const minimum = firstAbove(start * total, 2n * unitsOfWhole, ends.first);
  const last = lastBelow((start + 2n) * total, 2n * unitsOfWhole, ends.last);
  const maximum = last > total ? total : last;
  if (minimum > maximum) return null;
  return { minimum: Number(minimum), maximum: Number(maximum) };
}

/** The interval, one unit long, of what is rounded to `units`: its start in half units, and which ends belong to it. */
function roundedTo(
  units: bigint,
  rounding: Rounding,
): { start: bigint; ends: { first: boolean; last: boolean } } {
  const even = units % 2n === 0n;
  switch (rounding) {
    case "down":
      return { start: 2n * units, ends: { first: true, last: false } };
    case "up":
      return { start: 2n * units - 2n, ends: { first: false, last: true } };
    case "half-up":
      return { start: 2n * units - 1n, ends: { first: true, last: false } };
    case "half-down":
      return { start: 2n * units - 1n, ends: { first: false, last: true } };
    case "half-even":
      return { start: 2n * units - 1n, ends: { first: even, last: even } };
  }
}

/** The least whole number of 0 or more that is above `numerator / denominator`, or equal to it if that `counts`. */
function firstAbove(numerator: bigint, denominator: bigint, counts: boolean): bigint {
  if (numerator < 0n) return 0n;
  return counts && numerator % denominator === 0n ? numerator / denominator : numerator / denominator + 1n;
}

/** The greatest whole number that is below `numerator / denominator` (0 or more), or equal to it if that `counts`. */
function lastBelow(numerator: bigint, denominator: bigint, counts: boolean): bigint {
  return !counts && numerator % denominator === 0n ? numerator / denominator - 1n : numerator / denominator;
}

/** A printed percentage in units of its last place, and how many of these make the whole. */
function readPercent(printed: unknown): { units: bigint; unitsOfWhole: bigint } {
  const match = typeof printed === "string" ? percentPattern.exec(printed) : null;
  const [, ones = "", decimals = ""] = match ?? [];
  if (match === null || decimals.length > maximumDigits) {
    const text = String(printed);
    throw new CasualtyError(
      "percent-malformed",
      `${JSON.stringify(text)} is no printed percentage: write it as a text such as "52", "35.7" or "35.70%", with a point before at most ${maximumDigits} decimals.`,
      { text },
    );
  }
  return { units: BigInt(ones + decimals), unitsOfWhole: unitsOfHundredPercent(decimals.length) };
}

const percentPattern = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:\s?%)?$/;
