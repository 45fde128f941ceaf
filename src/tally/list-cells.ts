import { CasualtyError } from "../error.js";
import { type Axis, axesOf, cellsOf, keyOfCell } from "./axes.js";
import { columnsOf, numbersAt, refuseUnlessTally } from "./cells.js";
import type { MeasureKind } from "./measure.js";
import { type Cell, cellOf } from "./read.js";
import type { DimensionKeys, Tally } from "./tally-data.js";

/** A cell of a tally with the key that it has in each dimension. */
export interface KeyedCell<
  K extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> extends Cell<I, M> {
  readonly key: { readonly [Name in keyof K]: K[Name] };
}

/**
 * Gives every cell of a tally with its keys, zeros included, in the order of the keys (the last dimension runs fastest).
 *
 * There are as many as the product of the dimensions' keys: one cell without dimensions, none if a dimension has no keys. One
 * pass over the tally: for a whole table this is what to use, for a few cells `at`.
 *
 * @throws `tally-too-wide` if a list cannot hold so many cells; `tally-not-additive` if it is no tally.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * listCells(tally(["a"], { by })).map(({ key, count }) => [key.letter, count]) // [["a", 1], ["b", 0]]
 */
export function listCells<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
): KeyedCell<K, I, M>[] {
  refuseUnlessTally(tally, "listCells");
  const axes = axesOf(tally.dimensions);
  const columns = columnsOf(tally);
  const cells = cellsOf(axes);
  if (cells >= 2 ** 32) {
    throw new CasualtyError(
      "tally-too-wide",
      `This tally has ${cells} cells, zeros included, more than a list can hold: keep fewer dimensions with marginal.`,
      { cells },
    );
  }
  let slot = 0;
  return Array.from({ length: cells }, (_, cell) =>
    keyedCell(tally, axes, cell, numbersAt(columns, tally.cells[slot] === cell ? slot++ : undefined)),
  );
}

/**
 * Gives the cells of a tally that are not zero with their keys, in the order of the keys (the last dimension runs fastest).
 *
 * One pass over the tally, however many cells there are with the zeros: for tallies of many keys in which few meet, such as
 * places by perpetrators. A tally of no items gives none.
 *
 * @throws `tally-not-additive` if it is no tally.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * listFilledCells(tally(["a"], { by })).map(({ key, count }) => [key.letter, count]) // [["a", 1]]
 */
export function listFilledCells<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
): KeyedCell<K, I, M>[] {
  refuseUnlessTally(tally, "listFilledCells");
  const axes = axesOf(tally.dimensions);
  const columns = columnsOf(tally);
  return tally.cells.map((cell, slot) => keyedCell(tally, axes, cell, numbersAt(columns, slot)));
}

function keyedCell<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
  axes: readonly Axis[],
  cell: number,
  numbers: readonly number[],
): KeyedCell<K, I, M> {
  // The names and keys are those of the dimensions, which the compiler cannot tell from entries.
  const key = keyOfCell(axes, cell) as KeyedCell<K, I, M>["key"];
  return { key, ...cellOf(tally, numbers) };
}
