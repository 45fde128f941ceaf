import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CumulativeFigure, differences } from "../../src/revision/differences.js";
import { fault } from "../number/fault.js";
import { reordered } from "../support/records.js";
import { deepFreeze } from "../support/tally.js";

// SNHR, July 2021: 113, 138, 177, 104, 96, 95 and 129 killed from January to July, 852 since January.
const months = [
  "2021-01",
  "2021-02",
  "2021-03",
  "2021-04",
  "2021-05",
  "2021-06",
  "2021-07",
  "2022-01",
] as const;
type Month = (typeof months)[number];
const since = (from: Month | null, through: Month, count: number): CumulativeFigure<Month> => ({
  since: from,
  through,
  count,
});
const stepsOf = (...figures: readonly CumulativeFigure<Month>[]) =>
  differences(figures, { periods: months }).steps.map(({ kind, periods, difference, count }) => ({
    kind,
    periods,
    difference,
    count,
  }));

describe("differences of cumulative figures", () => {
  test("are the counts of the periods between them", () => {
    const counts = [113, 138, 177, 104, 96, 95, 129];
    let soFar = 0;
    const figures = counts.map((count, nth) => since("2021-01", months[nth] ?? "2021-01", (soFar += count)));
    expect(soFar).toBe(852);
    expect(stepsOf(...figures).map(({ count }) => count)).toEqual(counts);
  });

  test("over periods of which nothing was published are of all of them, and none is a zero", () => {
    expect(stepsOf(since("2021-01", "2021-06", 723), since("2021-01", "2021-07", 852))).toEqual([
      { kind: "start", periods: months.slice(0, 6), difference: null, count: 723 },
      { kind: "difference", periods: ["2021-07"], difference: 129, count: 129 },
    ]);
    expect(stepsOf(since("2021-01", "2021-02", 251), since("2021-01", "2021-05", 628))[1]).toEqual({
      kind: "difference",
      periods: ["2021-03", "2021-04", "2021-05"],
      difference: 377,
      count: 377,
    });
  });

  test("that fall are reported and not smoothed, and what follows is compared with what was published last", () => {
    const figures = [
      since("2021-01", "2021-01", 113),
      since("2021-01", "2021-02", 110),
      since("2021-01", "2021-03", 110),
      since("2021-01", "2021-04", 130),
    ];
    expect(stepsOf(...figures).slice(1)).toEqual([
      { kind: "fall", periods: ["2021-02"], difference: -3, count: null },
      { kind: "difference", periods: ["2021-03"], difference: 0, count: 0 },
      { kind: "difference", periods: ["2021-04"], difference: 20, count: 20 },
    ]);
  });

  test("begin anew where figures are counted from another period", () => {
    expect(stepsOf(since("2022-01", "2022-01", 91), since("2021-01", "2021-07", 852))).toEqual([
      { kind: "start", periods: months.slice(0, 7), difference: null, count: 852 },
      { kind: "start", periods: ["2022-01"], difference: null, count: 91 },
    ]);
  });

  test("keep figures apart that are counted from different periods at the same time", () => {
    const steps = stepsOf(
      since("2021-01", "2021-03", 428),
      since("2021-05", "2021-05", 96),
      since("2021-01", "2021-06", 723),
      since("2021-05", "2021-06", 191),
    );
    expect(steps.map(({ kind, periods, count }) => [kind, periods.at(-1), count])).toEqual([
      ["start", "2021-03", 428],
      ["difference", "2021-06", 295],
      ["start", "2021-05", 96],
      ["difference", "2021-06", 95],
    ]);
  });

  test("of figures that do not say from when they count are no number of persons, of no period: each may have begun anew", () => {
    expect(
      stepsOf(since(null, "2021-02", 5_000), since(null, "2021-03", 5_177), since(null, "2022-01", 91)),
    ).toEqual([
      { kind: "start", periods: [], difference: null, count: null },
      { kind: "rise", periods: [], difference: 177, count: null },
      { kind: "fall", periods: [], difference: -5_086, count: null },
    ]);
    expect(stepsOf()).toEqual([]);
  });

  test("name the figure and the one before it", () => {
    const [first, second] = [since("2021-01", "2021-06", 723), since("2021-01", "2021-07", 852)];
    const { steps } = differences([second, first], { periods: months });
    expect(steps.map(({ before, figure }) => [before, figure])).toEqual([
      [null, first],
      [first, second],
    ]);
  });

  test("refuse what they cannot place", () => {
    const unknown = since("2021-01", "2021-08" as "2021-07", 1);
    expect(fault(() => stepsOf(unknown))).toMatchObject({
      code: "dimension-key-unknown",
      details: { dimension: "the periods", key: "2021-08" },
    });
    expect(fault(() => stepsOf(since("2020-12" as "2021-01", "2021-07", 1))).code).toBe(
      "dimension-key-unknown",
    );
    expect(fault(() => stepsOf(since("2021-03", "2021-02", 1)))).toMatchObject({
      code: "period-backwards",
      details: { start: "2021-03", end: "2021-02" },
    });
    expect(fault(() => stepsOf(since("2021-01", "2021-02", 1), since("2021-01", "2021-02", 2)))).toEqual({
      code: "cumulative-figure-repeated",
      message:
        "Two cumulative figures count from 2021-01 through 2021-02: choose one, or take the two publications as two series.",
      details: { since: "2021-01", through: "2021-02" },
    });
    expect(fault(() => stepsOf(since(null, "2021-02", 1), since(null, "2021-02", 1))).details).toEqual({
      since: null,
      through: "2021-02",
    });
    expect(fault(() => stepsOf(since("2021-01", "2021-02", -1))).code).toBe("count-not-whole");
    expect(fault(() => differences([], { periods: ["a", "a"] })).code).toBe("dimension-keys-repeated");
  });
});

/** Cumulative figures of some of many periods, as the sums of what was added in each. */
function summed() {
  const added = fc.array(fc.nat(50), { minLength: 1 });
  return added.chain((counts) =>
    fc.tuple(
      fc.constant(counts),
      fc.shuffledSubarray(
        counts.map((_, nth) => nth),
        { minLength: 1 },
      ),
    ),
  );
}

describe("whatever was added", () => {
  const name = (nth: number) => `period ${nth}`;
  const figuresOf = (counts: readonly number[], published: readonly number[]) =>
    published.map((nth) => ({
      since: name(0),
      through: name(nth),
      count: counts.slice(0, nth + 1).reduce((sum, count) => sum + count, 0),
    }));

  test("every period through the last published is in one step, whose count is what was added in its periods", () => {
    fc.assert(
      fc.property(summed(), ([counts, published]) => {
        const periods = counts.map((_, nth) => name(nth));
        const figures = deepFreeze(figuresOf(counts, published));
        const { steps } = deepFreeze(differences(figures, { periods: deepFreeze(periods) }));
        expect(steps.flatMap((step) => step.periods)).toEqual(periods.slice(0, Math.max(...published) + 1));
        for (const step of steps) {
          const addedIn = step.periods.reduce(
            (sum, period) => sum + (counts[periods.indexOf(period)] ?? 0),
            0,
          );
          expect(step.count).toBe(addedIn);
        }
      }),
    );
  });

  test("the order of the figures changes nothing, and JSON keeps the result", () => {
    const any = summed().chain(([counts, published]) =>
      reordered(figuresOf(counts, published)).map((others) => ({ counts, published, others })),
    );
    fc.assert(
      fc.property(any, ({ counts, published, others }) => {
        const periods = counts.map((_, nth) => name(nth));
        const result = differences(figuresOf(counts, published), { periods });
        expect(differences(others, { periods })).toEqual(result);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});
