import { expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, options, parsed, report, tollText } from "./hand-made.js";

test("the months from January on, and their sum so far", () => {
  // January v-18; February v-08, v-09, v-10. v-14 is in neither: 12 and 1 are the 13 since January.
  expect(report.months.map((row) => [row.month, tollText(row), row.sinceJanuary])).toEqual([
    ["2021-01", "1 / 0 / 0", 1],
    ["2021-02", "3 / 1 / 1", 4],
    ["2021-03", "8 / 2 / 2", 12],
  ]);
  // v-18, of unknown sex.
  expect(report.months.map(({ mayInclude }) => mayInclude.woman.part)).toEqual([1, 0, 0]);
});

test("a month of which there are no records makes every sum from there on a lower bound", () => {
  const { months, missing } = monthlyReport(parseRecords(codebook, { victims: [] }), {
    ...options,
    missing: [month("2021-02"), month("2021-01"), month("2021-02")],
  });
  expect(missing).toEqual(["2021-01", "2021-02"]);
  expect(months.map((row) => row.missing)).toEqual([
    ["2021-01"],
    ["2021-01", "2021-02"],
    ["2021-01", "2021-02"],
  ]);
  expect(report.months.map((row) => row.missing)).toEqual([[], [], []]);
});

test("a report for January has one month", () => {
  const { months, toll } = monthlyReport(parsed, { ...options, month: month("2021-01") });
  expect(months.map(({ month: of, count, sinceJanuary }) => [of, count, sinceJanuary])).toEqual([
    ["2021-01", 1, 1],
  ]);
  // v-14, of January or February, is not surely in the year to 31 January.
  expect(toll.sinceJanuary.count).toBe(1);
});

test("the months of the year before, with which a report is compared, are none since January", () => {
  // v-17 of November, and v-16 of December or January, are in no sum.
  const compared = monthlyReport(parsed, {
    ...options,
    comparedFrom: month("2020-11"),
    missing: [month("2020-12")],
  });
  const { tally, inDoubt, comparison, missing } = compared;
  expect(compared).toEqual({ ...report, tally, inDoubt, comparison, missing });
  expect([missing, comparison[0]?.count]).toEqual([["2020-12"], 1]);
  expect([tally, inDoubt].map(({ dimensions }) => dimensions[0]?.keys.length)).toEqual([7, 7]);
  const { months } = monthlyReport(parseRecords(codebook, { victims: [] }), {
    ...options,
    comparedFrom: month("2019-03"),
  });
  expect(months.map(({ month: of }) => of)).toEqual(["2021-01", "2021-02", "2021-03"]);
});
