/* eslint-disable @typescript-eslint/no-non-null-assertion --
   Cells are read within their list. What is read beside the table is no number, and neither is the place that it is added to:
   to ask whether it is there takes as long as all else. */

import { type Axis, positionIn } from "./axes.js";

/** Where the keys of one dimension go: the position of each among `size` new ones, or nowhere. */
export interface Move {
  readonly from: string;
  readonly size: number;
  readonly to: readonly (number | undefined)[];
}

/**
 * Tells where moves take a cell.
 *
 * That is a sum of steps, one for the key of each axis. The steps of the last axes, over which cells run fastest, are added up
 * beforehand in a table. Those of the first axes are added up once for each run of cells through the table: cells that come
 * ascending cost one look-up each, and no division.
 */
export class CellMover {
  private readonly outer: readonly { readonly axis: Axis; readonly steps: Float64Array }[];
  private readonly table: Float64Array;

  /** Of the axes of a tally of so many cells. */
  constructor(axes: readonly Axis[], moves: readonly Move[], cells: number) {
    const outer = axes.map((axis) => ({ axis, steps: stepsOf(axis, moves) }));
    let table: Float64Array = new Float64Array(1);
    for (let last = outer.at(-1); last !== undefined; last = outer.at(-1)) {
      // A larger table would take longer to make than it saves.
      if (last.steps.length * table.length > Math.max(smallTable, cells / 8)) break;
      table = sumsOfSteps(last.steps, table);
      outer.pop();
    }
    this.outer = outer;
    this.table = table;
  }

  /** Writes where the cells from a slot on go, `NaN` being nowhere, as many as there are targets. */
  move(cells: readonly number[], from: number, targets: Float64Array): void {
    const { table } = this;
    let nth = 0;
    while (nth < targets.length) {
      let cell = cells[from + nth]!;
      const start = cell - (cell % table.length);
      const end = start + table.length;
      const offset = this.offsetOf(cell);
      do {
        targets[nth] = offset + table[cell - start]!;
        nth++;
        // Nothing is read behind the end of a list: V8 would expect it ever after, and read slowly.
        if (nth === targets.length) return;
        cell = cells[from + nth]!;
      } while (cell >= start && cell < end);
    }
  }

  /** Where the run of cells through the table starts that a cell is in. */
  private offsetOf(cell: number): number {
    let offset = 0;
    for (const { axis, steps } of this.outer) offset += steps[positionIn(axis, cell)] ?? Number.NaN;
    return offset;
  }
}

/** A table of so many entries is always worth making. */
const smallTable = 64;

/** Every step of an axis with every entry of a table, the table running fastest. */
function sumsOfSteps(steps: Float64Array, table: Float64Array): Float64Array {
  const sums = new Float64Array(steps.length * table.length);
  let nth = 0;
  for (const step of steps) for (const entry of table) sums[nth++] = step + entry;
  return sums;
}

/** How far each key of an axis moves a cell: the new positions, by the strides of the new axes. */
function stepsOf({ name, keys }: Axis, moves: readonly Move[]): Float64Array {
  const steps = new Float64Array(keys.length);
  let stride = 1;
  for (const { from, size, to } of [...moves].reverse()) {
    if (from === name) {
      to.forEach((position, nth) => {
        steps[nth] = (steps[nth] ?? 0) + (position === undefined ? Number.NaN : position * stride);
      });
    }
    stride *= size;
  }
  return steps;
}
