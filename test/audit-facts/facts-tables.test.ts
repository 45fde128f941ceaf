import { describe, expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { readOne } from "./read-one.js";

/** What cannot hold in a file, by the figures that are told of. */
function told(facts: object) {
  return factFindings(readOne(facts))
    .filter(({ verdict }) => verdict === "cannot-hold")
    .map(({ figures }) => figures.map(({ figure }) => figure).sort());
}

// Constructed: of 100 killed 70 and 30, in 5 and 3 massacres.
describe("what the rows print of another unit or period adds up too", () => {
  const parties = [
    { label: "Government forces", n: 70, massacres: 5 },
    { label: "Russian forces", n: 30, massacres: 3 },
  ];
  const ofParties = (massacres: number, more: object = {}) =>
    told({ total: { n: 100 }, parties, massacres, ...more });

  test("massacres by party: 5 + 3 is 8, not 9", () => {
    expect(ofParties(8)).toEqual([]);
    expect(ofParties(9)).toEqual([["massacres", "parties[0].massacres", "parties[1].massacres"]]);
  });

  test("where rows are missing they are 8 at least", () => {
    expect(ofParties(9, { complete: false })).toEqual([]);
    expect(ofParties(7, { complete: false })).toHaveLength(1);
  });

  test("once, where the same table stands by itself as well", () => {
    const again = { massacres_by_party: { "Government forces": 5, "Russian forces": 3 } };
    expect(ofParties(8, again)).toEqual([]);
    expect(ofParties(9, again)).toHaveLength(1);
  });

  test("massacres by governorate: 4 + 3 + 1 is 8, not 9", () => {
    const governorates = {
      Idlib: { massacres: 4, n: 50 },
      Aleppo: { massacres: 3, n: 30 },
      Homs: { massacres: 1, n: 20 },
    };
    const of = (massacres: number) => told({ total: { n: 100 }, governorates, massacres });
    expect(of(8)).toEqual([]);
    expect(of(9)).toHaveLength(1);
  });

  test("the toll of massacres, in a table of them: 40 + 20 is 60, not 66", () => {
    const of = (toll: number) =>
      told({
        total: { n: 100 },
        massacres: { massacres: 8, n: toll, c: 9 },
        massacres_by_party: {
          "Government forces": { massacres: 5, n: 40, c: 7 },
          "Russian forces": { massacres: 3, n: 20, c: 2 },
        },
      });
    expect(of(60)).toEqual([]);
    expect(of(66)).toHaveLength(1);
  });

  // 171 + 40 + 512 is 723.
  test.each([
    [171, 0],
    [117, 1],
  ])("since January: %i + 40 + 512 of 723", (ofRegime, conflicts) => {
    const found = told({
      total: { n: 95, ytd: 723 },
      parties: [
        { label: "Syrian regime forces", n: 31, ytd: ofRegime },
        { label: "Russian forces", n: 10, ytd: 40 },
        { label: "Other parties", n: 54, ytd: 512 },
      ],
    });
    expect(found).toHaveLength(conflicts);
  });

  test("the toll of massacres since January, in its children too", () => {
    const of = (children: number) =>
      told({
        total: { n: 100 },
        ytd: { massacres: { massacres: 8, n: 90, c: 20 } },
        parties: [
          { label: "Government forces", n: 70, massacres_ytd: { massacres: 5, n: 60, c: 15 } },
          { label: "Russian forces", n: 30, massacres_ytd: { massacres: 3, n: 30, c: 5 } },
        ].map((row, nth) =>
          nth === 0 ? { ...row, massacres_ytd: { ...row.massacres_ytd, c: children } } : row,
        ),
      });
    expect(of(15)).toEqual([]);
    expect(of(14)).toHaveLength(1);
  });
});
