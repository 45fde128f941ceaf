import { describe, expect, test } from "vitest";
import type { CountFigure, Wording } from "../../src/audit/published/figure.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { audit, conflictsOf, count, type Report, rangeOf, reportOf, toll } from "../support/audit.js";

/** SNHR's totals of January to June 2021. */
const months = [113, 138, 177, 104, 96, 95] as const;
const monthly = months.map((value, nth) => reportOf(`2021-0${nth + 1}`, [count("all", value)]));
const half = (value: number) => reportOf("2021-H1", [count("all", value)]);

const since = (period: string, value: number, own?: number) =>
  reportOf(period, [
    count("since", value, { period: `2021-01/${period}` }),
    ...(own === undefined ? [] : [count("own", own)]),
  ]);

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
    expect(audited.conflicts[0]?.conventions).toEqual(["every-death-dated", "not-revised"]);
    expect(audited.conflicts[0]?.figures).toHaveLength(7);
    expect(audited.series.map(({ kind }) => kind)).toEqual(["periods-disagree"]);
    expect(new Set(audited.figures.map(({ verdict }) => verdict))).toEqual(new Set(["cannot-hold"]));
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
    expect(series[0]?.explanation).toContain("The others leave 177 killed, March 2021: 723 (");
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
    const { series } = audit(since("2021-06", 723), since("2021-07", 700));
    expect(series.map(({ kind }) => kind)).toEqual(["cumulative-falls"]);
    expect(audit(since("2021-06", 723), since("2021-07", 723)).series).toEqual([]);
  });

  test("start anew: since January July prints what is July's alone", () => {
    const { series } = audit(since("2021-06", 723), since("2021-07", 129, 129));
    expect(series.map(({ kind }) => kind)).toEqual(["cumulative-restarts"]);
    expect(series[0]?.explanation).toContain("129 is also printed for all killed, July 2021 alone");
  });

  test("skip July: since January nobody is added to June's 723", () => {
    const { series } = audit(since("2021-06", 723), since("2021-07", 723, 129));
    expect(series.map(({ kind }) => kind)).toEqual(["cumulative-skips"]);
    expect(series[0]?.explanation).toContain("would agree without the 129 (all killed, July 2021)");
  });

  test("skip May: the half-year lacks its 96, and no other month's number", () => {
    const { series, conflicts } = audit(...monthly, half(723 - 96));
    expect(series.map(({ kind }) => kind)).toEqual(["cumulative-skips"]);
    expect(series[0]?.explanation).toContain("would agree without the 96 (all killed, May 2021)");
    // With 723 everything agrees: 113 + 138 + 177 + 104 + 96 + 95.
    expect(conflicts[0]?.repairs).toContainEqual(
      expect.objectContaining({
        figure: expect.objectContaining({ printed: "627" }) as unknown,
        minimum: 723,
        maximum: 723,
      }),
    );
  });

  test("fall, if each of two reports is of the time since one day", () => {
    const { series } = audit(
      reportOf("2011-03/2021-03", [count("all", 7_230)]),
      reportOf("2011-03/2021-06", [count("all", 7_100)]),
    );
    expect(series.map(({ kind }) => kind)).toEqual(["cumulative-falls"]);
  });

  test("are no figures since January, if a report prints them for its own period", () => {
    const { series } = audit(reportOf("2021-01", [count("all", 9)]), reportOf("2021-Q1", [count("all", 3)]));
    expect(series.map(({ kind }) => kind)).toEqual(["periods-disagree"]);
  });

  test("that add up are named with their sum, and so are those that do not", () => {
    const sums = (total: number) =>
      audit(...monthly, half(total)).identities.filter(({ conventions }) =>
        conventions.includes("not-revised"),
      );
    expect(sums(723)).toMatchObject([{ kind: "period-sum", verdict: "holds" }]);
    expect(sums(723)[0]?.figures).toHaveLength(7);
    expect(sums(724)).toMatchObject([{ kind: "period-sum", verdict: "cannot-hold" }]);
  });

  test("leave for a month what the reports of one publisher leave, whatever another prints", () => {
    const of = (publisher: string, report: ReturnType<typeof reportOf>) => ({
      ...report,
      publisher,
      id: `${publisher}, ${report.period}`,
    });
    const { series } = audit(
      of("One", reportOf("2021-01", [count("all", 53)])),
      of("One", reportOf("2021-02", [count("all", 13)])),
      of("One", reportOf("2021-Q1", [count("all", 171)])),
      of("Another", reportOf("2021-Q1", [count("february", 1, { period: "2021-02" })])),
    );
    // 171 − 53 − 13
    expect(series.map(({ explanation }) => /leave (\d+)/.exec(explanation)?.[1])).toEqual(["105"]);
    expect(series[0]?.figures.map(({ report }) => report).filter((id) => id.startsWith("Another"))).toEqual(
      [],
    );
  });

  test("say whose number it is that no report prints, where one that counts otherwise prints it", () => {
    const by =
      (more: Partial<ReturnType<typeof reportOf>>) =>
      (period: string, value: number, of = {}) => ({
        ...reportOf(period, [count("all", value, of)]),
        ...more,
        id: `${period} ${JSON.stringify(more)}`,
      });
    const own = by({});
    const [january, both] = [own("2021-01", 17), own("2021-02", 50, { period: "2021-01/2021-02" })];
    const told = (...others: readonly ReturnType<typeof reportOf>[]) =>
      audit(january, both, ...others).series.flatMap(({ kind, explanation }) =>
        kind === "missing-period" ? [explanation.split(": ")[0]] : [],
      );
    expect(told()).toEqual(["No report at hand prints"]);
    const otherwise = [
      by({ publisher: "another" }),
      by({ categories: { media: { standing: "beside" } } }),
      by({ population: "civilians" }),
    ];
    for (const other of otherwise) {
      expect(told(other("2021-02", 41))).toEqual([
        "No report at hand that counts as SNHR, 2021-02 does prints",
      ]);
      // It is told too where several reports of the other have it, of whom it is January that these do not print.
      expect(told(other("2021-02", 41), other("2021-03", 5), other("2021-Q1", 60)).sort()).toEqual([
        "No report at hand that counts as SNHR, 2021-02 does prints",
        "No report at hand that counts as SNHR, 2021-Q1 does prints",
      ]);
    }
  });

  test("say nothing across publishers, each of which may print a series of its own", () => {
    const ofAnother = (report: ReturnType<typeof reportOf>) => ({
      ...report,
      id: `another ${report.id}`,
      publisher: "another",
    });
    const others = [1, 2, 3, 4, 5, 6].map((value, nth) =>
      reportOf(`2021-0${nth + 1}`, [count("all", value)]),
    );
    const audited = audit(...monthly, half(723), ...others.map(ofAnother), ofAnother(half(21)));
    expect(audited.conflicts).toEqual([]);
    expect(audited.series).toEqual([]);
  });
});

describe("massacres by two definitions", () => {
  const massacres = (period: string, threshold: number, value: number) =>
    reportOf(period, [count("massacres", value, { unit: "massacres" })], {
      massacre: { threshold, citation: { source: "SNHR", quote: `${threshold} or more` } },
    });

  test("are not compared, and that is said", () => {
    const { conflicts, series } = audit(massacres("2021-01", 5, 9), massacres("2021-Q1", 6, 3));
    expect(conflicts).toEqual([]);
    expect(series).toMatchObject([{ kind: "definition-differs", verdict: "undetermined" }]);
    expect(series[0]?.explanation).toContain(
      'from 5 killed (SNHR: "5 or more") and from 6 killed (SNHR: "6 or more"): only massacres of one definition are compared.',
    );
  });

  // Beside another definition it is not known which one a report means that states none: it is named with all that state one.
  test("leave a report uncompared that states none, and that is said", () => {
    const than = [{ period: "2021-06" }];
    const july = reportOf("2021-07", [
      count("massacres", 5, { unit: "massacres" }),
      {
        id: "trend",
        kind: "statement",
        text: "fewer",
        of: { unit: "massacres" },
        statement: { says: "decrease", than },
      },
    ]);
    expect(audit(massacres("2021-06", 5, 4), july).conflicts).toHaveLength(1);
    const { conflicts, series } = audit(massacres("2015-01", 3, 9), massacres("2021-06", 5, 4), july);
    expect(conflicts).toEqual([]);
    expect(series.map(({ explanation }) => explanation)).toEqual([
      'Massacres are counted from 3 killed (SNHR: "3 or more"), from 5 killed (SNHR: "5 or more") and by a definition that is not stated (SNHR, 2021-07): only massacres of one definition are compared.',
    ]);
    expect(series[0]?.figures.map(({ report }) => report)).toEqual(["2015-01", "2021-06", "2021-07"]);
    // Also where the one that states another prints no massacres.
    const old = { ...massacres("2015-01", 3, 9), figures: [count("all", 70)] };
    expect(audit(old, massacres("2021-06", 5, 4), july).series).toMatchObject([
      { explanation: series[0]?.explanation },
    ]);
  });

  test("are of one, if what is not counted alike is no massacre", () => {
    const toll = (period: string, threshold: number, all: number, killed: number, children: number) => ({
      ...massacres(period, threshold, 4),
      figures: [
        count("all", all),
        count("killed", killed, { inMassacres: true }),
        count("children", children, { demographic: "child" }),
      ],
    });
    const kinds = (threshold: number) =>
      audit(toll("2021-06", 5, 100, 30, 40), toll("2021-07", threshold, 105, 30, 40)).series.map(
        ({ kind }) => kind,
      );
    expect(kinds(5)).toEqual(["carried-over"]);
    expect(kinds(6)).toEqual(["definition-differs"]);
  });

  test("are compared by one definition, and where a report states none", () => {
    const unstated = reportOf("2021-Q1", [count("massacres", 3, { unit: "massacres" })]);
    for (const quarter of [massacres("2021-Q1", 5, 3), unstated])
      expect(audit(massacres("2021-01", 5, 9), quarter).conflicts).toHaveLength(1);
  });
});

describe("a statement of trend", () => {
  const february = reportOf("2021-02", [count("all", 100)]);
  const march = (value: number, says: "increase" | "decrease" | "unchanged" | "highest" | "lowest") => {
    const than = [{ period: "2021-02" }];
    const statement =
      says === "highest" || says === "lowest" ? ({ says, among: than } as const) : ({ says, than } as const);
    return reportOf("2021-03", [
      count("all", value),
      { id: "trend", kind: "statement", text: says, of: {}, statement },
    ]);
  };
  const verdictOf = (...of: Parameters<typeof march>) => {
    const { series, conflicts, figures } = audit(february, march(...of));
    const own = figures.find(({ figure }) => figure.figure === "trend");
    expect(conflicts).toHaveLength(series[0]?.verdict === "cannot-hold" ? 1 : 0);
    return [series[0]?.verdict, series[0]?.explanation.split(": ").at(-1), own?.verdict];
  };

  // 100 in 28 days are as many per day as 110.7 in 31.
  test.each([
    ["decrease", 99, "holds"],
    ["decrease", 111, "cannot-hold"],
    ["increase", 111, "holds"],
    ["increase", 100, "cannot-hold"],
    ["lowest", 100, "holds"],
    ["lowest", 111, "cannot-hold"],
    ["highest", 111, "holds"],
    ["highest", 99, "cannot-hold"],
    ["unchanged", 99, "cannot-hold"],
    ["unchanged", 111, "cannot-hold"],
    // More in totals and fewer per day: the same by neither.
    ["unchanged", 105, "cannot-hold"],
  ] as const)("is decided where totals and rates per day agree: %s, %d", (says, value, verdict) => {
    expect(verdictOf(value, says)[0]).toBe(verdict);
  });

  test.each([
    ["decrease", 105, "in totals it does not hold, per day it holds."],
    ["increase", 105, "in totals it holds, per day it does not hold."],
    ["lowest", 110, "in totals it does not hold, per day it holds."],
    ["highest", 100, "in totals it holds, per day it does not hold."],
    ["unchanged", 100, "in totals it holds, per day it does not hold."],
  ] as const)("depends on how months are compared where they do not: %s, %d", (says, value, words) => {
    expect(verdictOf(value, says)).toEqual(["undetermined", words, "undetermined"]);
  });

  test("holds in one way of all that it is compared with, or in neither", () => {
    const april = (than: readonly string[], says: "decrease" | "lowest" = "decrease") => {
      const periods = than.map((period) => ({ period }));
      const statement =
        says === "lowest" ? ({ says, among: periods } as const) : ({ says, than: periods } as const);
      return audit(
        reportOf("2021-02", [count("all", 95)]),
        reportOf("2021-03", [count("all", 101)]),
        reportOf("2021-04", [
          count("all", 100),
          { id: "trend", kind: "statement", text: says, of: {}, statement },
        ]),
      );
    };
    // 100 in 30 days, 3.33 a day: in totals more than February's 95, 3.39 a day, and per day more than March's 101, 3.26.
    expect(april(["2021-02"]).conflicts).toEqual([]);
    expect(april(["2021-03"]).conflicts).toEqual([]);
    for (const says of ["decrease", "lowest"] as const) {
      const { conflicts, series, figures } = april(["2021-02", "2021-03"], says);
      expect(conflicts).toHaveLength(1);
      expect(conflicts[0]?.explanation).toBe(
        `These figures do not agree: "${says}": 100 killed (3.33 a day) against ` +
          "95 killed, February 2021 (3.39 a day) and 101 killed, March 2021 (3.26 a day).",
      );
      expect(conflicts[0]?.repairs.map(({ figure }) => figure.printed).sort()).toEqual(
        ["100", "101", "95", says].sort(),
      );
      expect(series).toMatchObject([{ kind: "trend", verdict: "cannot-hold" }]);
      expect(figures.find(({ figure }) => figure.figure === "trend")?.verdict).toBe("cannot-hold");
    }
  });

  test("of a month and a quarter is one of numbers per day", () => {
    const quarter = reportOf("2021-04/2021-06", [count("all", 295)]);
    const july = (says: "increase" | "decrease") => {
      const statement = { says, than: [{ period: "2021-04/2021-06" }] } as const;
      const trend = { id: "trend", kind: "statement", text: says, of: {}, statement } as const;
      return audit(quarter, reportOf("2021-07", [count("all", 129), trend]));
    };
    // 129 in 31 days are 4.16 a day, and 295 in 91 are 3.24.
    expect(july("increase").series).toMatchObject([{ kind: "trend", verdict: "holds" }]);
    expect(july("decrease").series).toMatchObject([{ kind: "trend", verdict: "cannot-hold" }]);
  });

  test("is told with the totals and the rates", () => {
    const { series } = audit(february, march(105, "increase"));
    // 105 / 31 is 3.387, and 100 / 28 is 3.571.
    expect(series[0]?.explanation).toBe(
      '"increase": 105 killed (3.39 a day) against 100 killed, February 2021 (3.57 a day): ' +
        "in totals it holds, per day it does not hold.",
    );
  });

  test("holds by what two reports print, if neither is revised", () => {
    const { series, conflicts } = audit(february, march(95, "decrease"));
    expect(conflicts).toEqual([]);
    expect(series).toMatchObject([{ kind: "trend", verdict: "holds", conventions: ["not-revised"] }]);
    expect(series[0]?.figures.map(({ printed }) => printed)).toEqual(["decrease", "95", "100"]);
  });

  test("of which a number is not printed is not told of", () => {
    expect(audit(reportOf("2021-02", []), march(95, "decrease")).series).toEqual([]);
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

  test("of children and women alone is remarked in the next report, however their period is written", () => {
    const people = (period: string, numbers: readonly number[], written?: string) => {
      const figures = toll("all", numbers);
      const of = written === undefined ? {} : { period: written };
      return reportOf(
        period,
        figures.map((one) => ({ ...one, of: { ...one.of, ...of } })),
      );
    };
    const kinds = (...reports: readonly Report[]) => audit(...reports).series.map(({ kind }) => kind);
    const before = people("2022", [1057, 251, 94], "2022-01/2022-12");
    expect(kinds(before, people("2023", [1032, 251, 94]))).toEqual(["carried-over"]);
    // Numbers of one digit, or of a report further back, are the same by chance too often.
    expect(kinds(people("2022", [57, 25, 9]), people("2023", [62, 25, 9]))).toEqual([]);
    expect(kinds(before, people("2023", [1032, 250, 94]), people("2024", [1000, 251, 94]))).toEqual([]);
    expect(kinds(before, people("2023", [1032, 251, 95]))).toEqual([]);
  });

  test("of children and women is remarked also where what died under torture was counted anew", () => {
    const told = audit(annual("2022", [1057, 251, 94], 133), annual("2023", [1032, 251, 94], 57)).series;
    expect(told).toMatchObject([{ kind: "carried-over", figures: { length: 4 } }]);
    expect(told[0]?.explanation).toMatch(/^(251 and 94|94 and 251) are printed both in /);
    expect(audit(annual("2022", [1057, 251, 94], 133), annual("2023", [1032, 251, 95], 133)).series).toEqual(
      [],
    );
  });

  test("is none in a report of the same time, or one that holds it, and of children and women alone none years before", () => {
    const july = reportOf("2021-07", toll("all", [129, 44, 17]));
    const kinds = (before: Report, after: Report) =>
      audit(before, after)
        .series.map(({ kind }) => kind)
        .filter((kind) => kind !== "missing-period");
    const months = (period: string, total: number) => reportOf(period, toll("all", [total, 44, 17]));
    expect(kinds(months("2021-06", 95), july)).toEqual(["carried-over"]);
    expect(kinds(july, { ...months("2021-07", 130), id: "corrected" })).toEqual(["restated"]);
    expect(kinds(july, months("2021-07/2021-09", 135))).toEqual([]);
    expect(kinds(months("2013-07", 95), july)).toEqual([]);
    // Where more is the same, also of another year.
    expect(kinds(annual("2013", [1057, 251, 94], 133), annual("2021", [1032, 251, 94], 133))).toEqual([
      "carried-over",
    ]);
  });

  test("of three numbers of two digits is remarked in the next report, and in that of the same time a year later", () => {
    const kinds = (before: string, after: string, numbers: readonly [number, number, number]) => {
      const [children, women, torture] = numbers;
      const report = (period: string, total: number) => annual(period, [total, children, women], torture);
      return audit(report(before, 324), report(after, 138))
        .series.map(({ kind }) => kind)
        .filter((kind) => kind !== "missing-period");
    };
    // 71 × 44 × 26 = 81,224, and 32 × 15 × 8 = 3,840.
    for (const numbers of [[71, 44, 26] as const, [32, 15, 8] as const]) {
      expect(kinds("2019-04", "2020-04", numbers)).toEqual(["carried-over"]);
      expect(kinds("2020-03", "2020-04", numbers)).toEqual(["carried-over"]);
      expect(kinds("2018-04", "2020-04", numbers)).toEqual([]);
      expect(kinds("2019-05", "2020-04", numbers)).toEqual([]);
    }
    // February of a leap year; and 12 × 9 × 9 = 972.
    expect(kinds("2020-02", "2021-02", [71, 44, 26])).toEqual(["carried-over"]);
    expect(kinds("2019-04", "2020-04", [12, 9, 9])).toEqual([]);
  });

  test("is one of exact numbers: at least 44 is no number that may be the same, and more than 100 may be 129", () => {
    const kinds = (total: CountFigure<SnhrKeys>, children: CountFigure<SnhrKeys>) =>
      audit(
        reportOf("2021-06", [total, children, count("women", 17, { demographic: "woman" })]),
        reportOf("2021-07", toll("all", [129, 44, 17])),
      ).series.map(({ kind }) => kind);
    const children = count("children", 44, { demographic: "child" });
    expect(kinds(count("all", 100), children)).toEqual(["carried-over"]);
    expect(kinds(count("all", 100, {}, "more-than"), children)).toEqual([]);
    expect(kinds(count("all", 130, {}, "at-least"), children)).toEqual([]);
    expect(kinds(count("all", 100), count("children", 44, { demographic: "child" }, "at-least"))).toEqual([]);
  });

  test("is remarked under totals that are worded alike: at least 1057, and then at least 1032", () => {
    const worded = (period: string, total: number, wording: Wording, breakdown?: Wording) =>
      reportOf(period, [
        count("all", total, {}, wording),
        count("children", 251, { demographic: "child" }, breakdown),
        count("women", 94, { demographic: "woman" }, breakdown),
        count("torture", 133, { category: "torture" }, breakdown),
      ]);
    const told = (...reports: readonly Report[]) => audit(...reports).series;
    const before = worded("2022", 1057, "at-least");
    const [only, ...others] = told(before, worded("2023", 1032, "at-least"));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind: "carried-over", verdict: "undetermined" });
    expect(only?.explanation).toContain("under totals that differ (at least 1032 and at least 1057)");
    expect(told(before, worded("2023", 1057, "at-least"))).toEqual([]);
    expect(told(before, worded("2023", 1032, "more-than"))).toEqual([]);
    expect(told(before, worded("2023", 1032, "at-least", "at-least"))).toEqual([]);
    const least = worded("2022", 1057, "at-least", "at-least");
    expect(told(least, worded("2023", 1032, "at-least", "at-least"))).toEqual([]);
  });

  test("by party is remarked too", () => {
    const byParty = (period: string, total: number, rows: readonly [number, number, number]) =>
      reportOf(period, [
        count("all", total),
        count("regime", rows[0], { perpetrator: "regime" }),
        count("russia", rows[1], { perpetrator: "russia" }),
        count("sdf", rows[2], { perpetrator: "sdf" }),
      ]);
    const kinds = (...reports: readonly Report[]) => audit(...reports).series.map(({ kind }) => kind);
    expect(kinds(byParty("2021", 1000, [412, 131, 57]), byParty("2022", 900, [412, 131, 57]))).toEqual([
      "carried-over",
    ]);
    expect(kinds(byParty("2021", 1000, [412, 131, 57]), byParty("2022", 900, [412, 131, 58]))).toEqual([]);
    // Three small numbers may be the same by chance.
    expect(kinds(byParty("2021", 1000, [4, 1, 5]), byParty("2022", 900, [4, 1, 5]))).toEqual([]);
  });

  test("of the children of each party, or of who died under torture in each place, is remarked too", () => {
    const parties = ["regime", "russia", "sdf", "hts"] as const;
    const places = ["idlib", "daraa", "homs", "hama"] as const;
    const report = (period: string, total: number, numbers: readonly number[], rows: "parties" | "places") =>
      reportOf(period, [
        count("all", total),
        ...numbers.map((value, nth) => {
          const [perpetrator = "regime", place = "idlib"] = [parties[nth], places[nth]];
          const of =
            rows === "parties"
              ? { perpetrator, demographic: "child" as const }
              : { place, category: "torture" as const };
          return count(`row ${nth}`, value, of);
        }),
      ]);
    for (const rows of ["parties", "places"] as const) {
      const before = report("2021", 1000, [112, 131, 157, 0], rows);
      const kinds = (numbers: readonly number[]) =>
        audit(before, report("2022", 1001, numbers, rows)).series.map(({ kind }) => kind);
      expect(kinds([112, 131, 157, 0])).toEqual(["carried-over"]);
      expect(kinds([112, 131, 157, 1])).toEqual([]);
    }
  });

  test("is not, if one of its numbers differs, or the total is the same", () => {
    expect(audit(annual("2022", [1057, 251, 94], 133), annual("2023", [1032, 251, 95], 133)).series).toEqual(
      [],
    );
    expect(audit(annual("2022", [1057, 251, 94], 133), annual("2023", [1057, 251, 94], 133)).series).toEqual(
      [],
    );
  });
});

describe("a total over other rows", () => {
  const month = (
    period: string,
    total: number,
    numbers: readonly [number, number],
    children: number,
    whole: boolean,
  ) => {
    const rows = [{ perpetrator: "regime" }, { perpetrator: "russia" }] as const;
    return reportOf(
      period,
      [
        ...toll("all", [total, children, null]),
        ...rows.map((row, nth) => count(row.perpetrator, numbers[nth] ?? 0, row)),
      ],
      { tables: [{ id: "parties", of: {}, rows, whole, blank: "not-printed" }] },
    );
  };
  const march = month("2021-03", 177, [90, 87], 28, false);
  const carried = (...reports: readonly Report[]) =>
    audit(...reports).series.filter(({ kind }) => kind === "carried-over");

  // 177 − 42 − 62 = 73.
  test("that leave some of it in none of them is remarked, if it is that of the report before or of a year before", () => {
    const april = month("2021-04", 177, [42, 62], 21, false);
    const [only, ...others] = carried(march, april);
    expect(others).toEqual([]);
    expect(only?.verdict).toBe("undetermined");
    expect(only?.explanation).toBe(
      '177 is printed both in SNHR, 2021-04 and in SNHR, 2021-03, over rows of "parties" that leave at least 73 in none of them, and nobody there: the total may have been carried over.',
    );
    expect(carried(month("2020-04", 177, [90, 87], 28, false), april)).toHaveLength(1);
    expect(carried(month("2021-02", 177, [90, 87], 28, false), april)).toEqual([]);
  });

  test("is remarked beside a further table that leaves some out, and that the report before does not have", () => {
    const april = month("2021-04", 177, [42, 62], 21, false);
    const places = [{ place: "idlib" }, { place: "aleppo" }] as const;
    const further = { id: "a-places", of: {}, rows: places, whole: false, blank: "not-printed" } as const;
    const listed = {
      ...april,
      figures: [...april.figures, ...places.map((row) => count(row.place, 20, row))],
      tables: [further, ...(april.tables ?? [])],
    };
    expect(carried(march, listed).map(({ explanation }) => explanation)).toEqual([
      expect.stringContaining('over rows of "parties" that leave at least 73'),
    ]);
  });

  test("is not remarked where the rows add to it, all is the same, or totals are small enough for chance", () => {
    expect(carried(march, month("2021-04", 177, [115, 62], 21, false))).toEqual([]);
    expect(
      carried(month("2021-03", 77, [40, 37], 28, false), month("2021-04", 77, [12, 21], 21, false)),
    ).toEqual([]);
    const before = month("2021-03", 177, [42, 62], 28, false);
    expect(carried(before, month("2021-04", 177, [42, 62], 28, false))).toEqual([]);
    // Nor rows that leave somebody in another month too.
    const may = month("2021-05", 150, [70, 75], 30, false);
    expect(carried(march, month("2021-04", 177, [42, 62], 21, false), may)).toEqual([]);
    // Rows that leave somebody in every month say nothing.
    expect(carried(before, month("2021-04", 177, [40, 70], 21, false))).toEqual([]);
  });
});

describe("a number that another report prints for the same cell", () => {
  const rows = [{ perpetrator: "regime" }, { perpetrator: "russia" }, { perpetrator: "sdf" }] as const;
  const report = (period: string, total: number, numbers: readonly [number, number, number]) =>
    reportOf(
      period,
      [count("all", total), ...rows.map((row, nth) => count(row.perpetrator, numbers[nth] ?? 0, row))],
      { tables: [{ id: "parties", of: {}, rows, whole: true, blank: "not-printed" }] },
    );
  const repairs = (...reports: readonly Report[]) => audit(...reports).conflicts[0]?.repairs ?? [];
  // Of 1031 in July 412 are the regime's in June; 500 + 431 + 100 would be all.
  const july = report("2021-07", 1031, [412, 431, 100]);

  test("was likelier carried over than misprinted", () => {
    const [first] = repairs(report("2021-06", 900, [412, 387, 101]), july);
    expect(first?.figure.figure).toBe("regime");
    expect(first?.candidates[0]).toEqual({
      value: "500",
      misprint: "carried-over",
      detail:
        "the number may have been carried over from another report: 412 is printed for killed by Syrian Regime forces in SNHR, 2021-06 too",
    });
    expect(first?.explanation).toContain("With 500 instead of 412");
  });

  test("lost no digit, where it may be any number from a least one", () => {
    const [before, own] = ["2021-06", "2021-07"].map((period) =>
      reportOf(period, [
        count("all", 200),
        ...rows.map((row, nth) =>
          count(row.perpetrator, (period === "2021-06" ? [90, 70, 20] : [93, 81, 30])[nth] ?? 0, row),
        ),
      ]),
    );
    const [first] = before === undefined || own === undefined ? [] : repairs(before, own);
    expect(first).toMatchObject({ figure: { figure: "all" }, minimum: 204, maximum: null, candidates: [] });
    expect(first?.explanation).toContain(
      "; the number may have been carried over from another report: 200 is printed for all killed in SNHR, 2021-06 too.",
    );
  });

  test("was not carried over from a report of a later time", () => {
    const told = repairs(july, report("2021-08", 900, [412, 387, 101]));
    expect(told.find(({ figure }) => figure.figure === "regime")?.candidates).toEqual([
      { value: "500", misprint: "other", detail: "no simple misprint" },
    ]);
  });

  describe("of which the others say only within what bounds it is", () => {
    const june = report("2021-06", 900, [412, 387, 101]);
    // About 1,030 is 1,020 to 1,040, less 431 and 100: 489 to 509.
    const about: Report = {
      ...july,
      figures: july.figures.map((one) =>
        one.kind === "count" && one.id === "all" ? { ...one, value: 1030, wording: "about" } : one,
      ),
    };
    const year = (regime: number) =>
      reportOf("2021", [count("july", regime, { perpetrator: "regime", period: "2021-07" })]);

    test("was likelier carried over, and the one that a third report prints for it is offered", () => {
      const [first] = repairs(june, about, year(503));
      expect(first).toMatchObject({ figure: { figure: "regime" }, minimum: 489, maximum: 509 });
      expect(first?.candidates[0]).toMatchObject({ value: "503", misprint: "carried-over" });
      expect(first?.explanation).toContain(
        "it may be 503: the number may have been carried over from another report: 412 is printed",
      );
    });

    test("is not the one that a third report prints, if that does not agree with the others", () => {
      const [first] = repairs(june, about, year(510));
      expect(first?.figure.figure).toBe("regime");
      expect(first?.candidates.map(({ misprint }) => misprint)).not.toContain("carried-over");
      expect(first?.explanation).toContain(
        "; the number may have been carried over from another report: 412 is printed for killed by Syrian Regime forces in SNHR, 2021-06 too.",
      );
    });
  });

  test("is any number, if it is not printed for it, or too small to be more than chance", () => {
    const [first] = repairs(report("2021-06", 900, [411, 388, 101]), july);
    expect(first?.candidates[0]?.misprint).not.toBe("carried-over");
    // 142 + 43 + 11 is 196: a digit was lost, whatever June prints.
    const found = repairs(report("2021-06", 100, [42, 46, 12]), report("2021-07", 196, [42, 43, 11]));
    const regime = found.find(({ figure }) => figure.figure === "regime");
    expect(regime?.candidates[0]).toMatchObject({ value: "142", misprint: "lost-digit" });
  });
});

describe("a number that is printed elsewhere in its report", () => {
  const rows = [{ perpetrator: "regime" }, { perpetrator: "russia" }, { perpetrator: "hts" }] as const;
  // 54 and 75 of the parties leave 70 of 199 to Hay'at Tahrir al Sham.
  const hts = (printed: number, ...others: Report["figures"]) => {
    const numbers = [54, 75, printed];
    const report = reportOf(
      "2021-07",
      [
        count("all", 199),
        ...rows.map((row, nth) => count(row.perpetrator, numbers[nth] ?? 0, row)),
        ...others,
      ],
      { tables: [{ id: "parties", of: {}, rows, whole: true, blank: "not-printed" }] },
    );
    const found = audit(report).conflicts[0]?.repairs.find(({ figure }) => figure.figure === "hts");
    return found?.candidates.map(({ value, misprint }) => [value, misprint]);
  };

  test("was carried over from another row of its table, or from an earlier time", () => {
    expect(hts(54)).toEqual([["70", "carried-over"]]);
    const june = count("june", 12, { perpetrator: "hts", period: "2021-06" });
    expect(hts(12, june)).toEqual([["70", "carried-over"]]);
  });

  test("was not carried over from those who were tortured, or women, or killed at a place, nor from a later time", () => {
    const others = [
      count("tortured", 12, { category: "torture" }),
      count("women", 12, { demographic: "woman" }),
      count("homs", 12, { place: "homs" }),
      count("august", 12, { perpetrator: "hts", period: "2021-08" }),
    ];
    for (const other of others) expect(hts(12, other)).toEqual([["70", "other"]]);
  });
});

test("periods within one report add too", () => {
  const quarter = reportOf("2021-Q1", [
    count("all", 428),
    count("january", 113, { period: "2021-01" }),
    count("march", 177, { period: "2021-03" }),
  ]);
  expect(rangeOf(audit(quarter), "all killed, February 2021")).toEqual([138, 138]);
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
  // 36 + 23 + 28 + 21 + 15 + 22 is 145.
  const answers = series.map(({ explanation }) => explanation.split(":")[0]);
  expect(answers).toEqual([
    "If 229 (children killed; SNHR, 2021) stands, the reports at hand leave 84 children killed, July to December 2021",
    "If 299 (children killed; SNHR, 2021) stands, the reports at hand leave 154 children killed, July to December 2021",
  ]);
});

describe("a cell that is not printed", () => {
  test("is none that another report of the series prints", () => {
    const months = ["2021-05", "2021-06"] as const;
    const half = reportOf("2021-05/2021-06", [count("all", 191), count("may", 96, { period: months[0] })]);
    const june = reportOf(months[1], [count("all", 95)]);
    const isForced = (...reports: readonly Report[]) =>
      audit(...reports).ranges.some(({ minimum, maximum }) => minimum === 95 && maximum === 95);
    expect(isForced(half)).toBe(true);
    expect(isForced(half, june)).toBe(false);
    // Another publisher's number is none of this one's.
    expect(isForced(half, { ...june, publisher: "another" })).toBe(true);
  });
});

describe("reports", () => {
  const june = reportOf("2021-06", [count("since January", 723, { period: "2021-01/2021-06" })]);
  const july = reportOf("2021-07", [count("since January", 700, { period: "2021-01/2021-07" })]);

  test("of one publisher are compared however its name is written", () => {
    const { conflicts, series } = audit(june, { ...july, publisher: " snhr" });
    expect(conflicts).toHaveLength(1);
    expect(series).toMatchObject([{ kind: "cumulative-falls" }]);
  });

  test("of which one names a population and the other none are named as not compared", () => {
    const { conflicts, issues } = audit({ ...june, population: ["civilians"] }, july);
    expect(conflicts).toEqual([]);
    expect(issues).toEqual([
      {
        code: "report-population-unstated",
        report: "2021-07",
        subject: "2021-07",
        message:
          'The report names no population, and "2021-06" does: their figures are not compared. Name in "population" whom it counts.',
      },
    ]);
    expect(audit(june, july).issues).toEqual([]);
    expect(audit({ ...june, population: ["civilians"] }, { ...july, publisher: "another" }).issues).toEqual(
      [],
    );
  });
});
