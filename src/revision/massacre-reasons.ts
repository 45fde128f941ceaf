import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { checkedObject } from "../error.js";
import type { Victim } from "../record/victim.js";
import { attributor } from "../rule/attribution.js";
import { countIncidents } from "../rule/incident-counts.js";
import { killedBy } from "../rule/killed-by.js";
import { type Massacre, type MassacreOptions, massacresAmong } from "../rule/massacre.js";
import type { MassacreDefinition } from "../rule/massacre-definition.js";
import type { Policy } from "../rule/policy.js";
import type { ItemChange } from "./compare-releases.js";
import type { Reason } from "./reason.js";
import { reasonOf, reattributed } from "./victim-reasons.js";

/**
 * Gives the reasons for which a massacre does not stand where it stood: its incident reached the threshold, or reaches it no
 * longer, with how many count toward it by the one and by the other; or it is a massacre in both releases, and was re-dated,
 * re-attributed or placed otherwise.
 *
 * `before` and `after` are all victims that the massacres were found among, by these options, and so those whom a population
 * counts (`applyPopulation`), where it has excluded anybody: with `asOf`, those count who were surely documented by that day.
 * Of an incident of which one release holds no victim none count in it, whether it was not recorded, was merged into another or
 * nobody of it was counted: it is not said how many were killed. To be handed to `compareReleases` as `reasonsOf`, with the massacres of both as the items, or those of a period.
 *
 * Errors: those of `countIncidents`, `massacresAmong` and `attributor`.
 *
 * @example
 * const killed = (number: number) =>
 *   parseRecords(snhrCodebook, {
 *     incidents: [{ id: "i-1", date: "2021-07-15" }],
 *     victims: Array.from({ length: number }, (_, nth) => ({ id: `v-${nth}`, incident: "i-1" })),
 *   }).victims;
 * const options = { codebook: snhrCodebook, definition: snhrMassacre, dated: "incident", policy: snhrPolicy } as const;
 * const reasonsOf = massacreReasons({ before: killed(4), after: killed(5) }, options);
 * const [massacre] = massacres(killed(5), options);
 * massacre && reasonsOf({ id: "i-1", before: null, after: massacre }) // [{ kind: "threshold-reached", note: "counted toward it: 4; now 5" }]
 */
export function massacreReasons<K extends Keys>(
  victims: { readonly before: Iterable<Victim<K>>; readonly after: Iterable<Victim<K>> },
  options: {
    readonly codebook: Codebook<K>;
    readonly definition: MassacreDefinition<NoInfer<K>>;
    readonly policy: Policy<NoInfer<K>>;
  } & MassacreOptions,
): (change: ItemChange<Massacre<K>>) => readonly Reason[] {
  checkedObject(victims, "massacreReasons", "the victims before and after");
  const { codebook, policy, ...asked } = checkedObject(
    options,
    "massacreReasons",
    "the options of massacres",
  );
  const { definition, asOf } = asked;
  const attribute = attributor(codebook, policy);
  const releaseOf = (of: Iterable<Victim<K>>) => {
    const counts = countIncidents(of, { codebook, definition });
    return {
      countingIn: new Map(
        counts.map(({ incident, byDocumented }) => [incident.id, killedBy(asOf, byDocumented).told.counting]),
      ),
      massacres: new Map(massacresAmong(counts, asked).map((one) => [one.id, one])),
    };
  };
  const [before, after] = [releaseOf(victims.before), releaseOf(victims.after)];
  return ({ id, before: item, after: itemNow }) => {
    const [counted, counts] = [before.countingIn.get(id) ?? 0, after.countingIn.get(id) ?? 0];
    const [was, is] = [before.massacres.get(id), after.massacres.get(id)];
    if (was !== undefined && is !== undefined) {
      return [
        ...reattributed(codebook, attribute(was.incident), attribute(is.incident)),
        ...reasonOf("re-dated", undefined, { date: was.date }, { date: is.date }),
        ...reasonOf(
          "place-corrected",
          "place-known",
          { place: was.incident.place },
          { place: is.incident.place },
        ),
      ];
    }
    // No massacre in either; or items that are not those of these victims.
    if (was === is || (item === null) === (itemNow === null)) return [];
    const kind = was === undefined ? "threshold-reached" : "threshold-lost";
    return [{ kind, note: `counted toward it: ${counted}; now ${counts}` }];
  };
}
