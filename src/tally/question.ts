import { checkedObject } from "../error.js";
import { checkShape } from "./check-shape.js";
import type { Inclusion, Partition } from "./dimension.js";
import type { Measure, MeasureKind } from "./measure.js";
import { refuseOtherFields } from "./refuse-fields.js";
import type { Dimension, Shape } from "./tally-data.js";

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
