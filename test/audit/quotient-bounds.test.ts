import { divideRounded, partsPrintedAs, roundings } from "casualty-stats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  greatestWhole,
  leastWhole,
  partsOf,
  printsAll,
  wholesAround,
} from "../../src/audit/constraints/quotient-bounds.js";

describe("the parts of a whole that print as a percentage", () => {
  test("are those of partsPrintedAs, for every rounding, 0 and 1 decimals and wholes up to 130", () => {
    for (const rounding of roundings) {
      for (const [text, units, unitsOfWhole] of [
        ["0", 0, 100],
        ["35", 35, 100],
        ["94", 94, 100],
        ["0.5", 5, 1000],
        ["33.3", 333, 1000],
        ["100", 100, 100],
      ] as const) {
        for (let whole = 1; whole <= 130; whole++) {
          const { minimum, maximum } = partsOf({ units, unitsOfWhole, rounding, widening: 0 }, whole);
          const expected = partsPrintedAs(text, whole, { rounding });
          // A part may be above the whole here (a rate has no such bound), so that only the end may differ.
          const atMostAll = { minimum, maximum: Math.min(maximum, whole) };
          expect(minimum > maximum ? null : atMostAll).toEqual(expected);
        }
      }
    }
  });

  test("by any rounding are those of one of them, or between", () => {
    for (let whole = 1; whole <= 60; whole++) {
      for (let part = 0; part <= whole; part++) {
        for (const rounding of roundings) {
          const units = divideRounded(100 * part, whole, rounding);
          const found = partsOf({ units, unitsOfWhole: 100, rounding: "any", widening: 0 }, whole);
          expect(found.minimum).toBeLessThanOrEqual(part);
          expect(found.maximum).toBeGreaterThanOrEqual(part);
        }
      }
    }
  });
});

test("the wholes of a part are around all of which it prints as the percentage, and no wider than needed", () => {
  for (const rounding of [...roundings, "any"] as const) {
    for (const units of [0, 1, 35, 50, 94, 100]) {
      for (let part = 0; part <= 12; part++) {
        const relation = { units, unitsOfWhole: 100, rounding, widening: 0 };
        const fitting = Array.from({ length: 1400 }, (_, whole) => whole).filter((whole) => {
          const { minimum, maximum } = partsOf(relation, whole);
          return minimum <= part && part <= maximum;
        });
        const { minimum, maximum } = wholesAround(relation, part);
        const [first] = fitting;
        if (first === undefined) expect(part > 0 && minimum <= maximum && minimum < 1400).toBe(false);
        else {
          // Of no part the least whole is not looked for: it is 0 or 1.
          expect(part === 0 ? Math.max(minimum, first) : minimum).toBe(first);
          expect(Math.min(maximum, 1399)).toBe(fitting.at(-1));
        }
      }
    }
  }
});

describe("the wholes in bounds of which a part in bounds prints as the percentage", () => {
  const ordered = (most: number) =>
    fc
      .tuple(fc.nat(most), fc.nat(most))
      .map(([a, b]) => ({ minimum: Math.min(a, b), maximum: Math.max(a, b) }));
  const relations = fc.record({
    units: fc.oneof(fc.nat(1000), fc.nat(5)),
    unitsOfWhole: fc.constantFrom(1, 100, 1000),
    rounding: fc.constantFrom(...roundings, "any" as const),
    widening: fc.constantFrom(0, 1),
  });

  test("are, at both ends, those that trying each finds", () => {
    fc.assert(
      fc.property(relations, ordered(60), ordered(700), (relation, part, whole) => {
        const fitting: number[] = [];
        for (let value = whole.minimum; value <= whole.maximum; value++) {
          const { minimum, maximum } = partsOf(relation, value);
          if (minimum <= maximum && minimum <= part.maximum && maximum >= part.minimum) fitting.push(value);
        }
        expect(leastWhole(relation, part, whole)).toBe(fitting[0] ?? null);
        expect(greatestWhole(relation, part, whole)).toBe(fitting.at(-1) ?? whole.minimum);
      }),
    );
  });

  test("are found also of a part that is a hundred millionth", () => {
    const relation = { units: 1, unitsOfWhole: 100_000_000, rounding: "half-up", widening: 0 } as const;
    const part = { minimum: 3, maximum: 3 };
    // 3 is at least half a hundred millionth of up to 600 million, and less than one and a half of more than 200 million.
    expect(leastWhole(relation, part, { minimum: 0, maximum: Infinity })).toBe(200_000_001);
    expect(greatestWhole(relation, part, { minimum: 0, maximum: 10_000_000_000 })).toBe(600_000_000);
  });
});

test("nobody of nobody prints as 0 and as nothing else, and everybody as 100", () => {
  const printed = { unitsOfWhole: 100, widening: 0 };
  for (const rounding of [...roundings, "any"] as const) {
    expect(partsOf({ ...printed, units: 0, rounding }, 0)).toEqual({ minimum: 0, maximum: 0 });
    const { minimum, maximum } = partsOf({ ...printed, units: 1, rounding }, 0);
    expect(minimum).toBeGreaterThan(maximum);
    const all = [98, 99, 100, 101].filter((units) => printsAll({ ...printed, units, rounding }));
    expect(all).toEqual([100]);
  }
});

test("one unit more or less for about: 94% of 45 is 42 then", () => {
  const printed = { units: 94, unitsOfWhole: 100, rounding: "half-up" } as const;
  const exactly = partsOf({ ...printed, widening: 0 }, 45);
  expect(exactly.minimum).toBeGreaterThan(exactly.maximum);
  // 92.5% of 45 is 41.6, 95.5% is 42.97.
  expect(partsOf({ ...printed, widening: 1 }, 45)).toEqual({ minimum: 42, maximum: 42 });
});
