import { describe, expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { printedFigure, readOne, readWithIssues } from "./read-one.js";

// Constructed: 519 + 863 = 1,382. 83 + 69 = 152 children and women are 29.3 % of 519, and 11.0 % of 1,382.
const parties = [
  { label: "Government forces", n: 519, c: 83, w: 69 },
  { label: "Russian forces", n: 863, c: 94, w: 73 },
];
const printed = { total: { n: 1382, c: 177, w: 142 }, parties };

/** The figures that do not agree, by group, with the values that each could be changed to. */
function contradictions(facts: object) {
  return factFindings(readOne(facts))
    .filter(({ verdict }) => verdict === "cannot-hold")
    .map(({ figures, repair, otherRepairs }) => ({
      figures: figures.map((one) => one.figure).sort(),
      repairs: Object.fromEntries(
        [...(repair === null ? [] : [repair]), ...otherRepairs].map((one) => [one.figure, one.value]),
      ),
    }));
}

describe("counts typed beside a percentage whose label says its part and whole", () => {
  const read = (label: string, num: number, den: number, facts: object = printed) =>
    readWithIssues({ ...facts, pct: [{ label, pub: 30, num, den }] });
  const share = (...args: Parameters<typeof read>) => {
    const found = printedFigure(read(...args).report, "pct[0].pub");
    return found?.kind === "percentage" ? { of: found.of, whole: found.whole } : null;
  };
  const regime = { perpetrator: "regime" } as const;
  const ofRegime = { of: { ...regime, demographic: ["woman", "child"] }, whole: regime };

  test.each([
    // Those of the total, of Russian forces, of no row, and 561 for 519 with wrong digits.
    [152, 1382],
    [167, 863],
    [7, 999],
    [152, 561],
    [152, 519],
  ])("%d of %d change nothing of what it is a share of", (num, den) => {
    for (const label of [
      "women+children of victims of government",
      "women+children among victims of government",
      "women+children out of all killed by government",
    ])
      expect(share(label, num, den)).toEqual(ofRegime);
  });

  test("are second numbers of these cells, unless these print them", () => {
    const label = "children of victims of government";
    const typed = (num: number, den: number, facts?: object) => {
      const { report, issues } = read(label, num, den, facts);
      expect(issues).toEqual([]);
      return report.figures.flatMap((one) =>
        one.kind === "count" && one.id.startsWith("pct") ? [[one.id, one.value, one.of]] : [],
      );
    };
    const ofChildren = { ...regime, demographic: "child" };
    expect(typed(83, 519)).toEqual([]);
    expect(typed(83, 1382)).toEqual([["pct[0].den", 1382, regime]]);
    expect(typed(94, 519)).toEqual([["pct[0].num", 94, ofChildren]]);
    expect(typed(94, 863)).toEqual([
      ["pct[0].num", 94, ofChildren],
      ["pct[0].den", 863, regime],
    ]);
    // Of what is not printed there is no second number.
    expect(typed(83, 519, { total: { n: 1382 } })).toEqual([]);
  });

  test("of another whole: the contradiction is told, and can be repaired either way", () => {
    const pct = [{ label: "women+children of victims of government", pub: 11, num: 152, den: 1382 }];
    const found = contradictions({ ...printed, pct });
    expect(found).toContainEqual({
      figures: ["parties[0].n", "pct[0].den"],
      repairs: { "parties[0].n": "1382", "pct[0].den": "519" },
    });
    expect(found.flatMap(({ figures }) => figures)).toContain("pct[0].pub");
    expect(contradictions({ ...printed, pct: [{ ...pct[0], pub: 29, den: 519 }] })).toEqual([]);
  });

  test("of another row", () => {
    // 863 of 1,382 is 62.4 %, and 519 37.6 %.
    const of = (num: number, pub: number) =>
      contradictions({ ...printed, pct: [{ label: "government of total", pub, num, den: 1382 }] });
    expect(of(863, 62)).toContainEqual({
      figures: ["parties[0].n", "pct[0].num"],
      repairs: { "parties[0].n": "863", "pct[0].num": "519" },
    });
    expect(of(519, 38)).toEqual([]);
  });

  test("of a governorate", () => {
    // 200 of 484 is 41.3 %, and 84 17.4 %.
    const of = (num: number, pub: number) =>
      contradictions({
        total: { n: 484 },
        governorates: { Idlib: 84, Aleppo: 200, Homs: 200 },
        gov_pct: [{ label: "Idlib", pub, num, den: 484 }],
      });
    expect(of(200, 41)).toContainEqual({
      figures: ["gov_pct[0].num", 'governorates["Idlib"]'],
      repairs: { "gov_pct[0].num": "84", 'governorates["Idlib"]': "200" },
    });
    expect(of(84, 17)).toEqual([]);
  });
});

describe("counts typed beside a label that leaves something open decide what it is", () => {
  // Constructed: 20 + 29 = 49 massacres, and 12 + 28 = 40 died under torture, 30 of them by the regime.
  test.each([
    ["the unit", "Aleppo of total", 20, 49, { unit: "massacres" }],
    ["the period", "children of total", 9, 55, { period: "2013-12" }],
    ["whose deaths", "torture deaths of government", 30, 40, { category: "torture" }],
    ["the unit", "Aleppo of massacres", 20, 49, { unit: "massacres" }],
    ["in which whole", "women in Idlib", 18, 142, { demographic: "woman" }],
    ["in which whole", "torture deaths in Idlib", 12, 40, { category: "torture" }],
    ["which of two wholes", "children of victims of government of total", 83, 1382, {}],
    ["which of two wholes", "children of victims of government of total", 83, 519, { perpetrator: "regime" }],
  ])("%s: %s, %d of %d", (_, label, num, den, whole) => {
    const facts = {
      total: { n: 1382, c: 177, w: 142, tor: 40 },
      parties: [{ label: "Government forces", n: 519, c: 83, tor: 30 }],
      governorates: [
        { label: "Idlib", n: 100, w: 18 },
        { label: "Aleppo", n: 200 },
      ],
      massacres: 49,
      massacres_by_governorate: { Aleppo: 20, Idlib: 29 },
      torture_by_governorate: { Idlib: 12, Aleppo: 28 },
      december: { n: 55, c: 9 },
    };
    const { report } = readOne({ ...facts, pct: [{ label, pub: 30, num, den }] });
    const found = printedFigure(report, "pct[0].pub");
    expect(found?.kind === "percentage" ? found.whole : null).toEqual(whole);
    expect(report.figures.filter(({ id }) => /num|den/.test(id))).toEqual([]);
  });

  test("everybody's share, or that of civilians", () => {
    const whole = (num: number, den: number) => {
      const { report } = readOne({
        population: "civilians+armed",
        total: { n: 1382, arm: 382, civ: 1000, civ_c: 177, c: 180 },
        pct: [{ label: "children of total", pub: 18, num, den }],
      });
      const found = printedFigure(report, "pct[0].pub");
      return found?.kind === "percentage" ? found.whole : null;
    };
    expect(whole(180, 1382)).toEqual({});
    expect(whole(177, 1000)).toEqual({ population: "civilians" });
  });

  test("of massacres, whether these or the killed in them are meant", () => {
    const { report } = readOne({
      massacres: 49,
      pct: [{ label: "children of massacres", pub: 13, num: 40, den: 300 }],
    });
    expect(printedFigure(report, "pct[0].den")).toBeUndefined();
  });

  test("but not the total, where it is said: torture deaths of total", () => {
    const pct = [{ label: "torture deaths of total", pub: 8, num: 40, den: 519 }];
    const { report } = readOne({ total: { n: 1382, tor: 40 }, pct });
    expect(printedFigure(report, "pct[0].den")).toMatchObject({ value: 519, of: {} });
  });
});

// 182 − 121 = 61 is 50.4% of 121, 461 of 1519 is 30.35%, and 134 in 31 days are 4.3 a day.
test("typed numbers that are printed by rounding up only are told as those of known cells are", () => {
  const kinds = (pub: number, share: number, rate: string) =>
    factFindings(
      readOne({
        trend: [
          { label: "increase in the north over the previous month", pub: `${pub}%`, now: 182, before: 121 },
        ],
        pct: [{ label: "the well-known share", pub: share, num: 461, den: 1519 }],
        rates: [{ label: "wounded per day", pub: rate, num: 134, days: 31 }],
      }),
    ).flatMap(({ kind, verdict, figures }) =>
      kind.includes("rounding") ? [[kind, verdict, figures[0]?.figure]] : [],
    );
  expect(kinds(50, 30, "4")).toEqual([]);
  expect(kinds(51, 31, "5")).toEqual([
    ["percentage-only-by-rounding-up", "holds", "pct[0].pub"],
    ["rate-only-by-rounding-up", "holds", "rates[0].pub"],
    ["percentage-only-by-rounding-up", "holds", "trend[0].pub"],
  ]);
});
