import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPercent, percentOf } from "../../src/number/percent.js";
import { anyDigits, anyRounding, anyShares, counts, printOptions, shares } from "../support/number.js";
import { fault } from "./fault.js";
import { unitsByFloors } from "./oracle.js";

const halfUp = { rounding: "half-up", digits: 0 } as const;

describe("the percentages of the specification", () => {
  test.each([
    // seeds/snhr-2021-07.txt, section II and section III (the alliance's share of the toll)
    [67, 129, "52%"],
    // section III, under the table of governorates: Idlib, Daraa, the regime's share of Daraa
    [45, 129, "35%"],
    [40, 129, "31%"],
    [18, 40, "45%"],
    // section IV A: torture in the regime's detention centres since January
    [54, 69, "78%"],
  ])("%i of %i is printed as %s", (part, whole, printed) => {
    expect(formatPercent({ part, whole }, halfUp)).toBe(printed);
  });

  test("the two neighbours of 94% of Idlib's 45 (section III)", () => {
    expect(formatPercent({ part: 42, whole: 45 }, { rounding: "half-up", digits: 1 })).toBe("93.3%");
    expect(formatPercent({ part: 43, whole: 45 }, { rounding: "half-up", digits: 1 })).toBe("95.6%");
    expect(formatPercent({ part: 42, whole: 45 }, { rounding: "up", digits: 0 })).toBe("94%");
  });
});

describe("formatPercent", () => {
  test("keeps trailing zeros and pads small figures", () => {
    expect(formatPercent({ part: 1, whole: 2 }, { rounding: "half-up", digits: 2 })).toBe("50.00%");
    expect(formatPercent({ part: 1, whole: 1000 }, { rounding: "half-up", digits: 1 })).toBe("0.1%");
    expect(formatPercent({ part: 1, whole: 2000 }, { rounding: "half-up", digits: 2 })).toBe("0.05%");
    expect(formatPercent({ part: 0, whole: 7 }, { rounding: "up", digits: 3 })).toBe("0.000%");
    expect(formatPercent({ part: 7, whole: 7 }, { rounding: "down", digits: 6 })).toBe("100.000000%");
  });

  test("breaks ties as named where binary floating point cannot (1/8 is 12.5%, 1.005% is a tie of two decimals)", () => {
    expect(formatPercent({ part: 1, whole: 8 }, { rounding: "half-up", digits: 0 })).toBe("13%");
    expect(formatPercent({ part: 1, whole: 8 }, { rounding: "half-even", digits: 0 })).toBe("12%");
    expect(formatPercent({ part: 1, whole: 8 }, { rounding: "half-down", digits: 0 })).toBe("12%");
    expect(formatPercent({ part: 201, whole: 20000 }, { rounding: "half-up", digits: 2 })).toBe("1.01%");
  });

  test("is exact at the end of the safe integers, where a rounded product would reach 100%", () => {
    const whole = Number.MAX_SAFE_INTEGER;
    expect(formatPercent({ part: whole - 1, whole }, { rounding: "down", digits: 6 })).toBe("99.999999%");
    expect(formatPercent({ part: 1, whole }, { rounding: "up", digits: 6 })).toBe("0.000001%");
  });

  test("says so where there is no percentage", () => {
    expect(formatPercent({ part: 0, whole: 0 }, halfUp)).toBe("0 of 0");
    expect(formatPercent({ part: 3, whole: null }, halfUp)).toBe("3 of an unknown whole");
  });

  test("prints a number or says why not, never anything else", () => {
    fc.assert(
      fc.property(anyShares(), printOptions(), (of, options) => {
        const decimals = options.digits === 0 ? "" : `\\.[0-9]{${options.digits}}`;
        expect(formatPercent(of, options)).toMatch(
          new RegExp(`^(?:(?:[0-9]|[1-9][0-9]|100)${decimals}%|0 of 0|[0-9]+ of an unknown whole)$`),
        );
      }),
    );
  });
});

describe("percentOf", () => {
  test("gives the units that rounding by floors gives, for every share", () => {
    fc.assert(
      fc.property(shares(), printOptions(), ({ part, whole }, { rounding, digits }) => {
        expect(percentOf({ part, whole }, { rounding, digits })).toEqual({
          kind: "percent",
          units: Number(unitsByFloors(BigInt(part), BigInt(whole), digits, rounding)),
          digits,
        });
      }),
    );
  });

  test("gives the reason where there is no percentage", () => {
    fc.assert(
      fc.property(counts(), printOptions(), (part, options) => {
        expect(percentOf({ part, whole: null }, options)).toEqual({ kind: "of-unknown" });
        expect(percentOf({ part: 0, whole: 0 }, options)).toEqual({ kind: "of-nothing" });
      }),
    );
  });

  test("gives 0 for none and a hundred for all, however it rounds", () => {
    fc.assert(
      fc.property(shares(), printOptions(), ({ whole }, options) => {
        expect(percentOf({ part: 0, whole }, options)).toMatchObject({ units: 0 });
        expect(percentOf({ part: whole, whole }, options)).toMatchObject({
          units: 100 * 10 ** options.digits,
        });
      }),
    );
  });

  test("refuses options that are none, also where there is nothing to round", () => {
    fc.assert(
      fc.property(anyShares(), anyRounding(), fc.oneof(fc.double(), fc.integer()), (of, rounding, digits) => {
        fc.pre(![0, 1, 2, 3, 4, 5, 6].includes(digits));
        expect(fault(() => percentOf(of, { rounding, digits }))).toMatchObject({
          code: "digits-invalid",
          details: { digits },
        });
      }),
    );
    expect(fault(() => percentOf({ part: 1, whole: 2 }, { rounding: "up", digits: 7 })).message).toBe(
      "State how many digits stand after the decimal point as a whole number from 0 to 6, not 7.",
    );
    fc.assert(
      fc.property(anyShares(), anyDigits(), (of, digits) => {
        // @ts-expect-error TS2820: the rounding is misspelt
        const { code, details } = fault(() => percentOf(of, { rounding: "half_up", digits }));
        expect(code).toBe("rounding-unknown");
        expect(details).toEqual({ rounding: "half_up" });
      }),
    );
  });

  test("refuses a share that is none", () => {
    expect(fault(() => percentOf({ part: 2, whole: 1 }, halfUp)).code).toBe("share-above-whole");
    expect(fault(() => percentOf({ part: 0.5, whole: 1 }, halfUp)).code).toBe("count-not-whole");
    expect(fault(() => percentOf({ part: 1, whole: 2 ** 53 }, halfUp)).code).toBe("count-unsafe");
  });
});
