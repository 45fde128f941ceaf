import { checkedCount } from "../number/count.js";
import type { Range } from "../number/range.js";
import type { Share } from "../number/share.js";

/** What the cells of a tally hold: whole numbers, or sums of ranges. */
export type MeasureKind = "count" | "range";

/** What an item adds to the cell that it falls into. */
export interface Measure<Item, M extends MeasureKind = MeasureKind> {
  readonly kind: M;
  readonly valueOf: (item: Item) => Value<M>;
}

/** The value of a cell. */
export type Value<M extends MeasureKind> = M extends "range" ? Range : number;

/** What an inclusion holds beside a cell: a part with its whole, so that nobody takes it for an addend. */
export type Part<M extends MeasureKind> = M extends "range"
  ? { readonly part: Range; readonly whole: Range }
  : Share;

/**
 * A measure that adds a whole number for each item.
 *
 * Anything but a whole number of at least 0 is refused when items are tallied (`count-not-whole`, `count-unsafe`).
 *
 * @example
 * tally([{ dead: 3 }, { dead: 5 }], { by: {}, measure: countOf((strike: { dead: number }) => strike.dead) }).whole // { count: [8] }
 */
export function countOf<Item>(count: (item: Item) => number): Measure<Item, "count"> {
  return { kind: "count", valueOf: count };
}

/**
 * A measure that adds a range, minimum to maximum, for each item: sums of minima and of maxima, and the number of
 * ranges whose minimum is above their maximum (they are summed as printed, and flagged in every cell they reach).
 *
 * @example
 * tally([range(3, 5), range(1, 1)], { by: {}, measure: rangeOf((strike: Range) => strike) }).whole // { minimum: [4], maximum: [6], inverted: [0] }
 */
export function rangeOf<Item>(range: (item: Item) => Range): Measure<Item, "range"> {
  return { kind: "range", valueOf: range };
}

/** The whole numbers of which a value is made; values add field by field. */
export const fieldsOf = {
  count: ["count"],
  range: ["minimum", "maximum", "inverted"],
} as const satisfies Record<MeasureKind, readonly string[]>;

/** One column of whole numbers for each field of a measure, one entry for each cell that is not zero. */
export type Columns<M extends MeasureKind> = {
  readonly [Field in (typeof fieldsOf)[M][number]]: readonly number[];
};

/** The numbers that an item adds, in the order of the fields. */
export function numbersOf<Item>(measure: Measure<Item> | undefined, item: Item): readonly number[] {
  if (measure === undefined) return one;
  const value = measure.valueOf(item);
  return typeof value === "object"
    ? fieldsOf.range.map((field) => checkedCount(value[field], `the ${field} of an item`))
    : [checkedCount(value, "the measure of an item")];
}

const one: readonly number[] = [1];

/** The value that `numbers` (in the order of the fields) make. */
export function valueOf<M extends MeasureKind>(measure: M, numbers: readonly number[]): Value<M>;
export function valueOf(measure: MeasureKind, numbers: readonly number[]): Value<MeasureKind> {
  const [first = 0, maximum = 0, inverted = 0] = numbers;
  return measure === "range" ? { minimum: first, maximum, inverted } : first;
}

/** The part of an inclusion beside the value of its cell. */
export function partOf<M extends MeasureKind>(
  measure: M,
  part: readonly number[],
  whole: readonly number[],
): Part<M>;
export function partOf(measure: MeasureKind, part: readonly number[], whole: readonly number[]): unknown {
  return { part: valueOf(measure, part), whole: valueOf(measure, whole) };
}
