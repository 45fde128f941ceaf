import { describe, expect, test } from "vitest";
import {
  audit,
  conflictsOf,
  count,
  percentage,
  type Report,
  rangeOf,
  reportOf,
  type Table,
  toll,
  type Where,
} from "../support/audit.js";

const regime: Where = { perpetrator: "regime" };
const russia: Where = { perpetrator: "russia" };
const sdf: Where = { perpetrator: "sdf" };

function table(more: Partial<Table> = {}): Table {
  return { id: "by party", of: {}, rows: [regime, russia, sdf], whole: true, blank: "zero", ...more };
}

/** A table of three parties; of the last neither children nor women are printed. */
function withText(text: Report["figures"], columns?: Table["columns"]): Report {
  return reportOf(
    "2021-07",
    [
      ...toll("regime", [46, 20, 6], regime),
      ...toll("russia", [21, 12, 3], russia),
      count("sdf", 11, sdf),
      ...text,
    ],
    { massacre: { threshold: 5 }, tables: [table(columns === undefined ? {} : { columns })] },
  );
}

describe("a blank is a zero", () => {
  test("in a column of one category that is printed for several rows", () => {
    expect(rangeOf(audit(withText([])), "children killed by Syrian Democratic Forces")).toEqual([0, 0]);
  });

  test("in the columns that the report states, also if one row prints them", () => {
    const report = (columns?: Table["columns"]) =>
      reportOf("2021-07", [...toll("regime", [46, 20, null], regime), count("russia", 21, russia)], {
        tables: [table({ rows: [regime, russia], ...(columns === undefined ? {} : { columns }) })],
      });
    const ofRussia = (columns?: Table["columns"]) =>
      rangeOf(audit(report(columns)), "children killed by Russian forces");
    expect(ofRussia([{ demographic: "child" }])).toEqual([0, 0]);
    expect(ofRussia()).toEqual([0, 21]);
  });

  test("in no sum of children and women, no attack and no toll of massacres that the text tells of a row", () => {
    const texts = [
      count("both", 26, { ...regime, demographic: ["child", "woman"] }),
      count("massacres", 11, { ...russia, inMassacres: true }),
      count("Ebleen", 7, { ...regime, inMassacres: true, incident: "Ebleen" }),
      count("medic", 1, { ...regime, category: "medical" }),
      count("medics", 2, { category: "medical" }),
    ];
    expect(conflictsOf(audit(withText(texts)))).toEqual([]);
  });

  test("in no cell of which another figure speaks, unless the report states the column", () => {
    const share = percentage("share", "45", { demographic: "child" }, sdf);
    expect(conflictsOf(audit(withText([share])))).toEqual([]);
    expect(conflictsOf(audit(withText([share], [{ demographic: "child" }])))).toEqual([["share"]]);
  });
});

test("columns that are stated do not keep the plain count from adding up", () => {
  const report = withText([count("all", 79)], [{ demographic: "child" }]);
  expect(conflictsOf(audit(report))).toEqual([["all", "regime", "russia", "sdf"]]);
});

describe("a row that is not on the page", () => {
  const child: Where = { demographic: "child" };
  const printed = [
    count("all", 60),
    count("all-children", 21, child),
    ...toll("russia", [17, 8, null], russia),
    count("sdf", 9, sdf),
  ];
  const onPage = (rows: Table["rows"], figures: Report["figures"]): Report =>
    reportOf("2022", figures, {
      tables: [table({ rows, whole: rows.length === 3, columns: [child] })],
    });

  test("leaves its number to what is in none of the rows, also if the text prints it", () => {
    for (const figures of [printed, [...printed, count("regime, in the text", 34, regime)]]) {
      const audited = audit(onPage([russia, sdf], figures));
      expect(conflictsOf(audited)).toEqual([]);
      expect(rangeOf(audited, 'children killed in none of the rows of "by party"')).toEqual([13, 13]);
    }
  });

  test("is no row of a table whose blanks are zeros", () => {
    const audited = audit(onPage([russia, regime, sdf], printed));
    expect(audited.issues).toMatchObject([{ code: "table-row-not-printed", subject: "by party" }]);
    expect(audited.issues[0]?.message).toContain("row 2");
    expect(conflictsOf(audited)).toEqual([]);
  });
});
