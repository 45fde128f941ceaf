import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Wording } from "../../src/audit/published/figure.js";
import { cellText, joined } from "./facts-coordinates.js";
import { fractionFigures, fractionOf } from "./facts-fractions.js";
import { fieldsOf, isUnderstood, itemsOf, labelledRows, textOf } from "./facts-issue.js";
import { countOf, printedQuotientOf } from "./facts-number.js";
import { isOfChildrenAndFemales, readLabel } from "./facts-phrase.js";
import { placeOf } from "./facts-places.js";
import { addCount, addFigure, citationAt, type FileReading, printedValues } from "./facts-reading.js";
import {
  chooseShare,
  closestShare,
  keepTyped,
  type Meant,
  type PartAndWhole,
  shareByValue,
  type TypedCounts,
  wholesOf,
} from "./facts-shares.js";
import { type ShareSaid, typedShare } from "./facts-typed.js";

type Fields = Readonly<Record<string, unknown>>;

/** The cells that a percentage is read of. */
interface ReadShare extends PartAndWhole {
  /** Whether its label says them by itself: other counts typed beside it then contradict what is printed. */
  readonly isSure: boolean;
}

/** Adds the printed percentages. */
export function addPercentages(reading: FileReading, value: unknown): void {
  let previous: ReadShare | null = null;
  for (const { path, fields } of itemsOf(value, "pct", reading.note)) {
    if (!isUnderstood(fields, ["pub", "pub_approx", "num", "den"], path, reading.note)) continue;
    const label = textOf(fields["label"]) ?? "";
    const typed = { part: partOf(reading, label, fields["num"], path), whole: countOf(fields["den"]) };
    const isSame: boolean = previous !== null && /^(the )?same\b/i.test(label);
    previous = readShare(reading, path, label, typed, isSame ? previous : null);
    if (previous !== null) compareTyped(reading, path, typed, previous, "den");
    addPercentage(reading, path, fields, { label, typed, read: previous }, isSame ? label : undefined);
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
    const field = fields["total"] === undefined ? "den" : "total";
    const typed = { part: countOf(fields["num"]), whole: countOf(fields[field]) };
    const own = printedValues(reading, {});
    const other = typed.whole === null || own.includes(typed.whole) ? null : onlyCell(reading, typed.whole);
    const whole = other === null || other.place !== undefined ? {} : other;
    const share = { of: joined(whole, { place: placeOf(reading, row) }), whole };
    // Which governorate it is, the row says; of what it is a share, the total.
    const isSure = typed.whole !== null && printedValues(reading, whole).includes(typed.whole);
    const chosen = isSure ? share : chooseShare(reading, typed, { named: [share], unsaid: [] }, null);
    const read = chosen && { ...chosen, isSure };
    const message = `The counts are not those of what "${row.label}" names.`;
    if (read === null) reading.note("number-differs", row.labelPath, message, "figure-left-out");
    if (read !== null) compareTyped(reading, row.path, typed, read, field);
    addPercentage(reading, row.path, fields, { label: row.label, typed, read });
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
 * The cells of "women+children of civilians killed by government": by its words, where these say both; else by them and the typed
 * counts, or by the counts alone where the words are not understood, or print others. "The same" is what the percentage before is
 * of, or those of its whole who are children and women.
 */
function readShare(
  reading: FileReading,
  path: string,
  label: string,
  typed: TypedCounts,
  same: PartAndWhole | null,
): ReadShare | null {
  const meant = same === null ? meantBy(reading, label) : { sure: [], named: sharesLike(same), unsaid: [] };
  const byValue = shareByValue(reading, typed);
  const sure = closestShare(reading, typed, meant.sure, byValue);
  if (sure !== null) return { ...sure, isSure: true };
  const chosen = chooseShare(reading, typed, meant, byValue);
  const isUnderstood = meant.named.length + meant.unsaid.length > 0;
  const message = isUnderstood
    ? `The counts are not those of what "${label}" names`
    : `"${label}" names no part and whole that are known`;
  const isTyped = typed.part !== null && typed.whole !== null;
  const rest = isTyped ? ": it is compared with the counts typed beside it alone" : "";
  if (chosen === null)
    reading.note("label-not-understood", `${path}.label`, `${message}${rest}.`, "figure-left-out");
  else if (chosen === byValue)
    reading.note("label-not-understood", `${path}.label`, `${message}: it is read by its counts.`);
  return chosen && { ...chosen, isSure: false };
}

function sharesLike({ of, whole }: PartAndWhole): readonly PartAndWhole[] {
  return [
    { of, whole },
    { of: { ...whole, demographic: ["child", "woman"] }, whole },
  ];
}

/** Whether a part and its whole stand around a word: of "deaths of children", or "women in Idlib", it is not said. */
function isOfWhole(before: string, word: string, after: string): boolean {
  if (/^(in|von|unter)$/i.test(word)) return false;
  const isOfVictims = /(?:victims?|deaths?|killings?|toll|massacres?|incidents?|opfer|tote[nr]?)$/i.test(
    before,
  );
  return !isOfVictims || /^(?:the )?(?:total|all|overall|those)\b/i.test(after);
}

/** The cells that a label can mean. Where it can be split in several ways, each is one. */
function meantBy(reading: FileReading, label: string): Meant {
  const { populationOf } = reading;
  const read = (text: string): Coordinates | null => {
    const phrase = readLabel(reading, text);
    return phrase.unknown.length === 0 ? phrase.of : null;
  };
  const civilians = populationOf("civilians");
  const shares = (of: Coordinates | null, whole: Coordinates | null): readonly PartAndWhole[] => {
    if (of === null || whole === null || Object.keys(of).length === 0) return [];
    const unit = of.unit === undefined ? {} : { unit: of.unit };
    const named = joined(whole, unit);
    const narrower = civilians === null || named.population !== undefined ? [] : [joined(named, civilians)];
    // Nobody prints the share of all in themselves: "ISIS of all killed" in a report on ISIS is one of a whole that it does not count.
    return [named, ...narrower]
      .map((one) => ({ of: joined(one, of), whole: one }))
      .filter((one) => cellText(joined(reading.base, one.of)) !== cellText(joined(reading.base, one.whole)));
  };
  const all = read(label);
  const splits = [...label.matchAll(/\s(out of|of|in|among|der|von|unter|\/)\s/gi)].map(
    ({ index, 0: { length }, 1: word = "" }) => {
      const [before, after] = [label.slice(0, index), label.slice(index + length)];
      const [of, whole] = [read(before), read(after)];
      const isSure = isOfWhole(before, word, after) && of?.unit === whole?.unit;
      return { isSure, named: shares(of, whole) };
    },
  );
  const sure = splits.filter(({ isSure, named }) => isSure && named.length > 0).map(({ named }) => named);
  const texts = sure.map((shares) => shares.map(({ of, whole }) => cellText(of) + cellText(whole)).join());
  return {
    sure: new Set(texts).size === 1 ? (sure[0] ?? []) : [],
    named: splits.flatMap(({ named }) => named),
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

/**
 * Compares the typed counts with what the cells print that they are said of. Another number is a second one printed of the cell if the
 * label is sure; else it is noted.
 */
function compareTyped(
  reading: FileReading,
  path: string,
  typed: TypedCounts,
  read: ReadShare,
  wholeField: string,
): void {
  for (const [field, value, cell] of [
    ["num", typed.part, read.of],
    [wholeField, typed.whole, read.whole],
  ] as const) {
    const printed = printedValues(reading, cell);
    if (value === null || printed.length === 0 || printed.includes(value)) continue;
    const where = `${path}.${field}`;
    const message = `${value} is typed; the cell it is said of prints ${printed.join(" or ")}.`;
    if (read.isSure) addCount(reading, where, { value, wording: "exactly" }, cell, "with the percentage");
    else reading.note("number-differs", where, message);
  }
}
