import { type RepairedConflict, repairedConflicts } from "../conflicts/repaired-conflicts.js";
import type { Bounds, Contradiction } from "../constraints/bounds.js";
import { type Problem, problemOf, solve, solverWithout, type WithoutFigure } from "../identities/problem.js";
import type { ReportModel } from "../identities/report-model.js";

/** One report as a problem, with its conflicts. */
export interface AuditedReport {
  readonly model: ReportModel;
  readonly problem: Problem;
  readonly conflicts: readonly RepairedConflict[];
  /**
   * The figures that nothing is concluded from: of a conflict that only one of its figures resolves, that figure; of
   * another all.
   */
  readonly left: ReadonlySet<number>;
  /** The bounds that all others leave, and those without each of them too. */
  readonly bounds: Bounds | Contradiction;
  readonly without: WithoutFigure;
}

/** Finds the conflicts within one report, and what resolves them. */
export function auditReport(model: ReportModel): AuditedReport {
  const problem = problemOf([model]);
  const conflicts = repairedConflicts(problem);
  const all = new Set(conflicts.flatMap(({ conflict }) => conflict.figures));
  const suspects = new Set(
    conflicts.flatMap(({ conflict, repairs }) => {
      const [only, ...others] = repairs;
      return only !== undefined && others.length === 0 ? [only.figure] : conflict.figures;
    }),
  );
  const bySuspects = solve(problem, { figures: suspects });
  const left = bySuspects.kind === "bounds" ? suspects : all;
  const bounds = bySuspects.kind === "bounds" ? bySuspects : solve(problem, { figures: all });
  return { model, problem, conflicts, left, bounds, without: solverWithout(problem, left, bounds) };
}
