import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRate } from "../../src/number/rate.js";
import { counts, positiveCounts, printOptions } from "../support/number.js";
import { fault } from "./fault.js";
import { roundedByFloors } from "./oracle.js";

const oneDigit = { rounding: "half-up", digits: 1 } as const;

describe("formatRate", () => {
  test("compares July 2021 with the months before it (seeds/snhr-2021-07.txt, section III; DOMAIN.md, section 3)", () => {
    // 129 / 31 = 4.161…; April to June: 104 / 30 = 3.466…, 96 / 31 = 3.096…, 95 / 30 = 3.166…
    expect(formatRate({ count: 129, days: 31 }, oneDigit)).toBe("4.2");
    expect(formatRate({ count: 104, days: 30 }, oneDigit)).toBe("3.5");
    expect(formatRate({ count: 96, days: 31 }, oneDigit)).toBe("3.1");
    expect(formatRate({ count: 95, days: 30 }, oneDigit)).toBe("3.2");
  });

  test("keeps trailing zeros and pads small figures", () => {
    expect(formatRate({ count: 62, days: 31 }, { rounding: "half-up", digits: 2 })).toBe("2.00");
    expect(formatRate({ count: 1, days: 365 }, { rounding: "half-up", digits: 4 })).toBe("0.0027");
    expect(formatRate({ count: 0, days: 31 }, { rounding: "up", digits: 0 })).toBe("0");
  });

  test("is exact beyond the safe integers: the largest count in one day, to six digits", () => {
    expect(formatRate({ count: Number.MAX_SAFE_INTEGER, days: 1 }, { rounding: "up", digits: 6 })).toBe(
      "9007199254740991.000000",
    );
  });

  test("says so where there are no days", () => {
    expect(formatRate({ count: 129, days: 0 }, oneDigit)).toBe("129 in 0 days");
  });

  test("prints the digits of the rounded quotient with the point in its place", () => {
    fc.assert(
      fc.property(counts(), positiveCounts(), printOptions(), (count, days, { rounding, digits }) => {
        const printed = formatRate({ count, days }, { rounding, digits });
        const [ones = "", decimals = ""] = printed.split(".");
        expect(decimals.length).toBe(digits);
        expect(ones).toMatch(/^(?:0|[1-9][0-9]*)$/);
        expect(BigInt(ones + decimals)).toBe(
          roundedByFloors(BigInt(count) * 10n ** BigInt(digits), BigInt(days), rounding),
        );
      }),
    );
  });

  test("refuses what is no count and options that are none", () => {
    expect(fault(() => formatRate({ count: -1, days: 31 }, oneDigit)).details).toEqual({
      subject: "the count of a rate",
      value: -1,
    });
    expect(fault(() => formatRate({ count: 1, days: 30.5 }, oneDigit)).details).toEqual({
      subject: "the number of days of a rate",
      value: 30.5,
    });
    expect(fault(() => formatRate({ count: 2 ** 53, days: 31 }, oneDigit)).code).toBe("count-unsafe");
    expect(fault(() => formatRate({ count: 1, days: 0 }, { rounding: "up", digits: 0.5 })).code).toBe(
      "digits-invalid",
    );
    // @ts-expect-error TS2322: the rounding is misspelt
    expect(fault(() => formatRate({ count: 1, days: 1 }, { rounding: "", digits: 0 })).code).toBe(
      "rounding-unknown",
    );
  });
});
