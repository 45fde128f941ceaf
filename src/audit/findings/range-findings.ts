import { boxKey } from "../cells/box.js";
import { cellsAt } from "../constraints/network.js";
import { countedBy } from "../identities/counted-by.js";
import type { PlacedCell } from "../identities/problem.js";
import type { Words } from "../words/words.js";
import type { AuditedReport } from "./audit-report.js";
import { tellRange } from "./bound-words.js";
import type { CellRange } from "./finding.js";

/** Whether a figure of any of the reports counts what a cell of one of them counts. */
export function printedSomewhere(reports: readonly AuditedReport[]): (cell: PlacedCell) => boolean {
  const groupOf = countedBy(reports.map(({ model }) => model.report));
  const keyOf = ({ box, report }: PlacedCell): string | null =>
    box === null || report === null ? null : `${groupOf(report, box)}|${boxKey(box)}`;
  const printed = new Set(
    reports.flatMap(({ problem }) =>
      [...problem.counts.keys()].flatMap((number) => {
        const cell = problem.cells[number];
        return cell === undefined ? [] : (keyOf(cell) ?? []);
      }),
    ),
  );
  return (cell) => {
    const key = keyOf(cell);
    return key !== null && printed.has(key);
  };
}

/** The cells of tables, and the periods between printed ones, that no figure prints and the others bound. */
export function rangeFindings(
  { model, problem, bounds, without }: AuditedReport,
  isPrinted: (cell: PlacedCell) => boolean,
  words: Words,
): CellRange[] {
  if (bounds.kind === "contradiction") return [];
  const known = { ...bounds, without };
  const ofPeriods = cellsAt(
    problem.network,
    problem.identities.filter(({ kind }) => kind === "period-sum").flatMap(({ constraints }) => constraints),
  );
  return problem.cells.flatMap((cell, number): CellRange[] => {
    if (cell.report === null || isPrinted(cell)) return [];
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
        ...tellRange(problem, known, number, words),
      },
    ];
  });
}
