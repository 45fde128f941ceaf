import type { Contradiction } from "./bounds.js";
import type { CellNumber, Constraint, LinearConstraint, QuotientConstraint } from "./constraint.js";
import { cellsOf, type Network, networkOf } from "./network.js";
import {
  greatestWhole,
  type Interval,
  leastWhole,
  partsOf,
  printsAll,
  printsNothing,
} from "./quotient-bounds.js";
import { type Deduction, type Failure, placesRead, type Side, Steps } from "./steps.js";
import { isRefuted } from "./within-ranges.js";

/** No bound is found twice this often for one cell: loops of constraints may creep upwards without end. */
const mostSteps = 60;

/** The bounds of a network's cells, while they are tightened. */
export class Propagation {
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
  private readonly steps: Steps;
  private readonly moves: Uint16Array;
  private readonly waiting: Uint8Array;
  private queued: number[] = [];
  /** The constraint that cannot be satisfied. */
  failed: number | null = null;

  constructor(readonly network: Network) {
    this.minimum = new Float64Array(network.cells);
    this.maximum = new Float64Array(network.cells).fill(Infinity);
    this.steps = new Steps(network);
    this.moves = new Uint16Array(2 * network.cells);
    // 0: at rest, 1: in the queue, 2: left out.
    this.waiting = new Uint8Array(network.constraints.length);
  }

  /** Has constraints looked at, of these positions only. */
  queue(enabled: (constraint: Constraint) => boolean, among: Iterable<number>): void {
    // What speaks of one cell goes first: printed values, before what they imply.
    const later: number[] = [];
    this.waiting.fill(2);
    for (const position of among) {
      const constraint = this.network.constraints[position];
      if (constraint === undefined) continue;
      const isOn = enabled(constraint);
      this.waiting[position] = isOn ? 1 : 2;
      if (isOn) (cellsOf(constraint).length < 2 ? this.queued : later).push(position);
    }
    this.queued.push(...later);
  }

  /** Whether a constraint is looked at. */
  isOn(position: number): boolean {
    return this.waiting[position] !== 2;
  }

  reasons(cell: CellNumber, side: Side): number[] {
    return this.steps.reasons([placeOf(cell, side)]);
  }

  deduction(cell: CellNumber, side: Side): Deduction | null {
    return this.steps.deduction(placeOf(cell, side));
  }

  /** Tightens until the constraints give no more, or one of them fails. */
  settles(): boolean {
    while (this.queued.length > 0) {
      const round = this.queued;
      this.queued = [];
      for (const position of round) {
        const constraint = this.network.constraints[position];
        if (constraint === undefined) continue;
        this.waiting[position] = 0;
        if (constraint.kind === "linear") this.tightenLinear(constraint, position);
        else if (constraint.kind === "quotient") this.tightenQuotient(constraint, position);
        else if (isRefuted(constraint, (cell) => this.between(cell))) this.failed = position;
        if (this.failed !== null) return false;
      }
    }
    return true;
  }

  /** What there is with other constraints in the place of some, before it is tightened. */
  instead(others: ReadonlyMap<number, Constraint | null>): Propagation {
    const { cells } = this.network;
    const constraints = [...this.network.constraints];
    for (const [position, other] of others) if (other !== null) constraints[position] = other;
    const isMore = constraints.length > this.network.constraints.length;
    const changed = new Propagation(
      isMore ? networkOf(cells, constraints) : { ...this.network, constraints },
    );
    changed.waiting.set(this.waiting);
    changed.minimum.set(this.minimum);
    changed.maximum.set(this.maximum);
    for (const [position, other] of others) {
      changed.waiting[position] = other === null ? 2 : 0;
      changed.wake(position);
    }
    for (const [place, value] of this.steps.withoutConstraints(others.keys())) {
      if (place % 2 === 0) changed.minimum[place >> 1] = value ?? 0;
      else changed.maximum[place >> 1] = value ?? Infinity;
      changed.wakeAll(place >> 1);
    }
    return changed;
  }

  /** What a constraint that cannot be satisfied rests on. */
  contradiction(failed: number): Contradiction & { readonly failure: () => Failure } {
    const { steps } = this;
    const constraint = this.network.constraints[failed];
    return {
      kind: "contradiction",
      constraints: steps.reasons(constraint === undefined ? [] : placesRead(constraint), failed),
      failure: () => steps.failure(failed),
    };
  }

  /** Each term is at most the bound less the least that the others add. */
  private tightenLinear(constraint: LinearConstraint, position: number): void {
    const { cells, coefficients, bound } = constraint;
    let least = 0;
    let size = Math.abs(bound);
    let unbounded = 0;
    // The most frequent of all loops: it counts by hand.
    for (let nth = 0; nth < cells.length; nth++) {
      const term = this.leastTerm(cells[nth] ?? 0, coefficients[nth] ?? 0);
      if (term === -Infinity) {
        unbounded++;
      } else {
        least += term;
        size += Math.abs(term);
      }
    }
    // Beyond the safe integers nothing is concluded.
    if (size > Number.MAX_SAFE_INTEGER) return;
    if (unbounded === 0 && least > bound) {
      this.failed = position;
      return;
    }
    if (unbounded > 1) return;
    for (let nth = 0; nth < cells.length; nth++) {
      const cell = cells[nth] ?? 0;
      const coefficient = coefficients[nth] ?? 0;
      const term = this.leastTerm(cell, coefficient);
      if (unbounded === 1 && term !== -Infinity) continue;
      const room = bound - (least - (term === -Infinity ? 0 : term));
      if (coefficient > 0) this.lower(cell, Math.floor(room / coefficient), position);
      else this.raise(cell, Math.ceil(room / coefficient), position);
      if (this.hasFailed()) return;
    }
  }

  private leastTerm(cell: CellNumber, coefficient: number): number {
    const value = coefficient > 0 ? this.minimum[cell] : this.maximum[cell];
    return coefficient * (value ?? 0);
  }

  private tightenQuotient(constraint: QuotientConstraint, position: number): void {
    const { part, whole } = constraint;
    if (!printsNothing(constraint)) {
      if (this.maximum[whole] === 0 && part !== whole) {
        this.failed = position;
        return;
      }
      this.raise(whole, 1, position);
    }
    if (part === whole) {
      if (!printsAll(constraint)) this.lower(whole, 0, position);
      return;
    }
    const least = leastWhole(constraint, this.between(part), this.between(whole));
    if (least === null) {
      this.failed = position;
      return;
    }
    this.raise(whole, least, position);
    if (this.hasFailed()) return;
    this.lower(whole, greatestWhole(constraint, this.between(part), this.between(whole)), position);
    if (this.hasFailed()) return;
    // Both ends of the parts grow with the whole.
    this.raise(part, partsOf(constraint, this.minimum[whole] ?? 0).minimum, position);
    const greatest = this.maximum[whole] ?? Infinity;
    if (greatest !== Infinity) this.lower(part, partsOf(constraint, greatest).maximum, position);
  }

  between(cell: CellNumber): Interval {
    return { minimum: this.minimum[cell] ?? 0, maximum: this.maximum[cell] ?? Infinity };
  }

  private hasFailed(): boolean {
    return this.failed !== null;
  }

  private raise(cell: CellNumber, bound: number, position: number): void {
    const value = bound === 0 ? 0 : bound;
    if (value <= (this.minimum[cell] ?? 0)) return;
    if (value === Infinity) {
      this.failed = position;
      return;
    }
    if (!this.record(2 * cell, position, value)) return;
    this.minimum[cell] = value;
    this.settle(cell, position);
  }

  private lower(cell: CellNumber, bound: number, position: number): void {
    const value = bound === 0 ? 0 : bound;
    if (value >= (this.maximum[cell] ?? Infinity)) return;
    if (!this.record(2 * cell + 1, position, value)) return;
    this.maximum[cell] = value;
    this.settle(cell, position);
  }

  private record(place: number, constraint: number, value: number): boolean {
    const moves = (this.moves[place] ?? 0) + 1;
    if (moves > mostSteps) return false;
    this.moves[place] = moves;
    this.steps.add(place, constraint, value);
    return true;
  }

  private settle(cell: CellNumber, position: number): void {
    if ((this.minimum[cell] ?? 0) > (this.maximum[cell] ?? Infinity)) {
      this.failed = position;
      return;
    }
    this.wakeAll(cell);
  }

  private wakeAll(cell: CellNumber): void {
    for (const other of this.network.constraintsOf[cell] ?? []) this.wake(other);
  }

  private wake(position: number): void {
    if (this.waiting[position] !== 0) return;
    this.waiting[position] = 1;
    this.queued.push(position);
  }
}

function placeOf(cell: CellNumber, side: Side): number {
  return side === "minimum" ? 2 * cell : 2 * cell + 1;
}
