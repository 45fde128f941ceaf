import type { AuditIssue } from "./audit-issue.js";
import type { PublishedReport } from "./published.js";

/** Whose report it is, to compare with others: without regard to case and to space around the name. */
export function publisherOf({ publisher }: PublishedReport): string {
  return publisher.trim().toLowerCase();
}

/** Reports that name no population where another of the same publisher names one: what they count is not compared. */
export function unstatedPopulations(reports: readonly PublishedReport[]): AuditIssue[] {
  return reports.flatMap((report): AuditIssue[] => {
    const other = reports.find(
      (one) => one.population !== undefined && publisherOf(one) === publisherOf(report),
    );
    if (report.population !== undefined || other === undefined) return [];
    return [
      {
        code: "report-population-unstated",
        report: report.id,
        subject: report.id,
        message: `The report names no population, and "${other.id}" does: their figures are not compared. Name in "population" whom it counts.`,
      },
    ];
  });
}
