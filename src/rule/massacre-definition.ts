import type { Codebook } from "../codebook/codebook.js";
import type { VictimCondition } from "../codebook/condition.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import { checkIfUnknown, checkVictimRule } from "./check-rule.js";
import type { Citation } from "./citation.js";

/**
 * What a recorder calls a massacre, as data: how many must have been killed in one incident, and who counts toward that.
 */
export interface MassacreDefinition<K extends Keys = Keys> {
  readonly label: string;
  /** The least number killed in one incident. */
  readonly threshold: number;
  /** Who counts toward the threshold: everyone of the population, or those for whom a condition holds. */
  readonly counting:
    | "everyone"
    | { readonly who: VictimCondition<K>; readonly ifUnknown: "count" | "leave-out" };
  readonly citation: Citation;
}

/**
 * Makes a massacre definition checked against a codebook; it is given back as it came.
 *
 * Errors: `massacre-threshold-invalid` (no whole number of at least 1); `condition-malformed` (a condition that cannot
 * be read, or that does not state what unknown does); `rule-key-unknown`; those of `period`.
 *
 * @example
 * const of3 = defineMassacre(snhrCodebook, { ...snhrMassacre, threshold: 3 });
 * of3.threshold // 3
 */
export function defineMassacre<K extends Keys>(
  codebook: Codebook<K>,
  definition: MassacreDefinition<NoInfer<K>>,
): MassacreDefinition<K> {
  const { counting, label } = definition;
  checkThreshold(definition);
  if (counting !== "everyone") {
    checkVictimRule(codebook, label, counting.who);
    checkIfUnknown(label, counting.ifUnknown, ["count", "leave-out"]);
  }
  return definition;
}

/** Throws `massacre-threshold-invalid` unless the threshold is a whole number of at least 1. */
export function checkThreshold({ label, threshold }: Pick<MassacreDefinition, "label" | "threshold">): void {
  if (Number.isSafeInteger(threshold) && threshold >= 1) return;
  throw new CasualtyError(
    "massacre-threshold-invalid",
    `The threshold of "${label}" is ${threshold}: it must be a whole number of at least 1.`,
    { threshold },
  );
}
