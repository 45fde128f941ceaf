import { describe, expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { base, cell, readOne, readWithIssues } from "./read-one.js";

const massacres = { kind: "massacres", population: "unarmed persons killed in massacres" };

describe("a number of a period in a report of massacres", () => {
  // SNHR's report of 2015: 6,444 killed in 516 massacres, 55 of these in December. What was killed in those is constructed.
  test("counts massacres where it is bare, which is told, and persons where it is n", () => {
    const year = { ...massacres, start: "2015-01-01", end: "2015-12-31", massacres: 516, total: { n: 6444 } };
    const december = {
      ...massacres,
      start: "2015-12-01",
      end: "2015-12-31",
      massacres: 55,
      total: { n: 601 },
    };
    const told = (further: object) =>
      factFindings(
        readFacts(
          [
            { file: "2015.json", facts: { ...base, ...year, ...further, id: "2015" } },
            { file: "2015-12.json", facts: { ...base, ...december, id: "2015-12" } },
          ],
          { blank: "not-printed" },
        ),
      ).flatMap(({ kind, field, verdict }) =>
        kind === "missing-period" ? [] : [[kind, verdict === "cannot-hold" ? verdict : field]],
      );
    expect(told({ december: 55 })).toEqual([["read-although-unit-unsaid", "december"]]);
    expect(told({ december: 56 })).toEqual([
      ["restated", "cannot-hold"],
      ["read-although-unit-unsaid", "december"],
    ]);
    expect(told({ december_n: 601, december_massacres: 55 })).toEqual([]);
    expect(told({ december: { n: 601, massacres: 55 } })).toEqual([]);
    expect(told({ december: { n: 55 } })).toEqual([["restated", "cannot-hold"]]);
  });

  test("is one of massacres in every field and table of periods", () => {
    const facts = readWithIssues({
      ...massacres,
      ytd: 204,
      q1: "at least 90",
      monthly: { April: 30, May: { n: 240 } },
    });
    expect(facts.report.figures.map(({ id, of }) => [id, of])).toEqual([
      ["ytd", { period: "2014-01/2014-05", unit: "massacres" }],
      ["q1", { period: "2014-01/2014-03", unit: "massacres" }],
      ['monthly["April"]', { period: "2014-04", unit: "massacres" }],
      ['monthly["May"].n', { period: "2014-05", inMassacres: true }],
    ]);
    expect(facts.issues).toEqual([
      ["ytd", "unit-unsaid", false],
      ["q1", "unit-unsaid", false],
      ['monthly["April"]', "unit-unsaid", false],
    ]);
  });

  test("is one of persons in any other report", () => {
    const facts = readOne({ ytd: 204 });
    expect(facts.issues).toEqual([]);
    expect(cell(facts, "ytd")).toEqual({ period: "2014-01/2014-05" });
  });
});
