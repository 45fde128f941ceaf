import { type ConflictSet, findConflicts, isConsistent } from "./find-conflicts.js";
import { type FoundRepair, findRepairs } from "./find-repairs.js";
import { type Problem, problemOf } from "./problem.js";
import type { ReportModel } from "./report-model.js";

/** One report as a problem, with its conflicts. */
export interface AuditedReport {
  readonly model: ReportModel;
  readonly problem: Problem;
  readonly conflicts: readonly ConflictSet[];
  /** All repairs of each conflict. */
  readonly repairs: readonly (readonly FoundRepair[])[];
  /**
   * The figures that nothing is concluded from: of a conflict that only one of its figures resolves, that figure; of
   * another all.
   */
  readonly left: ReadonlySet<number>;
}

/** Finds the conflicts within one report, and what resolves them. */
export function auditReport(model: ReportModel): AuditedReport {
  const problem = problemOf([model]);
  const conflicts = findConflicts(problem);
  const all = new Set(conflicts.flatMap(({ figures }) => figures));
  const repairs = conflicts.map((conflict) =>
    findRepairs(problem, conflict, new Set([...all].filter((figure) => !conflict.figures.includes(figure)))),
  );
  const suspects = new Set(
    conflicts.flatMap(({ figures }, nth) => {
      const [only, ...others] = repairs[nth] ?? [];
      return only !== undefined && others.length === 0 ? [only.figure] : figures;
    }),
  );
  const left = isConsistent(problem, { figures: suspects }) ? suspects : all;
  return { model, problem, conflicts, repairs, left };
}
