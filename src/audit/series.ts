import { acrossReports } from "./across-reports.js";
import type { AuditedReport } from "./audit-report.js";
import type { Constraint } from "./constraint.js";
import { cellsOf, componentsOf, networkOf } from "./network.js";
import { type Problem, problemOf } from "./problem.js";

/** Several reports as one problem, in which every figure has a number of its own. */
export interface Series {
  readonly problem: Problem;
  /** The number of the first figure of each report. */
  readonly firstFigure: readonly number[];
  /** The figures of the conflicts within reports. */
  readonly left: ReadonlySet<number>;
  /** The same problem with nothing but what is tied to a figure, so that it is fast to ask of it alone. */
  readonly around: (figure: number) => Problem;
}

/** Joins reports by what ties them together, if nothing published is revised. */
export function seriesOf(reports: readonly AuditedReport[]): Series {
  const models = reports.map(({ model }) => model);
  const problem = problemOf(models, acrossReports(models));
  const firstFigure: number[] = [];
  let next = 0;
  for (const { problem: own } of reports) {
    firstFigure.push(next);
    next += own.figures.length;
  }
  const left = new Set(
    reports.flatMap((report, nth) => [...report.left].map((figure) => figure + (firstFigure[nth] ?? 0))),
  );
  return { problem, firstFigure, left, around: tiedTo(problem) };
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
