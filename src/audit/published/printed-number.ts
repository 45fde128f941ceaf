import { CasualtyError } from "../../error.js";
import { unitsOfOne } from "../../number/fixed-point.js";
import type { Interval } from "../constraints/quotient-bounds.js";
import type { PercentageFigure, RateFigure, Wording } from "./figure.js";

/** A printed decimal number in units of its last place: "4.20" is 420 units with 2 digits. */
export interface PrintedNumber {
  readonly units: number;
  readonly digits: number;
  /** How many units are 1. */
  readonly unitsOfOne: number;
}

/** The largest number that a count or difference may print: above it nothing is concluded any more. */
export const largestCount = 10_000_000_000;

/** The digits before the point are so many that a percentage or rate stays below a million. */
const pattern = /^(0|[1-9][0-9]{0,5})(?:\.([0-9]{1,6}))?(?:\s?%)?$/;

/**
 * Reads a printed percentage or rate: digits, with a point before at most 6 decimals, "%" or not.
 *
 * @throws `percent-malformed` if it is none.
 *
 * @example
 * readPrintedNumber("52.0%") // { units: 520, digits: 1, unitsOfOne: 10 }
 */
export function readPrintedNumber(text: string): PrintedNumber {
  const [matched, ones = "", decimals = ""] = pattern.exec(text) ?? [];
  if (matched === undefined) {
    throw new CasualtyError(
      "percent-malformed",
      `${JSON.stringify(text)} is no percentage or rate: write a number below a million as "52", "1200" or "35.70%", without a comma or space in it, with a point before at most 6 decimals.`,
      { text },
    );
  }
  const digits = decimals.length;
  return { units: Number(ones + decimals), digits, unitsOfOne: Number(unitsOfOne(digits)) };
}

/** The same of a figure, with how many units of its last place are the whole: 1,000 of "52.0%"; of a rate, one a day: 10 of "3.2". */
export function readQuotient({
  kind,
  text,
}: Pick<PercentageFigure | RateFigure, "kind" | "text">): PrintedNumber & { readonly unitsOfWhole: number } {
  const read = readPrintedNumber(text);
  return { ...read, unitsOfWhole: kind === "percentage" ? 100 * read.unitsOfOne : read.unitsOfOne };
}

/** Whether `readPrintedNumber` reads a text. */
export function isPrintedNumber(text: string): boolean {
  return pattern.test(text);
}

/**
 * The whole numbers that a worded number allows, by one unit where it is about that much: of a count its last digit that is no zero.
 *
 * @example
 * worded(550, "nearly") // { minimum: 540, maximum: 550 }
 * worded(14, "at-least") // { minimum: 14, maximum: Infinity }
 */
export function worded(value: number, wording: Wording, unit = lastUnit(value)): Interval {
  switch (wording) {
    case "exactly":
      return { minimum: value, maximum: value };
    case "at-least":
      return { minimum: value, maximum: Infinity };
    case "more-than":
      return { minimum: value + 1, maximum: Infinity };
    case "up-to":
      return { minimum: 0, maximum: value };
    case "nearly":
      return { minimum: Math.max(0, value - unit), maximum: value };
    case "about":
      return { minimum: Math.max(0, value - unit), maximum: value + unit };
  }
}

/** The value of the last digit that is no zero: 100 of 1,200; 1 of 0. */
export function lastUnit(value: number): number {
  let unit = 1;
  while (value !== 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}
