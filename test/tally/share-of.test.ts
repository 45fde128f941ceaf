import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { rangeOf } from "../../src/tally/measure.js";
import { shareOf } from "../../src/tally/share-of.js";
import { tally } from "../../src/tally/tally.js";
import type { Tally } from "../../src/tally/tally-data.js";
import { fault } from "../number/fault.js";
import { type Asked, cases, casesWith, questionOf, questions, selections } from "../support/tally.js";
import { expectedTotal, selected } from "./oracle.js";

/** A whole, a part inside it, and a key of the inclusion, if there is any. */
const shares = ({ dimensions, inclusions }: Asked) =>
  fc.record({
    whole: selections(dimensions),
    inside: fc.infiniteStream(fc.boolean()),
    within:
      inclusions.length === 0
        ? fc.constant(undefined)
        : fc.option(fc.constantFrom(...inclusions), { nil: undefined }),
  });

const counted = cases(
  questions().map((asked) => ({ ...asked, measure: asked.measure === "count" ? asked.measure : "one" })),
);

describe("shareOf", () => {
  test("is the count of the part in the count of the whole, which is at least as large", () => {
    fc.assert(
      fc.property(casesWith(shares, counted), ({ asked, items, extra: { whole, inside, within } }) => {
        const part: Record<string, readonly string[]> = {};
        for (const { name, keys } of asked.dimensions) {
          const chosen = Object.hasOwn(whole, name) ? (whole[name] ?? []) : keys;
          const wanted = typeof chosen === "string" ? [chosen] : chosen;
          const some = wanted.filter(() => inside.next().value);
          const isAll = wanted.length === keys.length && inside.next().value === true;
          if (wanted.length > 0 && !isAll) part[name] = some.length === 0 ? wanted : some;
        }
        // All measures but ranges.
        const counts = tally(items, questionOf(asked)) as Tally;
        const share = shareOf(counts, { part, whole, ...(within === undefined ? {} : { within }) });
        const [inPart, inWhole] = [part, whole].map((selection) => {
          const { count, including } = expectedTotal(asked, selected(asked, items, selection));
          return within === undefined ? count : including[within]?.part;
        });
        expect(share).toEqual({ part: inPart, whole: inWhole });
        expect(share.whole).toBeGreaterThanOrEqual(share.part);
      }),
    );
  });

  const by = {
    letter: partition({ keys: ["a", "b", "c"], keyOf: (word: string) => (word.startsWith("a") ? "a" : "b") }),
    length: partition({
      keys: ["long", "short"],
      keyOf: (word: string) => (word.length > 4 ? "long" : "short"),
    }),
  };
  const including = inclusion({
    keys: ["fruit"],
    keysOf: (word: string) => (word === "apple" ? ["fruit"] : []),
  });
  const words = tally(["apple", "ant", "bean"], { by, including });

  test("names its denominator, and counts within an inclusion on both sides", () => {
    expect(shareOf(words, { part: { letter: "a" }, whole: {} })).toEqual({ part: 2, whole: 3 });
    expect(shareOf(words, { part: { letter: "a", length: "long" }, whole: { letter: "a" } })).toEqual({
      part: 1,
      whole: 2,
    });
    expect(shareOf(words, { part: { letter: "a" }, whole: {}, within: "fruit" })).toEqual({
      part: 1,
      whole: 1,
    });
    expect(shareOf(words, { part: { letter: "c" }, whole: { letter: "c" } })).toEqual({ part: 0, whole: 0 });
  });

  test("takes all of the keys as inside a whole that names all of them", () => {
    expect(shareOf(words, { part: {}, whole: { length: ["short", "long"] } })).toEqual({ part: 3, whole: 3 });
  });

  test("refuses a part that is not inside its whole", () => {
    expect(
      fault(() => shareOf(words, { part: { letter: ["a", "b"] }, whole: { letter: ["a", "c"] } })),
    ).toEqual({
      code: "share-part-outside-whole",
      message:
        "The part of this share holds b of letter, the whole only a, c: a part must lie inside its whole.",
      details: { dimension: "letter", key: "b" },
    });
    expect(fault(() => shareOf(words, { part: { letter: "a" }, whole: { length: "long" } }))).toEqual({
      code: "share-part-outside-whole",
      message:
        "The part of this share holds short of length, the whole only long: a part must lie inside its whole.",
      details: { dimension: "length", key: "short" },
    });
  });

  test("refuses dimensions and keys that there are not before it compares them", () => {
    // @ts-expect-error "lettre" is no dimension
    expect(fault(() => shareOf(words, { part: {}, whole: { lettre: "a" } })).code).toBe("dimension-unknown");
    // @ts-expect-error "d" is no key of letter
    expect(fault(() => shareOf(words, { part: { letter: "d" }, whole: { letter: "a" } })).code).toBe(
      "dimension-key-unknown",
    );
    expect(fault(() => shareOf(words, { part: { letter: [] }, whole: {} })).code).toBe("selection-empty");
  });

  test("refuses an inclusion that there is not, and ranges", () => {
    // @ts-expect-error "fruits" is not included
    expect(fault(() => shareOf(words, { part: {}, whole: {}, within: "fruits" }))).toEqual({
      code: "inclusion-unknown",
      message: '"fruits" is not included in this tally: it has fruit.',
      details: { inclusion: "fruits", inclusions: ["fruit"] },
    });
    const ranges = tally([], { by, measure: rangeOf(() => ({ minimum: 0, maximum: 0, inverted: 0 })) });
    // @ts-expect-error a share is of counts
    expect(fault(() => shareOf(ranges, { part: {}, whole: {} }))).toEqual({
      code: "tally-measures-differ",
      message:
        "shareOf takes a tally of counts, and this one holds a range in each cell: ask it of the minima and of the maxima, each tallied as counts.",
      details: { left: "range", right: "count" },
    });
  });
});
