import type { Axis } from "../tally/axes.js";
import { positionOf, positionsOf } from "../tally/dimension.js";
import { checkedNumbers, fieldsOf, type MeasureKind, type Part } from "../tally/measure.js";
import { type Cell, cellOf } from "../tally/read.js";
import type { DimensionKeys, Tally } from "../tally/tally-data.js";
import type { LedgerPlace } from "./ledger.js";

/** One term of the balance of a cell: what some items add, and who they are, in the order of their ids. */
export interface LedgerTerm<I extends string = string, M extends MeasureKind = "count"> extends Cell<I, M> {
  readonly ids: readonly string[];
  /** With those of the items that are under each key. */
  readonly including: { readonly [Key in I]: Part<M> & { readonly ids: readonly string[] } };
}

/** A term that is being added up. */
export interface OpenTerm<I extends string, M extends MeasureKind> {
  readonly add: (id: string, place: LedgerPlace<DimensionKeys, I, M>) => void;
  readonly close: () => LedgerTerm<I, M>;
}

/** Begins a term of a tally's cell, with no items. */
export function openTerm<I extends string, M extends MeasureKind>(
  tally: Pick<Tally<DimensionKeys, I, M>, "measure" | "inclusions">,
): OpenTerm<I, M> {
  const { measure, inclusions } = tally;
  const positions = positionsOf(inclusions);
  const fields = fieldsOf[measure].length;
  const sums = new Array<number>(fields * (1 + inclusions.length)).fill(0);
  const addFrom = (column: number, numbers: readonly number[]) => {
    for (const [field, number] of numbers.entries())
      sums[column + field] = (sums[column + field] ?? 0) + number;
  };
  const ids: string[] = [];
  const within = inclusions.map((): string[] => []);
  return {
    add: (id, { including, value }) => {
      const numbers = checkedNumbers(measure, value, `"${id}"`);
      ids.push(id);
      addFrom(0, numbers);
      for (const key of including) {
        const position = positionOf(positions, "the inclusion", key);
        within[position]?.push(id);
        addFrom((1 + position) * fields, numbers);
      }
    },
    close: () => {
      const { count, including } = cellOf(tally, sums);
      const parts = inclusions.map((key, nth) => [key, { ...including[key], ids: within[nth] ?? [] }]);
      // One entry for each key of the inclusion, which the compiler cannot tell from entries.
      return { count, including: Object.fromEntries(parts) as LedgerTerm<I, M>["including"], ids };
    },
  };
}

/** The number of the cell of a key, as `cellNumbering` numbers the cell of an item. */
export function cellNumberOf(axes: readonly Axis[]): (key: Readonly<Record<string, string>>) => number {
  const positioned = axes.map(({ name, keys, stride }) => ({ name, stride, positions: positionsOf(keys) }));
  return (key) =>
    positioned.reduce(
      (cell, { name, stride, positions }) => cell + stride * positionOf(positions, name, key[name] ?? ""),
      0,
    );
}
