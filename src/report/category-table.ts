import { formatPercent } from "../number/percent.js";
import type { PrintOptions } from "../number/print-options.js";
import type { Share } from "../number/share.js";
import { listCells } from "../tally/list-cells.js";
import { total } from "../tally/read.js";
import type { Tally } from "../tally/tally.js";

/** How many of a category one perpetrator or source killed. */
export interface CategoryRow<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  readonly count: number;
  /** Of all of the category, in the same period. */
  readonly share: Share;
  readonly percent: string;
}

/** The toll of one category: those who died due to torture, medical personnel, children. */
export interface CategoryTable<Key extends string = string> {
  readonly count: number;
  readonly rows: readonly CategoryRow<Key>[];
}

/** The table of one category by perpetrator. */
export function categoryTable<Key extends string, Category extends string>(
  tally: Tally<{ readonly perpetrator: Key }, Category, "count">,
  category: Category,
  { labelOf, print }: { readonly labelOf: (key: Key) => string; readonly print: PrintOptions },
): CategoryTable<Key> {
  const count = total(tally).including[category].part;
  const rows = listCells(tally).map(({ key: { perpetrator: key }, including }) => {
    const share = { part: including[category].part, whole: count };
    return { key, label: labelOf(key), count: share.part, share, percent: formatPercent(share, print) };
  });
  return { count, rows };
}
