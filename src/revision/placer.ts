import { cellNumbering } from "../tally/count-items.js";
import { positionOf, positionsOf } from "../tally/dimension.js";
import { gather, sumsFor } from "../tally/gather.js";
import { fieldsOf, type MeasureKind, numbersOf } from "../tally/measure.js";
import { type KeysOfPartitions, type Partitions, type Question, shapeOf } from "../tally/question.js";
import type { DimensionKeys, Shape, Tally } from "../tally/tally-data.js";

/** Where one item falls in a tally, and what it adds there. */
export interface Placed {
  /** The number of the cell. */
  readonly cell: number;
  /** The positions of its keys of the inclusion, ascending, each once. */
  readonly inside: readonly number[];
  /** In the order of the fields of the measure. */
  readonly numbers: readonly number[];
}

/** A question whose items are placed one by one, where `tally` would only count them. */
export interface Placer<Item, B, I extends string, M extends MeasureKind> {
  readonly shape: Shape<KeysOfPartitions<B>, I, M>;
  /** How many numbers a cell has: the fields of the measure, for the whole and for each key of the inclusion. */
  readonly width: number;
  readonly place: (item: Item) => Placed;
}

/** Refuses what `tally` refuses: of the question at once, of an item when it is placed. */
export function placerOf<Item, B extends Partitions<Item>, I extends string, M extends MeasureKind>(
  whose: string,
  question: Question<Item, B, I, M>,
  further: readonly string[] = [],
): Placer<Item, B, I, M> {
  const shape = shapeOf(whose, question, further);
  const cellOf = cellNumbering(question.by);
  const { including, measure } = question;
  const positions = positionsOf(shape.inclusions);
  const insideOf = (item: Item): readonly number[] => {
    const keys = including?.keysOf(item) ?? [];
    if (keys.length === 0) return nowhere;
    const inside = keys.map((key) => positionOf(positions, "the inclusion", key));
    return inside.length === 1 ? inside : [...new Set(inside)].sort((a, b) => a - b);
  };
  return {
    shape,
    width: fieldsOf[shape.measure].length * (1 + shape.inclusions.length),
    place: (item) => ({ cell: cellOf(item), inside: insideOf(item), numbers: numbersOf(measure, item) }),
  };
}

const nowhere: readonly number[] = [];

/** Whether two items fall into one cell, under the same keys of the inclusion, and add the same. */
export function samePlace(one: Placed, other: Placed): boolean {
  return (
    one.cell === other.cell &&
    sameNumbers(one.inside, other.inside) &&
    sameNumbers(one.numbers, other.numbers)
  );
}

function sameNumbers(one: readonly number[], other: readonly number[]): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((number, nth) => number === other[nth]);
}

/** The tally of items that were placed: what `tally` of them gives, without asking them again. */
export function tallyPlaced<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  shape: Shape<K, I, M>,
  items: readonly Placed[],
): Tally<K, I, M> {
  const sums = sumsFor(shape);
  for (const { cell, inside, numbers } of items) {
    const start = sums.startOf(cell);
    sums.add(start, numbers);
    for (const position of inside) sums.add(start + (1 + position) * numbers.length, numbers);
  }
  return gather(shape, sums);
}

/** Adds what an item adds to the numbers of its cell, `times` over: -1 takes it away. */
export function addPlaced(sums: number[], { inside, numbers }: Placed, times: 1 | -1): void {
  const fields = numbers.length;
  for (let field = 0; field < fields; field++) {
    const amount = times * (numbers[field] ?? 0);
    sums[field] = (sums[field] ?? 0) + amount;
    for (const position of inside) {
      const column = (1 + position) * fields + field;
      sums[column] = (sums[column] ?? 0) + amount;
    }
  }
}
