import type { Constraint } from "../constraints/constraint.js";
import type { Figure } from "../published/figure.js";
import { constraintsOfFigure, lenient, type QuotientReading } from "./figure-constraints.js";
import type { PlacedFigure, Problem } from "./problem.js";

/** The same problem with every percentage and rate of which `readingOf` gives a reading read so. */
export function withReading(
  problem: Problem,
  readingOf: (figure: number) => QuotientReading | null,
): Problem {
  const constraints = [...problem.network.constraints];
  for (const figure of problem.figures.keys()) {
    const reading = readingOf(figure);
    if (reading === null) continue;
    for (const [position, read] of readOtherwise(problem, figure, reading)) constraints[position] = read;
  }
  return { ...problem, network: { ...problem.network, constraints } };
}

/** The constraints of a figure by their positions, those of a percentage or rate as by another reading. */
export function readOtherwise(
  problem: Problem,
  position: number,
  reading: QuotientReading,
): Map<number, Constraint> {
  const placed = problem.figures[position];
  if (placed === undefined) return new Map();
  const made = placedConstraints(placed, position, placed.figure, reading);
  return new Map(
    placed.constraints.flatMap((one, nth) => {
      const constraint = made[nth];
      return constraint === undefined ? [] : [[one, constraint] as const];
    }),
  );
}

function placedConstraints(
  { cells, identity }: PlacedFigure,
  position: number,
  figure: Figure,
  reading: QuotientReading,
): readonly Constraint[] {
  return constraintsOfFigure(figure, cells, { figure: position, identity }, reading);
}

/**
 * The constraints of a figure if another, that speaks of the same cells, were printed in its place, by position: null for those
 * that are no more; of those that it has more, the positions after all.
 */
export function printedOtherwise(
  problem: Problem,
  position: number,
  figure: Figure,
): Map<number, Constraint | null> {
  const placed = problem.figures[position];
  if (placed === undefined) return new Map();
  const { constraints } = placed;
  const changed = new Map<number, Constraint | null>(constraints.map((one) => [one, null]));
  const made = placedConstraints(placed, position, figure, lenient);
  const after = problem.network.constraints.length - constraints.length;
  for (const [nth, constraint] of made.entries()) changed.set(constraints[nth] ?? after + nth, constraint);
  return changed;
}
