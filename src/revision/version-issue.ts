import type { CalendarDate } from "../calendar/calendar-date.js";
import type { IssueCode, RecordIssue } from "../record/record-issue.js";

/** What can be wrong with a row as a version of its record, by code. */
export const versionIssueCodes = {
  "recorded-missing": "A version does not say on which day it was recorded.",
  "reason-unrecognised": "The reason of a version is none of those that the library knows.",
  "reason-incomplete": "A reason and the id of the record that stays do not go together.",
  "withdrawal-unfounded": "A version withdraws a record that is not recorded then.",
  "merged-not-withdrawn": "A record is merged into another, or a duplicate of it, and is not withdrawn.",
} as const;

/** The code of something wrong with a row as a version. */
export type VersionIssueCode = keyof typeof versionIssueCodes;

/** One thing wrong with one version of a record, and as of which days. */
export interface VersionIssue extends Omit<RecordIssue, "code"> {
  readonly code: IssueCode | VersionIssueCode;
  /**
   * From the end of this day on it was so, by the versions known then (its incident was not recorded yet); `null` where the
   * row could not be placed in time, and for what is said of a whole column or of the reason of a change.
   */
  readonly since: CalendarDate | null;
  /** Until the end of this day, on which another version was recorded; `null` where it still is so. */
  readonly until: CalendarDate | null;
  /** Whether the row withdraws its record. It holds nobody then, and is in the accounting of no day, also where it is rejected. */
  readonly withdraws: boolean;
}
