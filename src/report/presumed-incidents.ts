import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { type Perpetrators, uncheckedAttributor } from "../rule/attribution.js";
import { explainAttribution } from "../rule/explain-attribution.js";
import type { Policy } from "../rule/policy.js";
import { groupedBy } from "./grouped-by.js";
import { type TollCell, tollCounter } from "./toll-cell.js";

/**
 * An incident that is ascribed by presumption, by a rule of the policy. Whether its investigation is open or not is in the
 * incident, and in the sentence: the policy decides what it presumes.
 */
export interface PresumedIncident<K extends Keys = Keys> {
  /** The id of the incident. */
  readonly id: string;
  /** To whom it is presumed. */
  readonly to: Perpetrators<K>;
  /** All who are suspected of it. */
  readonly among: readonly K["perpetrator"][];
  /** Those killed in it who are dated to the month. */
  readonly killed: TollCell<K["category"]>;
  /** The sentence that says to whom it is ascribed and why, with its citation. */
  readonly attribution: string;
}

/** The presumed incidents among those of the victims of a month, in the order of the incidents' ids. */
export function presumedIncidents<K extends Keys>(
  victims: readonly Victim<K>[],
  { codebook, policy }: { readonly codebook: Codebook<K>; readonly policy: Policy<NoInfer<K>> },
): PresumedIncident<K>[] {
  const attribute = uncheckedAttributor(codebook, policy);
  const tollOf = tollCounter(codebook);
  return [...groupedBy(victims, ({ incident }) => incident.id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, killed]) => {
      const [{ incident }] = killed;
      const attribution = attribute(incident);
      if (attribution.kind !== "presumed") return [];
      return [
        {
          id,
          to: attribution.to,
          among: attribution.among,
          killed: tollOf(killed),
          attribution: explainAttribution(codebook, incident, attribution),
        },
      ];
    });
}
