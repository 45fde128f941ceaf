import { type CalendarDate, calendarDate } from "../calendar/calendar-date.js";
import { proposal } from "../codebook/shape.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { isBlank } from "../record/read-value.js";
import type { IssueCode } from "../record/record-issue.js";
import { type Reason, type ReasonKind, reasonKinds } from "./reason.js";
import type { VersionIssue } from "./version-issue.js";

/** The columns by which a row is a version of its record; every other column is one of the record. */
export interface VersionColumns {
  /** The day on which it was recorded, YYYY-MM-DD. */
  readonly recorded: CalendarDate;
  /** Whether it withdraws the record: its other columns are then not read. */
  readonly withdrawn: boolean;
  readonly changeReason: ReasonKind | null;
  /** The id of the record that stays, where this one is withdrawn as merged into it, or as a duplicate of it. */
  readonly mergedInto: string | null;
  /** Words of the recorder's own on the reason. */
  readonly changeNote: string | null;
}

/** The name of a column by which a row is a version. */
export type VersionColumn = keyof VersionColumns;

/** Every version column. */
export const versionColumns: readonly VersionColumn[] = [
  "recorded",
  "withdrawn",
  "changeReason",
  "mergedInto",
  "changeNote",
];

/** What is wrong with a version column. */
interface VersionFault<Code extends VersionIssue["code"] = VersionIssue["code"]> {
  readonly column: VersionColumn;
  readonly code: Code;
  /** What is wrong, and what to do. */
  readonly what: string;
  readonly advice: string;
}

/** A row read as a version: the columns of its record, by themselves. */
export interface ReadVersion {
  readonly recorded: CalendarDate | VersionFault;
  readonly withdrawn: boolean | VersionFault<IssueCode>;
  readonly reasons: readonly Reason[];
  readonly record: Readonly<Record<string, unknown>>;
  /** What is wrong with the reason: what the row says of its record can be read all the same. */
  readonly doubts: readonly VersionFault[];
}

/** Reads the version columns of a row. */
export function readVersionRow(row: Readonly<Record<string, unknown>>): ReadVersion {
  const { recorded, withdrawn, changeReason, mergedInto, changeNote, ...record } = row;
  const isGone = readWithdrawn(withdrawn);
  const { reasons, doubt } = readReasons(changeReason, {
    into: textOf(mergedInto),
    ownWords: textOf(changeNote),
    isWithdrawal: isGone === true,
  });
  return {
    recorded: readRecorded(recorded),
    withdrawn: isGone,
    reasons,
    record,
    doubts: [unlessText("mergedInto", mergedInto), unlessText("changeNote", changeNote), doubt].filter(
      isFault,
    ),
  };
}

/** The text by which a row is known again: an id as it is read, without the spaces around it. */
export function textOf(value: unknown): string | null {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}

function unlessText(column: VersionColumn, value: unknown): VersionFault | null {
  if (isBlank(value) || textOf(value) !== null) return null;
  return {
    column,
    code: "text-expected",
    what: `${column} is ${shown(value)}, not text`,
    advice: "write it as text",
  };
}

/** Whether what was read of a version column is what is wrong with it. */
export function isFault<Value>(value: Value): value is Extract<Value, { readonly column: VersionColumn }> {
  return typeof value === "object" && value !== null && "column" in value;
}

function readRecorded(value: unknown): CalendarDate | VersionFault {
  const column = "recorded";
  if (isBlank(value)) {
    const what = "the row does not say when it was recorded";
    return { column, code: "recorded-missing", what, advice: "write the day as YYYY-MM-DD" };
  }
  try {
    return calendarDate(typeof value === "string" ? value.trim() : shown(value));
  } catch (error) {
    if (!(error instanceof CasualtyError)) throw error;
    // These are the codes that calendarDate throws.
    const { code, message } = error as CasualtyError<"date-malformed" | "date-unreal">;
    return { column, code, what: "the day of recording cannot be read", advice: message };
  }
}

const yesOrNo: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ["true", true],
  ["yes", true],
  [false, false],
  ["false", false],
  ["no", false],
]);

function readWithdrawn(value: unknown): boolean | VersionFault<IssueCode> {
  if (isBlank(value)) return false;
  const read = yesOrNo.get(typeof value === "string" ? value.trim().toLowerCase() : value);
  if (read !== undefined) return read;
  return {
    column: "withdrawn",
    code: "withdrawn-unrecognised",
    what: `whether it withdraws its record is ${shown(value)}, none of true, yes, false, no`,
    advice: "write one of these, or leave it blank where it does not",
  };
}

/**
 * The reason of a change, with what is wrong with it. A word that is no kind of reason is told in the note, and one that does not
 * go with the record that stays: where the row withdraws its own, the record that stays is what counts.
 */
function readReasons(
  value: unknown,
  { into, ownWords, isWithdrawal }: StatedBeside,
): { readonly reasons: readonly Reason[]; readonly doubt: VersionFault | null } {
  const word = isBlank(value) ? null : typeof value === "string" ? value.trim() : shown(value);
  const kind = kindOf(word);
  const isMerge = kind === "merged" || kind === "duplicate";
  const fits = word === null || (kind !== null && isMerge === (into !== null));
  const doubt = fits ? null : kind === null ? unrecognised(value, word) : incomplete(kind, into);
  const noted = (own: string | null) => {
    const words = [own, ownWords].filter((text) => text !== null);
    return words.length === 0 ? {} : { note: words.join("; ") };
  };
  if (into !== null && (isMerge || kind === null || isWithdrawal)) {
    return { reasons: [{ kind: isMerge ? kind : "merged", into, ...noted(fits ? null : word) }], doubt };
  }
  if (kind !== null && !isMerge) return { reasons: [{ kind, ...noted(null) }], doubt };
  const note = noted(word);
  return { reasons: "note" in note ? [{ kind: "other", ...note }] : [], doubt };
}

/** What else a row says of the reason of a change. */
interface StatedBeside {
  readonly into: string | null;
  readonly ownWords: string | null;
  readonly isWithdrawal: boolean;
}

function unrecognised(value: unknown, word: string): VersionFault {
  return {
    column: "changeReason",
    code: "reason-unrecognised",
    what: `the reason is ${shown(value)}, and is taken for words of your own`,
    advice: proposal(word, Object.keys(reasonKinds)),
  };
}

function incomplete(kind: ReasonKind, into: string | null): VersionFault {
  return {
    column: "mergedInto",
    code: "reason-incomplete",
    what: `the reason is "${kind}" and the record that stays is ${into === null ? "not named" : shown(into)}`,
    advice: into === null ? "name its id" : `leave it blank, or write "merged" or "duplicate"`,
  };
}

function kindOf(word: string | null): ReasonKind | null {
  const name = word?.toLowerCase() ?? "";
  return isReasonKind(name) ? name : null;
}

function isReasonKind(word: string): word is ReasonKind {
  return Object.hasOwn(reasonKinds, word);
}
