import { describe, expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { base, cell, figure, readOne as read } from "./read-one.js";

describe("what the whole report counts", () => {
  test("massacres: persons are those killed in them", () => {
    const facts = read({
      kind: "massacres",
      population: "unarmed persons killed in massacres",
      total: { n: 50 },
      massacres: 4,
      title_massacres: 5,
      massacres_by_party: { "Government forces": 3, Unidentified: null },
      massacres_by_governorate: { RifDimashq: 3, DeirEzzor: 1 },
      subtotals: [{ label: "Government massacres by area of control", pub: 3, parts: [2, 1] }],
      quotes: ["more than five civilians in one attack"],
    });
    expect(facts.issues).toEqual([]);
    expect(cell(facts, "total.n")).toEqual({ inMassacres: true });
    expect(cell(facts, "massacres")).toEqual({ unit: "massacres" });
    expect(figure(facts, "title_massacres")).toMatchObject({ value: 5, of: { unit: "massacres" } });
    expect(facts.report.tables?.map(({ id, rows }) => [id, rows.length])).toEqual([
      ["massacres_by_party", 2],
      ["massacres_by_governorate", 2],
      ["subtotals[0]", 2],
    ]);
    expect(cell(facts, 'massacres_by_governorate["RifDimashq"]')).toEqual({
      unit: "massacres",
      place: "rural-damascus",
    });
    expect(facts.report.massacre?.threshold).toBe(6);
  });

  test("deaths due to torture, by governorate", () => {
    const facts = read({
      population: "deaths due to torture",
      total: { n: 3 },
      governorates: { Idlib: 2, Hasakah: 1 },
    });
    expect(cell(facts, "total.n")).toEqual({ category: "torture" });
    expect(cell(facts, 'governorates["Hasakah"]')).toEqual({ category: "torture", place: "hasaka" });
  });

  test("a report of massacres counts those killed in them, whatever its population is called", () => {
    const facts = read({ kind: "massacres", total: { n: 50 }, massacres: 4 });
    expect(cell(facts, "total.n")).toEqual({ inMassacres: true });
    expect(cell(facts, "massacres")).toEqual({ unit: "massacres" });
  });

  // Whole, or perhaps not: of 129.
  test.each([
    ["which adds up", { Idlib: 69, Daraa: 60 }, true],
    // 32 may be in eleven others with less than 12 each.
    ["of the highest, perhaps", { Idlib: 45, Daraa: 40, Aleppo: 12 }, false],
    ["of the highest, perhaps, which lacks one", { Idlib: 70, Daraa: 40, Aleppo: 12, Homs: 6 }, false],
    // The ten others have no more than 1 each: 6 may be missing, but not 11.
    [
      "of the highest, perhaps, of which some have as many",
      { Idlib: 70, Daraa: 40, Aleppo: 12, Homs: 1 },
      false,
    ],
    ["that cannot be of the highest", { Idlib: 70, Daraa: 35, Aleppo: 12, Homs: 1 }, true],
    ["of three, that cannot be of the highest", { Idlib: 70, Daraa: 40, Aleppo: 1 }, true],
    // 65 are missing, more than Idlib has: not one governorate is forgotten, or one number wrong.
    ["of a choice, perhaps", { Idlib: 45, Daraa: 13, Hama: 5, Homs: 1 }, false],
    [
      "of more than half of the country's, half of the total",
      { Idlib: 35, Daraa: 10, Hama: 6, Homs: 5, Aleppo: 4, Raqqa: 3, Damascus: 1, Tartous: 1 },
      true,
    ],
    ["of the highest, perhaps, which is more than the total", { Idlib: 69, Daraa: 61 }, false],
  ])("a table of governorates %s", (_, governorates, whole) => {
    const { report } = read({ total: { n: 129 }, governorates });
    expect(report.tables?.map((table) => table.whole)).toEqual([whole]);
  });

  test.each([
    [{ Idlib: 3 }, false],
    // One in Daraa would be as many as in Aleppo.
    [{ Idlib: 2, Aleppo: 1 }, false],
    [{ Idlib: 1, Aleppo: 1 }, false],
  ])("a table of the governorates of four massacres: %j", (governorates, whole) => {
    const { report } = read({ massacres: 4, massacres_by_governorate: governorates });
    expect(report.tables?.map((table) => table.whole)).toEqual([whole]);
  });

  test("those killed by one party, where several have rows: persons of its own words, by whom it may be", () => {
    const facts = read({
      population: "Palestinians killed by Israeli security forces",
      total: { n: 183 },
      parties: [
        { label: "Israeli security forces", n: 180 },
        { label: "Israeli civilians", n: 3 },
      ],
    });
    expect(facts.report.tables?.[0]?.of).not.toHaveProperty("perpetrator");
    expect(factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
    expect(facts.issues.filter(({ lost }) => lost)).toEqual([]);
  });

  test("children, women, men and those of unknown age or sex are everybody", () => {
    // Those killed in Ukraine from 24 February to 1 May 2022 by OHCHR: 71 girls, 83 boys and 72 children more are 226.
    const total = { n: 3153, c: 226, w: 722, m: 1115, sex_unknown: 1090 };
    const wrong = (changed: object) =>
      factFindings(read({ total: { ...total, ...changed } })).filter(
        ({ verdict }) => verdict === "cannot-hold",
      );
    expect(wrong({})).toEqual([]);
    for (const m of [1151, 1015]) {
      const [only, ...more] = wrong({ m });
      expect(more).toEqual([]);
      expect([only?.repair, ...(only?.otherRepairs ?? [])]).toContainEqual(
        expect.objectContaining({ figure: "total.m", value: "1115" }),
      );
    }
    expect(read({ total: { n: 9, unknown: 2 } }).issues).toMatchObject([
      { path: "total.unknown", lost: true },
    ]);
  });

  test("a table of months, which add up to the total", () => {
    // Constructed: 40 + 30 + 31 = 101.
    const quarter = { start: "2014-01-01", end: "2014-03-31", total: { n: 101 } };
    const months = (monthly: unknown) => {
      const facts = read({ ...quarter, monthly });
      const wrong = factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold");
      return { repairs: wrong.map(({ repair }) => [repair?.figure, repair?.value]), issues: facts.issues };
    };
    const right = { repairs: [], issues: [] };
    expect(months({ January: 40, February: 30, March: { n: 31, c: 9 } })).toEqual(right);
    expect(
      months([
        { month: "2014-01", n: 40 },
        { label: "February 2014", n: 30 },
        { name: "March", n: 31 },
      ]),
    ).toEqual(right);
    // 13 is 31 with two digits changed.
    expect(months({ January: 40, February: 30, March: 13 }).repairs).toEqual([['monthly["March"]', "31"]]);
    expect(months({ January: 40, Ramadan: 30 }).issues).toMatchObject([
      { path: 'monthly["Ramadan"].name', lost: true },
    ]);
  });

  test("a table of the months of a measure, by its name", () => {
    // Constructed: 4 + 3 + 2 = 9.
    const of = (massacres: number, more: object = {}) => {
      const year = { start: "2014-01-01", end: "2014-03-31", total: { n: 101 }, massacres };
      const facts = read({ ...year, massacres_by_month: { January: 4, February: 3, March: 2 }, ...more });
      const wrong = factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold");
      return { wrong: wrong.length, issues: facts.issues.map(({ path }) => path) };
    };
    expect(of(9)).toEqual({ wrong: 0, issues: [] });
    expect(of(6)).toEqual({ wrong: 1, issues: [] });
    expect(of(9, { arrests_by_month: { January: 4 } }).issues).toEqual(["arrests_by_month"]);
  });

  test("tables as lists or objects, and massacres with their toll", () => {
    const facts = read({
      kind: "massacres",
      total: { n: 50 },
      parties: { "Government forces": { n: 50, c: 9 } },
      massacres_by_party: { "Government forces": { massacres: 4, n: 50, c: 9 } },
      massacres_by_governorate: [{ label: "Idlib", n: 4 }],
    });
    expect(facts.issues).toEqual([]);
    const ofRegime = 'massacres_by_party["Government forces"]';
    expect(cell(facts, `${ofRegime}.massacres`)).toEqual({ perpetrator: "regime", unit: "massacres" });
    expect(cell(facts, `${ofRegime}.n`)).toEqual({ perpetrator: "regime", inMassacres: true });
    expect(cell(facts, "massacres_by_governorate[0].n")).toEqual({ place: "idlib", unit: "massacres" });
  });

  test.each([
    [
      { n: 4, ytd: 14, regime: 2 },
      { n: { unit: "massacres" }, regime: { unit: "massacres", perpetrator: "regime" } },
    ],
    [
      { n: 26, c: 14 },
      { n: { inMassacres: true }, c: { inMassacres: true, demographic: "child" } },
    ],
    [
      { massacres: 4, n: 26 },
      { massacres: { unit: "massacres" }, n: { inMassacres: true } },
    ],
  ])("massacres: %j", (massacres, cells) => {
    const facts = read({ massacres });
    expect(facts.issues).toEqual([]);
    for (const [name, of] of Object.entries(cells)) expect(cell(facts, `massacres.${name}`)).toEqual(of);
  });

  test("a measure nested by party", () => {
    const facts = read({ total: { n: 30, tor: { n: 10, "Syrian regime forces": 8, SDF: 2 } } });
    expect(facts.issues).toEqual([]);
    expect(cell(facts, "total.tor.n")).toEqual({ category: "torture" });
    expect(cell(facts, "total.tor.SDF")).toEqual({ category: "torture", perpetrator: "sdf" });
  });

  test("fields of the whole report by what they are called", () => {
    const facts = read({
      medical: 3,
      tor_ytd: 9,
      ytd: { massacres: 4 },
      landmines: { n: 4, ytd: 20, ytd_c: 8 },
    });
    expect(facts.issues).toEqual([]);
    expect(cell(facts, "medical")).toEqual({ category: "medical" });
    expect(cell(facts, "tor_ytd")).toEqual({ category: "torture", period: "2014-01/2014-05" });
    expect(cell(facts, "ytd.massacres")).toEqual({ unit: "massacres", period: "2014-01/2014-05" });
    expect(cell(facts, "landmines.ytd_c")).toEqual({
      means: "landmine",
      demographic: "child",
      period: "2014-01/2014-05",
    });
  });

  test.each([
    ["media", "journalists and media workers", { category: "media" }],
    ["medical", "medical personnel", { category: "medical" }],
    ["annual-death-toll", "civilians", {}],
    ["press-release-2021", "at least, Syrian civilians (unarmed)", {}],
    ["death-toll", "civilians killed by Russian forces", { perpetrator: "russia" }],
    ["landmines", "civilians killed by landmines", { means: "landmine" }],
    ["torture", "deaths due to torture", { category: "torture" }],
    ["women", "civilians", { demographic: "woman" }],
    ["women", "civilian females killed", { category: "female" }],
    ["women", "civilians: women and girls", { demographic: ["woman", "child"], category: "female" }],
    ["females", "adult women killed", { demographic: "woman" }],
    ["children", "children and women killed", { demographic: ["child", "woman"] }],
  ])("kind %s, %s", (kind, population, of) => {
    const facts = read({ kind, population, total: { n: 9 } });
    expect(facts.issues).toEqual([]);
    expect(cell(facts, "total.n")).toEqual(of);
  });

  // Constructed: 155 females are 94 women and 61 girls; of SNHR's 1,057 of 2022 94 are women.
  test("a report on women that counts females counts girls too, and its women are those of other reports", () => {
    const told = (w: number) => {
      const females = {
        kind: "women",
        population: "civilian females killed",
        total: { n: 155, w, girls: 61 },
      };
      const toll = { kind: "headline", population: "civilians", total: { n: 1057, c: 251, w: 94 } };
      const files = [females, toll].map((facts, nth) => ({
        file: `${nth}.json`,
        facts: { ...base, id: `${nth}`, ...facts },
      }));
      return factFindings(readFacts(files, { blank: "not-printed" })).map(({ kind, verdict, figures }) => [
        kind,
        verdict,
        figures.map(({ figure: id }) => id),
      ]);
    };
    expect(told(94)).toEqual([]);
    expect(told(49)).toEqual([["restated", "cannot-hold", ["total.w", "total.w"]]]);
  });

  test("who is named without being said to have killed is not the killer", () => {
    const facts = read({ population: "civilians and members of the SDF", total: { n: 9 } });
    expect(cell(facts, "total.n")).not.toHaveProperty("perpetrator");
    expect(facts.issues).toMatchObject([{ path: "population", code: "label-not-understood" }]);
  });

  test("of two categories in one, the report counts neither", () => {
    const facts = read({
      kind: "medical",
      population: "medical and civil defense personnel",
      total: { n: 9 },
    });
    const { category } = cell(facts, "total.n");
    expect(["medical", "civil-defense"]).not.toContain(category);
    expect(facts.report.categories?.[String(category)]).toEqual({ standing: "beside" });
  });

  test("several groups outside the scope are kept apart", () => {
    const facts = read({
      outside_scope: [
        { label: "in Lebanon", n: 2 },
        { label: "in Iraq", n: 3 },
      ],
    });
    const { category } = cell(facts, "outside_scope[1].n");
    expect(category).not.toEqual(cell(facts, "outside_scope[0].n").category);
    expect(facts.codebook.categories[String(category)]?.label).toContain("in Iraq");
    expect(facts.report.categories?.[String(category)]).toEqual({ standing: "beside" });
  });

  test("figures beside the tables", () => {
    const facts = read({
      female_total_pub: 7,
      december: 8,
      month: { name: "2014-04", n: 5, c: 1 },
      year: { n: 30 },
      ytd: { n: 20, w: 2 },
      landmines: { n: 4, c: 1, ytd: { n: 9 } },
      outside_scope: { n: 2 },
      variants: [{ measure: "n", pub: 6, where: "the title" }],
    });
    expect(facts.issues).toEqual([]);
    expect(facts.report.figures.map(({ id, of }) => [id, of])).toEqual([
      ["female_total_pub", { category: "female" }],
      ["december", { period: "2013-12" }],
      ["year.n", { period: "2014" }],
      ["ytd.n", { period: "2014-01/2014-05" }],
      ["ytd.w", { period: "2014-01/2014-05", demographic: "woman" }],
      ["landmines.n", { means: "landmine" }],
      ["landmines.c", { means: "landmine", demographic: "child" }],
      ["landmines.ytd.n", { means: "landmine", period: "2014-01/2014-05" }],
      ["month.n", { period: "2014-04" }],
      ["month.c", { period: "2014-04", demographic: "child" }],
      ["outside_scope.n", { category: "outside-scope" }],
      ["variants[0].pub", {}],
    ]);
    expect(figure(facts, "variants[0].pub").citation?.place).toBe("variants[0].pub (the title)");
    expect(facts.report.categories).toEqual({
      female: { contains: ["woman"] },
      "outside-scope": { standing: "beside" },
    });
  });
});

describe("what is not in the format", () => {
  test("fields, measures and values are noted with their paths", () => {
    const facts = read({
      total: { n: 10, wounded: 3, c: "four" },
      by_weapon: { barrel: 3 },
      pct: [{ label: "women of total", pub: 5, num: 1, den: 10, base: 3 }],
      note: "never read",
      notes: ["never read"],
    });
    expect(facts.issues.map(({ path, code, lost }) => [path, code, lost])).toEqual([
      ["total.wounded", "field-unknown", true],
      ["total.c", "malformed", true],
      ["by_weapon", "field-unknown", true],
      ["pct[0].base", "field-unknown", true],
    ]);
  });

  test.each([
    [[1], "A fact file is one object of JSON."],
    [null, "A fact file is one object of JSON."],
    [undefined, "A fact file is one object of JSON."],
    [{ start: "2021-07-01", end: 3 }, "A fact file has a start and an end, two days written as 2021-07-01."],
    [{ start: "2021-07-31", end: "2021-07-01" }, "A report does not end before it starts."],
  ])("%j gives no report, and one line that says why", (facts, sentence) => {
    const read = readFacts([{ file: "x.json", facts }], { blank: "zero" });
    expect(read.reports).toEqual([]);
    expect(factFindings(read)).toMatchObject([{ file: "x.json", kind: "not-read", explanation: sentence }]);
  });

  test("whatever is not read is a line of its own, with its field", () => {
    const facts = read({ total: { n: 10, wounded: 3 } });
    expect(factFindings(facts)).toMatchObject([
      { file: "f.json", kind: "not-read", field: "total.wounded", verdict: "undetermined" },
    ]);
  });

  test("two files of one id are two reports", () => {
    const facts = {
      id: "same",
      org: "SNHR",
      start: "2014-05-01",
      end: "2014-05-31",
      population: "civilians",
    };
    const { reports } = readFacts(
      [
        { file: "a", facts },
        { file: "b", facts },
      ],
      { blank: "zero" },
    );
    expect(reports.map(({ id }) => id)).toEqual(["same", "same (b)"]);
  });
});
