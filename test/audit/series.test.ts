import { describe, expect, test } from "vitest";
import { audit, conflictsOf, count, rangeOf, reportOf, toll } from "../support/audit.js";

/** SNHR's totals of January to June 2021. */
const months = [113, 138, 177, 104, 96, 95] as const;
const monthly = months.map((value, nth) => reportOf(`2021-0${nth + 1}`, [count("all", value)]));
const half = (value: number) => reportOf("2021-H1", [count("all", value)]);

describe("months, halves and since-January figures of several reports", () => {
  test("agree: 723 in six months, and 852 with July's 129", () => {
    const audited = audit(
      ...monthly,
      half(723),
      reportOf("2021-07", [count("all", 129), count("since", 852, { period: "2021-01/2021-07" })]),
    );
    expect(audited.conflicts).toEqual([]);
    expect(audited.series).toEqual([]);
  });

  test("do not agree by the convention that nothing is revised, which is named", () => {
    const audited = audit(...monthly, half(724));
    expect(audited.conflicts).toHaveLength(1);
    expect(audited.conflicts[0]?.conventions).toEqual(["not-revised"]);
    expect(audited.conflicts[0]?.figures).toHaveLength(7);
    expect(audited.series.map(({ kind }) => kind)).toEqual(["periods-disagree"]);
    // No report disagrees with itself.
    expect(audited.verdict).not.toBe("cannot-hold");
  });

  test("vouch for 104 against 105, both of which the report of April prints", () => {
    const april = reportOf("2021-04", [count("title", 104), count("body", 105)]);
    const others = monthly.filter(({ id }) => id !== "2021-04");
    const alone = audit(april).conflicts[0]?.repairs.map(({ vouchedBy }) => vouchedBy);
    expect(alone).toEqual([1, 1]);
    const [first, second] = audit(...others, april, half(723)).conflicts[0]?.repairs ?? [];
    expect(first).toMatchObject({ figure: { figure: "body" }, minimum: 104, vouchedBy: 2 });
    expect(second).toMatchObject({ figure: { figure: "title" }, minimum: 105 });
  });

  test("leave a month without a report to what the others force it to", () => {
    const { series } = audit(...monthly.filter(({ id }) => id !== "2021-03"), half(723));
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({ kind: "missing-period", verdict: "undetermined" });
    expect(series[0]?.explanation).toContain("March 2021; the others leave 177");
  });

  test("restate a month", () => {
    const { series, conflicts } = audit(
      reportOf("2021-03", [count("all", 177)]),
      reportOf("2021-04", [count("all", 104), count("march", 180, { period: "2021-03" })]),
    );
    expect(series.map(({ kind }) => kind)).toEqual(["restated"]);
    expect(conflicts[0]?.repairs.map(({ minimum }) => minimum).sort()).toEqual([177, 180]);
  });

  test("never fall since January", () => {
    const since = (period: string, value: number) =>
      reportOf(period, [count("since", value, { period: `2021-01/${period}` })]);
    const { series } = audit(since("2021-06", 723), since("2021-07", 700));
    expect(series.map(({ kind }) => kind)).toEqual(["cumulative-falls"]);
    expect(audit(since("2021-06", 723), since("2021-07", 723)).series).toEqual([]);
  });

  test("say nothing across publishers", () => {
    const other = { ...reportOf("2021-H1", [count("all", 5)]), publisher: "another" };
    expect(audit(...monthly, other).conflicts).toEqual([]);
  });
});

describe("a breakdown under another total", () => {
  const annual = (period: string, numbers: readonly number[], torture: number) =>
    reportOf(period, [...toll("all", numbers), count("torture", torture, { category: "torture" })]);

  test("is remarked: 251, 94 and 133 of 2022 in 2023", () => {
    const { series, conflicts } = audit(
      annual("2022", [1057, 251, 94], 133),
      annual("2023", [1032, 251, 94], 133),
    );
    expect(conflicts).toEqual([]);
    expect(series).toMatchObject([{ kind: "carried-over", verdict: "undetermined" }]);
  });

  test("is not, if one of its numbers differs, or the total is the same", () => {
    expect(audit(annual("2022", [1057, 251, 94], 133), annual("2023", [1032, 251, 94], 134)).series).toEqual(
      [],
    );
    expect(audit(annual("2022", [1057, 251, 94], 133), annual("2023", [1057, 251, 94], 133)).series).toEqual(
      [],
    );
  });
});

test("periods within one report add too", () => {
  const quarter = reportOf("2021-Q1", [
    count("all", 428),
    count("january", 113, { period: "2021-01" }),
    count("march", 177, { period: "2021-03" }),
  ]);
  expect(rangeOf(audit(quarter), "all, February 2021")).toEqual([138, 138]);
  const less = { ...quarter, figures: [...quarter.figures, count("february", 140, { period: "2021-02" })] };
  expect(conflictsOf(audit(less))).toEqual([["all", "february", "january", "march"]]);
});

test("of 299 and 229 children of 2021 the audit says what each leaves for the months without a report", () => {
  const children = [36, 23, 28, 21, 15, 22].map((value, nth) =>
    reportOf(`2021-0${nth + 1}`, [count("children", value, { demographic: "child" })]),
  );
  const annual = reportOf("2021", [
    count("title", 299, { demographic: "child" }),
    count("body", 229, { demographic: "child" }),
  ]);
  const { series } = audit(...children, annual);
  // 145 in the first half.
  expect(series.map(({ explanation }) => explanation)).toEqual([
    "If 229 (children) stands, the reports at hand leave 84 for children, July to December 2021.",
    "If 299 (children) stands, the reports at hand leave 154 for children, July to December 2021.",
  ]);
});
