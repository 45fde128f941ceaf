import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Figure } from "../../src/audit/published/figure.js";
import type { PublishedTable } from "../../src/audit/published/published.js";
import type { Citation } from "../../src/rule/citation.js";
import { cellText, isOfNobody, joined, summands, without } from "./facts-coordinates.js";
import { fieldsOf, type NoteIssue } from "./facts-issue.js";
import { cellCalled, isOfPersons } from "./facts-measures.js";
import type { FactsNames } from "./facts-names.js";
import { type Printed, printedCountOf, printedRangeOf } from "./facts-number.js";
import { periodCalled } from "./facts-periods.js";
import type { PopulationOf } from "./facts-phrase.js";
import { type TypedFigures, typedSum } from "./facts-typed.js";

/** A printed count with its cell, as other fields of the file refer to it by its value. */
interface PrintedCount {
  readonly path: string;
  readonly value: number;
  readonly of: Coordinates;
}

/** One fact file while it is read. */
export interface FileReading {
  readonly names: FactsNames;
  readonly note: NoteIssue;
  /** What everything in the file is narrowed to: those killed in massacres, those who died under torture. */
  readonly base: Coordinates;
  readonly populationOf: PopulationOf;
  /** The period of the file, as `period` reads it. */
  readonly period: string;
  /** Whether the table of parties is on the page as a whole. */
  readonly whole: boolean;
  readonly blank: PublishedTable["blank"];
  readonly source: string;
  /** The categories whose persons are counted beside the totals. */
  readonly beside: string[];
  readonly printed: PrintedCount[];
  readonly figures: Figure[];
  readonly tables: PublishedTable[];
  /** The ids of tables that may have all rows or some: nothing tells. */
  readonly openTables: string[];
  /** The counts typed beside the percentages that are read, by the text of their cells. */
  readonly typedCells: Map<string, number>;
  readonly typed: TypedFigures[];
}

/** Where a figure stands in the file. */
export function citationAt(reading: FileReading, path: string, where?: string): Citation {
  return { source: reading.source, place: where === undefined ? path : `${path} (${where})` };
}

/** Adds a figure, unless nobody is in a cell of it, as the women of a report of children: then it is not understood. */
export function addFigure(reading: FileReading, figure: Figure): void {
  const cells = Object.entries(figure).filter(([name]) => ["of", "than", "whole"].includes(name));
  if (!cells.some(([, cell]) => isOfNobody(cell as Coordinates))) reading.figures.push(figure);
  else
    reading.note(
      "label-not-understood",
      figure.id,
      "Nobody is what the file says of this figure.",
      "figure-left-out",
    );
}

/** Adds a printed count; of one that is printed once more, where. */
export function addCount(
  reading: FileReading,
  path: string,
  { value, wording }: Printed<number>,
  of: Coordinates,
  where?: string,
): void {
  const cell = joined(reading.base, of);
  // What is printed once more elsewhere is not what other fields refer to.
  if (where === undefined && !isOfNobody(cell)) reading.printed.push({ path, value, of: cell });
  addFigure(reading, {
    kind: "count",
    id: path,
    value,
    of: cell,
    ...(wording === "exactly" ? {} : { wording }),
    citation: citationAt(reading, path, where),
  });
}

/** Adds both bounds of a count that is printed as a range. */
function addRange(
  reading: FileReading,
  path: string,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  of: Coordinates,
): void {
  const bounds = [
    { id: path, value: minimum, wording: "at-least" },
    { id: `${path} (at most)`, value: maximum, wording: "up-to" },
  ] as const;
  const citation = citationAt(reading, path);
  for (const bound of bounds)
    addFigure(reading, { kind: "count", ...bound, of: joined(reading.base, of), citation });
}

/**
 * Whether nothing says what a bare number of a period counts, as `"december": 55` in a report of massacres: these, as its title does,
 * or the persons killed in them, as its `n`. It is told and not read.
 */
export function isUnitUnsaid(reading: FileReading, value: unknown, path: string, of: Coordinates): boolean {
  const isBare = printedCountOf(value) !== null || printedRangeOf(value) !== null;
  if (!isBare || joined(reading.base, of).inMassacres !== true) return false;
  reading.note(
    "unit-unsaid",
    path,
    'Nothing says whether it counts massacres or persons killed in them: { "massacres": … } or { "n": … } would.',
    "figure-left-out",
  );
  return true;
}

/** Adds every measure of an object: `{ "n": 129, "c": 44, "landmines": { "n": 8 } }`. A blank is not printed. */
export function addMeasures(
  reading: FileReading,
  fields: Readonly<Record<string, unknown>>,
  path: string,
  of: Coordinates,
): void {
  for (const [name, value] of Object.entries(fields)) {
    const where = path === "" ? name : `${path}.${name}`;
    const cell = cellCalled(name, of, reading);
    const isOfPeriod = periodCalled(name, reading.period) !== null;
    if (cell === null) reading.note("field-unknown", where, whyUnread(name), "figure-left-out");
    else if (!isOfPeriod || !isUnitUnsaid(reading, value, where, cell))
      addCountOrMeasures(reading, value, where, cell);
  }
  addBoysAndGirls(reading, fields, path, of);
}

function whyUnread(name: string): string {
  return /injur|wound|missing|arrest|detain|displac|disappear/i.test(name)
    ? `"${name}" counts persons who were not killed: nothing here is compared with them.`
    : `There is no measure "${name}" here.`;
}

/** Every child is a boy or a girl: a sum by itself, since the audit knows girls as a category only. */
function addBoysAndGirls(
  reading: FileReading,
  fields: Readonly<Record<string, unknown>>,
  path: string,
  of: Coordinates,
): void {
  const sexes = ["boys", "girls"];
  const parts = sexes.flatMap((name) => printedCountOf(fields[name]) ?? []);
  const cell = cellText(joined(reading.base, of, { demographic: "child" }));
  const children = reading.printed.find((one) => cellText(one.of) === cell);
  if (parts.length < 2 || children === undefined) return;
  if (parts.some(({ wording }) => wording !== "exactly")) return;
  const { path: id, value } = children;
  const where = sexes.map((name) => (path === "" ? name : `${path}.${name}`));
  const values = parts.map((part) => part.value);
  reading.typed.push(typedSum({ id, label: "children, as boys and girls", value }, values, where));
}

/**
 * A field that is one count or an object of measures: `108`, `{ "n": 55, "c": 9 }`. Of massacres, an object that speaks of
 * children or women is their toll, and so is its `n`: `{ "massacres": 3, "n": 40, "c": 12 }`; not beside those `killed`.
 */
export function addCountOrMeasures(
  reading: FileReading,
  value: unknown,
  path: string,
  of: Coordinates,
): void {
  if (value === null || value === undefined) return;
  const count = printedCountOf(value);
  const fields = fieldsOf(value);
  const range = printedRangeOf(value);
  if (count !== null) addCount(reading, path, count, of);
  else if (range !== null) addRange(reading, path, range, of);
  else if (fields === null)
    reading.note("malformed", path, "A count is a whole number of 0 or more.", "figure-left-out");
  else if (of.unit === "massacres" && isToll(Object.keys(fields)))
    addMeasures(reading, fields, path, { ...without(of, ["unit"]), inMassacres: true });
  else addMeasures(reading, fields, path, of);
}

function isToll(names: readonly string[]): boolean {
  const speaksOfPersons = names.includes("c") || names.includes("w");
  return names.includes("massacres") || (speaksOfPersons && !names.some(isOfPersons));
}

/** What is printed for a cell: its own count, or those of the groups that it is the sum of. Null: not printed. */
export function printedValue(reading: FileReading, of: Coordinates): number | null {
  let sum = 0;
  for (const part of summands(joined(reading.base, of))) {
    const text = cellText(part);
    const found = reading.printed.find((one) => cellText(one.of) === text);
    if (found === undefined) return null;
    sum += found.value;
  }
  return sum;
}

/** All that is printed for a cell, or as the sum of its groups, with what other places of the report print for it. */
export function printedValues(reading: FileReading, of: Coordinates): readonly number[] {
  const sums = summands(joined(reading.base, of)).reduce<readonly number[]>(
    (all, part) => {
      const text = cellText(part);
      const values = reading.figures.flatMap((one) =>
        one.kind === "count" && cellText(one.of) === text ? [one.value] : [],
      );
      return all.flatMap((sum) => values.map((value) => sum + value));
    },
    [0],
  );
  return [...new Set(sums)];
}
