import { describe, expect, test } from "vitest";
import { julyReport } from "../../examples/july-2021/report.js";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { comparisonSentence, massacreSentence, tollSentence } from "../../src/report/sentences.js";
import { fault } from "../number/fault.js";
import { codebook, options, parsed, report } from "./hand-made.js";

const people = { one: "civilian", many: "civilians" };
const child = { one: "child", many: "children" };
const woman = { one: "woman", many: "women" };
const among = { child, woman };
const july = julyReport();

/** A report of people who are documented on these days, in incidents of three each. */
function reportOf(documented: readonly string[], change: Partial<typeof options> = {}): typeof report {
  const victims = documented.map((day, nth) => ({
    id: `v-${nth}`,
    incident: `i-${Math.floor(nth / 3)}`,
    documented: day,
    died: day,
    age: 7,
  }));
  const incidents = victims.map(({ incident }) => ({ id: incident }));
  return monthlyReport(parseRecords(codebook, { incidents, victims }), { ...options, ...change });
}

describe("tollSentence", () => {
  test("says July 2021 as the report does (section III)", () => {
    expect(tollSentence(july, { of: "month", people, among })).toBe(
      "In July 2021, 129 civilians were documented killed, among them 44 children and 17 women.",
    );
    expect(tollSentence(july, { of: "sinceJanuary", people, among: {} })).toBe(
      "From January to July 2021, 852 civilians were documented killed.",
    );
    const tortured = { one: "victim of torture", many: "victims of torture" };
    expect(tollSentence(july, { of: "month", people, among: { ...among, torture: tortured } })).toBe(
      "In July 2021, 129 civilians were documented killed, among them 44 children, 17 women and 10 victims of torture.",
    );
  });

  test("says none and one", () => {
    expect(tollSentence(reportOf([]), { of: "month", people, among })).toBe(
      "In March 2021, no civilians were documented killed.",
    );
    expect(tollSentence(reportOf(["2021-03-01"]), { of: "month", people, among })).toBe(
      "In March 2021, 1 civilian was documented killed, among them 1 child and no women.",
    );
  });

  test("names the date basis", () => {
    const days = ["2021-03-01", "2021-03-02"];
    const died = reportOf(days, { basis: "died" });
    expect(tollSentence(died, { of: "month", people, among: { child } })).toBe(
      "2 civilians are documented to have died in March 2021, among them 2 children.",
    );
    expect(tollSentence(died, { of: "sinceJanuary", people, among: {} })).toBe(
      "2 civilians are documented to have died from January to March 2021.",
    );
    const one = reportOf(["2021-03-01"], { basis: "died" });
    expect(tollSentence(one, { of: "month", people, among: {} })).toBe(
      "1 civilian is documented to have died in March 2021.",
    );
    const incident = monthlyReport(
      parseRecords(codebook, {
        incidents: [{ id: "i-1", date: "2021-03-01" }],
        victims: [{ id: "v-1", incident: "i-1" }],
      }),
      { ...options, basis: "incident" },
    );
    expect(tollSentence(incident, { of: "month", people, among: {} })).toBe(
      "1 civilian is documented killed in incidents of March 2021.",
    );
  });

  test("says at least where the count is a lower bound", () => {
    // One row is rejected, and two are not dated.
    expect(tollSentence(report, { of: "month", people, among: { woman } })).toBe(
      "In March 2021, at least 8 civilians were documented killed, among them 2 women.",
    );
    const say = (documented: string[], of: "month" | "sinceJanuary", change = {}) =>
      tollSentence(reportOf(documented, change), { of, people, among: {} });
    // A row that is rejected, or a date that is not known, may be of March.
    const rejected = monthlyReport(parseRecords(codebook, { victims: [{ id: "v-1", age: -1 }] }), options);
    const undated = monthlyReport(parseRecords(codebook, { victims: [{ id: "v-1" }] }), options);
    for (const lower of [rejected, undated]) {
      expect(tollSentence(lower, { of: "sinceJanuary", people, among: {} })).toBe(
        "From January to March 2021, at least 0 civilians were documented killed.",
      );
    }
    // A date that spans months is perhaps of March, and surely since January.
    const spanning = ["2021-02/2021-03"];
    expect(say(spanning, "month")).toBe("In March 2021, at least 0 civilians were documented killed.");
    expect(say(spanning, "sinceJanuary")).toBe(
      "From January to March 2021, 1 civilian was documented killed.",
    );
    // Of February there are no records: nothing is wrong with March.
    const missing = { missing: [month("2021-02")] };
    expect(say(["2021-03-01"], "month", missing)).toBe("In March 2021, 1 civilian was documented killed.");
    expect(say(["2021-03-01"], "sinceJanuary", missing)).toBe(
      "From January to March 2021, at least 1 civilian was documented killed.",
    );
    expect(say([], "month", { missing: [month("2021-03")] })).toBe(
      "In March 2021, at least 0 civilians were documented killed.",
    );
  });

  test("of a whole year, or its first month alone", () => {
    const say = (of: string) =>
      tollSentence(reportOf(["2021-01-01"], { month: month(of) }), { of: "sinceJanuary", people, among: {} });
    expect(say("2021-12")).toBe("In 2021, 1 civilian was documented killed.");
    expect(say("2021-01")).toBe("In January 2021, 1 civilian was documented killed.");
  });

  test("a misspelt category is a compile error", () => {
    // @ts-expect-error TS2353: "childs" is no category
    expect(() => tollSentence(report, { of: "month", people, among: { childs: child } })).toThrow(TypeError);
  });
});

describe("comparisonSentence", () => {
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
      "March's 0.3 a day has no month before it to be compared with.",
    );
    expect(comparisonSentence(reportOf([], { missing: [month("2021-03")] }), { months: 1 })).toBe(
      "There are no records of March 2021 to compare.",
    );
  });

  test("refuses a number of months that is none", () => {
    expect(fault(() => comparisonSentence(report, { months: -1 })).code).toBe("count-not-whole");
  });
});

describe("massacreSentence", () => {
  test("says July 2021 as the report does (section V: four, bringing the number to 14; 26 civilians)", () => {
    expect(massacreSentence(july)).toBe(
      "In July 2021, 4 massacres were documented, in which 26 were killed; from January to July 2021, 14.",
    );
  });

  test("says none and one, and names the dating", () => {
    expect(massacreSentence(reportOf([]))).toBe(
      "In March 2021, no massacres were documented; from January to March 2021, 0.",
    );
    const three = ["2021-03-01", "2021-03-01", "2021-03-01"];
    expect(massacreSentence(reportOf(three))).toBe(
      "In March 2021, 1 massacre was documented, in which 3 were killed; from January to March 2021, 1.",
    );
    const january = reportOf(
      three.map(() => "2021-01-01"),
      { month: month("2021-01") },
    );
    expect(massacreSentence(january)).toBe(
      "In January 2021, 1 massacre was documented, in which 3 were killed.",
    );
    expect(massacreSentence(monthlyReport(parsed, { ...options, massacresDated: "incident" }))).toBe(
      "At least 1 massacre of March 2021 is documented, in which 3 were killed; from January to March 2021, at least 2.",
    );
  });

  test("says at least where massacres may belong to the period and are not known to", () => {
    // A row is rejected.
    expect(massacreSentence(report)).toBe(
      "In March 2021, at least 2 massacres were documented, in which 6 were killed; from January to March 2021, at least 2.",
    );
    const undated = reportOf(["2021-02/2021-03", "2021-02/2021-03", "2021-02/2021-03"]);
    expect(massacreSentence(undated)).toBe(
      "In March 2021, at least 0 massacres were documented; from January to March 2021, at least 1.",
    );
    expect(massacreSentence(reportOf([], { missing: [month("2021-02")] }))).toBe(
      "In March 2021, no massacres were documented; from January to March 2021, at least 0.",
    );
  });
});
