import { type CalendarDate, calendarDate } from "../calendar/calendar-date.js";
import { periodBetween } from "../calendar/period.js";
import { checkedLists } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { IncidentCondition } from "../codebook/condition.js";
import type { Keys } from "../codebook/keys.js";
import type { Shape } from "../codebook/shape.js";
import { CasualtyError } from "../error.js";
import { checkForm, checkIfUnknown, checkIncidentRule, checkRuleKey, citationShape } from "./check-rule.js";
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
  /** The ground in words, as a clause; `{suspects}` stands for the suspects, `{firedFrom}` for those who held the ground it was fired from. */
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
  /** The day whose rules are applied, as `policyOn` and `policyInForce` write it; needed where a rule has dates. */
  readonly on?: string;
}

/**
 * Makes a policy whose rules are checked against a codebook; it is given back as it came.
 *
 * Errors: `definition-malformed` (a field that is missing, unknown or of another form); `policy-incomplete` (no `rules`; no `otherwise`, so that an incident may be left without an answer; a rule
 * whose answer is none, or names nobody); `policy-rule-repeated`; `condition-malformed` (a condition that cannot be read,
 * or that does not state what unknown does); `rule-key-unknown`; `period-backwards` (a rule in force on no day); those of
 * `calendarDate` and `period`.
 *
 * @example
 * const policy = definePolicy(snhrCodebook, { ...snhrPolicy, label: "Conclusive cases only", rules: snhrPolicy.rules.slice(0, 1) });
 * policy.rules.map(({ id }) => id) // ["conclusive"]
 */
export function definePolicy<K extends Keys>(codebook: Codebook<K>, policy: Policy<NoInfer<K>>): Policy<K> {
  checkedLists(codebook);
  checkPolicyForm(policy);
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
    checkIfUnknown(rule.id, rule.ifUnknown, ["apply", "pass"]);
    checkAnswer(codebook, rule);
    checkInForce(rule);
    checkBecause(rule.id, rule.because);
  }
  checkBecause("otherwise", policy.otherwise.because);
  checkRuleKey(codebook, "otherwise", "unattributed", policy.otherwise.undetermined);
  return policy;
}

/**
 * The policy as of a day: a report for 2019 uses the rules of 2019.
 *
 * It says of which day it is, `on`, by which `attributor` and all that rests on it choose the rules: one without dates is always in
 * force, and so is `otherwise`. No rule is left out, so that a policy as of one day can be taken as of another.
 *
 * Errors: those of `calendarDate`; `definition-malformed` and `policy-incomplete`, as in `definePolicy`.
 *
 * @example
 * const [conclusive, ...others] = snhrPolicy.rules.map((rule) => ({ ...rule, inForce: { from: "2021-01-01" } }));
 * const policy = { ...snhrPolicy, rules: conclusive ? [{ ...conclusive, inForce: {} }, ...others] : [] };
 * const { incidents } = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-1", means: "shelling", suspects: ["regime", "russia"], firedFrom: ["regime", "russia"], investigation: "open" }],
 *   victims: [],
 * });
 * const rules = ["2019-12-31", "2021-07-31"].map((day) =>
 *   incidents.map((incident) => attributor(snhrCodebook, policyOn(policy, calendarDate(day)))(incident).rule),
 * );
 * rules // [["otherwise"], ["joint-control-russia"]]
 */
export function policyOn<K extends Keys>(policy: Policy<K>, day: CalendarDate): Policy<K> {
  const on = calendarDate(day);
  checkPolicyForm(policy);
  return { ...policy, on };
}

/** Whether the recorder went by a rule on a day. */
export function isInForce({ inForce: { from, to } = {} }: PolicyRule, day: string): boolean {
  return (from ?? day) <= day && day <= (to ?? day);
}

/**
 * The rules by which a policy ascribes: those in force on its day, or `policy-day-unnamed` where that depends on a day and
 * it names none. A policy all of whose rules are of other days is none of that day (`policy-not-in-force`): by `otherwise`
 * alone everybody would be counted under one source. One without any rules is meant so.
 */
export function rulesToApply<K extends Keys>({ label, rules, on }: Policy<K>): readonly PolicyRule<K>[] {
  if (on !== undefined) {
    const inForce = rules.filter((rule) => isInForce(rule, on));
    if (inForce.length > 0 || rules.length === 0) return inForce;
    throw new CasualtyError(
      "policy-not-in-force",
      `No rule of the policy "${label}" is in force on ${on}: hand in the policy that was, or ask for a day of its time.`,
      { day: on },
    );
  }
  const dated = datedRule(rules);
  if (dated === undefined) return rules;
  throw new CasualtyError(
    "policy-day-unnamed",
    `The rule "${dated.id}" of the policy "${label}" was not always in force, and it is not said by the rules of which day to ascribe: hand in policyOn(policy, day).`,
    { policy: label, rule: dated.id },
  );
}

/** The first rule that was not always in force, if any was not: without one, no day makes a difference. */
export function datedRule<K extends Keys>(rules: readonly PolicyRule<K>[]): PolicyRule<K> | undefined {
  return rules.find(({ inForce: { from, to } = {} }) => from !== undefined || to !== undefined);
}

const shape: Shape = {
  required: { label: "text", citation: citationShape, rules: "anything", otherwise: "anything" },
  optional: { on: "day" },
};
const ruleShape: Shape = {
  required: {
    id: "text",
    when: "anything",
    ifUnknown: "anything",
    answer: "anything",
    because: "text",
    citation: citationShape,
  },
  optional: { inForce: { required: {}, optional: { from: "text", to: "text" } } },
};
const otherwiseShape: Shape = {
  required: { undetermined: "text", because: "text", citation: citationShape },
  optional: {},
};

/** Throws unless a policy that may have been read from JSON has what the type demands, as far as no codebook is asked. */
export function checkPolicyForm(policy: unknown): void {
  checkForm("policy", policy, shape);
  const { rules, otherwise } = policy as { readonly [Field in keyof Policy]: unknown };
  if (!Array.isArray(rules)) {
    throw incomplete(
      "rules",
      "The policy has no list of `rules`: write an empty one where `otherwise` decides all.",
    );
  }
  checkForm("policy", rules, { listOf: ruleShape }, "rules");
  if (typeof otherwise !== "object" || otherwise === null) {
    throw incomplete(
      "otherwise",
      "The policy has no `otherwise`: say under which unattributed source an incident is counted when no rule applies.",
    );
  }
  checkForm("policy", otherwise, otherwiseShape, "otherwise");
}

function checkAnswer(
  codebook: Codebook,
  { id, answer }: { readonly id: string; readonly answer: unknown },
): void {
  const [only, ...further] =
    typeof answer === "object" && answer !== null
      ? Object.entries(answer as Readonly<Record<string, unknown>>)
      : [];
  const [kind, value] = only ?? [];
  if (further.length === 0 && kind === "undetermined") {
    checkRuleKey(codebook, id, "unattributed", value);
  } else if (further.length === 0 && (kind === "established" || kind === "presumed")) {
    checkAscribed(codebook, id, value);
  } else {
    throw incomplete(
      id,
      `The rule "${id}" has no single answer: write one of established, presumed and undetermined.`,
    );
  }
}

function checkAscribed(codebook: Codebook, rule: string, to: unknown): void {
  if (to === "suspects") return;
  if (!Array.isArray(to) || to.length === 0) {
    throw incomplete(
      rule,
      `The rule "${rule}" ascribes to nobody: list a perpetrator, write "suspects", or answer with an unattributed source.`,
    );
  }
  for (const key of to as unknown[]) checkRuleKey(codebook, rule, "perpetrator", key);
}

/** Refuses a field in braces that no explanation fills in: it would be printed as it stands. */
function checkBecause(rule: string, because: string): void {
  const unknown = because.replaceAll(fieldOfBecause, "").match(/\{[^{}]*\}/u)?.[0];
  if (unknown === undefined) return;
  throw new CasualtyError(
    "definition-malformed",
    `The policy cannot be read: the rule "${rule}" says ${unknown} in because, and only {suspects} and {firedFrom} are filled in. Correct it, or say it in words.`,
    { definition: "policy", path: "because" },
  );
}

/** A field of a ground, which an explanation fills in with those whom the incident names there. */
export const fieldOfBecause = /\{(suspects|firedFrom)\}/g;

function checkInForce({ inForce: { from, to } = {} }: PolicyRule): void {
  const start = from === undefined ? undefined : calendarDate(from);
  const end = to === undefined ? undefined : calendarDate(to);
  if (start !== undefined && end !== undefined) periodBetween(start, end);
}

function incomplete(missing: string, message: string): CasualtyError<"policy-incomplete"> {
  return new CasualtyError("policy-incomplete", message, { missing });
}
