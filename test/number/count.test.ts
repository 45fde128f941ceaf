import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCounts, checkedCount } from "../../src/number/count.js";
import { counts } from "../support/number.js";
import { fault } from "./fault.js";

const largest = Number.MAX_SAFE_INTEGER;

describe("checkedCount", () => {
  test("gives every count back", () => {
    fc.assert(fc.property(counts(), (count) => checkedCount(count, "the victims") === count));
    expect(checkedCount(0, "the victims")).toBe(0);
    expect(checkedCount(largest, "the victims")).toBe(largest);
  });

  test("makes minus zero zero", () => {
    expect(checkedCount(-0, "the victims")).toBe(0);
  });

  test("refuses whatever is not a whole number of 0 or more", () => {
    const notWhole = [
      2.5,
      -1,
      -1e300,
      NaN,
      Infinity,
      -Infinity,
      "3",
      "",
      null,
      undefined,
      true,
      3n,
      {},
      [3],
      Symbol("3"),
    ];
    for (const value of notWhole) {
      const { code, details } = fault(() => checkedCount(value, "the number of victims"));
      expect(code).toBe("count-not-whole");
      expect(details).toEqual({ subject: "the number of victims", value });
    }
  });

  test("says what was handed in and what to do", () => {
    const messageFor = (value: unknown): string =>
      fault(() => checkedCount(value, "the number of victims")).message;
    const start = "A count must be a whole number of 0 or more, but the number of victims is";
    expect(messageFor("3")).toBe(`${start} the text "3". Convert it to a number first.`);
    expect(messageFor(3n)).toBe(`${start} the BigInt 3. Convert it to a number first.`);
    const unknown = "What is not known is not zero: leave it out, or state a count.";
    expect(messageFor(NaN)).toBe(`${start} NaN. ${unknown}`);
    expect(messageFor(null)).toBe(`${start} null. ${unknown}`);
    expect(messageFor(undefined)).toBe(`${start} undefined. ${unknown}`);
    expect(messageFor(-1)).toBe(`${start} -1. Hand in a count, neither a difference nor a rate.`);
    expect(messageFor({})).toBe(
      `${start} of the type object. Hand in a count, neither a difference nor a rate.`,
    );
  });

  test("refuses what a number cannot hold exactly", () => {
    for (const value of [largest + 1, 1e300]) {
      const { code, message, details } = fault(() => checkedCount(value, "the number of victims"));
      expect(code).toBe("count-unsafe");
      expect(details).toEqual({ subject: "the number of victims" });
      expect(message).toBe(
        "Counts are exact up to 9007199254740991, and the number of victims is above that. Look for a code or an id that was read as a count.",
      );
    }
  });
});

describe("addCounts", () => {
  test("adds as BigInt does, or refuses", () => {
    fc.assert(
      fc.property(counts(), counts(), (a, b) => {
        const sum = BigInt(a) + BigInt(b);
        if (sum > BigInt(largest)) expect(fault(() => addCounts(a, b, "the sum")).code).toBe("count-unsafe");
        else expect(BigInt(addCounts(a, b, "the sum"))).toBe(sum);
      }),
    );
  });

  test("adds up to the largest safe integer and not beyond", () => {
    expect(addCounts(largest - 1, 1, "the sum")).toBe(largest);
    expect(fault(() => addCounts(largest, 1, "the sum")).details).toEqual({ subject: "the sum" });
  });

  test("refuses what is no count, even if the sum would be", () => {
    expect(fault(() => addCounts(0.5, 0.5, "the sum")).code).toBe("count-not-whole");
    expect(fault(() => addCounts(3, -1, "the sum")).code).toBe("count-not-whole");
  });
});
