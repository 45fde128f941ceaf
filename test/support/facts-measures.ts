import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { cellText, joined, without } from "./facts-coordinates.js";
import { fieldsOf } from "./facts-issue.js";
import { countOf } from "./facts-number.js";
import { periodCalled } from "./facts-periods.js";
import { populationNamed, readLabel } from "./facts-phrase.js";
import type { FileReading } from "./facts-reading.js";

/** Measures of persons by their name, where `n` counts what the field around it does. */
const ofPersons: Readonly<Record<string, Coordinates>> = { killed: {}, deaths: {}, victims: {}, persons: {} };

/** What each measure of the format counts. */
const measures: Readonly<Record<string, Coordinates>> = {
  n: {},
  ...ofPersons,
  c: { demographic: "child" },
  w: { demographic: "woman" },
  m: { demographic: "man" },
  sex_unknown: { demographic: "unknown" },
  tor: { category: "torture" },
  massacres: { unit: "massacres" },
  incidents: { unit: "incidents" },
  females: { category: "female" },
  female_total_pub: { category: "female" },
  landmines: { means: "landmine" },
};

/**
 * What a measure counts, or null if the format and the codebook know none of that name: "tor", "medical", "ytd" (from
 * January to the end of the report), several joined as in "tor_ytd", or words as in a label, "children".
 */
export function measureOf(name: string, reading: FileReading): Coordinates | null {
  const { populationOf, period } = reading;
  if (Object.hasOwn(measures, name)) return measures[name] ?? null;
  const population = populationCalled(name);
  if (population !== null) return populationOf(population);
  const called = periodCalled(name, period);
  if (called !== null) return { period: called };
  const words = name.split("_");
  const parts = words.length === 1 ? [] : words.map((word) => measureOf(word, reading));
  const given = parts.flatMap((part) => Object.keys(part ?? {}));
  if (parts.length > 0 && parts.every((part) => part !== null) && new Set(given).size === given.length) {
    const of = joined(...parts);
    return words.some(countsPersons) || of.demographic !== undefined ? personsIn(of) : of;
  }
  // Of unknown sex, or killed by somebody unknown.
  if (name === "unknown") return null;
  const phrase = readLabel(reading, words.join(" "));
  return phrase.unknown.length === 0 && Object.keys(phrase.of).length > 0 ? phrase.of : null;
}

function populationCalled(name: string): ReturnType<typeof populationNamed> {
  return name === "arm" ? "armed" : name === "civ" ? "civilians" : populationNamed(name);
}

function countsPersons(name: string): boolean {
  return isOfPersons(name) || populationCalled(name) !== null;
}

/** Whether a measure is called by a word for those killed, whatever is counted around it: 2 massacres, 15 `killed`. */
export function isOfPersons(name: string): boolean {
  return Object.hasOwn(ofPersons, name);
}

/**
 * A cell narrowed by a measure, or null if there is none of that name. Of massacres, those who are `killed`, children, women and civilians, are
 * the persons killed in them; nothing here counts the persons killed in incidents.
 */
export function cellCalled(name: string, of: Coordinates, reading: FileReading): Coordinates | null {
  const measure = measureOf(name, reading);
  if (measure === null) return null;
  const cell = joined(of, measure);
  return countsPersons(name) || measure.demographic !== undefined ? personsIn(cell) : cell;
}

function personsIn(cell: Coordinates): Coordinates | null {
  if (cell.unit === "massacres") return { ...without(cell, ["unit"]), inMassacres: true };
  return cell.unit === "incidents" ? null : cell;
}

/** What the rows of a table share out: everybody, or, where none prints a plain count, what the first prints, as its civilians. */
export function sharedOut(reading: FileReading, values: readonly unknown[]): Coordinates {
  const printed = values.flatMap((value) => countsIn(reading, value).map(({ of }) => of));
  return printed.find((of) => Object.keys(of).length === 0) ?? printed[0] ?? {};
}

/** What a row prints of a cell, by whatever name; null where it does not. */
export function countIn(reading: FileReading, value: unknown, of: Coordinates): number | null {
  return countsIn(reading, value).find((one) => cellText(one.of) === cellText(of))?.count ?? null;
}

/** The counts of a row, each by what it is of; a bare one is its `n`. */
export function countsIn(
  reading: FileReading,
  value: unknown,
): readonly { readonly of: Coordinates; readonly count: number }[] {
  return Object.entries(fieldsOf(value) ?? { n: value }).flatMap(([name, given]) => {
    const of = measureOf(name, reading);
    const count = countOf(given);
    return of === null || count === null ? [] : [{ of, count }];
  });
}
