import type { CellNumber, Constraint } from "./constraint.js";
import { cellsOf, type Network } from "./network.js";

/** The two ends between which a cell lies. */
export type Side = "minimum" | "maximum";

/** A bound that a deduction read, with the deduction that had found it; null: nothing had, so that it is 0 or infinite. */
export interface ReadBound {
  readonly cell: CellNumber;
  readonly side: Side;
  readonly value: number;
  readonly by: Deduction | null;
}

/** A bound that a constraint implies, by the bounds that it read. */
export interface Deduction {
  /** The position of the constraint. */
  readonly constraint: number;
  readonly cell: CellNumber;
  readonly side: Side;
  readonly value: number;
  readonly reads: readonly ReadBound[];
}

/** That a constraint cannot be satisfied within the bounds that it read. */
export interface Failure {
  readonly constraint: number;
  readonly reads: readonly ReadBound[];
}

/** A bound that was found: of which cell and side, by which constraint, and what bounded that side before. */
interface Step {
  readonly place: number;
  readonly constraint: number;
  readonly value: number;
  readonly before: number;
}

/** Which steps each constraint made, and which read the bound of each step. */
interface Uses {
  readonly byConstraint: ReadonlyMap<number, readonly number[]>;
  readonly readers: readonly (readonly number[])[];
}

/** The steps of a propagation, from which every bound is traced back to the constraints that it rests on. */
export class Steps {
  private readonly steps: Step[] = [];
  /** The last step of each side of each cell: 2 * cell for the minimum, 2 * cell + 1 for the maximum. */
  private readonly last: Int32Array;
  private uses: Uses | null = null;

  constructor(private readonly network: Network) {
    this.last = new Int32Array(2 * network.cells).fill(-1);
  }

  /** Notes that a constraint moved a bound. */
  add(place: number, constraint: number, value: number): void {
    this.steps.push({ place, constraint, value, before: this.last[place] ?? -1 });
    this.last[place] = this.steps.length - 1;
  }

  /** Every constraint that had a part in the bounds at some places, by the bounds that each step read. */
  reasons(places: readonly number[]): Set<number> {
    const found = new Set<number>();
    // Backwards from the last step: that of a place that is asked for is the last before all who read it.
    const asked = new Uint8Array(this.last.length);
    for (const place of places) asked[place] = 1;
    for (let at = Math.max(-1, ...places.map((place) => this.last[place] ?? -1)); at >= 0; at--) {
      const step = this.steps[at];
      if (step === undefined || asked[step.place] !== 1) continue;
      asked[step.place] = 0;
      found.add(step.constraint);
      this.ask(step, asked);
    }
    return found;
  }

  /** Of every place of which the last bound rests on one of some constraints, the last that does not; null if none. */
  withoutConstraints(constraints: Iterable<number>): Map<number, number | null> {
    this.uses ??= this.usesOfSteps();
    const { byConstraint, readers } = this.uses;
    const resting: number[] = [];
    const isResting = new Uint8Array(this.steps.length);
    const add = (steps: readonly number[]): void => {
      for (const at of steps) {
        if (isResting[at] === 0) resting.push(at);
        isResting[at] = 1;
      }
    };
    for (const constraint of constraints) add(byConstraint.get(constraint) ?? []);
    // A list is walked with what is added on the way.
    for (const at of resting) add(readers[at] ?? []);
    const bounds = new Map<number, number | null>();
    for (const at of resting) {
      const place = this.steps[at]?.place ?? 0;
      if (bounds.has(place) || isResting[this.last[place] ?? -1] !== 1) continue;
      let kept = this.last[place] ?? -1;
      while (isResting[kept] === 1) kept = this.steps[kept]?.before ?? -1;
      bounds.set(place, this.steps[kept]?.value ?? null);
    }
    return bounds;
  }

  /** The steps of each constraint, and for each step those that read its bound. */
  private usesOfSteps(): Uses {
    const byConstraint = new Map<number, number[]>();
    const readers = this.steps.map((): number[] => []);
    const last = new Int32Array(this.last.length).fill(-1);
    for (const [at, step] of this.steps.entries()) {
      const own = byConstraint.get(step.constraint);
      if (own === undefined) byConstraint.set(step.constraint, [at]);
      else own.push(at);
      for (const place of this.placesRead(step)) readers[last[place] ?? -1]?.push(at);
      last[step.place] = at;
    }
    return { byConstraint, readers };
  }

  /** Asks for what a step read. The loop behind every proof: it makes no list. */
  private ask({ constraint, place }: Step, asked: Uint8Array): void {
    const of = this.network.constraints[constraint];
    if (of === undefined) return;
    if (of.kind !== "linear") {
      for (const cell of cellsOf(of)) asked.fill(1, 2 * cell, 2 * cell + 2);
      return;
    }
    const { cells, coefficients } = of;
    for (let nth = 0; nth < cells.length; nth++) {
      const cell = cells[nth] ?? 0;
      if (cell !== place >> 1) asked[leastPlace(cell, coefficients[nth] ?? 0)] = 1;
    }
  }

  /** How the bound at a place was found; null if nothing moved it. */
  deduction(place: number): Deduction | null {
    return this.deductionAt(this.last[place] ?? -1, new Map());
  }

  /** What a constraint that cannot be satisfied read. */
  failure(constraint: number): Failure {
    const of = this.network.constraints[constraint];
    const places = of === undefined ? [] : allRead(of);
    const made = new Map<number, Deduction>();
    return { constraint, reads: places.map((place) => this.read(place, this.last[place] ?? -1, made)) };
  }

  private deductionAt(at: number, made: Map<number, Deduction>): Deduction | null {
    const known = made.get(at);
    if (known !== undefined) return known;
    const step = this.steps[at];
    if (step === undefined) return null;
    const { place, constraint, value } = step;
    const readsOf = (): readonly ReadBound[] =>
      this.placesRead(step).map((read) => this.read(read, this.lastBefore(read, at), made));
    let reads: readonly ReadBound[] | null = null;
    const deduction: Deduction = {
      constraint,
      ...this.sideOf(place),
      value,
      // Thousands of steps may be behind one, of which few are told.
      get reads() {
        return (reads ??= readsOf());
      },
    };
    made.set(at, deduction);
    return deduction;
  }

  private read(place: number, at: number, made: Map<number, Deduction>): ReadBound {
    const by = this.deductionAt(at, made);
    return { ...this.sideOf(place), value: by?.value ?? (place % 2 === 0 ? 0 : Infinity), by };
  }

  private placesRead({ constraint, place }: Step): readonly number[] {
    const of = this.network.constraints[constraint];
    return of === undefined ? [] : placesRead(of, place);
  }

  private sideOf(place: number): { readonly cell: CellNumber; readonly side: Side } {
    const cell = place >> 1;
    return { cell: this.network.names?.[cell] ?? cell, side: place % 2 === 0 ? "minimum" : "maximum" };
  }

  private lastBefore(place: number, step: number): number {
    let at = this.last[place] ?? -1;
    while (at >= step) at = this.steps[at]?.before ?? -1;
    return at;
  }
}

/** The side of a cell that bounds its term of a sum from below. */
function leastPlace(cell: CellNumber, coefficient: number): number {
  return coefficient > 0 ? 2 * cell : 2 * cell + 1;
}

/** The bounds that a constraint reads to see whether it can be satisfied. */
export function allRead(constraint: Constraint): readonly number[] {
  if (constraint.kind !== "linear") return cellsOf(constraint).flatMap((cell) => [2 * cell, 2 * cell + 1]);
  return constraint.cells.map((cell, nth) => leastPlace(cell, constraint.coefficients[nth] ?? 0));
}

/** The bounds that a constraint read to bound a place. */
function placesRead(constraint: Constraint, place: number): readonly number[] {
  if (constraint.kind !== "linear") return allRead(constraint);
  return allRead(constraint).filter((read) => read >> 1 !== place >> 1);
}
