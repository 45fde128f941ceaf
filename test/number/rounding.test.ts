import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divideRounded } from "../../src/number/quotient.js";
import { type Rounding, roundings } from "../../src/number/rounding.js";
import { anyRounding, counts, positiveCounts, ties } from "../support/number.js";
import { fault } from "./fault.js";
import { roundedByFloors } from "./oracle.js";

describe("divideRounded", () => {
  test.each([
    // IEEE 754-2019, 4.3: ties to even, ties away from zero, toward positive and negative infinity
    [5, 2, { "half-up": 3, "half-even": 2, "half-down": 2, up: 3, down: 2 }],
    [7, 2, { "half-up": 4, "half-even": 4, "half-down": 3, up: 4, down: 3 }],
    [1, 2, { "half-up": 1, "half-even": 0, "half-down": 0, up: 1, down: 0 }],
    [1, 3, { "half-up": 0, "half-even": 0, "half-down": 0, up: 1, down: 0 }],
    [2, 3, { "half-up": 1, "half-even": 1, "half-down": 1, up: 1, down: 0 }],
    [6, 3, { "half-up": 2, "half-even": 2, "half-down": 2, up: 2, down: 2 }],
    [0, 3, { "half-up": 0, "half-even": 0, "half-down": 0, up: 0, down: 0 }],
  ])("%i / %i", (numerator, denominator, expected: Record<Rounding, number>) => {
    for (const rounding of roundings)
      expect(divideRounded(numerator, denominator, rounding)).toBe(expected[rounding]);
  });

  test("agrees with rounding by floors, for every count", () => {
    fc.assert(
      fc.property(counts(), positiveCounts(), anyRounding(), (numerator, denominator, rounding) => {
        const expected = roundedByFloors(BigInt(numerator), BigInt(denominator), rounding);
        expect(BigInt(divideRounded(numerator, denominator, rounding))).toBe(expected);
      }),
    );
  });

  test("lies, for the halves, between down and up, which are less than one apart from the quotient", () => {
    fc.assert(
      fc.property(counts(), positiveCounts(), anyRounding(), (numerator, denominator, rounding) => {
        const down = divideRounded(numerator, denominator, "down");
        const up = divideRounded(numerator, denominator, "up");
        const rounded = divideRounded(numerator, denominator, rounding);
        expect(down <= rounded && rounded <= up).toBe(true);
        expect(BigInt(down) * BigInt(denominator) <= BigInt(numerator)).toBe(true);
        expect(BigInt(up) * BigInt(denominator) >= BigInt(numerator)).toBe(true);
        expect(up - down).toBe(numerator % denominator === 0 ? 0 : 1);
      }),
    );
  });

  test("takes, for the halves, a whole number not further than a half away", () => {
    fc.assert(
      fc.property(
        counts(),
        positiveCounts(),
        fc.constantFrom("half-up", "half-even", "half-down"),
        (numerator, denominator, rounding) => {
          const off =
            BigInt(divideRounded(numerator, denominator, rounding)) * BigInt(denominator) - BigInt(numerator);
          expect(2n * off <= BigInt(denominator) && -2n * off <= BigInt(denominator)).toBe(true);
        },
      ),
    );
  });

  test("is the quotient itself wherever it is whole", () => {
    fc.assert(
      fc.property(counts(), positiveCounts(), anyRounding(), (count, denominator, rounding) => {
        const quotient = Math.floor(count / denominator);
        fc.pre(Number.isSafeInteger(quotient * denominator));
        expect(divideRounded(quotient * denominator, denominator, rounding)).toBe(quotient);
      }),
    );
  });

  test("takes, at a tie, the upper, the lower or the even one", () => {
    fc.assert(
      fc.property(ties(), ({ numerator, denominator, below }) => {
        expect(divideRounded(numerator, denominator, "half-up")).toBe(below + 1);
        expect(divideRounded(numerator, denominator, "half-down")).toBe(below);
        expect(divideRounded(numerator, denominator, "half-even")).toBe(below % 2 === 0 ? below : below + 1);
      }),
    );
  });

  test("rounds by the three halves alike wherever there is no tie", () => {
    fc.assert(
      fc.property(counts(), positiveCounts(), (numerator, denominator) => {
        const isTie = (2n * BigInt(numerator)) % (2n * BigInt(denominator)) === BigInt(denominator);
        const halves = (["half-up", "half-even", "half-down"] as const).map((rounding) =>
          divideRounded(numerator, denominator, rounding),
        );
        expect(new Set(halves).size).toBe(isTie ? 2 : 1);
      }),
    );
  });

  test("refuses what is no count, a denominator of 0 and a rounding that is none", () => {
    expect(fault(() => divideRounded(-1, 2, "up"))).toMatchObject({
      code: "count-not-whole",
      details: { subject: "the numerator", value: -1 },
    });
    expect(fault(() => divideRounded(1, 2 ** 53, "up"))).toMatchObject({
      code: "count-unsafe",
      details: { subject: "the denominator" },
    });
    expect(fault(() => divideRounded(1, 0, "up"))).toEqual({
      code: "denominator-zero",
      message:
        "A denominator must be a whole number of 1 or more, but it is 0. Say what a figure about nothing shall print before dividing.",
      details: { subject: "the denominator" },
    });
    // @ts-expect-error TS2345: a text from outside, which no type has checked
    expect(fault(() => divideRounded(1, 2, "bankers"))).toEqual({
      code: "rounding-unknown",
      message: 'Name how to round: one of "half-up", "half-even", "half-down", "up", "down", not "bankers".',
      details: { rounding: "bankers" },
    });
  });
});
