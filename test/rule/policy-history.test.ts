import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { rulesToApply } from "../../src/rule/policy.js";
import { type DatedPolicy, definePolicyHistory, policyInForce } from "../../src/rule/policy-history.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { snhrPolicy } from "../../src/snhr/rules.js";
import { fault } from "../number/fault.js";
import { dayNumberRange, textOfDay } from "../support/calendar.js";
import { reordered } from "../support/records.js";

type Dated = DatedPolicy<SnhrKeys>;

const named = (label: string, dates: Omit<Dated, "policy"> = {}): Dated => ({
  policy: { ...snhrPolicy, label },
  ...dates,
});
const on = (history: readonly Dated[], day: string) => policyInForce(history, calendarDate(day)).label;

describe("policyInForce", () => {
  const history = [
    named("2021", { from: "2021-01-01" }),
    named("first", { to: "2018-12-31" }),
    named("between", { from: "2019-01-01", to: "2020-12-31" }),
  ];

  test.each([
    ["0001-01-01", "first"],
    ["2018-12-31", "first"],
    ["2019-01-01", "between"],
    ["2020-12-31", "between"],
    ["2021-01-01", "2021"],
    ["9999-12-31", "2021"],
  ])("on %s is the %s, in whatever order they stand", (day, label) => {
    expect(on(history, day)).toBe(label);
  });

  test("applies those of its rules that were in force on the day", () => {
    const [conclusive, ...others] = snhrPolicy.rules.map((rule) => ({
      ...rule,
      inForce: { from: "2021-07-01" },
    }));
    const dated = {
      policy: { ...snhrPolicy, rules: conclusive ? [{ ...conclusive, inForce: {} }, ...others] : [] },
    };
    const applied = (day: string) => rulesToApply(policyInForce([dated], calendarDate(day)));
    expect(applied("2021-06-30").map(({ id }) => id)).toEqual(["conclusive"]);
    expect(applied("2021-07-01")).toHaveLength(snhrPolicy.rules.length);
  });

  test("is exactly one on every day of a history, whatever its dates are", () => {
    const histories = fc
      .uniqueArray(fc.integer({ min: dayNumberRange.min + 1, max: dayNumberRange.max }), { maxLength: 6 })
      .map((starts) => [...starts].sort((a, b) => a - b))
      .chain((starts) => {
        const all = [null, ...starts].map((start, nth) => {
          const next = starts[nth];
          return named(String(nth), {
            ...(start === null ? {} : { from: textOfDay(start) }),
            ...(next === undefined ? {} : { to: textOfDay(next - 1) }),
          });
        });
        return fc.record({ starts: fc.constant(starts), all: reordered(all) });
      });
    const day = fc.integer(dayNumberRange);
    fc.assert(
      fc.property(histories, day, ({ starts, all }, number) => {
        const expected = starts.filter((start) => start <= number).length;
        expect(on(all, textOfDay(number))).toBe(String(expected));
        for (const start of starts) {
          const later = starts.indexOf(start) + 1;
          expect(on(all, textOfDay(start))).toBe(String(later));
          expect(on(all, textOfDay(start - 1))).toBe(String(later - 1));
        }
      }),
    );
  });

  test("refuses a day on which there was none", () => {
    const bounded = [named("only", { from: "2020-01-01", to: "2020-12-31" })];
    for (const day of ["2019-12-31", "2021-01-01"]) {
      expect(fault(() => on(bounded, day))).toMatchObject({ code: "policy-not-in-force", details: { day } });
    }
    expect(fault(() => on([], "2021-01-01")).code).toBe("policy-not-in-force");
    expect(fault(() => policyInForce(bounded, "2021-02-29" as never)).code).toBe("date-unreal");
  });

  test("refuses days with none between two policies, however they are asked", () => {
    const gap = [named("late", { from: "2020-01-03" }), named("early", { to: "2020-01-01" })];
    for (const ask of [() => on(gap, "2021-01-01"), () => definePolicyHistory(snhrCodebook, gap)]) {
      expect(fault(ask)).toMatchObject({
        code: "policy-history-gap",
        details: { earlier: "early", later: "late" },
        message:
          'No policy is in force between 2020-01-01, the last day of "early", and 2020-01-03, the first of "late": name the one that was, or let the two meet.',
      });
    }
  });

  test.each([
    ["on one day", { to: "2020-01-01" }, { from: "2020-01-01" }],
    [
      "one within the other",
      { from: "2020-01-01", to: "2020-12-31" },
      { from: "2020-03-01", to: "2020-04-01" },
    ],
    ["both from the beginning", { to: "2019-12-31" }, { to: "2020-12-31" }],
    ["both from one day", { from: "2020-01-01" }, { from: "2020-01-01", to: "2020-12-31" }],
    ["both always", {}, {}],
    ["the first for ever", { from: "2019-01-01" }, { from: "2020-01-01" }],
  ])("refuses two policies for one day: %s", (_, one, other) => {
    for (const history of [
      [named("one", one), named("two", other)],
      [named("two", other), named("one", one)],
    ]) {
      const { code, details } = fault(() => on(history, "2020-01-01"));
      expect(code).toBe("policy-history-overlap");
      expect(Object.values(details as object).sort()).toEqual(["one", "two"]);
    }
  });

  test("refuses days on which none of the policy's rules is in force, unless it has none at all", () => {
    const ruled = (...dates: { readonly from?: string; readonly to?: string }[]) => ({
      ...snhrPolicy,
      rules: dates.map((inForce, nth) => ({ ...snhrPolicy.rules[0], id: `r-${nth}`, inForce })) as never,
    });
    const faultOf = (policy: typeof snhrPolicy, dates: Omit<Dated, "policy">) => {
      const refused = fault(() => on([{ policy, ...dates }], "2021-07-31"));
      return [
        refused.code,
        refused.message.includes("from the beginning"),
        /on (\d[\d-]+)/.exec(refused.message)?.[1],
      ];
    };
    const gap = "policy-history-gap";
    expect(faultOf(ruled({ from: "2021-01-01" }), { from: "2019-01-01" })).toEqual([
      gap,
      false,
      "2019-01-01",
    ]);
    expect(faultOf(ruled({ from: "2021-01-01" }), {})).toEqual([gap, true, undefined]);
    expect(faultOf(ruled({ to: "2020-01-31" }, { from: "2020-02-02" }), {})).toEqual([
      gap,
      false,
      "2020-02-01",
    ]);
    expect(faultOf(ruled({ to: "2021-12-30" }), { to: "2021-12-31" })).toEqual([gap, false, "2021-12-31"]);
    for (const policy of [
      ruled(),
      ruled({}),
      ruled({ to: "2021-01-31" }, { from: "2021-02-01", to: "2021-12-31" }, { from: "2021-12-01" }),
    ]) {
      expect(on([{ policy, from: "2021-01-01" }], "2021-07-31")).toBe(snhrPolicy.label);
    }
  });

  test("refuses dates that are none, or backwards", () => {
    expect(fault(() => on([named("one", { from: "2020" })], "2020-01-01")).code).toBe("date-malformed");
    const backwards = [named("one", { from: "2020-01-02", to: "2020-01-01" })];
    expect(fault(() => on(backwards, "2020-01-01")).code).toBe("period-backwards");
  });
});

test("definePolicyHistory gives the history back, and refuses a policy that is none", () => {
  const history = [named("one", { to: "2020-12-31" }), named("two", { from: "2021-01-01" })];
  expect(definePolicyHistory(snhrCodebook, history)).toBe(history);
  expect(definePolicyHistory(snhrCodebook, [])).toEqual([]);
  const faulty = { ...snhrPolicy, otherwise: undefined } as never;
  expect(fault(() => definePolicyHistory(snhrCodebook, [{ policy: faulty }])).code).toBe("policy-incomplete");
});
