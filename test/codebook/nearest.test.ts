import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editsBetween, nearest } from "../../src/codebook/nearest.js";

const forms = (...texts: string[]) => texts.map((text) => ({ form: text, key: text }));

describe("editsBetween", () => {
  test.each([
    ["", "", 0],
    ["", "abc", 3],
    ["idlib", "idlib", 0],
    ["idilb", "idlib", 1], // two neighbours swapped
    ["idlb", "idlib", 1], // one letter added
    ["iddlib", "idlib", 1], // one letter dropped
    ["idleb", "idlib", 1], // one letter replaced
    ["diilb", "idlib", 2], // two swaps
    ["ca", "abc", 3], // restricted: no letter is edited twice (2 otherwise)
    ["kitten", "sitting", 3],
    ["حلب", "حمص", 2],
  ])("from %j to %j are %i", (left, right, edits) => {
    expect(editsBetween(left, right)).toBe(edits);
    expect(editsBetween(right, left)).toBe(edits);
  });

  test("are none only between equal texts, as many both ways, and at most a letter each", () => {
    const near = fc.string({ unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(near, near, (left, right) => {
        const edits = editsBetween(left, right);
        expect(edits === 0).toBe(left === right);
        expect(editsBetween(right, left)).toBe(edits);
        expect(edits).toBeGreaterThanOrEqual(Math.abs(left.length - right.length));
        expect(edits).toBeLessThanOrEqual(Math.max(left.length, right.length));
      }),
    );
  });

  test("are one after one edit", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (start, end) => {
        expect(editsBetween(`${start}${end}`, `${start}x${end}`)).toBe(1);
        expect(editsBetween(`${start}ab${end}`, `${start}ba${end}`)).toBe(1);
        expect(editsBetween(`${start}y${end}`, `${start}x${end}`)).toBe(1);
      }),
    );
  });
});

describe("nearest", () => {
  test("puts the nearest first, and equally near ones in the order of the list", () => {
    expect(nearest("abcdef", forms("abcxyf", "abcdex", "abcdey"))).toEqual(["abcdex", "abcdey", "abcxyf"]);
  });

  test("names at most three", () => {
    expect(nearest("hams", forms("hama", "homs", "hims", "hums"))).toEqual(["hama", "homs", "hims"]);
  });

  test("names a key once, by its nearest spelling", () => {
    const spellings = [
      { form: "abcxyf", key: "one" },
      { form: "abcdey", key: "two" },
      { form: "abcdef", key: "one" },
    ];
    expect(nearest("abcdef", spellings)).toEqual(["one", "two"]);
  });

  test.each([
    ["ab", "ac", false], // too short for an edit
    ["abc", "abd", true],
    ["abcde", "abcfg", false], // two edits on five letters
    ["abcdef", "abcdgh", true],
    ["abcdefgh", "abcdewvu", false], // three edits on eight letters
    ["abcdefghi", "abcdefwvu", true],
    ["abcdefghijkl", "abcdefghwvut", false], // four are too many for any length
    ["abcdefghi", "abcdefghijkl", true], // three letters more
    ["abcdef", "abcxe", false], // two edits, and the shorter one has five letters
  ])("of %j, is %j near: %s", (form, other, near) => {
    expect(nearest(form, forms(other))).toEqual(near ? [other] : []);
    expect(nearest(other, forms(form))).toEqual(near ? [form] : []);
  });
});
