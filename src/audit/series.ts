import type { Codebook } from "../codebook/codebook.js";
import { acrossReports } from "./across-reports.js";
import type { AuditedReport } from "./audit-report.js";
import type { Constraint } from "./constraint.js";
import { cellsOf, componentsOf, networkOf } from "./network.js";
import { type OpenTable, ofAnother } from "./open-tables.js";
import { type Problem, problemOf } from "./problem.js";
import { publisherOf } from "./publisher.js";
import { modelReport, type ReportModel } from "./report-model.js";

/** Several reports as one problem, in which every figure has a number of its own. */
export interface Series {
  readonly models: readonly ReportModel[];
  readonly problem: Problem;
  /** The number of the first figure of each report. */
  readonly firstFigure: readonly number[];
  /** The figures of the conflicts within reports. */
  readonly left: ReadonlySet<number>;
  /** The same problem with nothing but what is tied to a figure, so that it is fast to ask of it alone. */
  readonly around: (figure: number) => Problem;
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
  return { models, problem, firstFigure, left, around: tiedTo(problem) };
}

function openInOthers({ report }: ReportModel, models: readonly ReportModel[]): OpenTable[] {
  return models
    .filter((other) => other.report !== report && publisherOf(other.report) === publisherOf(report))
    .flatMap(({ open }) => ofAnother(open));
}

function tiedTo(problem: Problem): Series["around"] {
  const { cells, constraints } = problem.network;
  const components = componentsOf(problem.network);
  const byComponent = new Map<number, Constraint[]>();
  for (const constraint of constraints) {
    const component = components[cellsOf(constraint)[0] ?? 0] ?? 0;
    const own = byComponent.get(component);
    if (own === undefined) byComponent.set(component, [constraint]);
    else own.push(constraint);
  }
  const made = new Map<number, Problem>();
  return (figure) => {
    const component = components[problem.figures[figure]?.cells.of.cell ?? 0] ?? 0;
    const known = made.get(component);
    if (known !== undefined) return known;
    const around = { ...problem, network: networkOf(cells, byComponent.get(component) ?? []) };
    made.set(component, around);
    return around;
  };
}
