import { calendarDate } from "../calendar/calendar-date.js";
import { type Month, monthOf } from "../calendar/month.js";
import type { Period } from "../calendar/period.js";
import { checkOptions } from "../codebook/check-options.js";
import type { Keys } from "../codebook/keys.js";
import type { Fields } from "../codebook/shape.js";
import { CasualtyError } from "../error.js";
import { agreeing } from "../number/agreeing.js";
import { datedRule, type Policy, policyOn } from "../rule/policy.js";
import type { ReportTolls } from "./report-tally.js";
import { tollAt } from "./toll-cell.js";

/** Throws `options-malformed` unless the options of a monthly report are those that there are. */
export function checkReportOptions(options: unknown): void {
  checkOptions("options of monthlyReport", options, optionsShape);
  const missing = Object.keys(optionsShape.required).find(
    (name) => (options as Readonly<Record<string, unknown>>)[name] === undefined,
  );
  if (missing === undefined) return;
  throw new CasualtyError(
    "options-malformed",
    `The options of monthlyReport cannot be used: there is no ${missing}.`,
    { path: missing },
  );
}

/** Refuses that a month to which somebody counted is dated is called missing: their count would be told of no rate and no month. */
export function refuseRecorded<K extends Keys>(tolls: ReportTolls<K>, month: Month): void {
  const { count } = tollAt(tolls, { month });
  if (count === 0) return;
  throw new CasualtyError(
    "missing-month-recorded",
    `${month} is named as missing, and ${count} of those counted ${agreeing(count, "is", "are")} dated to it: take it out of missing, or leave their rows out.`,
    { month },
  );
}

/** The policy as of its day, which must lie in the month if any rule has dates; else, or where it names none, as of the last of the month. */
export function policyOfMonth<K extends Keys>(policy: Policy<K>, month: Month, days: Period): Policy<K> {
  const { label, on = days.end } = policy;
  const day = calendarDate(on);
  const asOf = policyOn(policy, day);
  if (monthOf(day) === month) return asOf;
  if (datedRule(policy.rules) === undefined) return policyOn(policy, days.end);
  throw new CasualtyError(
    "policy-day-outside-month",
    `The policy "${label}" is as of ${day}, which is no day of ${month}: hand in the one of that month (policyInForce or policyOn), or one that names no day.`,
    { day, month },
  );
}

/** Of the others, only the names: each is checked by what it is for, with a code of its own. */
const optionsShape: Fields = {
  required: {
    codebook: "anything",
    population: "anything",
    policy: "anything",
    massacre: "anything",
    massacresDated: { oneOf: ["incident", "threshold-reached"] },
    month: "anything",
    basis: "anything",
    rounding: "anything",
    digits: "anything",
  },
  optional: { comparedFrom: "text", missing: { listOf: "text" } },
};
