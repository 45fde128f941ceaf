import { CasualtyError } from "../error.js";

/**
 * Gives `value` back if it is a count: a whole number of 0 or more that a JavaScript number holds exactly.
 *
 * Nothing is coerced: a text, `null` and `NaN` are refused, since a missing count is not zero. `subject` says in the
 * message what was counted, as in "the number of victims".
 *
 * @throws `count-not-whole` if it is anything but a whole number of 0 or more; `count-unsafe` if it is above
 * 9,007,199,254,740,991 (2^53 - 1), beyond which neighbouring whole numbers are the same number.
 *
 * @example
 * checkedCount(129, "the number of victims") // 129
 */
export function checkedCount(value: unknown, subject: string): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0) {
    throw new CasualtyError(
      "count-not-whole",
      `A count must be a whole number of 0 or more, but ${subject} is ${described(value)}. ${adviceFor(value)}`,
      { subject, value },
    );
  }
  if (value > Number.MAX_SAFE_INTEGER) throw unsafe(subject);
  // Minus zero is a whole number too, but prints and compares differently from zero.
  return value === 0 ? 0 : value;
}

/**
 * Gives the sum of two counts, exactly. The sum with 0 is the other count; `subject` says in a message what is added.
 *
 * @throws `count-unsafe` if the sum is above 9,007,199,254,740,991 (2^53 - 1); `count-not-whole` if `a` or `b` is no count.
 *
 * @example
 * addCounts(46, 21, "the toll of the alliance") // 67
 */
export function addCounts(a: number, b: number, subject: string): number {
  const sum = checkedCount(a, subject) + checkedCount(b, subject);
  if (sum > Number.MAX_SAFE_INTEGER) throw unsafe(subject);
  return sum;
}

function unsafe(subject: string): CasualtyError<"count-unsafe"> {
  return new CasualtyError(
    "count-unsafe",
    `Counts are exact up to ${Number.MAX_SAFE_INTEGER}, and ${subject} is above that. Look for a code or an id that was read as a count.`,
    { subject },
  );
}

function described(value: unknown): string {
  if (typeof value === "string") return `the text ${JSON.stringify(value)}`;
  if (typeof value === "bigint") return `the BigInt ${value}`;
  if (typeof value === "number" || value === null || value === undefined) return String(value);
  return `of the type ${typeof value}`;
}

function adviceFor(value: unknown): string {
  if (typeof value === "string" || typeof value === "bigint") return "Convert it to a number first.";
  if (value === null || value === undefined || Number.isNaN(value)) {
    return "What is not known is not zero: leave it out, or state a count.";
  }
  return "Hand in a count, neither a difference nor a rate.";
}
