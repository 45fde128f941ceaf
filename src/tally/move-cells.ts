import { type Axis, axesOf, positionIn } from "./axes.js";
import { columnsOf } from "./cells.js";
import { positionsOf } from "./dimension.js";
import { gather, sumsFor, widthOf } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import { Sums } from "./sums.js";
import type { AnyTally, Dimension, DimensionKeys, Shape, Tally } from "./tally.js";

/** Where the keys of one dimension go: the position of each among `size` new ones, or nowhere. */
export interface Move {
  readonly from: string;
  readonly size: number;
  readonly to: readonly (number | undefined)[];
}

/** A move that leaves every key where it is. */
export function unmoved({ name, keys }: Dimension): Move {
  return { from: name, size: keys.length, to: keys.map((_, position) => position) };
}

/** Moves that leave every key where it is named again, and those that are not nowhere. */
export function movesTo(from: readonly Dimension[], to: readonly Dimension[]): Move[] {
  return from.map(({ name, keys }, nth) => {
    const positions = positionsOf(to[nth]?.keys ?? []);
    return { from: name, size: positions.size, to: keys.map((key) => positions.get(key)) };
  });
}

/**
 * The tally of another shape, its cells gathered from those of `tally`: one move for each of its dimensions, in their order.
 * Keys of a dimension that no move is from come together; cells with a key that goes nowhere are left out.
 */
export function moveCells<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: AnyTally,
  shape: Shape<K, I, M>,
  moves: readonly Move[],
): Tally<K, I, M> {
  const sums = sumsFor(shape);
  addMoved(sums, tally, moves);
  return gather(shape, sums);
}

/** The sums of all cells of a tally that the moves do not leave out, without dimensions: one number for each column. */
export function sumOfMoved(tally: AnyTally, moves: readonly Move[]): number[] {
  const sums = new Sums(1, widthOf(tally));
  addMoved(sums, tally, moves);
  return [...sums.numbers];
}

/** Adds every cell of a tally to the sums, where the moves take it. */
export function addMoved(sums: Sums, { cells, ...tally }: AnyTally, moves: readonly Move[]): void {
  const targetOf = cellMover(axesOf(tally.dimensions), moves, cells.length);
  const columns = columnsOf({ cells, ...tally });
  const starts = new Float64Array(Math.min(cells.length, blockLength));
  for (let from = 0; from < cells.length; from += blockLength) {
    const to = Math.min(cells.length, from + blockLength);
    for (let slot = from; slot < to; slot++) {
      const target = targetOf(cells[slot] ?? Number.NaN);
      starts[slot - from] = Number.isNaN(target) ? target : sums.startOf(target);
    }
    columns.forEach((column, nth) => {
      addColumn(sums.numbers, nth, column.slice(from, to), starts);
    });
  }
}

/** As many cells as are moved at once: where they go stays in the processor's cache while the columns are added. */
const blockLength = 2048;

function addColumn(
  numbers: Float64Array,
  offset: number,
  column: readonly number[],
  starts: Float64Array,
): void {
  for (let slot = 0; slot < column.length; slot++) {
    const start = starts[slot] ?? Number.NaN;
    if (Number.isNaN(start)) continue;
    const number = column[slot];
    // A tally may come from another program: what is no whole number makes a sum that is refused.
    numbers[start + offset] =
      (numbers[start + offset] ?? 0) + (Number.isSafeInteger(number) ? (number ?? 0) : Number.NaN);
  }
}

/**
 * Where the moves take a cell, `NaN` being nowhere.
 *
 * A place is a sum of steps, one for the key of each axis. The steps of the last axes, over which cells run fastest, are added
 * up beforehand in a table; those of the first axes once for each run of cells through it, for cells come ascending.
 */
function cellMover(axes: readonly Axis[], moves: readonly Move[], cells: number): (cell: number) => number {
  const outer = axes.map((axis) => ({ axis, steps: stepsOf(axis, moves) }));
  let table = [0];
  for (let last = outer.at(-1); last !== undefined; last = outer.at(-1)) {
    if (last.steps.length * table.length > cells + smallTable) break;
    const inner = table;
    table = last.steps.flatMap((step) => inner.map((place) => step + place));
    outer.pop();
  }
  let [start, end, offset] = [0, 0, 0];
  return (cell) => {
    if (cell < start || cell >= end) {
      start = cell - (cell % table.length);
      end = start + table.length;
      offset = 0;
      for (const { axis, steps } of outer) offset += steps[positionIn(axis, cell)] ?? Number.NaN;
    }
    return offset + (table[cell - start] ?? Number.NaN);
  };
}

/** A table may have so many entries more than there are cells to look up in it. */
const smallTable = 1024;

/** How far each key of an axis moves a cell: the new positions, by the steps of the new axes. */
function stepsOf({ name, keys }: Axis, moves: readonly Move[]): number[] {
  const steps = keys.map(() => 0);
  let stride = 1;
  for (const { from, size, to } of [...moves].reverse()) {
    if (from === name) {
      for (const [position, target] of to.entries()) {
        steps[position] = (steps[position] ?? 0) + (target === undefined ? Number.NaN : target * stride);
      }
    }
    stride *= size;
  }
  return steps;
}
