import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import type { AttributionKey } from "../rule/attribution.js";
import { marginal } from "../tally/algebra.js";
import { attributionLabel } from "./by-perpetrator.js";
import { type CategoryTable, categoryTable } from "./category-table.js";
import { labelOf } from "./labels.js";
import {
  type AllianceRow,
  allianceRows,
  type PerpetratorRow,
  perpetratorRows,
  sectionRows,
} from "./perpetrator-table.js";
import { type PlaceRow, placeRows } from "./place-table.js";
import type { ReportTally } from "./report-tally.js";
import { cellsBy, type TollRow, tollRows, valuePerKey } from "./toll-table.js";

/**
 * The tables of the persons of one period. Those of each table but `alliances` add to its toll, and its shares are of that;
 * keys of nobody have a row too.
 */
export interface PeriodTables<K extends Keys = Keys> {
  /** By perpetrator and source. */
  readonly perpetrators: readonly PerpetratorRow<K>[];
  readonly sections: readonly TollRow<K["section"] | "jointly", K["category"]>[];
  /** Beside the perpetrators, who are their members. */
  readonly alliances: readonly AllianceRow<K>[];
  /** By outermost place of death. */
  readonly places: readonly PlaceRow<K>[];
  readonly means: readonly TollRow<K["means"] | "unknown", K["category"]>[];
}

/** The tables of the persons of a tally, which has been restricted to a period. */
export function periodTables<K extends Keys>(
  tally: ReportTally<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): PeriodTables<K> {
  return {
    perpetrators: perpetratorRows(tally, codebook, print),
    sections: sectionRows(tally, codebook, print),
    alliances: allianceRows(tally, codebook, print),
    places: placeRows(tally, codebook, print),
    means: tollRows(cellsBy(tally, "means"), {
      labelOf: (key) => labelOf(codebook.means, key, "Means not recorded"),
      print,
    }),
  };
}

/** Each category of a tally by perpetrator. */
export function categoryTables<K extends Keys>(
  tally: ReportTally<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): { readonly [Category in K["category"]]: CategoryTable<AttributionKey<K>> } {
  const byPerpetrator = marginal(tally, { keep: ["perpetrator"] });
  return valuePerKey(tally.inclusions, (category) =>
    categoryTable(byPerpetrator, category, {
      label: labelOf(codebook.categories, category, category),
      labelOf: (key) => attributionLabel(codebook, key),
      print,
    }),
  );
}
