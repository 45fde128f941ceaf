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

  // 171 + 40 is 211.
  test.each(["ytd", "year"])(
    "of another period, %s: at most the total, since some killed nobody in this month",
    (name) => {
      const of = (ofRegime: number) => {
        const findings = factFindings(
          readOne({
            total: { n: 41, [name]: 211 },
            parties: [
              { label: "Syrian regime forces", n: 31, [name]: ofRegime },
              { label: "Russian forces", n: 10, [name]: 40 },
            ],
          }),
        );
        return findings.map(({ kind, verdict }) => [kind, verdict]);
      };
      expect(of(171)).toEqual([]);
      expect(of(711)).toEqual([["table-sum", "cannot-hold"]]);
      // That 54 may be missing rows or a misprint is told.
      expect(of(117)).toEqual([["not-printed", "undetermined"]]);
    },
  );

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
    expect(of(16)).toHaveLength(1);
  });
});

// Constructed: 31 + 20 + 12 + 9 + 6 + 5 is 83 of 88, and 4 + 2 + 1 is 7 of 9.
describe("a table of governorates that does not add up", () => {
  const short = { Idlib: 31, Aleppo: 20, Daraa: 12, "Deir Ez-Zour": 9, Homs: 6, Hama: 5 };
  const missing = (n: number, governorates: object, more: object = {}) =>
    factFindings(readOne({ total: { n }, governorates, ...more }))
      .filter(({ kind }) => kind === "not-printed")
      .map(({ verdict, explanation }) => [verdict, explanation]);

  test("may have some of them only: it is undetermined, and said so", () => {
    expect(told({ total: { n: 88 }, governorates: short })).toEqual([]);
    expect(missing(88, short)).toEqual([
      [
        "undetermined",
        'all killed in none of the rows of "governorates": 5, by all that is printed, if the table has some rows only; ' +
          "if it is to have all, one of its numbers or the total is wrong.",
      ],
    ]);
  });

  test("has some of them only where the file says that rows are missing", () => {
    expect(missing(88, short, { complete: false })).toEqual([
      ["holds", 'all killed in none of the rows of "governorates": 5, by all that is printed.'],
    ]);
  });

  // Of February 2016: 7 + 7 + 4 + 4 + 3 + 1 + 1 = 27 of 32.
  test("is one of all where it names half of the country's", () => {
    const governorates = { Idlib: 7, RifDimashq: 7, Hama: 4, Aleppo: 4, Homs: 3, Latakia: 1, Damascus: 1 };
    expect(told({ total: { n: 32 }, governorates })).toHaveLength(1);
  });

  // Eleven more may have one each as well, as the least named has.
  test("that goes down to one may lack eleven, but not twelve", () => {
    const governorates = { Daraa: 20, RifDimashq: 2, Homs: 1 };
    for (const n of [24, 25, 34]) {
      expect(told({ total: { n }, governorates })).toEqual([]);
      expect(missing(n, governorates)).toHaveLength(1);
    }
    expect(told({ total: { n: 35 }, governorates })).toHaveLength(1);
    expect(missing(35, governorates)).toEqual([]);
  });
});

// Constructed: 47 of 129 is 36.4 %, 20 is 15.5 % and 62 is 48.1 %.
describe("a percentage in a row", () => {
  const rows = (pct: unknown, ofAll: number | null = null) => [
    { label: "Syrian Regime forces", n: 47, pct: "36%" },
    { label: "Russian forces", n: 20, pct },
    { label: "Other parties", n: 62, pct: 48 },
    { label: "Total", n: 129, pct: ofAll },
  ];
  const of = (pct: unknown, ofAll: number | null = null) =>
    told({ total: { n: 129 }, parties: rows(pct, ofAll) });

  test("is the share of the row in the whole table", () => {
    expect(of(16, 100)).toEqual([]);
    expect(of("15.5")).toEqual([]);
    expect(of(null)).toEqual([]);
    expect(of(61)).toEqual([expect.arrayContaining(["parties[1].n", "parties[1].pct"])]);
  });

  test("in a table of governorates too; one that is no number is not read", () => {
    const governorates = { Daraa: { n: 40, pct: 13 }, Idlib: { n: 45, pct: "a third" } };
    const facts = readOne({ total: { n: 129 }, governorates });
    expect(facts.issues).toMatchObject([{ path: 'governorates["Idlib"].pct', lost: true }]);
    expect(told({ total: { n: 129 }, governorates })).toHaveLength(1);
  });

  // Constructed: 60 + 40 = 100 civilians with 30 others are 130, and 31 of 62 killed by other parties is 50 %.
  test("is not read where it may be the share of a part: of civilians, or of the row that holds it", () => {
    const unread = (facts: object) => {
      expect(told(facts)).toEqual([]);
      return readOne(facts).issues.flatMap(({ path, lost }) => (lost ? [path] : []));
    };
    const ofCivilians = [
      { label: "Government forces: civilians", n: 60, pct: 60 },
      { label: "Government forces: rebels killed", n: 30 },
      { label: "ISIS: civilians", n: 40, pct: 40 },
    ];
    expect(unread({ population: "civilians+armed", total: { n: 130 }, parties: ofCivilians })).toEqual([
      "parties[0].pct",
      "parties[2].pct",
    ]);
    const ofSection = [
      { label: "Syrian regime forces", n: 67, pct: 52 },
      { label: "Other parties", n: 62, pct: 48 },
      { label: "Turkish border guards", n: 31, pct: 50 },
    ];
    expect(unread({ total: { n: 129 }, parties: ofSection })).toEqual(["parties[2].pct"]);
  });
});
