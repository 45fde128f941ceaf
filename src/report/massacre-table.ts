import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { type AttributionKey, attributionKey, attributor } from "../rule/attribution.js";
import { explainAttribution } from "../rule/explain-attribution.js";
import { type Massacre, victimsOfMassacres } from "../rule/massacre.js";
import type { Policy } from "../rule/policy.js";
import { type Cell, total } from "../tally/read.js";
import { tally } from "../tally/tally.js";
import { byCategory } from "./by-fact.js";
import { attributionLabel, byPerpetrator } from "./by-perpetrator.js";
import { groupedBy } from "./grouped-by.js";
import { cellPerKey, cellsBy, emptyCell } from "./toll-table.js";

/** Massacres of one perpetrator or source: how many, and who was killed in them. */
export interface MassacreRow<Key extends string = string, Category extends string = string> {
  readonly key: Key;
  readonly label: string;
  /** A number of incidents, not of persons. */
  readonly massacres: number;
  readonly toll: Cell<Category>;
}

/** One massacre, with why it is one and why it is ascribed as it is. */
export interface MassacreEntry<K extends Keys = Keys> extends Massacre<K> {
  /** To whom it is ascribed. */
  readonly perpetrator: AttributionKey<K>;
  /** The toll with what it includes. */
  readonly killed: Cell<K["category"]>;
  /** The sentence that says to whom it is ascribed and why, with its citation. */
  readonly attribution: string;
}

/** Massacres by perpetrator, and one by one. */
export interface MassacreTable<K extends Keys = Keys> {
  /** A number of incidents, not of persons. */
  readonly massacres: number;
  /** Everybody killed in them. */
  readonly toll: Cell<K["category"]>;
  /** In the order of the codebook, those without a massacre too; they add to `massacres` and to `toll`. */
  readonly rows: readonly MassacreRow<AttributionKey<K>, K["category"]>[];
  /** In the order of the incidents' ids. */
  readonly entries: readonly MassacreEntry<K>[];
}

/** The table of these massacres, whose victims are among `victims`. */
export function massacreTable<K extends Keys>(
  massacres: readonly Massacre<K>[],
  victims: readonly Victim<K>[],
  { codebook, policy }: { readonly codebook: Codebook<K>; readonly policy: Policy<NoInfer<K>> },
): MassacreTable<K> {
  const by = { perpetrator: byPerpetrator(codebook, policy) };
  const including = byCategory(codebook);
  const killed = victimsOfMassacres(massacres, victims);
  const persons = tally(killed, { by, including });
  const tollOf = cellPerKey(persons, "perpetrator");
  const killedIn = groupedBy(killed, ({ incident }) => incident.id);
  const attribute = attributor(codebook, policy);
  return {
    massacres: massacres.length,
    toll: total(persons),
    rows: cellsBy(tally(massacres, { by }), "perpetrator").map(({ key, count }) => ({
      key,
      label: attributionLabel(codebook, key),
      massacres: count,
      toll: tollOf.get(key) ?? emptyCell(including.keys),
    })),
    entries: massacres.map((massacre) => {
      const attribution = attribute(massacre.incident);
      return {
        ...massacre,
        perpetrator: attributionKey(attribution),
        killed: total(tally(killedIn.get(massacre.id) ?? [], { by: {}, including })),
        attribution: explainAttribution(codebook, massacre.incident, attribution),
      };
    }),
  };
}
