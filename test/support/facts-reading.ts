import type { Coordinates } from "../../src/audit/coordinates.js";
import type { Figure, Wording } from "../../src/audit/figure.js";
import type { PublishedTable } from "../../src/audit/published.js";
import type { Citation } from "../../src/rule/citation.js";
import { cellText, joined, summands } from "./facts-coordinates.js";
import { type NoteIssue } from "./facts-issue.js";
import type { FactsNames } from "./facts-names.js";
import { printedCountOf } from "./facts-number.js";
import type { PopulationOf } from "./facts-phrase.js";

/** A printed count with its cell, as other fields of the file refer to it by its value. */
interface PrintedCount {
  readonly path: string;
  readonly value: number;
  readonly of: Coordinates;
  /** The measure: "n", "c", "tor". */
  readonly measure: string;
  /** Which of the rows it stands in; null: in none. */
  readonly row: number | null;
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
  readonly printed: PrintedCount[];
  readonly figures: Figure[];
  readonly tables: PublishedTable[];
}

/** What each measure of the format counts. */
const measures: Readonly<Record<string, Coordinates>> = {
  n: {},
  c: { demographic: "child" },
  w: { demographic: "woman" },
  m: { demographic: "man" },
  tor: { category: "torture" },
  massacres: { unit: "massacres" },
  incidents: { unit: "incidents" },
  females: { category: "female" },
  landmines: { means: "landmine" },
};

/** What a measure counts, or null if the format and the codebook know none of that name. */
export function measureOf(name: string, { names, populationOf }: FileReading): Coordinates | null {
  if (Object.hasOwn(measures, name)) return measures[name] ?? null;
  if (name === "arm") return populationOf("armed");
  if (name === "civ") return populationOf("civilians");
  const category = names.category(name.replaceAll("_", " "));
  return category === null ? null : { category };
}

/** Where a figure stands in the file. */
export function citationAt(reading: FileReading, path: string, where?: string): Citation {
  return { source: reading.source, place: where === undefined ? path : `${path} (${where})` };
}

/** Adds a printed count. */
export function addCount(
  reading: FileReading,
  path: string,
  value: number,
  of: Coordinates,
  as: {
    readonly measure: string;
    readonly row?: number;
    readonly where?: string;
    readonly wording?: Wording;
  },
): void {
  const cell = joined(reading.base, of);
  const { measure, row = null, where, wording = "exactly" } = as;
  // A figure that is printed elsewhere once more, or is no exact number, is not what other fields refer to.
  if (where === undefined && wording === "exactly")
    reading.printed.push({ path, value, of: cell, measure, row });
  reading.figures.push({
    kind: "count",
    id: path,
    value,
    of: cell,
    ...(wording === "exactly" ? {} : { wording }),
    citation: citationAt(reading, path, where),
  });
}

/** Adds every measure of an object: `{ "n": 129, "c": 44 }`. A blank is not printed. */
export function addMeasures(
  reading: FileReading,
  fields: Readonly<Record<string, unknown>>,
  path: string,
  of: Coordinates,
  as: { readonly except: readonly string[]; readonly row?: number },
): void {
  for (const [name, value] of Object.entries(fields)) {
    if (as.except.includes(name) || value === null) continue;
    const where = path === "" ? name : `${path}.${name}`;
    const measure = measureOf(name, reading);
    if (measure === null) {
      reading.note("field-unknown", where, `There is no measure "${name}" here.`, "figure-left-out");
      continue;
    }
    const count = printedCountOf(value);
    if (count === null) {
      reading.note("malformed", where, "A count is a whole number of 0 or more.", "figure-left-out");
      continue;
    }
    addCount(reading, where, count.value, joined(of, measure), {
      measure: name,
      wording: count.wording,
      ...(as.row === undefined ? {} : { row: as.row }),
    });
  }
}

/** A field that is one count or an object of measures: `108`, `{ "n": 55, "c": 9 }`. */
export function addCountOrMeasures(
  reading: FileReading,
  value: unknown,
  path: string,
  of: Coordinates,
  except: readonly string[] = [],
): void {
  if (value === null || value === undefined) return;
  const count = printedCountOf(value);
  if (count !== null) {
    addCount(reading, path, count.value, of, { measure: "n", wording: count.wording });
    return;
  }
  if (typeof value === "object" && !Array.isArray(value)) {
    addMeasures(reading, { ...value }, path, of, { except });
    return;
  }
  reading.note("malformed", path, "This is neither a count nor an object of counts.", "figure-left-out");
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
