import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAge } from "../../src/record/read-age.js";
import { Fault } from "../../src/record/read-value.js";

const refuse = readAge("refuse");

/** The code of what is wrong with an age, or the age. */
function read(value: unknown): unknown {
  const result = refuse(value);
  return result instanceof Fault ? result.code : result;
}

describe("an age", () => {
  test.each([
    // completed years
    [0, 0],
    [-0, 0],
    [34, 34],
    [120, 120],
    ["34", 34],
    [" 34 ", 34],
    ["34.0", 34],
    ["-0", 0],
    ["34 years", 34],
    ["1 year old", 1],
    ["7y", 7],
    ["7 YRS", 7],
    // shorter than years
    ["3 months", 0],
    ["3 months old", 0],
    ["11 months", 0],
    ["12 months", 1],
    ["18 months", 1],
    ["51 weeks", 0],
    ["52 weeks", 1],
    ["364 days", 0],
    ["365 days", 1],
    ["1 day", 0],
    ["less than a day", 0],
    ["Less than one month", 0],
    ["under 1 year", 0],
    // bands
    ["12-17", { minimum: 12, maximum: 17 }],
    ["12 – 17", { minimum: 12, maximum: 17 }],
    ["12-12", { minimum: 12, maximum: 12 }],
    ["12-17 years", { minimum: 12, maximum: 17 }],
    ["60+", { minimum: 60, maximum: 120 }],
    ["18 and over", { minimum: 18, maximum: 120 }],
    ["Under 18", { minimum: 0, maximum: 17 }],
    ["below 5 years", { minimum: 0, maximum: 4 }],
    ["child", { minimum: 0, maximum: 17 }],
    ["Adult", { minimum: 18, maximum: 120 }],
    [
      { minimum: 0, maximum: 17 },
      { minimum: 0, maximum: 17 },
    ],
    [
      { minimum: -0, maximum: 0, unit: "years" },
      { minimum: 0, maximum: 0 },
    ],
  ])("%j is %j", (value, age) => {
    expect(read(value)).toEqual(age);
  });

  test.each([
    NaN,
    Infinity,
    34.5,
    "34.5",
    "twelve",
    "a child",
    "constructor",
    "3 decades",
    "under five",
    "1e2",
    "0x12",
    "١٢",
    "2021-07-01",
    true,
    5n,
    [],
    [34],
    {},
    { minimum: 12 },
    { minimum: "12", maximum: "17" },
    { minimum: 12, maximum: NaN },
    { minimum: 12.5, maximum: 17 },
    "17-12",
    { minimum: 17, maximum: 12 },
    "9".repeat(16),
    2 ** 53,
    null,
    () => 34,
  ])("%s is none", (value) => {
    expect(read(value)).toBe("age-malformed");
  });

  test.each([-1, "-1", "-1.0", -999999, "-999999", { minimum: -1, maximum: 5 }])(
    "%j is negative",
    (value) => {
      expect(read(value)).toBe("age-negative");
    },
  );

  test.each([121, 200, 1994, "1994", 123456, "123456", "1994-1996", { minimum: 18, maximum: 121 }])(
    "%j is implausible",
    (value) => {
      expect(read(value)).toBe("age-implausible");
    },
  );

  test("that is implausible is kept with a warning where the caller wants it so", () => {
    const kept = readAge("keep");
    expect(kept("1994")).toMatchObject({ value: 1994, doubt: { code: "age-implausible" } });
    expect(kept({ minimum: 100, maximum: 121 })).toMatchObject({ value: { minimum: 100, maximum: 121 } });
    expect(kept(120)).toBe(120);
    expect(kept(-1)).toMatchObject({ code: "age-negative" });
  });

  test("is the same as number and as text, whatever becomes of it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.integer({ min: -200, max: 200 })), (years) => {
        expect(read(String(years))).toEqual(read(years));
      }),
    );
  });

  test("in a band is the same as object and as text", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (minimum, maximum) => {
        expect(read(`${minimum}-${maximum}`)).toEqual(read({ minimum, maximum }));
      }),
    );
  });

  test("is read or refused, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const result = refuse(value);
        if (result instanceof Fault) expect(result.describe("row 1")).toContain("(row 1)");
        else expect(result).not.toBeUndefined();
      }),
    );
  });

  test("that is a placeholder is declared as the advice says", () => {
    const messages = [-1, "-99", { minimum: -1, maximum: 5 }].map((value) => {
      const result = refuse(value);
      return result instanceof Fault ? result.describe() : "";
    });
    expect(messages).toEqual([
      'the age is -1, below zero: declare it with unknown: { age: [-1] } where it stands for "not recorded", or correct it',
      'the age is "-99", below zero: declare it with unknown: { age: ["-99"] } where it stands for "not recorded", or correct it',
      "the age is a band from -1 to 5, below zero: correct its lower end",
    ]);
  });
});
