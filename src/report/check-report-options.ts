import type { Month } from "../calendar/month.js";
import { checkOptions } from "../codebook/check-options.js";
import type { Keys } from "../codebook/keys.js";
import type { Fields } from "../codebook/shape.js";
import { CasualtyError } from "../error.js";
import { agreeing } from "../number/agreeing.js";
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
