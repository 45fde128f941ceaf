import { describe, expect, test } from "vitest";
import { partition } from "../../src/tally/dimension.js";
import { countOf, rangeOf } from "../../src/tally/measure.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";

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
