import { describe, expect, test } from "vitest";
import type { Convention } from "../../src/audit/constraints/convention.js";
import {
  audit,
  conflictsOf,
  count,
  percentage,
  type Report,
  reportOf,
  type Table,
  type Where,
} from "../support/audit.js";

const regime: Where = { perpetrator: "regime" };
const russia: Where = { perpetrator: "russia" };
const alliance: Where = { alliance: "syrian-russian" };

/** What the conflicts of a report rest on; none if nothing conflicts. */
function restsOn(...of: Parameters<typeof reportOf>): readonly (readonly Convention[])[] {
  return audit(reportOf(...of)).conflicts.map(({ conventions }) => conventions);
}

function open(of: Where, rows: readonly Where[]): { readonly tables: Table[] } {
  return { tables: [{ id: "open", of, rows, whole: false, blank: "not-printed" }] };
}

describe("parts of a period", () => {
  const halves = [
    count("year", 110),
    count("first", 50, { period: "2013-H1" }),
    count("second", 55, { period: "2013-H2" }),
  ];

  test("add to it by the convention that every death is dated", () => {
    expect(restsOn("2013", halves)).toEqual([["every-death-dated"]]);
  });

  test("of which massacres are counted add to it by the convention that each is counted in one of them", () => {
    const massacres = halves.map((one) => ({ ...one, of: { ...one.of, unit: "massacres" as const } }));
    // 50 + 55 are fewer than 110, also where one is counted in both.
    expect(restsOn("2013", massacres)).toEqual([["every-death-dated"]]);
    const tooMany = massacres.map((one) => (one.id === "first" ? { ...one, value: 60 } : one));
    const undated = open({}, [{ period: "2013-H1" }, { period: "2013-H2" }]);
    expect(restsOn("2013", tooMany, undated)).toEqual([["massacre-in-one-row"]]);
    const [year, ...parts] = tooMany;
    const reports = parts.map((part) =>
      reportOf(part.of.period ?? "", [{ ...part, of: { unit: "massacres" } }]),
    );
    expect(
      audit(reportOf("2013", year === undefined ? [] : [year]), ...reports).conflicts.map(
        ({ conventions }) => conventions,
      ),
    ).toEqual([["massacre-in-one-row", "not-revised"]]);
  });

  const more = halves.map((one) => (one.id === "first" ? { ...one, value: 60 } : one));

  test("are at most it, whether or not every death is dated", () => {
    expect(restsOn("2013", more)).toEqual([[]]);
    const identity = (figures: typeof halves) =>
      audit(reportOf("2013", figures)).identities.find(({ kind }) => kind === "period-sum");
    expect(identity(more)).toMatchObject({ verdict: "cannot-hold", conventions: [] });
    expect(identity(halves)).toMatchObject({ verdict: "cannot-hold", conventions: ["every-death-dated"] });
  });

  test("bound each other from above by no convention, and from below by this one", () => {
    const first = halves.filter(({ id }) => id !== "second");
    const wordedYear = (wording: "at-least" | "up-to") =>
      audit(
        reportOf(
          "2013",
          first.map((one) => (one.id === "year" ? { ...one, wording } : one)),
        ),
      ).ranges.map(({ minimum, maximum, conventions }) => ({ minimum, maximum, conventions }));
    expect(wordedYear("up-to")).toEqual([{ minimum: 0, maximum: 60, conventions: [] }]);
    expect(wordedYear("at-least")).toEqual([
      { minimum: 60, maximum: null, conventions: ["every-death-dated"] },
    ]);
  });

  test("of several reports add by the same conventions as those of one", () => {
    const identities = (
      values: readonly number[],
      unit: "persons" | "massacres",
      more: Partial<Report> = {},
    ) =>
      audit(
        reportOf("2013", [count("all", values[0] ?? 0, { unit })], more),
        reportOf("2013-H1", [count("all", values[1] ?? 0, { unit })]),
        reportOf("2013-H2", [count("all", values[2] ?? 0, { unit })]),
      ).identities.map(({ verdict, conventions, slack }) => ({ verdict, conventions, slack }));
    const dated = ["every-death-dated", "not-revised"];
    expect(identities([105, 50, 55], "persons")).toEqual([
      { verdict: "holds", conventions: dated, slack: null },
    ]);
    expect(identities([110, 50, 55], "massacres")).toEqual([
      { verdict: "cannot-hold", conventions: dated, slack: null },
    ]);
    expect(identities([100, 50, 55], "persons")).toEqual([
      { verdict: "cannot-hold", conventions: ["not-revised"], slack: null },
    ]);
    expect(identities([100, 50, 55], "massacres")).toEqual([
      { verdict: "cannot-hold", conventions: ["massacre-in-one-row", "not-revised"], slack: null },
    ]);
    const undated = open({}, [{ period: "2013-H1" }, { period: "2013-H2" }]);
    expect(identities([110, 50, 55], "persons", undated)).toEqual([
      { verdict: "holds", conventions: ["not-revised"], slack: 5 },
    ]);
  });

  test("leave a period without a report to what it is by these conventions", () => {
    const { series } = audit(reportOf("2013", [count("all", 110)]), reportOf("2013-H1", [count("all", 50)]));
    expect(series).toMatchObject([
      { kind: "missing-period", conventions: ["every-death-dated", "not-revised"] },
    ]);
  });

  test("are at most it, if a table of periods is not whole", () => {
    const undated = open({}, [{ period: "2013-H1" }, { period: "2013-H2" }]);
    expect(restsOn("2013", halves, undated)).toEqual([]);
    const tooMany = halves.map((one) => (one.id === "first" ? { ...one, value: 60 } : one));
    expect(restsOn("2013", tooMany, undated)).toEqual([[]]);
  });

  test("are at most it across reports too", () => {
    const [year, ...parts] = halves;
    const reports = (more: Partial<Report>): readonly Report[] => [
      reportOf("2013", year === undefined ? [] : [year], more),
      ...parts.map((part) => reportOf(part.of.period ?? "", [{ ...part, of: {} }])),
    ];
    expect(audit(...reports({})).conflicts.map(({ conventions }) => conventions)).toEqual([
      ["every-death-dated", "not-revised"],
    ]);
    const undated = open({}, [{ period: "2013-H1" }, { period: "2013-H2" }]);
    expect(conflictsOf(audit(...reports(undated)))).toEqual([]);
  });
});

describe("several parties jointly", () => {
  const figures = [count("alliance", 70, alliance), count("regime", 46, regime), count("russia", 21, russia)];

  test("make an alliance more than its members only against the codebook", () => {
    expect(restsOn("2021-07", figures)).toEqual([["codebook"]]);
  });

  test.each([
    ["of the alliance", alliance],
    ["of everybody", {}],
    ["of the section", { section: "main" }],
  ] as const)("are allowed by a table %s that is not whole", (_, of) => {
    expect(restsOn("2021-07", figures, open(of, [regime, russia]))).toEqual([]);
  });
});

describe("attacks", () => {
  const unit = "incidents";

  test("may be of several means, and on both sides of a front", () => {
    const of = (
      name: "means" | "controlledBy",
      ...keys: readonly ["shelling" | "airstrike", "shelling" | "airstrike"]
    ) =>
      restsOn("2021-07", [
        count("all", 10, { unit }),
        ...keys.map((key) => count(key, 8, { unit, [name]: key })),
      ]);
    expect(of("means", "shelling", "airstrike")).toEqual([]);
    expect(of("controlledBy", "shelling", "airstrike")).toEqual([]);
  });

  test("are shared out by means in a table that says so", () => {
    const rows: readonly Where[] = [{ means: "shelling" }, { means: "airstrike" }];
    const figures = [
      count("all", 10, { unit }),
      ...rows.map((row, nth) => count(`row ${nth}`, 6, { unit, ...row })),
    ];
    const table: Table = { id: "means", of: { unit }, rows, whole: true, blank: "not-printed" };
    expect(conflictsOf(audit(reportOf("2021-07", figures, { tables: [table] })))).toHaveLength(1);
  });
});

test("areas that are named differently exclude each other by a convention", () => {
  const figures = [
    count("all", 10),
    count("one", 8, { controlledBy: "opposition" }),
    count("other", 5, { controlledBy: "outside regime control" }),
  ];
  expect(restsOn("2021-07", figures)).toEqual([["areas-exclude-each-other"]]);
});

test("a place lies in another by the codebook", () => {
  const figures = [count("hasaka", 3, { place: "hasaka" }), count("camp", 5, { place: "al-hawl-camp" })];
  expect(restsOn("2021-07", figures)).toEqual([["codebook"]]);
});

describe("the least toll of a massacre", () => {
  const massacre = { massacre: { threshold: 5 } } as const;
  const killed = { inMassacres: true, incident: "Ebleen" } as const;

  test("is that of a whole incident, not of what one of two parties or months has of it", () => {
    const parts: readonly (readonly Where[])[] = [
      [regime, russia],
      [{ period: "2021-07" }, { period: "2021-08" }],
    ];
    for (const [first, second] of parts) {
      const figures = [
        count("all", 6, killed),
        count("first", 4, { ...killed, ...first }),
        count("second", 2, { ...killed, ...second }),
      ];
      expect(restsOn("2021", figures, massacre)).toEqual([]);
    }
  });

  test("is that of an incident told once, also of one party, by a convention", () => {
    const figures = [count("toll", 4, { ...killed, ...regime })];
    expect(restsOn("2021-07", figures, massacre)).toEqual([
      ["massacre-in-one-row", "massacre-toll-in-its-period"],
    ]);
  });

  test("is not that of an attack of which only a share of the tolls of massacres is printed, or none", () => {
    const attack = { incident: "Ebleen" } as const;
    const share = percentage("share", "0", attack, { inMassacres: true });
    expect(restsOn("2021-07", [count("toll", 12, { inMassacres: true }), share], massacre)).toEqual([]);
    expect(restsOn("2021-07", [count("none", 0, { ...attack, unit: "massacres" })], massacre)).toEqual([]);
    expect(restsOn("2021-07", [count("nobody", 0, killed)], massacre)).toEqual([]);
    // "Up to 2" and "about 1" may be nobody too, "nearly 3" is 2 at least.
    expect(restsOn("2021-07", [count("toll", 2, killed, "up-to")], massacre)).toEqual([]);
    expect(restsOn("2021-07", [count("toll", 1, killed, "about")], massacre)).toEqual([]);
    expect(restsOn("2021-07", [count("toll", 3, killed, "nearly")], massacre)).toHaveLength(1);
  });

  test("is not that of those who died in one place, of one means", () => {
    for (const where of [{ place: "idlib" }, { means: "airstrike" }] as const) {
      const figures = [
        count("massacres", 1, { unit: "massacres", ...where }),
        count("toll", 4, { inMassacres: true, ...where }),
      ];
      expect(restsOn("2021-07", figures, massacre)).toEqual([]);
    }
  });
});

describe("parts that exclude each other", () => {
  test("of attacks: by the convention that each stands in one row", () => {
    const massacres = (id: string, value: number, of: Where) =>
      count(id, value, { ...of, unit: "massacres" });
    const places = [
      massacres("all", 1, {}),
      massacres("idlib", 1, { place: "idlib" }),
      massacres("hama", 1, { place: "hama" }),
    ];
    expect(restsOn("2021-07", places)).toEqual([["codebook", "massacre-in-one-row"]]);
    const parties = [massacres("all", 2, {}), massacres("regime", 2, regime), massacres("russia", 1, russia)];
    expect(restsOn("2021-07", parties)).toEqual([["codebook", "massacre-in-one-row"]]);
  });

  test("of persons by means or attack: by the convention that each is counted once", () => {
    const means = [
      count("all", 10, {}),
      count("shelling", 7, { means: "shelling" }),
      count("airstrike", 4, { means: "airstrike" }),
    ];
    expect(restsOn("2021-07", means)).toEqual([["killed-once"]]);
    const attacks = [
      count("all", 10, {}),
      count("first", 7, { incident: "the first" }),
      count("second", 4, { incident: "the second" }),
    ];
    expect(restsOn("2021-07", attacks)).toEqual([["killed-once"]]);
  });
});

describe("children of one party and women of another", () => {
  const figures = [
    count("all", 10),
    count("children", 8, { ...regime, demographic: "child" }),
    count("women", 5, { ...russia, demographic: "woman" }),
  ];

  test("are apart by a convention: of two that would do, by that which supposes less", () => {
    expect(restsOn("2021-07", figures)).toEqual([["women-are-adult"]]);
    const men = figures.map((one) =>
      one.id === "women" ? { ...one, of: { ...russia, demographic: "man" as const } } : one,
    );
    expect(restsOn("2021-07", men)).toEqual([[]]);
  });
});

describe("rows of a table that is printed whole", () => {
  const whole = (of: Where, rows: readonly Where[]): { readonly tables: Table[] } => ({
    tables: [{ id: "whole", of, rows, whole: true, blank: "not-printed" }],
  });

  test("share out the cells within it by themselves, and by the codebook where they are of a section or alliance", () => {
    const means = whole({}, [{ means: "shelling" }, { means: "airstrike" }, { means: "gunfire" }]);
    const both: Where = { means: ["shelling", "airstrike"] };
    const ofMeans = [
      count("both", 20, both),
      ...["shelling" as const, "airstrike" as const].map((one) => count(one, 5, { means: one })),
    ];
    expect(restsOn("2021-07", ofMeans, means)).toEqual([[]]);
    const parties = whole({}, [regime, russia, { perpetrator: "hts" }, { section: "other" }]);
    const figures = [
      count("alliance", 70, alliance),
      count("regime", 46, regime),
      count("russia", 21, russia),
    ];
    expect(restsOn("2021-07", figures, parties)).toEqual([["codebook"]]);
  });
});

test("an attack of several means is within all of them, though it may stand in two rows", () => {
  const of = (unit: "persons" | "incidents", values: readonly [number, number, number]) =>
    restsOn("2021-07", [
      count("both", values[0], { unit, means: ["shelling", "airstrike"] }),
      count("shelling", values[1], { unit, means: "shelling" }),
      count("airstrike", values[2], { unit, means: "airstrike" }),
    ]);
  expect(of("persons", [20, 5, 5])).toEqual([[]]);
  expect(of("persons", [5, 4, 4])).toEqual([["killed-once"]]);
});

describe("nearly", () => {
  const figures = (children: number) => [
    count("nearly", 550, {}, "nearly"),
    count("children", children, { demographic: "child" }),
  ];

  test("is no more than what is printed by no convention", () => {
    expect(restsOn("2021-07", figures(551))).toEqual([[]]);
  });

  test("is at most one unit less by one", () => {
    expect(restsOn("2021-07", [...figures(500), count("all", 539)])).toEqual([["about-one-unit"]]);
  });
});

describe("what holds", () => {
  const table = open({}, [{ period: "2013-H1" }, { period: "2013-H2" }]);
  const statement = {
    id: "majority",
    kind: "statement",
    text: "most",
    of: { ...regime },
    statement: { says: "majority", whole: {} },
  } as const;
  const found = (...of: Parameters<typeof reportOf>) =>
    audit(reportOf(...of)).figures.find(({ figure }) => figure.figure === "majority");

  test("names the conventions of the bounds that it needs", () => {
    // At least 40 and 30 of at most 100.
    const parts = [
      count("first", 40, { ...regime, period: "2013-H1" }),
      count("second", 30, { ...regime, period: "2013-H2" }),
    ];
    const all = [count("all", 100), ...parts, statement];
    expect(found("2013", all)).toMatchObject({ verdict: "holds", conventions: [] });
    expect(found("2013", all, table)).toMatchObject({ verdict: "holds", conventions: [] });
    // At most 60 and 50 in all its parts.
    const halves = [
      count("regime", 70, regime),
      count("first", 60, { period: "2013-H1" }),
      count("second", 50, { period: "2013-H2" }),
    ];
    expect(found("2013", [...halves, statement])).toMatchObject({
      verdict: "holds",
      conventions: ["every-death-dated"],
    });
  });
});
