import { divideRounded, partsPrintedAs, roundings } from "casualty-stats";
import { describe, expect, test } from "vitest";
import { partsOf, wholesOf } from "../../src/audit/quotient-bounds.js";

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
        for (let whole = 0; whole <= 130; whole++) {
          const parts = partsOf({ units, unitsOfWhole, rounding, widening: 0 }, whole);
          const expected = partsPrintedAs(text, whole, { rounding });
          // A part may be above the whole here (a rate has no such bound), so that only the end may differ.
          expect(parts === null ? null : { ...parts, maximum: Math.min(parts.maximum, whole) }).toEqual(
            expected,
          );
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
          expect(found?.minimum).toBeLessThanOrEqual(part);
          expect(found?.maximum).toBeGreaterThanOrEqual(part);
        }
      }
    }
  });
});

test("the wholes of a part are just those of which it prints as the percentage", () => {
  for (const rounding of [...roundings, "any"] as const) {
    for (const units of [0, 1, 35, 50, 94, 100]) {
      for (let part = 0; part <= 12; part++) {
        const relation = { units, unitsOfWhole: 100, rounding, widening: 0 };
        const fitting = Array.from({ length: 1400 }, (_, nth) => nth + 1).filter((whole) => {
          const parts = partsOf(relation, whole);
          return parts !== null && parts.minimum <= part && part <= parts.maximum;
        });
        const wholes = wholesOf(relation, part);
        if (wholes === null || wholes.minimum > 1400) expect(fitting).toEqual([]);
        else expect([wholes.minimum, Math.min(wholes.maximum, 1400)]).toEqual([fitting[0], fitting.at(-1)]);
      }
    }
  }
});

test("one unit more or less for about: 94% of 45 is 42 then", () => {
  const printed = { units: 94, unitsOfWhole: 100, rounding: "half-up" } as const;
  expect(partsOf({ ...printed, widening: 0 }, 45)).toBeNull();
  // 92.5% of 45 is 41.6, 95.5% is 42.97.
  expect(partsOf({ ...printed, widening: 1 }, 45)).toEqual({ minimum: 42, maximum: 42 });
});
