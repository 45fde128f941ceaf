import type { PrintOptions } from "../number/print-options.js";
import { compareRates, formatRate, type Rate } from "../number/rate.js";

/**
 * The function that prints any of these rates of months per day: with as many decimals as tell those apart that differ, and
 * killings from none; one, mostly. Three do for all months: two rates that differ do so by a 31st of a 30th at least.
 */
export function perDayPrinter(
  rates: readonly Rate[],
  { rounding }: Pick<PrintOptions, "rounding">,
): (rate: Rate) => string {
  const digits = [1, 2].find((few) => tellsApart([none, ...rates], { rounding, digits: few })) ?? 3;
  return (rate) => formatRate(rate, { rounding, digits });
}

const none: Rate = { count: 0, days: 31 };

/** Whether no two rates that differ print alike. */
function tellsApart(rates: readonly Rate[], print: PrintOptions): boolean {
  const firstAs = new Map<string, Rate>();
  return rates.every((rate) => {
    const text = formatRate(rate, print);
    const first = firstAs.get(text) ?? rate;
    firstAs.set(text, first);
    return compareRates(rate, first) === "equal";
  });
}
