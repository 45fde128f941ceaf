import { expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, incidentRows, options, parsed, report, tollText, victimRows } from "./hand-made.js";

test("the months from January on, with their rates per day, compared with the reported one", () => {
  const rows = report.comparison.map((row) => [
    row.month,
    tollText(row),
    row.rate,
    row.perDay,
    row.comparedWithReported,
  ]);
  expect(rows).toEqual([
    ["2021-01", "1 / 0 / 0", { count: 1, days: 31 }, "0.03", "lower"],
    ["2021-02", "3 / 1 / 1", { count: 3, days: 28 }, "0.11", "lower"],
    ["2021-03", "8 / 2 / 2", { count: 8, days: 31 }, "0.26", "equal"],
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
  const { comparison } = monthlyReport(parseRecords(codebook, { victims }), {
    ...options,
    month: month("2021-06"),
  });
  expect(comparison.map(({ comparedWithReported }) => comparedWithReported)).toEqual([
    "equal",
    "equal",
    "higher",
    "lower",
    "equal",
    "equal",
  ]);
});

test("a report for January is compared with months of the year before, one for March with fewer of its own", () => {
  const comparedFrom = (from: string, of: string) =>
    monthlyReport(parsed, { ...options, comparedFrom: month(from), month: month(of) }).comparison.map(
      ({ month: in_, count, comparedWithReported }) => [in_, count, comparedWithReported],
    );
  // v-17 was documented on 5 November; v-16 in December or January, v-14 in January or February.
  expect(comparedFrom("2020-11", "2021-01")).toEqual([
    ["2020-11", 1, "higher"],
    ["2020-12", 0, "lower"],
    ["2021-01", 1, "equal"],
  ]);
  expect(comparedFrom("2021-02", "2021-03")).toEqual([
    ["2021-02", 3, "lower"],
    ["2021-03", 8, "equal"],
  ]);
  expect(comparedFrom("2021-03", "2021-03")).toEqual([["2021-03", 8, "equal"]]);
});

/** The rows but for those of some months. */
function notOf(months: readonly string[]): readonly object[] {
  return victimRows.filter((row) => !("documented" in row && months.includes(row.documented.slice(0, 7))));
}

test("a month of which there are no records has no rate, and nothing is compared with it", () => {
  const without = (...missing: string[]) =>
    monthlyReport(parseRecords(codebook, { incidents: incidentRows, victims: notOf(missing) }), {
      ...options,
      comparedFrom: month("2020-12"),
      missing: missing.map(month),
    }).comparison.map(({ rate, perDay, comparedWithReported }) => [
      rate?.count,
      perDay,
      comparedWithReported,
    ]);
  expect(without("2020-12", "2021-02")).toEqual([
    [undefined, null, null],
    [1, "0.03", "lower"],
    [undefined, null, null],
    [8, "0.26", "equal"],
  ]);
  expect(without("2021-03")).toEqual([
    [0, "0.00", null],
    [1, "0.03", null],
    [3, "0.11", null],
    [undefined, null, null],
  ]);
});
