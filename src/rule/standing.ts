import type { Keys } from "../codebook/keys.js";
import { checkedObject } from "../error.js";
import type { IncidentValues } from "../record/incident.js";
import { type Partition, partition } from "../tally/dimension.js";
import type { UnderPolicy } from "./outcome-counts.js";
import { type Outcomes, outcomesUnder } from "./outcomes.js";
import { isWithin, type PerpetratorGroup, perpetratorGroup } from "./perpetrator-group.js";

/**
 * How an incident stands toward some perpetrators under a policy: each in exactly one of these ways.
 *
 * - `established`: it is conclusively by them.
 * - `presumed-within`, `presumed`: the policy ascribes it to them by a rule; of those who are named, several, all are
 *   theirs, or not all.
 * - `suspected-within`, `suspected`: the policy does not ascribe it to them; again all who are named, several, are theirs,
 *   or one is, or may be: it is one around them, a part of whom they are, even conclusively.
 * - `not-excluded`: none of them is named, and it may be anybody: no suspect is known, or only one.
 * - `jointly`: it is conclusively by one of them, or one around them, together with others.
 * - `excluded`: it is conclusively by others, or by one of several others who are named.
 */
export type Standing =
  | "established"
  | "presumed-within"
  | "presumed"
  | "suspected-within"
  | "suspected"
  | "not-excluded"
  | "jointly"
  | "excluded";

/**
 * Which standings make up each bound, for a selection of a tally by `byStanding`: `at(tally, { standing: standings.possible })`.
 *
 * - `established`: only what is conclusive.
 * - `reported`: what the policy ascribes to them.
 * - `possible`: also every case that is not conclusive and in which one of them is named.
 * - `notExcluded`: also every case that may be anybody's.
 * - `certain`: what is theirs however the cases that are not conclusive turn out.
 *
 * @example
 * standings.reported // ["established", "presumed-within", "presumed"]
 */
export const standings = {
  established: ["established"],
  reported: ["established", "presumed-within", "presumed"],
  possible: ["established", "presumed-within", "presumed", "suspected-within", "suspected"],
  notExcluded: [
    "established",
    "presumed-within",
    "presumed",
    "suspected-within",
    "suspected",
    "not-excluded",
  ],
  certain: ["established", "presumed-within", "suspected-within"],
} as const satisfies Readonly<Record<string, readonly Standing[]>>;

/** The perpetrators that are asked about: one, or a group such as the members of an alliance. */
export interface StandingOptions<K extends Keys = Keys> extends UnderPolicy<K> {
  readonly perpetrators: readonly NoInfer<K>["perpetrator"][];
}

/**
 * Sorts items that belong to an incident (victims, massacres) by how the incident stands toward some perpetrators.
 *
 * A partition: with it any tally has the bounds of `attributionBounds` in every cell, as sums of its keys, and `behind`
 * gives the ids. A perpetrator is meant with its parts. Of a part itself, what names the whole is possible: the record does not
 * say which part it was.
 *
 * Errors: `selection-empty`, `selection-repeats-key`, `dimension-key-unknown` for the perpetrators; those of `definePolicy`.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [
 *     { id: "i-1", means: "shelling", suspects: ["regime", "russia"], firedFrom: ["regime", "russia"], investigation: "open" },
 *     { id: "i-2", means: "landmine" },
 *   ],
 *   victims: [{ id: "v-1", incident: "i-1" }, { id: "v-2", incident: "i-2" }],
 * });
 * const options = { codebook: snhrCodebook, policy: snhrPolicy };
 * victims.map(byStanding({ ...options, perpetrators: ["russia"] }).keyOf) // ["suspected", "not-excluded"]
 * victims.map(byStanding({ ...options, perpetrators: ["regime", "russia"] }).keyOf) // ["presumed-within", "not-excluded"]
 */
export function byStanding<K extends Keys>(
  options: StandingOptions<K>,
): Partition<{ readonly incident: IncidentValues<K> }, Standing> {
  const { codebook, policy, perpetrators } = checkedObject(
    options,
    "byStanding",
    "options with the codebook, the policy and the perpetrators",
  );
  const group = perpetratorGroup(codebook, perpetrators);
  const outcomesOf = outcomesUnder(codebook, policy);
  return partition<{ readonly incident: IncidentValues<K> }, Standing>({
    keys: [...standings.notExcluded, "jointly", "excluded"],
    keyOf: ({ incident }) => standingOf(outcomesOf(incident), group),
  });
}

function standingOf(
  { isSettled, named, ascribed, mayBeUnnamed }: Outcomes,
  group: PerpetratorGroup,
): Standing {
  const mayBeOf = (perpetrator: string) => group.standing(perpetrator) !== "apart";
  const isNamed = named.some(mayBeOf);
  if (isSettled) {
    if (isWithin(named, group)) return "established";
    if (named.every(mayBeOf)) return "suspected";
    return isNamed ? "jointly" : "excluded";
  }
  if (!isNamed) return mayBeUnnamed ? "not-excluded" : "excluded";
  const isCertain = isWithin(named, group) && !mayBeUnnamed;
  if (isWithin(ascribed, group)) return isCertain ? "presumed-within" : "presumed";
  return isCertain ? "suspected-within" : "suspected";
}
