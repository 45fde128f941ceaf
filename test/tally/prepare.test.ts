import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimate } from "../../src/number/estimate.js";
import { marginal } from "../../src/tally/algebra.js";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { listCells } from "../../src/tally/list-cells.js";
import { countOf, estimateOf, rangeOf } from "../../src/tally/measure.js";
import { prepare } from "../../src/tally/prepare.js";
import type { Prepared } from "../../src/tally/prepared.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { tallyPrepared } from "../../src/tally/tally-prepared.js";
import { fault } from "../number/fault.js";
import {
  type Asked,
  type AskedDimension,
  type Case,
  cases,
  casesWith,
  type Item,
  partitionOf,
  questionOf,
} from "../support/tally.js";
import { expectedCells } from "./oracle.js";

/** Prepared items whose names are not known to the compiler. */
type AnyPrepared = Prepared<Record<string, string>, Record<string, string>, Record<string, "count">>;

/** The items of a case, prepared by everything that is asked, and by every measure. */
function preparedOf({ asked, items }: Case): AnyPrepared {
  const columns = [
    ...asked.dimensions.map((dimension, nth) => [`by ${dimension.name}`, partitionOf(dimension, nth)]),
    ["inside", inclusion({ keys: asked.inclusions, keysOf: (item: Item) => item.inside })],
    ["counts", countOf((item: Item) => item.count)],
    ["ranges", rangeOf((item: Item) => item.range)],
    ["estimates", estimateOf(({ count, range }: Item) => estimate(range.minimum, count, range.maximum))],
  ];
  return prepare(items, Object.fromEntries(columns) as Record<string, never>) as unknown as AnyPrepared;
}

const measureNamed = { one: undefined, count: "counts", range: "ranges", estimate: "estimates" } as const;

/** The tally of prepared items by some of the dimensions, with all else that is asked. */
function tallyOf(
  prepared: AnyPrepared,
  asked: Asked,
  by: readonly AskedDimension[],
  where: Readonly<Record<string, readonly string[]>> = {},
) {
  const measure = measureNamed[asked.measure];
  return tallyPrepared(prepared, {
    by: by.map(({ name }) => `by ${name}`),
    where,
    ...(asked.inclusions.length === 0 ? {} : { including: "inside" }),
    ...(measure === undefined ? {} : { measure }),
  });
}

/** What is asked, of these dimensions only, and what each item knows of them. */
function narrowed({ asked, items }: Case, by: readonly AskedDimension[]): Case {
  const places = by.map((dimension) => asked.dimensions.indexOf(dimension));
  return {
    asked: { ...asked, dimensions: by.map((dimension) => ({ ...dimension, name: `by ${dimension.name}` })) },
    items: items.map((item) => ({ ...item, keys: places.map((place) => item.keys[place] ?? "") })),
  };
}

/** Dimensions of hundreds of keys, whose product is far above the number of any items, up to nearly 2^53. */
const wide: fc.Arbitrary<Asked> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 3, maxLength: 5 }),
    measure: fc.constantFrom("one", "count", "range", "estimate"),
    inclusions: fc.constantFrom<string[]>([], ["a"], ["a", "b", "c"]),
  })
  .map(({ sizes, ...asked }) => ({
    ...asked,
    dimensions: sizes.map((size, nth) => ({
      name: `d${nth}`,
      keys: Array.from({ length: size }, (_, key) => `${nth}.${key}`),
    })),
  }));

describe("a tally of prepared items", () => {
  test("counts what a plain count finds, by any of the dimensions in any order", () => {
    const some = ({ dimensions }: Asked) => fc.shuffledSubarray([...dimensions]);
    fc.assert(
      fc.property(casesWith(some), ({ asked, items, extra: by }) => {
        const plain = narrowed({ asked, items }, by);
        const counted = listCells(tallyOf(preparedOf({ asked, items }), asked, by));
        expect(counted).toEqual(expectedCells(plain.asked, plain.items));
      }),
    );
  });

  test("is the tally of those items that are at a selection, by whatever dimensions", () => {
    const selections = ({ dimensions }: Asked) =>
      fc.tuple(
        fc.shuffledSubarray([...dimensions]),
        fc.tuple(...dimensions.map(({ keys }) => fc.subarray([...keys]))),
      );
    fc.assert(
      fc.property(casesWith(selections), ({ asked, items, extra: [by, wanted] }) => {
        // A dimension of which no key was drawn is not selected by: it must not be selected by no key.
        const where = Object.fromEntries(
          asked.dimensions.flatMap(({ name }, nth) => {
            const keys = wanted[nth] ?? [];
            return keys.length === 0 ? [] : [[`by ${name}`, keys]];
          }),
        );
        const selected = items.filter(({ keys }) =>
          keys.every((key, nth) => wanted[nth]?.length === 0 || wanted[nth]?.includes(key)),
        );
        const plain = narrowed({ asked, items: selected }, by);
        const counted = listCells(tallyOf(preparedOf({ asked, items }), asked, by, where));
        expect(counted).toEqual(expectedCells(plain.asked, plain.items));
      }),
    );
  });

  test("refuses a selection by what there is not, and by no key", () => {
    const prepared = prepare(numbers, { ones: digit(1) });
    const askedAt = (where: object) => fault(() => tallyPrepared(prepared, { by: [], where }));
    expect(askedAt({ tens: "1" }).code).toBe("dimension-unknown");
    expect(askedAt({ ones: "ten" }).code).toBe("dimension-key-unknown");
    expect(askedAt({ ones: [] }).code).toBe("selection-empty");
    expect(askedAt({ ones: ["1", "1"] }).code).toBe("selection-repeats-key");
    // Of a caller without types: as `at` and `restrict` take it.
    const nothing: object = { ones: undefined };
    expect(total(tallyPrepared(prepared, { by: [], where: nothing })).count).toBe(numbers.length);
  });

  test("is the tally of the items, where few of many cells are reached, too", () => {
    fc.assert(
      fc.property(cases(wide), ({ asked, items }) => {
        const all = narrowed({ asked, items }, asked.dimensions);
        const counted = tallyOf(preparedOf({ asked, items }), asked, asked.dimensions);
        expect(counted).toEqual(tally(items, questionOf(all.asked)));
        // The total that is counted alone is the total of the cells.
        expect(tallyOf(preparedOf({ asked, items }), asked, [])).toEqual(marginal(counted, { keep: [] }));
      }),
    );
  });

  const numbers = Array.from({ length: 10_007 }, (_, nth) => (nth * nth) % 1009);
  const digit = (place: number) =>
    partition({
      keys: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
      keyOf: (n: number) => String(Math.floor(n / place) % 10) as "0",
    });
  const primes = { two: 2, three: 3, five: 5 };
  const divisors = inclusion({
    keys: ["two", "three", "five"],
    keysOf: (n: number) => (["two", "three", "five"] as const).filter((prime) => n % primes[prime] === 0),
  });
  const columns = { ones: digit(1), tens: digit(10), hundreds: digit(100), thousands: digit(1000), divisors };

  test("is the tally of the items, for thousands of them and any number of dimensions", () => {
    const prepared = prepare(numbers, columns);
    const { ones, tens, hundreds, thousands } = columns;
    expect(tallyPrepared(prepared, { by: [] })).toEqual(tally(numbers, { by: {} }));
    expect(tallyPrepared(prepared, { by: ["tens"] })).toEqual(tally(numbers, { by: { tens } }));
    expect(tallyPrepared(prepared, { by: ["tens", "ones"] })).toEqual(tally(numbers, { by: { tens, ones } }));
    expect(tallyPrepared(prepared, { by: ["hundreds", "tens", "ones"] })).toEqual(
      tally(numbers, { by: { hundreds, tens, ones } }),
    );
    const by = { thousands, hundreds, tens, ones };
    expect(tallyPrepared(prepared, { by: ["thousands", "hundreds", "tens", "ones"] })).toEqual(
      tally(numbers, { by }),
    );
    expect(
      tallyPrepared(prepared, { by: ["thousands", "hundreds", "tens", "ones"], including: "divisors" }),
    ).toEqual(tally(numbers, { by, including: divisors }));
  });

  test("is the tally of the selected items, of thousands of them, by one selection and by two", () => {
    const prepared = prepare(numbers, columns);
    const { ones, tens, hundreds, thousands, divisors: including } = columns;
    const where = { tens: ["1", "2", "7"], ones: ["0", "3", "9"] } as const;
    const isAt = (n: number, wheres: Partial<typeof where>) =>
      Object.entries(wheres).every(([name, keys]) =>
        (keys as readonly string[]).includes(columns[name as "ones"].keyOf(n)),
      );
    for (const wheres of [{ tens: where.tens }, { ones: where.ones }, where]) {
      const selected = numbers.filter((n) => isAt(n, wheres));
      expect(selected.length).toBeGreaterThan(500);
      expect(tallyPrepared(prepared, { by: [], where: wheres })).toEqual(tally(selected, { by: {} }));
      expect(tallyPrepared(prepared, { by: ["tens"], where: wheres })).toEqual(
        tally(selected, { by: { tens } }),
      );
      const by = { thousands, hundreds, tens, ones };
      const names = ["thousands", "hundreds", "tens", "ones"] as const;
      expect(tallyPrepared(prepared, { by: names, including: "divisors", where: wheres })).toEqual(
        tally(selected, { by, including }),
      );
    }
  });

  test.each([256, 257, 65_536, 65_537])("is the tally of the items by %i keys", (count) => {
    const keys = Array.from({ length: count }, (_, nth) => String(nth));
    const key = partition({ keys, keyOf: (n: number) => String((n * 7919) % count) });
    const items = Array.from({ length: 10_000 }, (_, n) => n).concat(count - 1, count);
    const { ones } = columns;
    const prepared = prepare(items, { key, ones });
    expect(tallyPrepared(prepared, { by: ["key", "ones"] })).toEqual(tally(items, { by: { key, ones } }));
    expect(tallyPrepared(prepared, { by: ["ones", "key"], where: { ones: "3" } })).toEqual(
      tally(
        items.filter((n) => ones.keyOf(n) === "3"),
        { by: { ones, key } },
      ),
    );
    const last = String(count - 1);
    expect(tallyPrepared(prepared, { by: ["ones"], where: { key: last } })).toEqual(
      tally(
        items.filter((n) => key.keyOf(n) === last),
        { by: { ones } },
      ),
    );
  });
});

describe("prepare", () => {
  const asked: string[] = [];
  const columns = {
    letter: partition({
      keys: ["a", "b"],
      keyOf: (word: string) => (asked.push(`key of ${word}`), word.startsWith("a") ? "a" : "b"),
    }),
    marks: inclusion({
      keys: ["long", "odd"],
      keysOf: (word: string) => (asked.push(`keys of ${word}`), ["long", "odd", "long"]),
    }),
    length: countOf((word: string) => (asked.push(`value of ${word}`), word.length)),
  };
  function* words() {
    yield "apple";
    yield "bean";
  }

  test.each([["a list", () => ["apple", "bean"]] as const, ["an iterable", words] as const])(
    "asks each function once for each item of %s, however much is tallied",
    (_, items) => {
      asked.length = 0;
      const prepared = prepare(items(), columns);
      for (let again = 0; again < 3; again++) {
        const counted = tallyPrepared(prepared, { by: ["letter"], including: "marks", measure: "length" });
        expect(at(counted, { letter: "b" })).toEqual({
          count: 4,
          including: { long: { part: 4, whole: 4 }, odd: { part: 4, whole: 4 } },
        });
      }
      expect([...asked].sort()).toEqual([
        "key of apple",
        "key of bean",
        "keys of apple",
        "keys of bean",
        "value of apple",
        "value of bean",
      ]);
    },
  );

  test("asks once for each of thousands of items", () => {
    let calls = 0;
    const all = partition({ keys: ["all"], keyOf: () => (calls++, "all") });
    const items = Array.from({ length: 3000 }, (_, nth) => nth);
    const [list, stream] = [prepare(items, { all }), prepare(items.values(), { all })];
    expect(calls).toBe(6000);
    expect(list).toEqual(stream);
    expect(total(tallyPrepared(stream, { by: ["all"] })).count).toBe(3000);
  });

  test("holds what items were, of an object that is yielded again and again, too", () => {
    const row = { word: "" };
    function* rows() {
      for (const word of words()) {
        row.word = word;
        yield row;
      }
    }
    const letter = partition({
      keys: ["a", "b"],
      keyOf: ({ word }: { word: string }) => (word.startsWith("a") ? "a" : "b"),
    });
    const prepared = prepare(rows(), { letter });
    row.word = "changed";
    expect(listCells(tallyPrepared(prepared, { by: ["letter"] })).map(({ count }) => count)).toEqual([1, 1]);
  });

  test("gives what other threads can be sent", () => {
    const prepared = prepare(["apple", "bean"], columns);
    const question = { by: ["letter"], including: "marks", measure: "length" } as const;
    expect(tallyPrepared(structuredClone(prepared), question)).toEqual(tallyPrepared(prepared, question));
  });

  test("takes 1 byte for each item and partition or inclusion, 2 or 4 where there are more keys", () => {
    const { partitions, inclusions } = prepare(words(), columns);
    expect(partitions.letter.codes.buffer.byteLength).toBe(2);
    expect(inclusions.marks.codes.buffer.byteLength).toBe(2);
    const bytesWith = (count: number) => {
      const keys = Array.from({ length: count }, (_, nth) => String(nth));
      return prepare([0, 1], { of: partition({ keys, keyOf: String }) }).partitions.of.codes.buffer
        .byteLength;
    };
    expect([256, 257, 65_536, 65_537].map(bytesWith)).toEqual([2, 4, 4, 8]);
  });

  test("numbers a set of keys once, in whatever order they are answered", () => {
    const orders = [["x", "y"], ["y", "x", "y"], [], ["y"]];
    const of = inclusion({ keys: ["x", "y"], keysOf: (nth: number) => orders[nth] as ("x" | "y")[] });
    expect([...prepare([0, 1, 2, 3], { of }).inclusions.of.codes]).toEqual([2, 2, 0, 3]);
  });
});

describe("what is refused", () => {
  const letter = partition({ keys: ["a", "b"], keyOf: (word: string) => word as "a" });
  const marks = inclusion({ keys: ["long"], keysOf: (word: string) => [word as "long"] });
  const prepared = prepare(["a"], { letter, length: countOf((word: string) => word.length) });

  test("an answer outside the keys, named", () => {
    expect(fault(() => prepare(["a", "c"], { letter }))).toMatchObject({
      code: "dimension-key-unknown",
      details: { dimension: "letter", key: "c", keys: ["a", "b"] },
    });
    expect(fault(() => prepare(["short"], { marks })).details).toMatchObject({
      dimension: "marks",
      key: "short",
    });
    expect(fault(() => prepare(["a"], { size: countOf(() => 0.5) })).code).toBe("count-not-whole");
    const twice = { ...letter, keys: ["a", "a"] as const };
    expect(fault(() => prepare([], { twice })).code).toBe("dimension-keys-repeated");
    expect(fault(() => prepare([], { twice: { ...marks, keys: ["long", "long"] } })).code).toBe(
      "dimension-keys-repeated",
    );
  });

  test("a name by which the items were not prepared", () => {
    // @ts-expect-error "length" is no partition
    expect(fault(() => tallyPrepared(prepared, { by: ["length"] }))).toEqual({
      code: "dimension-unknown",
      message: '"length" is no partition that these items were prepared by: there is letter.',
      details: { dimension: "length", dimensions: ["letter"] },
    });
    // @ts-expect-error there is no inclusion
    expect(fault(() => tallyPrepared(prepared, { by: [], including: "marks" }))).toEqual({
      code: "inclusion-unknown",
      message: '"marks" is no inclusion that these items were prepared by: there is none.',
      details: { inclusion: "marks", inclusions: [] },
    });
    // @ts-expect-error "letter" is no measure
    expect(fault(() => tallyPrepared(prepared, { by: [], measure: "letter" }))).toEqual({
      code: "measure-unknown",
      message: '"letter" is no measure that these items were prepared by: there is length.',
      details: { measure: "letter", measures: ["length"] },
    });
    // What every object inherits is no column.
    // @ts-expect-error "constructor" is no partition
    expect(fault(() => tallyPrepared(prepared, { by: ["constructor"] })).code).toBe("dimension-unknown");
  });

  test("a partition that is named twice, and names that the rows have already", () => {
    expect(fault(() => tallyPrepared(prepared, { by: ["letter", "letter"] }))).toMatchObject({
      code: "selection-repeats-key",
      details: { dimension: "letter", key: "letter" },
    });
    const named = (name: string) => prepare(["a"], Object.fromEntries([[name, letter]]));
    for (const name of ["count", "__proto__"]) {
      expect(fault(() => tallyPrepared(named(name), { by: [name] }))).toMatchObject({
        code: "dimension-name-taken",
        details: { name },
      });
    }
  });

  test("more cells than can be numbered, and sums that are not safe", () => {
    const keys = Array.from({ length: 512 }, (_, nth) => String(nth));
    const byDigit = partition({ keys, keyOf: () => "511" });
    const [a, b, c, d, e, f] = [byDigit, byDigit, byDigit, byDigit, byDigit, byDigit];
    const digits = prepare([0], { a, b, c, d, e, f });
    expect(tallyPrepared(digits, { by: ["a", "b", "c", "d", "e"] }).cells).toEqual([2 ** 45 - 1]);
    expect(fault(() => tallyPrepared(digits, { by: ["a", "b", "c", "d", "e", "f"] })).code).toBe(
      "tally-too-wide",
    );
    const most = prepare([0, 1], { most: countOf(() => Number.MAX_SAFE_INTEGER) });
    expect(fault(() => tallyPrepared(most, { by: [], measure: "most" })).code).toBe("count-unsafe");
  });
});
