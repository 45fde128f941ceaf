import { expect, test } from "vitest";
import { julyReport } from "../../examples/july-2021/report.js";
import { month } from "../../src/calendar/month.js";
import { comparisonSentence } from "../../src/report/comparison-sentence.js";
import { fault } from "../number/fault.js";
import { report } from "./hand-made.js";
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

test("leaves out months without records, and says where none is left", () => {
  const missing = [month("2021-02")];
  expect(comparisonSentence(reportOf(["2021-03-01"], { missing }), { months: 2 })).toBe(
    "March's 0.03 a day is higher than January's 0.00.",
  );
  expect(comparisonSentence(reportOf(["2021-03-01"], { missing }), { months: 1 })).toBe(
    "March's 0.0 a day has no month before it to be compared with.",
  );
  expect(comparisonSentence(reportOf(["2021-01-01"], { month: month("2021-01") }), { months: 3 })).toBe(
    "January's 0.0 a day has no month before it to be compared with.",
  );
  expect(comparisonSentence(report, { months: 0 })).toBe(
    "March's 0.3 a day has no month before it to be compared with; the month of 3 more is not known; 1 row of unknown month was rejected.",
  );
  expect(comparisonSentence(reportOf([], { missing: [month("2021-03")] }), { months: 1 })).toBe(
    "There are no records of March 2021.",
  );
});

test("says of how many the month is not known", () => {
  // v-14, of January or February; v-15, undated; v-16, of December or January.
  expect(comparisonSentence(report, { months: 1 })).toBe(
    "March's 0.3 a day is higher than February's 0.1; the month of 3 more is not known; 1 row of unknown month was rejected.",
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
    "January's 0.0 a day has no month before it to be compared with.",
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
