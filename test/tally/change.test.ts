import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeBetween } from "../../src/tally/change.js";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { rangeOf } from "../../src/tally/measure.js";
import { tally } from "../../src/tally/tally.js";
import type { Tally } from "../../src/tally/tally-data.js";
import { fault } from "../number/fault.js";
import { type Asked, type Item, questionOf, splitCases } from "../support/tally.js";
import { expectedCells } from "./oracle.js";

// All measures but ranges and estimates.
const pairs = splitCases(2).map(({ asked, parts: [before = [], after = []] }) => ({
  asked: { ...asked, measure: asked.measure === "count" ? asked.measure : ("one" as const) },
  before,
  after,
}));

const countsOf = (asked: Asked, items: readonly Item[]) => tally(items, questionOf(asked)) as Tally;

const differenceOf = (before: unknown, after: unknown) => ({
  before,
  after,
  difference: Number(after) - Number(before),
});

describe("changeBetween", () => {
  test("gives before, after and the difference of every cell that is not the same", () => {
    fc.assert(
      fc.property(pairs, ({ asked, before, after }) => {
        const later = expectedCells(asked, after);
        const expected = expectedCells(asked, before).flatMap((was, nth) => {
          const is = later[nth];
          if (is === undefined) throw new Error("Both have the same cells.");
          const parts = asked.inclusions.map(
            (key) => [was.including[key]?.part, is.including[key]?.part] as const,
          );
          if (was.count === is.count && parts.every(([one, other]) => one === other)) return [];
          const including = asked.inclusions.map((key, at) => [key, differenceOf(...(parts[at] ?? [0, 0]))]);
          return [
            {
              key: was.key,
              ...differenceOf(was.count, is.count),
              including: Object.fromEntries(including) as unknown,
            },
          ];
        });
        expect(changeBetween(countsOf(asked, before), countsOf(asked, after))).toEqual({
          kind: "change",
          cells: expected,
        });
      }),
    );
  });

  test("is empty between a tally and itself", () => {
    fc.assert(
      fc.property(pairs, ({ asked, before }) => {
        const counted = countsOf(asked, before);
        expect(changeBetween(counted, counted)).toEqual({ kind: "change", cells: [] });
      }),
    );
  });

  test("is the other way round between the other way round", () => {
    fc.assert(
      fc.property(pairs, ({ asked, before, after }) => {
        const [one, other] = [countsOf(asked, before), countsOf(asked, after)];
        const turned = ({
          before: was,
          after: is,
          difference,
        }: {
          before: number;
          after: number;
          difference: number;
        }) => ({
          before: is,
          after: was,
          difference: 0 - difference,
        });
        const cells = changeBetween(one, other).cells.map((cell) => ({
          key: cell.key,
          ...turned(cell),
          including: Object.fromEntries(
            Object.entries(cell.including).map(([key, part]) => [key, turned(part)]),
          ),
        }));
        expect(changeBetween(other, one).cells).toEqual(cells);
      }),
    );
  });

  const by = {
    letter: partition({ keys: ["a", "b"], keyOf: (word: string) => (word.startsWith("a") ? "a" : "b") }),
  };
  const including = inclusion({
    keys: ["fruit"],
    keysOf: (word: string) => (word === "apple" ? ["fruit"] : []),
  });

  test("lists a cell in which only the inclusion changed", () => {
    const change = changeBetween(
      tally(["apple", "bean"], { by, including }),
      tally(["ant", "bean"], { by, including }),
    );
    expect(change.cells).toEqual([
      {
        key: { letter: "a" },
        before: 1,
        after: 1,
        difference: 0,
        including: { fruit: { before: 1, after: 0, difference: -1 } },
      },
    ]);
  });

  test("refuses tallies of another shape, and of ranges", () => {
    const words = tally([], { by });
    // @ts-expect-error the dimensions are not the same
    expect(fault(() => changeBetween(words, tally([], { by: {} }))).code).toBe("tally-dimensions-differ");
    const fewer: typeof words = tally([], { by: { letter: partition({ keys: ["a"], keyOf: () => "a" }) } });
    expect(fault(() => changeBetween(words, fewer)).code).toBe("tally-keys-differ");
    const ranges = tally([], { by, measure: rangeOf(() => ({ minimum: 0, maximum: 0, inverted: 0 })) });
    // @ts-expect-error a range is no count
    expect(fault(() => changeBetween(words, ranges)).code).toBe("tally-measures-differ");
    // @ts-expect-error ranges are no counts
    expect(fault(() => changeBetween(ranges, ranges))).toMatchObject({
      code: "tally-measures-differ",
      details: { left: "range", right: "count" },
    });
  });
});
