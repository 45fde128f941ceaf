import { CasualtyError } from "../error.js";
import { positionOf, positionsOf } from "./dimension.js";
import type { MeasureKind } from "./measure.js";
import { type Selection, selector } from "./read.js";
import { type KeysOfPartitions, type Partitions, type Question, shapeOf } from "./tally.js";

/**
 * The ids of the items behind a selection of a tally, in the order of the items: recomputed from the records, by the
 * same question that the tally answered (a tally is plain data and holds no functions).
 *
 * `within` names a key of the inclusion: the ids of the children among them. Errors: those of `at`, and
 * `inclusion-unknown`.
 *
 * @example
 * const by = { parity: partition({ keys: ["even", "odd"], keyOf: ({ n }: { n: number }) => (n % 2 === 0 ? "even" : "odd") }) };
 * behind([{ id: "a", n: 1 }, { id: "b", n: 2 }], { by }, { parity: "odd" }) // ["a"]
 */
export function behind<
  Item extends { readonly id: string },
  B extends Partitions<Item>,
  I extends string = never,
  M extends MeasureKind = "count",
>(
  items: Iterable<Item>,
  question: Question<Item, B, I, M>,
  selection: Selection<KeysOfPartitions<NoInfer<B>>>,
  within?: NoInfer<I>,
): string[] {
  const selects = selector(shapeOf(question).dimensions, selection);
  const { including } = question;
  if (within !== undefined && including?.keys.includes(within) !== true) {
    throw new CasualtyError("inclusion-unknown", `"${within}" is not included by this question.`, {
      inclusion: within,
      inclusions: including?.keys ?? [],
    });
  }
  const partitions = Object.entries(question.by).map(([name, { keys, keyOf }]) => ({
    name,
    keyOf,
    positions: positionsOf(keys),
  }));
  const ids: string[] = [];
  for (const item of items) {
    const cell = partitions.reduce(
      (index, { name, keyOf, positions }) =>
        index * positions.size + positionOf(positions, name, keyOf(item)),
      0,
    );
    if (!selects(cell)) continue;
    if (within !== undefined && including?.keysOf(item).includes(within) !== true) continue;
    ids.push(item.id);
  }
  return ids;
}
