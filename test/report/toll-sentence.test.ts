import { expect, test } from "vitest";
import { julyReport } from "../../examples/july-2021/report.js";
import { month } from "../../src/calendar/month.js";
import { CasualtyError } from "../../src/error.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { tollSentence } from "../../src/report/toll-sentence.js";
import { codebook, options, report } from "./hand-made.js";
import { reportOf } from "./report-of.js";

const people = { one: "civilian", many: "civilians" };
const child = { one: "child", many: "children" };
const woman = { one: "woman", many: "women" };
const among = { child, woman };
const july = julyReport();

test("says July 2021 as the report does (section III)", () => {
  expect(tollSentence(july, { of: "month", people, among })).toBe(
    "In July 2021, 129 civilians were documented killed, among them 44 children and 17 women.",
  );
  expect(tollSentence(july, { of: "sinceJanuary", people, among: {} })).toBe(
    "From January to July 2021, 852 civilians were documented killed.",
  );
  const medic = { one: "medical worker", many: "medical workers" };
  expect(tollSentence(july, { of: "month", people, among: { ...among, medical: medic } })).toBe(
    "In July 2021, 129 civilians were documented killed, among them 44 children, 17 women and 1 medical worker.",
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

test("names no category that is given as undefined", () => {
  const among = { child: undefined, woman } as never;
  expect(tollSentence(report, { of: "month", people, among })).toBe(
    tollSentence(report, { of: "month", people, among: { woman } }),
  );
});

test("refuses a report that lacks a part, as one that an older version stored", () => {
  for (const change of [
    { basis: undefined },
    { accounting: { ...report.accounting, rejected: undefined } },
    { toll: { ...report.toll, excludedInDoubt: undefined } },
  ]) {
    const older = { ...report, ...change } as never;
    expect(() => tollSentence(older, { of: "month", people, among: {} })).toThrow(
      expect.objectContaining({ code: "argument-malformed" }),
    );
  }
});

test("says at least where the count is a lower bound", () => {
  // One row is rejected, and two are not dated.
  expect(tollSentence(report, { of: "month", people, among: { woman } })).toBe(
    "In March 2021, at least 8 civilians were documented killed, among them at least 2 women.",
  );
  const say = (documented: string[], of: "month" | "sinceJanuary", change = {}) =>
    tollSentence(reportOf(documented, change), { of, people, among: {} });
  // A row that is rejected, or a date that is not known, may be of March.
  const rejected = monthlyReport(parseRecords(codebook, { victims: [{ id: "v-1", age: -1 }] }), options);
  const undated = monthlyReport(parseRecords(codebook, { victims: [{ id: "v-1" }] }), options);
  const since = { of: "sinceJanuary", people, among: {} } as const;
  // How many a rejected row would have added is not known.
  expect(tollSentence(rejected, since)).toBe(
    "From January to March 2021, perhaps civilians were documented killed.",
  );
  expect(tollSentence(undated, since)).toBe(
    "From January to March 2021, perhaps 1 civilian was documented killed.",
  );
  // A date that spans months is perhaps of March, and surely since January.
  const spanning = ["2021-02/2021-03"];
  expect(say(spanning, "month")).toBe("In March 2021, perhaps 1 civilian was documented killed.");
  expect(say([...spanning, ...spanning], "month")).toBe(
    "In March 2021, perhaps 2 civilians were documented killed.",
  );
  expect(say(spanning, "sinceJanuary")).toBe("From January to March 2021, 1 civilian was documented killed.");
  // Of February there are no records: nothing is wrong with March.
  const missing = { missing: [month("2021-02")] };
  expect(say(["2021-03-01"], "month", missing)).toBe("In March 2021, 1 civilian was documented killed.");
  expect(say(["2021-03-01"], "sinceJanuary", missing)).toBe(
    "From January to March 2021, at least 1 civilian was documented killed.",
  );
  expect(say([], "month", { missing: [month("2021-03")] })).toBe("There are no records of March 2021.");
  expect(say([], "sinceJanuary", missing)).toBe(
    "From January to March 2021, perhaps civilians were documented killed.",
  );
});

/** What is said of these people, all documented in March, and of the children and women among them. */
function sayOf(...persons: readonly object[]): string {
  const victims = persons.map((person, nth) => ({ id: `v-${nth}`, documented: "2021-03-01", ...person }));
  const march = monthlyReport(parseRecords(codebook, { victims }), options);
  return tollSentence(march, { of: "month", people, among });
}

test("says at least of a category where it is not known of everybody whether they belong to it, perhaps where of nobody", () => {
  const boy = { age: 9, sex: "male" };
  expect(sayOf(boy, { sex: "male" })).toBe(
    "In March 2021, 2 civilians were documented killed, among them at least 1 child and no women.",
  );
  expect(sayOf(boy, { age: 30 })).toBe(
    "In March 2021, 2 civilians were documented killed, among them 1 child and perhaps women.",
  );
  expect(sayOf(boy, { age: { minimum: 15, maximum: 20 }, sex: "female" })).toBe(
    "In March 2021, 2 civilians were documented killed, among them at least 1 child and perhaps women.",
  );
});

test("says at least of a category where it may have somebody who may belong to the month", () => {
  const day = { documented: "2021-02/2021-03" };
  const girl = { age: 9, sex: "female" };
  expect(sayOf(girl, { ...day, ...girl })).toBe(
    "In March 2021, at least 1 civilian was documented killed, among them at least 1 child and no women.",
  );
  expect(sayOf(girl, { ...day, age: 30 })).toBe(
    "In March 2021, at least 1 civilian was documented killed, among them 1 child and perhaps women.",
  );
  expect(sayOf(girl, { ...day, age: 30, sex: "male" })).toBe(
    "In March 2021, at least 1 civilian was documented killed, among them 1 child and no women.",
  );
  // That one was surely killed before it.
  expect(sayOf(girl, { ...girl, documented: "2021-01/2021-02" })).toBe(
    "In March 2021, 1 civilian was documented killed, among them 1 child and no women.",
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
  expect(() => tollSentence(report, { of: "month", people, among: { childs: child } })).toThrow(
    CasualtyError,
  );
});
