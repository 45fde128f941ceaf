import { expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, options, parsed, report, tollText } from "./hand-made.js";

test("the months from January on, their rates per day and their sum so far", () => {
  const rows = report.months.map((row) => [
    row.month,
    tollText(row),
    row.sinceJanuary,
    row.rate,
    row.perDay,
    row.comparedWithReported,
  ]);
  // January v-18; February v-08, v-09, v-10. v-14 is in neither: 12 and 1 are the 13 since January.
  expect(rows).toEqual([
    ["2021-01", "1 / 0 / 0", 1, { count: 1, days: 31 }, "0.0", "lower"],
    ["2021-02", "3 / 1 / 1", 4, { count: 3, days: 28 }, "0.1", "lower"],
    ["2021-03", "8 / 2 / 2", 12, { count: 8, days: 31 }, "0.3", "equal"],
  ]);
});

test("months are compared per day: 28 in February are as many as 31 in March, 31 in January more than 30 in June", () => {
  const documented = [
    ...Array.from({ length: 31 }, () => "2021-01-05"),
    ...Array.from({ length: 28 }, () => "2021-02-05"),
    ...Array.from({ length: 32 }, () => "2021-03-05"),
    ...Array.from({ length: 31 }, () => "2021-05-05"),
    ...Array.from({ length: 30 }, () => "2021-06-05"),
  ];
  const victims = documented.map((day, row) => ({ id: `v-${row}`, documented: day }));
  const { months } = monthlyReport(parseRecords(codebook, { victims }), {
    ...options,
    month: month("2021-06"),
  });
  expect(months.map(({ comparedWithReported }) => comparedWithReported)).toEqual([
    "equal",
    "equal",
    "higher",
    "lower",
    "equal",
    "equal",
  ]);
});

test("a month of which there are no records makes every sum from there on a lower bound", () => {
  const { months, missing } = monthlyReport(parsed, {
    ...options,
    missing: [month("2021-02"), month("2021-01")],
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
