import { listed } from "../../src/audit/cells/read-coordinates.js";
import type { Coordinates } from "../../src/audit/published/coordinates.js";

type Field = keyof Coordinates;

/**
 * One cell narrowed by others: lists of keys by what they share, categories by both, and a period by the last.
 *
 * Of massacres it is not said that they are in massacres, nor of women that they are females, so that a cell is written in one
 * way only.
 */
export function joined(...all: readonly Coordinates[]): Coordinates {
  const result = new Map<Field, unknown>();
  for (const coordinates of all) {
    for (const [name, value] of Object.entries(coordinates)) {
      const field = name as Field;
      const before = result.get(field);
      result.set(field, before === undefined ? value : narrowed(field, before, value));
    }
  }
  if (result.get("unit") !== undefined && result.get("unit") !== "persons") result.delete("inMassacres");
  if (result.get("demographic") === "woman" && result.get("category") === "female") result.delete("category");
  return Object.fromEntries(result);
}

function narrowed(field: Field, before: unknown, next: unknown): unknown {
  if (field === "category") return oneOrMore([...new Set([...keysOf(before), ...keysOf(next)])]);
  if (field === "period" || field === "unit" || field === "inMassacres" || field === "alliance") return next;
  const allowed = keysOf(before);
  return oneOrMore(keysOf(next).filter((key) => allowed.includes(key)));
}

/** The keys of a field. */
function keysOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((key): key is string => typeof key === "string") : [];
}

/** A list of one key as the key. */
export function oneOrMore<Key extends string>(keys: readonly Key[]): Key | readonly Key[] {
  const [only] = keys;
  return only !== undefined && keys.length === 1 ? only : keys;
}

/** A text that equal cells share: fields and keys in order. */
export function cellText(coordinates: Coordinates): string {
  const fields = Object.entries(coordinates)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => [
      name,
      keysOf(value).length > 0 ? [...keysOf(value)].sort() : value,
    ]);
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a cell is one of nobody: narrowed by keys that exclude each other, as the women of a report of children. */
export function isOfNobody(coordinates: Coordinates): boolean {
  return Object.values(coordinates).some((keys: unknown) => Array.isArray(keys) && keys.length === 0);
}

/** The cells whose sum a cell with several demographic keys is. */
export function summands(coordinates: Coordinates): readonly Coordinates[] {
  const { demographic } = coordinates;
  if (demographic === undefined) return [coordinates];
  return listed(demographic).map((key) => ({ ...coordinates, demographic: key }));
}

/** A cell without some of its fields. */
export function without(coordinates: Coordinates, fields: readonly Field[]): Coordinates {
  const kept = Object.entries(coordinates).filter(([name]) => !fields.some((field) => field === name));
  return Object.fromEntries(kept);
}
