import type { Codebook } from "../../codebook/codebook.js";
import type { AuditedReport } from "../findings/audit-report.js";
import { acrossReports } from "../identities/across-reports.js";
import { type OpenTable, ofAnother } from "../identities/open-tables.js";
import { type Problem, problemOf } from "../identities/problem.js";
import { modelReport, type ReportModel } from "../identities/report-model.js";
import { publisherOf } from "../published/publisher.js";

/** Several reports as one problem, in which every figure has a number of its own. */
export interface Series {
  readonly models: readonly ReportModel[];
  readonly problem: Problem;
  /** The number of the first figure of each report. */
  readonly firstFigure: readonly number[];
  /** The figures of the conflicts within reports. */
  readonly left: ReadonlySet<number>;
}

/**
 * Joins reports by what ties them together, if nothing published is revised. What one says of how it counts holds for all of its
 * publisher: a table that is not whole is none because another report does not print it.
 */
export function seriesOf(codebook: Codebook, reports: readonly AuditedReport[]): Series {
  const own = reports.map(({ model }) => model);
  const models = own.map((model) => {
    const open = openInOthers(model, own);
    return open.length === 0 ? model : modelReport(codebook, model.report, open);
  });
  const problem = problemOf(models, acrossReports(models));
  const firstFigure: number[] = [];
  let next = 0;
  for (const { problem: alone } of reports) {
    firstFigure.push(next);
    next += alone.figures.length;
  }
  const left = new Set(
    reports.flatMap((report, nth) => [...report.left].map((figure) => figure + (firstFigure[nth] ?? 0))),
  );
  return { models, problem, firstFigure, left };
}

function openInOthers({ report }: ReportModel, models: readonly ReportModel[]): OpenTable[] {
  return models
    .filter((other) => other.report !== report && publisherOf(other.report) === publisherOf(report))
    .flatMap(({ open }) => ofAnother(open));
}
