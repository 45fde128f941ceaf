import { describe, expect, test } from "vitest";
import { audit, count, type Report, reportOf } from "../support/audit.js";

type Standing = "inside" | "beside";

/** A constructed report of one period that says, or does not say, how it counts media workers. */
function report(id: string, period: string, standing: Standing | null, figures: Report["figures"]): Report {
  return {
    ...reportOf(period, figures),
    id,
    citation: { source: id },
    ...(standing === null ? {} : { categories: { media: { standing } } }),
  };
}
const media = (value: number) => count("media", value, { category: "media" });

// 100 and 3 beside them are 103 by the other way to count.
describe("a category that stands beside the totals of one report, and inside those of another", () => {
  test("leaves their totals uncompared, and that is said once", () => {
    for (const inside of ["inside", null] as const) {
      const { conflicts, series } = audit(
        report("month", "2021-07", "beside", [count("all", 100), media(3)]),
        report("toll", "2021-07", inside, [count("all", 103)]),
      );
      expect(conflicts).toEqual([]);
      expect(series).toMatchObject([{ kind: "definition-differs", verdict: "undetermined" }]);
      expect(series[0]?.explanation).toBe(
        'The category "Media workers" is counted beside the totals in month, and inside them in toll: a number that does not name it is not taken to be the same in both.',
      );
      expect(series[0]?.figures.map(({ report: of, printed }) => [of, printed])).toEqual([
        ["month", "100"],
        ["toll", "103"],
      ]);
    }
  });

  test("leaves a quarter uncompared with its months, but not the category itself", () => {
    const months = [7, 8, 9].map((month) =>
      report(`month ${month}`, `2021-0${month}`, "beside", [count("all", 100), media(2)]),
    );
    const quarter = (counted: number) =>
      report("quarter", "2021-Q3", null, [count("all", 306), media(counted)]);
    expect(audit(...months, quarter(6)).conflicts).toEqual([]);
    expect(audit(...months, quarter(5)).series.map(({ kind }) => kind)).toEqual([
      "periods-disagree",
      "definition-differs",
    ]);
  });

  test("leaves the children of the one out of the total of the other, where some may be of the category", () => {
    const children = count("children", 101, { demographic: "child" });
    const toll = (standing: Standing) => report("toll", "2021-07", standing, [count("all", 100)]);
    const ofChildren = (standing: Standing) => report("children", "2021-07", standing, [children]);
    expect(audit(toll("beside"), ofChildren("inside")).conflicts).toEqual([]);
    // Without media workers, and with them, they are part of all with media workers.
    expect(audit(toll("inside"), ofChildren("beside")).conflicts).toHaveLength(1);
    expect(audit(toll("inside"), ofChildren("inside")).conflicts).toHaveLength(1);
    expect(audit(toll("beside"), ofChildren("beside")).conflicts).toHaveLength(1);
  });

  // Who is counted without media workers is among those who are counted with them.
  test("leaves the one a part of the other, whatever else is printed", () => {
    const regime = (value: number) => count("regime", value, { perpetrator: "regime" });
    const beside = report("beside", "2021-07", "beside", [count("all", 100), regime(59)]);
    const section = count("main parties", 21, { section: "main" });
    const of = (...figures: Report["figures"]) =>
      audit(beside, report("inside", "2021-07", "inside", figures)).conflicts.map(({ figures: found }) =>
        found.map(({ figure }) => figure).sort(),
      );
    expect(of(count("all", 99))).toEqual([["all", "all"]]);
    expect(of(count("all", 103))).toEqual([]);
    expect(of(section)).toEqual([["main parties", "regime"]]);
    expect(of(section, regime(20))).toEqual([["regime", "regime"]]);
  });

  test("is said of what is compared in words, and names every report", () => {
    const told = "a decrease compared to June";
    const july = reportOf("2021-07", [
      count("all", 180),
      {
        id: "trend",
        kind: "statement",
        text: told,
        of: {},
        statement: { says: "decrease", than: [{ period: "2021-06" }] },
      },
    ]);
    const months = ["2021-05", "2021-06"].map((month) => report(month, month, "beside", [count("all", 100)]));
    const half = report("half", "2021-H1", "inside", [count("all", 700)]);
    const [found, ...others] = audit(...months, half, july).series.filter(
      ({ kind }) => kind === "definition-differs",
    );
    expect(others).toEqual([]);
    expect(found?.explanation).toContain(
      "in 2021-05 and 2021-06, and inside them in half and SNHR, 2021-07:",
    );
    expect(found?.figures.map(({ report: of }) => of)).toEqual(["2021-05", "2021-06", "half", "2021-07"]);
  });

  test("says nothing of reports that count alike, of another time, or of another publisher", () => {
    const one = report("one", "2021-07", "beside", [count("all", 100), media(3)]);
    const other = report("other", "2021-07", "beside", [count("all", 100)]);
    const august = report("august", "2021-08", "inside", [count("all", 103)]);
    const another = { ...report("another", "2021-07", "inside", [count("all", 103)]), publisher: "VDC" };
    expect(audit(one, other, august, another)).toMatchObject({ conflicts: [], series: [] });
    expect(audit(one, { ...other, figures: [count("all", 103)] }).conflicts).toHaveLength(1);
  });
});

describe("what a category beside the totals contains", () => {
  const aid = { medical: { standing: "beside", contains: ["relief"] } } as const;
  const of = (figures: Report["figures"], more: Partial<Report> = {}) =>
    reportOf("2021-07", figures, { categories: aid, ...more });
  const total = count("all", 10);
  const [medical, relief] = [
    count("medical", 14, { category: "medical" }),
    count("relief", 12, { category: "relief" }),
  ];

  test("stands beside them too, and lies in the category", () => {
    expect(audit(of([total, medical, relief])).conflicts).toEqual([]);
    expect(audit(of([total, { ...medical, value: 11 }, relief])).conflicts[0]?.explanation).toBe(
      "These figures do not agree: 12 relief personnel killed cannot be part of 11 medical personnel killed.",
    );
  });

  test("stands beside them whatever contains it in turn, and of whatever age and sex", () => {
    const nested = {
      media: { standing: "beside", contains: ["medical"] },
      medical: { contains: ["relief"] },
    } as const;
    expect(audit(of([total, relief], { categories: nested })).conflicts).toEqual([]);
    const women = count("women", 12, { demographic: "woman" });
    const children = count("children", 1, { demographic: "child" });
    const females = { media: { standing: "beside", contains: ["woman"] } } as const;
    expect(audit(of([total, women, children], { categories: females })).conflicts).toEqual([]);
    const inside = { media: { contains: ["woman"] } } as const;
    expect(audit(of([total, women, children], { categories: inside })).conflicts).not.toEqual([]);
  });

  test("need not be in any row of a table, nor be one of its rows", () => {
    const parties = [{ perpetrator: "regime" }, { perpetrator: "russia" }] as const;
    const table = { id: "by party", of: {}, whole: true, blank: "not-printed" } as const;
    const figures = [
      total,
      count("relief", 3, { category: "relief" }),
      ...parties.map((party, nth) => count(`all ${nth}`, 5, party)),
      ...parties.map((party, nth) => count(`relief ${nth}`, 1, { ...party, category: "relief" })),
    ];
    expect(audit(of(figures, { tables: [{ ...table, rows: parties }] }))).toMatchObject({
      conflicts: [],
      issues: [],
    });
    const rows = [{ perpetrator: "regime" }, { perpetrator: "russia", category: "relief" }] as const;
    expect(audit(of(figures, { tables: [{ ...table, rows }] })).issues.map(({ code }) => code)).toEqual([
      "table-row-outside",
    ]);
  });

  test("is no part of the total of another report of the publisher", () => {
    const [toll, ofRelief] = [of([total]), of([relief], { id: "relief", categories: {} })];
    expect(audit(toll, ofRelief).conflicts).toEqual([]);
    expect(audit({ ...toll, categories: {} }, ofRelief).conflicts).toHaveLength(1);
  });
});

describe("which attack is a massacre", () => {
  const massacre = { threshold: 5, citation: { source: "constructed" } };
  const inMassacres = { inMassacres: true } as const;
  const media = { media: { standing: "beside" } } as const;
  const of = (id: string, figures: Report["figures"], more: Partial<Report>) =>
    reportOf("2021-07", figures, { id, massacre, ...more });

  test("is not told from its toll where others stand beside that", () => {
    const killed = [
      count("massacres", 1, { unit: "massacres" }),
      count("killed", 4, inMassacres),
      count("media", 1, { ...inMassacres, category: "media" }),
    ];
    const narrated = [
      count("killed", 4, { ...inMassacres, incident: "one" }),
      count("media", 1, { category: "media", incident: "one" }),
    ];
    for (const figures of [killed, narrated]) {
      expect(audit(of("a", figures, { categories: media })).conflicts).toEqual([]);
      expect(audit(of("a", figures, {})).conflicts).toHaveLength(1);
    }
  });

  test("may hang on those who stand beside the totals of one report and inside those of another, and that is said", () => {
    const [none, one] = [0, 1].map((value) => [count("media", value, { ...inMassacres, category: "media" })]);
    const told = (categories: NonNullable<Report["categories"]>) =>
      audit(of("a", none ?? [], { categories: media }), of("b", one ?? [], { categories }));
    expect(told({}).conflicts).toEqual([]);
    expect(told({}).series[0]?.explanation).toContain(
      "a number that does not name it, or is of massacres, is not",
    );
    expect(told(media).conflicts).toHaveLength(1);
  });

  test("may hang on populations that only one of two reports counts", () => {
    const told = (population: NonNullable<Report["population"]>) =>
      audit(
        of("a", [count("killed", 20, inMassacres)], { population: "civilians" }),
        of("b", [count("killed", 24, { ...inMassacres, population: "civilians" })], { population }),
      );
    const both = told(["civilians", "armed"]);
    expect(both.conflicts).toEqual([]);
    expect(both.series.map(({ explanation }) => explanation)).toEqual([
      "Massacres are counted from 5 killed, of civilians, (constructed) and from 5 killed, of armed and civilians, (constructed): only massacres of one definition are compared.",
    ]);
    expect(told("civilians").conflicts).toHaveLength(1);
  });
});

test("a category of which several demographics are asked for is not theirs, since it contains one of them", () => {
  const both = { demographic: ["child", "woman"] } as const;
  const { conflicts } = audit({
    ...reportOf("2021-07", [count("both", 1, both), count("relief", 4, { ...both, category: "relief" })]),
    categories: { relief: { standing: "beside", contains: ["child"] } },
  });
  // One child and three women, all of them aid workers: the women stand beside.
  expect(conflicts).toEqual([]);
});

test("a category within another stands beside the totals whether or not it is said again, but not where it is said to be inside", () => {
  const relief = { standing: "beside", contains: ["medical"] } as const;
  const medics = count("medics", 12, { category: "medical" });
  const of = (categories: NonNullable<Report["categories"]>, figures: Report["figures"]) =>
    audit({ ...reportOf("2021-07", figures), categories });
  const ofTen = [count("all", 30), count("relief", 10, { category: "relief" }), medics];
  expect(of({ relief }, ofTen).conflicts).toHaveLength(1);
  expect(of({ relief, medical: { standing: "beside" } }, ofTen).conflicts).toHaveLength(1);
  const ofAll = [count("all", 10), medics];
  expect(of({ relief }, ofAll).conflicts).toEqual([]);
  expect(of({ relief, medical: { standing: "inside" } }, ofAll).conflicts).toHaveLength(1);
});

test("of reports that state no definition none is compared, where their publisher states several", () => {
  const massacres = (id: string, period: string, value: number, threshold?: number): Report => ({
    ...reportOf(period, [count("massacres", value, { unit: "massacres" })]),
    id,
    citation: { source: id },
    ...(threshold === undefined ? {} : { massacre: { threshold, citation: { source: id } } }),
  });
  const [one, other] = [massacres("one", "2021-07", 4), massacres("other", "2021-07", 5)];
  expect(audit(one, other).conflicts).toHaveLength(1);
  const stated = [massacres("three", "2020-01", 1, 3), massacres("five", "2020-02", 1, 5)];
  const { conflicts, series } = audit(...stated, one, other);
  expect(conflicts).toEqual([]);
  expect(series.map(({ explanation }) => explanation)).toEqual([
    "Massacres are counted from 3 killed (three), from 5 killed (five) and by a definition that is not stated (one; other): only massacres of one definition are compared.",
  ]);
});

test("populations that differ are told where no definition is stated", () => {
  const of = (id: string, value: number, population: NonNullable<Report["population"]>): Report => ({
    ...reportOf("2021-07", [count("killed", value, { inMassacres: true, population: "civilians" })]),
    id,
    citation: { source: id },
    population,
  });
  const { conflicts, series } = audit(of("a", 24, ["civilians", "armed"]), of("b", 20, ["civilians"]));
  expect(conflicts).toEqual([]);
  expect(series.map(({ explanation }) => explanation)).toEqual([
    "Massacres are counted by a definition that is not stated, of armed and civilians, (a) and by a definition that is not stated, of civilians, (b): only massacres of one definition are compared.",
  ]);
});

test("what is counted of a section in several reports rests on who is in it", () => {
  const part = (id: string, period: string, value: number, of: Parameters<typeof count>[2]) =>
    report(id, period, null, [count("killed", value, of)]);
  const conventions = (of: Parameters<typeof count>[2]) =>
    audit(part("h1", "2021-H1", 50, of), part("h2", "2021-H2", 60, of), part("year", "2021", 90, of))
      .conflicts[0]?.conventions;
  expect(conventions({ section: "other" })).toEqual(["codebook", "not-revised"]);
  expect(conventions({ alliance: "syrian-russian" })).toEqual(["codebook", "not-revised"]);
  expect(conventions({ perpetrator: "regime" })).toEqual(["not-revised"]);
  expect(conventions({})).toEqual(["not-revised"]);
});
