import { type ApportionedShare, apportionPercents } from "../number/apportion.js";
import { formatPercent } from "../number/percent.js";
import type { PrintOptions } from "../number/print-options.js";
import { type Share, share } from "../number/share.js";
import type { TollCell, TollOfKey } from "./toll-cell.js";

/** A toll with its share of a named whole. */
export interface Toll<Category extends string = string> extends TollCell<Category> {
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
  extends TollCell<Category>,
    ShareColumns {
  readonly key: Key;
  readonly label: string;
}

/** A toll in a whole. */
export function withShare<Category extends string>(
  toll: TollCell<Category>,
  whole: number,
  print: PrintOptions,
): Toll<Category> {
  const ofWhole = share(toll.count, whole);
  return { ...toll, share: ofWhole, percent: formatPercent(ofWhole, print) };
}

/** The rows of a table of these tolls, in their order, those of nobody too. The shares are of the sum of all of them. */
export function tollRows<Key extends string, Category extends string>(
  tolls: readonly TollOfKey<Key, Category>[],
  { labelOf, print }: { readonly labelOf: (key: Key) => string; readonly print: PrintOptions },
): TollRow<Key, Category>[] {
  return withShares(
    tolls.map(({ key, ...toll }) => ({ key, label: labelOf(key), ...toll })),
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
