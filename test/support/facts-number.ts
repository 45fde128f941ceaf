import type { Wording } from "../../src/audit/published/figure.js";
import { largestCount } from "../../src/audit/published/printed-number.js";

/** A printed number with its wording. */
export interface Printed<Value> {
  readonly value: Value;
  readonly wording: Wording;
}

/** Whole numbers in words, from two. */
export const numerals: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10 },
  ...{ deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10 },
  ...{ ثلاثة: 3, أربعة: 4, خمسة: 5, ستة: 6, سبعة: 7, ثمانية: 8, تسعة: 9, عشرة: 10 },
};

const wordings: readonly (readonly [RegExp, Wording])[] = [
  [/^(?:at least|no (?:less|fewer) than|not (?:less|fewer) than|mindestens|wenigstens)\s+/i, "at-least"],
  [/^(?:more than|over|mehr als|über)\s+/i, "more-than"],
  [/^(?:up to|at most|no more than|bis zu|höchstens)\s+/i, "up-to"],
  [/^(?:nearly|almost|fast|beinahe)\s+/i, "nearly"],
  [
    /^(?:about|approximately|approx\.?|around|some|roughly|circa|ca\.?|etwa|rund|ungefähr)\s+|^~\s*/i,
    "about",
  ],
];

/** A count as it is printed: a number, or a text such as "1,382", "1 382" or "at least 94". */
export function printedCountOf(value: unknown): Printed<number> | null {
  if (typeof value === "number") return isCount(value) ? { value, wording: "exactly" } : null;
  if (typeof value !== "string") return null;
  const { rest, wording } = worded(value);
  if (!/^(?:\d+|\d{1,3}(?:[,.\s\u00a0\u202f]\d{3})+)$/.test(rest)) return null;
  const count = Number(rest.replace(/\D/g, ""));
  return isCount(count) ? { value: count, wording } : null;
}

/** The two bounds of a count that is printed as a range: "10 to 12", "10–12", "between 10 and 12". */
export function printedRangeOf(
  value: unknown,
): { readonly minimum: number; readonly maximum: number } | null {
  const text = typeof value === "string" ? value.trim() : "";
  const [, from, to] =
    /^(?:between|zwischen)\s+(.+?)\s+(?:and|und)\s+(.+)$/i.exec(text) ??
    /^(.+?)\s*(?:\bto\b|\bbis\b|\p{Pd})\s*(.+)$/iu.exec(text) ??
    [];
  const minimum = countOf(from);
  const maximum = countOf(to);
  return minimum === null || maximum === null || minimum > maximum ? null : { minimum, maximum };
}

/** The count of an item, which is printed as `pub`, or as an approximate one, `pub_approx`. */
export function printedCountIn(
  fields: Readonly<Record<string, unknown>>,
): (Printed<number> & { readonly field: string }) | null {
  const field = (fields["pub"] ?? null) === null && "pub_approx" in fields ? "pub_approx" : "pub";
  const printed = printedCountOf(fields[field]);
  if (printed === null) return null;
  return { field, ...printed, ...(field === "pub" ? {} : { wording: "about" }) };
}

/** Whether a value is a blank as reports print it: nothing, a dash, "none". */
export function isBlank(value: unknown): boolean {
  return (
    (value ?? null) === null ||
    (typeof value === "string" && /^\s*(?:\p{Pd}+|none|nil|n\/a)?\s*$/iu.test(value))
  );
}

/** A field's count, or null where there is none. */
export function countOf(value: unknown): number | null {
  return printedCountOf(value)?.value ?? null;
}

/** A printed percentage or rate, as its text: 26, "52.0", "about 52 %", "4,2". */
export function printedQuotientOf(value: unknown): Printed<string> | null {
  const given = typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
  const { rest, wording } = worded(given);
  const text = rest.replace(/\s?(?:%|percent|per cent|prozent)$/i, "").replace(",", ".");
  return /^(?:0|[1-9]\d{0,5})(?:\.\d{1,6})?$/.test(text) ? { value: text, wording } : null;
}

/** A text without the words for how exact its number is, and what they say. */
export function worded(text: string): { readonly rest: string; readonly wording: Wording } {
  // Numerals as Arabic writes them are read as those that they stand for.
  const trimmed = text.trim().replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
  for (const [words, wording] of wordings) {
    const rest = trimmed.replace(words, "");
    if (rest !== trimmed) return { rest, wording };
  }
  return { rest: trimmed, wording: "exactly" };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= largestCount;
}
