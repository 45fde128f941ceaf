import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Nested } from "../codebook/parents.js";
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
   * Whether it may have been by somebody who is not named: it is not settled, and at most one is named.
   *
   * Who names several says *one of these* ("one of two possible parties", SNHR, July 2021, section I). Who names one says
   * *perhaps this one*: were nobody else in question, the case would be conclusive. A party and a part of it are one.
   */
  readonly mayBeUnnamed: boolean;
}

/** The function that gives the outcomes which a policy leaves of an incident. */
export function outcomesUnder<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): (incident: IncidentValues<K>) => Outcomes<K> {
  const attribute = attributor(codebook, policy);
  const outcomesOf = (named: readonly K["perpetrator"][], ascribed: readonly K["perpetrator"][]) => ({
    isSettled: false,
    named,
    ascribed,
    mayBeUnnamed: alternatives(codebook.perpetrators, named) < 2,
  });
  return (incident) => {
    const attribution = attribute(incident);
    switch (attribution.kind) {
      case "established":
        return { isSettled: true, named: attribution.to, ascribed: attribution.to, mayBeUnnamed: false };
      case "presumed": {
        const { to, among } = attribution;
        return outcomesOf([...new Set([...among, ...to])], to);
      }
      case "undetermined":
        return outcomesOf([...new Set(attribution.among)], []);
    }
  };
}

/** How many of these, each of them once, are part of no other of them. */
function alternatives(list: Nested, named: readonly string[]): number {
  const isPart = (key: string) => {
    for (let at = list[key]?.parent; at !== undefined; at = list[at]?.parent)
      if (named.includes(at)) return true;
    return false;
  };
  return named.length < 2 ? named.length : named.filter((key) => !isPart(key)).length;
}
