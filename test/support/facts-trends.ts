import type { Coordinates } from "../../src/audit/coordinates.js";
import { joined } from "./facts-coordinates.js";
import { isUnderstood, itemsOf, textOf } from "./facts-issue.js";
import { countOf, printedCountIn } from "./facts-number.js";
import { comparedPeriods } from "./facts-periods.js";
import { readPhrase } from "./facts-phrase.js";
import { addCount, addFigure, citationAt, type FileReading, printedValue } from "./facts-reading.js";

type Fields = Readonly<Record<string, unknown>>;

/** A number of another period that a file repeats, to be used if no file of that period is there. */
export interface Repeated {
  readonly path: string;
  readonly period: string;
  readonly value: number;
  readonly of: Coordinates;
}

/** A rise or fall of a cell against the same one of each of some periods. */
interface Trend {
  readonly path: string;
  readonly label: string;
  readonly says: "increase" | "decrease";
  readonly now: Coordinates;
  readonly before: readonly Coordinates[];
}

const rising = /\b(?:rise|rose|risen|rising|increase[ds]?|growth|more)\b/i;
const falling = /\b(?:fall|fell|decrease[ds]?|decline[ds]?|drop|dropped|reduction|less|fewer)\b/i;
const compared = /\s(?:over|compared (?:to|with)|from|against|vs\.?|versus|than|since)\s/i;
/** Words for how much, and those that only join. */
const degree = /\b(?:of|significant|notable|sharp|slight|marked|remarkable|relative|continued|further)\b/gi;

/** Adds the statements of a rise or fall against other periods, with or without its size. */
export function addTrends(reading: FileReading, value: unknown): readonly Repeated[] {
  return itemsOf(value, "trend", reading.note).flatMap(({ path, fields }): readonly Repeated[] => {
    if (!isUnderstood(fields, ["pub", "pub_approx", "now", "before"], path, reading.note)) return [];
    const trend = readTrend(reading, path, textOf(fields["label"]) ?? "");
    if (trend === null) {
      const message = "The label names no rise or fall of a known cell against a known period.";
      reading.note("label-not-understood", `${path}.label`, message, "figure-left-out");
      return [];
    }
    addTrend(reading, fields, trend);
    addNow(reading, fields, trend);
    const count = countOf(fields["before"]);
    const [before, ...further] = trend.before;
    return count === null || before?.period === undefined || further.length > 0
      ? []
      : [{ path: `${path}.before`, period: before.period, value: count, of: before }];
  });
}

function readTrend(reading: FileReading, path: string, label: string): Trend | null {
  const [what = "", when = ""] = label.split(compared);
  const says = falling.test(what) ? "decrease" : rising.test(what) ? "increase" : null;
  const cell = what.replace(falling, " ").replace(rising, " ").replace(degree, " ");
  const phrase = readPhrase(cell, reading.names, reading.populationOf);
  const periods = comparedPeriods(reading.period, when);
  if (says === null || phrase.unknown.length > 0 || periods.length === 0) return null;
  const now = joined(reading.base, phrase.of);
  return { path, label, says, now, before: periods.map((period) => joined(now, { period })) };
}

function addTrend(reading: FileReading, fields: Fields, { path, label, says, now, before }: Trend): void {
  const citation = citationAt(reading, path);
  const printed = printedCountIn(fields);
  const [only, ...further] = before;
  if (printed !== null && only !== undefined && further.length === 0) {
    const { field, value, wording } = printed;
    const [of, than] = says === "decrease" ? [only, now] : [now, only];
    const worded = wording === "exactly" ? {} : { wording };
    addFigure(reading, { kind: "difference", id: `${path}.${field}`, value, of, than, citation, ...worded });
    return;
  }
  if ((fields["pub"] ?? fields["pub_approx"] ?? null) !== null)
    reading.note("malformed", `${path}.pub`, "This is no number of persons.", "figure-left-out");
  const statement = { says, than: before };
  addFigure(reading, { kind: "statement", id: `${path}.label`, text: label, of: now, statement, citation });
}

/** The number of this period: a figure of its own if nothing else of the file prints it. */
function addNow(reading: FileReading, fields: Fields, { path, now }: Trend): void {
  const typed = countOf(fields["now"]);
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
