import type { Month } from "../calendar/month.js";
import { spanOf } from "../calendar/partial-date.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { attributor, type Perpetrators } from "../rule/attribution.js";
import { explainAttribution } from "../rule/explain-attribution.js";
import type { Policy } from "../rule/policy.js";
import { type Cell, total } from "../tally/read.js";
import { tally } from "../tally/tally.js";
import { byPeriod, type DateBasis } from "./by-date.js";
import { byCategory } from "./by-fact.js";
import { groupedBy } from "./grouped-by.js";

/** An incident that is ascribed by presumption, while the investigation goes on. */
export interface OpenCase<K extends Keys = Keys> {
  /** The id of the incident. */
  readonly id: string;
  /** To whom it is presumed. */
  readonly to: Perpetrators<K>;
  /** All who are suspected of it. */
  readonly among: readonly K["perpetrator"][];
  /** Those killed in it who are dated to the month. */
  readonly killed: Cell<K["category"]>;
  /** The sentence that says to whom it is ascribed and why, with its citation. */
  readonly attribution: string;
}

/** The open cases among the incidents of those victims who are dated to the month, in the order of the incidents' ids. */
export function openCases<K extends Keys>(
  victims: readonly Victim<K>[],
  {
    codebook,
    policy,
    month,
    basis,
  }: {
    readonly codebook: Codebook<K>;
    readonly policy: Policy<NoInfer<K>>;
    readonly month: Month;
    readonly basis: DateBasis;
  },
): OpenCase<K>[] {
  const { keyOf: placeOf } = byPeriod(spanOf(month), basis);
  const attribute = attributor(codebook, policy);
  const including = byCategory(codebook);
  const ofMonth = victims.filter((victim) => placeOf(victim) === "inside");
  const incidents = new Map(ofMonth.map(({ incident }) => [incident.id, incident]));
  const killedIn = groupedBy(ofMonth, ({ incident }) => incident.id);
  return [...incidents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, incident]) => {
      const attribution = attribute(incident);
      if (attribution.kind !== "presumed") return [];
      return [
        {
          id,
          to: attribution.to,
          among: attribution.among,
          killed: total(tally(killedIn.get(id) ?? [], { by: {}, including })),
          attribution: explainAttribution(codebook, incident, attribution),
        },
      ];
    });
}
