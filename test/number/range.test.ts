import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addRanges, isInverted, type Range, range } from "../../src/number/range.js";
import { counts, ranges } from "../support/number.js";
import { fault } from "./fault.js";

const nothing = range(0, 0);
const sumOf = (all: readonly Range[]): Range => all.reduce(addRanges, nothing);

describe("range", () => {
  test("keeps both counts as printed, and flags those that are upside down", () => {
    fc.assert(
      fc.property(counts(), counts(), (minimum, maximum) => {
        const inverted = minimum > maximum ? 1 : 0;
        expect(range(minimum, maximum)).toEqual({ minimum, maximum, inverted });
        expect(isInverted(range(minimum, maximum))).toBe(minimum > maximum);
      }),
    );
  });

  test("is not inverted where both are the same", () => {
    expect(range(5, 5)).toEqual({ minimum: 5, maximum: 5, inverted: 0 });
  });

  test("names which of the two is no count", () => {
    expect(fault(() => range(0.5, 1))).toMatchObject({
      code: "count-not-whole",
      details: { subject: "the minimum of a range", value: 0.5 },
    });
    expect(fault(() => range(1, 2 ** 53))).toMatchObject({
      code: "count-unsafe",
      details: { subject: "the maximum of a range" },
    });
  });
});

describe("addRanges", () => {
  test("adds minima, maxima and flags, and keeps a flag that the sum no longer shows", () => {
    const sum = addRanges(range(3, 9), range(5, 4));
    expect(sum).toEqual({ minimum: 8, maximum: 13, inverted: 1 });
    expect(isInverted(sum)).toBe(true);
  });

  test("has the empty sum as its identity", () => {
    expect(nothing).toEqual({ minimum: 0, maximum: 0, inverted: 0 });
    fc.assert(
      fc.property(ranges(), (one) => {
        expect(addRanges(one, nothing)).toEqual(one);
        expect(addRanges(nothing, one)).toEqual(one);
      }),
    );
  });

  test("does not depend on order or grouping", () => {
    fc.assert(
      fc.property(ranges(), ranges(), ranges(), (a, b, c) => {
        expect(addRanges(a, b)).toEqual(addRanges(b, a));
        expect(addRanges(addRanges(a, b), c)).toEqual(addRanges(a, addRanges(b, c)));
      }),
    );
  });

  test("counts the inverted ranges of any sum, in any order", () => {
    const shuffled = fc
      .array(ranges(), { maxLength: 4 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        expect(sumOf(others)).toEqual(sumOf(all));
        expect(sumOf(all).inverted).toBe(all.filter(({ minimum, maximum }) => minimum > maximum).length);
      }),
    );
  });

  test("refuses a sum beyond the safe integers, and a field that is no count", () => {
    const largest = Number.MAX_SAFE_INTEGER;
    const one = range(1, 1);
    expect(fault(() => addRanges(range(largest, largest), one))).toMatchObject({
      code: "count-unsafe",
      details: { subject: "the sum of the minima of ranges" },
    });
    expect(fault(() => addRanges(range(0, largest), one)).details).toEqual({
      subject: "the sum of the maxima of ranges",
    });
    expect(fault(() => addRanges({ ...one, inverted: largest }, { ...one, inverted: 1 })).details).toEqual({
      subject: "the number of inverted ranges",
    });
    expect(fault(() => addRanges(one, { ...one, minimum: -1 })).code).toBe("count-not-whole");
  });
});
