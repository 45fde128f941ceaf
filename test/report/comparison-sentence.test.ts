import { expect, test } from "vitest";
import { julyReport } from "../../examples/july-2021/report.js";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { comparisonSentence } from "../../src/report/comparison-sentence.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { fault } from "../number/fault.js";
import { codebook, options, population, report } from "./hand-made.js";
import { reportOf } from "./report-of.js";

const july = julyReport();

test("contradicts the decrease that the report of July 2021 states (section III)", () => {
  expect(comparisonSentence(july, { months: 3 })).toBe(
    "July's 4.2 a day is higher than April's 3.5, May's 3.1 and June's 3.2.",
  );
  expect(comparisonSentence(july, { months: 12 })).toBe(
    "July's 4.2 a day is higher than January's 3.6, April's 3.5, May's 3.1 and June's 3.2, and lower than February's 4.9 and March's 5.7.",
  );
  expect(comparisonSentence(july, { months: 1 })).toBe("July's 4.2 a day is higher than June's 3.2.");
});

test("compares per day, and says what is equal", () => {
  const days = [...new Array<string>(31).fill("2021-01-01"), ...new Array<string>(31).fill("2021-03-01")];
  expect(comparisonSentence(reportOf(days), { months: 2 })).toBe(
    "March's 1.0 a day is higher than February's 0.0, and equal to January's 1.0.",
  );
});

test("prints as many decimals as tell different rates apart", () => {
  // 31 in 31 days, 28 and 29 in 28: 1, 1 and 1.0357. With one decimal all would print 1.0.
  const days = [...new Array<string>(29).fill("2021-02-01"), ...new Array<string>(31).fill("2021-03-01")];
  expect(comparisonSentence(reportOf(days), { months: 1 })).toBe(
    "March's 1.00 a day is lower than February's 1.04.",
  );
  // 30 in 31 days of March and 29 in 30 of April, 0.96774 and 0.96666: with two decimals both would print 0.97.
  const close = [...new Array<string>(30).fill("2021-03-01"), ...new Array<string>(29).fill("2021-04-01")];
  expect(comparisonSentence(reportOf(close, { month: month("2021-04") }), { months: 1 })).toBe(
    "April's 0.967 a day is lower than March's 0.968.",
  );
});

test("names months without records, and says where none is left to compare with", () => {
  const missing = [month("2021-02")];
  expect(comparisonSentence(reportOf(["2021-03-01"], { missing }), { months: 2 })).toBe(
    "March's 0.03 a day is higher than January's 0.00; there are no records of February.",
  );
  expect(comparisonSentence(reportOf(["2021-03-01"], { missing }), { months: 1 })).toBe(
    "March's 0.03 a day is compared with no month before it; there are no records of February.",
  );
  expect(comparisonSentence(reportOf(["2021-01-01"], { month: month("2021-01") }), { months: 3 })).toBe(
    "January's 0.03 a day is compared with no month before it.",
  );
  // Of those whose month is not known, only v-15 has no date at all.
  expect(comparisonSentence(report, { months: 0 })).toBe(
    "March's 0.3 a day is compared with no month before it; the month of 1 more is not known; 1 row of unknown month was rejected.",
  );
  expect(comparisonSentence(reportOf([], { missing: [month("2021-03")] }), { months: 1 })).toBe(
    "There are no records of March 2021.",
  );
});

test("says of how many the month is not known", () => {
  // v-14, of January or February; v-15, undated; v-16, of December or January.
  expect(comparisonSentence(report, { months: 1 })).toBe(
    "March's 0.3 a day is higher than February's 0.1; the month of 2 more is not known; 1 row of unknown month was rejected.",
  );
  // 1 in 31 days of January would print 0.0, and 8 in 31, 3 in 28 are 0.258 and 0.107.
  expect(comparisonSentence(report, { months: 2 })).toBe(
    "March's 0.26 a day is higher than January's 0.03 and February's 0.11; the month of 3 more is not known; 1 row of unknown month was rejected.",
  );
});

test("tells no doubt of those who surely are of none of the compared months", () => {
  const of = (...dates: string[]) => ["2021-02-03", "2021-03-02", ...dates];
  const said = (change: Parameters<typeof reportOf>[1], months: number, ...dates: string[]) =>
    comparisonSentence(reportOf(of(...dates), change), { months });
  const plain = "March's 0.03 a day is lower than February's 0.04";
  expect(said({}, 1, "2020-12/2021-01", "2021-04")).toBe(`${plain}.`);
  expect(said({}, 1, "2021-01/2021-02")).toBe(`${plain}; the month of 1 more is not known.`);
  expect(said({}, 1, "2021-03/2021-04", "2020/2022")).toBe(`${plain}; the month of 2 more is not known.`);
  // Who may be of a month without records, and of one before all that are compared, turns nothing.
  const gap = { missing: [month("2021-02")] };
  expect(comparisonSentence(reportOf(["2021-03-02", "2021-01/2021-02"], gap), { months: 1 })).toBe(
    "March's 0.03 a day is compared with no month before it; there are no records of February.",
  );
});

test("tells of those excluded in doubt, if they may be of the compared months", () => {
  const exclusions = population.exclusions.map((rule) => ({ ...rule, ifUnknown: "exclude" }) as const);
  const facts = { status: "civilian", unborn: "no" };
  const said = (documented: string) => {
    const victims = [
      { id: "v-1", documented: "2021-03-02", ...facts },
      { id: "v-2", documented: "2021-02-02", ...facts },
      { id: "v-3", documented, ...facts, status: "" },
    ];
    const asked = { ...options, population: { ...population, exclusions } };
    return comparisonSentence(monthlyReport(parseRecords(codebook, { victims }), asked), { months: 1 });
  };
  const plain = "March's 0.03 a day is lower than February's 0.04";
  const doubt = `${plain}; 1 excluded person may have to be counted.`;
  expect(["2020-03-03", "2021-01-31", "2021-04"].map(said)).toEqual([`${plain}.`, `${plain}.`, `${plain}.`]);
  expect(["2021-02-03", "2021-03", "2020/2021", ""].map(said)).toEqual([doubt, doubt, doubt, doubt]);
});

test("prints killings never as none", () => {
  expect(comparisonSentence(reportOf(["2021-03-01"]), { months: 0 })).toBe(
    "March's 0.03 a day is compared with no month before it.",
  );
  expect(comparisonSentence(reportOf(["2021-03-01"], { rounding: "down" }), { months: 1 })).toBe(
    "March's 0.03 a day is higher than February's 0.00.",
  );
});

test("names the years across a year's edge", () => {
  const days = ["2020-11-01", "2020-12-01", "2020-12-02", "2021-01-01"];
  const january = reportOf(days, { month: month("2021-01"), comparedFrom: month("2020-10") });
  expect(comparisonSentence(january, { months: 3 })).toBe(
    "January 2021's 0.032 a day is higher than October 2020's 0.000, and lower than November 2020's 0.033 and December 2020's 0.065.",
  );
  const before = reportOf(days, { month: month("2021-01") });
  expect(comparisonSentence(before, { months: 3 })).toBe(
    "January's 0.03 a day is compared with no month before it.",
  );
});

test("compares with no month before the one from which the report is compared", () => {
  const march = reportOf(["2021-01-01", "2021-02-01", "2021-03-01"], { comparedFrom: month("2021-02") });
  expect(comparisonSentence(march, { months: 12 })).toBe("March's 0.03 a day is lower than February's 0.04.");
});

test("compares 2,400 months at the cost of reading them", () => {
  const march = reportOf(["2021-03-01"], { comparedFrom: month("1821-04") });
  const sentence = comparisonSentence(march, { months: 2400 });
  expect(sentence).toMatch(/^March 2021's 0\.03 a day is higher than April 1821's 0\.00, /);
  expect(sentence.match(/'s 0\.00/g)?.length).toBe(2399);
});

test("refuses a number of months that is none", () => {
  expect(fault(() => comparisonSentence(report, { months: -1 })).code).toBe("count-not-whole");
});
