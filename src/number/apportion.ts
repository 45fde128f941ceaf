import { refuseUnless } from "../error.js";
import { addCounts, checkedCount } from "./count.js";
import { unitsOfHundredPercent } from "./fixed-point.js";
import { type Percent, percentOf, percentText } from "./percent.js";
import { checkedPrintOptions, type PrintOptions } from "./print-options.js";

/** One share of several that are printed side by side and add up to a hundred per cent. */
export interface ApportionedShare {
  readonly part: number;
  /** The sum of all the counts, the denominator. */
  readonly whole: number;
  readonly percent: Percent;
  /** The printed percentage. */
  readonly text: string;
  /** Whether it differs from what this share, rounded by itself, would print. */
  readonly adjusted: boolean;
}

/**
 * Gives the percentages of counts that together are the whole, in the given order, so that the printed ones add up to
 * exactly 100; the whole is the sum of the counts, and each percentage is less than one unit of its last place off.
 *
 * The method is the largest remainder (Hamilton, Hare): each share is rounded down, and the units then missing go, one each,
 * to those that lost most; at equal losses to the larger count, then to the one that stands first. `rounding` is what the
 * figures would have been rounded by one by one: it decides only which are flagged as `adjusted`. Counts that are all 0 give
 * shares of nothing, "0 of 0"; no counts give none. The cost is that of a sort.
 *
 * @throws `count-not-whole` if one is no count; `count-unsafe` if one of them or their sum is above 2^53 - 1;
 * `rounding-unknown`; `digits-invalid`.
 *
 * @example
 * apportionPercents([46, 21, 1, 11, 50], { rounding: "half-up", digits: 0 }).map(({ text }) => text) // ["36%", "16%", "1%", "8%", "39%"]
 * apportionPercents([46, 21, 1, 11, 50], { rounding: "half-up", digits: 0 }).map(({ adjusted }) => adjusted) // [false, false, false, true, false]
 */
export function apportionPercents(
  counts: readonly number[],
  options: PrintOptions,
): readonly ApportionedShare[] {
  const printed = checkedPrintOptions(options);
  refuseUnless(Array.isArray(counts), counts, "apportionPercents", "a list of counts");
  const parts = counts.map((count) => checkedCount(count, "a count to apportion"));
  const whole = parts.reduce((sum, part) => addCounts(sum, part, "the sum of the counts to apportion"), 0);
  const units = apportionedUnits(parts, whole, unitsOfHundredPercent(printed.digits));
  return parts.map((part, position) => {
    const alone = percentOf({ part, whole }, printed);
    const percent = alone.kind === "percent" ? { ...alone, units: units[position] ?? alone.units } : alone;
    const text = percentText({ part, whole }, percent);
    return { part, whole, percent, text, adjusted: text !== percentText({ part, whole }, alone) };
  });
}

/** How many of `available` units go to each part, in the given order; no list if the whole is 0. */
function apportionedUnits(parts: readonly number[], whole: number, available: bigint): readonly number[] {
  if (whole === 0) return [];
  const quotas = parts.map((part, position) => {
    const quota = BigInt(part) * available;
    return { position, part, units: Number(quota / BigInt(whole)), lost: Number(quota % BigInt(whole)) };
  });
  const missing = Number(available) - quotas.reduce((sum, { units }) => sum + units, 0);
  const raised = new Set(
    [...quotas]
      .sort((a, b) => b.lost - a.lost || b.part - a.part || a.position - b.position)
      .slice(0, missing)
      .map(({ position }) => position),
  );
  return quotas.map(({ position, units }) => (raised.has(position) ? units + 1 : units));
}
