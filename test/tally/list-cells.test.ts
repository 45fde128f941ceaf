import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listCells, listFilledCells } from "../../src/tally/list-cells.js";
import { at } from "../../src/tally/read.js";
import { runningTotal } from "../../src/tally/running-total.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { cases, keyTexts, partitionOf, questionOf } from "../support/tally.js";

const by = {
  letter: partitionOf({ name: "letter", keys: ["a", "b"] }, 0),
  number: partitionOf({ name: "number", keys: ["1", "2", "3"] }, 1),
};
const item = (...keys: string[]) => ({
  id: "",
  keys,
  inside: [],
  count: 0,
  range: { minimum: 0, maximum: 0, inverted: 0 },
});
const counted = tally([item("b", "3"), item("a", "2"), item("a", "2")], { by });

describe("listCells", () => {
  test("gives every cell, zeros included, the last dimension running fastest", () => {
    expect(listCells(counted).map(({ key, count }) => [key.letter, key.number, count])).toEqual([
      ["a", "1", 0],
      ["a", "2", 2],
      ["a", "3", 0],
      ["b", "1", 0],
      ["b", "2", 0],
      ["b", "3", 1],
    ]);
  });

  test("gives one cell without dimensions, and none of a dimension without keys", () => {
    expect(listCells(tally([item()], { by: {} }))).toEqual([{ key: {}, count: 1, including: {} }]);
    const none = { ...by, none: partitionOf({ name: "none", keys: [] }, 2) };
    expect(listCells(tally([], { by: none }))).toEqual([]);
  });

  test("has as many cells as the product of the keys, each what at gives there", () => {
    fc.assert(
      fc.property(cases(), ({ asked, items }) => {
        const table = tally(items, questionOf(asked));
        const cells = listCells(table);
        expect(cells.length).toBe(asked.dimensions.reduce((product, { keys }) => product * keys.length, 1));
        for (const { key, ...cell } of cells.slice(0, 20)) expect(cell).toEqual(at(table, key));
      }),
    );
  });

  test("refuses more cells than a list can hold", () => {
    const wide = (name: string) =>
      partitionOf({ name, keys: Array.from({ length: 2 ** 16 }, (_, key) => String(key)) }, 0);
    const wideBy = { one: wide("one"), other: wide("other") };
    expect(fault(() => listCells(tally([], { by: wideBy })))).toMatchObject({
      code: "tally-too-wide",
      details: { cells: 2 ** 32 },
    });
    expect(listFilledCells(tally([item("7")], { by: wideBy }))).toMatchObject([
      { key: { one: "7", other: "7" } },
    ]);
  });
});

describe("listFilledCells", () => {
  test("gives the cells that are not zero, in the order of the keys", () => {
    expect(listFilledCells(counted)).toEqual([
      { key: { letter: "a", number: "2" }, count: 2, including: {} },
      { key: { letter: "b", number: "3" }, count: 1, including: {} },
    ]);
    expect(listFilledCells(tally([], { by }))).toEqual([]);
  });

  test("are those of listCells that hold anything", () => {
    fc.assert(
      fc.property(cases(), ({ asked, items }) => {
        const table = tally(items, questionOf(asked));
        const holds = (value: unknown): boolean =>
          typeof value === "object" && value !== null ? Object.values(value).some(holds) : value !== 0;
        expect(listFilledCells(table)).toEqual(
          listCells(table).filter(({ count, including }) => holds(count) || holds(including)),
        );
      }),
    );
  });
});

test("keys that mean something to JavaScript are keys like any others", () => {
  fc.assert(
    fc.property(fc.uniqueArray(keyTexts(), { minLength: 1 }), (keys) => {
      const table = tally(
        keys.map((key) => item(key)),
        { by: { key: partitionOf({ name: "key", keys }, 0) } },
      );
      const expected = keys.map((key) => [key, 1]);
      expect(listCells(table).map(({ key, count }) => [key.key, count])).toEqual(expected);
      expect(listFilledCells(table).map(({ key, count }) => [key.key, count])).toEqual(expected);
    }),
  );
});

test("a running total is refused: its steps are no cells", () => {
  const months = partitionOf({ name: "month", keys: ["1"], sequence: ["1"] }, 0);
  const running = runningTotal(tally([], { by: { month: months } }), { over: "month" });
  // @ts-expect-error TS2345: a stock is no tally
  expect(fault(() => listCells(running)).code).toBe("tally-not-additive");
  // @ts-expect-error TS2345: a stock is no tally
  expect(fault(() => listFilledCells(running)).code).toBe("tally-not-additive");
});
