import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import { type AllianceRow, allianceRows, type JointToll } from "./alliance-table.js";
import { labelOf } from "./labels.js";
import { type PerpetratorRow, perpetratorRows, sectionRows } from "./perpetrator-table.js";
import { type PlaceRow, placeRows } from "./place-table.js";
import type { ReportTolls } from "./report-tally.js";
import { tollPerKey } from "./toll-cell.js";
import { type TollRow, tollRows } from "./toll-table.js";

/**
 * The tables of the persons of one period. Those of each table but `alliances` add to its toll, and its shares are of that;
 * keys of nobody have a row too.
 */
export interface PeriodTables<K extends Keys = Keys> {
  /** By outermost perpetrator and source, with those of their parts that are recorded. */
  readonly perpetrators: readonly PerpetratorRow<K>[];
  /** By the section of the outermost perpetrator. */
  readonly sections: readonly TollRow<K["section"] | "jointly", K["category"]>[];
  /** Beside the perpetrators, who are their members. */
  readonly alliances: readonly AllianceRow<K>[];
  /** By outermost place of death. */
  readonly places: readonly PlaceRow<K>[];
  readonly means: readonly TollRow<K["means"] | "unknown", K["category"]>[];
}

/** The tables of the persons of a count, which has been restricted to a period, with what is ascribed jointly in it. */
export function periodTables<K extends Keys>(
  tolls: ReportTolls<K>,
  joint: readonly JointToll<K>[],
  codebook: Codebook<K>,
  print: PrintOptions,
): PeriodTables<K> {
  return {
    perpetrators: perpetratorRows(tolls, codebook, print),
    sections: sectionRows(tolls, codebook, print),
    alliances: allianceRows(tolls, joint, codebook, print),
    places: placeRows(tolls, codebook, print),
    means: tollRows(tollPerKey(tolls, "means"), {
      labelOf: (key) => labelOf(codebook.means, key, "Means not recorded"),
      print,
    }),
  };
}
