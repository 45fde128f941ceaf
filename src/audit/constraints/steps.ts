import type { CellNumber, Constraint } from "./constraint.js";
import { cellsOf, type Network } from "./network.js";

/** The two ends between which a cell lies. */
export type Side = "minimum" | "maximum";

/** A side of a cell. */
type End = Pick<ReadBound, "cell" | "side">;

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

/** Which steps each constraint made, and which read the bound of each step. */
interface Uses {
  readonly byConstraint: ReadonlyMap<number, readonly number[]>;
  readonly readers: readonly (readonly number[])[];
}

/**
 * The steps of a propagation, from which every bound is traced back to the constraints that it rests on.
 *
 * Of millions of steps few are ever looked at: each is four numbers, at its position in four lists, and no object.
 */
export class Steps {
  /** Which side of which cell a step bounds, by which constraint, and the step that bounded it before, or -1. */
  private readonly places: number[] = [];
  private readonly constraints: number[] = [];
  private readonly values: number[] = [];
  private readonly before: number[] = [];
  /** The last step of each side of each cell: 2 * cell for the minimum, 2 * cell + 1 for the maximum. */
  private readonly last: Int32Array;
  private uses: Uses | null = null;

  constructor(private readonly network: Network) {
    this.last = new Int32Array(2 * network.cells).fill(-1);
  }

  /** Notes that a constraint moved a bound. */
  add(place: number, constraint: number, value: number): void {
    this.before.push(this.last[place] ?? -1);
    this.last[place] = this.places.length;
    this.places.push(place);
    this.constraints.push(constraint);
    this.values.push(value);
  }

  /** Every constraint that had a part in the bounds at some places, by the bounds that each step read, in their order; with one that failed by them. */
  reasons(places: readonly number[], failed?: number): number[] {
    const isReason = new Uint8Array(this.network.constraints.length);
    if (failed !== undefined) isReason[failed] = 1;
    // Backwards from the last step: that of a place that is asked for is the last before all who read it.
    const asked = new Uint8Array(this.last.length);
    for (const place of places) asked[place] = 1;
    for (let at = Math.max(-1, ...places.map((place) => this.last[place] ?? -1)); at >= 0; at--) {
      const place = this.places[at] ?? 0;
      if (asked[place] !== 1) continue;
      asked[place] = 0;
      const constraint = this.constraints[at] ?? 0;
      isReason[constraint] = 1;
      this.ask(constraint, place, asked);
    }
    const found: number[] = [];
    for (let position = 0; position < isReason.length; position++)
      if (isReason[position] === 1) found.push(position);
    return found;
  }

  /** Of every place of which the last bound rests on one of some constraints, the last that does not; null if none. */
  withoutConstraints(constraints: Iterable<number>): Map<number, number | null> {
    this.uses ??= this.usesOfSteps();
    const { byConstraint, readers } = this.uses;
    const resting: number[] = [];
    const isResting = new Uint8Array(this.places.length);
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
      const place = this.places[at] ?? 0;
      if (bounds.has(place) || isResting[this.last[place] ?? -1] !== 1) continue;
      let kept = this.last[place] ?? -1;
      while (isResting[kept] === 1) kept = this.before[kept] ?? -1;
      bounds.set(place, this.values[kept] ?? null);
    }
    return bounds;
  }

  /** The steps of each constraint, and for each step those that read its bound. */
  private usesOfSteps(): Uses {
    const byConstraint = new Map<number, number[]>();
    const readers = this.places.map((): number[] => []);
    const last = new Int32Array(this.last.length).fill(-1);
    for (const [at, place] of this.places.entries()) {
      const constraint = this.constraints[at] ?? 0;
      const own = byConstraint.get(constraint);
      if (own === undefined) byConstraint.set(constraint, [at]);
      else own.push(at);
      for (const read of this.readBy(constraint, place)) readers[last[read] ?? -1]?.push(at);
      last[place] = at;
    }
    return { byConstraint, readers };
  }

  /** Asks for what a step read. The loop behind every proof: it makes no list. */
  private ask(constraint: number, place: number, asked: Uint8Array): void {
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
    const places = of === undefined ? [] : placesRead(of);
    const made = new Map<number, Deduction>();
    return { constraint, reads: places.map((place) => this.read(place, this.last[place] ?? -1, made)) };
  }

  private deductionAt(at: number, made: Map<number, Deduction>): Deduction | null {
    const known = made.get(at);
    if (known !== undefined) return known;
    const place = this.places[at];
    if (place === undefined) return null;
    const constraint = this.constraints[at] ?? 0;
    const readsOf = (): ReadBound[] =>
      this.readBy(constraint, place).map((read) => this.read(read, this.lastBefore(read, at), made));
    const deduction = new TracedDeduction(constraint, this.endAt(place), this.values[at] ?? 0, readsOf);
    made.set(at, deduction);
    return deduction;
  }

  private read(place: number, at: number, made: Map<number, Deduction>): ReadBound {
    const by = this.deductionAt(at, made);
    return { ...this.endAt(place), value: by?.value ?? (place % 2 === 0 ? 0 : Infinity), by };
  }

  /** The bounds that a constraint read to bound a place. */
  private readBy(constraint: number, place: number): readonly number[] {
    const of = this.network.constraints[constraint];
    if (of === undefined) return [];
    return of.kind === "linear" ? placesRead(of).filter((read) => read >> 1 !== place >> 1) : placesRead(of);
  }

  private endAt(place: number): End {
    const cell = place >> 1;
    return { cell: this.network.names?.[cell] ?? cell, side: place % 2 === 0 ? "minimum" : "maximum" };
  }

  private lastBefore(place: number, step: number): number {
    let at = this.last[place] ?? -1;
    while (at >= step) at = this.before[at] ?? -1;
    return at;
  }
}

/** A deduction that tells what it read once it is asked: thousands of steps may be behind one, of which few are told. */
class TracedDeduction implements Deduction {
  readonly cell: CellNumber;
  readonly side: Side;
  private known: readonly ReadBound[] | null = null;

  constructor(
    readonly constraint: number,
    { cell, side }: End,
    readonly value: number,
    private readonly readsOf: () => readonly ReadBound[],
  ) {
    this.cell = cell;
    this.side = side;
  }

  get reads(): readonly ReadBound[] {
    return (this.known ??= this.readsOf());
  }
}

/** The places of the bounds that a constraint reads to see whether it can be satisfied. */
export function placesRead(constraint: Constraint): readonly number[] {
  if (constraint.kind !== "linear") return cellsOf(constraint).flatMap((cell) => [2 * cell, 2 * cell + 1]);
  return constraint.cells.map((cell, nth) => leastPlace(cell, constraint.coefficients[nth] ?? 0));
}

/** The side of a cell that bounds its term of a sum from below. */
function leastPlace(cell: CellNumber, coefficient: number): number {
  return coefficient > 0 ? 2 * cell : 2 * cell + 1;
}
