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

const child: Where = { demographic: "child" };
const woman: Where = { demographic: "woman" };

function table(more: { rows?: Table["rows"]; whole?: boolean; columns?: readonly Where[] } = {}): Table {
  const { rows = [regime, russia, sdf], whole = true, columns = [child, woman] } = more;
  return { id: "by party", of: {}, rows, whole, blank: "zero", columns };
}

/** A table of three parties; of the last neither children nor women are printed. */
function withText(text: Report["figures"], columns?: readonly Where[]): Report {
  return reportOf(
    "2021-07",
    [
      ...toll("regime", [46, 20, 6], regime),
      ...toll("russia", [21, 12, 3], russia),
      count("sdf", 11, sdf),
      ...text,
    ],
    { massacre: { threshold: 5 }, tables: [columns === undefined ? table() : table({ columns })] },
  );
}

describe("a blank is a zero", () => {
  test("in the columns that the report states, also if one row prints them", () => {
    const ofSdf = (columns: readonly Where[]) =>
      rangeOf(audit(withText([], columns)), "children killed by Syrian Democratic Forces");
    expect(ofSdf([child])).toEqual([0, 0]);
    expect(ofSdf([woman])).toBeNull();
    const one = reportOf(
      "2021-07",
      [...toll("regime", [46, 20, null], regime), count("russia", 21, russia)],
      {
        tables: [table({ rows: [regime, russia], columns: [child] })],
      },
    );
    expect(rangeOf(audit(one), "children killed by Russian forces")).toEqual([0, 0]);
  });

  test("in no other, whatever the text tells of a row", () => {
    const texts = [
      count("both", 26, { ...regime, demographic: ["child", "woman"] }),
      count("massacres", 11, { ...russia, inMassacres: true }),
      count("Ebleen", 7, { ...regime, inMassacres: true, incident: "Ebleen" }),
      count("medic of the regime's", 1, { ...regime, category: "medical" }),
      count("medic of Russia's", 1, { ...russia, category: "medical" }),
      count("medics", 3, { category: "medical" }),
    ];
    expect(conflictsOf(audit(withText(texts)))).toEqual([]);
  });

  test("also where a percentage speaks of the cell, which then cannot be", () => {
    const share = percentage("share", "45", child, sdf);
    expect(conflictsOf(audit(withText([share], [])))).toEqual([]);
    expect(conflictsOf(audit(withText([share], [child])))).toEqual([["share"]]);
  });

  test("only in columns that are stated: two tables beside each other print their own", () => {
    const hts: Where = { perpetrator: "hts" };
    const parties = [regime, russia, hts];
    const figures = [
      count("all", 100),
      count("children", 30, child),
      ...toll("regime", [46, 16, null], regime),
      ...toll("russia", [21, 9, null], russia),
      count("hts", 33, hts),
    ];
    const alliance: Table = {
      id: "alliance",
      of: { alliance: "syrian-russian" },
      rows: [regime, russia],
      whole: true,
      blank: "zero",
      columns: [child],
    };
    const audited = audit(
      reportOf("2021-07", figures, { tables: [table({ rows: parties, columns: [] }), alliance] }),
    );
    expect(conflictsOf(audited)).toEqual([]);
  });
});

test("columns that are stated do not keep the plain count from adding up", () => {
  const report = withText([count("all", 79)], [child]);
  expect(conflictsOf(audit(report))).toEqual([["all", "regime", "russia", "sdf"]]);
});

describe("a row that is not on the page", () => {
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
