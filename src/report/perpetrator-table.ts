import type { Alliance, Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import type { AttributionKey } from "../rule/attribution.js";
import { marginal, regroup } from "../tally/algebra.js";
import { at, type Cell, total } from "../tally/read.js";
import { restrict } from "../tally/restrict.js";
import { attributionLabel, jointlyLabel, sectionsOf } from "./by-perpetrator.js";
import { labelOf } from "./labels.js";
import type { ReportTally } from "./report-tally.js";
import { cellPerKey, cellsBy, emptyCell, type Toll, type TollRow, tollOf, tollRows } from "./toll-table.js";

/** A perpetrator or source with the toll that is ascribed to it. */
export interface PerpetratorRow<K extends Keys = Keys> extends TollRow<AttributionKey<K>, K["category"]> {
  readonly section: K["section"] | "jointly";
  /** Those of the toll who are ascribed by presumption, and not established. */
  readonly presumed: Cell<K["category"]>;
}

/** A group of perpetrators, printed beside its members: no row of the sum. Its share is of the toll of the period. */
export interface AllianceRow<K extends Keys = Keys> extends Toll<K["category"]> {
  readonly key: K["alliance"];
  readonly label: string;
  readonly members: readonly K["perpetrator"][];
}

/** The table of perpetrators and sources, in the order of the codebook, `jointly` last. */
export function perpetratorRows<K extends Keys>(
  tally: ReportTally<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): PerpetratorRow<K>[] {
  const sections = sectionsOf(codebook);
  const presumed = cellPerKey(restrict(tally, { attribution: "presumed" }), "perpetrator");
  const labelOf = (key: AttributionKey<K>) => attributionLabel(codebook, key);
  return tollRows(cellsBy(tally, "perpetrator"), { labelOf, print }).map((row) => ({
    ...row,
    section: sections[row.key],
    presumed: presumed.get(row.key) ?? emptyCell(tally.inclusions),
  }));
}

/** The table of sections, in the order of the codebook, those without a perpetrator too, `jointly` last. */
export function sectionRows<K extends Keys>(
  tally: ReportTally<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): TollRow<K["section"] | "jointly", K["category"]>[] {
  const grouped = cellPerKey(regroup(tally, "perpetrator", { to: sectionsOf(codebook) }), "perpetrator");
  const keys: (K["section"] | "jointly")[] = [...Object.keys(codebook.sections), "jointly"];
  const cells = keys.map((key) => ({ key, ...(grouped.get(key) ?? emptyCell(tally.inclusions)) }));
  return tollRows(cells, { labelOf: (key) => labelOf(codebook.sections, key, jointlyLabel), print });
}

/** The alliances, in the order of the codebook. A member that is named twice counts once, and nobody is an alliance of none. */
export function allianceRows<K extends Keys>(
  tally: ReportTally<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): AllianceRow<K>[] {
  const byPerpetrator = marginal(tally, { keep: ["perpetrator"] });
  const whole = total(tally).count;
  return Object.entries<Alliance<K["perpetrator"]>>(codebook.alliances).map(([key, { label, members }]) => {
    const perpetrator = [...new Set(members)];
    const cell = perpetrator.length === 0 ? emptyCell(tally.inclusions) : at(byPerpetrator, { perpetrator });
    return { key, label, members, ...tollOf(cell, whole, print) };
  });
}
