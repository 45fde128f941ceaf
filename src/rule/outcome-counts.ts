import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { IncidentValues } from "../record/incident.js";
import { ofIncidents } from "../record/of-incidents.js";
import { type Outcomes, outcomesUnder } from "./outcomes.js";
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
 *   suspected, or nobody, it may also end with nobody who is named.
 * - `whoever`: the same, but a case in which only one is suspected, or nobody, may end with anybody at all.
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
  const outcomesOf = outcomesUnder(codebook, policy);
  const counts = new Map<string, { readonly outcomes: Outcomes<K>; count: number }>();
  for (const { incident } of ofIncidents(items, "What is bounded")) {
    const outcomes = outcomesOf(incident);
    const text = textOf(outcomes);
    const alike = counts.get(text);
    if (alike === undefined) counts.set(text, { outcomes, count: 1 });
    else alike.count++;
  }
  return [...counts.values()];
}

/** A text that is the same for the same outcomes, whatever order they name perpetrators in. */
function textOf({ isSettled, named, ascribed, mayBeUnnamed }: Outcomes): string {
  return `${isSettled} ${mayBeUnnamed} ${listText(named)} ${listText(ascribed)}`;
}

/** Names in one text, each with its length before it, since a name may hold any character. */
function listText(names: readonly string[]): string {
  let text = "";
  for (const name of names.length > 1 ? [...names].sort() : names) text += `${name.length}:${name}`;
  return text;
}
