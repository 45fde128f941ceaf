import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marginal, merge, regroup } from "../../src/tally/algebra.js";
import { behind } from "../../src/tally/behind.js";
import { changeBetween } from "../../src/tally/change.js";
import { partition } from "../../src/tally/dimension.js";
import { listCells, listFilledCells } from "../../src/tally/list-cells.js";
import { at, total } from "../../src/tally/read.js";
import { restrict } from "../../src/tally/restrict.js";
import { fromRows, rows } from "../../src/tally/rows.js";
import { runningTotal } from "../../src/tally/running-total.js";
import { shareOf } from "../../src/tally/share-of.js";
import { tally } from "../../src/tally/tally.js";
import type { Tally } from "../../src/tally/tally-data.js";
import { fault } from "../number/fault.js";
import {
  type Asked,
  deepFreeze,
  questionOf,
  selections,
  splitCases,
  type TallyOfTexts,
} from "../support/tally.js";

/** A tally as another program may hand it back. */
type Carrier = (value: TallyOfTexts) => TallyOfTexts;

const carriers: Readonly<Record<string, Carrier>> = {
  JSON: (value) => JSON.parse(JSON.stringify(value)) as TallyOfTexts,
  "a database that reorders the keys of objects": (value) => reordered(value) as TallyOfTexts,
  structuredClone: (value) => structuredClone(value),
};

function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => [key, reordered(held)]);
  return Object.fromEntries(entries.reverse());
}

/** What every function that takes a tally gives for two of them. */
function answers(
  { dimensions }: Asked,
  one: TallyOfTexts,
  other: TallyOfTexts,
  selection: Readonly<Record<string, string | readonly string[]>>,
): unknown[] {
  const names = dimensions.map(({ name }) => name);
  const toOne = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, "all"]));
  // The functions that take counts only are asked with counts only.
  const [counts, others] = [one, other] as unknown as [Tally, Tally];
  return [
    at(one, selection),
    total(one),
    listCells(one),
    listFilledCells(one),
    rows(one),
    merge(one, other),
    marginal(one, { keep: names.slice(1) }),
    restrict(one, selection),
    ...dimensions.map(({ name, keys }) => regroup(one, name, { to: toOne(keys) })),
    ...dimensions.flatMap(({ name, sequence }) =>
      sequence === undefined
        ? []
        : [runningTotal(one, { over: name, missing: sequence.filter(isEmpty(one, name)) })],
    ),
    ...(one.measure === "count"
      ? [changeBetween(counts, others), shareOf(counts, { part: selection, whole: {} })]
      : []),
  ];
}

/** Whether nothing was counted at a key: only then it can be missing. */
function isEmpty(one: TallyOfTexts, name: string): (key: string) => boolean {
  const counted = new Set(listFilledCells(one).map(({ key }) => key[name]));
  return (key) => !counted.has(key);
}

const asked = splitCases(2).chain((one) =>
  selections(one.asked.dimensions).map((selection) => ({ ...one, selection })),
);

describe("a tally", () => {
  test.each(Object.entries(carriers))(
    "is the same after %s, and every function gives the same",
    (_by, carry) => {
      fc.assert(
        fc.property(asked, ({ asked: question, parts: [one = [], other = []], selection }) => {
          const [a, b] = [tally(one, questionOf(question)), tally(other, questionOf(question))];
          expect(carry(a)).toEqual(a);
          expect(answers(question, carry(a), carry(b), selection)).toEqual(
            answers(question, a, b, selection),
          );
          // A tally of here and one from elsewhere go together.
          expect(merge(a, carry(b))).toEqual(merge(a, b));
        }),
      );
    },
  );

  test("as every result, is data that JSON keeps", () => {
    fc.assert(
      fc.property(asked, ({ asked: question, parts: [one = [], other = []], selection }) => {
        const [a, b] = [tally(one, questionOf(question)), tally(other, questionOf(question))];
        for (const answer of answers(question, a, b, selection)) {
          expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        }
      }),
    );
  });

  test("is left unchanged, as are items, questions, selections and rows", () => {
    fc.assert(
      fc.property(asked, ({ asked: plain, parts, selection }) => {
        const question = deepFreeze(questionOf(plain));
        const [one = [], other = []] = deepFreeze(parts);
        const [a, b] = deepFreeze([tally(one, question), tally(other, question)] as const);
        // Every write to what is frozen throws.
        deepFreeze(answers(plain, a, b, deepFreeze(selection)));
        expect(fromRows(deepFreeze(rows(a)), question)).toEqual(a);
        expect(behind(one, question, selection)).toHaveLength(
          behind(parts[0] ?? [], question, selection).length,
        );
      }),
    );
  });
});

describe("what is no tally", () => {
  const by = { month: partition({ keys: ["jan"], sequence: ["jan"], keyOf: () => "jan" }) };
  const good = tally([], { by });
  const functions: Readonly<Record<string, (value: never) => unknown>> = {
    at: (value) => at(value, {}),
    total: (value) => total(value),
    listCells: (value) => listCells(value),
    listFilledCells: (value) => listFilledCells(value),
    rows: (value) => rows(value),
    merge: (value) => merge(value, value),
    marginal: (value) => marginal(value, { keep: [] }),
    regroup: (value) => regroup(value, "month" as never, { to: {} }),
    restrict: (value) => restrict(value, {}),
    runningTotal: (value) => runningTotal(value, { over: "month" as never }),
    shareOf: (value) => shareOf(value, { part: {}, whole: {} }),
    changeBetween: (value) => changeBetween(value, value),
  };

  test.each(Object.entries(functions))("is refused by %s", (name, call) => {
    for (const stock of [runningTotal(good, { over: "month" }), changeBetween(good, good)]) {
      expect(fault(() => call(stock as never))).toEqual({
        code: "tally-not-additive",
        message: `${name} takes a tally, and this is a ${stock.kind}: its values do not add up. Use the tally that it was made from.`,
        details: { kind: stock.kind, wanted: name },
      });
    }
    for (const rubbish of [null, undefined, 3, [], {}, { kind: "partition" }, { kind: "tally" }]) {
      expect(fault(() => call(rubbish as never))).toMatchObject({
        code: "tally-not-additive",
        message: `${name} takes a tally, and this is none.`,
      });
    }
  });

  test.each(Object.entries(functions))(
    "is refused by %s with cells that are none of its own",
    (name, call) => {
      for (const cells of [["x"], [null], [-1], [0.5], [1], [Number.NaN], [0, 0]])
        expect(fault(() => call({ ...good, cells } as never))).toMatchObject({
          code: "tally-not-additive",
          message: `${name} takes a tally, and this is none.`,
        });
      expect(fault(() => call({ ...good, dimensions: [null] } as never)).code).toBe("tally-not-additive");
    },
  );

  test("is refused as the second tally, too", () => {
    const running = runningTotal(good, { over: "month" }) as never;
    expect(fault(() => merge(good, running)).code).toBe("tally-not-additive");
    expect(fault(() => changeBetween(good, running)).code).toBe("tally-not-additive");
  });

  test("is refused where a tally of another program holds no numbers, since texts would not add up", () => {
    for (const value of ["3", null, Number.NaN, 0.5]) {
      const broken = { ...good, cells: [0], whole: { count: [value] } } as unknown as typeof good;
      for (const call of [
        () => total(broken),
        () => at(broken, { month: "jan" }),
        () => merge(broken, good),
      ]) {
        expect(fault(call).code).toBe("count-unsafe");
      }
    }
  });
});
