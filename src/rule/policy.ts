import { type CalendarDate, calendarDate } from "../calendar/calendar-date.js";
import type { Codebook } from "../codebook/codebook.js";
import type { IncidentCondition } from "../codebook/condition.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import { checkIncidentRule, checkRuleKey } from "./check-rule.js";
import type { Citation } from "./citation.js";

/** Perpetrators to whom a rule ascribes: those suspected of the incident, or these. */
export type Ascribed<K extends Keys = Keys> = "suspects" | readonly [K["perpetrator"], ...K["perpetrator"][]];

/** What a rule answers. */
export type Answer<K extends Keys = Keys> =
  | { readonly established: Ascribed<K> }
  | { readonly presumed: Ascribed<K> }
  | { readonly undetermined: K["unattributed"] };

/** One rule of attribution. */
export interface PolicyRule<K extends Keys = Keys> {
  readonly id: string;
  /** A rule that ascribes to the suspects applies only to incidents that have one. */
  readonly when: IncidentCondition<K>;
  /** What is done where the condition is neither known to hold nor known not to: the rule applies, or is passed over. */
  readonly ifUnknown: "apply" | "pass";
  readonly answer: Answer<K>;
  /** The ground in words, as a clause; `{suspects}` stands for the suspects. */
  readonly because: string;
  readonly citation: Citation;
  /** The days on which the recorder went by this rule, both included; a side left out is open. */
  readonly inForce?: { readonly from?: string; readonly to?: string };
}

/**
 * How incidents are ascribed, as data: ordered rules, the first that applies decides, and an answer for all that are
 * left, without which there is no policy.
 */
export interface Policy<K extends Keys = Keys> {
  readonly label: string;
  readonly citation: Citation;
  readonly rules: readonly PolicyRule<K>[];
  readonly otherwise: {
    readonly undetermined: K["unattributed"];
    readonly because: string;
    readonly citation: Citation;
  };
}

/**
 * Makes a policy whose rules are checked against a codebook.
 *
 * Errors: `policy-incomplete` (no `otherwise`, so that an incident may be left without an answer; or an answer that
 * names nobody), `policy-rule-repeated`, `condition-malformed`, `rule-key-unknown`.
 */
export function definePolicy<K extends Keys>(codebook: Codebook<K>, policy: Policy<NoInfer<K>>): Policy<K> {
  const ids = new Set<string>(["otherwise"]);
  for (const rule of policy.rules) {
    if (ids.has(rule.id)) {
      throw new CasualtyError(
        "policy-rule-repeated",
        `Two rules have the id "${rule.id}": give each its own, so that a decision can name its rule.`,
        { rule: rule.id },
      );
    }
    ids.add(rule.id);
    checkIncidentRule(codebook, rule.id, rule.when);
    checkAnswer(codebook, rule);
    if (rule.inForce?.from !== undefined) calendarDate(rule.inForce.from);
    if (rule.inForce?.to !== undefined) calendarDate(rule.inForce.to);
  }
  // A policy that was read from JSON may lack what the type demands.
  const otherwise = policy.otherwise as Policy<K>["otherwise"] | undefined;
  if (otherwise === undefined) {
    throw new CasualtyError(
      "policy-incomplete",
      "The policy has no `otherwise`: say under which unattributed source an incident is counted when no rule applies.",
      { missing: "otherwise" },
    );
  }
  checkRuleKey(codebook, "otherwise", "unattributed", otherwise.undetermined);
  return policy;
}

/**
 * The policy with only those rules that were in force on a day: a report for 2019 uses the rules of 2019.
 *
 * A rule without dates is always in force.
 */
export function policyOn<K extends Keys>(policy: Policy<K>, day: CalendarDate): Policy<K> {
  const rules = policy.rules.filter(
    ({ inForce }) => (inForce?.from ?? day) <= day && day <= (inForce?.to ?? day),
  );
  return { ...policy, rules };
}

function checkAnswer(codebook: Codebook, { id, answer }: PolicyRule): void {
  if ("undetermined" in answer) {
    checkRuleKey(codebook, id, "unattributed", answer.undetermined);
    return;
  }
  const to: "suspects" | readonly string[] = "established" in answer ? answer.established : answer.presumed;
  if (to === "suspects") return;
  if (to.length === 0) {
    throw new CasualtyError(
      "policy-incomplete",
      `The rule "${id}" ascribes to nobody: name a perpetrator, or answer with an unattributed source.`,
      { missing: id },
    );
  }
  for (const key of to) checkRuleKey(codebook, id, "perpetrator", key);
}
