import type { Constraint } from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";
import { propagate } from "../constraints/propagate.js";
import { type Problem, tiedTo } from "../identities/problem.js";
import { type ConflictSet, constraintsOf } from "./find-conflicts.js";

/** The conventions that constraints rest on, all together. */
export function conventionsOf(problem: Problem, constraints: readonly Constraint[]): Convention[] {
  return [...new Set(constraints.flatMap((constraint) => restsOn(problem, constraint)))].sort();
}

/**
 * The conventions without any of which the figures of a conflict could be true together, by whatever identities, as far as
 * the method can tell: of those by which they conflict, as few as are enough.
 */
export function conflictConventions(problem: Problem, conflict: ConflictSet): Convention[] {
  const figures = new Set(conflict.figures);
  let needed = conventionsOf(problem, constraintsOf(problem, conflict));
  const [first] = conflict.figures;
  const around = first === undefined ? undefined : tiedTo(problem, first);
  for (const convention of needed) {
    const others = needed.filter((one) => one !== convention);
    const supposed = new Set(others);
    const outcome = propagate(
      problem.network,
      (constraint) =>
        (constraint.figure === null || figures.has(constraint.figure)) &&
        restsOn(problem, constraint).every((one) => supposed.has(one)),
      around,
    );
    if (outcome.kind === "contradiction") needed = others;
  }
  return needed;
}

function restsOn(problem: Problem, { conventions, identity }: Constraint): readonly Convention[] {
  return conventions ?? (identity === null ? [] : (problem.identities[identity]?.conventions ?? []));
}
