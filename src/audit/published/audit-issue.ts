/** Something of the input that the audit could not use. */
export interface AuditIssue {
  readonly code:
    | "table-rows-not-disjoint"
    | "table-row-outside"
    | "table-row-not-printed"
    | "figure-contradictory-coordinates"
    | "report-population-unstated";
  readonly report: string;
  /** The id of the table, figure, reading or report. */
  readonly subject: string;
  readonly message: string;
}
