import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/audit/published/figure.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import {
  audit,
  conflictsOf,
  count,
  type Report,
  reportOf,
  type Table,
  type Where,
} from "../support/audit.js";

/** A table of the months of a quarter that leaves some deaths without a month. */
const monthsOf = (of: Where, year = 2021): Table => ({
  id: "months",
  of,
  rows: [1, 2, 3].map((month) => ({ period: `${year}-0${month}` })),
  whole: false,
  blank: "not-printed",
});

const month = (nth: number, value: number, of: Where = {}): Report =>
  reportOf(`2021-0${nth}`, [count("all", value, of)]);

const periodSums = (...reports: readonly Report[]) =>
  audit(...reports).identities.filter(
    ({ kind, conventions }) => kind === "period-sum" && conventions.includes("not-revised"),
  );

describe("months of three reports under a quarter that leaves some without a month", () => {
  const months = [month(1, 10), month(2, 12), month(3, 13)];
  const quarter = (value: number) => reportOf("2021-Q1", [count("all", value)], { tables: [monthsOf({})] });

  test("hold with five left of 40", () => {
    expect(audit(...months, quarter(40)).conflicts).toEqual([]);
    expect(periodSums(...months, quarter(40))).toMatchObject([{ verdict: "holds", slack: 5 }]);
  });

  test("cannot be more than it", () => {
    expect(conflictsOf(audit(...months, quarter(34)))).toEqual([["all", "all", "all", "all"]]);
    expect(periodSums(...months, quarter(34))).toMatchObject([{ verdict: "cannot-hold", slack: null }]);
  });
});

describe("months that are left open", () => {
  const june = reportOf("2021-06", [count("since", 723, { period: "2021-01/2021-06" })]);
  const july = reportOf("2021-07", [count("own", 129), count("since", 870, { period: "2021-01/2021-07" })]);
  const quarter = (year: number, publisher = "SNHR") =>
    reportOf(`${year}-Q1`, [count("all", 50)], { tables: [monthsOf({}, year)], publisher });

  test("by another publisher, or of another year, free no others", () => {
    // 723 + 129 is 852.
    for (const reports of [[], [quarter(2021, "another")], [quarter(2015)]]) {
      const { conflicts, identities } = audit(june, july, ...reports);
      expect(conflicts).toHaveLength(1);
      expect(identities.filter(({ verdict }) => verdict === "cannot-hold")).toHaveLength(1);
    }
  });

  test("leave each death in the quarter, so that it is in one of two periods that part after it", () => {
    expect(audit(june, july, quarter(2021)).conflicts).toHaveLength(1);
  });

  const oneReport = (open: Where, ...figures: readonly Figure<SnhrKeys>[]) =>
    audit(
      reportOf(
        "2021-Q1",
        [
          ...[10, 10, 10].map((value, nth) => count(`m${nth}`, value, { period: `2021-0${nth + 1}` })),
          ...figures,
        ],
        { tables: [monthsOf(open)] },
      ),
    );

  test("of tortured free no more of everybody than these", () => {
    const torture = { category: "torture" } as const;
    // One of the four is of January, so that at most three have no month.
    const tortured = [count("t", 4, torture), count("t1", 1, { ...torture, period: "2021-01" })];
    expect(oneReport(torture, count("all", 32), ...tortured).conflicts).toEqual([]);
    expect(oneReport(torture, count("all", 40), ...tortured).conflicts).toHaveLength(1);
  });

  test("of everybody free as many of the children", () => {
    const child = { demographic: "child" } as const;
    const children = (value: number) => [
      count("all", 35),
      count("c", value, child),
      ...[1, 2, 2].map((own, nth) => count(`c${nth}`, own, { ...child, period: `2021-0${nth + 1}` })),
    ];
    // Five of 35 have no month.
    expect(oneReport({}, ...children(10)).conflicts).toEqual([]);
    expect(oneReport({}, ...children(4)).conflicts).toHaveLength(1);
    expect(oneReport({}, ...children(20)).conflicts).toHaveLength(1);
  });

  test("of a party free those of no other", () => {
    const of = (perpetrator: "regime" | "russia") => ({ perpetrator });
    const russian = (value: number) => [
      count("r", value, of("russia")),
      ...[1, 2, 2].map((own, nth) => count(`r${nth}`, own, { ...of("russia"), period: `2021-0${nth + 1}` })),
    ];
    expect(oneReport(of("russia"), ...russian(9)).conflicts).toEqual([]);
    expect(oneReport(of("regime"), ...russian(9)).conflicts).toHaveLength(1);
  });

  test("of those killed in them free massacres, and of massacres those killed in them", () => {
    const massacres = { unit: "massacres" } as const;
    const figures = (open: Where, value: number) =>
      oneReport(
        open,
        count("all", value),
        count("m", 3, massacres),
        ...[1, 0, 1].map((own, nth) =>
          count(`m${nth + 3}`, own, { ...massacres, period: `2021-0${nth + 1}` }),
        ),
      );
    expect(figures({}, 36).conflicts).toEqual([]);
    expect(figures({}, 30).conflicts).toHaveLength(1);
    expect(figures(massacres, 36).conflicts).toEqual([]);
  });
});

describe("what one report leaves open, another need not repeat", () => {
  const alliance: Table = {
    id: "alliance",
    of: { alliance: "syrian-russian" },
    rows: [{ perpetrator: "regime" }, { perpetrator: "russia" }],
    whole: false,
    blank: "not-printed",
  };
  const total = count("alliance", 67, { alliance: "syrian-russian" });
  const members = [
    count("regime", 40, { perpetrator: "regime" }),
    count("russia", 21, { perpetrator: "russia" }),
  ];
  const july = reportOf("2021-07", [total, ...members], { tables: [alliance] });
  test("for itself only: who reads the second alone sees that 40 and 21 are not 67", () => {
    const again = { ...reportOf("2021-07", [total, ...members]), id: "again" };
    const { conflicts, series, figures } = audit(july, again);
    expect(conflicts.map((one) => one.figures.map(({ report }) => report))).toEqual([
      ["again", "again", "again"],
    ]);
    expect(series).toEqual([]);
    const ofFirst = figures.filter(({ figure }) => figure.report === "2021-07");
    expect(ofFirst.map(({ verdict }) => verdict)).toEqual(["undetermined", "undetermined", "undetermined"]);
  });

  /** The year prints no number of Russian forces, but speaks of them, so that its alliance and regime leave them 27. */
  const yearOf = (of: Where = {}) => {
    const inJuly = { ...of, period: "2021-07" };
    const russian = { ...inJuly, perpetrator: "russia" } as const;
    return reportOf("2021", [
      count("alliance", 67, { ...inJuly, alliance: "syrian-russian" }),
      count("regime", 40, { ...inJuly, perpetrator: "regime" }),
      {
        id: "trend",
        kind: "statement",
        text: "fewer",
        of: russian,
        statement: { says: "decrease", than: [{ ...russian, period: "2021-06" }] },
      },
    ]);
  };
  const withTable = (table: Table | null, of: Where, more: Partial<Report> = {}) =>
    audit(
      reportOf("2021-07", [count("russia", 21, { ...of, perpetrator: "russia" })]),
      { ...reportOf("2021-07", [], { tables: table === null ? [] : [table], ...more }), id: "table" },
      yearOf(of),
    ).conflicts;

  test("where it says nothing of a member", () => {
    expect(withTable(null, {})).toHaveLength(1);
    expect(withTable(alliance, {})).toEqual([]);
    expect(withTable(alliance, {}, { publisher: "another" })).toHaveLength(1);
    expect(withTable(alliance, {}, { period: "2021-06" })).toHaveLength(1);
  });

  test("unless nobody whom the table shares out is of the cell", () => {
    const open = (of: Where) =>
      withTable({ ...alliance, of: { ...alliance.of, ...of } }, { demographic: "child" });
    expect(open({})).toEqual([]);
    expect(open({ demographic: "child" })).toEqual([]);
    expect(open({ demographic: "woman" })).toHaveLength(1);
  });

  test("in months that a first edition adds to less than the quarter", () => {
    const first = reportOf("2021-Q1", [
      count("all", 40),
      count("january", 10, { period: "2021-01" }),
      count("february", 12, { period: "2021-02" }),
    ]);
    const again = (tables: readonly Table[]) => ({
      ...reportOf("2021-Q1", [count("all", 40)], { tables }),
      id: "again",
    });
    expect(audit(first, month(3, 13), again([])).conflicts).toHaveLength(1);
    expect(audit(first, month(3, 13), again([monthsOf({})])).conflicts).toEqual([]);
  });
});
