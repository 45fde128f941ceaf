import { type Box, boxKeyWithout, type DimensionName } from "../cells/box.js";
import type { PlacedCell, PlacedFigure, Problem } from "../identities/problem.js";
import { publisherOf } from "../published/publisher.js";

/** A figure of another cell, or of the same one of another report, from which a number can have been carried over. */
export interface CarriedFrom {
  readonly placed: PlacedFigure;
  readonly cell: PlacedCell;
}

/** Below, two numbers are the same by chance too often. */
export const leastSame = 10;

/** What the rows of a table differ in: a number slips from one to the next, and not from the dead to the tortured. */
const rows: readonly DimensionName[] = ["perpetrator", "place", "means"];

/** A figure that prints the same number for another row of the table that a count stands in, or for its own cell of an earlier period. */
export function sameNumberElsewhere(problem: Problem, position: number): CarriedFrom | null {
  const own = problem.figures[position];
  if (own === undefined || !("value" in own.figure) || own.figure.value < leastSame) return null;
  const { value } = own.figure;
  const box = problem.cells[own.cells.of.cell]?.box ?? null;
  if (box === null) return null;
  for (const placed of problem.figures) {
    const { figure, cells, report } = placed;
    if (placed === own || !("value" in figure) || figure.value !== value) continue;
    const cell = problem.cells[cells.of.cell];
    if (cell === undefined || cell.box === null || cells.of.cell === own.cells.of.cell) continue;
    const isRow = report === own.report && isOtherRow(box, cell.box);
    const isBefore = publisherOf(report) === publisherOf(own.report) && isSameEarlier(box, cell.box);
    if (isRow || isBefore) return { placed, cell };
  }
  return null;
}

function isOtherRow(own: Box, other: Box): boolean {
  const isSameTime = own.start === other.start && own.end === other.end;
  return isSameTime && rows.some((name) => boxKeyWithout(own, name) === boxKeyWithout(other, name));
}

function isSameEarlier(own: Box, other: Box): boolean {
  return isEarlier(other, own) && boxKeyWithout(own, null) === boxKeyWithout(other, null);
}

/** Whether the period of a cell is before that of another, or ends before it: nothing is carried over from what is still to come. */
export function isEarlier(one: Box, than: Box): boolean {
  return one.start <= than.start && one.end <= than.end && (one.start < than.start || one.end < than.end);
}
