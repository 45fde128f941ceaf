import { describe, expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { base, cell, figure, readOne as read } from "./read-one.js";

const both = { population: "civilians+armed" };

describe("rows", () => {
  test("a label is split into who killed and whom", () => {
    const labels = {
      "Government forces: civilians": { perpetrator: "regime", population: "civilians" },
      "Government forces: rebels killed": { perpetrator: "regime", population: "armed" },
      "ISIS: fighters killed": { perpetrator: "isis", population: "armed" },
      "ISIL (civilians)": { perpetrator: "isis", population: "civilians" },
      "PYD: gunmen killed": { perpetrator: "sdf", population: "armed" },
      "Civilians killed by Russian forces": { perpetrator: "russia", population: "civilians" },
      Unknown: { perpetrator: "unidentified" },
    };
    const parties = Object.keys(labels).map((label, nth) => ({ label, n: nth + 1 }));
    const facts = read({ ...both, parties });
    expect(facts.issues).toEqual([]);
    expect(facts.report.population).toEqual(["civilians", "armed"]);
    expect(facts.report.tables).toEqual([
      { id: "parties", of: {}, rows: Object.values(labels), whole: true, blank: "not-printed" },
    ]);
  });

  test.each([
    ["Armed opposition factions", { perpetrator: "armed-opposition" }],
    ["Armed opposition factions / Syrian National Army", { perpetrator: "armed-opposition" }],
    ["Parties unidentified", { perpetrator: "unidentified" }],
    ["Unidentified groups", { perpetrator: "unidentified" }],
    ["Assad regime forces", { perpetrator: "regime" }],
    ["Assad regime remnants", { perpetrator: "regime-remnants" }],
    ["Syrian transitional government forces", { perpetrator: "transitional-government" }],
    ["Kurdish-led SDF", { perpetrator: "sdf" }],
    ["Extremist Islamic factions", { alliance: "extremist-islamic" }],
    ["The other parties", { section: "other" }],
    ["Landmines", { perpetrator: "landmines" }],
  ])("%s: a name is known by its own words, whatever generic ones stand beside them", (label, of) => {
    const facts = read({ parties: [{ label, n: 3 }] });
    expect(facts.issues).toEqual([]);
    expect(cell(facts, "parties[0].n")).toEqual(of);
  });

  test("in a report of civilians only, civilians are everybody", () => {
    const facts = read({ parties: [{ label: "HTS: civilians", n: 3 }] });
    expect(cell(facts, "parties[0].n")).toEqual({ perpetrator: "hts" });
  });

  test("measures, and blanks that are not printed", () => {
    const facts = read({
      ...both,
      parties: [{ label: "SDF", n: 9, c: 1, w: null, tor: 2, arm: 4, medical: 1 }],
    });
    expect(facts.report.figures.map(({ id, of }) => [id, of])).toEqual([
      ["parties[0].n", { perpetrator: "sdf" }],
      ["parties[0].c", { perpetrator: "sdf", demographic: "child" }],
      ["parties[0].tor", { perpetrator: "sdf", category: "torture" }],
      ["parties[0].arm", { perpetrator: "sdf", population: "armed" }],
      ["parties[0].medical", { perpetrator: "sdf", category: "medical" }],
    ]);
    expect(figure(facts, "parties[0].c").citation).toEqual({
      source: "SNHR, death-toll of 2014-05",
      place: "parties[0].c",
    });
  });

  test("a blank is a zero on demand, but not where children and women are printed for some rows only", () => {
    const parties = [{ label: "HTS", n: 1 }];
    expect(read({ parties }, "zero").report.tables?.[0]?.blank).toBe("zero");
    expect(read({ parties, partial_cw: true }, "zero").report.tables?.[0]?.blank).toBe("not-printed");
    expect(read({ parties, complete: false }).report.tables?.[0]?.whole).toBe(false);
  });

  test("an unknown party is one of its own, in every file the same, and is noted", () => {
    const facts = read({
      parties: [
        { label: "Hezbollah: civilians", n: 1 },
        { label: "Goverment forces", n: 2 },
      ],
    });
    expect(facts.issues).toMatchObject([
      { file: "f.json", path: "parties[0].label", code: "label-unknown", lost: false },
      {
        path: "parties[1].label",
        code: "label-unknown",
        message: expect.stringContaining("Is it regime?") as unknown,
      },
    ]);
    const { alliance } = cell(facts, "parties[0].n");
    expect(facts.codebook.alliances[String(alliance)]?.label).toContain("Hezbollah");
  });

  test("rows exclude each other: a second row of a party, a section with its members, an alliance beside them", () => {
    const facts = read({
      parties: [
        { label: "SDF", n: 1 },
        { label: "YPG", n: 2 },
        { label: "Other parties", n: 9 },
        { label: "Unidentified", n: 4 },
        { label: "ISIS", n: 3 },
        { label: "Extremist Islamic groups", n: 3 },
      ],
    });
    expect(facts.issues.map(({ path, code }) => [path, code])).toEqual([
      ["parties[1].label", "rows-overlap"],
      ["parties[2].label", "rows-overlap"],
      ["parties[5].label", "rows-overlap"],
    ]);
    expect(cell(facts, "parties[2].n").perpetrator).not.toContain("unidentified");
    expect(facts.report.tables?.[0]?.rows).toHaveLength(5);
  });

  test("a row without a population is what the others of its party leave", () => {
    const facts = read({
      ...both,
      parties: [
        { label: "ISIS", n: 5 },
        { label: "ISIS: armed", n: 2 },
      ],
    });
    expect(cell(facts, "parties[0].n")).toEqual({ perpetrator: "isis", population: "civilians" });
  });

  test("what stands behind a colon and is no population narrows the row, or makes it one of its own", () => {
    const facts = read({
      parties: [
        { label: "Other parties: landmines", n: 2 },
        { label: "ISIS: mercenaries", n: 1 },
      ],
    });
    expect(cell(facts, "parties[0].n")).toEqual({ section: "other", means: "landmine" });
    expect(facts.issues).toMatchObject([{ path: "parties[1].label", code: "label-unknown" }]);
  });

  test("a remark in brackets is not read, and noted", () => {
    const facts = read({ parties: [{ label: "Local armed groups (torture)", n: 2, tor: 2 }] });
    expect(cell(facts, "parties[0].n")).toEqual({ perpetrator: "local-armed-groups" });
    expect(facts.issues).toMatchObject([{ code: "remark-not-read", lost: false }]);
  });
});

test("a trend that holds by the report before is told as one that holds", () => {
  const base = { org: "SNHR", kind: "death-toll", population: "civilians", complete: true };
  const april = { ...base, id: "a", start: "2014-04-01", end: "2014-04-30", total: { n: 277 } };
  const trend = [{ label: "decrease compared to the previous month", now: 234, before: 277 }];
  const may = { ...base, id: "m", start: "2014-05-01", end: "2014-05-31", total: { n: 234 }, trend };
  const files = [april, may].map((facts) => ({ file: facts.id, facts }));
  const findings = factFindings(readFacts(files, { blank: "not-printed" }));
  expect(findings.map(({ kind, verdict }) => [kind, verdict])).toEqual([["trend", "holds"]]);
});

describe("a percentage beside counts that are those of no cell", () => {
  const told = (pub: unknown, num: number, den: number) =>
    factFindings(read({ total: { n: 129 }, pct: [{ label: "of the wounded", pub, num, den }] }))
      .filter(({ kind }) => kind !== "not-read")
      .map(({ kind, verdict, figures }) => [kind, verdict, figures[0]?.figure]);

  test.each([
    // 8 of 17 is 47.06 %: cut off 47, up 48; "more than 47" is true, and "more than 49" by no rounding.
    [47, 8, 17],
    ["47.1", 8, 17],
    ["more than 47", 8, 17],
    ["about 46", 8, 17],
  ])("%s of %d in %d is printed by some rounding", (pub, num, den) => {
    expect(told(pub, num, den)).toEqual([]);
  });

  test("48 of 8 in 17 is printed by rounding up only, which is told", () => {
    expect(told(48, 8, 17)).toEqual([["percentage-only-by-rounding-up", "holds", "pct[0].pub"]]);
  });

  test.each([
    [80, 8, 17],
    ["47.2", 8, 17],
    ["more than 49", 8, 17],
    [26, 464, 179],
  ])("%s of %d in %d is printed by none", (pub, num, den) => {
    expect(told(pub, num, den)).toEqual([["percentage-of-typed-counts", "cannot-hold", "pct[0].pub"]]);
  });

  test("are said once of a percentage that the printed figures contradict too, and it is the likeliest to be wrong", () => {
    const facts = read({
      total: { n: 129 },
      parties: [
        { label: "Russian forces", n: 29, c: 7 },
        { label: "Other parties", n: 100, c: 13 },
      ],
      pct: [{ label: "children of total", pub: 69, num: 20, den: 129 }],
    });
    const [found, ...others] = factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold");
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      repair: { figure: "pct[0].pub" },
      explanation: expect.stringMatching(/By the numbers typed beside it, .* is 20 of 129/) as string,
    });
    expect(found?.otherRepairs.map(({ figure }) => figure)).toContain("parties[1].c");
  });
});

test.each([
  ["Syrian Network for Human Rights", ["restated"]],
  ["Syrian Network for Human Rights (SNHR)", ["restated"]],
  ["snhr", ["restated"]],
  ["Syrian Observatory for Human Rights", []],
  ["Airwars", []],
])("reports of SNHR and of %s for one month", (org, kinds) => {
  const base = { kind: "death-toll", start: "2014-05-01", end: "2014-05-31", population: "civilians" };
  const files = [
    { file: "a.json", facts: { ...base, id: "a", org: "SNHR", total: { n: 129 } } },
    { file: "b.json", facts: { ...base, id: "b", org, total: { n: 192 } } },
  ];
  const findings = factFindings(readFacts(files, { blank: "not-printed" }));
  expect(findings.filter(({ verdict }) => verdict === "cannot-hold").map(({ kind }) => kind)).toEqual(kinds);
});

test.each([
  ["Deir al-Zour", "deir-ez-zour"],
  ["Al Hasakah", "hasaka"],
  ["Reef Dimashq", "rural-damascus"],
  ["Idlib governorate", "idlib"],
  ["the Governorate of Nowhere", "place-the-governorate-of-nowhere-1"],
])("the governorate %s is %s", (label, place) => {
  const facts = read({ governorates: { [label]: 3 } });
  expect(cell(facts, `governorates[${JSON.stringify(label)}]`)).toEqual({ place });
});

test.each([
  ["Forces we believe are Russian", { perpetrator: "russia" }],
  ["Forces we believe to be Russian", { perpetrator: "russia" }],
  ["Factions from the Armed Opposition", { perpetrator: "armed-opposition" }],
  ["Al Nussra Front", { perpetrator: "nusra" }],
  ["Russian-Syrian alliance forces", { alliance: "syrian-russian" }],
  ["US-led international coalition", { perpetrator: "coalition" }],
  ["Kurdish People Protection Units", { perpetrator: "sdf" }],
  ["قسد", { perpetrator: "sdf" }],
  ["تنظيم “الدولة”", { perpetrator: "isis" }],
  ["Extremist Islamic groups: ISIS", { perpetrator: "isis" }],
])("the party %s", (label, of) => {
  expect(cell(read({ parties: [{ label, n: "١٢٩" }] }), "parties[0].n")).toEqual(of);
});

test("a row without a name ends no audit", () => {
  const facts = { id: "made", start: "2021-01-01", end: "2021-01-31", parties: { "": null, " ": 3 } };
  const read = readFacts([{ file: "made.json", facts }], { blank: "zero" });
  expect(read.reports).toHaveLength(1);
  expect(() => factFindings(read)).not.toThrow();
});

test.each([
  ["deaths due to torture", /By "deaths due to torture" it is not known whether/],
  [null, /The report names no population/],
])("a population of %j names no group that is counted: its words are told", (population, told) => {
  const facts = readFacts(
    [
      {
        file: "torture.json",
        facts: { ...base, id: "torture", kind: "torture", population, total: { n: 3 } },
      },
      { file: "toll.json", facts: { ...base, population: "civilians", total: { n: 129 } } },
    ],
    { blank: "not-printed" },
  );
  const unstated = factFindings(facts).filter(({ kind }) => kind === "report-population-unstated");
  expect(unstated.map(({ file }) => file)).toEqual(["torture.json"]);
  expect(unstated[0]?.explanation).toMatch(told);
});
