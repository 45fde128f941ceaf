import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import type { AttributionKey } from "../rule/attribution.js";
import { regroup } from "../tally/algebra.js";
import { restrict } from "../tally/restrict.js";
import { attributionLabel, jointlyLabel, sectionsOf } from "./by-perpetrator.js";
import { labelOf } from "./labels.js";
import type { ReportTolls } from "./report-tally.js";
import { changed, type TollCell, tollFinder, tollPerKey } from "./toll-cell.js";
import { type TollRow, tollRows } from "./toll-table.js";

/** A perpetrator or source with the toll that is ascribed to it. */
export interface PerpetratorRow<K extends Keys = Keys> extends TollRow<AttributionKey<K>, K["category"]> {
  readonly section: K["section"] | "jointly";
  /** Those of the toll who are ascribed by presumption, and not established. */
  readonly presumed: TollCell<K["category"]>;
}

/** The table of perpetrators and sources, in the order of the codebook, `jointly` last. */
export function perpetratorRows<K extends Keys>(
  tolls: ReportTolls<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): PerpetratorRow<K>[] {
  const sections = sectionsOf(codebook);
  const presumedOf = tollFinder(
    changed(tolls, (tally) => restrict(tally, { attribution: "presumed" })),
    "perpetrator",
  );
  const labelOf = (key: AttributionKey<K>) => attributionLabel(codebook, key);
  return tollRows(tollPerKey(tolls, "perpetrator"), { labelOf, print }).map((row) => ({
    ...row,
    section: sections[row.key],
    presumed: presumedOf(row.key),
  }));
}

/** The table of sections, in the order of the codebook, those without a perpetrator too, `jointly` last. */
export function sectionRows<K extends Keys>(
  tolls: ReportTolls<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): TollRow<K["section"] | "jointly", K["category"]>[] {
  const to = sectionsOf(codebook);
  const tollOf = tollFinder(
    changed(tolls, (tally) => regroup(tally, "perpetrator", { to })),
    "perpetrator",
  );
  const keys: (K["section"] | "jointly")[] = [...Object.keys(codebook.sections), "jointly"];
  return tollRows(
    keys.map((key) => ({ key, ...tollOf(key) })),
    { labelOf: (key) => labelOf(codebook.sections, key, jointlyLabel), print },
  );
}
