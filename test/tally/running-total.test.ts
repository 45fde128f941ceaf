import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marginal } from "../../src/tally/algebra.js";
import { partition } from "../../src/tally/dimension.js";
import { total } from "../../src/tally/read.js";
import { restrict } from "../../src/tally/restrict.js";
import { runningTotal } from "../../src/tally/running-total.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import {
  type Asked,
  type AskedDimension,
  casesWith,
  questionOf,
  selections,
  sumsOf,
} from "../support/tally.js";
import { expectedTotal, selected } from "./oracle.js";

/** What to run over, of what, and what is missing. */
interface Run {
  readonly nth: number;
  readonly over: string;
  readonly sequence: readonly string[];
  readonly of: Readonly<Record<string, string | readonly string[]>>;
  readonly missing: readonly string[];
}

const runs = ({ dimensions }: Asked): fc.Arbitrary<Run | undefined> => {
  const sequential = dimensions.flatMap(({ name, sequence }, nth) =>
    sequence === undefined ? [] : [{ nth, over: name, sequence }],
  );
  if (sequential.length === 0) return fc.constant(undefined);
  return fc.constantFrom(...sequential).chain((run) =>
    fc.record({
      nth: fc.constant(run.nth),
      over: fc.constant(run.over),
      sequence: fc.constant(run.sequence),
      of: selections(dimensions.filter((_: AskedDimension, nth) => nth !== run.nth)),
      missing: fc.array(fc.constantFrom(...run.sequence)),
    }),
  );
};

const monthOf = (month: "jan" | "feb" | "mar" | "undated") => month;
const months = partition({
  keys: ["undated", "jan", "feb", "mar"],
  sequence: ["jan", "feb", "mar"],
  keyOf: monthOf,
});

describe("runningTotal", () => {
  test("counts at each step the items of the selection up to it, and beside them those of no step", () => {
    fc.assert(
      fc.property(casesWith(runs), ({ asked, items, extra: run }) => {
        fc.pre(run !== undefined);
        const { nth, over, sequence, of } = run;
        const wanted = selected(asked, items, of);
        const missing = run.missing.filter((key) => !wanted.some(({ keys }) => keys[nth] === key));
        const upTo = (position: number) =>
          wanted.filter(({ keys }) => sequence.slice(0, position + 1).includes(keys[nth] ?? ""));
        expect(runningTotal(tally(items, questionOf(asked)), { over, of, missing })).toEqual({
          kind: "running",
          over,
          from: sequence[0],
          through: sequence.at(-1),
          missing: sequence.filter((key) => missing.includes(key)),
          steps: sequence.map((key, position) => ({
            ...expectedTotal(asked, upTo(position)),
            through: key,
            missing: sequence.slice(0, position + 1).filter((one) => missing.includes(one)).length,
          })),
          beside: expectedTotal(
            asked,
            wanted.filter(({ keys }) => !sequence.includes(keys[nth] ?? "")),
          ),
        });
      }),
    );
  });

  test("ends, together with what is beside it, at the total", () => {
    fc.assert(
      fc.property(casesWith(runs), ({ asked, items, extra: run }) => {
        fc.pre(run !== undefined);
        const counted = tally(items, questionOf(asked));
        const { steps, beside } = runningTotal(counted, { over: run.over });
        const [last, whole] = [steps.at(-1)?.count ?? 0, total(counted).count];
        if (typeof whole === "number") {
          expect(Number(last) + Number(beside.count)).toBe(whole);
        } else {
          expect(sumsOf([last, beside.count])).toEqual(sumsOf([whole]));
        }
      }),
    );
  });

  test("says from when, and which steps are lower bounds", () => {
    const counted = tally(["jan", "mar", "mar", "undated"] as const, { by: { month: months } });
    const { from, through, missing, steps, beside } = runningTotal(counted, {
      over: "month",
      missing: ["feb", "feb"],
    });
    expect([from, through, missing]).toEqual(["jan", "mar", ["feb"]]);
    expect(steps).toEqual([
      { through: "jan", count: 1, including: {}, missing: 0 },
      { through: "feb", count: 1, including: {}, missing: 1 },
      { through: "mar", count: 3, including: {}, missing: 1 },
    ]);
    expect(beside).toEqual({ count: 1, including: {} });
  });

  test("runs over what is left of a sequence, unless there is a gap in it", () => {
    const counted = tally(["jan", "mar", "mar", "undated"] as const, { by: { month: months } });
    const spring = runningTotal(restrict(counted, { month: ["undated", "mar", "feb"] }), { over: "month" });
    expect([spring.from, spring.steps.map(({ count }) => count), spring.beside.count]).toEqual([
      "feb",
      [0, 2],
      1,
    ]);
    const gap = restrict(counted, { month: ["jan", "mar"] });
    expect(fault(() => runningTotal(gap, { over: "month" })).code).toBe("dimension-not-sequential");
    const none = restrict(counted, { month: "undated" });
    expect(fault(() => runningTotal(none, { over: "month" })).code).toBe("dimension-not-sequential");
  });

  test("refuses a dimension that there is not, or whose keys do not follow each other", () => {
    const by = { month: months, letter: partition({ keys: ["a"], keyOf: () => "a" }) };
    const counted = tally([], { by });
    expect(fault(() => runningTotal(counted, { over: "letter" }))).toEqual({
      code: "dimension-not-sequential",
      message:
        "The keys of letter do not follow each other in time, so nothing can run over them: give its partition a sequence.",
      details: { dimension: "letter" },
    });
    // @ts-expect-error "mouth" is no dimension
    expect(fault(() => runningTotal(counted, { over: "mouth" })).code).toBe("dimension-unknown");
    expect(runningTotal(marginal(counted, { keep: ["month"] }), { over: "month" }).steps).toHaveLength(3);
  });

  test("refuses that a key is missing in which something was counted, of what it runs over", () => {
    const by = { month: months, letter: partition({ keys: ["a", "b"], keyOf: () => "a" }) };
    const counted = tally(["jan", "mar"] as const, { by });
    expect(fault(() => runningTotal(counted, { over: "month", missing: ["feb", "mar"] }))).toEqual({
      code: "missing-key-counted",
      message: '"mar" of month is named as missing, and there are counts of it: take it out of missing.',
      details: { dimension: "month", key: "mar" },
    });
    const ofNobody = runningTotal(counted, { over: "month", of: { letter: "b" }, missing: ["mar"] });
    expect(ofNobody.missing).toEqual(["mar"]);
  });

  test("refuses a missing key that is not in the sequence, and a selection of keys that there are not", () => {
    const counted = tally([], {
      by: { month: months, letter: partition({ keys: ["a"], keyOf: () => "a" }) },
    });
    expect(fault(() => runningTotal(counted, { over: "month", missing: ["undated"] }))).toEqual({
      code: "dimension-key-unknown",
      message:
        '"undated" is none of the keys of month (jan, feb, mar): only keys of its sequence can be missing.',
      details: { dimension: "month", key: "undated", keys: ["jan", "feb", "mar"] },
    });
    // @ts-expect-error "b" is no key of letter
    expect(fault(() => runningTotal(counted, { over: "month", of: { letter: "b" } })).code).toBe(
      "dimension-key-unknown",
    );
  });
});
