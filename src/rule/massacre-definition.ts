import type { Codebook } from "../codebook/codebook.js";
import type { VictimCondition } from "../codebook/condition.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import { checkVictimRule } from "./check-rule.js";
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
 * Makes a massacre definition checked against a codebook.
 *
 * Errors: `massacre-threshold-invalid` (no whole number of at least 1), `condition-malformed`, `rule-key-unknown`.
 */
export function defineMassacre<K extends Keys>(
  codebook: Codebook<K>,
  definition: MassacreDefinition<NoInfer<K>>,
): MassacreDefinition<K> {
  const { threshold, counting, label } = definition;
  if (!Number.isSafeInteger(threshold) || threshold < 1) {
    throw new CasualtyError(
      "massacre-threshold-invalid",
      `The threshold of "${label}" is ${threshold}: it must be a whole number of at least 1.`,
      { threshold },
    );
  }
  if (counting !== "everyone") checkVictimRule(codebook, label, counting.who);
  return definition;
}
