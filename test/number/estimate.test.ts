import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addEstimates, type Estimate, estimate } from "../../src/number/estimate.js";
import { isInverted } from "../../src/number/range.js";
import { counts } from "../support/number.js";
import { fault } from "./fault.js";

const nothing = estimate(0, 0, 0);

/** Estimates that can be added up to four at a time, some of them out of order. */
const estimates = (): fc.Arbitrary<Estimate> =>
  fc
    .tuple(counts(), counts(), counts())
    .map((three) => three.map((count) => Math.floor(count / 4)) as [number, number, number])
    .map((three) => estimate(...three));

describe("estimate", () => {
  test("keeps the three numbers as printed, and flags those that are out of order", () => {
    fc.assert(
      fc.property(counts(), counts(), counts(), (low, best, high) => {
        const isOrdered = [low, best, high].join() === [low, best, high].sort((a, b) => a - b).join();
        expect(estimate(low, best, high)).toEqual({ low, best, high, inverted: isOrdered ? 0 : 1 });
        expect(isInverted(estimate(low, best, high))).toBe(!isOrdered);
      }),
    );
  });

  test("names which of the three is no count", () => {
    expect(fault(() => estimate(-1, 1, 1)).details).toMatchObject({
      subject: "the low number of an estimate",
    });
    expect(fault(() => estimate(1, 0.5, 1)).details).toMatchObject({
      subject: "the best number of an estimate",
    });
    expect(fault(() => estimate(1, 1, 2 ** 53))).toMatchObject({
      code: "count-unsafe",
      details: { subject: "the high number of an estimate" },
    });
  });
});

describe("addEstimates", () => {
  test("adds number by number, and keeps a flag that the sum no longer shows", () => {
    expect(addEstimates(estimate(1, 2, 9), estimate(3, 2, 4))).toEqual({
      low: 4,
      best: 4,
      high: 13,
      inverted: 1,
    });
  });

  test("has the empty sum as its identity, and depends neither on order nor on grouping", () => {
    fc.assert(
      fc.property(estimates(), estimates(), estimates(), (a, b, c) => {
        expect(addEstimates(a, nothing)).toEqual(a);
        expect(addEstimates(a, b)).toEqual(addEstimates(b, a));
        expect(addEstimates(addEstimates(a, b), c)).toEqual(addEstimates(a, addEstimates(b, c)));
      }),
    );
  });

  test("refuses a sum beyond the safe integers, and a field that is no count", () => {
    const largest = Number.MAX_SAFE_INTEGER;
    const one = estimate(1, 1, 1);
    const full = { low: 0, best: 0, high: 0, inverted: 0 };
    expect(fault(() => addEstimates({ ...full, low: largest }, one)).details).toEqual({
      subject: "the sum of low numbers",
    });
    expect(fault(() => addEstimates({ ...full, best: largest }, one)).details).toEqual({
      subject: "the sum of best numbers",
    });
    expect(fault(() => addEstimates({ ...full, high: largest }, one))).toMatchObject({
      code: "count-unsafe",
      details: { subject: "the sum of high numbers" },
    });
    expect(
      fault(() => addEstimates({ ...full, inverted: largest }, { ...full, inverted: 1 })).details,
    ).toEqual({
      subject: "the number of inverted estimates",
    });
    expect(fault(() => addEstimates(one, { ...one, best: 0.5 })).code).toBe("count-not-whole");
  });
});
