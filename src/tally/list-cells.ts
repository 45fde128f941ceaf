import { eachCell, positionIn, refuseUnlessTally, stridesOf } from "./cells.js";
import type { MeasureKind } from "./measure.js";
import { type Cell, cellOf } from "./read.js";
import type { DimensionKeys, Tally } from "./tally.js";

/** A cell of a tally with the key that it has in each dimension. */
export interface KeyedCell<K extends DimensionKeys, I extends string, M extends MeasureKind> extends Cell<I, M> {
  readonly key: { readonly [Name in keyof K]: K[Name] };
}

/**
 * Every cell of a tally with its keys, zeros included, in the order of the keys (the last dimension runs fastest).
 *
 * As many as the product of the dimensions' keys. One pass: for a whole table this is what to use, for a few cells `at`.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * listCells(tally(["a"], { by })).map(({ key, count }) => [key.letter, count]) // [["a", 1], ["b", 0]]
 */
export function listCells<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
): KeyedCell<K, I, M>[] {
  refuseUnlessTally(tally, "listCells");
  const strides = stridesOf(tally.dimensions);
  const filled = new Map<number, readonly number[]>();
  eachCell(tally, (cell, numbers) => {
    filled.set(cell, numbers);
  });
  const length = tally.dimensions.reduce((product, { keys }) => product * keys.length, 1);
  return Array.from({ length }, (_, cell) => {
    const keys = tally.dimensions.map((dimension, nth) => {
      const stride = strides[nth];
      return [dimension.name, stride === undefined ? undefined : dimension.keys[positionIn(stride, cell)]];
    });
    return {
      key: Object.fromEntries(keys) as KeyedCell<K, I, M>["key"],
      ...cellOf(tally, filled.get(cell) ?? []),
    };
  });
}
