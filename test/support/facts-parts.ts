import { listed } from "../../src/audit/cells/read-coordinates.js";
import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { joined, oneOrMore } from "./facts-coordinates.js";
import { type FileReading, printedValue } from "./facts-reading.js";
import type { TableRow } from "./facts-tables.js";

/**
 * The rows whose printed values the parts are. Of the group that a label names, parts that are no row's value are those of the
 * rows left, if they are as many. Null where the parts are not the values of these rows, or may be those of several.
 */
export function rowsOfParts(
  reading: FileReading,
  parts: readonly number[],
  rows: readonly TableRow[],
  measure: Coordinates,
  by: "by-label" | "by-value",
): { readonly rows: readonly TableRow[]; readonly unmatched: readonly number[] } | null {
  const valued = rows.flatMap((row) => {
    const value = printedValue(reading, joined(row.of, measure));
    return value === null ? [] : [{ row, value }];
  });
  if (parts.length === 0 || valued.length === 0) return null;
  const found: TableRow[] = [];
  const unmatched: number[] = [];
  for (const part of new Set(parts)) {
    const wanted = parts.filter((other) => other === part).length;
    const fitting = valued.filter(({ value }) => value === part);
    if (fitting.length > wanted) return null;
    found.push(...fitting.map(({ row }) => row));
    for (let missing = fitting.length; missing < wanted; missing++) unmatched.push(part);
  }
  if (unmatched.length === 0) return { rows: found, unmatched };
  const left = valued.filter(({ row }) => !found.includes(row)).map(({ row }) => row);
  if (by === "by-value" || left.length !== unmatched.length) return null;
  return { rows: [...found, ...left], unmatched };
}

/** Whether each part is the value of a row, of whichever. */
export function areValuesOf(
  reading: FileReading,
  parts: readonly number[],
  rows: readonly TableRow[],
  measure: Coordinates,
): boolean {
  const values = rows.map(({ of }) => printedValue(reading, joined(of, measure)));
  return parts.length > 0 && parts.every((part) => values.includes(part));
}

/** Whether a printed row of the group is none of the parts. */
export function leavesPrinted(
  reading: FileReading,
  group: readonly TableRow[],
  parts: readonly TableRow[],
  measure: Coordinates,
): boolean {
  return group.some((row) => !parts.includes(row) && printedValue(reading, joined(row.of, measure)) !== null);
}

/** Whether a row is of a group of parties or places, and of its population. */
export function isIn({ names }: FileReading, row: Coordinates, group: Coordinates): boolean {
  if (group.place !== undefined)
    return row.place !== undefined && listed(group.place).includes(String(row.place));
  const members = names.membersOf(group);
  const own = names.membersOf(row);
  const isPopulation = group.population === undefined || group.population === row.population;
  return own.length > 0 && own.every((key) => members.includes(key)) && isPopulation;
}

/** The cell that rows of one table are together, of which each is a party with its population, or a place. */
export function sumOf({ names }: FileReading, rows: readonly TableRow[]): Coordinates {
  const places = rows.flatMap(({ of }) => (of.place === undefined ? [] : listed(of.place)));
  if (places.length > 0) return { place: oneOrMore(places) };
  const perpetrator = oneOrMore([...new Set(rows.flatMap(({ of }) => names.membersOf(of)))]);
  const populations = new Set(rows.map(({ of }) => JSON.stringify(of.population ?? null)));
  const population = populations.size === 1 ? rows[0]?.of.population : undefined;
  return { perpetrator, ...(population === undefined ? {} : { population }) };
}
