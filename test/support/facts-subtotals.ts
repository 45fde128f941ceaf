import { listed } from "../../src/audit/cells/read-coordinates.js";
import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { joined } from "./facts-coordinates.js";
import { isUnderstood, itemsOf, textOf } from "./facts-issue.js";
import { countOf, printedCountIn } from "./facts-number.js";
import { areValuesOf, isIn, leavesPrinted, rowsOfParts, sumOf } from "./facts-parts.js";
import { type Phrase, readLabel } from "./facts-phrase.js";
import { addCount, type FileReading, printedValue } from "./facts-reading.js";
import type { TableRow } from "./facts-tables.js";
import { typedSum } from "./facts-typed.js";

/** A cell shared out into parts that are given by their values only: by areas, or by means. */
const breakdown = /^(.*) by (?:(areas? of control|controlling force)|means|method|weapon)$/i;

/** A subtotal while it is read. */
interface Subtotal {
  readonly path: string;
  readonly label: string;
  readonly printed: ReturnType<typeof printedCountIn>;
  readonly parts: readonly number[];
}

/** Adds the printed subtotals, each a table of the rows that its parts are the values of: parties, or governorates. */
export function addSubtotals(
  reading: FileReading,
  value: unknown,
  tables: readonly (readonly TableRow[])[],
): void {
  for (const { path, fields } of itemsOf(value, "subtotals", reading.note)) {
    if (!isUnderstood(fields, ["pub", "pub_approx", "parts"], path, reading.note)) continue;
    const label = textOf(fields["label"]) ?? "";
    const parts = partsOf(reading, fields["parts"], `${path}.parts`);
    const subtotal: Subtotal = { path, label, printed: printedCountIn(fields), parts };
    const [, head, areas] = breakdown.exec(label) ?? [];
    if (head === undefined) addGroup(reading, subtotal, tables);
    else addBreakdown(reading, { ...subtotal, label: head }, areas !== undefined);
  }
}

/** The values of the parts; one that is no count makes the subtotal a figure without a table. */
function partsOf({ note }: FileReading, value: unknown, path: string): readonly number[] {
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  const parts = given.flatMap((part) => countOf(part) ?? []);
  if (parts.length > 0 && parts.length === given.length) return parts;
  note("malformed", path, "The parts are to be a list of counts.");
  return [];
}

/**
 * A cell shared out by something that no other field of the file speaks of: each part is a cell of its own, but for means, which the
 * codebook lists and the parts do not name.
 */
function addBreakdown(reading: FileReading, subtotal: Subtotal, isByAreas: boolean): void {
  const { path, label, printed, parts } = subtotal;
  const phrase = readLabel(reading, label);
  if (phrase.unknown.length > 0) {
    addSum(reading, subtotal, phrase);
    return;
  }
  const of = joined(reading.base, phrase.of);
  if (printed !== null) addCount(reading, `${path}.${printed.field}`, printed, of);
  if (!isByAreas) {
    addTypedSum(reading, subtotal);
    return;
  }
  const keys = parts.map((_, nth) => `${reading.source}, ${path}, part ${nth + 1}`);
  parts.forEach((value, nth) => {
    const part = joined(of, { controlledBy: keys[nth] ?? "" });
    addCount(reading, `${path}.parts[${nth}]`, { value, wording: "exactly" }, part);
  });
  const rows = keys.map((key): Coordinates => ({ controlledBy: key }));
  reading.tables.push({ id: path, of, rows, whole: true, blank: "not-printed" });
}

/**
 * A subtotal of rows: of those of the group that its label names, some of which may print another number than its parts; of
 * whichever rows have all its parts as values only where the label names none. Words that are not known may make a group another:
 * "parties other than ISIS", "shelling by ISIS", "in areas of ISIS".
 */
function addGroup(reading: FileReading, subtotal: Subtotal, tables: readonly (readonly TableRow[])[]): void {
  const { path, label, printed, parts } = subtotal;
  const phrase = readLabel(reading, label);
  const { perpetrator, alliance, section, population, place, ...measure } = phrase.of;
  const hasGroup = (perpetrator ?? alliance ?? section ?? place) !== undefined;
  const rows = tables.map((all) => all.filter(({ standing }) => standing !== "group"));
  const inGroup = rows.map((all) => (hasGroup ? all.filter(({ of }) => isIn(reading, of, phrase.of)) : []));
  const ofLabel = inGroup.find((all) => all.length > 0) ?? [];
  const candidates = rows.map((all) =>
    all.filter(({ of }) => population === undefined || population === of.population),
  );
  const found = hasGroup
    ? rowsOfParts(reading, parts, ofLabel, measure, "by-label")
    : firstOf(candidates, (all) => rowsOfParts(reading, parts, all, measure, "by-value"));
  const isRead = hasGroup ? phrase.unknown.length === 0 : found !== null;
  if (!isRead) {
    addSum(reading, subtotal, phrase);
    return;
  }
  if (found === null && rows.some((all) => areValuesOf(reading, parts, all, measure))) {
    const message = `The parts do not tell of which rows "${label}" is: it is compared with them alone.`;
    reading.note("number-differs", `${path}.parts`, message);
    addTypedSum(reading, subtotal);
    return;
  }
  if (phrase.unknown.length > 0) noteUnknownWords(reading, path, phrase, undefined);
  if (found !== null && found.unmatched.length > 0) {
    const left = found.rows.slice(-found.unmatched.length).map((row) => `"${row.label}"`);
    const message = `${found.unmatched.join(" and ")} is the value of no row of "${label}": by the label it stands for ${left.join(" and ")}.`;
    reading.note("number-differs", `${path}.parts`, message);
  }
  const isGroup = found === null || (hasGroup && !leavesPrinted(reading, ofLabel, found.rows, measure));
  if (hasGroup && found === null && parts.length > 0)
    reading.note("number-differs", `${path}.parts`, `The parts are not the values of rows of "${label}".`);
  if (hasGroup && !isGroup)
    reading.note("number-differs", `${path}.parts`, `"${label}" is read as the total of its parts.`);
  const group = isGroup ? phrase.of : { ...sumOf(reading, found.rows), ...measure };
  const of = joined(reading.base, group);
  if (printed !== null) addCount(reading, `${path}.${printed.field}`, printed, of);
  if (found === null) {
    addTypedSum(reading, subtotal);
    return;
  }
  const all = isGroup ? ofLabel : found.rows;
  reading.tables.push({ id: path, of, rows: all.map((row) => row.of), whole: true, blank: "not-printed" });
}

/**
 * A subtotal of no rows, compared with its parts alone. Of several categories ("medical and civil defense personnel") these
 * are the categories' numbers; one person may be in both, so that it may be less than their sum, if no less than the greatest.
 */
function addSum(reading: FileReading, { path, label, printed, parts }: Subtotal, phrase: Phrase): void {
  const { category, ...of } = phrase.of;
  const categories = category === undefined ? [] : listed(category);
  const isOfCategories = categories.length > 1 && categories.length === phrase.unknown.length;
  const own = categories.flatMap((key) => printedValue(reading, joined(of, { category: key })) ?? []);
  const addends = parts.length > 0 || own.length < categories.length ? parts : own;
  if (printed === null || addends.length === 0) {
    noteUnknownWords(reading, path, phrase, "figure-left-out");
    return;
  }
  const { value } = printed;
  const others =
    isOfCategories && own.length === categories.length ? parts.filter((part) => !own.includes(part)) : [];
  if (others.length > 0)
    reading.note(
      "number-differs",
      `${path}.parts`,
      `${others.join(" and ")} is printed for none of the categories.`,
    );
  if (!isOfCategories) {
    const message = `"${label}" names no known rows: it is compared with the numbers of its parts alone.`;
    reading.note("label-not-understood", `${path}.label`, message);
  }
  const sum = addends.reduce((before, part) => before + part, 0);
  if (isOfCategories && value <= sum && value >= Math.max(...addends)) return;
  addTypedSum(reading, { path, label, printed, parts: addends });
}

/** A subtotal and its parts are numbers that agree or not, whatever they count. */
function addTypedSum({ typed }: FileReading, { path, label, printed, parts }: Subtotal): void {
  if (printed === null || parts.length === 0) return;
  const { field, value, wording } = printed;
  const worded = wording === "exactly" ? {} : { wording };
  typed.push(typedSum({ id: `${path}.${field}`, label, value, ...worded }, parts));
}

function firstOf<Item, Result>(items: readonly Item[], of: (item: Item) => Result | null): Result | null {
  for (const item of items) {
    const result = of(item);
    if (result !== null) return result;
  }
  return null;
}

function noteUnknownWords(
  { note }: FileReading,
  path: string,
  { unknown }: Phrase,
  lost: "figure-left-out" | undefined,
): void {
  const words = unknown.map((word) => `"${word}"`).join(", ");
  const message =
    unknown.length === 0
      ? "The label names no group, and the parts are not the values of rows."
      : `These words name nothing known: ${words}.`;
  note("label-not-understood", `${path}.label`, message, lost);
}
