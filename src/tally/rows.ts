import { CasualtyError } from "../error.js";
import { checkedCount } from "../number/count.js";
import type { Range } from "../number/range.js";
import { eachCell, positionIn, refuseUnlessTally, stridesOf } from "./cells.js";
import { positionOf, positionsOf } from "./dimension.js";
import { gather } from "./gather.js";
import { fieldsOf, type MeasureKind, type Value, valueOf } from "./measure.js";
import {
  type DimensionKeys,
  type KeysOfPartitions,
  type QuestionKeys,
  shapeOf,
  type Tally,
} from "./tally.js";

/** One cell of a tally as a flat row: the key of each dimension, `count`, and a column for each inclusion. */
export type Row<K extends DimensionKeys, I extends string, M extends MeasureKind> = {
  readonly [Name in keyof K]: K[Name];
} & {
  readonly count: Value<M>;
} & { readonly [Key in I]: Value<M> };

/**
 * Every cell of a tally as a flat row, zeros included, in the order of the keys: for tables, CSV and data frames.
 *
 * As many rows as the product of the dimensions' keys. `fromRows` reads them back.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * rows(tally(["a"], { by })) // [{ letter: "a", count: 1 }, { letter: "b", count: 0 }]
 */
export function rows<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
): Row<K, I, M>[] {
  refuseUnlessTally(tally, "rows");
  const { dimensions, inclusions, measure } = tally;
  const strides = stridesOf(dimensions);
  const width = fieldsOf[measure].length;
  const filled = new Map<number, readonly number[]>();
  eachCell(tally, (cell, numbers) => {
    filled.set(cell, numbers);
  });
  const cells = dimensions.reduce((product, { keys }) => product * keys.length, 1);
  return Array.from({ length: cells }, (_, cell) => {
    const numbers = filled.get(cell) ?? [];
    const values = ["count", ...inclusions].map((name, nth) => [
      name,
      valueOf(measure, numbers.slice(nth * width, (nth + 1) * width)),
    ]);
    const keys = dimensions.map(({ name, keys: ofDimension }, nth) => {
      const stride = strides[nth];
      return [name, stride === undefined ? undefined : ofDimension[positionIn(stride, cell)]];
    });
    return Object.fromEntries([...keys, ...values]) as Row<K, I, M>;
  });
}

/**
 * The tally of counts that somebody else has made: a database's `GROUP BY`, another program, a published table.
 *
 * `question` is the one that `tally` would be asked; only the keys of its partitions and inclusion are used. Each row names a key for
 * every dimension and holds `count` and a column for each inclusion, as a number or a bigint (a range for a range
 * measure). Rows of the same cell are added; a cell without a row is zero; further columns are ignored.
 * Errors: `row-malformed` (a column is missing or no text), `dimension-key-unknown`, `count-not-whole`, `count-unsafe`,
 * `inclusion-above-count`.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * total(fromRows([{ letter: "a", count: 3n }, { letter: "b", count: 4n }], { by })).count // 7
 */
export function fromRows<B, I extends string = never, M extends MeasureKind = "count">(
  rowsOfCounts: Iterable<Readonly<Record<string, unknown>>>,
  question: QuestionKeys<B, I, M>,
): Tally<KeysOfPartitions<B>, I, M> {
  const shape = shapeOf(question);
  const dimensions = shape.dimensions.map(({ name, keys }) => ({ name, positions: positionsOf(keys) }));
  const width = fieldsOf[shape.measure].length;
  return gather(shape, (add) => {
    let number = 0;
    for (const row of rowsOfCounts) {
      number++;
      let cell = 0;
      for (const { name, positions } of dimensions) {
        cell = cell * positions.size + positionOf(positions, name, textIn(row, name, number));
      }
      const whole = numbersIn(row, "count", shape.measure, number);
      add(cell, 0, whole);
      shape.inclusions.forEach((key, nth) => {
        const part = numbersIn(row, key, shape.measure, number);
        refuseAboveWhole(key, part, whole, number);
        add(cell, (1 + nth) * width, part);
      });
    }
  });
}

function textIn(row: Readonly<Record<string, unknown>>, column: string, number: number): string {
  const value = row[column];
  if (typeof value === "string") return value;
  throw malformed(number, column, "must hold a key of the dimension as text");
}

function numbersIn(
  row: Readonly<Record<string, unknown>>,
  column: string,
  measure: MeasureKind,
  number: number,
): readonly number[] {
  const value = row[column];
  if (measure === "count") return [countIn(value, column, number)];
  if (typeof value !== "object" || value === null) throw malformed(number, column, "must hold a range");
  const { minimum, maximum, inverted } = value as Partial<Range>;
  return [minimum, maximum, inverted].map((field) => countIn(field, column, number));
}

function countIn(value: unknown, column: string, row: number): number {
  if (value === undefined) throw malformed(row, column, "is missing; a count of none is 0");
  const inNumbers = typeof value === "bigint" ? Number(value) : value;
  return checkedCount(inNumbers, `"${column}" of row ${row}`);
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
