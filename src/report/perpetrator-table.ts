import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import type { AttributionKey } from "../rule/attribution.js";
import { marginal, regroup } from "../tally/algebra.js";
import { restrict } from "../tally/restrict.js";
import { attributionLabel, jointlyLabel, outermostPerpetrators, sectionsOf } from "./by-perpetrator.js";
import { labelOf } from "./labels.js";
import { recordedAs, type WithinRow } from "./recorded-as.js";
import type { ReportTolls } from "./report-tally.js";
import { changed, type TollCell, type Tolls, tollFinder, tollPerKey } from "./toll-cell.js";
import { type TollRow, tollRows } from "./toll-table.js";

/** An outermost perpetrator or a source, with the toll that is ascribed to it and to its parts. */
export interface PerpetratorRow<K extends Keys = Keys> extends TollRow<AttributionKey<K>, K["category"]> {
  readonly section: K["section"] | "jointly";
  /** Those of the toll who are ascribed by presumption, and not established. */
  readonly presumed: TollCell<K["category"]>;
  /**
   * The perpetrators as they are recorded (an army, its air force) to whom anybody is ascribed, in the order of the codebook:
   * each without its parts, so that they add to the row.
   */
  readonly recordedAs: readonly WithinRow<AttributionKey<K>, K["category"]>[];
}

/** The table of outermost perpetrators and sources, in the order of the codebook, `jointly` last. */
export function perpetratorRows<K extends Keys>(
  tolls: ReportTolls<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): PerpetratorRow<K>[] {
  const sections = sectionsOf(codebook);
  const outermost = outermostPerpetrators(codebook);
  const labelOf = (key: AttributionKey<K>) => attributionLabel(codebook, key);
  const recordedBy = recordedAs(tolls, "perpetrator", { outermost, labelOf, print });
  const presumedOf = tollFinder(
    byOutermost(
      changed(tolls, (tally) => restrict(tally, { attribution: "presumed" })),
      codebook,
    ),
    "perpetrator",
  );
  const ofOutermost = tollPerKey(byOutermost(tolls, codebook), "perpetrator");
  return tollRows(ofOutermost, { labelOf, print }).map((row) => ({
    ...row,
    section: sections[row.key],
    presumed: presumedOf(row.key),
    recordedAs: recordedBy(row.key),
  }));
}

/** The table of sections of the outermost perpetrators, in the order of the codebook, empty ones too, `jointly` last. */
export function sectionRows<K extends Keys>(
  tolls: ReportTolls<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): TollRow<K["section"] | "jointly", K["category"]>[] {
  const to = sectionsOf(codebook);
  const tollOf = tollFinder(
    changed(byOutermost(tolls, codebook), (tally) => regroup(tally, "perpetrator", { to })),
    "perpetrator",
  );
  const keys: (K["section"] | "jointly")[] = [...Object.keys(codebook.sections), "jointly"];
  return tollRows(
    keys.map((key) => ({ key, ...tollOf(key) })),
    { labelOf: (key) => labelOf(codebook.sections, key, jointlyLabel), print },
  );
}

/** The count by outermost perpetrator: what is ascribed to a part stands under the whole. */
export function byOutermost<K extends Keys>(
  tolls: ReportTolls<K>,
  codebook: Codebook<K>,
): Tolls<{ readonly perpetrator: AttributionKey<K> }, K["category"]> {
  const to = outermostPerpetrators(codebook);
  return changed(tolls, (tally) =>
    regroup(marginal(tally, { keep: ["perpetrator"] }), "perpetrator", { to }),
  );
}
