import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sexes } from "../../src/codebook/condition.js";
import { byDemographic } from "../../src/report/by-demographic.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { ages } from "../support/records.js";

const { keys, keyOf } = byDemographic({ adultFrom: 18 });
const person = { sex: "female", age: null, unborn: false } as const;

test("the keys stand in the order of a table", () => {
  expect(keys).toEqual(["child", "woman", "man", "unknown"]);
});

test.each([
  ["female", 0, "child"],
  ["male", 17, "child"],
  ["unknown", 17, "child"], // of a child the sex does not matter
  ["female", 18, "woman"],
  ["male", 18, "man"],
  ["unknown", 18, "unknown"],
  ["female", null, "unknown"],
  ["female", { minimum: 0, maximum: 17 }, "child"],
  ["female", { minimum: 17, maximum: 18 }, "unknown"],
  ["female", { minimum: 18, maximum: 120 }, "woman"],
  ["male", { minimum: 18, maximum: 18 }, "man"],
  ["unknown", { minimum: 18, maximum: 40 }, "unknown"],
] as const)("%s, %o is %s", (sex, age, key) => {
  expect(keyOf({ ...person, sex, age })).toBe(key);
});

describe("adultFrom", () => {
  test("18 makes children those under 18, 19 those 18 and under", () => {
    const age = { ...person, age: 18 };
    expect(keyOf(age)).toBe("woman");
    expect(byDemographic({ adultFrom: 19 }).keyOf(age)).toBe("child");
    expect(byDemographic({ adultFrom: 19 }).keyOf({ ...person, age: 19 })).toBe("woman");
  });

  test.each([Number.NaN, 17.5, -1, "18", undefined])("refuses %s", (adultFrom) => {
    expect(fault(() => byDemographic({ adultFrom: adultFrom as number })).code).toBe("count-not-whole");
  });
});

test("an unborn child is a child, whatever else is recorded of it", () => {
  expect(keyOf({ sex: "female", age: null, unborn: true })).toBe("child");
  expect(keyOf({ sex: "female", age: 30, unborn: true })).toBe("child");
});

const people = fc.record({ sex: fc.constantFrom(...sexes), age: ages(), unborn: fc.boolean() });

test("everybody is in one group, and children and women never overlap", () => {
  fc.assert(
    fc.property(fc.array(people), fc.nat(120), (victims, adultFrom) => {
      const counted = tally(victims, { by: { group: byDemographic({ adultFrom }) } });
      const groups = keys.map((group) => at(counted, { group }).count);
      expect(groups.reduce((sum, count) => sum + count)).toBe(victims.length);
      expect(total(counted).count).toBe(victims.length);
    }),
  );
});
