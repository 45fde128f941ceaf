import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { partyCounter } from "../codebook/parents.js";
import type { IncidentValues } from "../record/incident.js";
import { attributor } from "./attribution.js";
import type { Policy } from "./policy.js";

/**
 * By whom an incident is, or may turn out to be, as its attribution leaves it.
 *
 * Settled is what is established. Everything else may end otherwise, whatever the column `investigation` says: an
 * investigation that was concluded without naming anybody has excluded nobody. Who has parts may turn out to be one of
 * them, settled or not: that it was the army does not say which brigade.
 */
export interface Outcomes<K extends Keys = Keys> {
  readonly isSettled: boolean;
  /** Settled: all by whom it is, jointly. If not, by whom it may be: the suspects, and those to whom a rule presumes it. */
  readonly named: readonly K["perpetrator"][];
  /** To whom it is ascribed, established or presumed; nobody where it is undetermined. */
  readonly ascribed: readonly K["perpetrator"][];
  /**
   * Whether it may have been by somebody who is not named: it is not settled, and at most one party is suspected.
   *
   * Who names several says *one of these* ("one of two possible parties", SNHR, July 2021, section I). Who names one says
   * *perhaps this one*: were nobody else in question, the case would be conclusive. A party and a part of it are one, and so are two parts of
   * one: of two brigades of an army the record says *perhaps the army*. To whom a rule presumes it says nothing of that: a presumption takes nobody else out of question.
   */
  readonly mayBeUnnamed: boolean;
}

/** The function that gives the outcomes which a policy leaves of an incident. */
export function outcomesUnder<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): (incident: IncidentValues<K>) => Outcomes<K> {
  const attribute = attributor(codebook, policy);
  const partiesAmong = partyCounter<K["perpetrator"]>(codebook.perpetrators);
  const openTo = (suspects: readonly K["perpetrator"][], ascribed: readonly K["perpetrator"][]) => {
    const suspected = distinct(suspects);
    return {
      isSettled: false,
      named: ascribed.length === 0 ? suspected : distinct([...suspected, ...ascribed]),
      ascribed,
      mayBeUnnamed: partiesAmong(suspected) < 2,
    };
  };
  return (incident) => {
    const attribution = attribute(incident);
    switch (attribution.kind) {
      case "established":
        return { isSettled: true, named: attribution.to, ascribed: attribution.to, mayBeUnnamed: false };
      case "presumed":
        return openTo(attribution.among, attribution.to);
      case "undetermined":
        return openTo(attribution.among, []);
    }
  };
}

/** Each of them once: mostly there are none or one. */
function distinct<Key>(keys: readonly Key[]): readonly Key[] {
  return keys.length < 2 ? keys : [...new Set(keys)];
}
