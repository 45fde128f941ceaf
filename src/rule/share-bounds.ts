import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import { type Share, share } from "../number/share.js";
import type { IncidentValues } from "../record/incident.js";
import { endsIn, type Membership } from "./ends.js";
import { countOutcomes, type InEitherSense, inEitherSense, type UnderPolicy } from "./outcome-counts.js";
import { perpetratorGroup } from "./perpetrator-group.js";

/** The share that some perpetrators have in a whole: least and most, each as the counts with which it is attained. */
export interface ShareBounds extends InEitherSense<{ readonly minimum: Share; readonly maximum: Share }> {
  readonly kind: "share-bounds";
  /** As the policy ascribes them. */
  readonly reported: Share;
}

/**
 * Gives the extreme values of a share, over all ways in which the cases that are not established can turn out.
 *
 * The whole is all of the items, or those by a group that holds the part: then both counts move, and the share is bounded more
 * tightly than by its parts. Each extreme is given as the two counts of an end that attains it, exact until it is printed. Ends
 * at which the whole is nobody have no share and are passed over; if there are only such, it is a share of nothing, `{ part: 0,
 * whole: 0 }`. The senses are those of `Sense`. For a category, hand in its victims. Linear in the items.
 *
 * Errors: `share-part-outside-whole`; those of `byStanding`.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [
 *     { id: "i-1", means: "shelling", suspects: ["regime", "russia"], firedFrom: ["regime", "russia"], investigation: "open" },
 *     { id: "i-2", suspects: ["russia"], investigation: "concluded" },
 *     { id: "i-3", means: "landmine" },
 *   ],
 *   victims: [{ id: "v-1", incident: "i-1" }, { id: "v-2", incident: "i-2" }, { id: "v-3", incident: "i-3" }],
 * });
 * const options = { codebook: snhrCodebook, policy: snhrPolicy, part: ["regime"] } as const;
 * shareBounds(victims, { ...options, whole: ["regime", "russia"] }).amongSuspects // { minimum: { part: 0, whole: 2 }, maximum: { part: 1, whole: 2 } }
 * shareBounds(victims, { ...options, whole: "all" }).whoever // { minimum: { part: 0, whole: 3 }, maximum: { part: 2, whole: 3 } }
 */
export function shareBounds<K extends Keys>(
  items: Iterable<{ readonly incident: IncidentValues<K> }>,
  options: UnderPolicy<K> & {
    readonly part: readonly NoInfer<K>["perpetrator"][];
    readonly whole: "all" | readonly NoInfer<K>["perpetrator"][];
  },
): ShareBounds {
  checkOptions("options of shareBounds", options, optionsNamed("codebook", "policy", "part", "whole"));
  const { codebook, policy, part, whole } = options;
  const partGroup = perpetratorGroup(codebook, part);
  const wholeGroup = whole === "all" ? null : perpetratorGroup(codebook, whole);
  const outside = [...partGroup.keys].find(
    (key) => wholeGroup !== null && wholeGroup.standing(key) !== "within",
  );
  if (outside !== undefined) throw partOutsideWhole(outside);
  const counts = countOutcomes(items, { codebook, policy });
  const ends = endsIn(codebook, wholeGroup === null ? [partGroup] : [partGroup, wholeGroup]);
  const placeOf = (membership: Membership): Place => {
    if (membership & 1) return "part";
    return wholeGroup === null || membership & 2 ? "rest" : "outside";
  };
  const reportedIn = (...places: readonly Place[]) =>
    sumOf(counts, ({ outcomes }) => places.includes(placeOf(ends.ascribed(outcomes))));
  return {
    kind: "share-bounds",
    reported: share(reportedIn("part"), reportedIn("part", "rest")),
    ...inEitherSense((sense) =>
      extremeShares(
        counts.map(({ outcomes, count }) => ({
          count,
          places: new Set(ends.possible(outcomes, sense).map(placeOf)),
        })),
      ),
    ),
  };
}

/** Where an item ends: in the part and so in the whole, in the rest of the whole, or outside of it. */
type Place = "part" | "rest" | "outside";

/** How many items can each end in one of these places. */
interface PlaceCount {
  readonly count: number;
  readonly places: ReadonlySet<Place>;
}

/**
 * An item in the part raises the share or leaves it at 1, one in the rest lowers it or leaves it at 0, one outside changes
 * nothing: so each of them ends best in the first of its places in the order of the question.
 */
function extremeShares(counts: readonly PlaceCount[]): { readonly minimum: Share; readonly maximum: Share } {
  const endingIn = (place: Place, order: readonly Place[]) =>
    sumOf(counts, ({ places }) => order.find((one) => places.has(one)) === place);
  const extreme = (order: readonly Place[], evading: Place): Share => {
    const [inPart, inRest] = [endingIn("part", order), endingIn("rest", order)];
    if (inPart + inRest > 0) return share(inPart, inPart + inRest);
    // Everything can end outside. What evades the whole there is at its other end where it does not.
    const within = sumOf(counts, ({ places }) => places.has(evading));
    return share(evading === "part" ? within : 0, within);
  };
  return {
    minimum: extreme(["rest", "outside", "part"], "part"),
    maximum: extreme(["part", "outside", "rest"], "rest"),
  };
}

function sumOf<Counted extends { readonly count: number }>(
  counts: readonly Counted[],
  isMeant: (counted: Counted) => boolean,
): number {
  return counts.filter(isMeant).reduce((sum, { count }) => sum + count, 0);
}

function partOutsideWhole(key: string): CasualtyError<"share-part-outside-whole"> {
  return new CasualtyError(
    "share-part-outside-whole",
    `The part of this share holds the perpetrator ${key}, and the whole does not: a part must lie inside its whole.`,
    { dimension: "perpetrators", key },
  );
}
