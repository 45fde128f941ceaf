import type { Coordinates } from "../../src/audit/coordinates.js";
import type { Wording } from "../../src/audit/figure.js";
import { cellText, joined } from "./facts-coordinates.js";
import { fractionFigures, fractionOf } from "./facts-fractions.js";
import { fieldsOf, isUnderstood, itemsOf, labelledRows, textOf } from "./facts-issue.js";
import { countOf, printedQuotientOf } from "./facts-number.js";
import { isOfChildrenAndFemales, readPhrase } from "./facts-phrase.js";
import { placeOf } from "./facts-places.js";
import { addFigure, citationAt, type FileReading, printedValues } from "./facts-reading.js";
import {
  chooseShare,
  keepTyped,
  type Meant,
  type PartAndWhole,
  shareByValue,
  type TypedCounts,
  wholesOf,
} from "./facts-shares.js";
import { type ShareSaid, typedShare } from "./facts-typed.js";

type Fields = Readonly<Record<string, unknown>>;

/** Adds the printed percentages. */
export function addPercentages(reading: FileReading, value: unknown): void {
  let previous: PartAndWhole | null = null;
  for (const { path, fields } of itemsOf(value, "pct", reading.note)) {
    if (!isUnderstood(fields, ["pub", "pub_approx", "num", "den"], path, reading.note)) continue;
    const label = textOf(fields["label"]) ?? "";
    const typed = { part: partOf(reading, label, fields["num"], path), whole: countOf(fields["den"]) };
    const isSame: boolean = previous !== null && /^(the )?same\b/i.test(label);
    previous = readShare(reading, path, label, typed, isSame ? previous : null);
    addPercentage(reading, path, fields, { label, typed, read: previous }, isSame ? label : undefined);
    if (previous !== null) noteDifferences(reading, path, fields, previous);
  }
}

/** The count typed of the part, but not one of children and females that can count girls twice. */
function partOf({ note }: FileReading, label: string, value: unknown, path: string): number | null {
  const count = countOf(value);
  if (count === null || !isOfChildrenAndFemales(label)) return count;
  const message = `Girls are children and females: ${count} may count them twice, and is not compared.`;
  note("number-differs", `${path}.num`, message);
  return null;
}

/** Adds the printed shares by governorate, of everybody, or of the one cell that has the number typed as their total. */
export function addPlaceShares(reading: FileReading, value: unknown): void {
  for (const row of labelledRows(value, "gov_pct", reading.note)) {
    const fields = fieldsOf(row.value) ?? { pub: row.value };
    if (!isUnderstood(fields, ["pub", "pub_approx", "num", "den", "total"], row.path, reading.note)) continue;
    const [field, total] =
      fields["total"] === undefined ? ["den", fields["den"]] : ["total", fields["total"]];
    const typed = { part: countOf(fields["num"]), whole: countOf(total) };
    const own = printedValues(reading, {});
    const other = typed.whole === null || own.includes(typed.whole) ? null : onlyCell(reading, typed.whole);
    const whole = other === null || other.place !== undefined ? {} : other;
    const share = { of: joined(whole, { place: placeOf(reading, row) }), whole };
    const read = chooseShare(reading, typed, { named: [share], unsaid: [] }, null);
    const message = `The counts are not those of what "${row.label}" names.`;
    if (read === null) reading.note("number-differs", row.labelPath, message, "figure-left-out");
    addPercentage(reading, row.path, fields, { label: row.label, typed, read });
    if (read !== null) noteDifferences(reading, row.path, { num: fields["num"], [field]: total }, read);
  }
}

function addPercentage(
  reading: FileReading,
  path: string,
  fields: Fields,
  {
    label,
    typed,
    read,
  }: { readonly label: string; readonly typed: TypedCounts; readonly read: PartAndWhole | null },
  where?: string,
): void {
  const said = shareSaid(reading, path, fields);
  if (said === null) return;
  const { part, whole } = typed;
  if (part !== null && whole !== null && (read === null || !isAsPrinted(reading, typed, read)))
    reading.typed.push(typedShare({ ...said, label }, part, whole));
  if (read === null) return;
  keepTyped(reading, typed, read);
  const citation = citationAt(reading, path, where);
  const cells = [joined(reading.base, read.whole, read.of), joined(reading.base, read.whole)] as const;
  for (const figure of said.figuresOf(...cells)) addFigure(reading, { ...figure, citation });
}

/** What is printed of a share, as figures of its part and whole: a percentage, or a fraction in words. */
function shareSaid(reading: FileReading, path: string, fields: Fields): ShareSaid | null {
  const fraction = fractionOf(fields["pub"]);
  if (fraction !== null) {
    const id = `${path}.pub`;
    return {
      ...{ id, printed: fraction.text },
      figuresOf: (of, whole) => fractionFigures(id, fraction, of, whole),
    };
  }
  const printed = printedText(reading, path, fields);
  if (printed === null) return null;
  const { text, field, wording } = printed;
  const id = `${path}.${field}`;
  return {
    ...{ id, printed: `${text}%` },
    figuresOf: (of, whole) => [{ kind: "percentage", id, text, ...wording, of, whole }],
  };
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
 * The cells of "women+children of civilians killed by government", by its words and the typed counts; by the counts alone
 * where the words are not understood, or print others. "The same" is what the percentage before is of, or those of its whole
 * who are children and women.
 */
function readShare(
  reading: FileReading,
  path: string,
  label: string,
  typed: TypedCounts,
  same: PartAndWhole | null,
): PartAndWhole | null {
  const meant = same === null ? meantBy(reading, label) : { named: sharesLike(same), unsaid: [] };
  const byValue = shareByValue(reading, typed);
  const chosen = chooseShare(reading, typed, meant, byValue);
  const isUnderstood = meant.named.length + meant.unsaid.length > 0;
  const message = isUnderstood
    ? `The counts are not those of what "${label}" names`
    : `"${label}" names no part and whole that are known`;
  if (chosen === null)
    reading.note("label-not-understood", `${path}.label`, `${message}.`, "figure-left-out");
  else if (chosen === byValue)
    reading.note("label-not-understood", `${path}.label`, `${message}: it is read by its counts.`);
  return chosen;
}

function sharesLike(share: PartAndWhole): readonly PartAndWhole[] {
  return [share, { ...share, of: { ...share.whole, demographic: ["child", "woman"] } }];
}

/** The cells that a label can mean. Where it can be split in several ways, each is one. */
function meantBy({ names, populationOf }: FileReading, label: string): Meant {
  const read = (text: string): Coordinates | null => {
    const phrase = readPhrase(text, names, populationOf);
    return phrase.unknown.length === 0 ? phrase.of : null;
  };
  const civilians = populationOf("civilians");
  const shares = (of: Coordinates | null, whole: Coordinates | null): readonly PartAndWhole[] => {
    if (of === null || whole === null || Object.keys(of).length === 0) return [];
    const unit = of.unit === undefined ? {} : { unit: of.unit };
    const named = joined(whole, unit);
    const narrower = civilians === null || named.population !== undefined ? [] : [joined(named, civilians)];
    return [named, ...narrower].map((one) => ({ of: joined(one, of), whole: one }));
  };
  const all = read(label);
  return {
    named: [...label.matchAll(/\s(?:out of|of|in|among|der|von|unter|\/)\s/gi)].flatMap(
      ({ index, 0: word }) => shares(read(label.slice(0, index)), read(label.slice(index + word.length))),
    ),
    unsaid: all === null ? [] : wholesOf(all).flatMap((whole) => shares(all, whole)),
  };
}

function onlyCell(reading: FileReading, value: number | null): Coordinates | null {
  const cells = new Map(
    reading.printed.filter((one) => one.value === value).map(({ of }) => [cellText(of), of]),
  );
  const [only] = cells.values();
  return only !== undefined && cells.size === 1 ? only : null;
}

/** Whether the cells of a share print both typed counts, so that an audit of these compares the percentage with them. */
function isAsPrinted(reading: FileReading, { part, whole }: TypedCounts, read: PartAndWhole): boolean {
  const prints = (cell: Coordinates, value: number | null): boolean =>
    value !== null && printedValues(reading, cell).includes(value);
  return prints(read.of, part) && prints(read.whole, whole);
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
    const printed = printedValues(reading, field === "num" ? of : whole);
    if (typed === null || printed.length === 0 || printed.includes(typed)) continue;
    const message = `${typed} is typed; the cell it is said of prints ${printed.join(" or ")}.`;
    reading.note("number-differs", `${path}.${field}`, message);
  }
}
