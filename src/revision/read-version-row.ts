import { type CalendarDate, calendarDate } from "../calendar/calendar-date.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { isBlank } from "../record/read-value.js";
import type { IssueCode } from "../record/record-issue.js";
import { type Reason, type ReasonKind, reasonKinds } from "./reason.js";
import type { VersionIssueCode } from "./version-issue.js";

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
interface VersionFault {
  readonly column: VersionColumn;
  readonly code: IssueCode | VersionIssueCode;
  /** What is wrong, and what to do. */
  readonly what: string;
  readonly advice: string;
}

/** A row read as a version: the columns of its record, by themselves. */
export interface ReadVersion {
  readonly recorded: CalendarDate | null;
  readonly withdrawn: boolean;
  readonly reasons: readonly Reason[];
  readonly record: Readonly<Record<string, unknown>>;
  readonly faults: readonly VersionFault[];
}

/** Reads the version columns of a row. */
export function readVersionRow(row: Readonly<Record<string, unknown>>): ReadVersion {
  const { recorded: day, withdrawn: isGone, changeReason, mergedInto, changeNote, ...record } = row;
  const [recorded, withdrawn] = [readRecorded(day), readWithdrawn(isGone)];
  const reasons = readReasons(changeReason, textOf(mergedInto), textOf(changeNote));
  return {
    recorded: isFault(recorded) ? null : recorded,
    withdrawn: withdrawn === true,
    reasons: isFault(reasons) ? [] : reasons,
    record,
    faults: [
      recorded,
      withdrawn,
      ...[unlessText("mergedInto", mergedInto), unlessText("changeNote", changeNote)],
      reasons,
    ].filter(isFault),
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

function isFault(value: unknown): value is VersionFault {
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

function readWithdrawn(value: unknown): boolean | VersionFault {
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

function readReasons(
  value: unknown,
  into: string | null,
  ownWords: string | null,
): readonly Reason[] | VersionFault {
  const note = ownWords === null ? {} : { note: ownWords };
  const word = isBlank(value) ? null : typeof value === "string" ? value.trim().toLowerCase() : shown(value);
  const kind = word ?? (into !== null ? "merged" : ownWords !== null ? "other" : null);
  if (kind === null) return [];
  if (!isReasonKind(kind)) {
    return {
      column: "changeReason",
      code: "reason-unrecognised",
      what: `the reason is ${shown(value)}, none of ${Object.keys(reasonKinds).join(", ")}`,
      advice: "write one of these, or leave it blank and say it in changeNote",
    };
  }
  const needsRecord = kind === "merged" || kind === "duplicate";
  if (needsRecord && into !== null) return [{ kind, into, ...note }];
  if (!needsRecord && into === null) return [{ kind, ...note }];
  return {
    column: "mergedInto",
    code: "reason-incomplete",
    what: `the reason is "${kind}" and the record that stays is ${into === null ? "not named" : shown(into)}`,
    advice: needsRecord ? "name its id" : `leave it blank, or write "merged" or "duplicate"`,
  };
}

function isReasonKind(word: string): word is ReasonKind {
  return Object.hasOwn(reasonKinds, word);
}
