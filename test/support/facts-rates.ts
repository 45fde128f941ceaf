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
    const cell = cellOfRate(reading, phrase.of, countOf(fields["num"]));
    if (cell === null) pending.push({ path, fields, measure: phrase.of });
    else add(path, fields, cell);
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
 * The cell that a rate is of: the one that its label names, with a party; otherwise, since the reports give rates of one party
 * without saying so, the first of the total and the rows that has the typed count. Where none is typed it is the total's.
 */
function cellOfRate(reading: FileReading, of: Coordinates, count: number | null): Coordinates | null {
  const { perpetrator, alliance, section } = of;
  if ((perpetrator ?? alliance ?? section) === undefined) {
    if (count === null) return printedValue(reading, of) === null ? null : of;
    const wanted = cellText(withoutRow(joined(reading.base, of)));
    const own = reading.printed.filter(({ of: cell }) => cellText(withoutRow(cell)) === wanted);
    return own.find(({ value }) => value === count)?.of ?? null;
  }
  const civilians = reading.populationOf("civilians");
  const cells = [of, ...(civilians === null || of.population !== undefined ? [] : [joined(of, civilians)])];
  return (
    cells.find((cell) => printedValue(reading, cell) === count) ??
    cells.find((cell) => printedValue(reading, cell) !== null) ??
    of
  );
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
