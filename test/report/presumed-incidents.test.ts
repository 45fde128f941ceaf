import { expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, options, parsed, report, tollText } from "./hand-made.js";

test("an incident that is ascribed by presumption, with those killed in it and the reason", () => {
  // v-04 and v-06; the unborn v-05 is not counted.
  expect(report.presumedIncidents.map(({ killed, ...open }) => [open, tollText(killed)])).toEqual([
    [
      {
        id: "i-02",
        to: ["army"],
        among: ["army", "militia"],
        attribution:
          "Incident i-02 is presumed to The army: The army and The militia are suspected and held the ground together (The handbook, page 1; the investigation is open).",
      },
      "2 / 1 / 0",
    ],
  ]);
});

test("only those of the month, by the basis of the report", () => {
  expect(monthlyReport(parsed, { ...options, month: month("2021-02") }).presumedIncidents).toEqual([]);
  expect(
    monthlyReport(parsed, { ...options, month: month("2021-02"), basis: "incident" }).presumedIncidents,
  ).toEqual([]);
  expect(
    monthlyReport(parsed, { ...options, basis: "incident" }).presumedIncidents.map(({ id }) => id),
  ).toEqual(["i-02"]);
});

test("in the order of their ids, with those of the victims who are dated to the month", () => {
  const both = ["army", "militia"];
  const incidents = ["b", "a"].map((id) => ({ id, suspects: both, firedFrom: both }));
  const victims = [
    { id: "v-1", incident: "b", documented: "2021-03-31" },
    { id: "v-2", incident: "a", documented: "2021-03-01" },
    { id: "v-3", incident: "a", documented: "2021-02-28" },
    { id: "v-4", incident: "a", documented: "2021-02/2021-03" },
  ];
  const { presumedIncidents } = monthlyReport(parseRecords(codebook, { incidents, victims }), options);
  expect(presumedIncidents.map(({ id, killed }) => [id, killed.count])).toEqual([
    ["a", 1],
    ["b", 1],
  ]);
});
