import fc from "fast-check";
import { estimate } from "../../src/number/estimate.js";
import type { Range } from "../../src/number/range.js";
import { type Inclusion, inclusion, type Partition, partition } from "../../src/tally/dimension.js";
import {
  countOf,
  estimateOf,
  type Measure,
  type MeasureKind,
  rangeOf,
  type Value,
} from "../../src/tally/measure.js";
import type { Partitions, Question } from "../../src/tally/question.js";
import type { DimensionKeys, Tally } from "../../src/tally/tally-data.js";
import { characters } from "./codebook.js";
import { counts } from "./number.js";

/** What is asked of items, as data: a question that any other program could answer as well. */
export interface Asked {
  readonly dimensions: readonly AskedDimension[];
  readonly inclusions: readonly string[];
  readonly measure: "one" | MeasureKind;
}

/** A dimension of what is asked, its keys in order. */
export interface AskedDimension {
  readonly name: string;
  readonly keys: readonly string[];
  readonly sequence?: readonly string[];
}

/** An item that knows its own key for each dimension asked, in their order, and what it adds. */
export interface Item {
  readonly id: string;
  readonly keys: readonly string[];
  /** Its keys of the inclusion, perhaps one of them twice. */
  readonly inside: readonly string[];
  readonly count: number;
  readonly range: Range;
}

/** Items, and what is asked of them. */
export interface Case {
  readonly asked: Asked;
  readonly items: readonly Item[];
}

/** A question about items, its keys not known to the compiler. */
export type AnyQuestion = Question<Item, Partitions<Item>, string, MeasureKind>;

/** A tally whose keys are not known to the compiler. */
export type TallyOfTexts = Tally<DimensionKeys, string, MeasureKind>;

/** The question of the library for what is asked. */
export function questionOf({ dimensions, inclusions, measure }: Asked): AnyQuestion {
  return {
    by: Object.fromEntries(dimensions.map((dimension, nth) => [dimension.name, partitionOf(dimension, nth)])),
    ...(inclusions.length === 0 ? {} : { including: inclusionOf(inclusions) }),
    ...(measure === "one" ? {} : { measure: measures[measure] }),
  };
}

/** The partition by the nth key that an item knows. */
export function partitionOf(dimension: AskedDimension, nth: number): Partition<Item> {
  const { keys, sequence = [] } = dimension;
  return partition({ keys, sequence, keyOf: (item: Item) => item.keys[nth] ?? "" });
}

function inclusionOf(keys: readonly string[]): Inclusion<Item> {
  return inclusion({ keys, keysOf: (item: Item) => item.inside });
}

const measures: Record<MeasureKind, Measure<Item>> = {
  count: countOf((item: Item) => item.count),
  range: rangeOf((item: Item) => item.range),
  // Low and high are those of the range: the count lies between them or not.
  estimate: estimateOf(({ count, range }: Item) => estimate(range.minimum, count, range.maximum)),
};

/** The sums of values, field by field; those of nothing are left out. */
export function sumsOf(values: readonly Value<MeasureKind>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const value of values) {
    const fields = typeof value === "number" ? { count: value } : value;
    for (const [field, number] of Object.entries(fields)) sums[field] = (sums[field] ?? 0) + Number(number);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

/** Any texts: empty, blank, Arabic, numbers, and those that mean something to JavaScript. */
export function texts(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: characters }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", " ", "إدلب", "ادلب", "a,b", "2021", "0", "-1", "unknown", '"', "cells", "kind"),
    fc.constantFrom("constructor", "toString", "hasOwnProperty", "valueOf", "length", "prototype"),
  );
}

/** Texts that the keys of a partition can be: any at all. */
export function keyTexts(): fc.Arbitrary<string> {
  return fc.oneof({ weight: 9, arbitrary: texts() }, { weight: 1, arbitrary: fc.constant("__proto__") });
}

/** Anything that can be asked: 0 to 4 dimensions, some of them without keys or with a sequence. */
export function questions(): fc.Arbitrary<Asked> {
  const names = texts().filter((text) => text !== "__proto__" && text !== "count");
  return fc
    .record({
      names: fc.uniqueArray(names),
      width: fc.nat(4),
      measure: fc.constantFrom("one", "count", "range", "estimate"),
      hasInclusion: fc.boolean(),
    })
    .chain(({ names: all, width, measure, hasInclusion }) =>
      fc.record({
        dimensions: fc.tuple(...inObjectOrder(all.slice(0, width)).map(dimensions)),
        inclusions: fc.constant(hasInclusion ? all.slice(width) : []),
        measure: fc.constant(measure),
      }),
    );
}

/** Names in the order in which an object holds them: whole numbers come first. */
export function inObjectOrder(names: readonly string[]): string[] {
  return Object.keys(Object.fromEntries(names.map((name) => [name, true])));
}

function dimensions(name: string): fc.Arbitrary<AskedDimension> {
  const some = fc.uniqueArray(keyTexts(), { minLength: 1 });
  return fc
    .oneof({ weight: 24, arbitrary: some }, { weight: 1, arbitrary: fc.constant<string[]>([]) })
    .chain((keys) =>
      fc.oneof(
        fc.constant({ name, keys }),
        fc.shuffledSubarray(keys, { minLength: Math.min(1, keys.length) }).map((sequence) => ({
          name,
          keys,
          ...(sequence.length === 0 ? {} : { sequence }),
        })),
      ),
    );
}

/** Any question with any items of it: none, some, and sometimes thousands. */
export function cases(ofQuestion: fc.Arbitrary<Asked> = questions()): fc.Arbitrary<Case> {
  return ofQuestion.chain((asked) => itemsOf(asked).map((items) => ({ asked, items })));
}

/** Any question with several collections of items, whose sums together are safe. */
export function splitCases(parts: number): fc.Arbitrary<Case & { readonly parts: readonly Item[][] }> {
  return cases().chain(({ asked, items }) =>
    fc.array(fc.nat(parts - 1), { minLength: items.length, maxLength: items.length }).map((places) => ({
      asked,
      items,
      parts: Array.from({ length: parts }, (_, part) => items.filter((_item, nth) => places[nth] === part)),
    })),
  );
}

/** Items of a question, the sums of their measures safe. */
function itemsOf({ dimensions: asked, inclusions }: Asked): fc.Arbitrary<Item[]> {
  // A dimension without keys has no place for an item.
  if (asked.some(({ keys }) => keys.length === 0)) return fc.constant([]);
  const item = fc.record({
    id: texts(),
    keys: fc.tuple(...asked.map(({ keys }) => fc.constantFrom(...keys))),
    inside: inclusions.length === 0 ? fc.constant<string[]>([]) : fc.array(fc.constantFrom(...inclusions)),
    count: counts(),
    minimum: counts(),
    maximum: counts(),
  });
  const some = fc.array(item);
  const thousands = fc
    .tuple(fc.array(item, { minLength: 1 }), fc.integer({ min: 1000, max: 5000 }))
    .map(([few, length]) => Array.from({ length }, (_, nth) => few[nth % few.length] as (typeof few)[0]));
  return fc.oneof({ weight: 19, arbitrary: some }, { weight: 1, arbitrary: thousands }).map((items) =>
    items.map(({ id, keys, inside, ...values }) => {
      const [count, minimum, maximum] = [values.count, values.minimum, values.maximum].map((value) =>
        Math.floor(value / items.length),
      ) as [number, number, number];
      const inverted = minimum > maximum ? 1 : 0;
      return { id, keys, inside, count, range: { minimum, maximum, inverted } };
    }),
  );
}

/** Any selection of the dimensions: of each nothing said, one key, or several in any order. */
export function selections(
  asked: readonly AskedDimension[],
): fc.Arbitrary<Readonly<Record<string, string | readonly string[]>>> {
  const of = asked
    .filter(({ keys }) => keys.length > 0)
    .map(({ name, keys }) =>
      fc
        .option(fc.oneof(fc.constantFrom(...keys), fc.shuffledSubarray([...keys], { minLength: 1 })))
        .map((wanted) => ({ name, wanted })),
    );
  return fc
    .tuple(...of)
    .map((all) =>
      Object.fromEntries(all.flatMap(({ name, wanted }) => (wanted === null ? [] : [[name, wanted]]))),
    );
}

/** A case, with something that is chosen from what is asked in it. */
export function casesWith<Extra>(
  extra: (asked: Asked) => fc.Arbitrary<Extra>,
  all: fc.Arbitrary<Case> = cases(),
): fc.Arbitrary<Case & { readonly extra: Extra }> {
  return all.chain((one) => extra(one.asked).map((chosen) => ({ ...one, extra: chosen })));
}

/** Forbids every later change of a value and of what it holds. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
