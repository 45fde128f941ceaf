import { describe, expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { readOne } from "./read-one.js";

/** What contradicts other numbers in a constructed file, and what the reader says of its rows. */
function read(facts: object) {
  const result = readOne(facts);
  return {
    wrong: factFindings(result)
      .filter(({ verdict }) => verdict === "cannot-hold")
      .map(({ kind }) => kind),
    issues: result.issues.map(({ path, code }) => [path, code]),
  };
}

// Constructed: 47 + 20 + 5 = 72, and 12 of the 47.
describe("a row that the codebook does not know, without which the table adds up", () => {
  const rows = (label: string, n: number) => [
    { label: "Government forces", n: 47 },
    { label, n },
    { label: "ISIS", n: 20 },
    { label: "Armed opposition", n: 5 },
  ];

  test.each([
    "of which by barrel bombs",
    "Government forces: barrel bombs",
    "Government forces: Hezbollah",
    "including by airstrikes",
    "thereof in prisons",
    "Government forces (of them by snipers)",
  ])("is a detail of another, and told: %s", (label) => {
    const { wrong, issues } = read({ total: { n: 72 }, parties: rows(label, 12) });
    expect(wrong).toEqual([]);
    expect(issues).toContainEqual(["parties[1].label", "rows-overlap"]);
    expect(read({ total: { n: 73 }, parties: rows(label, 12) }).wrong).toEqual(["table-sum"]);
    expect(read({ total: { n: 84 }, parties: rows(label, 12) }).wrong).toEqual([]);
  });

  test("is none if it may be any of two, and two are if neither is by itself", () => {
    const two = (one: number, other: number) => [
      ...rows("of which by barrel bombs", one),
      { label: "of which in prisons", n: other },
    ];
    expect(read({ total: { n: 72 }, parties: two(12, 8) }).wrong).toEqual([]);
    expect(read({ total: { n: 84 }, parties: two(12, 12) }).wrong).toEqual(["table-sum"]);
  });

  // Constructed: 57 + 20 = 77, but 5 + 2 + 3 = 10; with a blank 5 + 3 = 8.
  test.each([
    { cs: [5, 2, 3], c: 10, wrong: ["57 20 10 77"] },
    { cs: [5, 2, null], c: 10, wrong: ["57 20 10 77"] },
    { cs: [5, null, 3], c: 8, wrong: ["57 20 10 77"] },
    { cs: [5, 2, 3], c: 7, wrong: [] },
    { cs: [5, null, 3], c: 7, wrong: [] },
    { cs: [5, 2, null], c: 7, wrong: [] },
  ])("is none where another column, $cs of $c, does not add up without it", ({ cs, c, wrong }) => {
    const labels = ["Government forces", "ISIS", "Ahrar Brigade"];
    const parties = labels.map((label, nth) => ({ label, n: [57, 20, 10][nth], c: cs[nth] }));
    const found = factFindings(readOne({ total: { n: 77, c }, parties }));
    const contradictions = found.filter(({ verdict }) => verdict === "cannot-hold");
    expect(contradictions.map(({ figures }) => figures.map(({ printed }) => printed).join(" "))).toEqual(
      wrong,
    );
    expect(read({ total: { n: 77 }, parties }).wrong).toEqual([]);
  });

  test("is in the section of the table, and cannot be more than it", () => {
    const parties = (n: number) => [
      ...rows("Other parties", 30),
      { label: "Other parties: Turkish border guards", n },
    ];
    expect(read({ total: { n: 102 }, parties: parties(30) }).wrong).toEqual([]);
    expect(read({ total: { n: 102 }, parties: parties(40) }).wrong).toEqual(["disjoint-parts"]);
  });
});
