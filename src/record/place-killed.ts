import type { Keys } from "../codebook/keys.js";
import { checkedObject } from "../error.js";
import type { Incident } from "./incident.js";
import type { VictimValues } from "./victim.js";

/** Of a victim, what says where they were killed. */
export type KilledSomewhere<K extends Keys = Keys> = Pick<VictimValues<K>, "killedIn"> & {
  readonly incident: Pick<Incident<K>, "place">;
};

/**
 * Where a victim was killed: in the place that is recorded of the victim, or else in that of the incident; `null` where
 * neither is recorded. Every count and condition by place of death asks this.
 *
 * That who is not recorded elsewhere was killed where the incident was is a convention of this library. Records of a victim
 * and of the incident may well differ: a wounded person may die in a hospital elsewhere. So that is no fault, and the
 * victim's own place stands. Of dates nothing is inferred in this way: a person may die long after the incident.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-1", place: "idlib" }],
 *   victims: [{ id: "v-1", incident: "i-1" }, { id: "v-2", incident: "i-1", killedIn: "aleppo" }, { id: "v-3" }],
 * });
 * victims.map((victim) => placeKilled(victim)) // ["idlib", "aleppo", null]
 */
export function placeKilled<K extends Keys>(victim: KilledSomewhere<K>): K["place"] | null {
  const { killedIn, incident } = checkedObject(victim, "placeKilled", "a victim");
  return killedIn ?? checkedObject(incident, "placeKilled", "a victim who holds their incident").place;
}
