import { expect, test } from "vitest";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, options, report, tollText } from "./hand-made.js";

test("a camp counts toward the place that it lies in, and places of nobody have a row", () => {
  // 62.5 and 37.5: the unit that is missing goes to the larger count. The North: v-01, v-02, v-03 in the camp, v-11 and v-13. The South: v-04, v-06, v-07.
  expect(report.places.map((row) => [row.label, tollText(row), row.percent, row.apportioned.text])).toEqual([
    ["The North", "5 / 1 / 2", "63%", "63%"],
    ["The South", "3 / 1 / 0", "38%", "37%"],
    ["Place not recorded", "0 / 0 / 0", "0%", "0%"],
  ]);
});

test("within a place, the shares are of the place's toll, by perpetrator", () => {
  const within = report.places.map(({ key, perpetrators }) => [
    key,
    perpetrators.map((row) => [row.label, tollText(row), row.share, row.percent]),
  ]);
  expect(within).toEqual([
    [
      "north",
      [
        ["Border guards", "1 / 0 / 0", { part: 1, whole: 5 }, "20%"],
        ["The army", "3 / 1 / 1", { part: 3, whole: 5 }, "60%"],
        ["Mines of unknown source", "1 / 0 / 1", { part: 1, whole: 5 }, "20%"],
      ],
    ],
    [
      "south",
      [
        ["The army", "2 / 1 / 0", { part: 2, whole: 3 }, "67%"],
        ["Several perpetrators, jointly", "1 / 0 / 0", { part: 1, whole: 3 }, "33%"],
      ],
    ],
    ["unknown", []],
  ]);
});

test("within a place, by the place as it is recorded", () => {
  const recorded = report.places.map(({ recordedAs }) =>
    recordedAs.map(({ key, label, count, percent }) => [key, label, count, percent]),
  );
  expect(recorded).toEqual([
    [
      ["north", "The North", 2, "40%"],
      ["camp", "The camp", 3, "60%"],
    ],
    [["south", "The South", 3, "100%"]],
    [],
  ]);
});

test("since January", () => {
  // The North further v-09 and v-10, the South v-08; of v-14 and v-18 the place is not recorded.
  expect(report.sinceJanuary.places.map((row) => [row.key, tollText(row)])).toEqual([
    ["north", "7 / 2 / 2"],
    ["south", "4 / 1 / 1"],
    ["unknown", "2 / 0 / 0"],
  ]);
});

test("how many more may belong to a category, within each place too", () => {
  // v-18, of unknown place and sex; of the North and the South everybody's sex is known.
  const women = report.sinceJanuary.places.map(({ mayInclude, perpetrators, recordedAs }) =>
    [{ mayInclude }, ...perpetrators, ...recordedAs].map((row) => row.mayInclude.woman.part),
  );
  expect(women).toEqual([
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0],
    [1, 0, 1, 1],
  ]);
});

test("what lies in a place that lies in a place counts toward the outermost", () => {
  const places = {
    ...codebook.places,
    camp: { label: "The camp", parent: "tents" },
    tents: { label: "Tents", parent: "north" },
  } as const;
  const deeper = { ...codebook, places };
  const victims = [{ id: "v-1", killedIn: "camp", documented: "2021-03-01" }];
  const { places: rows } = monthlyReport(parseRecords(deeper, { victims }), { ...options, codebook: deeper });
  expect(rows.map(({ key, count, recordedAs }) => [key, count, recordedAs.map((row) => row.key)])).toEqual([
    ["north", 1, ["camp"]],
    ["south", 0, []],
    ["unknown", 0, []],
  ]);
});
