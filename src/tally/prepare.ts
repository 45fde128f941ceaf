import { checkedItems, checkedObject } from "../error.js";
import { type PreparedLists, writerOf } from "./column-writer.js";
import type { GroupingNames, KeysOfKind, KindsOfMeasures, Prepared, PreparedBy } from "./prepared.js";

/**
 * Asks items for their keys and measures once, so that any number of tallies can be counted of them, by any of the partitions
 * and with any of the inclusions and measures: see `tallyPrepared`; and of the groups that they belong to: see `tallyGroups`.
 *
 * Each function is called once for each item. It pays from the second tally on; for one alone use `tally`. What is prepared takes 1
 * byte for each item and each partition or inclusion (2 if it has more than 256 keys or sets of keys, 4 if more than 65,536), 4 for
 * each grouping but the first (and 4 for each group), and 8 for each field of a measure. It is a snapshot: items that are changed or added afterwards are not in it. No items can be prepared, and give tallies of zeros.
 *
 * @throws `dimension-key-unknown` if a partition or an inclusion answers outside its keys; `dimension-keys-repeated`;
 * `count-not-whole` or `count-unsafe` if a measure is no count.
 *
 * @example
 * const parity = partition({ keys: ["even", "odd"], keyOf: (n: number) => (n % 2 === 0 ? "even" : "odd") });
 * const size = partition({ keys: ["small", "large"], keyOf: (n: number) => (n < 10 ? "small" : "large") });
 * const numbers = prepare([1, 2, 30], { parity, size });
 * at(tallyPrepared(numbers, { by: ["size"] }), { size: "small" }).count // 2
 * at(tallyPrepared(numbers, { by: ["size", "parity"] }), { size: "large", parity: "odd" }).count // 0
 */
export function prepare<const Item, C extends PreparedBy<Item>>(
  items: Iterable<Item>,
  columns: C,
): Prepared<KeysOfKind<C, "partition">, KeysOfKind<C, "inclusion">, KindsOfMeasures<C>, GroupingNames<C>> {
  checkedItems(items, "prepare", "a list of items");
  const writers = Object.entries(checkedObject(columns, "prepare", "an object of dimensions by name")).map(
    ([name, column]) => ({ name, ...writerOf(name, column) }),
  );
  let size = 0;
  let room = 0;
  const resize = (length: number) => {
    room = length;
    for (const writer of writers) writer.resize(length);
  };
  resize(Array.isArray(items) ? items.length : firstRoom);
  for (const block of blocksOf(items)) {
    if (size + block.length > room) resize(2 * room);
    for (const { write } of writers) write(block, size);
    size += block.length;
  }
  resize(size);
  // Items of one group side by side: those of large groups are then read one after the other, not from all over the memory.
  const order = writers.find((writer) => writer.order !== undefined)?.order?.();
  if (order !== undefined) for (const { reorder } of writers) reorder(order);

  const finished = writers.map(({ name, finish }) => ({ name, column: finish() }));
  const listOf = (list: keyof PreparedLists) =>
    Object.fromEntries(
      finished.flatMap(({ name, column: { [list]: column } }) =>
        column === undefined ? [] : [[name, column]],
      ),
    );
  return {
    kind: "prepared",
    items: size,
    partitions: listOf("partitions"),
    inclusions: listOf("inclusions"),
    measures: listOf("measures"),
    groupings: listOf("groupings"),
    // Each column stands in the list of its kind, which the compiler does not follow.
  } as ReturnType<typeof prepare<Item, C>>;
}

/** Room for so many items, where it is not known how many there are. */
const firstRoom = 1024;

/**
 * The items in blocks, of which each column is written in a loop of its own.
 *
 * Only what is a list already comes in blocks of more than one: whoever yields items one by one may yield one object again and again.
 */
function* blocksOf<Item>(items: Iterable<Item>): Iterable<readonly Item[]> {
  if (!Array.isArray(items)) {
    for (const item of items) yield [item];
    return;
  }
  const list: readonly Item[] = items;
  for (let from = 0; from < list.length; from += blockLength) yield list.slice(from, from + blockLength);
}

/** So many items are written at once: they stay in the processor's cache for the next column. */
const blockLength = 512;
