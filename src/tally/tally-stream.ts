import { checkedItems } from "../error.js";
import { countingInto } from "./count-items.js";
import { gather, sumsFor } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import { type KeysOfPartitions, type Partitions, type Question, shapeOf } from "./question.js";
import type { Tally } from "./tally-data.js";

/**
 * Gives what `tally` gives, of items that arrive one after another: rows of a file that is larger than the memory, or of a
 * database's cursor.
 *
 * No item is held: the room that it takes grows with the cells that are reached, not with the items. Where items arrive in
 * batches, `merge` of the tallies of the batches is the same and faster, since each item that is awaited costs its own turn.
 *
 * @throws what `tally` throws, as a rejection; what the items throw while they are read.
 *
 * @example
 * async function* lines() { yield "apple"; yield "bean"; }
 * const byLetter = partition({ keys: ["a", "b"], keyOf: (word: string) => (word.startsWith("a") ? "a" : "b") });
 * tallyStream(lines(), { by: { letter: byLetter } }).then((words) => total(words).count) // 2
 */
export async function tallyStream<
  const Item,
  B extends Partitions<Item>,
  I extends string = never,
  M extends MeasureKind = "count",
>(items: AsyncIterable<Item>, question: Question<Item, B, I, M>): Promise<Tally<KeysOfPartitions<B>, I, M>> {
  const shape = shapeOf("tallyStream", question);
  const sums = sumsFor(shape);
  const count = countingInto(sums, question);
  for await (const item of checkedItems(items, "tallyStream", "a stream of items")) count(item);
  return gather(shape, sums);
}
