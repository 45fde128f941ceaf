import { checkedLists } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { VictimCondition } from "../codebook/condition.js";
import type { Keys } from "../codebook/keys.js";
import type { Shape } from "../codebook/shape.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { checkForm, checkIfUnknown, checkVictimRule, citationShape } from "./check-rule.js";
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

const shape: Shape = {
  required: { label: "text", threshold: "anything", counting: "anything", citation: citationShape },
  optional: {},
};
const countingShape: Shape = { required: { who: "anything", ifUnknown: "anything" }, optional: {} };

/**
 * Makes a massacre definition checked against a codebook; it is given back as it came.
 *
 * Errors: `definition-malformed` (a field that is missing, unknown or of another form); `massacre-threshold-invalid` (no whole number of at least 1); `condition-malformed` (a condition that cannot
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
  checkedLists(codebook);
  checkThreshold(definition);
  const { counting, label } = definition;
  if (counting !== "everyone") {
    checkCounting(counting);
    checkVictimRule(codebook, label, counting.who);
    checkIfUnknown(label, counting.ifUnknown, ["count", "leave-out"]);
  }
  return definition;
}

/** Throws `definition-malformed` unless who counts is said in one of its two forms; this is not "everyone". */
function checkCounting(counting: unknown): void {
  if (typeof counting === "object" && counting !== null) {
    checkForm("massacre definition", counting, countingShape, "counting");
    return;
  }
  throw new CasualtyError(
    "definition-malformed",
    `The massacre definition cannot be read: counting must be "everyone", or an object with who and ifUnknown, not ${shown(counting)}.`,
    { definition: "massacre definition", path: "counting" },
  );
}

/**
 * Throws `definition-malformed` unless a definition has its form, of which who counts is not looked at, and
 * `massacre-threshold-invalid` unless the threshold is a whole number of at least 1.
 */
export function checkThreshold(definition: MassacreDefinition): void {
  checkForm("massacre definition", definition, shape);
  const { label, threshold } = definition;
  if (Number.isSafeInteger(threshold) && threshold >= 1) return;
  throw new CasualtyError(
    "massacre-threshold-invalid",
    `The threshold of "${label}" is ${shown(threshold)}: it must be a whole number of at least 1.`,
    { threshold },
  );
}
