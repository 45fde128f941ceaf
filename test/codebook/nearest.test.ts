import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SpellingOf } from "../../src/codebook/near.js";
import { nearestFinder } from "../../src/codebook/nearest.js";

const forms = (...texts: string[]) => texts.map((text) => ({ form: text, key: text }));

const nearest = (form: string, spellings: readonly SpellingOf<string>[]) => nearestFinder(spellings)(form);

/** The oracle: the whole table of edits, every cell by itself. */
function editsBetween(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row <= left.length; row += 1) {
    for (let column = 0; column <= right.length; column += 1) {
      const replaced = at(row - 1, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const ways = [at(row - 1, column) + 1, at(row, column - 1) + 1, replaced];
      if (row > 1 && column > 1 && swapped) ways.push(at(row - 2, column - 2) + 1);
      if (row > 0 || column > 0) (table[row] ?? [])[column] = Math.min(...ways);
    }
  }
  return at(left.length, right.length);
}

/** The oracle: every spelling compared with the form. */
function nearestByComparing(form: string, spellings: readonly SpellingOf<string>[]): string[] {
  const keys = [...new Set(spellings.map(({ key }) => key))];
  const near = keys.flatMap((key) => {
    const edits = spellings
      .filter((one) => one.key === key)
      .map((one) => [
        editsBetween(form, one.form),
        Math.min(3, Math.floor(Math.min(form.length, one.form.length) / 3)),
      ])
      .filter(([needed = 0, most = 0]) => needed <= most)
      .map(([needed = 0]) => needed);
    return edits.length === 0 ? [] : [{ key, edits: Math.min(...edits) }];
  });
  return near
    .sort((one, other) => one.edits - other.edits)
    .slice(0, 3)
    .map(({ key }) => key);
}

describe("the oracle of edits", () => {
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

  test("are those that are found by comparing every spelling", () => {
    // Few letters, so that much is near; long forms, so that there are three edits; one key for several spellings.
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 14 });
    const spellings = fc.array(fc.record({ form: letters, key: fc.constantFrom("k", "l", "m", "n", "o") }), {
      size: "medium",
    });
    fc.assert(
      fc.property(fc.array(letters), spellings, (asked, all) => {
        // Long lists are searched in steps: what pads this one is near to nothing.
        const padding = Array.from({ length: 1000 }, (_, index) => ({ form: `${index}`, key: "padding" }));
        const [find, findInSteps] = [nearestFinder(all), nearestFinder([...all, ...padding])];
        for (const form of asked) {
          const near = nearestByComparing(form, all);
          expect(find(form)).toEqual(near);
          expect(findInSteps(form)).toEqual(near);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("are those of which the form is an edit or a few away, whatever they are", () => {
    const edits = fc.array(
      fc.tuple(fc.nat(), fc.constantFrom("add", "drop", "replace", "swap"), fc.string()),
    );
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), edits, (texts, which, changes) => {
        let form = texts[which % texts.length] ?? "";
        for (const [where, change, letter] of changes.slice(0, 4)) {
          const at = where % (form.length + 1);
          const rest = form.slice(at);
          if (change === "add") form = form.slice(0, at) + letter.slice(0, 1) + rest;
          else if (change === "drop") form = form.slice(0, at) + rest.slice(1);
          else if (change === "replace") form = form.slice(0, at) + letter.slice(0, 1) + rest.slice(1);
          else form = form.slice(0, at) + rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2);
        }
        expect(nearest(form, forms(...texts))).toEqual(nearestByComparing(form, forms(...texts)));
      }),
      { numRuns: 150 },
    );
  });

  test("are none of forms that no name is as long as", () => {
    const long = "x".repeat(100);
    expect(nearest(long, forms(long))).toEqual([long]);
    expect(nearest(`${long}x`, forms(long))).toEqual([]);
    expect(nearest(long, forms(`${long}x`))).toEqual([]);
    // and a text of a million letters is answered at once, without going as deep as it is long
    const longer = "x".repeat(1_000_000);
    expect(nearest(longer, forms(longer))).toEqual([]);
  });

  test("looks at a beginning that is too far off only once, however many spellings have it", () => {
    let read = 0;
    const counted = (form: string) => ({
      key: form,
      get form() {
        read += 1;
        return form;
      },
    });
    const costOf = (size: number) => {
      const find = nearestFinder(Array.from({ length: size }, (_, index) => counted(`place ${index}`)));
      find("nothing like it"); // sorts them
      read = 0;
      find("nothing like this");
      return read;
    };
    expect(costOf(10_000)).toBeLessThan(2 * costOf(1000));
  });
});
