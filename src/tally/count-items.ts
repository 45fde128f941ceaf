import { type Inclusion, positionFinder } from "./dimension.js";
import { fieldsOf, type MeasureKind, numbersOf } from "./measure.js";
import type { Partitions, Question } from "./question.js";
import type { Sums } from "./sums.js";

/**
 * Counts items into the sums of a question's tally, one at a time, so that they need not be held.
 *
 * Each partition, the inclusion and the measure are asked once for each item.
 */
export function countingInto<Item, B extends Partitions<Item>, I extends string, M extends MeasureKind>(
  sums: Sums,
  { by, including, measure }: Question<Item, B, I, M>,
): (item: Item) => void {
  const cellOf = cellNumbering(by);
  const keysIn = including === undefined ? undefined : inclusionReader(including);
  // Most items add 1, which is worth a loop less.
  if (measure === undefined) {
    return (item) => {
      const start = sums.startOf(cellOf(item));
      sums.addOne(start);
      if (keysIn === undefined) return;
      for (const position of keysIn(item)) sums.addOne(start + 1 + position);
    };
  }
  const width = fieldsOf[measure.kind].length;
  return (item) => {
    const start = sums.startOf(cellOf(item));
    const numbers = numbersOf(measure, item);
    sums.add(start, numbers);
    if (keysIn === undefined) return;
    for (const position of keysIn(item)) sums.add(start + (1 + position) * width, numbers);
  };
}

/** The number of the cell that an item falls into: its keys read as digits, the last partition's running fastest. */
export function cellNumbering<Item>(by: Partitions<Item>): (item: Item) => number {
  const partitions = Object.entries(by).map(([name, { keys, keyOf }]) => ({
    name,
    keyOf,
    positionOf: positionFinder(name, keys),
    size: keys.length,
  }));
  const [first, ...others] = partitions;
  // By one partition alone there is nothing to combine, and the loop would take as long as the rest.
  if (first !== undefined && others.length === 0) {
    const { keyOf, positionOf } = first;
    return (item) => positionOf(keyOf(item));
  }
  return (item) => {
    let cell = 0;
    for (const { keyOf, positionOf, size } of partitions) cell = cell * size + positionOf(keyOf(item));
    return cell;
  };
}

/** Reads the positions of an item's keys of an inclusion, each once however often it is answered. */
export function inclusionReader<Item>(
  { keys, keysOf }: Pick<Inclusion<Item>, "keys" | "keysOf">,
  name = "the inclusion",
): (item: Item) => readonly number[] {
  const positionOf = positionFinder(name, keys);
  const alone = keys.map((_, position) => [position]);
  /** The last item that answered each key, counted from 1. */
  const lastOf = new Float64Array(keys.length);
  let items = 0;
  return (item) => {
    const answer = keysOf(item);
    // Most answer none, or one, and callers without types may answer one that is no text.
    if (answer.length === 0) return none;
    if (answer.length === 1) return alone[positionOf(answer[0] as string)] ?? none;
    items++;
    const found: number[] = [];
    for (const key of answer) {
      const position = positionOf(key);
      if (lastOf[position] === items) continue;
      lastOf[position] = items;
      found.push(position);
    }
    return found;
  };
}

const none: readonly number[] = [];
