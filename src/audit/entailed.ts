import type { CellNumber, Constraint } from "./constraint.js";
import type { Verdict } from "./finding.js";
import type { PlacedFigure, Problem } from "./problem.js";
import type { Interval } from "./quotient-bounds.js";
import { type Comparison, comparisons, constraintsOfStatement } from "./statement-constraints.js";

/** What is known of a cell; a maximum of `Infinity` is none. */
export type RangeOf = (cell: CellNumber) => Interval;

/** Whether a statement or difference holds by the ranges alone: no numbers within them break it, however it is compared. */
export function isEntailed(problem: Problem, placed: PlacedFigure, rangeOf: RangeOf): boolean {
  if (placed.figure.kind === "statement")
    return comparisons.every((by) => verdictBy(placed, by, rangeOf) === "holds");
  const constraints = placed.constraints.flatMap((position) => problem.network.constraints[position] ?? []);
  return verdictWithin(constraints, rangeOf) === "holds";
}

/** What ranges make of a statement, as it is meant by one comparison, or by whichever is the kinder to it. */
export function verdictBy(
  { figure, cells }: Pick<PlacedFigure, "figure" | "cells">,
  by: Comparison | "either",
  rangeOf: RangeOf,
): Verdict {
  if (figure.kind !== "statement") return "undetermined";
  return verdictWithin(constraintsOfStatement(figure, cells, { figure: null, identity: null }, by), rangeOf);
}

/** Whether all numbers within ranges satisfy some constraints, none does, or it depends. */
export function verdictWithin(constraints: readonly Constraint[], rangeOf: RangeOf): Verdict {
  const sums = constraints.map((constraint) => {
    if (constraint.kind === "quotient") return { least: -Infinity, most: Infinity, bound: 0 };
    const { cells, coefficients, bound } = constraint;
    const sum = (end: "least" | "most"): number =>
      cells.reduce((total, cell, nth) => {
        const coefficient = coefficients[nth] ?? 0;
        const { minimum, maximum } = rangeOf(cell);
        return total + coefficient * (coefficient > 0 === (end === "most") ? maximum : minimum);
      }, 0);
    return { least: sum("least"), most: sum("most"), bound };
  });
  if (sums.some(({ least, bound }) => least > bound)) return "cannot-hold";
  return sums.every(({ most, bound }) => most <= bound) ? "holds" : "undetermined";
}
