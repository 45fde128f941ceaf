import { daysInPeriod, period } from "casualty-stats";
import { misprintsOf } from "../../src/audit/conflicts/misprint.js";
import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { cellText, joined, without } from "./facts-coordinates.js";
import { isUnderstood, itemsOf, textOf } from "./facts-issue.js";
import { countOf } from "./facts-number.js";
import { readLabel } from "./facts-phrase.js";
import { printedText } from "./facts-quotients.js";
import { addFigure, citationAt, type FileReading, printedValue } from "./facts-reading.js";
import { typedRate } from "./facts-typed.js";

type Fields = Readonly<Record<string, unknown>>;

const perDay = /\b(per|a|each|every) day\b|\bdaily\b|\bpro Tag\b|\btäglich\b|\bpar jour\b|يوميا/giu;

/** Words of time that make a rate one of another unit: "per hour", "a child every two days". */
const ofOtherUnit =
  /\b(?:(?:minute|hour|day|week|fortnight|month|quarter|year)s?|(?:hour|week|month|quarter|year)ly|annual(?:ly)?|(?:Stunde|Tage|Woche|Monat|Jahr)[ens]*|stündlich|wöchentlich|monatlich|jährlich|heures?|jours?|semaines?|mois)\b|ساع|أيام|أسبوع|شهر|سنو/iu;

/** Adds the printed numbers per day. A rate of another unit is none of them. */
export function addRates(reading: FileReading, value: unknown): void {
  for (const { path, fields } of itemsOf(value, "rates", reading.note)) {
    if (!isUnderstood(fields, ["pub", "pub_approx", "num", "days"], path, reading.note)) continue;
    const printed = printedText(reading, path, fields);
    if (printed === null) continue;
    const { text, field, wording } = printed;
    const label = textOf(fields["label"]) ?? "";
    if (ofOtherUnit.test(label.replace(perDay, " "))) {
      reading.note(
        "label-not-understood",
        `${path}.label`,
        `"${label}" is no rate per day.`,
        "figure-left-out",
      );
      continue;
    }
    const id = `${path}.${field}`;
    const of = isOfPeriod(reading, path, fields) ? readRate(reading, path, fields) : null;
    const count = countOf(fields["num"]);
    const days = countOf(fields["days"]) ?? daysInPeriod(period(reading.period));
    if (count !== null && (of === null || printedValue(reading, of) === null))
      reading.typed.push(typedRate({ id, label, text, ...wording }, count, days));
    if (of === null) continue;
    const citation = citationAt(reading, path);
    addFigure(reading, { kind: "rate", id, text, ...wording, of: joined(reading.base, of), citation });
  }
}

function readRate(reading: FileReading, path: string, fields: Fields): Coordinates | null {
  const label = (textOf(fields["label"]) ?? "").replace(perDay, " ");
  const phrase = readLabel(reading, label);
  if (phrase.unknown.length > 0) {
    const message = `These words name nothing known: ${phrase.unknown.join(", ")}.`;
    reading.note("label-not-understood", `${path}.label`, message, "figure-left-out");
    return null;
  }
  const count = countOf(fields["num"]);
  const cell = cellOfRate(reading, phrase.of, count);
  const printed = cell === null ? null : printedValue(reading, cell);
  if (cell === null) {
    const message = "The label names no party, and no cell has this count.";
    reading.note("number-differs", `${path}.num`, message, "figure-left-out");
  } else if (count !== null && printed !== null && count !== printed) {
    const message = `${count} is typed; the cell it is said of prints ${printed}.`;
    reading.note("number-differs", `${path}.num`, message);
  }
  return cell;
}

/**
 * The cell that a rate is of: the one that its label names, with a party; otherwise, since the reports give rates of one party
 * without saying so, the first of the total and the rows that has the typed count. Where no cell has it, it may be a misprint:
 * of the total's or the first party's, if no other cell has a count that it can come from. Where none is typed it is the total's.
 */
function cellOfRate(reading: FileReading, of: Coordinates, count: number | null): Coordinates | null {
  const { perpetrator, alliance, section } = of;
  if ((perpetrator ?? alliance ?? section) === undefined) {
    if (count === null) return printedValue(reading, of) === null ? null : of;
    const wanted = cellText(withoutRow(joined(reading.base, of)));
    const own = reading.printed.filter(({ of: cell }) => cellText(withoutRow(cell)) === wanted);
    const equal = own.find(({ value }) => value === count);
    if (equal !== undefined) return equal.of;
    const misprinted = misprintsOf(String(count)).map(({ value }) => Number(value));
    const near = own.filter(({ value }) => misprinted.includes(value));
    const [only, ...others] = new Map(near.map((one) => [cellText(one.of), one.of])).values();
    const first = reading.printed.find(({ path }) => path.startsWith("parties["))?.of;
    const isUsual = only?.perpetrator === undefined || only.perpetrator === first?.perpetrator;
    return only !== undefined && others.length === 0 && isUsual ? only : null;
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
