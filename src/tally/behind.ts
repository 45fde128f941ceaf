import { CasualtyError, checkedItems } from "../error.js";
import { cellNumbering } from "./count-items.js";
import type { MeasureKind } from "./measure.js";
import { type KeysOfPartitions, type Partitions, type Question, shapeOf } from "./question.js";
import type { Selection } from "./read.js";
import { selector } from "./selection.js";

/**
 * Gives the ids of the items behind a selection of a tally, in the order of the items: recomputed from the records, by the
 * same question that the tally answered (a tally is plain data and holds no functions).
 *
 * `within` names a key of the inclusion: the ids of the children among them. No items give no ids. Every item is asked for
 * every key, as by `tally`, so that the same answers are refused.
 *
 * @throws `inclusion-unknown`; what `at` throws for a selection; `dimension-key-unknown` if a partition answers outside its keys.
 *
 * @example
 * const by = { parity: partition({ keys: ["even", "odd"], keyOf: ({ n }: { n: number }) => (n % 2 === 0 ? "even" : "odd") }) };
 * behind([{ id: "a", n: 1 }, { id: "b", n: 2 }], { by }, { parity: "odd" }) // ["a"]
 */
export function behind<
  const Item extends { readonly id: string },
  B extends Partitions<Item>,
  I extends string = never,
  M extends MeasureKind = "count",
>(
  items: Iterable<Item>,
  question: Question<Item, B, I, M>,
  selection: Selection<KeysOfPartitions<NoInfer<B>>>,
  within?: NoInfer<I>,
): string[] {
  const selects = selector(shapeOf("behind", question).dimensions, selection);
  const { including } = question;
  const inclusions = including?.keys ?? [];
  if (within !== undefined && !inclusions.includes(within)) {
    throw new CasualtyError(
      "inclusion-unknown",
      `"${within}" is not included by this question: it has ${inclusions.join(", ") || "none"}.`,
      { inclusion: within, inclusions },
    );
  }
  const cellOf = cellNumbering(question.by);
  const ids: string[] = [];
  for (const item of checkedItems(items, "behind", "a list of items")) {
    if (!selects(cellOf(item))) continue;
    if (within !== undefined && including?.keysOf(item).includes(within) !== true) continue;
    ids.push(item.id);
  }
  return ids;
}
