import { describe, expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { parseRecords } from "../../src/record/parse-records.js";
import {
  type MonthlyReport,
  type MonthlyReportOptions,
  monthlyReport,
} from "../../src/report/monthly-report.js";
import { restateReport } from "../../src/revision/restate-report.js";
import { fault } from "../number/fault.js";
import {
  codebook,
  report as first,
  type HandMadeKeys,
  incidentRows,
  massacre,
  options,
  victimRows,
} from "../report/hand-made.js";

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Options = MonthlyReportOptions<HandMadeKeys, "unborn" | "fighter">;

/** The report of the hand-made records with some of their rows changed, and others added. */
function reportOf(
  changes: Readonly<Record<string, object>>,
  added: readonly Row[] = [],
  other: Partial<Options> = {},
) {
  const changed = (rows: readonly Row[]) => rows.map((row) => ({ ...row, ...changes[row.id] }));
  const parsed = parseRecords(codebook, {
    incidents: changed(incidentRows),
    victims: [...changed(victimRows), ...added],
  });
  return monthlyReport(parsed, { ...options, ...other });
}

test("refuses reports of which one has a category more, either way round", () => {
  const records = { incidents: [], victims: [] };
  const more = extendCodebook(codebook, {
    categories: { student: { label: "Students", when: { age: { below: 12 } } } },
  });
  const one = monthlyReport(parseRecords(codebook, records), options) as MonthlyReport;
  const other = monthlyReport(parseRecords(more, records), {
    ...options,
    codebook: more,
  }) as MonthlyReport;
  expect(fault(() => restateReport(one, other)).code).toBe("reports-not-comparable");
  expect(fault(() => restateReport(other, one)).code).toBe("reports-not-comparable");
});

describe("a report restated", () => {
  // The investigation of i-02 (v-04 and v-06, in the South) finds the militia, v-09 was documented in March, and two more were.
  const restatement = restateReport(
    first,
    reportOf(
      { "i-02": { suspects: ["militia"], investigation: "concluded" }, "v-09": { documented: "2021-03-01" } },
      [
        { id: "v-21", incident: "i-02", sex: "female", age: 3, documented: "2021-03-30", killedIn: "south" },
        { id: "v-22", incident: "i-02", sex: "female", age: 33, documented: "2021-01-30", killedIn: "north" },
      ],
    ),
  );
  const changedIn = (rows: readonly { readonly key: string; readonly difference: number }[]) =>
    rows.flatMap(({ key, difference }) => (difference === 0 ? [] : [[key, difference]]));

  test("says of each toll what it was first and is now", () => {
    const { month: ofMonth, sinceJanuary } = restatement.toll;
    const { count, including, mayInclude } = first.toll.month;
    expect([ofMonth.first, ofMonth.now]).toEqual([
      { count, including, mayInclude },
      { ...ofMonth.now, count: count + 2 },
    ]);
    expect(ofMonth.difference).toBe(2);
    expect(ofMonth.now.including.child.part - ofMonth.first.including.child.part).toBe(2);
    expect(sinceJanuary.difference).toBe(2);
    expect(restatement.month).toBe("2021-03");
    expect(restatement.rulesChanged).toEqual([]);
  });

  test("says it row by row of the tables of the month and since January, in their order and with their labels", () => {
    expect(changedIn(restatement.perpetrators)).toEqual([
      ["army", -2],
      ["militia", 3],
      ["mines", 1],
    ]);
    expect(changedIn(restatement.sinceJanuary.perpetrators)).toEqual([
      ["army", -2],
      ["militia", 4],
    ]);
    expect(changedIn(restatement.sections)).toEqual([
      ["main", 1],
      ["other", 1],
    ]);
    expect(changedIn(restatement.alliances)).toEqual([["pact", 1]]);
    expect(changedIn(restatement.places)).toEqual([
      ["north", 1],
      ["south", 1],
    ]);
    expect(changedIn(restatement.sinceJanuary.places)).toEqual([
      ["north", 1],
      ["south", 1],
    ]);
    expect(changedIn(restatement.means)).toEqual([
      ["shelling", 1],
      ["landmine", 1],
    ]);
    expect(restatement.perpetrators.map(({ key, label }) => [key, label])).toEqual(
      first.perpetrators.map(({ key, label }) => [key, label]),
    );
    for (const { key, first: was } of restatement.perpetrators) {
      const row = first.perpetrators.find((one) => one.key === key);
      expect(was).toEqual({ count: row?.count, including: row?.including, mayInclude: row?.mayInclude });
    }
  });

  test("names the massacres that appeared and disappeared", () => {
    // i-02 has four victims now (v-05 is excluded), of whom the third was documented on 11 March.
    const { month: ofMonth, sinceJanuary } = restatement.massacres;
    expect(ofMonth.appeared).toEqual(["i-02"]);
    expect(ofMonth.disappeared).toEqual([]);
    expect(ofMonth.difference).toBe(ofMonth.now - ofMonth.first);
    expect(ofMonth.difference).toBe(1);
    expect(ofMonth.toll.difference).toBe(4);
    expect(sinceJanuary.appeared).toEqual(["i-02"]);
    const back = restateReport(
      reportOf({ "v-09": { documented: "2021-03-01" } }),
      reportOf({ "v-10": { incident: "i-02" } }),
    );
    expect(back.massacres.month.disappeared).toEqual(["i-04"]);
  });

  test("says it of every other table too: months, comparison, categories, massacres by party, and what is undated", () => {
    expect(restatement.months.map(({ key, difference }) => [key, difference])).toEqual([
      ["2021-01", 1],
      ["2021-02", -1],
      ["2021-03", 2],
    ]);
    expect(restatement.comparison.map(({ key, difference }) => [key, difference])).toEqual(
      restatement.months.map(({ key, difference }) => [key, difference]),
    );
    const { child } = restatement.categories;
    expect(child.month.difference).toBe(2);
    expect(child.month.rows.reduce((sum, { difference }) => sum + difference, 0)).toBe(2);
    expect(child.month.rows.map(({ first: was }) => was)).toEqual(
      first.categories.child.month.rows.map(({ count }) => count),
    );
    // i-02 is a massacre of the militia.
    expect(changedIn(restatement.massacres.month.rows)).toEqual([["militia", 1]]);
    expect(restatement.massacres.month.undated.first).toBe(first.massacres.month.undated);
    expect(restatement.toll.undated.month.first).toEqual(first.toll.undated.month);
    expect(restatement.toll.spanningMonths.first).toEqual(first.toll.spanningMonths);
  });

  test("has a restated counterpart of every table that a report has", () => {
    const others = ["tally", "inDoubt", "accounting", "definitions", "presumedIncidents", "excluded"]; // no tables
    const told = ["yearToDate", "massacresDated", "print", "missing"]; // choices, or following from them
    const tables = Object.keys(first).filter((field) => ![...others, ...told].includes(field));
    expect(Object.keys(restatement)).toEqual(
      expect.arrayContaining(tables.filter((field) => field !== "kind")),
    );
  });

  test("says what else was not asked alike", () => {
    expect(restatement.choicesChanged).toEqual([]);
    const cases: readonly (readonly [Partial<Options>, string])[] = [
      [{ digits: 1 }, "print"],
      [{ missing: [month("2020-12")], comparedFrom: month("2020-12") }, "comparedFrom, missing"],
      [{ comparedFrom: month("2020-12") }, "comparedFrom"],
    ];
    for (const [other, choice] of cases) {
      const one = restateReport(first, reportOf({}, [], other));
      expect([...one.choicesChanged].sort().join(", ")).toBe(choice);
      expect(one.rulesChanged).toEqual([]);
      expect(one.comparison.map(({ key }) => key)).toEqual(["2021-01", "2021-02", "2021-03"]);
    }
  });

  test("is data that JSON keeps", () => {
    expect(JSON.parse(JSON.stringify(restatement))).toEqual(restatement);
  });

  test("says which rules are not the same, for a difference may be theirs", () => {
    const otherwise = reportOf({}, [], { massacre: { ...massacre, threshold: 4 } });
    const { rulesChanged, massacres, toll } = restateReport(first, otherwise);
    expect(rulesChanged).toEqual(["massacre"]);
    expect(massacres.sinceJanuary.difference).toBeLessThan(0);
    expect(toll.month.difference).toBe(0);
  });

  test("is refused for reports that are not of the same", () => {
    const cases: [Partial<Options>, string][] = [
      [{ month: month("2021-02") }, "month"],
      [{ basis: "incident" }, "basis"],
      [{ massacresDated: "incident" }, "massacresDated"],
    ];
    for (const [other, differs] of cases) {
      expect(fault(() => restateReport(first, reportOf({}, [], other)))).toMatchObject({
        code: "reports-not-comparable",
        details: { differs },
      });
    }
    const tables = ["perpetrators", "sections", "alliances", "places", "means"] as const;
    for (const table of tables) {
      const fewer = { ...first, [table]: first[table].slice(1) };
      expect(fault(() => restateReport(fewer, first)).details).toEqual({ differs: table });
      expect(fault(() => restateReport(first, fewer)).details).toEqual({ differs: table });
    }
    const [one, ...others] = first.means;
    if (one === undefined) throw new Error("There are no means.");
    const renamed = { ...first, means: [{ ...one, key: "unknown" as const }, ...others] };
    expect(fault(() => restateReport(renamed, first)).message).toBe(
      "The two reports do not have the same means: make both of one month, with one basis, one dating and one codebook.",
    );
  });
});
