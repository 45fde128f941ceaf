import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { merge } from "../../src/tally/algebra.js";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { rangeOf } from "../../src/tally/measure.js";
import { total } from "../../src/tally/read.js";
import { fromRows, rows } from "../../src/tally/rows.js";
import { tally } from "../../src/tally/tally.js";
import type { Tally } from "../../src/tally/tally-data.js";
import { fault } from "../number/fault.js";
import { cases, questionOf, splitCases } from "../support/tally.js";
import { expectedCells } from "./oracle.js";

/** The same rows with every number as a bigint, as databases give counts. */
const withBigInts = (value: unknown): unknown => {
  if (typeof value === "number") return BigInt(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withBigInts(field)]));
};

describe("rows", () => {
  test("are the cells, flat: keys, count and what each key of the inclusion holds", () => {
    fc.assert(
      fc.property(cases(), ({ asked, items }) => {
        const expected = expectedCells(asked, items).map(({ key, count, including }) => {
          const parts = Object.entries(including).map(([name, { part }]) => [name, part]);
          return { ...key, count, ...(Object.fromEntries(parts) as object) };
        });
        expect(rows(tally(items, questionOf(asked)))).toEqual(expected);
      }),
    );
  });

  test("are read back as the tally that they were made of, from numbers or bigints", () => {
    fc.assert(
      fc.property(cases(), ({ asked, items }) => {
        const question = questionOf(asked);
        const counted = tally(items, question);
        expect(fromRows(rows(counted), question)).toEqual(counted);
        const big = rows(counted).map((row) => withBigInts(row) as Record<string, unknown>);
        expect(fromRows(big, question)).toEqual(counted);
      }),
    );
  });
});

describe("fromRows", () => {
  test("of the rows of several tallies together is their merge, in any order", () => {
    fc.assert(
      fc.property(splitCases(2), ({ asked, parts: [one = [], other = []] }) => {
        const question = questionOf(asked);
        const [a, b] = [tally(one, question), tally(other, question)];
        expect(fromRows([...rows(a), ...rows(b)], question)).toEqual(merge(a, b));
        expect(fromRows([...rows(b), ...rows(a)].reverse(), question)).toEqual(merge(a, b));
      }),
    );
  });

  const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
  const including = inclusion({
    keys: ["child", "constructor"],
    keysOf: (letter: "a" | "b") => (letter === "a" ? [] : ["child"]),
  });
  const refused = (row: unknown) =>
    fault(() =>
      fromRows([{ letter: "a", count: 1, child: 0, constructor: 0 }, row as Record<string, unknown>], {
        by,
        including,
      }),
    );

  test("takes rows for some of the cells, with further columns, and asks no item for its key", () => {
    const some = [{ letter: "b", count: 3n, child: 1, constructor: 0, note: null }];
    const counted = fromRows(some, { by: { letter: { keys: ["a", "b"] } }, including: { keys: ["child"] } });
    expect(rows(counted)).toEqual([
      { letter: "a", count: 0, child: 0 },
      { letter: "b", count: 3, child: 1 },
    ]);
    expect(fromRows([], { by, including })).toEqual(tally([], { by, including }));
  });

  test("refuses a row that is none, or without a column, and says which", () => {
    const malformed = (column: string, why: string) => ({
      code: "row-malformed",
      message: `The column "${column}" of row 2 ${why}.`,
      details: { row: 2, column },
    });
    const noText = malformed("letter", "must hold a key of the dimension as text");
    for (const row of [
      { count: 1, child: 0, constructor: 0 },
      { letter: 1 },
      { letter: null },
      null,
      5,
      "row",
      [],
    ]) {
      expect(refused(row)).toEqual(noText);
    }
    const missing = "is missing; a count of none is 0";
    expect(refused({ letter: "a", child: 0 })).toEqual(malformed("count", missing));
    expect(refused({ letter: "a", count: 1 })).toEqual(malformed("child", missing));
    // Every object inherits a "constructor", which is no column.
    expect(refused({ letter: "a", count: 1, child: 0 })).toEqual(malformed("constructor", missing));
  });

  test("refuses a key that is none, and says in which row", () => {
    expect(refused({ letter: "c", count: 1 })).toEqual({
      code: "dimension-key-unknown",
      message: '"c" is none of the keys of letter (a, b): correct row 2, or give it a key of its own.',
      details: { dimension: "letter", key: "c", keys: ["a", "b"] },
    });
  });

  test("refuses what is no count, and a bigint that a number cannot hold", () => {
    for (const count of [-1, 1.5, Number.NaN, "3", null, -1n, true]) {
      expect(refused({ letter: "a", count })).toMatchObject({
        code: "count-not-whole",
        details: { subject: 'the count of the column "count" of row 2' },
      });
    }
    expect(total(fromRows([{ letter: "a", count: 2n ** 53n - 1n }], { by })).count).toBe(2 ** 53 - 1);
    expect(fault(() => fromRows([{ letter: "a", count: 2n ** 53n }], { by })).code).toBe("count-unsafe");
    const most = { letter: "a", count: 2n ** 53n - 1n };
    expect(fault(() => fromRows([most, most], { by })).code).toBe("count-unsafe");
  });

  test("is where a tally with counts that were tampered with is found: its counts are looked at as rows, and nowhere else", () => {
    const shape = { measure: "count", dimensions: [{ name: "letter", keys: ["a", "b"] }], inclusions: [] };
    const tampered = JSON.parse(
      JSON.stringify({ kind: "tally", ...shape, cells: [0, 1], whole: { count: [-2, 5] }, including: {} }),
    ) as Tally<{ letter: "a" | "b" }>;
    const letters = { by: { letter: by.letter } };
    expect(total(tampered).count).toBe(3);
    expect(fault(() => fromRows(rows(tampered), letters)).code).toBe("count-not-whole");
    // A cell that stands twice would be lost or doubled in a tally, which is refused; two rows of it are added.
    const twice = { ...tampered, cells: [1, 1], whole: { count: [2, 5] } };
    expect(fault(() => rows(twice)).code).toBe("tally-not-additive");
    expect(
      total(
        fromRows(
          [
            { letter: "b", count: 2 },
            { letter: "b", count: 5 },
          ],
          letters,
        ),
      ).count,
    ).toBe(7);
  });

  test("refuses a row that includes more than it counts", () => {
    expect(refused({ letter: "a", count: 1, child: 2, constructor: 0 })).toEqual({
      code: "inclusion-above-count",
      message: "Row 2 includes more child than it counts: correct the row.",
      details: { inclusion: "child" },
    });
  });

  test("refuses what is no range, and a range that includes more", () => {
    const measure = rangeOf(() => ({ minimum: 0, maximum: 0, inverted: 0 }));
    const count = { minimum: 2, maximum: 5, inverted: 0 };
    const read = (row: Record<string, unknown>) =>
      fault(() => fromRows([row], { by: {}, including, measure }));
    expect(read({ count: 3 })).toMatchObject({
      code: "row-malformed",
      message: 'The column "count" of row 1 must hold a range.',
    });
    expect(read({ count: null }).code).toBe("row-malformed");
    expect(read({ count: { minimum: 1, maximum: 2 } })).toMatchObject({
      code: "count-not-whole",
      details: { subject: 'the number of inverted ranges of the column "count" of row 1' },
    });
    for (const more of [{ minimum: 3 }, { maximum: 6 }, { inverted: 1 }, { minimum: 2, maximum: 1 }]) {
      expect(read({ count, child: { ...count, ...more } }).code).toBe("inclusion-above-count");
    }
  });
});
