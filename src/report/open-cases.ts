import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { attributor, type Perpetrators } from "../rule/attribution.js";
import { explainAttribution } from "../rule/explain-attribution.js";
import type { Policy } from "../rule/policy.js";
import { type Cell, total } from "../tally/read.js";
import { tally } from "../tally/tally.js";
import { byCategory } from "./by-fact.js";
import { groupByIncident } from "./group-by-incident.js";

/** An incident that is ascribed by presumption, while the investigation goes on. */
export interface OpenCase<K extends Keys = Keys> {
  /** The id of the incident. */
  readonly id: string;
  readonly to: Perpetrators<K>;
  readonly among: readonly K["perpetrator"][];
  /** Those of the given victims who were killed in it. */
  readonly killed: Cell<K["category"]>;
  /** The sentence that says to whom it is ascribed and why, with its citation. */
  readonly attribution: string;
}

/** The open cases among the incidents of these victims, in the order of the incidents' ids. */
export function openCases<K extends Keys>(
  victims: readonly Victim<K>[],
  { codebook, policy }: { readonly codebook: Codebook<K>; readonly policy: Policy<NoInfer<K>> },
): OpenCase<K>[] {
  const attribute = attributor(codebook, policy);
  const including = byCategory(codebook);
  return groupByIncident(victims).flatMap(({ incident, victims: killed }) => {
    const attribution = attribute(incident);
    if (attribution.kind !== "presumed") return [];
    const { to, among } = attribution;
    return [
      {
        id: incident.id,
        to,
        among,
        killed: total(tally(killed, { by: {}, including })),
        attribution: explainAttribution(codebook, incident, attribution),
      },
    ];
  });
}
