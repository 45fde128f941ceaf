import { checkedObject, refuseUnless } from "../error.js";
import { narrowest } from "./codes.js";
import { inclusionReader } from "./count-items.js";
import { type Inclusion, type Partition, positionFinder, refuseFaultyKeys } from "./dimension.js";
import type { Grouping } from "./grouping.js";
import { groupsBySize } from "./groups-by-size.js";
import { fieldsOf, type Measure, numbersOf } from "./measure.js";
import { picked } from "./narrowed.js";
import { Numbering } from "./numbering.js";
import type {
  PreparedBy,
  PreparedGrouping,
  PreparedInclusion,
  PreparedMeasure,
  PreparedPartition,
} from "./prepared.js";
import { dimensionOf } from "./question.js";
import { setNumbering } from "./set-numbering.js";

/** The lists of prepared items in which a column of each kind stands. */
export interface PreparedLists {
  readonly partitions?: PreparedPartition;
  readonly inclusions?: PreparedInclusion;
  readonly measures?: PreparedMeasure;
  readonly groupings?: PreparedGrouping;
}

/** Fills a column. */
export interface ColumnWriter<Item> {
  /** Writes what it reads of the items, from a place on. */
  readonly write: (items: readonly Item[], start: number) => void;
  /** Makes room for so many items, keeping what is written of them. */
  readonly resize: (items: number) => void;
  /** The places of the items, group after group, if they do not stand so: of a grouping alone. */
  readonly order?: () => Int32Array | undefined;
  /** Brings what is written into another order of the items. */
  readonly reorder: (order: Int32Array) => void;
  readonly finish: () => PreparedLists;
}

const kinds = ["partition", "inclusion", "grouping", "count", "range", "estimate"];
const takes = "a partition, inclusion, measure or grouping";

/** What writes a column under a name. */
export function writerOf<Item>(name: string, column: PreparedBy<Item>[string]): ColumnWriter<Item> {
  const { kind }: { readonly kind: string } = checkedObject(column, name, takes);
  refuseUnless(kinds.includes(kind), column, name, takes);
  switch (column.kind) {
    case "partition":
      return partitionWriter(name, column);
    case "inclusion":
      return inclusionWriter(name, column);
    case "grouping":
      return groupingWriter(column);
    case "count":
    case "range":
    case "estimate":
      return measureWriter(column);
  }
}

function partitionWriter<Item>(
  name: string,
  { keys, keyOf, sequence = [] }: Partition<Item>,
): ColumnWriter<Item> {
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
    reorder: (order) => {
      codes = picked(codes, order, new Int32Array(order.length));
    },
    finish: () => ({
      partitions: { ...dimensionOf(name, { keys, sequence }), codes: narrowest(codes, keys.length) },
    }),
  };
}

function inclusionWriter<Item>(name: string, inclusion: Inclusion<Item>): ColumnWriter<Item> {
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
    reorder: (order) => {
      codes = picked(codes, order, new Int32Array(order.length));
    },
    finish: () => ({ inclusions: { keys: inclusion.keys, sets, codes: narrowest(codes, sets.length) } }),
  };
}

function groupingWriter<Item>({ groupOf }: Grouping<Item>): ColumnWriter<Item> {
  const names = new Numbering();
  let codes = new Int32Array(0);
  /** What is prepared, once all items were brought into the order of these groups: they then stand group after group. */
  let ordered: PreparedGrouping | undefined;
  return {
    write: (items, start) => {
      let place = start;
      for (const item of items) {
        const group = groupOf(item);
        codes[place++] = names.numberOf(typeof group === "string" ? group : group.id);
      }
    },
    resize: (items) => {
      codes = resized(codes, items);
    },
    order: () => {
      const { items, ends } = groupsBySize(codes, names.size);
      ordered = { ends };
      return items;
    },
    reorder: (order) => {
      if (ordered === undefined) codes = picked(codes, order, new Int32Array(order.length));
    },
    finish: () => ({ groupings: ordered ?? groupsBySize(codes, names.size) }),
  };
}

function measureWriter<Item>(measure: Measure<Item>): ColumnWriter<Item> {
  let fields = fieldsOf[measure.kind].map(() => new Float64Array(0));
  const largest = fields.map(() => 0);
  return {
    write: (items, start) => {
      for (const [nth, item] of items.entries()) {
        const numbers = numbersOf(measure, item);
        for (const [field, values] of fields.entries()) {
          const number = numbers[field] ?? 0;
          values[start + nth] = number;
          largest[field] = Math.max(largest[field] ?? 0, number);
        }
      }
    },
    resize: (items) => {
      fields = fields.map((values) => resized(values, items));
    },
    reorder: (order) => {
      fields = fields.map((values) => picked(values, order, new Float64Array(order.length)));
    },
    finish: () => ({ measures: { measure: measure.kind, fields, largest } }),
  };
}

/** The column with room for so many items, keeping what is written of them. */
function resized<Column extends Int32Array | Float64Array>(column: Column, items: number): Column {
  if (column.length === items) return column;
  const other = new (column.constructor as new (length: number) => Column)(items);
  other.set(column.subarray(0, Math.min(items, column.length)));
  return other;
}
