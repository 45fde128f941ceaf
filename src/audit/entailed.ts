import type { CellNumber, Constraint, OneOfConstraint } from "./constraint.js";
import type { Verdict } from "./finding.js";
import type { PlacedFigure, Problem } from "./problem.js";
import type { Interval } from "./quotient-bounds.js";
import { type Comparison, readingsOfStatement } from "./statement-constraints.js";
import type { Side } from "./steps.js";

/** What is known of a cell; a maximum of `Infinity` is none. */
export type RangeOf = (cell: CellNumber) => Interval;

/** Whether a figure holds by the ranges alone: no numbers within them break it, however it is compared. A rounded one never does. */
export function isEntailed(problem: Problem, placed: PlacedFigure, rangeOf: RangeOf): boolean {
  if (placed.figure.kind === "statement")
    return verdictsByReading(placed, rangeOf).every(({ verdict }) => verdict === "holds");
  const constraints = placed.constraints.flatMap((position) => problem.network.constraints[position] ?? []);
  return verdictWithin(constraints, rangeOf) === "holds";
}

/** The bounds by which a figure is said to hold: with each of them farther out it might not. */
export function boundsRead(
  problem: Problem,
  { figure, cells, constraints }: PlacedFigure,
): readonly { readonly cell: CellNumber; readonly side: Side }[] {
  const read: readonly Constraint[] =
    figure.kind === "statement"
      ? readingsOfStatement(figure, cells, { figure: null, identity: null }).flatMap((one) => one.constraints)
      : constraints.flatMap((position) => problem.network.constraints[position] ?? []);
  return read.flatMap((constraint) =>
    constraint.kind !== "linear"
      ? []
      : constraint.cells.map((cell, nth) => ({
          cell,
          side: (constraint.coefficients[nth] ?? 0) > 0 ? ("maximum" as const) : ("minimum" as const),
        })),
  );
}

/** What ranges make of each way to read a statement; of another figure there is none. */
export function verdictsByReading(
  { figure, cells }: Pick<PlacedFigure, "figure" | "cells">,
  rangeOf: RangeOf,
): readonly { readonly by: Comparison; readonly verdict: Verdict }[] {
  if (figure.kind !== "statement") return [];
  return readingsOfStatement(figure, cells, { figure: null, identity: null }).map(({ by, constraints }) => ({
    by,
    verdict: verdictWithin(constraints, rangeOf),
  }));
}

/** Whether no numbers within ranges satisfy any of the readings. */
export function isRefuted({ readings }: OneOfConstraint, rangeOf: RangeOf): boolean {
  return readings.every((reading) => verdictWithin(reading, rangeOf) === "cannot-hold");
}

/** Whether all numbers within ranges satisfy some constraints, none does, or it depends. */
export function verdictWithin(constraints: readonly Constraint[], rangeOf: RangeOf): Verdict {
  const sums = constraints.map((constraint) => {
    if (constraint.kind !== "linear") return { least: -Infinity, most: Infinity, bound: 0 };
    const { cells, coefficients, bound } = constraint;
    const sum = (end: "least" | "most"): number => {
      const terms = cells.map((cell, nth) => {
        const coefficient = coefficients[nth] ?? 0;
        const { minimum, maximum } = rangeOf(cell);
        return coefficient * (coefficient > 0 === (end === "most") ? maximum : minimum);
      });
      // Beyond the safe integers nothing is concluded.
      const size = terms.reduce((total, term) => total + Math.abs(term), 0);
      if (size > Number.MAX_SAFE_INTEGER) return end === "most" ? Infinity : -Infinity;
      return terms.reduce((total, term) => total + term, 0);
    };
    return { least: sum("least"), most: sum("most"), bound };
  });
  if (sums.some(({ least, bound }) => least > bound)) return "cannot-hold";
  return sums.every(({ most, bound }) => most <= bound) ? "holds" : "undetermined";
}
