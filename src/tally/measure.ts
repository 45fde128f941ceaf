import { checkedFunction } from "../error.js";
import { checkedCount } from "../number/count.js";
import type { Estimate } from "../number/estimate.js";
import type { Range } from "../number/range.js";
import type { Share } from "../number/share.js";

/** What the cells of a tally hold: whole numbers, sums of ranges, or sums of estimates. */
export type MeasureKind = "count" | "range" | "estimate";

/** What an item adds to the cell that it falls into; made by `countOf`, `rangeOf` or `estimateOf`. */
export interface Measure<Item, M extends MeasureKind = MeasureKind> {
  readonly kind: M;
  readonly valueOf: (item: Item) => Value<M>;
}

/** The value of a cell. */
export type Value<M extends MeasureKind> = M extends "range"
  ? Range
  : M extends "estimate"
    ? Estimate
    : number;

/** What an inclusion holds beside a cell: a part with its whole, so that nobody takes it for an addend. */
export type Part<M extends MeasureKind> = M extends "count"
  ? Share
  : { readonly part: Value<M>; readonly whole: Value<M> };

/**
 * Gives a measure that adds a whole number for each item, such as the dead of an incident.
 *
 * Anything but a whole number of 0 or more is refused when items are tallied (`count-not-whole`, `count-unsafe`).
 *
 * @example
 * tally([{ dead: 3 }, { dead: 5 }], { by: {}, measure: countOf((strike: { dead: number }) => strike.dead) }).whole // { count: [8] }
 */
export function countOf<Item>(count: (item: Item) => number): Measure<Item, "count"> {
  return {
    kind: "count",
    valueOf: checkedFunction(count, "countOf", "a function that gives what an item adds"),
  };
}

/**
 * Gives a measure that adds a range, minimum to maximum, for each item: minima add up, and maxima add up.
 *
 * A range whose minimum is above its maximum is added as given, and counted as `inverted` in every cell that it reaches. A range
 * with a field that is no count is refused when items are tallied (`count-not-whole`, `count-unsafe`).
 *
 * @example
 * tally([range(3, 5), range(1, 1)], { by: {}, measure: rangeOf((strike: Range) => strike) }).whole // { minimum: [4], maximum: [6], inverted: [0] }
 */
export function rangeOf<Item>(range: (item: Item) => Range): Measure<Item, "range"> {
  return {
    kind: "range",
    valueOf: checkedFunction(range, "rangeOf", "a function that gives what an item adds"),
  };
}

/**
 * Gives a measure that adds an estimate, from low over best to high, for each item: each of the three adds up by itself.
 *
 * An estimate that is out of order is added as given, and counted as `inverted` in every cell that it reaches. One with a field
 * that is no count is refused when items are tallied (`count-not-whole`, `count-unsafe`).
 *
 * @example
 * tally([estimate(1, 2, 4), estimate(3, 3, 3)], { by: {}, measure: estimateOf((event: Estimate) => event) }).whole // { low: [4], best: [5], high: [7], inverted: [0] }
 */
export function estimateOf<Item>(estimate: (item: Item) => Estimate): Measure<Item, "estimate"> {
  return {
    kind: "estimate",
    valueOf: checkedFunction(estimate, "estimateOf", "a function that gives what an item adds"),
  };
}

/** The whole numbers of which a value is made; values add field by field. */
export const fieldsOf = {
  count: ["count"],
  range: ["minimum", "maximum", "inverted"],
  estimate: ["low", "best", "high", "inverted"],
} as const satisfies { readonly [M in MeasureKind]: readonly (keyof Columns<M>)[] };

/** One column of whole numbers for each field of a measure, one entry for each cell that is not zero. */
export type Columns<M extends MeasureKind> = M extends "range"
  ? { readonly [Field in keyof Range]: readonly number[] }
  : M extends "estimate"
    ? { readonly [Field in keyof Estimate]: readonly number[] }
    : { readonly count: readonly number[] };

/** The numbers that an item adds, in the order of the fields. */
export function numbersOf<Item>(measure: Measure<Item> | undefined, item: Item): readonly number[] {
  return measure === undefined ? one : checkedNumbers(measure.kind, measure.valueOf(item), "an item");
}

const one: readonly number[] = [1];

/**
 * The numbers of a value that a caller gave, in the order of the fields, each of them checked to be a count.
 *
 * A range or estimate that is out of order is inverted, whether or not it says so.
 */
export function checkedNumbers(kind: MeasureKind, value: unknown, subject: string): readonly number[] {
  if (kind === "count") return [checkedCount(value, `the count of ${subject}`)];
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const ordered = orderedFields[kind].map((field) =>
    checkedCount(given[field], `the ${field} of ${subject}`),
  );
  const inverted = checkedCount(given["inverted"], `the number of inverted ${kind}s of ${subject}`);
  const isInverted = ordered.some((number, nth) => nth > 0 && number < (ordered[nth - 1] ?? 0));
  return [...ordered, isInverted ? Math.max(inverted, 1) : inverted];
}

/** The fields of a range and an estimate that go up. */
const orderedFields = {
  range: ["minimum", "maximum"],
  estimate: ["low", "best", "high"],
} as const satisfies { readonly [M in Exclude<MeasureKind, "count">]: readonly (keyof Value<M>)[] };

/** The value that `numbers` (in the order of the fields) make. */
export function valueOf<M extends MeasureKind>(measure: M, numbers: readonly number[]): Value<M>;
export function valueOf(measure: MeasureKind, numbers: readonly number[]): Value<MeasureKind> {
  const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
  switch (measure) {
    case "count":
      return first;
    case "range":
      return { minimum: first, maximum: second, inverted: third };
    case "estimate":
      return { low: first, best: second, high: third, inverted: fourth };
  }
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
