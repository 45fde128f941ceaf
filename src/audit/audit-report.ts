import { isConsistent } from "./find-conflicts.js";
import { type Problem, problemOf } from "./problem.js";
import { type RepairedConflict, repairedConflicts } from "./repaired-conflicts.js";
import type { ReportModel } from "./report-model.js";

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
  const left = isConsistent(problem, { figures: suspects }) ? suspects : all;
  return { model, problem, conflicts, left };
}
