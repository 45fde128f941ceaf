/** What can be wrong with a row, by code. Codes are named `subject-fault`. */
export const issueCodes = {
  "row-not-object": "A row is no object of columns.",
  "column-misspelt":
    "A column that is not read has the name of one that is, but for case, spaces and the like, or another name of it.",
  "column-of-other-table": "A column that is not read is one of the other table.",
  "id-missing": "A row has no id.",
  "id-reserved": "An id means something to JavaScript's objects, or to this library.",
  "id-duplicate": "A row is an exact copy of one with the same id; one of them is kept.",
  "id-conflicting": "Rows with the same id do not say the same; none of them is kept.",
  "text-expected": "A column that holds text holds something else.",
  "list-malformed": "A column that holds a list holds something else.",
  "list-partly-unknown":
    "A list names some and says of others that they are not known; those that it names are kept.",
  "key-unknown": "A text is no key, label or alias of the codebook.",
  "key-ambiguous": "A text is an alias of several keys of the codebook.",
  "sex-unrecognised": "A sex is none of female, male, unknown.",
  "status-unrecognised": "A status is none of those that the library knows.",
  "unborn-unrecognised": "Whether a victim was unborn is neither true nor false.",
  "investigation-unrecognised": "The state of an investigation is neither open nor concluded.",
  "age-malformed": "An age is no number of completed years, no band and no duration.",
  "age-negative": "An age is below zero: usually a placeholder for not recorded.",
  "age-implausible": "An age is above 120: usually a year of birth.",
  "unborn-with-age": "A victim is recorded as unborn, and with an age.",
  "date-malformed": "A date is not written YYYY-MM-DD, YYYY-MM, YYYY or as an interval of two of these.",
  "date-unreal": "A date is not in the calendar.",
  "date-backwards": "An interval ends before it begins.",
  "dates-out-of-order": "Dates of one record cannot follow each other as they are given.",
  "perpetrator-not-valid":
    "An incident names a perpetrator that, by the codebook, did not exist at the time; it is kept.",
  "placeholder-undeclared": "A value looks like a placeholder for not recorded and was not declared as one.",
  // Of versions: only in records as of a day.
  "version-unplaced":
    "A row of versions, or another of its record, cannot be placed in time, and may hold on any day.",
  "versions-overlap": "Two versions of one record are recorded on one day.",
  "withdrawn-unrecognised": "Whether a version withdraws its record is neither true nor false.",
  "merged-into-unknown":
    "A record is merged into itself, or into one that is not recorded on that day (and not merged then into one that is).",
  "incident-unknown": "A victim names an incident that is not among the rows.",
  "incident-rejected": "A victim names an incident whose row was rejected.",
} as const;

/** The code of something wrong with a row. */
export type IssueCode = keyof typeof issueCodes;

/** The tables that are parsed. */
export type TableName = "incidents" | "victims";

/** One thing wrong with one row. */
export interface RecordIssue {
  readonly table: TableName;
  /** The number of the row among those handed in, from 1. */
  readonly row: number;
  /** The row's id as far as it could be read. */
  readonly id: string | null;
  /** The column, and the position in it where it holds a list; empty for the row as a whole. */
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  /** Whether the row is left out for it, or kept with a warning. */
  readonly severity: "rejected" | "warning";
  /** What is wrong and what to do, in a sentence. */
  readonly message: string;
}
