import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { IncidentValues } from "../record/incident.js";
import { endsIn, type Membership } from "./ends.js";
import {
  countOutcomes,
  type InEitherSense,
  inEitherSense,
  type OutcomeCount,
  type Sense,
  type UnderPolicy,
} from "./outcome-counts.js";
import { type PerpetratorGroup, perpetratorGroup } from "./perpetrator-group.js";

/** The least and the most that something can be. */
export interface Extremes {
  readonly minimum: number;
  readonly maximum: number;
}

/** By how many more of the items are by one group than by another; below zero where the other has more. */
export interface DifferenceBounds extends InEitherSense<Extremes> {
  readonly kind: "difference-bounds";
  /** As the policy ascribes them. */
  readonly reported: number;
  /** In which sense it is certain that more are by the one; `whoever` is the stronger. */
  readonly certain: Sense | "no";
}

/**
 * Gives the extreme values of the difference between two perpetrators or groups, over all ways in which the cases that are
 * not established can turn out: victims, or massacres, of the one less those of the other.
 *
 * It is tighter than the difference of their bounds, since what one has done the other has not. The senses are those of
 * `Sense`; the ends of the interval are attained. For a category, hand in its victims. No items give zeros. Linear in the items.
 *
 * Errors: those of `byStanding`.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [
 *     { id: "i-1", means: "shelling", suspects: ["regime", "russia"], firedFrom: ["regime", "russia"], investigation: "open" },
 *     { id: "i-2", suspects: ["regime"], investigation: "concluded" },
 *     { id: "i-3", means: "landmine" },
 *   ],
 *   victims: [
 *     { id: "v-1", incident: "i-1" },
 *     { id: "v-2", incident: "i-2" },
 *     { id: "v-3", incident: "i-2" },
 *     { id: "v-4", incident: "i-3" },
 *   ],
 * });
 * const lead = differenceBounds(victims, { codebook: snhrCodebook, policy: snhrPolicy, of: ["regime"], over: ["russia"] });
 * lead.reported // 3
 * lead.amongSuspects // { minimum: 1, maximum: 3 }
 * lead.whoever // { minimum: 0, maximum: 4 }
 * lead.certain // "amongSuspects"
 */
export function differenceBounds<K extends Keys>(
  items: Iterable<{ readonly incident: IncidentValues<K> }>,
  options: UnderPolicy<K> & {
    readonly of: readonly NoInfer<K>["perpetrator"][];
    readonly over: readonly NoInfer<K>["perpetrator"][];
  },
): DifferenceBounds {
  checkOptions("options of differenceBounds", options, optionsNamed("codebook", "policy", "of", "over"));
  const { codebook, policy, of, over } = options;
  const [more, less] = [perpetratorGroup(codebook, of), perpetratorGroup(codebook, over)];
  return differenceOf(codebook, countOutcomes(items, { codebook, policy }), more, less);
}

/** The bounds of the difference between two groups, of items that are counted by their outcomes. */
export function differenceOf<K extends Keys>(
  codebook: Codebook<K>,
  counts: readonly OutcomeCount[],
  more: PerpetratorGroup,
  less: PerpetratorGroup,
): DifferenceBounds {
  const ends = endsIn(codebook, [more, less]);
  const extremesIn = (sense: Sense): Extremes => {
    let [minimum, maximum] = [0, 0];
    for (const { outcomes, count } of counts) {
      const differences = ends.possible(outcomes, sense).map(differenceIn);
      minimum += count * Math.min(...differences);
      maximum += count * Math.max(...differences);
    }
    return { minimum, maximum };
  };
  const bounds = inEitherSense(extremesIn);
  return {
    kind: "difference-bounds",
    reported: counts.reduce(
      (sum, { outcomes, count }) => sum + count * differenceIn(ends.ascribed(outcomes)),
      0,
    ),
    ...bounds,
    certain: certaintyOf(bounds),
  };
}

function certaintyOf({ amongSuspects, whoever }: InEitherSense<Extremes>): Sense | "no" {
  if (whoever.minimum > 0) return "whoever";
  return amongSuspects.minimum > 0 ? "amongSuspects" : "no";
}

/** What a case adds to the difference: whoever is of both groups makes as little as who is of neither. */
function differenceIn(membership: Membership): number {
  return [0, 1, -1, 0][membership] ?? 0;
}
