import type { PrintOptions } from "../number/print-options.js";
import { total } from "../tally/read.js";
import type { Tally } from "../tally/tally.js";
import { cellsBy, type ShareColumns, withShares } from "./toll-table.js";

/** How many of a category one perpetrator or source killed; the shares are of all of the category, in the same period. */
export interface CategoryRow<Key extends string = string> extends ShareColumns {
  readonly key: Key;
  readonly label: string;
  readonly count: number;
}

/** The toll of one category: those who died due to torture, medical personnel, children. Not to be added to another's. */
export interface CategoryTable<Key extends string = string> {
  /** The label of the category. */
  readonly label: string;
  readonly count: number;
  /** By perpetrator and source; they add to `count`. */
  readonly rows: readonly CategoryRow<Key>[];
}

/** The table of one category by perpetrator. */
export function categoryTable<Key extends string, Category extends string>(
  tally: Tally<{ readonly perpetrator: Key }, Category>,
  category: Category,
  {
    label,
    labelOf,
    print,
  }: {
    readonly label: string;
    readonly labelOf: (key: Key) => string;
    readonly print: PrintOptions;
  },
): CategoryTable<Key> {
  const rows = cellsBy(tally, "perpetrator").map(({ key, including }) => ({
    key,
    label: labelOf(key),
    count: including[category].part,
  }));
  const { including: all } = total(tally);
  return { label, count: all[category].part, rows: withShares(rows, print) };
}
