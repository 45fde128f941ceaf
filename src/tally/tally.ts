import { checkedItems } from "../error.js";
import { countingInto } from "./count-items.js";
import { gather, sumsFor } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import { type KeysOfPartitions, type Partitions, type Question, shapeOf } from "./question.js";
import type { Tally } from "./tally-data.js";

/**
 * Counts items by any number of partitions at once, with an inclusion beside each count.
 *
 * Each partition and the inclusion are asked once for each item. No items give a tally of zeros, which is the identity of
 * `merge`; no partitions give one cell, the total. For two collections, `tally` of both together is `merge` of their tallies.
 *
 * @throws `dimension-key-unknown` if a partition or the inclusion answers outside its keys; `dimension-keys-repeated`;
 * `dimension-name-taken` if two columns of the rows would have one name; `count-not-whole` or `count-unsafe` if a measure is no
 * count, or a sum is above 2^53 - 1; `tally-too-wide` if there are more cells than that; `options-malformed` if the question has a
 * field that there is not, or no `by`.
 *
 * @example
 * const byParity = partition({ keys: ["even", "odd"], keyOf: (n: number) => (n % 2 === 0 ? "even" : "odd") });
 * const parity = tally([1, 2, 3], { by: { parity: byParity } });
 * at(parity, { parity: "odd" }).count // 2
 */
// `const Item`, since items that are written in place are then no wider than what a partition sorts.
export function tally<
  const Item,
  B extends Partitions<Item>,
  I extends string = never,
  M extends MeasureKind = "count",
>(items: Iterable<Item>, question: Question<Item, B, I, M>): Tally<KeysOfPartitions<B>, I, M> {
  const shape = shapeOf("tally", question);
  const sums = sumsFor(shape);
  const count = countingInto(sums, question);
  for (const item of checkedItems(items, "tally", "a list of items")) count(item);
  return gather(shape, sums);
}
