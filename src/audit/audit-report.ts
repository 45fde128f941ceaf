import { conventionsOf, referencesOf } from "./describe-conflict.js";
import { type ConflictSet, findConflicts, isConsistent } from "./find-conflicts.js";
import { allowedNumber, type FoundRepair, findRepairs } from "./find-repairs.js";
import type { CellRange, FigureFinding, Verdict } from "./finding.js";
import { cellsOf } from "./network.js";
import { type Problem, problemOf, solve } from "./problem.js";
import type { ReportModel } from "./report-model.js";
import type { Words } from "./words.js";

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

/** What all the other figures of a report say of each: the cost is a propagation for each figure. */
export function figureFindings({ problem, left, conflicts }: AuditedReport, words: Words): FigureFinding[] {
  const conflicting = new Set(conflicts.flatMap(({ figures }) => figures));
  return problem.figures.map((placed, position): FigureFinding => {
    const figure = referencesOf(problem, [position], words)[0] ?? words.figure(placed, problem.cells);
    const bounds = solve(problem, { figures: new Set([...left, position]) });
    const allowed = bounds.kind === "bounds" ? allowedNumber(problem, position, bounds) : null;
    const range =
      placed.figure.kind === "count" && allowed !== null
        ? { minimum: allowed.minimum, maximum: allowed.maximum === Infinity ? null : allowed.maximum }
        : partRange(placed.cells.of.cell);
    const isForced =
      placed.figure.kind === "count" &&
      allowed !== null &&
      allowed.minimum === allowed.maximum &&
      allowed.minimum === placed.figure.value;
    const verdict: Verdict = conflicting.has(position) ? "cannot-hold" : isForced ? "holds" : "undetermined";
    return { figure, verdict, allowed: range };

    function partRange(cell: number): FigureFinding["allowed"] {
      if (
        bounds.kind !== "bounds" ||
        placed.figure.kind === "statement" ||
        placed.figure.kind === "difference"
      )
        return null;
      const maximum = bounds.maximum[cell] ?? Infinity;
      return { minimum: bounds.minimum[cell] ?? 0, maximum: maximum === Infinity ? null : maximum };
    }
  });
}

/** The cells of tables, and the periods between printed ones, that no figure prints and the others bound. */
export function cellRanges({ model, problem, left }: AuditedReport, words: Words): CellRange[] {
  const bounds = solve(problem, { figures: left });
  if (bounds.kind === "contradiction") return [];
  const printed = new Set(
    problem.figures.filter(({ figure }) => figure.kind === "count").map(({ cells }) => cells.of.cell),
  );
  const ofPeriods = new Set(
    problem.identities
      .filter(({ kind }) => kind === "period-sum")
      .flatMap(({ constraints }) => constraints)
      .flatMap((position) => {
        const constraint = problem.network.constraints[position];
        return constraint === undefined ? [] : cellsOf(constraint);
      }),
  );
  return problem.cells.flatMap((cell, number): CellRange[] => {
    if (printed.has(number) || cell.report === null) return [];
    const minimum = bounds.minimum[number] ?? 0;
    const maximum = bounds.maximum[number] ?? Infinity;
    const isRow = model.rowCells.has(number);
    if (maximum === Infinity && minimum === 0) return [];
    if (cell.box === null && !isRow) return [];
    if (!isRow && !ofPeriods.has(number) && minimum !== maximum) return [];
    const touching = problem.identities.flatMap(({ parts, whole }, position) =>
      whole === number || parts.includes(number) ? [position] : [],
    );
    return [
      {
        report: cell.report.id,
        cell: words.cell(cell),
        minimum,
        maximum: maximum === Infinity ? null : maximum,
        conventions: conventionsOf(problem, touching),
      },
    ];
  });
}
