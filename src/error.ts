/**
 * What the details of each thrown error hold. The keys are the codes, named `subject-fault`.
 */
export interface ErrorDetails {
  // any
  "argument-malformed": { readonly function: string; readonly received: string };
  // calendar
  "date-malformed": { readonly text: string };
  "date-unreal": { readonly text: string };
  "date-backwards": { readonly text: string };
  "month-malformed": { readonly text: string };
  "period-malformed": { readonly text: string };
  "period-backwards": { readonly start: string; readonly end: string };
  "calendar-out-of-range": { readonly text: string };
  // number
  "count-not-whole": { readonly subject: string; readonly value: unknown };
  "count-unsafe": { readonly subject: string };
  "share-above-whole": { readonly part: number; readonly whole: number };
  "percent-malformed": { readonly text: string };
  "denominator-zero": { readonly subject: string };
  "digits-invalid": { readonly digits: number };
  "rounding-unknown": { readonly rounding: string };
  // tally
  "dimension-keys-repeated": { readonly dimension: string; readonly key: string };
  "dimension-key-unknown": {
    readonly dimension: string;
    readonly key: string;
    readonly keys: readonly string[];
  };
  "dimension-unknown": { readonly dimension: string; readonly dimensions: readonly string[] };
  "dimension-not-sequential": { readonly dimension: string };
  "missing-key-counted": { readonly dimension: string; readonly key: string };
  "dimension-name-taken": { readonly name: string };
  "inclusion-unknown": { readonly inclusion: string; readonly inclusions: readonly string[] };
  "measure-unknown": { readonly measure: string; readonly measures: readonly string[] };
  "grouping-unknown": { readonly grouping: string; readonly groupings: readonly string[] };
  "group-keys-differ": {
    readonly grouping: string;
    readonly dimension: string;
    readonly keys: readonly string[];
  };
  "inclusion-above-count": { readonly inclusion: string };
  "selection-empty": { readonly dimension: string };
  "selection-repeats-key": { readonly dimension: string; readonly key: string };
  "share-part-outside-whole": { readonly dimension: string; readonly key: string };
  "tally-dimensions-differ": { readonly left: readonly string[]; readonly right: readonly string[] };
  "tally-keys-differ": { readonly dimension: string };
  "tally-measures-differ": { readonly left: string; readonly right: string };
  "tally-too-wide": { readonly cells: number };
  "tally-not-additive": { readonly kind: string; readonly wanted: string };
  "row-malformed": { readonly row: number; readonly column: string };
  // codebook
  "codebook-malformed": { readonly list: string; readonly key: string };
  "codebook-key-exists": { readonly list: string; readonly key: string };
  "codebook-spelling-taken": {
    readonly list: string;
    readonly key: string;
    readonly spelling: string;
    readonly owner: string;
  };
  "codebook-key-reserved": { readonly list: string; readonly key: string };
  "codebook-key-clash": { readonly key: string; readonly lists: readonly string[] };
  "codebook-reference-unknown": {
    readonly list: string;
    readonly key: string;
    readonly field: string;
    readonly reference: string;
  };
  "codebook-parent-cycle": { readonly list: string; readonly key: string };
  "codebook-succession-cycle": { readonly list: string; readonly key: string };
  "list-unknown": { readonly list: string };
  "key-unknown": { readonly list: string; readonly text: string; readonly suggestions: readonly string[] };
  "key-ambiguous": { readonly list: string; readonly text: string; readonly keys: readonly string[] };
  // record
  "options-malformed": { readonly path: string };
  "records-not-rows": { readonly table: string; readonly received: string };
  // report
  "basis-unknown": { readonly basis: string };
  "missing-month-recorded": { readonly month: string };
  "records-unaccounted": {
    readonly received: number;
    readonly kept: number;
    readonly rejected: number;
    readonly victims: number;
  };
  // audit
  "published-malformed": {
    readonly issues: readonly {
      readonly code: string;
      readonly path: readonly (string | number)[];
      readonly message: string;
    }[];
  };
  // rule
  "condition-malformed": { readonly path: string };
  "policy-incomplete": { readonly missing: string };
  "definition-malformed": { readonly definition: string; readonly path: string };
  "suspect-unknown": { readonly incident: string; readonly perpetrator: string };
  "rule-key-unknown": { readonly rule: string; readonly list: string; readonly key: string };
  "policy-rule-repeated": { readonly rule: string };
  "policy-history-gap": { readonly earlier: string; readonly later: string };
  "policy-history-overlap": { readonly earlier: string; readonly later: string };
  "policy-day-unnamed": { readonly policy: string; readonly rule: string };
  "policy-not-in-force": { readonly day: string };
  "policy-day-outside-month": { readonly day: string; readonly month: string };
  "group-name-taken": { readonly name: string };
  "grade-unknown": { readonly grade: string; readonly grades: readonly string[] };
  "population-reason-repeated": { readonly reason: string };
  "massacre-threshold-invalid": { readonly threshold: unknown };
  "incident-counts-differ": { readonly incident: string };
  "victim-ids-shared": { readonly incident: string };
  // revision
  "versions-overlap": { readonly id: string; readonly recorded: string };
  "withdrawal-unfounded": { readonly id: string; readonly recorded: string };
  "merged-not-withdrawn": { readonly id: string; readonly recorded: string };
  "merged-into-unknown": { readonly id: string; readonly recorded: string };
  "version-malformed": { readonly id: string | null };
  "release-id-not-text": { readonly release: "before" | "after"; readonly received: string };
  "release-id-repeated": { readonly release: "before" | "after"; readonly id: string };
  "ledger-malformed": { readonly path: string };
  "ledger-unbalanced": { readonly cell: string };
  "ledgers-not-consecutive": { readonly id: string | null };
  "reports-not-comparable": { readonly differs: string };
  "cumulative-figure-repeated": { readonly since: string | null; readonly through: string };
}

/** The code of an error that this library throws. */
export type ErrorCode = keyof ErrorDetails;

/**
 * A caller's mistake: thrown by every function of this library, and by nothing else in it.
 *
 * Faults of outside data are not thrown but returned, see `RecordIssue`.
 */
export class CasualtyError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "CasualtyError";

  constructor(
    /** What went wrong, as a literal that a program can compare. */
    readonly code: C,
    message: string,
    /** The values that the message speaks of. */
    readonly details: ErrorDetails[C],
  ) {
    super(message);
  }
}

/**
 * Gives back what was handed in if it is an object; refuses it (`argument-malformed`) otherwise. For every function that a caller
 * without types, or parsed JSON, may hand something else: a `TypeError` from within would not say what to hand in.
 */
export function checkedObject<Value>(value: Value, whose: string, takes: string): Value {
  refuseUnless(typeof value === "object" && value !== null && !Array.isArray(value), value, whose, takes);
  return value;
}

/** Gives back what was handed in if one item after another can be read from it, and it is no text; refuses it otherwise. */
export function checkedItems<Items extends Iterable<unknown> | AsyncIterable<unknown>>(
  items: Items,
  whose: string,
  takes: string,
): Items {
  const isList = typeof items === "object" && (items as Items | null) !== null;
  refuseUnless(isList && (Symbol.iterator in items || Symbol.asyncIterator in items), items, whose, takes);
  return items;
}

/** Gives back what was handed in if it is a function; refuses it otherwise. */
export function checkedFunction<Value>(value: Value, whose: string, takes: string): Value {
  refuseUnless(typeof value === "function", value, whose, takes);
  return value;
}

/** Refuses (`argument-malformed`) what is not what a function takes. */
export function refuseUnless(isIt: boolean, value: unknown, whose: string, takes: string): void {
  if (isIt) return;
  const kind = Array.isArray(value) ? "list" : typeof value === "string" ? "text" : typeof value;
  const received =
    value === null || value === undefined ? String(value) : `${kind === "object" ? "an" : "a"} ${kind}`;
  throw new CasualtyError("argument-malformed", `${whose} takes ${takes}, not ${received}.`, {
    function: whose,
    received,
  });
}
