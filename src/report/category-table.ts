import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import type { AttributionKey } from "../rule/attribution.js";
import { attributionLabel } from "./by-perpetrator.js";
import { labelOf } from "./labels.js";
import { byOutermost } from "./perpetrator-table.js";
import type { ReportTolls } from "./report-tally.js";
import { tollAt, tollPerKey, valuePerKey } from "./toll-cell.js";
import { type ShareColumns, withShares } from "./toll-table.js";

/** How many of a category one perpetrator or source killed; the shares are of all of the category, in the same period. */
export interface CategoryRow<Key extends string = string> extends ShareColumns {
  readonly key: Key;
  readonly label: string;
  readonly count: number;
  /** How many more there may be, of whom it is not known whether they belong to the category. */
  readonly mayInclude: number;
}

/** The toll of one category: those who died due to torture, medical personnel, children. Not to be added to another's. */
export interface CategoryTable<Key extends string = string> {
  /** The label of the category. */
  readonly label: string;
  /** A lower bound where there are any who may belong to it besides. */
  readonly count: number;
  /** Those of whom it is not known whether they belong to the category: none of them is in `count`. */
  readonly mayInclude: number;
  /** By outermost perpetrator and source; they add to `count`. */
  readonly rows: readonly CategoryRow<Key>[];
}

/** Each category of a count by perpetrator. */
export function categoryTables<K extends Keys>(
  tolls: ReportTolls<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): { readonly [Category in K["category"]]: CategoryTable<AttributionKey<K>> } {
  const { including: all, mayInclude: more } = tollAt(tolls, {});
  const ofPerpetrators = tollPerKey(byOutermost(tolls, codebook), "perpetrator");
  return valuePerKey(tolls.tally.inclusions, (category) => ({
    label: labelOf(codebook.categories, category, category),
    count: all[category].part,
    mayInclude: more[category].part,
    rows: withShares(
      ofPerpetrators.map(({ key, including, mayInclude }) => ({
        key,
        label: attributionLabel(codebook, key),
        count: including[category].part,
        mayInclude: mayInclude[category].part,
      })),
      print,
    ),
  }));
}
