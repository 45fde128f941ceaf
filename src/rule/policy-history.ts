import { addDays, type CalendarDate, calendarDate, daysBetween } from "../calendar/calendar-date.js";
import { periodBetween } from "../calendar/period.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Shape } from "../codebook/shape.js";
import { CasualtyError } from "../error.js";
import { checkForm } from "./check-rule.js";
import { checkPolicyForm, definePolicy, isInForce, type Policy, policyOn } from "./policy.js";

/** A policy with the days on which the recorder went by it, both included; a side left out is open. */
export interface DatedPolicy<K extends Keys = Keys> {
  readonly policy: Policy<K>;
  readonly from?: string;
  readonly to?: string;
}

/**
 * Makes a history of policies, whole ones that followed each other, checked against a codebook; it is given back as it came.
 *
 * On every day from its first to its last there is exactly one: figures for 2019 rest on the policy of 2019.
 *
 * Errors: `definition-malformed` (a field that is missing, unknown or of another form); `policy-history-gap` (a day between two policies has none, or all rules of its policy are of other days); `policy-history-overlap` (a day has two, and so it is
 * not said which decides); `period-backwards` (a policy in force on no day); those of `calendarDate` and `definePolicy`.
 *
 * @example
 * const earlier = { ...snhrPolicy, label: "Conclusive cases only", rules: snhrPolicy.rules.slice(0, 1) };
 * const history = definePolicyHistory(snhrCodebook, [
 *   { policy: earlier, to: "2020-12-31" },
 *   { policy: snhrPolicy, from: "2021-01-01" },
 * ]);
 * policyInForce(history, calendarDate("2019-12-31")).label // "Conclusive cases only"
 */
export function definePolicyHistory<K extends Keys>(
  codebook: Codebook<K>,
  history: readonly DatedPolicy<NoInfer<K>>[],
): readonly DatedPolicy<K>[] {
  inOrder(history);
  for (const { policy } of history) definePolicy(codebook, policy);
  return history;
}

/**
 * Gives the policy that was in force on a day, as of that day (`policyOn`): those of its rules that were in force are applied.
 *
 * The policies may stand in any order.
 *
 * Errors: `policy-not-in-force` (the day is before the first policy or after the last); those of `definePolicyHistory` for which
 * it asks no codebook.
 *
 * @example
 * policyInForce([{ policy: snhrPolicy, from: "2021-01-01" }], calendarDate("2021-07-31")).label // "SNHR's attribution as of July 2021"
 */
export function policyInForce<K extends Keys>(
  history: readonly DatedPolicy<K>[],
  day: CalendarDate,
): Policy<K> {
  const on = calendarDate(day);
  const found = inOrder(history).find(({ from, to }) => (from ?? on) <= on && on <= (to ?? on));
  if (found === undefined) {
    throw new CasualtyError(
      "policy-not-in-force",
      `No policy of this history was in force on ${on}: add the one that was, or ask for a day of its time.`,
      { day: on },
    );
  }
  return policyOn(found.policy, on);
}

const shape: Shape = {
  listOf: { required: { policy: "anything" }, optional: { from: "text", to: "text" } },
};

/** The policies with their dates read, the earliest first; refuses days with two of them, and days between with none. */
function inOrder<K extends Keys>(
  history: readonly DatedPolicy<K>[],
): readonly { readonly policy: Policy<K>; readonly from?: CalendarDate; readonly to?: CalendarDate }[] {
  checkForm("policy history", history, shape);
  for (const { policy } of history) checkPolicyForm(policy);
  const dated = history
    .map(({ policy, from, to }) => ({
      policy,
      ...(from === undefined ? {} : { from: calendarDate(from) }),
      ...(to === undefined ? {} : { to: calendarDate(to) }),
    }))
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  dated.forEach(({ policy, from, to }, nth) => {
    if (from !== undefined && to !== undefined) periodBetween(from, to);
    const uncovered = dayWithoutRule(policy, from, to);
    if (uncovered !== null) throw noRuleOn(policy.label, uncovered);
    const next = dated[nth + 1];
    if (next === undefined) return;
    const details = { earlier: policy.label, later: next.policy.label };
    if (to === undefined || next.from === undefined || next.from <= to) {
      throw new CasualtyError(
        "policy-history-overlap",
        `The policies "${details.earlier}" and "${details.later}" are in force on the same days: end the one on the day before the other begins.`,
        details,
      );
    }
    if (daysBetween(to, next.from) > 1) {
      throw new CasualtyError(
        "policy-history-gap",
        `No policy is in force between ${to}, the last day of "${details.earlier}", and ${next.from}, the first of "${details.later}": name the one that was, or let the two meet.`,
        details,
      );
    }
  });
  return dated;
}

/** The first day of a policy on which none of its rules is in force; one without any rules is meant so. */
function dayWithoutRule(
  { rules }: Policy,
  from: CalendarDate = calendarDate(firstDay),
  to: CalendarDate = calendarDate("9999-12-31"),
): CalendarDate | null {
  if (rules.length === 0) return null;
  // If there is such a day, it is the first of the policy, or follows the last of a rule.
  const ends = rules.flatMap(({ inForce }) => (inForce?.to === undefined ? [] : [calendarDate(inForce.to)]));
  const candidates = [from, ...ends.filter((end) => from <= end && end < to).map((end) => addDays(end, 1))];
  return candidates.sort().find((day) => !rules.some((rule) => isInForce(rule, day))) ?? null;
}

const firstDay = "0001-01-01";

function noRuleOn(label: string, day: CalendarDate): CasualtyError<"policy-history-gap"> {
  const since = day === calendarDate(firstDay) ? "from the beginning" : `on ${day}`;
  return new CasualtyError(
    "policy-history-gap",
    `No rule of "${label}" is in force ${since}, where the policy is: date the policy as its rules are, and name the one before.`,
    { earlier: label, later: label },
  );
}
