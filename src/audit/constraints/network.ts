import type { CellNumber, Constraint } from "./constraint.js";

/** Which constraints speak of each cell, made once for many propagations. */
export interface Network {
  readonly cells: number;
  readonly constraints: readonly Constraint[];
  /** The positions of the constraints on a cell; of a cell without any, undefined. */
  readonly constraintsOf: readonly (readonly number[] | undefined)[];
  /** The cells as deductions name them, where these are few of a larger network and numbered anew. */
  readonly names?: readonly CellNumber[];
}

/** The network of constraints over cells. */
export function networkOf(cells: number, constraints: readonly Constraint[]): Network {
  const constraintsOf = new Array<number[] | undefined>(cells);
  for (const [position, constraint] of constraints.entries()) {
    for (const cell of cellsOf(constraint)) {
      const known = constraintsOf[cell];
      if (known === undefined) constraintsOf[cell] = [position];
      else known.push(position);
    }
  }
  return { cells, constraints, constraintsOf };
}

/** The cells that a constraint speaks of. */
export function cellsOf(constraint: Constraint): readonly CellNumber[] {
  return constraint.kind === "quotient" ? [constraint.part, constraint.whole] : constraint.cells;
}

/** The cells that the constraints at some positions speak of, each once. */
export function cellsAt({ constraints }: Network, positions: readonly number[]): Set<CellNumber> {
  return new Set(
    positions.flatMap((position) => {
      const constraint = constraints[position];
      return constraint === undefined ? [] : cellsOf(constraint);
    }),
  );
}

const tied = new WeakMap<Network["constraintsOf"], (cell: CellNumber) => readonly number[]>();

/** The positions of all constraints that are tied to a cell, directly or through others; remembered, since many ask. */
export function constraintsAround(network: Network, cell: CellNumber): readonly number[] {
  const known = tied.get(network.constraintsOf);
  if (known !== undefined) return known(cell);
  const components = componentsOf(network);
  const positions = new Map<number, number[]>();
  for (const [position, constraint] of network.constraints.entries()) {
    const component = components[cellsOf(constraint)[0] ?? 0] ?? 0;
    const own = positions.get(component);
    if (own === undefined) positions.set(component, [position]);
    else own.push(position);
  }
  const around = (one: CellNumber): readonly number[] => positions.get(components[one] ?? 0) ?? [];
  tied.set(network.constraintsOf, around);
  return around(cell);
}

/** For each cell the least cell that constraints tie it to, directly or through others. */
function componentsOf({ cells, constraints }: Network): Int32Array {
  const roots = Int32Array.from({ length: cells }, (_, cell) => cell);
  const rootOf = (cell: CellNumber): CellNumber => {
    let root = cell;
    while ((roots[root] ?? root) !== root) root = roots[root] ?? root;
    roots[cell] = root;
    return root;
  };
  for (const constraint of constraints) {
    const [first = 0, ...others] = cellsOf(constraint).map(rootOf);
    const least = Math.min(first, ...others);
    for (const root of [first, ...others]) roots[root] = least;
  }
  return roots.map((_, cell) => rootOf(cell));
}
