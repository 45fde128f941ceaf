import { inclusionReader } from "./count-items.js";
import { type Inclusion, type Partition, positionFinder, refuseFaultyKeys } from "./dimension.js";
import { fieldsOf, type Measure, numbersOf } from "./measure.js";
import type {
  KeysOfKind,
  KindsOfMeasures,
  Prepared,
  PreparedBy,
  PreparedInclusion,
  PreparedMeasure,
  PreparedPartition,
} from "./prepared.js";
import { dimensionOf } from "./tally.js";

/**
 * Asks items for their keys and measures once, so that any number of tallies can be counted of them, by any of the partitions
 * and with any of the inclusions and measures: see `tallyPrepared`.
 *
 * Each function is called once for each item. It pays from the second tally on; for one alone use `tally`. What is prepared takes 4
 * bytes for each item and each partition or inclusion, and 8 for each field of a measure. It is a snapshot: items that are changed
 * or added afterwards are not in it. No items can be prepared, and give tallies of zeros.
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
): Prepared<KeysOfKind<C, "partition">, KeysOfKind<C, "inclusion">, KindsOfMeasures<C>> {
  const writers = Object.entries<PreparedBy<Item>[string]>(columns).map(([name, column]) => ({
    name,
    ...writerOf(name, column),
  }));
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

  const prepared = (list: ListName) =>
    Object.fromEntries(
      writers.flatMap(({ name, finish }) => {
        const column = finish()[list];
        return column === undefined ? [] : [[name, column]];
      }),
    );
  return {
    kind: "prepared",
    items: size,
    partitions: prepared("partitions"),
    inclusions: prepared("inclusions"),
    measures: prepared("measures"),
    // Each column stands in the list of its kind, which the compiler does not follow.
  } as unknown as Prepared<KeysOfKind<C, "partition">, KeysOfKind<C, "inclusion">, KindsOfMeasures<C>>;
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

type ListName = "partitions" | "inclusions" | "measures";

/** Fills a column. */
interface Writer<Item> {
  /** Writes what it reads of the items, from a place on. */
  readonly write: (items: readonly Item[], start: number) => void;
  /** Makes room for so many items, keeping what is written of them. */
  readonly resize: (items: number) => void;
  readonly finish: () => {
    readonly partitions?: PreparedPartition;
    readonly inclusions?: PreparedInclusion;
    readonly measures?: PreparedMeasure;
  };
}

function writerOf<Item>(name: string, column: PreparedBy<Item>[string]): Writer<Item> {
  if (column.kind === "partition") return partitionWriter(name, column);
  return column.kind === "inclusion" ? inclusionWriter(name, column) : measureWriter(column);
}

function partitionWriter<Item>(name: string, { keys, keyOf, sequence = [] }: Partition<Item>): Writer<Item> {
  refuseFaultyKeys(name, keys, sequence);
  const positionOf = positionFinder(name, keys);
  let codes = new Int32Array(0);
  return {
    write: (items, start) => {
      let place = start;
      for (const item of items) {
        codes[place++] = positionOf(keyOf(item));
      }
    },
    resize: (items) => {
      codes = resized(codes, items);
    },
    finish: () => ({ partitions: { ...dimensionOf(name, { keys, sequence }), codes } }),
  };
}

function inclusionWriter<Item>(name: string, inclusion: Inclusion<Item>): Writer<Item> {
  refuseFaultyKeys(name, inclusion.keys);
  const keysIn = inclusionReader(inclusion, name);
  const { sets, numberOf } = setNumbering(inclusion.keys.length);
  let codes = new Int32Array(0);
  return {
    write: (items, start) => {
      let place = start;
      for (const item of items) codes[place++] = numberOf(keysIn(item));
    },
    resize: (items) => {
      codes = resized(codes, items);
    },
    finish: () => ({ inclusions: { keys: inclusion.keys, sets, codes } }),
  };
}

function measureWriter<Item>(measure: Measure<Item>): Writer<Item> {
  let fields = fieldsOf[measure.kind].map(() => new Float64Array(0));
  return {
    write: (items, start) => {
      for (const [nth, item] of items.entries()) {
        const numbers = numbersOf(measure, item);
        for (const [field, values] of fields.entries()) values[start + nth] = numbers[field] ?? 0;
      }
    },
    resize: (items) => {
      fields = fields.map((values) => resized(values, items));
    },
    finish: () => ({ measures: { measure: measure.kind, fields } }),
  };
}

/** The column with room for so many items, keeping what is written of them. */
function resized<Column extends Int32Array | Float64Array>(column: Column, items: number): Column {
  if (column.length === items) return column;
  const other = new (column.constructor as new (length: number) => Column)(items);
  other.set(column.subarray(0, items));
  return other;
}

/** Numbers sets of positions as they are met, whatever order they are in. The empty set is 0. */
function setNumbering(keys: number): {
  readonly sets: readonly (readonly number[])[];
  readonly numberOf: (positions: readonly number[]) => number;
} {
  const sets: (readonly number[])[] = [[]];
  /** The set that one more position makes of a set. */
  const larger = new Map<number, number>();
  return {
    sets,
    numberOf: (positions) => {
      let set = 0;
      for (const position of positions.length > 1 ? [...positions].sort(ascending) : positions) {
        const step = set * keys + position;
        const next = larger.get(step) ?? sets.length;
        if (next === sets.length) {
          sets.push([...(sets[set] ?? []), position]);
          larger.set(step, next);
        }
        set = next;
      }
      return set;
    },
  };
}

const ascending = (a: number, b: number) => a - b;
