import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { marginal } from "../tally/algebra.js";
import { listCells, listFilledCells } from "../tally/list-cells.js";
import { at, type Cell, type Selection } from "../tally/read.js";
import type { DimensionKeys, Tally } from "../tally/tally-data.js";
import { byCategory, byCategoryInDoubt } from "./by-fact.js";

/** A count of persons with what it includes, and with how many more each category may include. */
export interface TollCell<Category extends string = string> extends Cell<Category> {
  /**
   * Those of the count of whom it is not known whether they belong to the category: an age or sex is not recorded. Where there
   * are any, what it includes is a lower bound. They overlap, as what it includes does.
   */
  readonly mayInclude: Cell<Category>["including"];
}

/** One count of persons as two tallies of the same shape, from which toll cells are read. */
export interface Tolls<K extends DimensionKeys = DimensionKeys, Category extends string = string> {
  readonly tally: Tally<K, Category>;
  /** Of them all who may belong to some category and are not known to: each is included in those to which they may belong. */
  readonly inDoubt: Tally<K, Category>;
}

/** The same change of both tallies. */
export function changed<K extends DimensionKeys, L extends DimensionKeys, Category extends string>(
  { tally, inDoubt }: Tolls<K, Category>,
  change: (tally: Tally<K, Category>) => Tally<L, Category>,
): Tolls<L, Category> {
  return { tally: change(tally), inDoubt: change(inDoubt) };
}

/** The toll at a selection; of everybody at `{}`. */
export function tollAt<K extends DimensionKeys, Category extends string>(
  { tally, inDoubt }: Tolls<K, Category>,
  selection: Selection<NoInfer<K>>,
): TollCell<Category> {
  return withDoubt(at(tally, selection), at(inDoubt, selection));
}

/** A toll at one key. */
export interface TollOfKey<Key, Category extends string = string> extends TollCell<Category> {
  readonly key: Key;
}

/** The toll at every key of one dimension, zeros included, in the order of the keys. */
export function tollPerKey<K extends DimensionKeys, Category extends string, Name extends keyof K & string>(
  tolls: Tolls<K, Category>,
  name: Name,
): TollOfKey<K[Name], Category>[] {
  const { tally, inDoubt } = changed(tolls, (both) => marginal(both, { keep: [name] }));
  const doubts = listCells(inDoubt);
  return listCells(tally).map(({ key, ...cell }, nth) => ({
    key: key[name],
    ...withDoubt(cell, doubts[nth]),
  }));
}

/** Finds the toll at a key of one dimension; that of nobody at a key that the dimension does not have. */
export function tollFinder<K extends DimensionKeys, Category extends string>(
  tolls: Tolls<K, Category>,
  name: keyof K & string,
): (key: string) => TollCell<Category> {
  const found = new Map<string, TollCell<Category>>(
    tollPerKey(tolls, name).map(({ key, ...toll }) => [key, toll]),
  );
  const nobody = sumOfTolls([], tolls.tally.inclusions);
  return (key) => found.get(key) ?? nobody;
}

/** The tolls that are not zero with their keys, in the order of the keys. */
export function filledTolls<K extends DimensionKeys, Category extends string>({
  tally,
  inDoubt,
}: Tolls<K, Category>): TollOfKey<{ readonly [Name in keyof K]: K[Name] }, Category>[] {
  const nameOf = (key: object) => JSON.stringify(Object.values(key));
  const doubts = new Map(listFilledCells(inDoubt).map((cell) => [nameOf(cell.key), cell]));
  return listFilledCells(tally).map(({ key, ...cell }) => ({
    key,
    ...withDoubt(cell, doubts.get(nameOf(key))),
  }));
}

/** What counts victims into one toll: many small groups cost no more than all of them together. */
export function tollCounter<K extends Keys>(
  codebook: Codebook<K>,
): (victims: readonly Victim<K>[]) => TollCell<K["category"]> {
  const [category, doubt] = [byCategory(codebook), byCategoryInDoubt(codebook)];
  return (victims) => {
    const [parts, more] = [countsOf(victims, category.keysOf), countsOf(victims, doubt.keysOf)];
    const count = victims.length;
    return {
      count,
      including: valuePerKey(category.keys, (key) => ({ part: parts.get(key) ?? 0, whole: count })),
      mayInclude: valuePerKey(category.keys, (key) => ({ part: more.get(key) ?? 0, whole: count })),
    };
  };
}

/** The toll of all of these together, of whom nobody is in two of them. */
export function sumOfTolls<Category extends string>(
  tolls: readonly TollCell<Category>[],
  categories: readonly Category[],
): TollCell<Category> {
  const sum = (value: (toll: TollCell<Category>) => number) =>
    tolls.reduce((all, toll) => all + value(toll), 0);
  const whole = sum(({ count }) => count);
  return {
    count: whole,
    including: valuePerKey(categories, (key) => ({
      part: sum(({ including }) => including[key].part),
      whole,
    })),
    mayInclude: valuePerKey(categories, (key) => ({
      part: sum(({ mayInclude }) => mayInclude[key].part),
      whole,
    })),
  };
}

/** One value for each key. */
export function valuePerKey<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): { readonly [K in Key]: Value } {
  // The compiler cannot tell the keys from entries.
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as { readonly [K in Key]: Value };
}

function withDoubt<Category extends string>(
  { count, including }: Cell<Category>,
  doubt: Cell<Category> | undefined,
): TollCell<Category> {
  // The parts of a cell are those of its inclusion, which the compiler cannot tell from entries.
  const categories = Object.keys(including) as Category[];
  const more = doubt?.including;
  return {
    count,
    including,
    mayInclude: valuePerKey(categories, (key) => ({ part: more?.[key].part ?? 0, whole: count })),
  };
}

function countsOf<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
