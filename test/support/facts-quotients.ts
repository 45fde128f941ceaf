import type { Coordinates } from "../../src/audit/coordinates.js";
import type { Wording } from "../../src/audit/figure.js";
import { cellText, joined } from "./facts-coordinates.js";
import { fieldsOf, isUnderstood, itemsOf, labelledRows, textOf } from "./facts-issue.js";
import { countOf, printedQuotientOf } from "./facts-number.js";
import { readPhrase } from "./facts-phrase.js";
import { placeOf } from "./facts-places.js";
import { addFigure, citationAt, type FileReading, printedValue } from "./facts-reading.js";

/** The cell of a part and that of its whole. */
interface PartAndWhole {
  readonly of: Coordinates;
  readonly whole: Coordinates;
}

type Fields = Readonly<Record<string, unknown>>;

/** Adds the printed percentages. */
export function addPercentages(reading: FileReading, value: unknown): void {
  let previous: PartAndWhole | null = null;
  for (const { path, fields } of itemsOf(value, "pct", reading.note)) {
    if (!isUnderstood(fields, ["pub", "pub_approx", "num", "den"], path, reading.note)) continue;
    const label = textOf(fields["label"]) ?? "";
    const isSame: boolean = previous !== null && /^(the )?same\b/i.test(label);
    const read: PartAndWhole | null = isSame ? previous : readShare(reading, path, label, fields);
    if (read === null) continue;
    addPercentage(reading, path, fields, read, isSame ? label : undefined);
    if (!isSame) noteDifferences(reading, path, fields, read);
    previous = read;
  }
}

/** Adds the printed shares by governorate, of everybody, or of the one cell that has the number typed as their total. */
export function addPlaceShares(reading: FileReading, value: unknown): void {
  for (const row of labelledRows(value, "gov_pct", reading.note)) {
    const fields = fieldsOf(row.value) ?? { pub: row.value };
    if (!isUnderstood(fields, ["pub", "pub_approx", "num", "den", "total"], row.path, reading.note)) continue;
    const [field, total] =
      fields["total"] === undefined ? ["den", fields["den"]] : ["total", fields["total"]];
    const typed = countOf(total);
    const own = printedValue(reading, {});
    const other = typed === null || typed === own ? null : onlyCell(reading, typed);
    const whole = other === null || other.place !== undefined ? {} : other;
    const share = { of: joined(whole, { place: placeOf(reading, row) }), whole };
    addPercentage(reading, row.path, fields, share);
    noteDifferences(reading, row.path, { num: fields["num"], [field]: total }, share);
  }
}

function addPercentage(
  reading: FileReading,
  path: string,
  fields: Fields,
  { of, whole }: PartAndWhole,
  where?: string,
): void {
  const printed = printedText(reading, path, fields);
  if (printed === null) return;
  addFigure(reading, {
    kind: "percentage",
    id: `${path}.${printed.field}`,
    text: printed.text,
    ...printed.wording,
    of: joined(reading.base, whole, of),
    whole: joined(reading.base, whole),
    citation: citationAt(reading, path, where),
  });
}

/** A number as its printed text; approximate ones are worded "about". */
export function printedText(
  { note }: FileReading,
  path: string,
  fields: Fields,
): {
  readonly text: string;
  readonly field: string;
  readonly wording: { readonly wording?: Wording };
} | null {
  const field = (fields["pub"] ?? null) === null && "pub_approx" in fields ? "pub_approx" : "pub";
  if (fields[field] === null) return null;
  const printed = printedQuotientOf(fields[field]);
  if (printed !== null) {
    const wording = field === "pub" ? printed.wording : "about";
    return { text: printed.value, field, wording: wording === "exactly" ? {} : { wording } };
  }
  note("malformed", `${path}.${field}`, "This is no printed number of 0 or more.", "figure-left-out");
  return null;
}

/**
 * The cells of "women+children of civilians killed by government", by its words. Where these can be split in several ways
 * the typed counts choose; where they are not understood, the counts do, if each is that of one cell only.
 */
function readShare(reading: FileReading, path: string, label: string, fields: Fields): PartAndWhole | null {
  const { names, populationOf, note } = reading;
  const read = (text: string): Coordinates | null => {
    const phrase = readPhrase(text, names, populationOf);
    return phrase.unknown.length === 0 ? phrase.of : null;
  };
  const splits = [...label.matchAll(/\s(?:of|in|among|der|von|unter|\/)\s/gi)].map(({ index, 0: word }) => [
    label.slice(0, index),
    label.slice(index + word.length),
  ]);
  const civilians = populationOf("civilians");
  const readings = [...splits, [label, ""]].flatMap(([part = "", rest = ""]): PartAndWhole[] => {
    const of = read(part);
    const whole = read(rest);
    if (of === null || whole === null || Object.keys(of).length === 0) return [];
    const unit = of.unit === undefined ? {} : { unit: of.unit };
    const named = joined(whole, unit);
    const narrower = civilians === null || named.population !== undefined ? [] : [joined(named, civilians)];
    return [named, ...narrower].map((one) => ({ of: joined(one, of), whole: one }));
  });
  // What is not typed chooses nothing.
  const isTypedAs = (field: "num" | "den", cell: Coordinates): boolean => {
    const typed = countOf(fields[field]);
    return typed !== null && typed === printedValue(reading, cell);
  };
  const agreement = ({ of, whole }: PartAndWhole): number =>
    Number(isTypedAs("num", of)) + Number(isTypedAs("den", whole));
  const best = Math.max(...readings.map(agreement));
  const chosen = readings.find((one) => agreement(one) === best);
  // A label that names its whole is believed; one that names none may have been misunderstood.
  const isTyped = countOf(fields["num"]) !== null && countOf(fields["den"]) !== null;
  if (chosen !== undefined && (splits.length > 0 || best === 2 || !isTyped)) return chosen;
  const byValue = shareByValue(reading, fields);
  const message =
    chosen === undefined
      ? `"${label}" names no part and whole that are known`
      : `The counts are not those of what "${label}" names`;
  if (byValue === null && chosen !== undefined) return chosen;
  if (byValue === null) note("label-not-understood", `${path}.label`, `${message}.`, "figure-left-out");
  else note("label-not-understood", `${path}.label`, `${message}: it is read by its counts.`);
  return byValue;
}

/** The only cell of the typed denominator, with the only cell of the typed count, or its children and women. */
function shareByValue(reading: FileReading, fields: Fields): PartAndWhole | null {
  const whole = onlyCell(reading, countOf(fields["den"]));
  if (whole === null) return null;
  const count = countOf(fields["num"]);
  const of = onlyCell(reading, count);
  if (of !== null) return { of, whole };
  const childrenAndWomen = joined(whole, { demographic: ["child", "woman"] });
  return printedValue(reading, childrenAndWomen) === count ? { of: childrenAndWomen, whole } : null;
}

function onlyCell(reading: FileReading, value: number | null): Coordinates | null {
  const cells = new Map(
    reading.printed.filter((one) => one.value === value).map(({ of }) => [cellText(of), of]),
  );
  const [only] = cells.values();
  return only !== undefined && cells.size === 1 ? only : null;
}

/** Notes the typed counts that are not those of the cells that they are said of. */
function noteDifferences(
  reading: FileReading,
  path: string,
  fields: Fields,
  { of, whole }: PartAndWhole,
): void {
  for (const [field, value] of Object.entries(fields)) {
    if (!["num", "den", "total"].includes(field)) continue;
    const typed = countOf(value);
    const printed = printedValue(reading, field === "num" ? of : whole);
    if (typed === null || printed === null || typed === printed) continue;
    const message = `${typed} is typed; the cell it is said of prints ${printed}.`;
    reading.note("number-differs", `${path}.${field}`, message);
  }
}
