import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { AttributionKey } from "../rule/attribution.js";
import type { Massacre } from "../rule/massacre.js";
import { attributionKeys, attributionLabel, outermostPerpetrators } from "./by-perpetrator.js";
import { groupedBy } from "./grouped-by.js";
import { sumOfTolls, type TollCell } from "./toll-cell.js";

/** So many massacres with their toll: each a lower bound where there may be more. */
interface MassacreCounts<Category extends string> {
  /** A number of incidents, not of persons. */
  readonly massacres: number;
  /** How many more there may be, of which it is not known whether they belong to the period, or, of known date or not, whether they are massacres. */
  readonly undated: number;
  /** Everybody killed in them. */
  readonly toll: TollCell<Category>;
  /** Further victims of them who may belong to their toll and are not known to. */
  readonly perhapsKilled: TollCell<Category>;
}

/** Massacres of one outermost perpetrator or source: how many, and who was killed in them. */
export interface MassacreRow<Key extends string = string, Category extends string = string>
  extends MassacreCounts<Category> {
  readonly key: Key;
  readonly label: string;
}

/** One massacre, with why it is one and why it is ascribed as it is. */
export interface MassacreEntry<K extends Keys = Keys> extends Massacre<K> {
  /** To whom it is ascribed. */
  readonly perpetrator: AttributionKey<K>;
  /** The toll with what it includes. */
  readonly killed: TollCell<K["category"]>;
  /** Those of `mayBelong` with what they include. */
  readonly perhapsKilled: TollCell<K["category"]>;
  /** The sentence that says to whom it is ascribed and why, with its citation. */
  readonly attribution: string;
}

/** Massacres by perpetrator, and one by one. */
export interface MassacreTable<K extends Keys = Keys> extends MassacreCounts<K["category"]> {
  /** In the order of the codebook, those without a massacre too; they add to the counts of the table. */
  readonly rows: readonly MassacreRow<AttributionKey<K>, K["category"]>[];
  /** In the order of the incidents' ids. */
  readonly entries: readonly MassacreEntry<K>[];
  /**
   * Those that are perhaps massacres of the period and not known to be: the date is not known, or lies partly in the period;
   * or the threshold is reached only with persons of whom it is not known whether they were documented by the end of the month,
   * count toward it, or are of the population. In the order of the ids.
   */
  readonly undatedEntries: readonly MassacreEntry<K>[];
}

/** The table of these massacres, and of those that are perhaps of its period. */
export function massacreTable<K extends Keys>(
  entries: readonly MassacreEntry<K>[],
  undatedEntries: readonly MassacreEntry<K>[],
  codebook: Codebook<K>,
): MassacreTable<K> {
  const categories: K["category"][] = Object.keys(codebook.categories);
  const countsOf = (
    some: readonly MassacreEntry<K>[],
    undated: readonly MassacreEntry<K>[],
  ): MassacreCounts<K["category"]> => ({
    massacres: some.length,
    undated: undated.length,
    toll: sumOfTolls(
      some.map(({ killed }) => killed),
      categories,
    ),
    perhapsKilled: sumOfTolls(
      some.map(({ perhapsKilled }) => perhapsKilled),
      categories,
    ),
  });
  const outermost = outermostPerpetrators(codebook);
  const byPerpetrator = groupedBy(entries, ({ perpetrator }) => outermost[perpetrator]);
  const undatedOf = groupedBy(undatedEntries, ({ perpetrator }) => outermost[perpetrator]);
  return {
    ...countsOf(entries, undatedEntries),
    rows: [...new Set(attributionKeys(codebook).map((key) => outermost[key]))].map((key) => ({
      key,
      label: attributionLabel(codebook, key),
      ...countsOf(byPerpetrator.get(key) ?? [], undatedOf.get(key) ?? []),
    })),
    entries,
    undatedEntries,
  };
}
