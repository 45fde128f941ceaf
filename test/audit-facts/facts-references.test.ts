import { describe, expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { base, printedFigure, readOne, readWithIssues } from "./read-one.js";

const rows = [
  { label: "Government forces", n: 516, c: 83, w: 69, tor: 53 },
  { label: "Russian forces", n: 679, c: 94, w: 73 },
  { label: "ISIS", n: 98, c: 1, w: 21 },
  { label: "HTS", n: 3, c: 2 },
];

/** What of a constructed file contradicts other numbers: the kind, the figure to change and its number. */
function wrong(facts: object) {
  const file = { ...base, population: "civilians", ...facts };
  const findings = factFindings(readFacts([{ file: "f.json", facts: file }], { blank: "not-printed" }));
  return findings
    .filter(({ verdict }) => verdict === "cannot-hold")
    .map(({ kind, repair }) => [kind, repair?.figure, repair?.value]);
}

describe("subtotals", () => {
  const sum = (label: string, pub: number, parts: number[], parties: object[] = rows) =>
    readWithIssues({ parties, subtotals: [{ label, pub, parts }] });

  test("of a group that the label names, in one column", () => {
    const { report, issues } = sum("Extremist: children", 3, [1, 2]);
    expect(issues).toEqual([]);
    expect(report.tables?.[1]).toEqual({
      id: "subtotals[0]",
      of: { alliance: "extremist-islamic", demographic: "child" },
      rows: [{ perpetrator: "isis" }, { perpetrator: "hts" }],
      whole: true,
      blank: "not-printed",
    });
    expect(printedFigure(report, "subtotals[0].pub")).toMatchObject({ value: 3 });
  });

  test("of parts that only the values tell", () => {
    const { report, issues } = sum("The two largest shares", 1195, [516, 679]);
    expect(issues).toEqual([["subtotals[0].label", "label-not-understood", false]]);
    expect(report.tables?.[1]?.of).toEqual({ perpetrator: ["regime", "russia"] });
    expect(printedFigure(report, "subtotals[0].pub")).toMatchObject({ value: 1195 });
  });

  test("a part that is no row's value stands for the one row left by the label", () => {
    const { report, issues } = sum("Extremist groups", 101, [89, 3]);
    expect(issues).toEqual([["subtotals[0].parts", "number-differs", false]]);
    expect(report.tables?.[1]?.rows).toEqual([{ perpetrator: "isis" }, { perpetrator: "hts" }]);
  });

  test("rows of equal value are told apart by the label only", () => {
    const parties = [
      { label: "ISIS", n: 5 },
      { label: "HTS", n: 5 },
      { label: "SDF", n: 5 },
    ];
    expect(sum("Something", 10, [5, 5], parties).issues).toContainEqual([
      "subtotals[0].label",
      "label-not-understood",
      false,
    ]);
    expect(sum("Extremist groups", 10, [5, 5], parties).issues).toEqual([]);
  });

  // Constructed: 21 + 4 + 2 + 21 + 3 = 51, of which other parties 2 + 21 + 3 = 26, 51%.
  test.each(["Bombings of unknown source", "Drownings"])("of rows of which one is %s", (label) => {
    const parties = [
      { label: "Government forces", n: 21 },
      { label: "Armed opposition", n: 4 },
      { label: "Turkish border guards", n: 2 },
      { label: "Gunfire of unknown source", n: 21 },
      { label, n: 3 },
    ];
    const of = (pub: number) =>
      wrong({ total: { n: 51 }, parties, subtotals: [{ label: "Other parties", pub, parts: [2, 21, 3] }] });
    expect(of(26)).toEqual([]);
    expect(of(62)).toHaveLength(1);
  });

  test("of no known rows: it is compared with its parts alone", () => {
    expect(sum("Deaths by drowning", 30, [10, 20]).issues).toEqual([
      ["subtotals[0].label", "label-not-understood", false],
    ]);
    expect(wrong({ subtotals: [{ label: "Deaths by drowning", pub: 30, parts: [10, 20] }] })).toEqual([]);
    expect(wrong({ subtotals: [{ label: "Deaths by drowning", pub: 300, parts: [10, 20] }] })).toEqual([
      ["subtotal-of-typed-parts", "subtotals[0].pub", "30"],
    ]);
    expect(sum("Deaths by drowning", 30, []).issues).toContainEqual([
      "subtotals[0].label",
      "label-not-understood",
      true,
    ]);
  });

  test("of several categories: one person may be in both", () => {
    const ofBoth = (pub: number, parts: readonly number[] = [2, 3]) =>
      wrong({
        medical: 2,
        civil_defense: 3,
        subtotals: [{ label: "medical and civil defense personnel", pub, parts }],
      });
    for (const pub of [5, 4, 3]) expect(ofBoth(pub)).toEqual([]);
    expect(ofBoth(6)).toEqual([["subtotal-of-typed-parts", "subtotals[0].pub", "5"]]);
    expect(ofBoth(2)).toHaveLength(1);
    // Without parts, their printed numbers.
    expect(ofBoth(6, [])).toHaveLength(1);
  });

  test("of a group of which a row is no part, its parts", () => {
    const { report, issues } = sum("Extremist groups", 98, [98]);
    expect(issues).toEqual([["subtotals[0].parts", "number-differs", false]]);
    expect(report.tables?.[1]?.of).toEqual({ perpetrator: "isis" });
  });

  // Constructed: 516 + 679 is 1195, and 1 + 2 is 3; the other part is the value of a row of nobody in the group.
  test.each([
    ["Syrian-Russian alliance", 614, [516, 98]],
    ["Syrian-Russian alliance", 777, [98, 679]],
    ["Extremist: children", 84, [1, 83]],
  ])("of a group that its label names, though a part is a row's of another: %s, %i", (label, pub, parts) => {
    expect(wrong({ parties: rows, subtotals: [{ label, pub, parts }] }).map(([kind]) => kind)).toEqual([
      "table-sum",
    ]);
    expect(sum(label, pub, parts).issues).toEqual([["subtotals[0].parts", "number-differs", false]]);
  });

  test("of more rows than its label names: it is compared with its parts alone", () => {
    const of = (pub: number) =>
      wrong({
        parties: rows,
        subtotals: [{ label: "Syrian-Russian alliance with its militias", pub, parts: [516, 679, 98] }],
      });
    expect(of(1293)).toEqual([]);
    expect(of(1239)).toEqual([["subtotal-of-typed-parts", "subtotals[0].pub", "1293"]]);
  });

  // Constructed: 98 + 3 is 101, the numbers of two rows, and 70 + 20 is 90, of none.
  test.each([
    "Parties other than the Syrian-Russian alliance",
    "All other parties than the Syrian-Russian alliance",
    "Opponents of the Syrian-Russian alliance",
    "Government forces: shelling",
    "Killed by Russian airstrikes",
    "Killed in ISIS areas",
    "Government massacres in opposition areas",
    "Northern Aleppo countryside",
  ])("of words that are not known, it is compared with its parts alone, whoever they name: %s", (label) => {
    const governorates = { Aleppo: 98, Idlib: 1198 };
    for (const [pub, parts] of [
      [101, [98, 3]],
      [90, [70, 20]],
    ] as const) {
      const facts = (own: number) => ({
        parties: rows,
        governorates,
        subtotals: [{ label, pub: own, parts }],
      });
      expect(readWithIssues(facts(pub)).issues).toEqual([
        ["subtotals[0].label", "label-not-understood", false],
      ]);
      expect(wrong(facts(pub))).toEqual([]);
      expect(wrong(facts(pub + 9))).toEqual([["subtotal-of-typed-parts", "subtotals[0].pub", String(pub)]]);
    }
  });
});

describe("percentages", () => {
  const shown = (label: string, num: number | null, den: number | null, more: object = {}) => {
    const { report, issues } = readWithIssues({
      total: { n: 1296 },
      parties: rows,
      pct: [{ label, pub: 30, num, den }],
      ...more,
    });
    const found = printedFigure(report, "pct[0].pub");
    return { found: found?.kind === "percentage" ? { of: found.of, whole: found.whole } : null, issues };
  };

  test.each([
    [
      "women+children of victims of government",
      { perpetrator: "regime", demographic: ["woman", "child"] },
      { perpetrator: "regime" },
    ],
    [
      "women+children of civilians killed by government",
      { perpetrator: "regime", demographic: ["woman", "child"] },
      { perpetrator: "regime" },
    ],
    ["alliance of total", { alliance: "syrian-russian" }, {}],
    ["regime share", { perpetrator: "regime" }, {}],
    ["Idlib of total", { place: "idlib" }, {}],
    [
      "torture among victims of Russian forces",
      { perpetrator: "russia", category: "torture" },
      { perpetrator: "russia" },
    ],
    ["the Syrian regime and its allies", { alliance: "syrian-russian" }, {}],
    ["regime's share of total civilian victims", { perpetrator: "regime" }, {}],
    ["government of massacres", { perpetrator: "regime", unit: "massacres" }, { unit: "massacres" }],
  ])("%s", (label, of, whole) => {
    expect(shown(label, null, null).found).toEqual({ of, whole });
  });

  const tortured = { total: { n: 1296, tor: 53, w: 200 } };
  test.each([
    ["women killed by Russian forces", 73, 200, { demographic: "woman" }],
    ["women killed by Russian forces", 73, 679, { perpetrator: "russia" }],
    ["women killed by Russian forces", 73, 1296, {}],
    ["torture deaths: government", 53, 53, { category: "torture" }],
    ["women by Russian forces", 73, 201, { demographic: "woman" }],
  ])("%s, %d of %d: the typed whole decides where none is named", (label, num, den, whole) => {
    expect(shown(label, num, den, tortured).found?.whole).toEqual(whole);
  });

  test("the sum of the rows is a whole that is not printed", () => {
    // 69 + 73 + 21 women.
    expect(shown("women killed by Russian forces", 73, 163)).toEqual({
      found: { of: { perpetrator: "russia", demographic: "woman" }, whole: { demographic: "woman" } },
      issues: [],
    });
  });

  test("what is not printed has the number first typed of it", () => {
    const { report, issues } = readWithIssues({
      pct: [
        { label: "children in Idlib", pub: 20, num: 20, den: 100 },
        { label: "same, with women", pub: 35, num: 35, den: 100 },
        { label: "children in Idlib", pub: 10, num: 20, den: 203 },
      ],
    });
    const [children, both, other] = [0, 1, 2].map((nth) => printedFigure(report, `pct[${nth}].pub`));
    expect(children?.of).toEqual({ place: "idlib", demographic: "child" });
    expect(both?.of).toEqual({ place: "idlib", demographic: ["child", "woman"] });
    expect(other).toBeUndefined();
    expect(issues).toEqual([["pct[2].label", "label-not-understood", true]]);
  });

  test("by governorate, of a number that is not the total's it is not read", () => {
    const share = (total: number) =>
      readWithIssues({ total: { n: 1296 }, gov_pct: [{ label: "Idlib", pub: 35, total }] });
    expect(printedFigure(share(1269).report, "gov_pct[0].pub")).toMatchObject({
      of: { place: "idlib" },
      whole: {},
    });
    expect(printedFigure(share(80).report, "gov_pct[0].pub")).toBeUndefined();
    expect(share(80).issues).toEqual([["gov_pct[0].label", "number-differs", true]]);
  });

  test("a label that is not understood is read by its counts, if each is that of one cell", () => {
    const { found, issues } = shown("the well-known share", 679, 1296);
    expect(found).toEqual({ of: { perpetrator: "russia" }, whole: {} });
    expect(issues).toEqual([["pct[0].label", "label-not-understood", false]]);
    expect(shown("the well-known share", 680, 1296).issues).toEqual([
      ["pct[0].label", "label-not-understood", true],
    ]);
  });

  test("of one that is compared with the counts typed beside it alone it is said so", () => {
    const said = (more: object) =>
      readOne({ pct: [{ label: "the well-known share", pub: 50, ...more }] }).issues.map(
        ({ message }) => message,
      );
    expect(said({ num: 680, den: 1360 })).toEqual([
      '"the well-known share" names no part and whole that are known: it is compared with the counts typed beside it alone.',
    ]);
    expect(said({ num: 680 })).toEqual(['"the well-known share" names no part and whole that are known.']);
  });

  test("by governorate, and approximate ones", () => {
    const { report } = readWithIssues({
      total: { n: 80 },
      gov_pct: [{ label: "Damascus countryside", pub_approx: "18.0", total: 80 }],
    });
    expect(report.figures.at(-1)).toMatchObject({
      id: "gov_pct[0].pub_approx",
      kind: "percentage",
      text: "18.0",
      wording: "about",
      of: { place: "rural-damascus" },
      whole: {},
    });
  });
});

describe("rates", () => {
  const rate = (label: string, num: number, days = 31) => {
    const { report, issues } = readWithIssues({
      total: { c: 180 },
      parties: rows,
      rates: [{ label, pub: 3, num, days }],
    });
    return [printedFigure(report, "rates[0].pub")?.of ?? null, issues];
  };

  test("by the party that the label names, or by the cell that has the count", () => {
    expect(rate("children per day (government)", 83)).toEqual([
      { perpetrator: "regime", demographic: "child" },
      [],
    ]);
    expect(rate("children per day (government)", 1)).toEqual([
      { perpetrator: "regime", demographic: "child" },
      [["rates[0].num", "number-differs", false]],
    ]);
    expect(rate("children per day", 830)).toEqual([
      { perpetrator: "regime", demographic: "child" },
      [["rates[0].num", "number-differs", false]],
    ]);
    expect(rate("children per day", 83)).toEqual([{ perpetrator: "regime", demographic: "child" }, []]);
    expect(rate("children a day", 180)).toEqual([{ demographic: "child" }, []]);
    expect(rate("torture per day", 53)).toEqual([{ perpetrator: "regime", category: "torture" }, []]);
  });

  test.each([
    // 105 / 30 = 3.5; 90 / 30 = 3; 83 / 365 = 0.23; 93 / 31 = 3.
    [{ label: "torture per day", pub: 4, num: 105, days: 30 }, []],
    [
      { label: "torture per day", pub: 5, num: 90, days: 30 },
      [["rate-of-typed-counts", "rates[0].pub", "3"]],
    ],
    [{ label: "children per day", pub: "0.2", num: 83, days: 365 }, []],
    [
      { label: "wounded per day", pub: 7, num: 93, days: 31 },
      [["rate-of-typed-counts", "rates[0].pub", "3"]],
    ],
  ])("a rate of no known cell is compared with its typed numbers: %j", (rateOf, expected) => {
    expect(wrong({ total: { c: 83 }, rates: [rateOf] })).toEqual(expected);
  });

  // 3250 in 30 days are 108 a day, 4.5 an hour, 758 a week; one every 13 minutes.
  test.each([
    ["victims per hour", 5],
    ["victims per week", 758],
    ["average victims per month", 3250],
    ["a person killed every N minutes", 13],
    ["victims every two days", 217],
    ["Opfer pro Stunde", 5],
  ])("%s, %d: no rate per day is not read, and is compared with nothing", (label, pub) => {
    const facts = { total: { n: 3250 }, rates: [{ label, pub, num: 3250, days: 30 }] };
    const { typed, issues, report } = readWithIssues(facts);
    expect(typed).toEqual([]);
    expect(report.figures.map(({ id }) => id)).toEqual(["total.n"]);
    expect(issues).toEqual([["rates[0].label", "label-not-understood", true]]);
    expect(wrong(facts)).toEqual([]);
  });

  test("a count that no cell has leaves it out; days that are not the period's are noted", () => {
    expect(rate("children per day", 84)).toEqual([null, [["rates[0].num", "number-differs", true]]]);
    // 95 can come from Russia's 94, of whom no rate is printed without saying so.
    expect(rate("children per day", 95)).toEqual([null, [["rates[0].num", "number-differs", true]]]);
    expect(rate("children per day", 83, 30)).toEqual([
      { perpetrator: "regime", demographic: "child" },
      [["rates[0].days", "number-differs", false]],
    ]);
    expect(rate("children per day", 83, 365)).toEqual([null, [["rates[0].days", "number-differs", true]]]);
  });
});
