import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { behind } from "../../src/tally/behind.js";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { at } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { cases, casesWith, questionOf, questions, selections } from "../support/tally.js";
import { selected } from "./oracle.js";

const ofOne = cases(questions().map((asked) => ({ ...asked, measure: "one" as const })));

describe("behind", () => {
  test("gives the ids of the items at a selection, in their order", () => {
    const chosen = casesWith(({ dimensions }) => selections(dimensions));
    fc.assert(
      fc.property(chosen, ({ asked, items, extra: selection }) => {
        const question = questionOf(asked);
        const wanted = selected(asked, items, selection);
        expect(behind(items, question, selection)).toEqual(wanted.map(({ id }) => id));
        for (const key of asked.inclusions) {
          const within = wanted.filter(({ inside }) => inside.includes(key));
          expect(behind(items, question, selection, key)).toEqual(within.map(({ id }) => id));
        }
      }),
    );
  });

  test("gives as many as the count, and within an inclusion as many as its part", () => {
    const chosen = casesWith(({ dimensions }) => selections(dimensions), ofOne);
    fc.assert(
      fc.property(chosen, ({ asked, items, extra: selection }) => {
        const question = questionOf(asked);
        const { count, including } = at(tally(items, question), selection);
        expect(behind(items, question, selection)).toHaveLength(Number(count));
        for (const [key, { part }] of Object.entries(including)) {
          expect(behind(items, question, selection, key)).toHaveLength(Number(part));
        }
      }),
    );
  });

  const by = { letter: partition({ keys: ["a", "b"], keyOf: ({ id }: { id: string }) => id as "a" }) };
  const including = inclusion({
    keys: ["long"],
    keysOf: ({ id }: { id: string }) => (id === "" ? [] : ["long"]),
  });
  const items = [{ id: "a" }, { id: "b" }];

  test("refuses what tally and at refuse", () => {
    // @ts-expect-error "c" is no key of letter
    expect(fault(() => behind(items, { by }, { letter: "c" })).code).toBe("dimension-key-unknown");
    // @ts-expect-error "lettre" is no dimension
    expect(fault(() => behind(items, { by }, { lettre: "a" })).code).toBe("dimension-unknown");
    expect(fault(() => behind(items, { by }, { letter: [] })).code).toBe("selection-empty");
    expect(fault(() => behind([{ id: "c" }], { by }, { letter: "a" })).code).toBe("dimension-key-unknown");
    const taken = { count: by.letter };
    expect(fault(() => behind(items, { by: taken }, {})).code).toBe("dimension-name-taken");
  });

  test("refuses an inclusion that the question has not", () => {
    // @ts-expect-error "short" is not included
    expect(fault(() => behind(items, { by, including }, {}, "short"))).toEqual({
      code: "inclusion-unknown",
      message: '"short" is not included by this question: it has long.',
      details: { inclusion: "short", inclusions: ["long"] },
    });
    // @ts-expect-error nothing is included
    expect(fault(() => behind(items, { by }, {}, "long"))).toEqual({
      code: "inclusion-unknown",
      message: '"long" is not included by this question: it has none.',
      details: { inclusion: "long", inclusions: [] },
    });
  });
});
