import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { IncidentValues } from "../record/incident.js";
import { attributor } from "./attribution.js";
import { mayBeUnnamed, type Outcomes, outcomesOf } from "./outcomes.js";
import type { Policy } from "./policy.js";

/** Outcomes, and how many items have them. */
export interface OutcomeCount<K extends Keys = Keys> {
  readonly outcomes: Outcomes<K>;
  readonly count: number;
}

/**
 * In which sense something is said of the cases that are not established.
 *
 * - `amongSuspects`: each ends with one of those who are named in it, or with several of them jointly; where only one is
 *   named, or nobody, it may also end with nobody who is named.
 * - `whoever`: the same, but a case in which only one is named, or nobody, may end with anybody at all.
 */
export type Sense = "amongSuspects" | "whoever";

/** Something for either sense. */
export type InEitherSense<Value> = { readonly [S in Sense]: Value };

/** A value for either sense. */
export function inEitherSense<Value>(valueIn: (sense: Sense) => Value): InEitherSense<Value> {
  return { amongSuspects: valueIn("amongSuspects"), whoever: valueIn("whoever") };
}

/** The policy under which something is asked, with its codebook. */
export interface UnderPolicy<K extends Keys = Keys> {
  readonly codebook: Codebook<K>;
  readonly policy: Policy<NoInfer<K>>;
}

/** Which outcomes the incidents of these items have, each of them once: few, where the records are many. */
export function countOutcomes<K extends Keys>(
  items: Iterable<{ readonly incident: IncidentValues<K> }>,
  { codebook, policy }: UnderPolicy<K>,
): OutcomeCount<K>[] {
  const attribute = attributor(codebook, policy);
  const counts = new Map<string, { readonly outcomes: Outcomes<K>; count: number }>();
  for (const { incident } of items) {
    const outcomes = outcomesOf(attribute(incident));
    const { isSettled, named, ascribed } = outcomes;
    const text = JSON.stringify([isSettled, [...named].sort(), [...ascribed].sort()]);
    const alike = counts.get(text);
    if (alike === undefined) counts.set(text, { outcomes, count: 1 });
    else alike.count++;
  }
  return [...counts.values()];
}

/**
 * By whom incidents with these outcomes may end, each end as the list of all by whom it then is.
 *
 * `anybody` stands for all perpetrators: one of each kind that matters to the question. That a case may end with several of
 * those who are named jointly is left out: it is then counted under a group only if each of them alone would be, so that no
 * count, difference or share reaches further by it.
 */
export function endsOf(
  outcomes: Outcomes,
  sense: Sense,
  anybody: readonly string[],
): readonly (readonly string[])[] {
  const { isSettled, named } = outcomes;
  if (isSettled) return [named];
  const ends = named.map((perpetrator) => [perpetrator]);
  if (!mayBeUnnamed(outcomes)) return ends;
  const others = sense === "whoever" ? anybody.map((perpetrator) => [perpetrator]) : [];
  return [...ends, ...others, []];
}
