import { describe, expect, test } from "vitest";
import { report, tollText } from "./hand-made.js";

describe("by means", () => {
  test("of the month: i-01 and i-02 and v-07 by shelling, v-11 by a landmine, v-13 in detention", () => {
    expect(report.means.map((row) => [row.label, tollText(row), row.percent, row.apportioned.text])).toEqual([
      ["Shelling", "6 / 2 / 1", "75%", "75%"],
      ["Landmine", "1 / 0 / 1", "13%", "13%"],
      ["Detention", "1 / 0 / 0", "13%", "12%"],
      ["Means not recorded", "0 / 0 / 0", "0%", "0%"],
    ]);
  });

  test("since January: v-08, v-09 and v-10, v-14, and v-18 of an unknown incident further", () => {
    expect(report.sinceJanuary.means.map((row) => [row.key, tollText(row)])).toEqual([
      ["shelling", "7 / 2 / 2"],
      ["landmine", "3 / 1 / 1"],
      ["detention", "2 / 0 / 0"],
      ["unknown", "1 / 0 / 0"],
    ]);
  });
});

describe("by category", () => {
  test("each has its label, and its shares are of all of the category in the same period", () => {
    const { torture } = report.categories;
    expect([torture.month.label, torture.month.count, torture.sinceJanuary.count]).toEqual([
      "Died due to torture",
      1,
      2,
    ]);
    expect(torture.sinceJanuary.rows[0]).toEqual({
      key: "guards",
      label: "Border guards",
      count: 2,
      mayInclude: 0,
      share: { part: 2, whole: 2 },
      percent: "100%",
      apportioned: { text: "100%", adjusted: false },
    });
  });

  test("how many more may belong to it, by perpetrator: v-18, of no known incident and sex, may have been a woman", () => {
    const { sinceJanuary, month } = report.categories.woman;
    expect([month.mayInclude, sinceJanuary.mayInclude]).toEqual([0, 1]);
    expect(sinceJanuary.rows.map(({ key, mayInclude }) => [key, mayInclude])).toEqual([
      ["guards", 0],
      ["army", 0],
      ["militia", 0],
      ["mines", 0],
      ["nobody", 1],
      ["jointly", 0],
    ]);
  });

  test("women since January: v-02 by the army, v-08 jointly, v-11 by a mine", () => {
    const rows = report.categories.woman.sinceJanuary.rows.map(({ key, count, percent, apportioned }) => [
      key,
      count,
      percent,
      apportioned.text,
    ]);
    expect(rows).toEqual([
      ["guards", 0, "0%", "0%"],
      ["army", 1, "33%", "34%"],
      ["militia", 0, "0%", "0%"],
      ["mines", 1, "33%", "33%"],
      ["nobody", 0, "0%", "0%"],
      ["jointly", 1, "33%", "33%"],
    ]);
  });

  test("stand in the order of the codebook", () => {
    expect(Object.keys(report.categories)).toEqual(["child", "woman", "torture", "medic"]);
  });
});
