import { describe, expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { comparedPeriods, monthNamed, partOfYear } from "../support/facts-periods.js";
import { cell, readOne, readWithIssues } from "./read-one.js";

test.each([
  ["2021-07", "2021-07"],
  ["2021-7", "2021-07"],
  ["July 2021", "2021-07"],
  ["Jul. 2021", "2021-07"],
  ["sept, 2021", "2021-09"],
  ["März 2021", "2021-03"],
  ["Dez 2021", "2021-12"],
  ["2021-13", null],
  ["Ju 2021", null],
  ["Spring 2021", null],
])("the month %s is %s", (text, month) => {
  expect(monthNamed(text)).toBe(month);
});

test.each([
  ["Q1", "2021-01/2021-03"],
  ["third quarter", "2021-07/2021-09"],
  ["fourth quarter of 2020", "2020-10/2020-12"],
  ["h1", "2021-H1"],
  ["second half 2019", "2019-H2"],
  ["third half", null],
  ["h3", null],
  ["quarter", null],
])("the part of a year %s is %s", (text, part) => {
  expect(partOfYear(text, "2021")).toBe(part);
});

test.each([
  ["the previous quarter", ["2021-01/2021-03"]],
  ["the first quarter", ["2021-01/2021-03"]],
  ["the same quarter of last year", ["2020-04/2020-06"]],
  ["2020-q4", ["2020-10/2020-12"]],
  ["the month before", []],
])("a quarter compared with %s", (words, periods) => {
  expect(comparedPeriods("2021-04/2021-06", words)).toEqual(periods);
});

describe("tables of periods", () => {
  // SNHR's months of 2021: 113 + 138 + 177 = 428, 104 + 96 + 95 = 295, and 723 together.
  const months = { Jan: 113, "Feb.": 138, Mar: 177, "2021-4": 104, Mai: 96, Jun: 95 };
  const half = (quarters: object) => {
    const facts = { start: "2021-01-01", end: "2021-06-30", total: { n: 723 }, monthly: months, quarters };
    return factFindings(readOne(facts)).map(({ verdict, repair }) => [
      verdict,
      repair?.figure,
      repair?.value,
    ]);
  };

  test("of months and quarters, however they are spelled, add up", () => {
    expect(half({ Q1: 428, "second quarter": 295 })).toEqual([]);
    expect(half({ Q1: 482, "second quarter": 295 })).toEqual([["cannot-hold", 'quarters["Q1"]', "428"]]);
  });

  test("a field of a quarter or half is of the year of the report", () => {
    const facts = readOne({ start: "2021-07-01", end: "2021-07-31", q1: 428, h1: { n: 723 } });
    expect(cell(facts, "q1")).toEqual({ period: "2021-01/2021-03" });
    expect(cell(facts, "h1.n")).toEqual({ period: "2021-H1" });
  });
});

// Constructed: November is printed as 161 and as 116.
test("a month by its name is a field, and the last of its name by the end of the report", () => {
  const facts = { start: "2022-03-01", end: "2023-02-28" };
  const of = { november: 161, Dec: 92, january_2022: 1, february: 5, march: 7 };
  const periods = readOne({ ...facts, ...of }).report.figures.map((one) => one.of.period);
  expect(periods).toEqual(["2022-11", "2022-12", "2022-01", "2023-02", "2022-03"]);
  const [found] = factFindings(readOne({ ...facts, november: 161, months: { "2022-11": 116 } }));
  expect(found).toMatchObject({ kind: "printed-twice", verdict: "cannot-hold" });
  expect(found?.figures.map(({ printed }) => printed).sort()).toEqual(["116", "161"]);
});

// Torture in SNHR's report of July 2021: 8 by the regime, 2 by Hay'at Tahrir al Sham.
test("a table is of what its field names, by party or governorate", () => {
  const tables = (hts: number) => ({
    total: { n: 129, tor: 10 },
    torture_by_party: { "Syrian Regime forces": 8, HTS: hts },
    torture_by_governorate: [
      { label: "Homs", n: 6 },
      { label: "Idlib", n: 4 },
    ],
  });
  const { report, issues } = readWithIssues(tables(2));
  expect(issues).toEqual([]);
  expect(report.tables?.map(({ id, of }) => [id, of])).toEqual([
    ["torture_by_party", { category: "torture" }],
    ["torture_by_governorate", { category: "torture" }],
  ]);
  expect(factFindings(readOne(tables(2)))).toEqual([]);
  expect(factFindings(readOne(tables(20)))[0]?.repair).toMatchObject({
    figure: 'torture_by_party["HTS"]',
    value: "2",
    misprint: "added-digit",
  });
  expect(readWithIssues({ hairdressers_by_party: { HTS: 1 } }).issues).toEqual([
    ["hairdressers_by_party", "field-unknown", true],
  ]);
});
