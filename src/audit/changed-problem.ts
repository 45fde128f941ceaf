import type { Constraint } from "./constraint.js";
import type { Figure } from "./figure.js";
import { constraintsOfFigure, lenient, type QuotientReading } from "./figure-constraints.js";
import type { Problem } from "./problem.js";

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
  figure: number,
  { rounding, widened }: QuotientReading,
): Map<number, Constraint> {
  const read = new Map<number, Constraint>();
  for (const position of problem.figures[figure]?.constraints ?? []) {
    const constraint = problem.network.constraints[position];
    if (constraint === undefined) continue;
    const isRounded = constraint.kind === "quotient";
    read.set(
      position,
      isRounded ? { ...constraint, rounding, widening: widened ? constraint.widening : 0 } : constraint,
    );
  }
  return read;
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
  const { cells, constraints, identity } = placed;
  const changed = new Map<number, Constraint | null>(constraints.map((one) => [one, null]));
  const made = constraintsOfFigure(figure, cells, { figure: position, identity }, lenient);
  const after = problem.network.constraints.length - constraints.length;
  for (const [nth, constraint] of made.entries()) changed.set(constraints[nth] ?? after + nth, constraint);
  return changed;
}
