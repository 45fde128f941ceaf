import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Wording } from "../../src/audit/published/figure.js";
import type { Compared } from "./facts-compared.js";
import { cellText, joined } from "./facts-coordinates.js";
import { isUnderstood, itemsOf, textOf } from "./facts-issue.js";
import { countOf, printedCountOf, printedQuotientOf } from "./facts-number.js";
import { comparedPeriods } from "./facts-periods.js";
import { readLabel } from "./facts-phrase.js";
import { addCount, addFigure, citationAt, type FileReading, printedValue } from "./facts-reading.js";

type Fields = Readonly<Record<string, unknown>>;

/** A rise or fall of a cell against the same one of each of some periods. */
interface Trend {
  readonly says: "increase" | "decrease";
  readonly now: Coordinates;
  readonly before: readonly Coordinates[];
}

/** The size of a rise or fall, and the field in which it stands. */
interface Size {
  readonly field: string;
  readonly text: string;
  readonly unit: "percent" | "persons";
  readonly wording?: Wording | undefined;
  /** The whole of it where it has a sign, which says which way it goes: "+10%", "−100". */
  readonly signed: string | null;
}

const rising =
  /\b(?:rise|rises|rose|risen|rising|increase[ds]?|growth|more|higher|anstieg|zunahme|gestiegen)\b/i;
const falling =
  /\b(?:fall|falls|fell|fallen|decrease[ds]?|decline[ds]?|drop|dropped|reduction|less|fewer|lower|rückgang|abnahme|gesunken)\b/i;
/** What stands before the period that is compared; not "more than 36%", "over 40". */
const compared =
  /\s(?:over|compared (?:to|with)|from|against|vs\.?|versus|than|since|gegenüber|im vergleich zu[mr]?)\s(?!\d{1,3}(?:[.,]\d+)*(?:\s?%|\s|$))/i;
/** Words for how much, and those that only join. */
const degree =
  /\b(?:of|by|changes?|significant|notable|sharp|slight|marked|remarkable|relative|continued|further|figures?|numbers?)\b/gi;
/** A number with its wording: "34", "about 36 %". */
const sized =
  /\b(?:(?:at least|no (?:less|fewer) than|more than|over|up to|nearly|almost|about|approximately|around|some|roughly) )?\d+(?:[.,]\d+)*(?:\s?%|\s?per ?cent\b)?/i;

/** Adds the statements of a rise or fall against other periods, with or without its size. */
export function addTrends(reading: FileReading, value: unknown): readonly Compared[] {
  return itemsOf(value, "trend", reading.note).flatMap(({ path, fields }): readonly Compared[] => {
    const known = ["pub", "pub_approx", "pct", "now", "before"];
    if (!isUnderstood(fields, known, path, reading.note)) return [];
    const label = textOf(fields["label"]) ?? "";
    const [what = "", when = ""] = label.split(compared);
    const word = wordOf(what);
    const given = sizeOf(reading, path, label, fields);
    const sign = signOf(given);
    const isContrary = word !== null && sign !== null && word !== sign;
    const size = isContrary ? null : given;
    const says = word ?? sign;
    if (isContrary)
      reading.note(
        "label-not-understood",
        `${path}.${given?.field ?? "label"}`,
        `Its sign does not go with the words, which say "${word}": these are read without it.`,
        "figure-left-out",
      );
    const now = countOf(fields["now"]);
    const trend = says === null ? null : readTrend(reading, says, what, when, now);
    const before = countOf(fields["before"]);
    const id = `${path}.${size?.field ?? "label"}`;
    if (says === null || trend === null) {
      const isTyped = says !== null && now !== null && before !== null;
      const message = "The label names no rise or fall of a known cell against a known period";
      const only = `${message}: only the numbers typed of it are compared.`;
      reading.note(
        "label-not-understood",
        `${path}.label`,
        isTyped ? only : `${message}.`,
        isTyped ? undefined : "figure-left-out",
      );
      return isTyped ? [{ path, id, label, says, size, now, before, cell: null }] : [];
    }
    const said = size?.signed ? `${label}: ${size.signed}` : label;
    const isFigure = addTrend(reading, { path, label: said, size }, trend);
    addNow(reading, path, now, trend);
    const [cell, ...further] = trend.before;
    if (cell === undefined || further.length > 0) return [];
    const unsaid = isFigure ? null : size;
    const own = now ?? printedValue(reading, trend.now);
    return [{ path, id, label, says, size: unsaid, now: own, before, cell }];
  });
}

/** Which way it goes by its words. */
function wordOf(what: string): Trend["says"] | null {
  return falling.test(what) ? "decrease" : rising.test(what) ? "increase" : null;
}

/** Which way it goes by the sign of its size: "+0%" goes neither way. */
function signOf(size: Size | null): Trend["says"] | null {
  if (size === null || size.signed === null || Number(size.text) === 0) return null;
  return size.signed.startsWith("+") ? "increase" : "decrease";
}

/** What is printed of the size: in a field, or in the words of the label. */
function sizeOf({ note }: FileReading, path: string, label: string, fields: Fields): Size | null {
  const field = ["pub", "pub_approx", "pct"].find((name) => (fields[name] ?? null) !== null) ?? "label";
  const whole = field === "label" ? sized.exec(label.split(compared)[0] ?? "")?.[0] : fields[field];
  if (whole === undefined) return null;
  const text = typeof whole === "string" ? whole.trim() : typeof whole === "number" ? String(whole) : "";
  const signed = /^[+\u2212\p{Pd}]\s*\d/u.test(text) ? text : null;
  const given = signed?.slice(1).trim() ?? whole;
  const about = field === "pub_approx" ? { wording: "about" as const } : {};
  const isPercent =
    field === "pct" || (typeof given === "string" && /(?:%|per ?cent|prozent)\s*$/i.test(given));
  const percent = isPercent ? printedQuotientOf(given) : null;
  const count = isPercent ? null : printedCountOf(given);
  if (percent !== null)
    return { field, unit: "percent", ...worded(percent), text: percent.value, ...about, signed };
  if (count !== null)
    return { field, unit: "persons", ...worded(count), text: String(count.value), ...about, signed };
  note(
    "malformed",
    `${path}.${field}`,
    "This is no number of persons, and no percentage.",
    "figure-left-out",
  );
  return null;
}

function worded({ wording }: { readonly wording: Wording }): { readonly wording?: Wording } {
  return wording === "exactly" ? {} : { wording };
}

/** A trend, unless it is said of some in a report on others, and with another number than these have there: it may be of all such. */
function readTrend(
  reading: FileReading,
  says: Trend["says"],
  what: string,
  when: string,
  typed: number | null,
): Trend | null {
  const cell = [sized, falling, rising, degree].reduce((text, words) => text.replace(words, " "), what);
  const phrase = readLabel(reading, cell);
  const periods = comparedPeriods(reading.period, when);
  if (phrase.unknown.length > 0 || periods.length === 0) return null;
  const now = joined(reading.base, phrase.of);
  const isOfSome = Object.keys(reading.base).length > 0 && cellText(now) !== cellText(reading.base);
  const printed = isOfSome && typed !== null ? printedValue(reading, phrase.of) : typed;
  if (printed !== null && printed !== typed) return null;
  return { says, now, before: periods.map((period) => joined(now, { period })) };
}

/** Adds it as a difference, or as a statement without its size: whether the size is a figure, or there is none. */
function addTrend(
  reading: FileReading,
  { path, label, size }: { readonly path: string; readonly label: string; readonly size: Size | null },
  { says, now, before }: Trend,
): boolean {
  const citation = citationAt(reading, path);
  const [only, ...further] = before;
  if (size?.unit === "persons" && only !== undefined && further.length === 0) {
    const [of, than] = says === "decrease" ? [only, now] : [now, only];
    const id = `${path}.${size.field}`;
    addFigure(reading, {
      kind: "difference",
      id,
      value: Number(size.text),
      of,
      than,
      citation,
      ...(size.wording === undefined ? {} : { wording: size.wording }),
    });
    return true;
  }
  const statement = { says, than: before };
  addFigure(reading, { kind: "statement", id: `${path}.label`, text: label, of: now, statement, citation });
  if (size === null) return true;
  if (further.length > 0)
    reading.note(
      "label-not-understood",
      `${path}.${size.field}`,
      "Its size is that against one period; several are named.",
      "figure-left-out",
    );
  return false;
}

/** The number of this period: a figure of its own if nothing else of the file prints it. */
function addNow(reading: FileReading, path: string, typed: number | null, { now }: Trend): void {
  const printed = printedValue(reading, now);
  if (typed === null || typed === printed) return;
  if (printed === null) addCount(reading, `${path}.now`, { value: typed, wording: "exactly" }, now);
  else
    reading.note(
      "number-differs",
      `${path}.now`,
      `${typed} is typed; the cell it is said of prints ${printed}.`,
    );
}
