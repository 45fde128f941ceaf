import { checkedItems, checkedObject } from "../error.js";
import { checkShape } from "./check-shape.js";
import { countingInto } from "./count-items.js";
import type { Inclusion, Partition } from "./dimension.js";
import { gather, sumsFor } from "./gather.js";
import type { Columns, Measure, MeasureKind } from "./measure.js";
import { refuseOtherFields } from "./refuse-fields.js";

/** The keys of each dimension of a tally, by the dimension's name. */
export type DimensionKeys = Readonly<Record<string, string>>;

/** One dimension of a tally: its name and its keys in order, and those that follow each other in time. */
export interface Dimension<Name extends string = string, Key extends string = string> {
  readonly name: Name;
  readonly keys: readonly Key[];
  readonly sequence?: readonly Key[];
}

/** What a tally counts, by what, and what beside: everything but its numbers. */
export interface Shape<K extends DimensionKeys, I extends string, M extends MeasureKind> {
  readonly measure: M;
  readonly dimensions: readonly {
    readonly [Name in keyof K & string]: Dimension<Name, K[Name]>;
  }[keyof K & string][];
  readonly inclusions: readonly I[];
}

/**
 * Measures over one or more partitions at once, with inclusions beside each count.
 *
 * Plain data: JSON in, JSON out, equal for equal counts whatever the order of the rows. Cells are numbered over the
 * product of the dimensions' keys (the last dimension runs fastest); `cells` holds the numbers of those that are not
 * zero, ascending, and `whole` and `including` their values in the same order. Read it with `at`, `total`, `listCells` and `rows`.
 */
export interface Tally<
  K extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> extends Shape<K, I, M> {
  readonly kind: "tally";
  readonly cells: readonly number[];
  readonly whole: Columns<M>;
  readonly including: { readonly [Key in I]: Columns<M> };
}

/**
 * Asks a tally with the keys `L` for every dimension of `K`, where both must have the same and the compiler knows them.
 *
 * A tally of fewer dimensions can be read like one of more, so that the compiler would let it pass.
 */
export type NoDimensionLess<K, L> = string extends keyof K
  ? unknown
  : [keyof K] extends [keyof L]
    ? unknown
    : { readonly "dimensions that this tally lacks": Exclude<keyof K, keyof L> };

/** A tally of whatever dimensions, for functions that only read its numbers. */
export interface AnyTally {
  readonly kind: "tally";
  readonly measure: MeasureKind;
  readonly dimensions: readonly Dimension[];
  readonly inclusions: readonly string[];
  readonly cells: readonly number[];
  readonly whole: AnyColumns;
  readonly including: Readonly<Record<string, AnyColumns>>;
}

export type AnyColumns = Readonly<Record<string, readonly number[]>>;

/** The partitions by which items are tallied, by the name that each dimension shall have. */
export type Partitions<Item> = Readonly<Record<string, Partition<Item>>>;

/** The keys of each partition. */
export type KeysOfPartitions<B> = {
  readonly [Name in keyof B]: B[Name] extends { readonly keys: readonly (infer Key extends string)[] }
    ? Key
    : never;
};

/** What is asked of items: by which partitions, including what beside, and what each item adds (1 if left out). */
export interface Question<
  Item,
  B extends Partitions<Item>,
  I extends string = never,
  M extends MeasureKind = "count",
> {
  /** The partitions, in the order of the dimensions (names that are whole numbers come first, as in every object). */
  readonly by: B;
  readonly including?: Inclusion<Item, I>;
  readonly measure?: Measure<Item, M>;
}

/**
 * Counts items by any number of partitions at once, with an inclusion beside each count.
 *
 * Each partition and the inclusion are asked once for each item. No items give a tally of zeros, which is the identity of
 * `merge`; no partitions give one cell, the total. For two collections, `tally` of both together is `merge` of their tallies.
 *
 * @throws `dimension-key-unknown` if a partition or the inclusion answers outside its keys; `dimension-keys-repeated`;
 * `dimension-name-taken` if two columns of the rows would have one name; `count-not-whole` or `count-unsafe` if a measure is no
 * count, or a sum is above 2^53 - 1; `tally-too-wide` if there are more cells than that; `options-malformed` if the question has a
 * field that there is not, or no `by`.
 *
 * @example
 * const byParity = partition({ keys: ["even", "odd"], keyOf: (n: number) => (n % 2 === 0 ? "even" : "odd") });
 * const parity = tally([1, 2, 3], { by: { parity: byParity } });
 * at(parity, { parity: "odd" }).count // 2
 */
// `const Item`, since items that are written in place are then no wider than what a partition sorts.
export function tally<
  const Item,
  B extends Partitions<Item>,
  I extends string = never,
  M extends MeasureKind = "count",
>(items: Iterable<Item>, question: Question<Item, B, I, M>): Tally<KeysOfPartitions<B>, I, M> {
  const shape = shapeOf("tally", question);
  const sums = sumsFor(shape);
  const count = countingInto(sums, question);
  for (const item of checkedItems(items, "tally", "a list of items")) count(item);
  return gather(shape, sums);
}

/** The part of a question that needs no items: the keys of its dimensions and inclusion, and the kind of its measure. */
export interface QuestionKeys<B, I extends string, M extends MeasureKind> {
  readonly by: B & Readonly<Record<string, Pick<Partition<never>, "keys" | "sequence">>>;
  readonly including?: Pick<Inclusion<never, I>, "keys">;
  readonly measure?: { readonly kind: M };
}

/**
 * What a question asks, without the functions that answer it; refuses what `tally` refuses before it sees an item. `further` are
 * the fields that the question of another function has beside.
 */
export function shapeOf<B, I extends string, M extends MeasureKind>(
  whose: string,
  question: QuestionKeys<B, I, M>,
  further: readonly string[] = [],
): Shape<KeysOfPartitions<B>, I, M> {
  refuseOtherFields(whose, question, { required: ["by"], optional: ["including", "measure", ...further] });
  const dimensions = Object.entries(checkedObject(question.by, whose, "partitions by name")).map(
    ([name, keys]) => dimensionOf(name, keys),
  );
  const measure: MeasureKind = question.measure?.kind ?? "count";
  const shape = {
    measure,
    dimensions,
    inclusions: question.including?.keys ?? [],
  };
  checkShape(shape);
  // `Object.entries` forgets which name goes with which keys; they were just read from one object.
  return shape as unknown as Shape<KeysOfPartitions<B>, I, M>;
}

/** The dimension of that name, by the keys of a partition; without a sequence if that has none. */
export function dimensionOf<Name extends string>(
  name: Name,
  partition: Pick<Partition<never>, "keys" | "sequence">,
): Dimension<Name> {
  const { keys, sequence = [] } = checkedObject(partition, `The dimension ${name}`, "a partition");
  return { name, keys, ...(sequence.length === 0 ? {} : { sequence }) };
}
