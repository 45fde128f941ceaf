import type { Massacre } from "../rule/massacre.js";
import type { ItemChange } from "./compare-releases.js";
import type { Reason } from "./reason.js";

/**
 * Gives the reasons for which an incident is a massacre in one release and not in the other: it reached the threshold, or
 * reaches it no longer, with how many were killed in it by the one and by the other.
 *
 * `before` and `after` are the victims that the massacres were found among. To be handed to `compareReleases` as `reasonsOf`,
 * with the massacres of both as the items. An incident of which one release holds no victim has reached nothing: it was
 * recorded, or withdrawn, as a whole, and shows no reason.
 *
 * @example
 * const killed = (ids: readonly string[]) => ids.map((id) => ({ id, incident: { id: "i-1" } }));
 * const reasonsOf = massacreReasons({
 *   before: killed(["v-1", "v-2", "v-3", "v-4"]),
 *   after: killed(["v-1", "v-2", "v-3", "v-4", "v-5"]),
 * });
 * const massacre = { toll: 5 } as Massacre;
 * reasonsOf({ id: "i-1", before: null, after: massacre }) // [{ kind: "threshold-reached", note: "killed: 4; now 5" }]
 */
export function massacreReasons(victims: {
  readonly before: Iterable<{ readonly incident: { readonly id: string } }>;
  readonly after: Iterable<{ readonly incident: { readonly id: string } }>;
}): (change: ItemChange<Massacre>) => readonly Reason[] {
  const [before, after] = [killedIn(victims.before), killedIn(victims.after)];
  return (change) => {
    const [was, is] = [before.get(change.id), after.get(change.id)];
    if (was === undefined || is === undefined || (change.before === null) === (change.after === null))
      return [];
    const kind = change.before === null ? "threshold-reached" : "threshold-lost";
    return [{ kind, note: `killed: ${was}; now ${is}` }];
  };
}

function killedIn(
  victims: Iterable<{ readonly incident: { readonly id: string } }>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { incident } of victims) counts.set(incident.id, (counts.get(incident.id) ?? 0) + 1);
  return counts;
}
