import type { PlacedFigure, Problem } from "./problem.js";
import type { Bounds } from "./propagate.js";

/** Whether a statement or difference holds by the bounds alone: no numbers within them break it. */
export function isEntailed(problem: Problem, { constraints }: PlacedFigure, bounds: Bounds): boolean {
  return constraints.every((position) => {
    const constraint = problem.network.constraints[position];
    if (constraint?.kind !== "linear") return false;
    const most = constraint.cells.reduce((sum, cell, nth) => {
      const coefficient = constraint.coefficients[nth] ?? 0;
      return sum + coefficient * ((coefficient > 0 ? bounds.maximum : bounds.minimum)[cell] ?? 0);
    }, 0);
    return most <= constraint.bound;
  });
}
