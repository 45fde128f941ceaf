import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marginal, merge, regroup } from "../../src/tally/algebra.js";
import { partition } from "../../src/tally/dimension.js";
import { countOf } from "../../src/tally/measure.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import {
  type Asked,
  type Case,
  casesWith,
  inObjectOrder,
  questionOf,
  splitCases,
  type TallyOfTexts,
  texts,
} from "../support/tally.js";

/** The names of some dimensions, in any order. */
const keeps = ({ dimensions }: Asked): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray(dimensions.map(({ name }) => name));

/** New keys for every key of one dimension: few, so that some come together. */
const regroupings = ({ dimensions }: Asked): fc.Arbitrary<{ nth: number; to: Record<string, string> }> =>
  fc.nat(Math.max(0, dimensions.length - 1)).chain((nth) => {
    const keys = dimensions[nth]?.keys ?? [];
    return fc
      .uniqueArray(texts(), { minLength: 1, maxLength: 3 })
      .chain((groups) => fc.tuple(...keys.map(() => fc.constantFrom(...groups))))
      .map((groups) => ({ nth, to: Object.fromEntries(keys.map((key, at) => [key, groups[at] ?? ""])) }));
  });

const withDimension = splitCases(2).filter(({ asked }) => asked.dimensions.length > 0);
const tallyOf = ({ asked, items }: Case): TallyOfTexts => tally(items, questionOf(asked));

describe("merge", () => {
  test("of the tallies of any parts is the tally of all items", () => {
    fc.assert(
      fc.property(splitCases(2), ({ asked, items, parts: [one = [], other = []] }) => {
        const question = questionOf(asked);
        expect(merge(tally(one, question), tally(other, question))).toEqual(tally(items, question));
      }),
    );
  });

  test("does not depend on order or grouping, and the tally of no items adds nothing", () => {
    fc.assert(
      fc.property(splitCases(3), ({ asked, parts }) => {
        const question = questionOf(asked);
        const [a, b, c] = parts.map((items) => tally(items, question)) as [
          TallyOfTexts,
          TallyOfTexts,
          TallyOfTexts,
        ];
        const none = tally([], question);
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(a, none)).toEqual(a);
        expect(merge(none, a)).toEqual(a);
      }),
    );
  });

  test("refuses a sum beyond the safe integers", () => {
    const most = tally([0], { by: {}, measure: countOf(() => Number.MAX_SAFE_INTEGER) });
    expect(fault(() => merge(most, tally([0], { by: {} }))).code).toBe("count-unsafe");
  });
});

describe("marginal", () => {
  test("is the tally by the kept partitions alone, in the order in which they are named", () => {
    fc.assert(
      fc.property(casesWith(keeps), ({ asked, items, extra: keep }) => {
        const kept = marginal(tallyOf({ asked, items }), { keep });
        expect(kept.dimensions.map(({ name }) => name)).toEqual(keep);
        // A question holds its partitions in the order of an object, so that is the order to compare in.
        const places = inObjectOrder(keep).map((name) =>
          asked.dimensions.findIndex((one) => one.name === name),
        );
        const narrow = {
          asked: {
            ...asked,
            dimensions: places.map((place) => asked.dimensions[place] ?? { name: "", keys: [] }),
          },
          items: items.map((item) => ({ ...item, keys: places.map((place) => item.keys[place] ?? "") })),
        };
        // Without the dimension of no keys there is room for items again, but there are none.
        expect(marginal(kept, { keep: inObjectOrder(keep) })).toEqual(tallyOf(narrow));
      }),
    );
  });

  test("refuses a dimension that there is not, or that is kept twice", () => {
    const pairs = tally([], { by: { letter: partition({ keys: ["a"], keyOf: () => "a" }) } });
    // @ts-expect-error "lettre" is no dimension
    expect(fault(() => marginal(pairs, { keep: ["lettre"] }))).toEqual({
      code: "dimension-unknown",
      message: '"lettre" is no dimension of this tally: it has letter.',
      details: { dimension: "lettre", dimensions: ["letter"] },
    });
    expect(fault(() => marginal(pairs, { keep: ["letter", "letter"] }))).toEqual({
      code: "selection-repeats-key",
      message: '"letter" is kept twice: name it once.',
      details: { dimension: "letter", key: "letter" },
    });
  });
});

describe("regroup", () => {
  test("is the tally by a partition of the new keys, in the order in which they first appear", () => {
    fc.assert(
      fc.property(casesWith(regroupings), ({ asked, items, extra: { nth, to } }) => {
        const dimension = asked.dimensions[nth];
        fc.pre(dimension !== undefined);
        const { name, keys } = dimension;
        const regrouped = {
          asked: {
            ...asked,
            dimensions: [...asked.dimensions].fill(
              {
                name,
                keys: [...new Set(keys.map((key) => new Map(Object.entries(to)).get(key) ?? ""))],
              },
              nth,
              nth + 1,
            ),
          },
          items: items.map((item) => ({
            ...item,
            keys: item.keys.map((key, at) =>
              at === nth ? (new Map(Object.entries(to)).get(key) ?? "") : key,
            ),
          })),
        };
        expect(regroup(tallyOf({ asked, items }), name, { to })).toEqual(tallyOf(regrouped));
      }),
    );
  });

  const letters = tally(["a", "b", "b"] as const, {
    by: { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) },
  });

  test("drops nothing", () => {
    expect(at(regroup(letters, "letter", { to: { a: "x", b: "x" } }), { letter: "x" }).count).toBe(3);
    // @ts-expect-error "b" has no new key
    expect(fault(() => regroup(letters, "letter", { to: { a: "x" } }))).toEqual({
      code: "dimension-key-unknown",
      message: 'The key "b" of letter has no new key: name one, so that nothing is dropped.',
      details: { dimension: "letter", key: "b", keys: ["a"] },
    });
    // What every object inherits is no new key.
    const constructors = tally([], {
      by: { letter: partition({ keys: ["constructor"], keyOf: () => "constructor" }) },
    });
    // @ts-expect-error "constructor" has no new key
    expect(fault(() => regroup(constructors, "letter", { to: {} })).code).toBe("dimension-key-unknown");
  });

  test("refuses a dimension that there is not", () => {
    // @ts-expect-error "lettre" is no dimension
    expect(fault(() => regroup(letters, "lettre", { to: {} })).code).toBe("dimension-unknown");
  });
});

describe("marginal, regroup, total and merge", () => {
  const chosen = withDimension.chain((one) =>
    fc
      .tuple(keeps(one.asked), regroupings(one.asked))
      .map(([keep, grouping]) => ({ ...one, keep, ...grouping })),
  );

  test("give the same in any order", () => {
    fc.assert(
      fc.property(chosen, ({ asked, items, parts: [one = [], other = []], keep, nth, to }) => {
        const [all, a, b] = [items, one, other].map((some) => tallyOf({ asked, items: some })) as [
          TallyOfTexts,
          TallyOfTexts,
          TallyOfTexts,
        ];
        const name = asked.dimensions[nth]?.name ?? "";
        const keepSome = (some: TallyOfTexts) => marginal(some, { keep });
        const groupSome = (some: TallyOfTexts) => regroup(some, name, { to });
        if (keep.includes(name)) expect(groupSome(keepSome(all))).toEqual(keepSome(groupSome(all)));
        else expect(keepSome(groupSome(all))).toEqual(keepSome(all));
        expect(merge(keepSome(a), keepSome(b))).toEqual(keepSome(all));
        expect(merge(groupSome(a), groupSome(b))).toEqual(groupSome(all));
        expect(total(keepSome(all))).toEqual(total(all));
        expect(total(groupSome(all))).toEqual(total(all));
        expect(marginal(keepSome(all), { keep: keep.slice(1) })).toEqual(
          marginal(all, { keep: keep.slice(1) }),
        );
      }),
    );
  });
});
