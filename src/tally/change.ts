import { axesOf, keyOfCell } from "./axes.js";
import { columnsOf, numbersAt, refuseUnlessCounts, refuseUnlessTally } from "./cells.js";
import { refuseDifferentShapes } from "./check-shape.js";
import type { DimensionKeys, NoDimensionLess, Tally } from "./tally-data.js";

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
  const [columnsBefore, columnsAfter] = [columnsOf(before), columnsOf(after)];
  const cells: ChangedCell<K, I>[] = [];
  for (const { cell, slots } of inStep(before.cells, after.cells)) {
    const [was, is] = [numbersAt(columnsBefore, slots[0]), numbersAt(columnsAfter, slots[1])];
    if (was.every((number, column) => number === is[column])) continue;
    const parts = before.inclusions.map((key, nth) => [key, differenceIn(1 + nth, was, is)]);
    cells.push({
      // Named by the dimensions and by the keys of the inclusion, which the compiler cannot tell from entries.
      key: keyOfCell(axes, cell) as ChangedCell<K, I>["key"],
      ...differenceIn(0, was, is),
      including: Object.fromEntries(parts) as ChangedCell<K, I>["including"],
    });
  }
  return { kind: "change", cells };
}

/** The cells of two ascending lists, each once, with the slot that it has in either. */
function* inStep(
  before: readonly number[],
  after: readonly number[],
): Iterable<{ readonly cell: number; readonly slots: readonly [number | undefined, number | undefined] }> {
  let [old, now] = [0, 0];
  while (old < before.length || now < after.length) {
    const [was, is] = [before[old] ?? Number.POSITIVE_INFINITY, after[now] ?? Number.POSITIVE_INFINITY];
    const cell = Math.min(was, is);
    yield { cell, slots: [was === cell ? old++ : undefined, is === cell ? now++ : undefined] };
  }
}

function differenceIn(column: number, was: readonly number[], is: readonly number[]): Difference {
  const [before, after] = [was[column] ?? 0, is[column] ?? 0];
  return { before, after, difference: after - before };
}
