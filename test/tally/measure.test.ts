import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimate } from "../../src/number/estimate.js";
import { isInverted, range } from "../../src/number/range.js";
import { partition } from "../../src/tally/dimension.js";
import { countOf, estimateOf, rangeOf } from "../../src/tally/measure.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { counts } from "../support/number.js";

const byLetter = partition({ keys: ["a", "b"], keyOf: (word: string) => (word.startsWith("a") ? "a" : "b") });

describe("countOf", () => {
  test("adds whole numbers, zero among them", () => {
    const measure = countOf((word: string) => word.length);
    const counted = tally(["", "apple", "bean"], { by: { letter: byLetter }, measure });
    expect(at(counted, { letter: "a" }).count).toBe(5);
    expect(at(counted, { letter: "b" }).count).toBe(4);
    expect(tally([""], { by: { letter: byLetter }, measure })).toEqual(
      tally([], { by: { letter: byLetter }, measure }),
    );
  });

  test("refuses what is no count", () => {
    for (const value of [Number.NaN, -1, 1.5, "3", null, undefined, Infinity, 3n, { minimum: 1 }]) {
      const measure = countOf(() => value as number);
      const refused = fault(() => tally([0], { by: {}, measure }));
      expect(refused).toMatchObject({
        code: "count-not-whole",
        details: { subject: "the count of an item", value },
      });
      expect(refused.message).toMatch(
        /^A count must be a whole number of 0 or more, but the count of an item is /,
      );
    }
    expect(fault(() => tally([0], { by: {}, measure: countOf(() => 2 ** 53) })).code).toBe("count-unsafe");
  });
});

describe("rangeOf", () => {
  test("adds ranges as printed, and flags those that are upside down even if they do not say so", () => {
    const measure = rangeOf(([minimum, maximum]: [number, number]) => ({ minimum, maximum, inverted: 0 }));
    const all: [number, number][] = [
      [3, 9],
      [5, 4],
    ];
    expect(total(tally(all, { by: {}, measure })).count).toEqual({ minimum: 8, maximum: 13, inverted: 1 });
  });

  test("keeps the inverted ranges that an item already stands for", () => {
    const measure = rangeOf(() => ({ minimum: 5, maximum: 4, inverted: 2 }));
    expect(total(tally([0], { by: {}, measure })).count).toEqual({ minimum: 5, maximum: 4, inverted: 2 });
  });

  test("refuses a range with a field that is no count, and what is no range", () => {
    const refused = (value: unknown) =>
      fault(() => tally([0], { by: {}, measure: rangeOf(() => value as never) }));
    const good = { minimum: 1, maximum: 2, inverted: 0 };
    expect(refused({ ...good, minimum: -1 }).details).toEqual({
      subject: "the minimum of an item",
      value: -1,
    });
    expect(refused({ ...good, maximum: "2" }).details).toEqual({
      subject: "the maximum of an item",
      value: "2",
    });
    expect(refused({ ...good, inverted: 0.5 }).details).toEqual({
      subject: "the number of inverted ranges of an item",
      value: 0.5,
    });
    for (const value of [3, null, undefined, "3-5"]) {
      expect(refused(value)).toMatchObject({
        code: "count-not-whole",
        details: { subject: "the minimum of an item", value: undefined },
      });
    }
  });
});

describe("estimateOf", () => {
  test("adds low, best and high by themselves, and flags what is out of order even if it does not say so", () => {
    const measure = estimateOf(([low, best, high]: readonly [number, number, number]) => ({
      low,
      best,
      high,
      inverted: 0,
    }));
    const all = [
      [1, 2, 4],
      [3, 2, 4],
      [1, 5, 4],
    ] as const;
    expect(total(tally(all, { by: {}, measure })).count).toEqual({ low: 5, best: 9, high: 12, inverted: 2 });
  });

  test("refuses an estimate with a field that is no count, and what is no estimate", () => {
    const refused = (value: unknown) =>
      fault(() => tally([0], { by: {}, measure: estimateOf(() => value as never) }));
    expect(refused({ ...estimate(1, 2, 3), best: "2" }).details).toEqual({
      subject: "the best of an item",
      value: "2",
    });
    expect(refused({ ...estimate(1, 2, 3), inverted: -1 }).details).toEqual({
      subject: "the number of inverted estimates of an item",
      value: -1,
    });
    expect(refused(range(1, 2)).details).toEqual({ subject: "the low of an item", value: undefined });
  });
});

describe("a tally of ranges", () => {
  const items = fc
    .array(
      fc.record({ word: fc.constantFrom("apple", "bean"), low: counts(), best: counts(), high: counts() }),
      {
        maxLength: 20,
      },
    )
    .map((all) =>
      all.map(({ word, ...numbers }) => ({
        word,
        low: Math.floor(numbers.low / 20),
        best: Math.floor(numbers.best / 20),
        high: Math.floor(numbers.high / 20),
      })),
    );
  type Item = { readonly word: string; readonly low: number; readonly best: number; readonly high: number };
  const by = {
    letter: partition({ keys: ["a", "b"], keyOf: ({ word }: Item) => (word === "apple" ? "a" : "b") }),
  };
  const countsOf = (all: readonly Item[], numberOf: (item: Item) => number) =>
    tally(all, { by, measure: countOf(numberOf) });

  test("is the pair of the tallies of its minima and maxima; one of estimates, the three", () => {
    fc.assert(
      fc.property(items, (all) => {
        const ranges = tally(all, { by, measure: rangeOf(({ low, high }: Item) => range(low, high)) });
        const estimates = tally(all, {
          by,
          measure: estimateOf(({ low, best, high }: Item) => estimate(low, best, high)),
        });
        for (const letter of ["a", "b"] as const) {
          const numbers = { low: 0, best: 0, high: 0 };
          for (const field of ["low", "best", "high"] as const)
            numbers[field] = at(
              countsOf(all, (item) => item[field]),
              { letter },
            ).count;
          const { low, best, high } = numbers;
          expect(at(ranges, { letter }).count).toMatchObject({ minimum: low, maximum: high });
          expect(at(estimates, { letter }).count).toMatchObject({ low, best, high });
        }
      }),
    );
  });

  test("of ordered input has no inverted cell", () => {
    fc.assert(
      fc.property(items, (all) => {
        const ordered = all.map(({ word, ...numbers }) => {
          const [low = 0, best = 0, high = 0] = Object.values(numbers).sort((a, b) => a - b);
          return { word, low, best, high };
        });
        const ranges = tally(ordered, { by, measure: rangeOf(({ low, high }: Item) => range(low, high)) });
        const estimates = tally(ordered, {
          by,
          measure: estimateOf(({ low, best, high }: Item) => estimate(low, best, high)),
        });
        for (const letter of ["a", "b"] as const) {
          const [ofRanges, ofEstimates] = [at(ranges, { letter }).count, at(estimates, { letter }).count];
          expect(isInverted(ofRanges) || isInverted(ofEstimates)).toBe(false);
          expect(ofRanges.minimum).toBeLessThanOrEqual(ofRanges.maximum);
          expect(ofEstimates.low).toBeLessThanOrEqual(ofEstimates.best);
          expect(ofEstimates.best).toBeLessThanOrEqual(ofEstimates.high);
        }
      }),
    );
  });
});
