import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partialDate, spanOf } from "../../src/calendar/partial-date.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { partialDates } from "../support/calendar.js";

/** What is told of incidents, by row: the path and the sentence. */
function toldOf(incidents: readonly object[]): unknown[] {
  const rows = incidents.map((incident, index) => ({ id: `i-${index + 1}`, ...incident }));
  const parsed = parseRecords(snhrCodebook, { incidents: rows, victims: [] });
  expect(parsed.incidents).toHaveLength(rows.length);
  expect(parsed.issues.every(({ code }) => code === "perpetrator-not-valid")).toBe(true);
  return parsed.issues.map(({ row, path, severity, message }) => [row, ...path, severity, message]);
}

// SNHR's codebook: al-Nusra until 2016-07-28, then Fateh al Sham until 2017-01-28, then Hay'at Tahrir al Sham.
describe("a perpetrator that is named", () => {
  test("before it existed: its predecessor of that time is proposed, however far back", () => {
    expect(toldOf([{ date: "2016-12", suspects: ["hts"] }])).toEqual([
      [
        1,
        "suspects",
        0,
        "warning",
        'the perpetrator "hts" (Hay\'at Tahrir al Sham) existed from 2017-01-28 on, and the incident is of 2016-12 (row 1): before it came "fateh-al-sham" (Fateh al Sham Front); correct the perpetrator, the date, or the days in the codebook',
      ],
    ]);
    expect(toldOf([{ date: "2013", suspects: ["hts"] }])).toEqual([
      [1, "suspects", 0, "warning", expect.stringContaining('before it came "nusra" (Al-Nusra Front);')],
    ]);
  });

  test("after it ended: its successor of that time is proposed", () => {
    expect(toldOf([{ date: "2021-07-17", suspects: ["russia", "nusra"] }])).toEqual([
      [
        1,
        "suspects",
        1,
        "warning",
        'the perpetrator "nusra" (Al-Nusra Front) existed until 2016-07-28, and the incident is of 2021-07-17 (row 1): after it came "hts" (Hay\'at Tahrir al Sham); correct the perpetrator, the date, or the days in the codebook',
      ],
    ]);
  });

  test("without a successor or predecessor: none is invented", () => {
    expect(toldOf([{ date: "2025-01", suspects: ["regime"] }])).toEqual([
      [
        1,
        "suspects",
        0,
        "warning",
        'the perpetrator "regime" (Syrian Regime forces) existed until 2024-12-08, and the incident is of 2025-01 (row 1): correct the perpetrator, the date, or the days in the codebook',
      ],
    ]);
  });

  test("as holder of ground is told of too, each where it stands", () => {
    expect(
      toldOf([
        { date: "2021", suspects: ["hts"] },
        { date: "2014", suspects: ["isis"], firedFrom: ["regime", "russia"], controlledBy: ["hts"] },
      ]),
    ).toEqual([
      [
        2,
        "firedFrom",
        1,
        "warning",
        expect.stringContaining('"russia" (Russian forces) existed from 2015-09-30 on'),
      ],
      [2, "controlledBy", 0, "warning", expect.stringContaining('before it came "nusra"')],
    ]);
  });

  test("of which the codebook gives no days, or in an incident without a date, is nothing to tell", () => {
    expect(toldOf([{ date: "0001", suspects: ["sdf"] }, { suspects: ["hts", "nusra"] }])).toEqual([]);
  });

  test("is no fault of a figure: the records are the same", () => {
    const rows = {
      incidents: [{ id: "i-1", date: "2013", suspects: ["hts"] }],
      victims: [{ id: "v-1", incident: "i-1" }],
    };
    const { perpetrators } = snhrCodebook;
    const undated = {
      ...snhrCodebook,
      perpetrators: { ...perpetrators, hts: { ...perpetrators.hts, valid: {} } },
    };
    const warned = parseRecords(snhrCodebook, rows);
    const { victims, accounting, issues } = parseRecords(undated, rows);
    expect(issues).toEqual([]);
    expect(warned.victims).toEqual(victims);
    expect(warned.accounting).toEqual(accounting);
  });
});

test("a perpetrator is told of exactly where every day of the date lies outside its days, both of them included", () => {
  const [from, to] = ["2016-07-28", "2017-01-28"];
  const near = fc.constantFrom(
    ...[
      "2016-07-27",
      "2016-07-28",
      "2017-01-28",
      "2017-01-29",
      "2016-07",
      "2017-01",
      "2016-06/2016-07-27",
      "2017-02/2018",
    ],
  );
  fc.assert(
    fc.property(fc.oneof(near.map(partialDate), partialDates()), (date) => {
      const { start, end } = spanOf(date);
      expect(toldOf([{ date, suspects: ["fateh-al-sham"] }]).length).toBe(end < from || start > to ? 1 : 0);
    }),
    { numRuns: 100 },
  );
});

test("of a line with gaps and branches those are proposed that may have existed then", () => {
  const section = "main";
  const codebook = defineCodebook({
    sections: { main: { label: "Main parties" } },
    perpetrators: {
      first: { label: "First", section, valid: { to: "2011-12-31" } },
      second: {
        label: "Second",
        section,
        valid: { from: "2013-01-01", to: "2014-12-31" },
        successorOf: "first",
      },
      left: { label: "Left", section, valid: { from: "2015-01-01" }, successorOf: "second" },
      right: { label: "Right", section, successorOf: "second" },
    },
  });
  const adviceOf = (date: string, suspect: string) => {
    const incidents = [{ id: "i-1", date, suspects: [suspect] }];
    const [issue] = parseRecords(codebook, { incidents, victims: [] }).issues;
    return issue?.message.split("(row 1): ")[1]?.split("; ")[0];
  };
  const nobody = "correct the perpetrator, the date, or the days in the codebook";
  expect(adviceOf("2013", "left")).toBe('before it came "second" (Second)');
  expect(adviceOf("2011", "left")).toBe('before it came "first" (First)');
  expect(adviceOf("2012", "left")).toBe(nobody); // between the two
  expect(adviceOf("2012", "first")).toBe(nobody);
  expect(adviceOf("2016", "first")).toBe('after it came "left" (Left) or "right" (Right)');
});
