import { expect, test } from "vitest";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, options, parsed, report, tollText } from "./hand-made.js";

test("each perpetrator and source has a row, with its section and its presumed", () => {
  // Army: i-01 (v-01, v-02, v-03) and, presumed, i-02 (v-04, v-06). Jointly: i-03 (v-07).
  const rows = report.perpetrators.map((row) => [
    row.label,
    row.section,
    tollText(row),
    tollText(row.presumed),
  ]);
  expect(rows).toEqual([
    ["Border guards", "other", "1 / 0 / 0", "0 / 0 / 0"],
    ["The army", "main", "5 / 2 / 1", "2 / 1 / 0"],
    ["The militia", "main", "0 / 0 / 0", "0 / 0 / 0"],
    ["Mines of unknown source", "other", "1 / 0 / 1", "0 / 0 / 0"],
    ["Not identified", "other", "0 / 0 / 0", "0 / 0 / 0"],
    ["Several perpetrators, jointly", "jointly", "1 / 0 / 0", "0 / 0 / 0"],
  ]);
});

test("the shares are of the month's toll: printed one by one, and so that they add to 100", () => {
  // 5 of 8 is 62.5, 1 of 8 is 12.5. Rounded down: 62 and thrice 12 are 98; the two units that are missing go to the largest
  // count and then, all having lost as much, to the first of the others.
  const rows = report.perpetrators.map(({ share, percent, apportioned }) => [share, percent, apportioned]);
  expect(rows).toEqual([
    [{ part: 1, whole: 8 }, "13%", { text: "13%", adjusted: false }],
    [{ part: 5, whole: 8 }, "63%", { text: "63%", adjusted: false }],
    [{ part: 0, whole: 8 }, "0%", { text: "0%", adjusted: false }],
    [{ part: 1, whole: 8 }, "13%", { text: "12%", adjusted: true }],
    [{ part: 0, whole: 8 }, "0%", { text: "0%", adjusted: false }],
    [{ part: 1, whole: 8 }, "13%", { text: "12%", adjusted: true }],
  ]);
});

test("since January", () => {
  // v-14 guards; v-08 jointly; v-09 and v-10 mines; v-18, of no known incident, not identified.
  const rows = report.sinceJanuary.perpetrators.map((row) => [row.key, tollText(row), row.presumed.count]);
  expect(rows).toEqual([
    ["guards", "2 / 0 / 0", 0],
    ["army", "5 / 2 / 1", 2],
    ["militia", "0 / 0 / 0", 0],
    ["mines", "3 / 1 / 1", 0],
    ["nobody", "1 / 0 / 0", 0],
    ["jointly", "2 / 0 / 1", 0],
  ]);
});

test("sections stand in the order of the codebook, and what is joint in none of them", () => {
  expect(report.sections.map((row) => [row.key, row.label, tollText(row), row.percent])).toEqual([
    ["main", "Main parties", "5 / 2 / 1", "63%"],
    ["other", "Other parties", "2 / 0 / 1", "25%"],
    ["jointly", "Several perpetrators, jointly", "1 / 0 / 0", "13%"],
  ]);
});

test("a section without a perpetrator has a row", () => {
  const further = { ...codebook, sections: { ...codebook.sections, third: { label: "Third parties" } } };
  const { sections } = monthlyReport(parsed, { ...options, codebook: further });
  expect(sections.map(({ key, count }) => [key, count])).toEqual([
    ["main", 5],
    ["other", 2],
    ["third", 0],
    ["jointly", 1],
  ]);
});
