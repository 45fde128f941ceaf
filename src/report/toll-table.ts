import { apportionPercents } from "../number/apportion.js";
import { formatPercent } from "../number/percent.js";
import type { PrintOptions } from "../number/print-options.js";
import { type Share, share } from "../number/share.js";
import { listCells } from "../tally/list-cells.js";
import { type Cell, total } from "../tally/read.js";
import type { Tally } from "../tally/tally.js";

/** A count of persons with what it includes, and its share of a named whole. */
export interface Toll<Category extends string = string> extends Cell<Category> {
  /** Exact. */
  readonly share: Share;
  /** As it prints, rounded by itself. */
  readonly percent: string;
}

/** One row of a table whose rows add up to its whole. */
export interface TollRow<Key extends string = string, Category extends string = string>
  extends Toll<Category> {
  readonly key: Key;
  readonly label: string;
  /** As it prints beside the other rows so that all of them add to 100 %; `adjusted` where that is not `percent`. */
  readonly apportioned: { readonly text: string; readonly adjusted: boolean };
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

/**
 * The rows of a tally of one dimension, in the order of its keys, those without anybody too.
 *
 * The shares are of the tally's total. The printed column of `apportioned` adds to 100 %, that of `percent` may not.
 */
export function tollRows<Name extends string, Key extends string, Category extends string>(
  tally: Tally<{ readonly [Dimension in Name]: Key }, Category, "count">,
  name: Name,
  { labelOf, print }: { readonly labelOf: (key: Key) => string; readonly print: PrintOptions },
): TollRow<Key, Category>[] {
  const whole = total(tally).count;
  const cells = listCells(tally);
  const shares = apportionPercents(
    cells.map(({ count }) => count),
    print,
  );
  return cells.map(({ key: keys, count, including }, position) => {
    const key = keys[name];
    const { text, adjusted } = shares[position] ?? { text: "", adjusted: false };
    return {
      key,
      label: labelOf(key),
      ...tollOf({ count, including }, whole, print),
      apportioned: { text, adjusted },
    };
  });
}
