import type { Bounds, Contradiction } from "../constraints/bounds.js";
import { type Constraint, renumbered } from "../constraints/constraint.js";
import { cellsAt, cellsOf, type Network, networkOf } from "../constraints/network.js";
import { propagate } from "../constraints/propagate.js";
import { figuresAt, type Left, type Problem, solve } from "../identities/problem.js";

/** Figures and identities of a problem that cannot all hold; without any one of them the method finds no contradiction. */
export interface ConflictSet {
  readonly figures: readonly number[];
  readonly identities: readonly number[];
}

/**
 * Finds conflicts that share no figure, the smallest single identities first, until what is left is consistent.
 *
 * `leave` names figures that are left out from the start. The cost is some propagations for each conflict.
 */
export function findConflicts(problem: Problem, leave: ReadonlySet<number> = new Set()): ConflictSet[] {
  const left = new Set(leave);
  const found: ConflictSet[] = [];
  const take = (conflict: ConflictSet): void => {
    found.push(conflict);
    for (const figure of conflict.figures) left.add(figure);
  };
  let whole = solve(problem, { figures: left });
  if (whole.kind === "bounds") return [];
  for (const conflict of localConflicts(problem, left)) {
    if (!conflict.figures.some((figure) => left.has(figure))) take(conflict);
  }
  for (;;) {
    whole = solve(problem, { figures: left });
    if (whole.kind === "bounds") return found;
    const conflict = minimise(problem, whole.constraints);
    // Identities alone cannot contradict each other: all cells may be zero, but for the threshold of a massacre.
    if (conflict.figures.length === 0) return found;
    take(conflict);
  }
}

/** The conflicts of figures by one identity alone, of all or of some in their order, the smallest first. */
export function localConflicts(
  problem: Problem,
  left: ReadonlySet<number>,
  identities: Iterable<number> = problem.identities.keys(),
): ConflictSet[] {
  const single = [...identities].flatMap((identity) => {
    const conflict = conflictAt(problem, identity, left);
    return conflict === null ? [] : [conflict];
  });
  return single.sort((a, b) => a.figures.length - b.figures.length || compareLists(a.figures, b.figures));
}

/** The identities that speak of a cell that any of the figures does, in their order. */
export function identitiesAt({ network, figures }: Problem, some: readonly number[]): number[] {
  const own = some.flatMap((figure) => figures[figure]?.constraints ?? []);
  return numbersOf(
    [...cellsAt(network, own)].flatMap((cell) =>
      (network.constraintsOf[cell] ?? []).map((position) => network.constraints[position]?.identity ?? null),
    ),
  );
}

/** The conflict of the printed figures by one identity alone; `null` if there is none. */
export function conflictAt(
  problem: Problem,
  identity: number,
  left: ReadonlySet<number>,
): ConflictSet | null {
  const placed = problem.identities[identity];
  if (placed === undefined) return null;
  const figures = figuresAt(problem, placed).filter((figure) => !left.has(figure));
  if (figures.length === 0) return null;
  const positions = positionsOf(problem, figures, [identity]);
  const constraints = positions.flatMap((position) => problem.network.constraints[position] ?? []);
  const outcome = propagateOnly(constraints);
  if (outcome.kind === "bounds") return null;
  return minimise(
    problem,
    outcome.constraints.flatMap((at) => positions[at] ?? []),
  );
}

/** The constraints of the figures and identities of a conflict, and of the constants that they speak of. */
export function constraintsOf(problem: Problem, { figures, identities }: ConflictSet): Constraint[] {
  return positionsOf(problem, figures, identities).flatMap(
    (position) => problem.network.constraints[position] ?? [],
  );
}

/** The positions of the constraints of these figures and identities, and of all constants. */
function positionsOf(problem: Problem, figures: readonly number[], identities: readonly number[]): number[] {
  const chosen = new Set<number>();
  for (const figure of figures) {
    for (const position of problem.figures[figure]?.constraints ?? []) {
      const constraint = problem.network.constraints[position];
      // A figure that relates cells belongs to its own identity.
      if (
        constraint?.identity === null ||
        (constraint !== undefined && identities.includes(constraint.identity))
      )
        chosen.add(position);
    }
  }
  for (const identity of identities)
    for (const position of problem.identities[identity]?.constraints ?? []) chosen.add(position);
  for (const position of [...chosen]) {
    const constraint = problem.network.constraints[position];
    if (constraint === undefined) continue;
    for (const cell of cellsOf(constraint)) {
      for (const other of problem.network.constraintsOf[cell] ?? []) {
        const constant = problem.network.constraints[other];
        if (constant?.figure === null && constant.identity === null) chosen.add(other);
      }
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Propagates a few constraints of a large problem, with the cells numbered anew. */
export function propagateOnly(constraints: readonly Constraint[]): Bounds | Contradiction {
  return propagate(smallNetwork(constraints).network, () => true);
}

/** A few constraints of a large problem as a network of their own, with the cells numbered anew. */
export interface SmallNetwork {
  readonly network: Network;
  readonly numberOf: (cell: number) => number;
}

export function smallNetwork(constraints: readonly Constraint[]): SmallNetwork {
  const numbers = new Map<number, number>();
  const numberOf = (cell: number): number => {
    const known = numbers.get(cell);
    if (known !== undefined) return known;
    numbers.set(cell, numbers.size);
    return numbers.size - 1;
  };
  const own = constraints.map((constraint) => renumbered(constraint, numberOf));
  return { network: { ...networkOf(numbers.size, own), names: [...numbers.keys()] }, numberOf };
}

/** The figures and identities of which none can be left out, if a contradiction is to be seen. */
export function minimise(problem: Problem, contradicting: readonly number[]): ConflictSet {
  const constraints = contradicting.flatMap((position) => problem.network.constraints[position] ?? []);
  return premisesOf(
    withoutNeedless(problem, constraints, (outcome) =>
      outcome.kind === "bounds" ? null : outcome.constraints,
    ),
  );
}

/**
 * Leaves out one figure after the other, then one identity after the other, as long as the rest still shows what is to be
 * shown: `needed` gives those constraints, by position, that it takes, or null if it is no longer shown. Once `most` figures
 * have been found to be needed, no more are tried: each costs a propagation of all constraints that are left, but where
 * `isNeeded` knows of a figure that it is.
 */
export function withoutNeedless(
  problem: Problem,
  showing: readonly Constraint[],
  needed: (outcome: Bounds | Contradiction, numberOf: SmallNetwork["numberOf"]) => readonly number[] | null,
  most = Infinity,
  isNeeded: (figure: number) => boolean = () => false,
): readonly Constraint[] {
  let constraints = showing;
  let small = smallNetwork(constraints);
  const canLeaveOut = (dropped: (constraint: Constraint) => boolean): boolean => {
    if (!constraints.some(dropped)) return true;
    const still = needed(
      propagate(small.network, (constraint) => !dropped(constraint)),
      small.numberOf,
    );
    if (still === null) return false;
    constraints = still.flatMap((position) => constraints[position] ?? []);
    small = smallNetwork(constraints);
    return true;
  };
  let found = 0;
  for (const figure of sorted(problem, premisesOf(constraints).figures)) {
    if (isNeeded(figure) || !canLeaveOut((constraint) => constraint.figure === figure)) found++;
    if (found >= most) return constraints;
  }
  for (const identity of [...premisesOf(constraints).identities].reverse())
    canLeaveOut((constraint) => constraint.identity === identity);
  return constraints;
}

/** The figures and identities that constraints rest on. */
export function premisesOf(constraints: readonly Constraint[]): ConflictSet {
  return {
    figures: numbersOf(constraints.map(({ figure }) => figure)),
    identities: numbersOf(constraints.map(({ identity }) => identity)),
  };
}

/** Statements and quotients are left out first, so that a conflict is told by counts where it can be. */
function sorted(problem: Problem, figures: readonly number[]): number[] {
  const weight = (figure: number): number => (problem.figures[figure]?.figure.kind === "count" ? 1 : 0);
  return [...figures].sort((a, b) => weight(a) - weight(b) || b - a);
}

function numbersOf(values: readonly (number | null)[]): number[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, nth) => value !== b[nth]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

/** Whether everything but what is left out is consistent, as far as the method can tell. */
export function isConsistent(problem: Problem, left: Left): boolean {
  return solve(problem, left).kind === "bounds";
}
