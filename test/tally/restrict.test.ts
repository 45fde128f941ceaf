import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, total } from "../../src/tally/read.js";
import { restrict } from "../../src/tally/restrict.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { casesWith, questionOf, selections } from "../support/tally.js";
import { selected } from "./oracle.js";

const chosen = casesWith(({ dimensions }) => selections(dimensions));

describe("restrict", () => {
  test("is the tally of the items at a selection, by partitions of the keys left", () => {
    fc.assert(
      fc.property(chosen, ({ asked, items, extra: selection }) => {
        const narrow = {
          ...asked,
          dimensions: asked.dimensions.map(({ name, keys, sequence = [] }) => {
            const wanted = Object.hasOwn(selection, name) ? [selection[name] ?? []].flat() : keys;
            const left = sequence.filter((key) => wanted.includes(key));
            // With a gap, the keys left no longer follow each other.
            const places = left.map((key) => sequence.indexOf(key));
            const unbroken = Math.max(...places) - Math.min(...places) + 1 === left.length;
            return {
              name,
              keys: keys.filter((key) => wanted.includes(key)),
              ...(unbroken ? { sequence: left } : {}),
            };
          }),
        };
        expect(restrict(tally(items, questionOf(asked)), selection)).toEqual(
          tally(selected(asked, items, selection), questionOf(narrow)),
        );
      }),
    );
  });

  test("totals what at gives for the selection", () => {
    fc.assert(
      fc.property(chosen, ({ asked, items, extra: selection }) => {
        const counted = tally(items, questionOf(asked));
        expect(total(restrict(counted, selection))).toEqual(at(counted, selection));
      }),
    );
  });

  test("refuses what at refuses", () => {
    const none = tally([], { by: {} });
    expect(fault(() => restrict(none, { letter: "a" })).code).toBe("dimension-unknown");
  });
});
