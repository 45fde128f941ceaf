import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partition } from "../../src/tally/dimension.js";
import { countOf } from "../../src/tally/measure.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { cases, casesWith, questionOf, questions, selections } from "../support/tally.js";
import { expectedTotal, selected } from "./oracle.js";

const byLetter = partition({ keys: ["a", "b"], keyOf: (word: string) => (word.startsWith("a") ? "a" : "b") });
const largest = Number.MAX_SAFE_INTEGER;

describe("at", () => {
  test("adds the items of any selection", () => {
    const chosen = casesWith(({ dimensions }) => selections(dimensions));
    fc.assert(
      fc.property(chosen, ({ asked, items, extra: selection }) => {
        const counted = tally(items, questionOf(asked));
        expect(at(counted, selection)).toEqual(expectedTotal(asked, selected(asked, items, selection)));
      }),
    );
  });

  test("sees nothing selected where a dimension is named as something that every object inherits", () => {
    const constructed = tally(["a"], { by: { constructor: byLetter } });
    expect(at(constructed, {}).count).toBe(1);
    expect(at(constructed, { constructor: "b" }).count).toBe(0);
  });

  test("refuses dimensions and keys that the tally has not", () => {
    const counted = tally(["apple"], { by: { letter: byLetter } });
    // @ts-expect-error "lettre" is no dimension
    expect(fault(() => at(counted, { lettre: "a" }))).toEqual({
      code: "dimension-unknown",
      message: '"lettre" is no dimension of this tally: it has letter.',
      details: { dimension: "lettre", dimensions: ["letter"] },
    });
    // @ts-expect-error "c" is no key of letter
    expect(fault(() => at(counted, { letter: "c" }))).toEqual({
      code: "dimension-key-unknown",
      message: '"c" is none of the keys of letter (a, b): select keys that it has.',
      details: { dimension: "letter", key: "c", keys: ["a", "b"] },
    });
    expect(fault(() => at(counted, { letter: "A " as "a" })).message).toBe(
      '"A " is none of the keys of letter (a, b): did you mean "a"?',
    );
    expect(fault(() => at(tally([], { by: {} }), { letter: "a" })).message).toBe(
      '"letter" is no dimension of this tally: it has none.',
    );
  });

  test("refuses a selection of no keys, and of one key twice", () => {
    const counted = tally(["apple"], { by: { letter: byLetter } });
    expect(fault(() => at(counted, { letter: [] }))).toEqual({
      code: "selection-empty",
      message: "No key of letter is selected: name one, or leave it out for all.",
      details: { dimension: "letter" },
    });
    expect(fault(() => at(counted, { letter: ["a", "b", "a"] }))).toEqual({
      code: "selection-repeats-key",
      message: '"a" is selected twice in letter: it would count twice.',
      details: { dimension: "letter", key: "a" },
    });
  });
});

describe("total", () => {
  test("is everything", () => {
    fc.assert(
      fc.property(cases(), ({ asked, items }) => {
        expect(total(tally(items, questionOf(asked)))).toEqual(expectedTotal(asked, items));
      }),
    );
  });

  test("of no items is 0 for every question", () => {
    fc.assert(
      fc.property(questions(), (asked) => {
        expect(total(tally([], questionOf(asked)))).toEqual(expectedTotal(asked, []));
      }),
    );
  });
  test("sums beyond the safe integers, of a cell and of cells together", () => {
    const measure = countOf((n: number) => n);
    expect(total(tally([largest - 1, 1], { by: {}, measure })).count).toBe(largest);
    expect(fault(() => tally([largest, 1], { by: {}, measure }))).toEqual({
      code: "count-unsafe",
      message:
        "A sum of this tally is above 9007199254740991 and would not be exact: tally fewer items, or in larger units.",
      details: { subject: "a sum of a tally" },
    });
    const parity = partition({ keys: ["even", "odd"], keyOf: (n: number) => (n % 2 === 0 ? "even" : "odd") });
    const wide = tally([largest, 2], { by: { parity }, measure });
    expect(at(wide, { parity: "odd" }).count).toBe(largest);
    expect(fault(() => total(wide))).toEqual({
      code: "count-unsafe",
      message: "This sum is above 9007199254740991 and would not be exact: select fewer cells.",
      details: { subject: "a sum of cells" },
    });
  });
});
