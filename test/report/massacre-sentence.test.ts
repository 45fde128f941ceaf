import { expect, test } from "vitest";
import { julyReport } from "../../examples/july-2021/report.js";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { massacreSentence } from "../../src/report/massacre-sentence.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, options, parsed, report } from "./hand-made.js";
import { reportOf } from "./report-of.js";

const july = julyReport();

test("says July 2021 as the report does (section V: four, bringing the number to 14; 26 civilians)", () => {
  expect(massacreSentence(july)).toBe(
    "In July 2021, 4 massacres were documented, in which 26 were killed; from January to July 2021, 14.",
  );
});

test("says none and one, and names the dating", () => {
  expect(massacreSentence(reportOf([]))).toBe(
    "In March 2021, no massacres were documented; from January to March 2021, none.",
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
});

test("says one killed, where a single death makes a massacre", () => {
  const single = { ...options.massacre, threshold: 1 };
  expect(massacreSentence(reportOf(["2021-03-01"], { massacre: single }))).toBe(
    "In March 2021, 1 massacre was documented, in which 1 was killed; from January to March 2021, 1.",
  );
});

test("names the dating, and says at least where a row is rejected", () => {
  expect(massacreSentence(report)).toBe(
    "In March 2021, at least 2 massacres were documented, in which at least 6 were killed; from January to March 2021, at least 2.",
  );
  expect(massacreSentence(monthlyReport(parsed, { ...options, massacresDated: "incident" }))).toBe(
    "At least 1 massacre of March 2021 is documented, in which at least 3 were killed; from January to March 2021, at least 2.",
  );
});

test("says how many more may belong to the period and are not known to", () => {
  const days = (...of: (string | null)[]) => reportOf(of);
  const undated = days("2021-02/2021-03", "2021-02/2021-03", "2021-02/2021-03");
  expect(massacreSentence(undated)).toBe(
    "In March 2021, perhaps 1 massacre was documented; from January to March 2021, 1.",
  );
  // Perhaps not before April.
  const later = days("2021-03-01", "2021-03-01", "2021-03/2021-04");
  expect(massacreSentence(later)).toBe(
    "In March 2021, perhaps 1 massacre was documented; from January to March 2021, perhaps 1.",
  );
  const two = days("2021-03-01", "2021-03-01", "2021-03-01", "2021-03-01", "2021-03-01", null);
  expect(massacreSentence(two)).toBe(
    "In March 2021, at least 1 massacre (and perhaps 1 more) was documented, in which at least 3 were killed; from January to March 2021, at least 1 (and perhaps 1 more).",
  );
});

test("says of no number how many more there may be, where anything else can add to it", () => {
  // Of the second incident nobody knows whether it belongs to March: its three dead may be further victims too.
  const between = ["2021-02/2021-03", "2021-02/2021-03", "2021-02/2021-03"];
  const people = ["2021-03-01", "2021-03-01", "2021-03-01", "2021-03/2021-04", ...between];
  const victims = people.map((documented, nth) => ({
    id: `v-${nth}`,
    incident: nth < 4 ? "i-1" : "i-2",
    documented,
  }));
  const incidents = [{ id: "i-1" }, { id: "i-2" }];
  const of = (further: readonly object[]) =>
    massacreSentence(
      monthlyReport(parseRecords(codebook, { incidents, victims: [...victims, ...further] }), options),
    );
  expect(of([])).toBe(
    "In March 2021, at least 1 massacre (and perhaps 1 more) was documented, in which at least 3 were killed; from January to March 2021, 2.",
  );
  // A row that cannot be read may be of any incident.
  expect(of([{ id: "v-9", incident: "i-1", age: "twelve" }])).toBe(
    "In March 2021, at least 1 massacre was documented, in which at least 3 were killed; from January to March 2021, at least 2.",
  );
});

test("says how many more may have been killed in them", () => {
  const people = ["2021-03-01", "2021-03-01", "2021-03-01", null].map((documented, nth) => ({
    id: `v-${nth}`,
    incident: "i-1",
    documented,
  }));
  const rows = { incidents: [{ id: "i-1", date: "2021-03-01" }], victims: people };
  const march = monthlyReport(parseRecords(codebook, rows), { ...options, massacresDated: "incident" });
  expect(massacreSentence(march)).toBe(
    "1 massacre of March 2021 is documented, in which at least 3 (and perhaps 1 more) were killed; from January to March 2021, 1.",
  );
});

test("tells of the massacres of a missing month that others reach into", () => {
  // Killed in February, documented in March: the threshold was reached in March, of which no record is dated by the deaths.
  const dead = { incident: "i-1", status: "civilian", died: "2021-02-28", documented: "2021-03-02" };
  const victims = ["v-1", "v-2", "v-3"].map((id) => ({ id, ...dead }));
  const found = monthlyReport(parseRecords(codebook, { incidents: [{ id: "i-1" }], victims }), {
    ...options,
    basis: "died",
    missing: [month("2021-03")],
  });
  expect(massacreSentence(found)).toBe(
    "In March 2021, at least 1 massacre was documented, in which at least 3 were killed; from January to March 2021, at least 1.",
  );
});

test("says at least where a month is missing: with those of an earlier one, an incident of this may be a massacre", () => {
  expect(massacreSentence(reportOf([], { missing: [month("2021-02")] }))).toBe(
    "In March 2021, perhaps massacres were documented; from January to March 2021, perhaps some.",
  );
  expect(massacreSentence(reportOf([], { missing: [month("2021-03")] }))).toBe(
    "There are no records of March 2021.",
  );
});
