import { describe, expect, test } from "vitest";
import type { Convention } from "../../src/audit/convention.js";
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
    expect(restsOn("2013", massacres)).toEqual([["every-death-dated", "massacre-in-one-row"]]);
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
    ).toEqual([["every-death-dated", "massacre-in-one-row", "not-revised"]]);
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
