import { type Axis, positionIn } from "./axes.js";
import { eachCell } from "./cells.js";
import { gather } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import type { AnyTally, DimensionKeys, Shape, Tally } from "./tally.js";

/** Where the keys of one dimension go: the position of each among `size` new ones, or nowhere. */
export interface Move {
  readonly from: Axis;
  readonly size: number;
  readonly to: readonly (number | undefined)[];
}

/** A move that leaves every key where it is. */
export function unmoved(from: Axis): Move {
  return { from, size: from.keys.length, to: from.keys.map((_, position) => position) };
}

/**
 * The tally of another shape, its cells gathered from those of `tally`: one move for each of its dimensions, in their order.
 * Cells with a key that goes nowhere are left out.
 */
export function moveCells<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: AnyTally,
  shape: Shape<K, I, M>,
  moves: readonly Move[],
): Tally<K, I, M> {
  return gather(shape, (add) => {
    eachCell(tally, (cell, numbers) => {
      let target = 0;
      for (const { from, size, to } of moves) {
        const position = to[positionIn(from, cell)];
        if (position === undefined) return;
        target = target * size + position;
      }
      add(target, 0, numbers);
    });
  });
}
