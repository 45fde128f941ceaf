import type { Coordinates } from "../../src/audit/coordinates.js";
import { joined, oneOrMore } from "./facts-coordinates.js";
import { itemsOf, noteUnknownFields } from "./facts-issue.js";
import { countOf, printedCountOf } from "./facts-number.js";
import type { PartyRow } from "./facts-parties.js";
import { type Phrase, readPhrase } from "./facts-phrase.js";
import { addCount, type FileReading, printedValue } from "./facts-reading.js";

/** Breakdowns of one cell whose parts are given by their values only, by the words behind "by". */
const axes: Readonly<Record<string, "controlledBy" | "means">> = {
  "area of control": "controlledBy",
  "areas of control": "controlledBy",
  "controlling force": "controlledBy",
  means: "means",
  method: "means",
  weapon: "means",
};

/** Adds the printed subtotals, each a table of the rows that its parts are the values of. */
export function addSubtotals(reading: FileReading, value: unknown, rows: readonly PartyRow[]): void {
  for (const { path, fields } of itemsOf(value, "subtotals", reading.note)) {
    noteUnknownFields(fields, ["label", "pub", "parts"], path, reading.note);
    const label = typeof fields["label"] === "string" ? fields["label"] : "";
    const printed = printedCountOf(fields["pub"]);
    const parts = partsOf(reading, fields["parts"], `${path}.parts`);
    const [, head = label, axis = ""] = /^(.*) by (.*)$/i.exec(label) ?? [];
    const split = Object.hasOwn(axes, axis.toLowerCase()) ? axes[axis.toLowerCase()] : undefined;
    if (split === undefined) addGroup(reading, path, label, printed, parts, rows);
    else addBreakdown(reading, path, head, printed, parts, split);
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

/** A cell shared out by something that no other field of the file speaks of: each part is a cell of its own. */
function addBreakdown(
  reading: FileReading,
  path: string,
  label: string,
  printed: ReturnType<typeof printedCountOf>,
  parts: readonly number[],
  split: "controlledBy" | "means",
): void {
  const phrase = readPhrase(label, reading.names, reading.populationOf);
  if (phrase.unknown.length > 0) {
    noteUnknownWords(reading, `${path}.label`, phrase);
    return;
  }
  const of = joined(reading.base, phrase.of);
  if (printed !== null)
    addCount(reading, `${path}.pub`, printed.value, of, { measure: "subtotal", wording: printed.wording });
  const keys = parts.map((_, nth) => `${reading.source}, ${path}, part ${nth + 1}`);
  parts.forEach((part, nth) => {
    addCount(reading, `${path}.parts[${nth}]`, part, joined(of, { [split]: keys[nth] }), { measure: "part" });
  });
  const rows = keys.map((key): Coordinates => ({ [split]: key }));
  reading.tables.push({ id: path, of, rows, whole: true, blank: "not-printed" });
}

/** A subtotal of rows of the table of parties. */
function addGroup(
  reading: FileReading,
  path: string,
  label: string,
  printed: ReturnType<typeof printedCountOf>,
  parts: readonly number[],
  rows: readonly PartyRow[],
): void {
  const phrase = readPhrase(label, reading.names, reading.populationOf);
  const { perpetrator, alliance, section, population, ...measure } = phrase.of;
  const hasGroup = (perpetrator ?? alliance ?? section) !== undefined;
  if (phrase.unknown.length > 0) noteUnknownWords(reading, `${path}.label`, phrase, hasGroup);
  const members = reading.names.membersOf(phrase.of);
  const inGroup = rows.filter(
    ({ of, isGroup }) =>
      !isGroup &&
      (!hasGroup || reading.names.membersOf(of).every((key) => members.includes(key))) &&
      (population === undefined || population === of.population),
  );
  const found = parts.length === 0 ? null : rowsOfParts(reading, path, parts, inGroup, measure, hasGroup);
  if (found === null && !hasGroup) return;
  const byPopulation = population === undefined ? {} : { population };
  const leaves =
    found !== null &&
    inGroup.some((row) => !found.includes(row) && printedValue(reading, joined(row.of, measure)) !== null);
  const group: Coordinates =
    hasGroup && !leaves
      ? phrase.of
      : { perpetrator: oneOrMore(membersOfAll(reading, found ?? [])), ...byPopulation, ...measure };
  if (leaves && hasGroup) {
    const message = `A row of "${label}" is none of its parts: it is read as the total of its parts.`;
    reading.note("number-differs", `${path}.parts`, message);
  }
  const of = joined(reading.base, group);
  if (printed !== null)
    addCount(reading, `${path}.pub`, printed.value, of, { measure: "subtotal", wording: printed.wording });
  if (found === null) return;
  const all = hasGroup && !leaves ? inGroup : found;
  reading.tables.push({ id: path, of, rows: all.map((row) => row.of), whole: true, blank: reading.blank });
}

function membersOfAll({ names }: FileReading, rows: readonly PartyRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ of }) => names.membersOf(of)))];
}

/**
 * The rows whose printed values the parts are. A part that is no row's value is that of the one row left, if the label
 * names the group; null where the parts may be several rows'.
 */
function rowsOfParts(
  reading: FileReading,
  path: string,
  parts: readonly number[],
  rows: readonly PartyRow[],
  measure: Coordinates,
  hasGroup: boolean,
): readonly PartyRow[] | null {
  const valued = rows.flatMap((row) => {
    const value = printedValue(reading, joined(row.of, measure));
    return value === null ? [] : [{ row, value }];
  });
  const found: PartyRow[] = [];
  const unmatched: number[] = [];
  for (const part of new Set(parts)) {
    const wanted = parts.filter((other) => other === part).length;
    const fitting = valued.filter(({ value }) => value === part);
    if (fitting.length > wanted) {
      const message = `${part} is the value of ${fitting.length} rows: ${fitting.map(({ row }) => row.label).join(", ")}.`;
      reading.note("ambiguous", `${path}.parts`, message, hasGroup ? undefined : "figure-left-out");
      return null;
    }
    found.push(...fitting.map(({ row }) => row));
    for (let missing = fitting.length; missing < wanted; missing++) unmatched.push(part);
  }
  if (unmatched.length === 0) return found;
  const left = valued.filter(({ row }) => !found.includes(row));
  const byLabel = hasGroup && left.length === unmatched.length;
  reading.note(
    "number-differs",
    `${path}.parts`,
    `${unmatched.join(" and ")} is the value of no row` +
      (byLabel
        ? `: by the label it stands for ${left.map(({ row, value }) => `"${row.label}" ${value}`).join(", ")}.`
        : "."),
    byLabel || hasGroup ? undefined : "figure-left-out",
  );
  return byLabel ? [...found, ...left.map(({ row }) => row)] : null;
}

function noteUnknownWords({ note }: FileReading, path: string, { unknown }: Phrase, isUsed = false): void {
  const message = `These words name nothing known: ${unknown.map((word) => `"${word}"`).join(", ")}.`;
  note("label-not-understood", path, message, isUsed ? undefined : "figure-left-out");
}
