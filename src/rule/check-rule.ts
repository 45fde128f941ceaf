import { checkedLists } from "../codebook/check-codebook.js";
import {
  checkIncidentCondition,
  checkVictimCondition,
  type ReferenceCheck,
} from "../codebook/check-condition.js";
import type { Codebook } from "../codebook/codebook.js";
import { type ListName, listOf } from "../codebook/keys.js";
import { ended, type Shape, shapeFault } from "../codebook/shape.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";

/** The form of a citation. */
export const citationShape: Shape = {
  required: { source: "text" },
  optional: { place: "text", quote: "text" },
};

/** Throws `definition-malformed` unless a definition that no compiler saw has its form. */
export function checkForm(definition: string, value: unknown, shape: Shape, path = ""): void {
  const fault = shapeFault(value, shape, path);
  if (fault === null) return;
  throw new CasualtyError("definition-malformed", ended(`The ${definition} cannot be read: ${fault.what}`), {
    definition,
    path: fault.path,
  });
}

/** Throws unless a condition over victims can be read and names only keys of the codebook. */
export function checkVictimRule(codebook: Codebook, rule: string, when: unknown): void {
  checkVictimCondition(when, referenceCheck(codebook, rule), `${rule}.when`);
}

/** Throws unless a condition over incidents can be read and names only keys of the codebook. */
export function checkIncidentRule(codebook: Codebook, rule: string, when: unknown): void {
  checkIncidentCondition(when, referenceCheck(codebook, rule), `${rule}.when`);
}

/** Throws `condition-malformed` unless a rule states what is done where its condition is unknown: one of `answers`. */
export function checkIfUnknown(rule: string, ifUnknown: unknown, answers: readonly string[]): void {
  if (typeof ifUnknown === "string" && answers.includes(ifUnknown)) return;
  const path = `${rule}.ifUnknown`;
  throw new CasualtyError(
    "condition-malformed",
    `The rule "${rule}" does not say what is done where its condition is unknown (${path}): write one of ${answers.join(", ")}.`,
    { path },
  );
}

/** Throws `rule-key-unknown` unless the codebook has the key that a rule names. */
export function checkRuleKey(codebook: Codebook, rule: string, list: ListName, key: unknown): void {
  if (typeof key === "string" && Object.hasOwn(codebook[listOf[list]], key)) return;
  throw new CasualtyError(
    "rule-key-unknown",
    `The rule "${rule}" names the ${list} ${shown(key)}, which is not in the codebook: add it there, or correct the rule.`,
    { rule, list, key: typeof key === "string" ? key : shown(key) },
  );
}

function referenceCheck(codebook: Codebook, rule: string): ReferenceCheck {
  checkedLists(codebook);
  return (_path, list, key) => {
    checkRuleKey(codebook, rule, list, key);
  };
}
