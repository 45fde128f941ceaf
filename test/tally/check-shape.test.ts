import { describe, expect, test } from "vitest";
import { marginal, merge } from "../../src/tally/algebra.js";
import { partition } from "../../src/tally/dimension.js";
import { rangeOf } from "../../src/tally/measure.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import type { TallyOfTexts } from "../support/tally.js";

describe("tallies that do not have the same shape", () => {
  const keyOf = () => "a" as const;
  const letters = { letter: partition({ keys: ["a", "b"], keyOf }) };

  test("refuses tallies of other dimensions", () => {
    const number = { number: partition({ keys: ["a", "b"], keyOf }) };
    // @ts-expect-error the dimensions are not the same
    expect(fault(() => merge(tally([], { by: letters }), tally([], { by: number })))).toEqual({
      code: "tally-dimensions-differ",
      message:
        "These tallies do not have the same dimensions, in the same order: letter against number. Bring both to the dimensions they share with marginal.",
      details: { left: ["letter"], right: ["number"] },
    });
    const [ab, ba] = [
      tally([], { by: { ...letters, ...number } }),
      tally([], { by: { ...number, ...letters } }),
    ];
    expect(fault(() => merge(ab, ba)).details).toEqual({
      left: ["letter", "number"],
      right: ["number", "letter"],
    });
    // What the message advises.
    expect(merge(ab, marginal(ba, { keep: ["letter", "number"] }))).toEqual(ab);
  });

  test("refuses tallies of other inclusions, and does not take a dimension for one", () => {
    const including = { kind: "inclusion", keys: ["x"], keysOf: () => [] } as const;
    const [plain, more] = [tally([], { by: {} }), tally([], { by: {}, including })];
    // @ts-expect-error one of them includes nothing
    expect(fault(() => merge(plain, more))).toMatchObject({
      code: "tally-dimensions-differ",
      message: expect.stringContaining(": none against including x.") as string,
    });
    const named: TallyOfTexts = tally([], { by: { "including x": letters.letter } });
    expect(fault(() => merge(more as TallyOfTexts, named)).code).toBe("tally-dimensions-differ");
    expect(fault(() => merge(named, more as TallyOfTexts)).code).toBe("tally-dimensions-differ");
  });

  test("refuses tallies of other keys, in another order, or another sequence", () => {
    const here: TallyOfTexts = tally([], { by: letters });
    for (const letter of [
      partition({ keys: ["a", "c"], keyOf }),
      partition({ keys: ["b", "a"], keyOf }),
      partition({ keys: ["a"], keyOf }),
      partition({ keys: ["a", "b"], sequence: ["a", "b"], keyOf }),
    ]) {
      const there: TallyOfTexts = tally([], { by: { letter } });
      for (const refused of [fault(() => merge(here, there)), fault(() => merge(there, here))]) {
        expect(refused).toEqual({
          code: "tally-keys-differ",
          message:
            "The keys of letter, or which of them follow each other in time, are not the same, in the same order, in both tallies: count both by one partition.",
          details: { dimension: "letter" },
        });
      }
    }
    const empty = partition({ keys: ["a", "b"], sequence: [], keyOf });
    expect(merge(here, tally([], { by: { letter: empty } }))).toEqual(here);
  });

  test("refuses a tally of counts with one of ranges", () => {
    const ranges = tally([], {
      by: letters,
      measure: rangeOf(() => ({ minimum: 0, maximum: 0, inverted: 0 })),
    });
    // @ts-expect-error counts and ranges
    expect(fault(() => merge(tally([], { by: letters }), ranges))).toEqual({
      code: "tally-measures-differ",
      message:
        "One tally holds a count in each cell, the other a range: they cannot be set against each other.",
      details: { left: "count", right: "range" },
    });
  });
});
