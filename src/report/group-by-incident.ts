import type { Keys } from "../codebook/keys.js";
import type { Incident } from "../record/incident.js";
import type { Victim } from "../record/victim.js";

/** An incident with some of its victims. */
export interface IncidentGroup<K extends Keys> {
  readonly incident: Incident<K>;
  readonly victims: readonly Victim<K>[];
}

/** The victims of each incident, in the order of the incidents' ids. */
export function groupByIncident<K extends Keys>(victims: Iterable<Victim<K>>): IncidentGroup<K>[] {
  const groups = new Map<string, { incident: Incident<K>; victims: Victim<K>[] }>();
  for (const victim of victims) {
    const { incident } = victim;
    const group = groups.get(incident.id);
    if (group === undefined) groups.set(incident.id, { incident, victims: [victim] });
    else group.victims.push(victim);
  }
  return [...groups.values()].sort((a, b) => (a.incident.id < b.incident.id ? -1 : 1));
}
