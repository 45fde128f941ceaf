import { describe, expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { base, printedFigure, readOne, readWithIssues } from "./read-one.js";

describe("trends", () => {
  const trend = (label: string, more: object) =>
    readWithIssues({ trend: [{ label, now: 1884, before: 1276, ...more }] });

  test("a rise and a fall of a cell over the month before", () => {
    expect(
      trend("rise of government total over previous month", { pub_approx: 550 }).report.figures,
    ).toMatchObject([
      {
        kind: "difference",
        value: 550,
        wording: "about",
        of: { perpetrator: "regime" },
        than: { period: "2014-04" },
      },
      { kind: "count", value: 1884, of: { perpetrator: "regime" } },
      { kind: "count", value: 1276, of: { perpetrator: "regime", period: "2014-04" } },
    ]);
    expect(trend("decrease of children compared to last month", { pub: 5 }).report.figures[0]).toMatchObject({
      of: { demographic: "child", period: "2014-04" },
      than: { demographic: "child" },
    });
    expect(trend("Rückgang der Kinder gegenüber April", { pub: 5 }).report.figures[0]).toMatchObject({
      of: { demographic: "child", period: "2014-04" },
      than: { demographic: "child" },
    });
    expect(trend("increase of total over previous month", {}).report.figures[0]).toMatchObject({
      kind: "statement",
      statement: { says: "increase", than: [{ period: "2014-04" }] },
    });
  });

  test.each([
    ["change of total over previous month", { pct: "-10%" }, "decrease"],
    ["total compared to the previous month", { pct: "+10%" }, "increase"],
    ["fall of total over previous month", { pct: "\u221210%" }, "decrease"],
    ["change of total over previous month", { pct: "+10%" }, "increase"],
  ])("by its sign: %s %j", (label, more, says) => {
    const { report, issues } = trend(label, more);
    expect(issues).toEqual([]);
    expect(report.figures[0]).toMatchObject({
      kind: "statement",
      text: `${label}: ${more.pct}`,
      statement: { says, than: [{ period: "2014-04" }] },
    });
  });

  test("by its sign in persons; one that its words contradict is not read, and +0% goes neither way", () => {
    expect(trend("change of total over previous month", { pub: -100 }).report.figures[0]).toMatchObject({
      kind: "difference",
      value: 100,
      of: { period: "2014-04" },
    });
    for (const size of [{ pct: "-10%" }, { pub: -10 }]) {
      const { report, issues } = trend("rise of total over previous month", size);
      expect(issues).toEqual([[`trend[0].${Object.keys(size).join()}`, "label-not-understood", true]]);
      expect(report.figures[0]).toMatchObject({ kind: "statement", statement: { says: "increase" } });
    }
    expect(trend("change of total over previous month", { pct: "+0%" })).toMatchObject({
      issues: [["trend[0].label", "label-not-understood", true]],
      report: { figures: [] },
    });
  });

  test("the number of the month before is repeated only if no file is of that month", () => {
    const april = { ...base, id: "a", start: "2014-04-01", end: "2014-04-30", population: "civilians" };
    const may = {
      ...base,
      population: "civilians",
      trend: [{ label: "rise of total over previous month", pub: 1, before: 3 }],
    };
    const { reports } = readFacts(
      [
        { file: "a", facts: april },
        { file: "m", facts: may },
      ],
      { blank: "zero" },
    );
    expect(reports[1]?.figures).toHaveLength(1);
  });

  test.each([
    ["significant decrease compared to the previous three months", ["2014-02", "2014-03", "2014-04"]],
    ["increase over March", ["2014-03"]],
    ["increase over June", ["2013-06"]],
    ["decrease compared with the same month of last year", ["2013-05"]],
    ["fewer children than in the second half of 2013", ["2013-H2"]],
    ["increase over the previous year", []],
    ["increase over previous months", []],
  ])("%s", (label, periods) => {
    const { report } = trend(label, { now: null, before: null });
    const found = printedFigure(report, "trend[0].label");
    const than = found?.kind === "statement" && "than" in found.statement ? found.statement.than : [];
    expect(than.map(({ period }) => period)).toEqual(periods);
  });

  test("the number of the month itself is a figure where nothing else prints it", () => {
    const { report, issues } = trend("rise of children over previous month", { pub: 7, now: 20, before: 13 });
    expect(printedFigure(report, "trend[0].now")).toMatchObject({ value: 20, of: { demographic: "child" } });
    expect(issues).toEqual([]);
    const differing = readWithIssues({ total: { n: 9 }, trend: [{ label: "rise over April", now: 8 }] });
    expect(differing.issues).toEqual([["trend[0].now", "number-differs", false]]);
  });

  test("other words are noted", () => {
    expect(trend("the situation is improving", { pub: 5 }).issues).toEqual([
      ["trend[0].label", "label-not-understood", true],
    ]);
  });
});

/** What is said of the trends of a constructed report of May 2014, beside the files of other months. */
function contradictions(trend: object, total: number | null = 129, others: readonly object[] = []) {
  const may = { ...base, population: "civilians", total: { n: total }, trend: [trend] };
  const files = others.map((facts, nth) => ({ file: `other-${nth}.json`, facts }));
  const facts = readFacts([{ file: "f.json", facts: may }, ...files], { blank: "not-printed" });
  const wrong = factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold");
  return {
    wrong: wrong.map(({ kind, repair }) => [kind, repair?.figure, repair?.value]),
    issues: facts.issues.map(({ path, code, lost }) => [path, code, lost]),
  };
}

describe("the size of a trend", () => {
  const numbers = { now: 129, before: 95 };
  const april = {
    ...base,
    id: "a",
    start: "2014-04-01",
    end: "2014-04-30",
    population: "civilians",
    total: { n: 95 },
  };

  // 34 / 95 = 35.79 %.
  test.each([
    [{ label: "rise of 34 over April" }, []],
    [{ label: "34 more than in April" }, []],
    [{ label: "rise of 43 over April" }, [["difference", "trend[0].label", "34"]]],
    [{ label: "rise of total over April", pub: "36%" }, []],
    [{ label: "rise of total over April", pct: 35.8 }, []],
    [{ label: "rise of about 35 % over April" }, []],
    [
      { label: "rise of total over April", pub: "63 per cent" },
      [["trend-of-typed-counts", "trend[0].pub", "36"]],
    ],
    [{ label: "rise of more than 35% over April" }, []],
  ])("%j", (trend, expected) => {
    expect(contradictions({ ...trend, ...numbers })).toEqual({ wrong: expected, issues: [] });
  });

  test("worded, by its words", () => {
    const { wrong } = contradictions({ label: "rise of more than 40% over April", ...numbers });
    expect(wrong.map(([kind]) => kind)).toEqual(["trend-of-typed-counts"]);
  });

  test("the other way than the numbers went is a wrong statement", () => {
    const { wrong } = contradictions({ label: "decrease of 36% over April", ...numbers });
    expect(wrong.map(([kind]) => kind)).toEqual(["statement"]);
  });

  test.each([
    ["decrease of 34 over April", true],
    ["decrease of about 35 over April", true],
    // From 95 to 129 is a rise of 34.
    ["decrease of 43 over April", false],
    ["rise of 43 over April", false],
  ])("%s: that the word may be wrong is said where the size is right (%s)", (label, isSaid) => {
    const facts = readOne({ total: { n: 129 }, trend: [{ label, ...numbers }] });
    const [found, ...others] = factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold");
    expect(others).toEqual([]);
    expect(/the word for the rise or fall may be wrong/.test(found?.explanation ?? "")).toBe(isSaid);
  });

  test("above a hundred percent", () => {
    // 95 to 319 is a rise of 224, which is 235.8 %.
    const label = "rise of total over April";
    const wrong = (pub: string) => contradictions({ label, pub, now: 319, before: 95 }, 319).wrong;
    expect(wrong("236%")).toEqual([]);
    expect(wrong("235%")).toEqual([]);
    expect(wrong("253%")).toHaveLength(1);
    expect(wrong("36%")).toHaveLength(1);
    expect(wrong("336%")).toHaveLength(1);
  });

  test("in percent of what the report before prints, where the file does not repeat it", () => {
    const trend = { label: "rise of total over April", pub: "63%" };
    expect(contradictions(trend).wrong).toEqual([]);
    expect(contradictions(trend, 129, [april]).wrong).toEqual([
      ["trend-of-typed-counts", "trend[0].pub", "36"],
    ]);
    expect(contradictions(trend, 129, [{ ...april, org: "SOHR" }]).wrong).toEqual([]);
  });

  test("of a cell that is not known is compared with the numbers typed of it alone", () => {
    const label = "decrease of casualties from explosives compared to the year before";
    const of = (pub: string | number) => contradictions({ label, pub, now: 17_098, before: 22_829 });
    expect(of("26%")).toEqual({ wrong: [], issues: [["trend[0].label", "label-not-understood", false]] });
    expect(of("62%").wrong).toEqual([["trend-of-typed-counts", "trend[0].pub", "26"]]);
    expect(of(5731).wrong).toEqual([]);
    expect(of(5713).wrong).toEqual([["trend-of-typed-counts", "trend[0].pub", "5731"]]);
    const rise = { label: "increase in casualties from explosives", now: 17_098, before: 22_829 };
    expect(contradictions(rise).wrong).toEqual([["trend-of-typed-counts", "trend[0].label", null]]);
  });

  test("is not read in words, nor against several periods", () => {
    const lost = (trend: object) => contradictions(trend).issues.filter(([, , isLost]) => isLost === true);
    expect(lost({ label: "rise over April", pub: "a third" })).toEqual([["trend[0].pub", "malformed", true]]);
    expect(lost({ label: "rise of 5 compared to the previous three months" })).toEqual([
      ["trend[0].label", "label-not-understood", true],
    ]);
  });

  test("a number repeated otherwise than the report before prints it is noted", () => {
    const trend = { label: "rise of total over April", pub: 34, now: 129, before: 59 };
    expect(contradictions(trend, 129, [april])).toEqual({
      wrong: [],
      issues: [["trend[0].before", "number-differs", false]],
    });
  });
});
