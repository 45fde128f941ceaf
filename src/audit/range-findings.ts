import type { AuditedReport } from "./audit-report.js";
import { tellRange } from "./bound-words.js";
import type { CellRange } from "./finding.js";
import { cellsOf } from "./network.js";
import { solve } from "./problem.js";
import type { Words } from "./words.js";

/** The cells of tables, and the periods between printed ones, that no figure prints and the others bound. */
export function rangeFindings({ model, problem, left }: AuditedReport, words: Words): CellRange[] {
  const bounds = solve(problem, { figures: left });
  if (bounds.kind === "contradiction") return [];
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
    if (problem.counts.has(number) || cell.report === null) return [];
    const minimum = bounds.minimum[number] ?? 0;
    const maximum = bounds.maximum[number] ?? Infinity;
    const isRow = model.rowCells.has(number);
    if (maximum === Infinity && minimum === 0) return [];
    if (cell.box === null && !isRow) return [];
    if (!isRow && !ofPeriods.has(number) && minimum !== maximum) return [];
    return [
      {
        report: cell.report.id,
        cell: words.cell(cell),
        minimum,
        maximum: maximum === Infinity ? null : maximum,
        ...tellRange(problem, bounds, number, words),
      },
    ];
  });
}
