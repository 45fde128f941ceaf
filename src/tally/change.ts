import { axesOf, keyOfCell } from "./axes.js";
import { filledCells, refuseUnlessCounts, refuseUnlessTally, zerosFor } from "./cells.js";
import { refuseDifferentShapes } from "./check-shape.js";
import type { DimensionKeys, NoDimensionLess, Tally } from "./tally.js";

/** A count before and after, and the signed difference. */
export interface Difference {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
}

/** One cell that is not the same in two tallies. */
export interface ChangedCell<K extends DimensionKeys = DimensionKeys, I extends string = string>
  extends Difference {
  readonly key: { readonly [Name in keyof K]: K[Name] };
  readonly including: { readonly [Key in I]: Difference };
}

/** What differs between two tallies of one shape. It may be negative, so it is no tally: `total` and `merge` refuse it. */
export interface Change<K extends DimensionKeys = DimensionKeys, I extends string = string> {
  readonly kind: "change";
  /** The cells that differ, in the order of the keys; all others are equal. */
  readonly cells: readonly ChangedCell<K, I>[];
}

/**
 * Gives what changed from one tally of counts to another, cell by cell; equal tallies give no cells.
 *
 * A cell is listed if its count changed, or any part that it includes.
 *
 * @throws `tally-dimensions-differ`, `tally-keys-differ` or `tally-measures-differ` if the cells do not mean the same in both,
 * or hold ranges; `tally-not-additive` if one is no tally.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * changeBetween(tally(["a", "a"], { by }), tally(["a"], { by })).cells[0]?.difference // -1
 */
export function changeBetween<K extends DimensionKeys, I extends string, L extends DimensionKeys>(
  before: Tally<K, I>,
  after: Tally<L, NoInfer<I>> & Tally<NoInfer<K>, NoInfer<I>> & NoDimensionLess<K, L>,
): Change<K, I> {
  for (const tally of [before, after]) refuseUnlessTally(tally, "changeBetween");
  refuseDifferentShapes(before, after);
  refuseUnlessCounts(before, "changeBetween");
  const axes = axesOf(before.dimensions);
  const zeros = zerosFor(before);
  const [filledBefore, filledAfter] = [filledCells(before), filledCells(after)];
  const cells = [...new Set([...before.cells, ...after.cells])]
    .sort((a, b) => a - b)
    .flatMap((cell) => {
      const [was, is] = [filledBefore.get(cell) ?? zeros, filledAfter.get(cell) ?? zeros];
      if (was.every((number, column) => number === is[column])) return [];
      const parts = before.inclusions.map((key, nth) => [key, differenceIn(1 + nth, was, is)]);
      return {
        // Named by the dimensions and by the keys of the inclusion, which the compiler cannot tell from entries.
        key: keyOfCell(axes, cell) as ChangedCell<K, I>["key"],
        ...differenceIn(0, was, is),
        including: Object.fromEntries(parts) as ChangedCell<K, I>["including"],
      };
    });
  return { kind: "change", cells };
}

function differenceIn(column: number, was: readonly number[], is: readonly number[]): Difference {
  const [before, after] = [was[column] ?? 0, is[column] ?? 0];
  return { before, after, difference: after - before };
}
