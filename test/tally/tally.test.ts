import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { listCells } from "../../src/tally/list-cells.js";
import { countOf } from "../../src/tally/measure.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { cases, questionOf, sumsOf } from "../support/tally.js";
import { expectedCells } from "./oracle.js";

const byLetter = partition({ keys: ["a", "b"], keyOf: (word: string) => (word.startsWith("a") ? "a" : "b") });

describe("tally", () => {
  test("counts what a plain count finds, at every coordinate, for any question and any items", () => {
    fc.assert(
      fc.property(cases(), ({ asked, items }) => {
        expect(listCells(tally(items, questionOf(asked)))).toEqual(expectedCells(asked, items));
      }),
    );
  });

  test("does not depend on the order of the items", () => {
    const shuffled = cases().chain(({ asked, items }) =>
      fc
        .shuffledSubarray([...items], { minLength: items.length })
        .map((others) => ({ asked, items, others })),
    );
    fc.assert(
      fc.property(shuffled, ({ asked, items, others }) => {
        const question = questionOf(asked);
        expect(tally(others, question)).toEqual(tally(items, question));
      }),
    );
  });

  test("holds the cells that are not zero, ascending, and their values in the same order", () => {
    fc.assert(
      fc.property(cases(), ({ asked, items }) => {
        const { cells, whole, including } = tally(items, questionOf(asked));
        const expected = expectedCells(asked, items);
        const filled = expected.flatMap(({ count }, cell) =>
          Object.values(typeof count === "object" ? { ...count } : [count]).some((value) => value !== 0)
            ? [cell]
            : [],
        );
        expect(cells).toEqual(filled);
        for (const columns of [whole, ...Object.values(including)]) {
          for (const column of Object.values(columns)) expect(column).toHaveLength(cells.length);
        }
      }),
    );
  });

  test("asks each partition, the inclusion and the measure once for each item, and reads an iterable once", () => {
    const asked: string[] = [];
    function* words() {
      yield "apple";
      yield "bean";
    }
    const result = tally(words(), {
      by: {
        letter: partition({
          keys: ["a", "b"],
          keyOf: (word: string) => (asked.push(`key ${word}`), byLetter.keyOf(word)),
        }),
      },
      including: inclusion({
        keys: ["long"],
        keysOf: (word: string) => (asked.push(`keys ${word}`), ["long"]),
      }),
      measure: countOf((word: string) => (asked.push(`value ${word}`), word.length)),
    });
    expect(total(result)).toEqual({ count: 9, including: { long: { part: 9, whole: 9 } } });
    expect([...asked].sort()).toEqual([
      "key apple",
      "key bean",
      "keys apple",
      "keys bean",
      "value apple",
      "value bean",
    ]);
  });

  test("is plain data", () => {
    const including = inclusion({
      keys: ["long"],
      keysOf: (word: string) => (word.length > 4 ? ["long"] : []),
    });
    const by = { letter: byLetter, also: partition({ keys: ["b", "a"], keyOf: byLetter.keyOf }) };
    // Cells by hand: (a, b), (a, a), (b, b), (b, a) are 0 to 3.
    expect(tally(["bean", "apple", "ant"], { by, including })).toStrictEqual({
      kind: "tally",
      measure: "count",
      dimensions: [
        { name: "letter", keys: ["a", "b"] },
        { name: "also", keys: ["b", "a"] },
      ],
      inclusions: ["long"],
      cells: [1, 2],
      whole: { count: [2, 1] },
      including: { long: { count: [1, 0] } },
    });
  });
});

describe("counts add up", () => {
  test("the counts of a partition add to the number of items, or to the sum of what they add", () => {
    fc.assert(
      fc.property(cases(), ({ asked, items }) => {
        const question = questionOf(asked);
        const values = listCells(tally(items, question)).map(({ count }) => count);
        const added = items.map((item) => question.measure?.valueOf(item) ?? 1);
        expect(sumsOf(values)).toEqual(sumsOf(added));
      }),
    );
  });

  test("an inclusion is at most its cell, and stands beside it", () => {
    fc.assert(
      fc.property(cases(), ({ asked, items }) => {
        for (const { count, including } of listCells(tally(items, questionOf(asked)))) {
          for (const { part, whole } of Object.values(including)) {
            expect(whole).toEqual(count);
            const most = sumsOf([count]);
            for (const [field, number] of Object.entries(sumsOf([part])))
              expect(number).toBeLessThanOrEqual(most[field] ?? 0);
          }
        }
      }),
    );
  });
});

describe("what tally refuses", () => {
  test("a name that the rows have already", () => {
    const taken = (name: string, keys: string[]) =>
      fault(() =>
        tally([], {
          by: Object.fromEntries([[name, byLetter]]),
          including: inclusion({ keys, keysOf: (): string[] => [] }),
        }),
      );
    expect(taken("count", [])).toEqual({
      code: "dimension-name-taken",
      message:
        '"count" cannot be the name of a dimension or a key of the inclusion here: the rows of a tally have it already. Choose another.',
      details: { name: "count" },
    });
    expect(taken("letter", ["count"]).details).toEqual({ name: "count" });
    expect(taken("letter", ["long", "letter"]).details).toEqual({ name: "letter" });
    expect(taken("__proto__", []).details).toEqual({ name: "__proto__" });
    expect(taken("letter", ["__proto__"]).details).toEqual({ name: "__proto__" });
  });

  test("more cells than can be numbered, or than a list can hold", () => {
    const keys = Array.from({ length: 512 }, (_, nth) => String(nth));
    const byDigit = partition({ keys, keyOf: () => "511" });
    // 512 is 2^9: five of them make 2^45 cells, six of them 2^54.
    const five = { a: byDigit, b: byDigit, c: byDigit, d: byDigit, e: byDigit };
    const last = tally([0], { by: five });
    expect(last.cells).toEqual([2 ** 45 - 1]);
    expect(at(last, { a: "511", b: "511", c: "511", d: "511", e: "511" }).count).toBe(1);
    expect(at(last, { a: "510" }).count).toBe(0);
    expect(fault(() => tally([], { by: { ...five, f: byDigit } }))).toEqual({
      code: "tally-too-wide",
      message:
        "The product of the dimensions' keys is about 1.8e+16, too many to number: tally by fewer dimensions at once.",
      details: { cells: 2 ** 54 },
    });
    expect(fault(() => listCells(last))).toEqual({
      code: "tally-too-wide",
      message:
        "This tally has 35184372088832 cells, zeros included, more than a list can hold: keep fewer dimensions with marginal.",
      details: { cells: 2 ** 45 },
    });
  });
});
