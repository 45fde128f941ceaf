import type { Constraint } from "./constraint.js";
import type { Figure } from "./figure.js";
import { constraintsOfFigure, lenient, type QuotientReading } from "./figure-constraints.js";
import { networkOf } from "./network.js";
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

/** The same problem with another figure printed in the place of one; it must speak of the same cells. */
export function withFigure(problem: Problem, position: number, figure: Figure): Problem {
  const placed = problem.figures[position];
  if (placed === undefined) return problem;
  const made = constraintsOfFigure(
    figure,
    placed.cells,
    { figure: position, identity: placed.identity },
    lenient,
  );
  const constraints = problem.network.constraints.filter(({ figure: of }) => of !== position);
  return { ...problem, network: networkOf(problem.network.cells, [...constraints, ...made]) };
}
