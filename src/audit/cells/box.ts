import type { Unit } from "../published/coordinates.js";
import { areDisjoint, intersection, isSubset, type KeySet, keySetText } from "./key-set.js";

/** The dimensions in which keys exclude each other: who is one key of a dimension is no other. */
export const dimensions = [
  "population",
  "perpetrator",
  "place",
  "demographic",
  "means",
  "controlledBy",
  "incident",
] as const;

/** The name of a dimension in which keys exclude each other. */
export type DimensionName = (typeof dimensions)[number];

/**
 * A cell in normal form: everybody who has one of the keys in every dimension, all the categories, and a day within the period.
 *
 * Two ways to write the same cell are the same box, so that `boxKey` tells cells apart.
 */
export interface Box {
  readonly unit: Unit;
  readonly sets: Readonly<Record<DimensionName, KeySet>>;
  /** Sorted; all of them are required. */
  readonly categories: readonly string[];
  readonly inMassacres: boolean;
  /** Day numbers; the end is the first day after the period. */
  readonly start: number;
  readonly end: number;
}

/** What a report says of categories, as far as it decides what lies inside what. */
export interface CategoryRules {
  /** For each demographic key and category whose persons are counted beside the totals, the categories of which that is said: itself, or what contains it. */
  readonly beside: ReadonlyMap<string, readonly string[]>;
  /** For each category the demographic keys and categories that lie in it. */
  readonly contains: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A text that names the cell: equal for equal cells only. */
export function boxKey(box: Box): string {
  return `${boxKeyWithout(box, null)}|${box.start}|${box.end}`;
}

/** The same without the period, or also without one dimension: what cells share that differ in nothing else. */
export function boxKeyWithout(box: Box, left: DimensionName | null): string {
  const sets = dimensions.map((name) => (name === left ? "" : keySetText(box.sets[name])));
  return [box.unit, ...sets, box.categories.join("&"), box.inMassacres ? "massacres" : ""].join("|");
}

/** Whether a cell counts massacres, or those killed in them. */
export function isOfMassacres({ unit, inMassacres }: Box): boolean {
  return unit === "massacres" || inMassacres;
}

/** Whether nobody can be in the cell. */
export function isEmptyBox(box: Box): boolean {
  return exclusiveCoordinates(box).length > 0;
}

/** What excludes everybody from the cell: dimensions of which it takes no key, or a period without days. */
export function exclusiveCoordinates(box: Box): readonly (DimensionName | "period")[] {
  const empty = dimensions.filter((name) => box.sets[name]?.length === 0);
  return box.start < box.end ? empty : [...empty, "period"];
}

/** The cell of those who are in both; `null` if one counts persons and the other does not. */
export function intersectBoxes(left: Box, right: Box): Box | null {
  if (left.unit !== right.unit) return null;
  const sets = mapSets((name) => intersection(left.sets[name], right.sets[name]));
  return {
    unit: left.unit,
    sets,
    categories: [...new Set([...left.categories, ...right.categories])].sort(),
    inMassacres: left.inMassacres || right.inMassacres,
    start: Math.max(left.start, right.start),
    end: Math.min(left.end, right.end),
  };
}

/** Whether everybody of `part` is known to be in `whole`. */
export function isInside(part: Box, whole: Box, rules: CategoryRules): boolean {
  if (part.unit !== whole.unit || part.start < whole.start || part.end > whole.end) return false;
  if (whole.inMassacres && !part.inMassacres) return false;
  if (!dimensions.every((name) => isSubset(part.sets[name], whole.sets[name]))) return false;
  if (!whole.categories.every((category) => hasCategory(part, category, rules))) return false;
  return standsWithin(part, whole, rules);
}

/** Whether a cell names nobody who stands beside the totals but by a category by which the other does too. */
export function standsWithin(part: Box, whole: Box, rules: CategoryRules): boolean {
  if (rules.beside.size === 0) return true;
  const counted = besideCounted(whole, rules);
  return [...besideNamed(part, rules)].every((category) => counted.has(category));
}

/** The categories said to stand beside the totals that a cell names, itself or by what they contain. */
export function besideNamed({ categories, sets }: Box, { beside }: CategoryRules): ReadonlySet<string> {
  return new Set([...categories, ...(sets.demographic ?? [])].flatMap((key) => beside.get(key) ?? []));
}

/** Those of which everybody in the cell is: children among whom are women besides are not all of a category that contains the children. */
function besideCounted({ categories, sets }: Box, { beside }: CategoryRules): ReadonlySet<string> {
  const [first = [], ...others] = (sets.demographic ?? []).map((key) => beside.get(key) ?? []);
  const ofAll = first.filter((category) => others.every((list) => list.includes(category)));
  return new Set([...categories.flatMap((key) => beside.get(key) ?? []), ...ofAll]);
}

/**
 * Those of which not everybody in it is: whose persons it does not count. Of massacres it is all of them: whether an attack is one may hang on
 * those whom it killed beside the totals, whatever of it is counted.
 */
export function besideUnnamed(box: Box, rules: CategoryRules): readonly string[] {
  const counted = isOfMassacres(box) ? new Set<string>() : besideCounted(box, rules);
  return [...new Set([...rules.beside.values()].flat())].filter((category) => !counted.has(category)).sort();
}

/** Whether everybody of the cell is known to be of the category. */
function hasCategory(box: Box, category: string, { contains }: CategoryRules): boolean {
  if (box.categories.includes(category)) return true;
  const within = contains.get(category);
  if (within === undefined) return false;
  const people = box.sets.demographic;
  return box.categories.some((own) => within.has(own)) || (people?.every((key) => within.has(key)) ?? false);
}

/** Dimensions that say of a massacre or incident only whom it killed: one attack may kill children and women. */
const ofPersons: readonly DimensionName[] = ["population", "demographic"];

/** Dimensions of which one attack may have several keys: it may be by air and artillery, on both sides of a front. */
const ofParts: readonly DimensionName[] = ["means", "controlledBy"];

/** Whether nobody, and of massacres or incidents none, can be in both cells. */
export function areDisjointBoxes(left: Box, right: Box): boolean {
  return areApart(left, right, [...ofPersons, ...ofParts]);
}

/** Whether the cells can be rows of one table, which says itself that no attack is in two of them. */
export function canShareTable(left: Box, right: Box): boolean {
  return areApart(left, right, ofPersons);
}

function areApart(left: Box, right: Box, notOfAttacks: readonly DimensionName[]): boolean {
  if (left.unit !== right.unit || left.end <= right.start || right.end <= left.start) return true;
  return dimensions.some(
    (name) =>
      (left.unit === "persons" || !notOfAttacks.includes(name)) &&
      areDisjoint(left.sets[name], right.sets[name]),
  );
}

/** One set for each dimension. */
export function mapSets(setOf: (name: DimensionName) => KeySet): Record<DimensionName, KeySet> {
  return {
    population: setOf("population"),
    perpetrator: setOf("perpetrator"),
    place: setOf("place"),
    demographic: setOf("demographic"),
    means: setOf("means"),
    controlledBy: setOf("controlledBy"),
    incident: setOf("incident"),
  };
}
