import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPercent } from "../../src/number/percent.js";
import { partsPrintedAs } from "../../src/number/printed.js";
import { roundings } from "../../src/number/rounding.js";
import { anyDigits, anyRounding, counts, positiveCounts, printOptions, shares } from "../support/number.js";
import { fault } from "./fault.js";
import { boundsByBisection } from "./oracle.js";

/** The text of `units` of the last of `digits` places, written by hand for the tests. */
const written = (units: number, digits: number): string =>
  digits === 0
    ? String(units)
    : `${Math.floor(units / 10 ** digits)}.${String(units % 10 ** digits).padStart(digits, "0")}`;

const halfUp = { rounding: "half-up" } as const;
const only = (count: number): object => ({ minimum: count, maximum: count });

describe("the percentages of the specification", () => {
  test.each([
    // seeds/snhr-2021-07.txt, sections II and III: the alliance's 52% of the toll is 46 + 21
    ["52%", 129, 67],
    // section III, under the table of governorates: Idlib, Daraa, the regime's share of Daraa
    ["35%", 129, 45],
    ["31%", 129, 40],
    ["45%", 40, 18],
    // section IV A: torture in the regime's detention centres since January
    ["78%", 69, 54],
  ])("%s of %i can only be %i", (printed, whole, part) => {
    expect(partsPrintedAs(printed, whole, halfUp)).toEqual(only(part));
  });

  test("94% of the 45 of Idlib (section III) fits no whole number, unless every fraction was rounded up", () => {
    for (const rounding of ["half-up", "half-even", "half-down", "down"] as const) {
      expect(partsPrintedAs("94%", 45, { rounding })).toBeNull();
    }
    expect(partsPrintedAs("94%", 45, { rounding: "up" })).toEqual(only(42));
  });

  test("52% refutes rounding down, 78% rounding up: 67 / 129 = 51.9…, 54 / 69 = 78.2… (DOMAIN.md, section 3)", () => {
    // down: 67.08 <= part < 68.37 leaves 68, which is not the printed 46 + 21
    expect(partsPrintedAs("52%", 129, { rounding: "down" })).toEqual(only(68));
    // up: 53.13 < part <= 53.82 leaves nothing
    expect(partsPrintedAs("78%", 69, { rounding: "up" })).toBeNull();
  });
});

describe("partsPrintedAs", () => {
  test("reads trailing zeros as precision", () => {
    // 52% stands for 515 to 524 of 1000; 52.0% for 520 alone
    expect(partsPrintedAs("52", 1000, halfUp)).toEqual({ minimum: 515, maximum: 524 });
    expect(partsPrintedAs("52.0", 1000, halfUp)).toEqual(only(520));
  });

  test("takes the ends that the rounding takes, at ties on both sides", () => {
    // of 200, 103 is 51.5% and 105 is 52.5%
    expect(partsPrintedAs("52", 200, { rounding: "half-up" })).toEqual({ minimum: 103, maximum: 104 });
    expect(partsPrintedAs("52", 200, { rounding: "half-down" })).toEqual({ minimum: 104, maximum: 105 });
    expect(partsPrintedAs("52", 200, { rounding: "half-even" })).toEqual({ minimum: 103, maximum: 105 });
    expect(partsPrintedAs("51", 200, { rounding: "half-even" })).toEqual(only(102));
    expect(partsPrintedAs("52", 200, { rounding: "up" })).toEqual({ minimum: 103, maximum: 104 });
    expect(partsPrintedAs("52", 200, { rounding: "down" })).toEqual({ minimum: 104, maximum: 105 });
  });

  test("stays within none and all", () => {
    expect(partsPrintedAs("0", 1000, halfUp)).toEqual({ minimum: 0, maximum: 4 });
    expect(partsPrintedAs("0", 1000, { rounding: "up" })).toEqual(only(0));
    expect(partsPrintedAs("100", 1000, halfUp)).toEqual({ minimum: 995, maximum: 1000 });
    expect(partsPrintedAs("100", 1000, { rounding: "down" })).toEqual(only(1000));
    // above 99% and at most 100%
    expect(partsPrintedAs("100", 1000, { rounding: "up" })).toEqual({ minimum: 991, maximum: 1000 });
  });

  test("knows that nothing prints above 100%, nor as a percentage of nothing", () => {
    fc.assert(
      fc.property(counts(), fc.nat(), anyDigits(), anyRounding(), (whole, above, digits, rounding) => {
        expect(partsPrintedAs(written(101 * 10 ** digits + above, digits), whole, { rounding })).toBeNull();
        expect(partsPrintedAs(written(above, digits), 0, { rounding })).toBeNull();
      }),
    );
    expect(partsPrintedAs("9".repeat(400), 129, halfUp)).toBeNull();
  });

  test("knows every part by what it prints", () => {
    fc.assert(
      fc.property(shares(), printOptions(), ({ part, whole }, { rounding, digits }) => {
        const bounds = partsPrintedAs(formatPercent({ part, whole }, { rounding, digits }), whole, {
          rounding,
        });
        expect(bounds?.minimum).toBeLessThanOrEqual(part);
        expect(bounds?.maximum).toBeGreaterThanOrEqual(part);
      }),
    );
  });

  test("gives bounds that print alike, between neighbours that do not", () => {
    fc.assert(
      fc.property(shares(), printOptions(), ({ part, whole }, { rounding, digits }) => {
        const prints = (count: number): string => formatPercent({ part: count, whole }, { rounding, digits });
        const printed = prints(part);
        const bounds = partsPrintedAs(printed, whole, { rounding });
        if (bounds === null) throw new Error("A printed percentage of a whole number fits none.");
        expect(prints(bounds.minimum)).toBe(printed);
        expect(prints(bounds.maximum)).toBe(printed);
        if (bounds.minimum > 0) expect(prints(bounds.minimum - 1)).not.toBe(printed);
        if (bounds.maximum < whole) expect(prints(bounds.maximum + 1)).not.toBe(printed);
      }),
    );
  });

  test("agrees with a bisection over all counts, for wholes of every size", () => {
    const units = anyDigits().chain((digits) => fc.tuple(fc.nat(101 * 10 ** digits), fc.constant(digits)));
    fc.assert(
      fc.property(units, positiveCounts(), anyRounding(), ([printed, digits], whole, rounding) => {
        expect(partsPrintedAs(written(printed, digits), whole, { rounding })).toEqual(
          boundsByBisection(BigInt(printed), whole, digits, rounding),
        );
      }),
      { numRuns: 1000 },
    );
  });

  describe("agrees with trying every count, for every whole up to 300", () => {
    test.each(roundings.flatMap((rounding) => [0, 1, 2].map((digits) => [rounding, digits] as const)))(
      "%s, %i decimals",
      (rounding, digits) => {
        const disagreements: string[] = [];
        for (let whole = 1; whole <= 300; whole += 1) {
          const tried = new Map<string, { minimum: number; maximum: number }>();
          for (let part = 0; part <= whole; part += 1) {
            const text = formatPercent({ part, whole }, { rounding, digits });
            tried.set(text, { minimum: tried.get(text)?.minimum ?? part, maximum: part });
          }
          for (const units of unitsToTry(digits, whole)) {
            const text = `${written(units, digits)}%`;
            const solved = partsPrintedAs(text, whole, { rounding });
            const expected = tried.get(text);
            if (solved?.minimum !== expected?.minimum || solved?.maximum !== expected?.maximum) {
              disagreements.push(`${text} of ${whole}`);
            }
          }
        }
        expect(disagreements).toEqual([]);
      },
    );
  });

  test("accepts the sign, with and without a space before it", () => {
    for (const printed of ["52", "52%", "52 %", "52\u00a0%", "52\u202f%"]) {
      expect(partsPrintedAs(printed, 129, halfUp)).toEqual(only(67));
    }
  });

  test("refuses a text that is no printed percentage", () => {
    const malformed = [
      ...[
        "",
        "%",
        "about 52%",
        "52%%",
        "52 ",
        " 52",
        "52  %",
        "-52",
        "+52",
        "052",
        "00",
        "52.",
        ".5",
        "52,0",
        "5.2e1",
      ],
      ...["NaN", "0x34", "52.0000000", "1,000%", "52%\n", "٥٢%", "1 of 2", "0 of 0"],
    ];
    for (const text of malformed) {
      expect(fault(() => partsPrintedAs(text, 129, halfUp))).toMatchObject({
        code: "percent-malformed",
        details: { text },
      });
    }
    expect(fault(() => partsPrintedAs("about 52%", 129, halfUp)).message).toBe(
      '"about 52%" is no printed percentage: write it as a text such as "52", "35.7" or "35.70%", with a point before at most 6 decimals.',
    );
    // @ts-expect-error TS2345: a number has lost its trailing zeros
    expect(fault(() => partsPrintedAs(52, 129, halfUp)).code).toBe("percent-malformed");
  });

  test("refuses a whole that is no count and a rounding that is none, also of nothing", () => {
    expect(fault(() => partsPrintedAs("52", 12.9, halfUp))).toMatchObject({
      code: "count-not-whole",
      details: { subject: "the whole of a printed percentage", value: 12.9 },
    });
    expect(fault(() => partsPrintedAs("52", 2 ** 53, halfUp)).code).toBe("count-unsafe");
    // @ts-expect-error TS2322: there is no such rounding
    expect(fault(() => partsPrintedAs("52", 0, { rounding: "nearest" })).code).toBe("rounding-unknown");
  });
});

/** Every percentage up to 102 with at most one decimal; with two, those around what any count of `whole` can print. */
function unitsToTry(digits: number, whole: number): Iterable<number> {
  const hundred = 100 * 10 ** digits;
  if (digits < 2) return Array.from({ length: hundred + 3 }, (_, units) => units);
  const near = Array.from({ length: whole + 1 }, (_, part) => Math.floor((part * hundred) / whole));
  return new Set(near.flatMap((units) => [-1, 0, 1, 2].map((step) => Math.max(0, units + step))));
}
