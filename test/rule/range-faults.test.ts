import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type Estimate, estimate } from "../../src/number/estimate.js";
import { type Range, range } from "../../src/number/range.js";
import { byMassacreRange } from "../../src/rule/massacre-range.js";
import { byRangeFault, type RangeFaultKey, rangeFaults } from "../../src/rule/range-faults.js";
import { snhrMassacre } from "../../src/snhr/rules.js";
import { partition } from "../../src/tally/dimension.js";
import { listCells } from "../../src/tally/list-cells.js";
import { rangeOf } from "../../src/tally/measure.js";
import { at } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";

interface Strike {
  readonly id: string;
  readonly half: "one" | "other";
  readonly killed: Range;
  readonly civilians: Range;
}

const asked = {
  ranges: { killed: ({ killed }: Strike) => killed, civilians: ({ civilians }: Strike) => civilians },
  partOf: { civilians: "killed" },
} as const;

const smallRanges = fc.tuple(fc.nat(9), fc.nat(9)).map(([minimum, maximum]) => range(minimum, maximum));
const strikes = fc
  .array(
    fc.record({
      half: fc.constantFrom("one" as const, "other" as const),
      killed: smallRanges,
      civilians: smallRanges,
    }),
  )
  .map((all) => all.map((strike, nth): Strike => ({ id: `s-${nth}`, ...strike })));

const byHalf = partition({ keys: ["one", "other"], keyOf: ({ half }: Strike) => half });

describe("the faults of ranges", () => {
  test("are of every item whose range is upside down, or whose part is above its whole, and of no other", () => {
    fc.assert(
      fc.property(strikes, (all) => {
        const expected = all.flatMap(({ id, killed, civilians }) => [
          ...(killed.minimum > killed.maximum ? [[id, "killed-out-of-order"]] : []),
          ...(civilians.minimum > civilians.maximum ? [[id, "civilians-out-of-order"]] : []),
          ...(civilians.minimum > killed.minimum || civilians.maximum > killed.maximum
            ? [[id, "civilians-above-killed"]]
            : []),
        ]);
        expect(rangeFaults(all, asked).map(({ id, key }) => [id, key])).toEqual(expected);
      }),
    );
  });

  test("flag every cell that a faulty item falls into, by how many there are, and lose nothing of a sum", () => {
    fc.assert(
      fc.property(strikes, (all) => {
        const including = byRangeFault(asked);
        const counted = tally(all, { by: { half: byHalf }, including });
        for (const { key, including: parts } of listCells(counted)) {
          const here = rangeFaults(
            all.filter(({ half }) => half === key.half),
            asked,
          );
          for (const name of including.keys)
            expect(parts[name].part).toBe(here.filter((found) => found.key === name).length);
        }
        const killed = tally(all, { by: {}, including, measure: rangeOf(asked.ranges.killed) });
        expect(at(killed, {}).count).toEqual({
          minimum: all.reduce((sum, strike) => sum + strike.killed.minimum, 0),
          maximum: all.reduce((sum, strike) => sum + strike.killed.maximum, 0),
          inverted: all.filter((strike) => strike.killed.minimum > strike.killed.maximum).length,
        });
      }),
    );
  });

  test("explain what is printed and why it cannot be", () => {
    const faulty: Strike[] = [{ id: "s-1", half: "one", killed: range(5, 3), civilians: range(4, 4) }];
    expect(rangeFaults(faulty, asked)).toEqual([
      { id: "s-1", key: "killed-out-of-order", explanation: "Of s-1 the killed stand out of order: 5 to 3." },
      {
        id: "s-1",
        key: "civilians-above-killed",
        explanation: "Of s-1 the civilians, 4 to 4, are above the killed, 5 to 3, of whom they are part.",
      },
    ]);
  });

  test("of estimates are an order other than low, best, high, and a part above its whole at any of the three", () => {
    const events = [
      { id: "e-1", all: estimate(1, 2, 4), civilians: estimate(1, 2, 4) },
      { id: "e-2", all: estimate(2, 1, 4), civilians: estimate(0, 0, 0) },
      { id: "e-3", all: estimate(1, 2, 4), civilians: estimate(0, 3, 4) },
      { id: "e-4", all: estimate(1, 2, 4), civilians: estimate(0, 0, 5) },
      { id: "e-5", all: estimate(1, 2, 4), civilians: estimate(2, 2, 2) },
    ];
    type Event = (typeof events)[number];
    const ranges = { civilians: ({ civilians }: Event) => civilians, all: ({ all }: Event) => all };
    const faults = rangeFaults(events, { ranges, partOf: { civilians: "all" } });
    expect(faults.map(({ id, key }) => [id, key])).toEqual([
      ["e-2", "all-out-of-order"],
      ["e-3", "civilians-above-all"],
      ["e-4", "civilians-above-all"],
      ["e-5", "civilians-above-all"],
    ]);
    expect(faults[0]?.explanation).toBe("Of e-2 the all stand out of order: 2, 1, 4.");
  });

  test("refuse what is no question about ranges, items without an id, and what is part of itself", () => {
    const ranges = { a: () => range(1, 2), b: () => range(1, 2) };
    const codeOf = (items: unknown, of: unknown) =>
      fault(() => rangeFaults(items as never, of as never)).code;
    expect(codeOf([], { ranges, partOf: null })).toBe("argument-malformed");
    expect(codeOf([], { ranges: { a: null } })).toBe("argument-malformed");
    for (const item of [{}, null, { id: null }])
      expect(codeOf([item], { ranges })).toBe("argument-malformed");
    expect(codeOf([], { ranges, partOf: { a: "a" } })).toBe("argument-malformed");
    expect(codeOf([], { ranges, partOf: { a: "b", b: "a" } })).toBe("argument-malformed");
    expect(rangeFaults([{ id: "e-1" }], { ranges, partOf: { a: "b" } })).toEqual([]);
  });

  test("have typed keys", () => {
    expectTypeOf(byRangeFault(asked).keys).toEqualTypeOf<readonly RangeFaultKey<"killed" | "civilians">[]>();
    // @ts-expect-error TS2322: a range that is part of one that is not given
    const call = () => rangeFaults([], { ranges: asked.ranges, partOf: { civilians: "dead" } });
    expect(fault(call).code).toBe("dimension-key-unknown");
  });
});

describe("byMassacreRange", () => {
  const definition = (threshold: number) => ({ ...snhrMassacre, threshold });
  const identity = (killed: Range) => killed;

  test("is certain if every number in the range meets the threshold, possible if any does", () => {
    fc.assert(
      fc.property(smallRanges, fc.integer({ min: 1, max: 12 }), (killed, threshold) => {
        const [least, most] = [killed.minimum, killed.maximum].sort((a, b) => a - b) as [number, number];
        const numbers = Array.from({ length: most - least + 1 }, (_, nth) => least + nth);
        const meeting = numbers.filter((number) => number >= threshold).length;
        const expected = meeting === numbers.length ? "certain" : meeting > 0 ? "possible" : "no";
        expect(byMassacreRange(definition(threshold), identity).keyOf(killed)).toBe(expected);
      }),
    );
  });

  test("refuses a threshold that is none", () => {
    for (const threshold of [0, 4.5, -1])
      expect(fault(() => byMassacreRange(definition(threshold), identity)).code).toBe(
        "massacre-threshold-invalid",
      );
  });
});

describe("ranges that no compiler saw", () => {
  const ranges = { killed: ({ killed }: { killed: Range }) => killed };
  const faultsOf = (killed: unknown, asked: object = { ranges }) =>
    rangeFaults([{ id: "s-1", killed }] as never, asked as never).map(({ key }) => key);

  test("are judged by their numbers, whatever they say of themselves", () => {
    expect(faultsOf({ minimum: 5, maximum: 3, inverted: 0 })).toEqual(["killed-out-of-order"]);
    expect(faultsOf({ low: 1, best: 4, high: 3, inverted: 0 })).toEqual(["killed-out-of-order"]);
  });

  test.each([null, undefined, 5, {}, { minimum: 5, maximum: 3 }, { minimum: null, maximum: 3, inverted: 0 }])(
    "are refused where a number is missing: %o",
    (killed) => {
      const { keyOf } = byMassacreRange(snhrMassacre, (item: Range) => item);
      expect(fault(() => faultsOf(killed)).code).toBe("count-not-whole");
      expect(fault(() => keyOf(killed as never)).code).toBe("count-not-whole");
    },
  );

  test("may have any name, and are part only of each other", () => {
    const killed = range(3, 2);
    const named = { constructor: ranges.killed, toString: ranges.killed };
    expect(faultsOf(killed, { ranges: named })).toEqual([
      "constructor-out-of-order",
      "toString-out-of-order",
    ]);
    for (const partOf of [{ killed: "kiled" }, { kiled: "killed" }, { killed: "constructor" }]) {
      const { code, message } = fault(() => faultsOf(killed, { ranges, partOf }));
      expect(code).toBe("dimension-key-unknown");
      expect(message).toContain("is none of the keys of the ranges (killed): name in partOf");
    }
  });
});

test("an estimate is a massacre for certain by its low and its high number, whatever the best one", () => {
  const { keyOf } = byMassacreRange(snhrMassacre, (killed: Estimate) => killed);
  const estimates = [
    estimate(5, 6, 8),
    estimate(3, 6, 8),
    estimate(1, 2, 5),
    estimate(1, 2, 4),
    estimate(6, 5, 4),
  ];
  expect(estimates.map(keyOf)).toEqual(["certain", "possible", "possible", "no", "possible"]);
});
