import { daysInPeriod, period } from "casualty-stats";
import type { Coordinates } from "../../src/audit/coordinates.js";
import { cellText, joined, without } from "./facts-coordinates.js";
import { isUnderstood, itemsOf, textOf } from "./facts-issue.js";
import { countOf } from "./facts-number.js";
import { readPhrase } from "./facts-phrase.js";
import { printedText } from "./facts-quotients.js";
import { addFigure, citationAt, type FileReading, printedValue } from "./facts-reading.js";

type Fields = Readonly<Record<string, unknown>>;

/** Adds the printed numbers per day. */
export function addRates(reading: FileReading, value: unknown): void {
  const pending: { readonly path: string; readonly fields: Fields; readonly measure: Coordinates }[] = [];
  const killers = new Map<string, Coordinates>();
  const add = (path: string, fields: Fields, of: Coordinates): void => {
    const printed = printedText(reading, path, fields);
    if (printed === null) return;
    const { text, field, wording } = printed;
    const citation = citationAt(reading, path);
    addFigure(reading, {
      kind: "rate",
      id: `${path}.${field}`,
      text,
      ...wording,
      of: joined(reading.base, of),
      citation,
    });
    const row = without(of, ["demographic", "category"]);
    killers.set(cellText(row), row);
  };
  for (const { path, fields } of itemsOf(value, "rates", reading.note)) {
    if (!isUnderstood(fields, ["pub", "pub_approx", "num", "days"], path, reading.note)) continue;
    if (!isOfPeriod(reading, path, fields)) continue;
    const label = (textOf(fields["label"]) ?? "").replace(
      /\b(per|a|each|every) day\b|\bdaily\b|\bpro Tag\b|\btäglich\b|يوميا/giu,
      " ",
    );
    const phrase = readPhrase(label, reading.names, reading.populationOf);
    if (phrase.unknown.length > 0) {
      const message = `These words name nothing known: ${phrase.unknown.join(", ")}.`;
      reading.note("label-not-understood", `${path}.label`, message, "figure-left-out");
      continue;
    }
    const cells = cellsOfRate(reading, phrase.of, countOf(fields["num"]));
    const [only] = cells;
    if (only !== undefined && cells.length === 1) add(path, fields, only);
    else if (cells.length === 0) pending.push({ path, fields, measure: phrase.of });
    else reading.note("ambiguous", `${path}.num`, "Several cells have this count.", "figure-left-out");
  }
  for (const { path, fields, measure } of pending) {
    const [row, ...further] = killers.values();
    const message = "The label names no party, and no cell has this count";
    if (row === undefined || further.length > 0) {
      reading.note("number-differs", `${path}.num`, `${message}.`, "figure-left-out");
      continue;
    }
    reading.note("number-differs", `${path}.num`, `${message}: it is read of the party of the other rates.`);
    add(path, fields, joined(row, measure));
  }
}

/**
 * The cells that a rate may be of: the one that its label names, with a party; otherwise, since the reports give rates of
 * one party without saying so, those of the total and the rows that have the typed count.
 */
function cellsOfRate(reading: FileReading, of: Coordinates, count: number | null): readonly Coordinates[] {
  const { perpetrator, alliance, section } = of;
  const isNamed = (perpetrator ?? alliance ?? section) !== undefined;
  const civilians = reading.populationOf("civilians");
  const wanted = cellText(withoutRow(joined(reading.base, of)));
  const cells = new Map<string, Coordinates>();
  for (const { of: cell, value } of reading.printed) {
    if (value === count && cellText(withoutRow(cell)) === wanted) cells.set(cellText(cell), cell);
  }
  if (!isNamed) return [...cells.values()];
  const own = [of, ...(civilians === null || of.population !== undefined ? [] : [joined(of, civilians)])];
  const fitting =
    own.find((cell) => printedValue(reading, cell) === count) ??
    own.find((cell) => printedValue(reading, cell) !== null);
  return [fitting ?? of];
}

function withoutRow(of: Coordinates): Coordinates {
  return without(of, ["perpetrator", "alliance", "section", "population"]);
}

function isOfPeriod(reading: FileReading, path: string, fields: Fields): boolean {
  const days = countOf(fields["days"]);
  const own = daysInPeriod(period(reading.period));
  if (days === null || days === own) return true;
  const isNear = Math.abs(days - own) <= 3;
  const message = `The period has ${own} days, not ${days}.`;
  reading.note("number-differs", `${path}.days`, message, isNear ? undefined : "figure-left-out");
  return isNear;
}
