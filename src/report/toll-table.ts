import { type ApportionedShare, apportionPercents } from "../number/apportion.js";
import { formatPercent } from "../number/percent.js";
import type { PrintOptions } from "../number/print-options.js";
import { type Share, share } from "../number/share.js";
import { marginal } from "../tally/algebra.js";
import { listCells } from "../tally/list-cells.js";
import type { Cell } from "../tally/read.js";
import type { DimensionKeys, Tally } from "../tally/tally.js";

/** A count of persons with what it includes, and its share of a named whole. */
export interface Toll<Category extends string = string> extends Cell<Category> {
  /** Exact. */
  readonly share: Share;
  /** As it prints, rounded by itself. */
  readonly percent: string;
}

/** What stands beside each count of a table whose rows add up to its whole. */
export interface ShareColumns {
  /** Of the sum of the table's counts; exact. */
  readonly share: Share;
  /** As it prints, rounded by itself: the column may miss 100 %. */
  readonly percent: string;
  /** As it prints so that the whole column adds to 100 %; `adjusted` where that is not `percent`. */
  readonly apportioned: { readonly text: string; readonly adjusted: boolean };
}

/** One row of a table of persons whose rows add up to its whole. */
export interface TollRow<Key extends string = string, Category extends string = string>
  extends Cell<Category>,
    ShareColumns {
  readonly key: Key;
  readonly label: string;
}

/** What a tally holds at one key of a dimension. */
export interface CellOfKey<Key extends string = string, Category extends string = string>
  extends Cell<Category> {
  readonly key: Key;
}

/** The toll of a cell in a whole. */
export function tollOf<Category extends string>(
  cell: Cell<Category>,
  whole: number,
  print: PrintOptions,
): Toll<Category> {
  const ofWhole = share(cell.count, whole);
  return { ...cell, share: ofWhole, percent: formatPercent(ofWhole, print) };
}

/** What a tally holds at every key of one of its dimensions, zeros included, in the order of the keys. */
export function cellsBy<K extends DimensionKeys, Category extends string, Name extends keyof K & string>(
  tally: Tally<K, Category>,
  name: Name,
): CellOfKey<K[Name], Category>[] {
  return listCells(marginal(tally, { keep: [name] })).map(({ key, ...cell }) => ({
    key: key[name],
    ...cell,
  }));
}

/** The cells of `cellsBy`, by their keys. */
export function cellPerKey<K extends DimensionKeys, Category extends string, Name extends keyof K & string>(
  tally: Tally<K, Category>,
  name: Name,
): ReadonlyMap<K[Name], Cell<Category>> {
  return new Map(cellsBy(tally, name).map(({ key, ...cell }) => [key, cell]));
}

/** The cell of nobody. */
export function emptyCell<Category extends string>(inclusions: readonly Category[]): Cell<Category> {
  return { count: 0, including: valuePerKey(inclusions, () => ({ part: 0, whole: 0 })) };
}

/** The rows of a table of these cells, in their order, those of nobody too. The shares are of the sum of all of them. */
export function tollRows<Key extends string, Category extends string>(
  cells: readonly CellOfKey<Key, Category>[],
  { labelOf, print }: { readonly labelOf: (key: Key) => string; readonly print: PrintOptions },
): TollRow<Key, Category>[] {
  return withShares(
    cells.map(({ key, count, including }) => ({ key, label: labelOf(key), count, including })),
    print,
  );
}

/** Counts that add up to a whole, each with its share of that. */
export function withShares<Row extends { readonly count: number }>(
  rows: readonly Row[],
  print: PrintOptions,
): (Row & ShareColumns)[] {
  const shares = apportionPercents(
    rows.map(({ count }) => count),
    print,
  );
  return rows.map((row, position) => {
    // There is one share for each row.
    const { part, whole, text, adjusted } = shares[position] as ApportionedShare;
    const ofWhole = { part, whole };
    return {
      ...row,
      share: ofWhole,
      percent: formatPercent(ofWhole, print),
      apportioned: { text, adjusted },
    };
  });
}

/** One value for each key. */
export function valuePerKey<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): { readonly [K in Key]: Value } {
  // The compiler cannot tell the keys from entries.
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as { readonly [K in Key]: Value };
}
