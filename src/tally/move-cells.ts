/* eslint-disable @typescript-eslint/no-non-null-assertion --
   Places are read within their block and lie within the sums: to ask whether they are there takes as long as all else. */

import { axesOf } from "./axes.js";
import { CellMover, type Move } from "./cell-mover.js";
import { columnsOf } from "./cells.js";
import { positionsOf } from "./dimension.js";
import { gather, sumsFor, widthOf } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import { Sums } from "./sums.js";
import type { AnyTally, Dimension, DimensionKeys, Shape, Tally } from "./tally-data.js";

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
export function addMoved(sums: Sums, tally: AnyTally, moves: readonly Move[]): void {
  const { cells } = tally;
  const mover = new CellMover(axesOf(tally.dimensions), moves, cells.length);
  const columns = columnsOf(tally);
  const targets = new Float64Array(Math.min(cells.length, blockLength));
  for (let from = 0; from < cells.length; from += blockLength) {
    const places = targets.subarray(0, cells.length - from);
    mover.move(cells, from, places);
    sums.findPlaces(places);
    columns.forEach((column, offset) => {
      addColumn(sums.numbers, offset, column, from, places);
    });
  }
}

/** As many cells as are moved at once: where they go stays in the processor's cache while the columns are added. */
const blockLength = 2048;

/** What comes to one place, cell after cell, is added before it is written there: an addition in the memory waits for the last. */
function addColumn(
  numbers: Float64Array,
  offset: number,
  column: readonly number[],
  from: number,
  places: Float64Array,
): void {
  let place = Number.NaN;
  let sum = 0;
  for (let nth = 0; nth < places.length; nth++) {
    const next = places[nth]! + offset;
    if (next !== place) {
      // Left out is `NaN`: compared so that a number is known to follow.
      if (place >= 0) numbers[place] = sum;
      place = next;
      sum = place >= 0 ? numbers[place]! : 0;
    }
    const addend = column[from + nth];
    // A tally may come from another program. What is no number makes a sum that is refused; a text would be appended.
    sum += typeof addend === "number" ? addend : Number.NaN;
  }
  if (place >= 0) numbers[place] = sum;
}
