import { type PublishedIssueCode, publishedIssueCodes } from "./audit/published/published-issue.js";
import type { ErrorCode } from "./error.js";
import { type IssueCode, issueCodes } from "./record/record-issue.js";
import { type VersionIssueCode, versionIssueCodes } from "./revision/version-issue.js";

/** Every code of this library. */
export type Code = ErrorCode | IssueCode | PublishedIssueCode | VersionIssueCode;

/** The meaning of the codes that are thrown, of those that issues have not. */
const thrown = {
  "argument-malformed": "A function was handed something else than what it takes.",
  "month-malformed": "A month is not written YYYY-MM.",
  "period-malformed": "A period has none of the forms that `period` reads.",
  "period-backwards": "A period ends before it starts; an empty one cannot be written.",
  "calendar-out-of-range": "A day lies before the year 0001 or after the year 9999.",
  "count-not-whole": "A count is not a whole number of at least 0.",
  "count-unsafe": "A count or sum is above 2^53 - 1 and would not be exact.",
  "share-above-whole": "A part is greater than its whole.",
  "percent-malformed": "A text is no printed percentage.",
  "denominator-zero": "A rate or quotient is asked of nothing.",
  "digits-invalid": "The number of decimals is not a whole number from 0 to 6.",
  "rounding-unknown": "A rounding is none of those that the library knows.",
  "dimension-keys-repeated": "A partition or inclusion names a key twice.",
  "dimension-key-unknown": "A key is none of the keys of its dimension.",
  "dimension-unknown": "A name is none of the dimensions of a tally.",
  "dimension-not-sequential": "Nothing can run over a dimension whose keys do not follow each other in time.",
  "missing-key-counted": "A key of a running total is named as missing, and something was counted in it.",
  "dimension-name-taken": "A dimension or inclusion has the name of another column of the rows.",
  "inclusion-unknown": "A name is none of the inclusions of a tally.",
  "measure-unknown": "A name is none of the measures that items were prepared by.",
  "grouping-unknown": "A name is none of the groupings that items were prepared by.",
  "group-keys-differ": "Groups are counted by a dimension in which items of one group have different keys.",
  "inclusion-above-count": "A row includes more than it counts.",
  "selection-empty": "A selection names no key of a dimension.",
  "selection-repeats-key": "A selection names a key or dimension twice.",
  "share-part-outside-whole": "The part of a share does not lie inside its whole.",
  "tally-dimensions-differ": "Two tallies have not the same dimensions and inclusions.",
  "tally-keys-differ": "Two tallies have not the same keys in a dimension.",
  "tally-measures-differ": "Two tallies do not measure the same.",
  "tally-too-wide": "A tally has more cells than can be numbered exactly.",
  "tally-not-additive": "A running total or change was handed in where a tally belongs.",
  "row-malformed": "A row of counts lacks a column, or holds something else in it.",
  "codebook-malformed": "A list or entry of a codebook is not what it must be.",
  "codebook-key-exists": "An extension names a key that the codebook has.",
  "codebook-spelling-taken": "A spelling of an extension's entry means something else in the codebook.",
  "codebook-key-reserved": "A key is empty, or means something to JavaScript or to the library's tables.",
  "codebook-key-clash": "A key is both a perpetrator and an unattributed source.",
  "codebook-reference-unknown": "An entry of a codebook refers to a key that is not in it.",
  "codebook-parent-cycle": "An entry of a codebook lies within itself by its parents.",
  "codebook-succession-cycle": "A perpetrator of a codebook is, by others, the successor of itself.",
  "list-unknown": "A codebook has no list of that name.",
  "options-malformed": "The options of a function are unknown, or none of those that it takes.",
  "records-not-rows": "A table of records is no list of rows.",
  "basis-unknown": "A date or place basis is none of those that the library knows.",
  "missing-month-recorded": "A month is named as missing, and there are records of it.",
  "records-unaccounted": "Parsed records have other victims than their accounting speaks of.",
  "condition-malformed": "A condition is none of the forms that the library knows.",
  "policy-incomplete":
    "A policy leaves incidents without an answer, a rule ascribes to nobody, or no policy is given.",
  "definition-malformed":
    "A population, policy, history of policies, massacre definition or scale of grades lacks a field, or has one that is none of its own.",
  "policy-rule-repeated": "Two rules of a policy have the same id.",
  "policy-history-gap": "On days of a history no policy is in force, or no rule of the one that is.",
  "policy-history-overlap": "Two policies of a history are in force on the same days.",
  "policy-day-unnamed": "A policy whose rules have dates is applied without the day whose rules are meant.",
  "policy-day-outside-month": "A report of a month is handed a policy that is as of a day of another.",
  "policy-not-in-force": "On a day no policy of a history was in force, or no rule of a policy.",
  "group-name-taken":
    "A group of perpetrators has the name of a perpetrator or source, or of what is counted jointly.",
  "grade-unknown": "A grade of evidence is none of its scale.",
  "population-reason-repeated": "Two exclusions of a population have the same reason.",
  "suspect-unknown": "An incident names a suspect who is not in the codebook by which it is ascribed.",
  "rule-key-unknown": "A rule names a key that is not in the codebook.",
  "massacre-threshold-invalid": "The threshold of a massacre definition is not a whole number of at least 1.",
  "incident-counts-differ": "Two collections describe one incident in two ways.",
  "victim-ids-shared": "Several victims of whom no incident is recorded have one id.",
  "version-malformed":
    "A version of a record lacks its id, its item or its reasons, or has them in another form.",
  "release-id-not-text": "An item of a release has no id, or one that is no text.",
  "release-id-repeated": "Two items of one release have the same id.",
  "ledger-malformed": "A ledger that was read from JSON lacks something, or has it in another form.",
  "ledger-unbalanced": "The entries of a ledger do not make what was before in a cell what is after.",
  "ledgers-not-consecutive": "A ledger does not begin where the one before it ends.",
  "reports-not-comparable": "Two reports are not of one month, on one basis, with the same tables.",
  "cumulative-figure-repeated": "Two cumulative figures are of the same periods.",
} satisfies Partial<Record<ErrorCode, string>>;

/**
 * Every code of this library with its meaning: those that are thrown in a `CasualtyError`, and those with which
 * `parseRecords`, `parseVersions` and `parsePublished` return what is wrong with their input. Some are both.
 */
export const codes: Readonly<Record<Code, string>> = /* @__PURE__ */ allCodes();

/** A function, marked as pure where it is called, so that a bundle without `codes` leaves the texts out. */
function allCodes(): typeof codes {
  return { ...publishedIssueCodes, ...issueCodes, ...versionIssueCodes, ...thrown };
}
