import type { CellNumber, Constraint } from "./constraint.js";

/** A bound that was found: of which cell and side, by which constraint, and what bounded that side before. */
interface Step {
  readonly place: number;
  readonly constraint: number;
  readonly before: number;
}

/** The steps of a propagation, from which a contradiction is traced back to its constraints. */
export class Steps {
  private readonly steps: Step[] = [];
  /** The last step of each side of each cell: 2 * cell for the minimum, 2 * cell + 1 for the maximum. */
  private readonly last: Int32Array;

  constructor(
    cells: number,
    private readonly constraints: readonly Constraint[],
  ) {
    this.last = new Int32Array(2 * cells).fill(-1);
  }

  /** Notes that a constraint moved a bound. */
  add(place: number, constraint: number): void {
    this.steps.push({ place, constraint, before: this.last[place] ?? -1 });
    this.last[place] = this.steps.length - 1;
  }

  /** Every constraint that had a part in the contradiction, by the bounds that each step read. */
  reasons(failed: { readonly constraint: number; readonly places: readonly number[] }): number[] {
    const found = new Set([failed.constraint]);
    const seen = new Set<number>();
    const open = failed.places.map((place) => this.last[place] ?? -1);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const step = this.steps[at];
      if (step === undefined || seen.has(at)) continue;
      seen.add(at);
      found.add(step.constraint);
      const constraint = this.constraints[step.constraint];
      if (constraint === undefined) continue;
      for (const place of placesRead(constraint, step.place)) open.push(this.lastBefore(place, at));
    }
    return [...found].sort((a, b) => a - b);
  }

  private lastBefore(place: number, step: number): number {
    let at = this.last[place] ?? -1;
    while (at >= step) at = this.steps[at]?.before ?? -1;
    return at;
  }
}

/** The side of a cell that bounds its term of a sum from below. */
export function leastPlace(cell: CellNumber, coefficient: number): number {
  return coefficient > 0 ? 2 * cell : 2 * cell + 1;
}

/** The bounds that a constraint read to bound a place. */
function placesRead(constraint: Constraint, place: number): readonly number[] {
  if (constraint.kind === "quotient") {
    return [constraint.part, constraint.whole].flatMap((cell) => [2 * cell, 2 * cell + 1]);
  }
  const own = place >> 1;
  return constraint.cells.flatMap((cell, nth) =>
    cell === own ? [] : [leastPlace(cell, constraint.coefficients[nth] ?? 0)],
  );
}
