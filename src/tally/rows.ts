import { CasualtyError, checkedItems } from "../error.js";
import { refuseUnlessTally } from "./cells.js";
import { positionOf, positionsOf } from "./dimension.js";
import { gather, sumsFor } from "./gather.js";
import { listCells } from "./list-cells.js";
import { checkedNumbers, fieldsOf, type MeasureKind, type Value } from "./measure.js";
import { type KeysOfPartitions, type QuestionKeys, shapeOf } from "./question.js";
import type { DimensionKeys, Tally } from "./tally-data.js";

/** One cell of a tally as a flat row: the key of each dimension, `count`, and a column for each inclusion. */
export type Row<K extends DimensionKeys, I extends string, M extends MeasureKind> = {
  readonly [Name in keyof K]: K[Name];
} & {
  readonly count: Value<M>;
} & { readonly [Key in I]: Value<M> };

/**
 * Gives every cell of a tally as a flat row, zeros included, in the order of the keys: for tables, CSV and data frames.
 *
 * There are as many rows as the product of the dimensions' keys. `fromRows` reads them back.
 *
 * @throws `tally-too-wide` if a list cannot hold so many rows; `tally-not-additive` if it is no tally.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * rows(tally(["a"], { by })) // [{ letter: "a", count: 1 }, { letter: "b", count: 0 }]
 */
export function rows<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
): Row<K, I, M>[] {
  refuseUnlessTally(tally, "rows");
  return listCells(tally).map(({ key, count, including }) => {
    const row: Record<string, unknown> = { ...key, count };
    for (const name of tally.inclusions) row[name] = including[name].part;
    // The columns are those of `Row`, which the compiler cannot tell.
    return row as Row<K, I, M>;
  });
}

/**
 * Gives the tally of counts that somebody else has made: a database's `GROUP BY`, another program, a published table.
 *
 * `question` is the one that `tally` would be asked; only the keys of its partitions and inclusion are used. Each row names a
 * key for every dimension and holds `count` and a column for each key of the inclusion, as a number or a bigint (as a range of
 * either for a range measure). Rows of the same cell are added; a cell without a row is zero, and no rows are the tally of no
 * items; further columns are ignored.
 *
 * @throws `row-malformed` if a column is missing, or holds no text for a key, or no range for a range; `dimension-key-unknown`;
 * `count-not-whole` or `count-unsafe` if a count is none; `inclusion-above-count` if a row includes more than it counts;
 * `dimension-keys-repeated`, `dimension-name-taken` and `tally-too-wide` as `tally`.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * total(fromRows([{ letter: "a", count: 3n }, { letter: "b", count: 4n }], { by })).count // 7
 */
export function fromRows<const B, I extends string = never, M extends MeasureKind = "count">(
  rowsOfCounts: Iterable<Readonly<Record<string, unknown>>>,
  question: QuestionKeys<B, I, M>,
): Tally<KeysOfPartitions<B>, I, M> {
  const shape = shapeOf("fromRows", question);
  const dimensions = shape.dimensions.map(({ name, keys }) => ({ name, positions: positionsOf(keys) }));
  const width = fieldsOf[shape.measure].length;
  const sums = sumsFor(shape);
  let number = 0;
  for (const row of checkedItems(rowsOfCounts, "fromRows", "a list of rows")) {
    number++;
    const advice = `correct row ${number}, or give it a key of its own`;
    let cell = 0;
    for (const { name, positions } of dimensions) {
      cell = cell * positions.size + positionOf(positions, name, textIn(row, name, number), advice);
    }
    const start = sums.startOf(cell);
    const whole = numbersIn(row, "count", shape.measure, number);
    sums.add(start, whole);
    for (const [nth, key] of shape.inclusions.entries()) {
      const part = numbersIn(row, key, shape.measure, number);
      refuseAboveWhole(key, part, whole, number);
      sums.add(start + (1 + nth) * width, part);
    }
  }
  return gather(shape, sums);
}

type AnyRow = Readonly<Record<string, unknown>>;

function textIn(row: AnyRow, column: string, number: number): string {
  const value = fieldIn(row, column);
  if (typeof value === "string") return value;
  throw malformed(number, column, "must hold a key of the dimension as text");
}

function numbersIn(row: AnyRow, column: string, measure: MeasureKind, number: number): readonly number[] {
  const value = fieldIn(row, column);
  const subject = `the column "${column}" of row ${number}`;
  if (value === undefined) throw malformed(number, column, "is missing; a count of none is 0");
  if (measure === "count") return checkedNumbers(measure, unlessBig(value), subject);
  if (typeof value !== "object" || value === null) throw malformed(number, column, "must hold a range");
  const fields = fieldsOf[measure].map((field) => [field, unlessBig(fieldIn(value, field))]);
  return checkedNumbers(measure, Object.fromEntries(fields), subject);
}

/** What a row from outside holds, be it a row or not; what every object inherits (`constructor`) is no column. */
function fieldIn(row: object | null | undefined, column: string): unknown {
  if (typeof row !== "object" || row === null) return undefined;
  const value: unknown = Reflect.get(row, column);
  return typeof value === "function" ? undefined : value;
}

/** A bigint beyond the safe integers becomes a number beyond them, which is refused as such. */
function unlessBig(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function refuseAboveWhole(
  inclusion: string,
  part: readonly number[],
  whole: readonly number[],
  row: number,
): void {
  if (part.every((number, field) => number <= (whole[field] ?? 0))) return;
  throw new CasualtyError(
    "inclusion-above-count",
    `Row ${row} includes more ${inclusion} than it counts: correct the row.`,
    { inclusion },
  );
}

function malformed(row: number, column: string, why: string): CasualtyError<"row-malformed"> {
  return new CasualtyError("row-malformed", `The column "${column}" of row ${row} ${why}.`, { row, column });
}
