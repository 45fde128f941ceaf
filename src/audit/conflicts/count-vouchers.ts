import { type Problem, solve } from "../identities/problem.js";
import { minimise } from "./find-conflicts.js";

/** No more ways to refute one figure are looked for. */
const mostVouchers = 12;

/**
 * In how many ways other figures show that a figure does not agree: each by identities of its own, and with a figure
 * that none before it used.
 */
export function countVouchers(problem: Problem, figure: number, left: ReadonlySet<number>): number {
  const figures = new Set(left);
  figures.delete(figure);
  const identities = new Set<number>();
  const ways: (readonly number[])[] = [];
  for (let round = 0; round < mostVouchers; round++) {
    const outcome = solve(problem, { figures, identities }, figure);
    if (outcome.kind === "bounds") break;
    const conflict = minimise(problem, outcome.constraints);
    if (!conflict.figures.includes(figure) || conflict.figures.length < 2) break;
    ways.push(conflict.figures.filter((other) => other !== figure));
    // What ties other cells to each other may serve again; what speaks of this figure's cell may not.
    const own = conflict.identities.filter((identity) => speaksOf(problem, identity, figure));
    for (const identity of own) identities.add(identity);
    if (own.length > 0) continue;
    for (const other of conflict.figures) if (other !== figure) figures.add(other);
  }
  return withOwnFigure(ways);
}

/** How many sets have a figure that none before them has, the smallest first. */
function withOwnFigure(sets: readonly (readonly number[])[]): number {
  const seen = new Set<number>();
  let found = 0;
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    if (set.some((figure) => !seen.has(figure))) found++;
    for (const figure of set) seen.add(figure);
  }
  return found;
}

/** Whether an identity, other than the one that the figure is, speaks of the cell of a figure. */
function speaksOf(problem: Problem, identity: number, figure: number): boolean {
  const placed = problem.identities[identity];
  const cell = problem.figures[figure]?.cells.of.cell;
  if (
    placed === undefined ||
    cell === undefined ||
    placed.figure === figure ||
    placed.kind === "printed-twice"
  )
    return false;
  return placed.whole === cell || placed.parts.includes(cell);
}
