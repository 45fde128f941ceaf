import type { Keys } from "../codebook/keys.js";
import { checkedItems, refuseUnless } from "../error.js";
import { isOfIncident, ofIncidents } from "../record/of-incidents.js";
import type { Victim } from "../record/victim.js";
import type { Massacre } from "./massacre.js";

/**
 * Those of the victims who were killed in these massacres: who they were, by any dimension. In the order of the victims.
 *
 * They are the whole toll where the victims are those that the massacres were found among, and no `asOf` was named.
 *
 * @example
 * victimsOfMassacres([], []) // []
 */
export function victimsOfMassacres<K extends Keys, V extends Victim<K>>(
  of: readonly Massacre<K>[],
  victims: Iterable<V>,
): V[] {
  checkedItems(of, "victimsOfMassacres", "a list of massacres");
  for (const massacre of of)
    refuseUnless(
      isOfIncident(massacre),
      massacre,
      "victimsOfMassacres",
      "massacres, which hold their incident",
    );
  const ids = new Set(of.map(({ id }) => id));
  return ofIncidents(victims, "victimsOfMassacres").filter(({ incident }) => ids.has(incident.id));
}
