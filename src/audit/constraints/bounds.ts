import type { CellNumber, Constraint } from "./constraint.js";
import type { Deduction, Failure, Side } from "./steps.js";

/** The whole numbers between which every cell lies. */
export interface Ranges {
  readonly kind: "bounds";
  readonly minimum: Float64Array;
  /** `Infinity` where nothing bounds a cell. */
  readonly maximum: Float64Array;
}

/** The bounds of every cell that constraints imply. */
export interface Bounds extends Ranges {
  /** The constraints from which a bound follows, by their positions. */
  readonly reasons: (cell: CellNumber, side: Side) => readonly number[];
  /** How a bound was found; null if nothing bounds the cell on that side. */
  readonly deduction: (cell: CellNumber, side: Side) => Deduction | null;
  /** Between what fractions of a whole that nothing bounds a cell lies, by the shares of it that are printed; null if none say it. */
  readonly shareOf: (whole: CellNumber, cell: CellNumber) => Share | null;
  /**
   * What there would be with other constraints, on the same cells, in the place of some: null for none; positions after the last
   * are those of more. What does not rest on these is kept, so that it costs as much as does.
   */
  readonly instead: (others: ReadonlyMap<number, Constraint | null>) => Ranges | Pick<Contradiction, "kind">;
}

/** From `minimum / of` up to `maximum / of` of a whole. */
export interface Share {
  readonly minimum: number;
  readonly maximum: number;
  readonly of: number;
}

/** That no whole numbers satisfy all constraints: proved from these, by their positions. */
export interface Contradiction {
  readonly kind: "contradiction";
  readonly constraints: readonly number[];
  /** The constraint that cannot be satisfied in the end, with how its bounds were found; null if it is shares of one whole that exclude each other, whatever its number. */
  readonly failure: (() => Failure) | null;
}
