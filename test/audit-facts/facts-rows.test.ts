import { describe, expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { readOne } from "./read-one.js";

// Constructed: 37 + 21 + 13 + 8 + 50 = 129.
const rows = [
  { label: "Syrian Regime forces", n: 37 },
  { label: "Russian forces", n: 21 },
  { label: "SDF", n: 13 },
  { label: "HTS", n: 8 },
  { label: "Other parties", n: 50 },
];

function audited(parties: readonly object[], total = 129, more: object = {}) {
  const facts = readOne({ total: { n: total }, parties, ...more });
  const findings = factFindings(facts);
  return {
    contradictions: findings.filter(({ verdict }) => verdict === "cannot-hold"),
    inSum: facts.report.tables?.[0]?.rows.length,
    issues: facts.issues.map(({ path, code }) => [path, code]),
  };
}

describe("a row that holds others", () => {
  const means = (landmines: number, gunfire: number, persons: number) => [
    { label: "Landmines", n: landmines },
    { label: "Gunfire of unknown source", n: gunfire },
    { label: "Unknown persons", n: persons },
  ];

  test("is printed beside them if it is their sum, and the table does not add up with both", () => {
    const { contradictions, inSum, issues } = audited([...rows, ...means(15, 20, 15)]);
    expect(contradictions).toEqual([]);
    expect(inSum).toBe(7);
    expect(issues).toEqual([["parties[4].label", "rows-overlap"]]);
  });

  test("has them as details if the table adds up without them, whatever they add up to", () => {
    const some = audited([...rows, { label: "Landmines", n: 15 }]);
    expect([some.contradictions, some.inSum]).toEqual([[], 5]);
    expect(some.issues).toEqual([["parties[5].label", "rows-overlap"]]);
    // 15 + 21 + 15 = 51 of 50.
    const tooMany = audited([...rows, ...means(15, 21, 15)]);
    expect(tooMany.inSum).toBe(5);
    expect(tooMany.contradictions.map(({ kind }) => kind)).toEqual(["disjoint-parts"]);
    expect(tooMany.contradictions[0]?.repair).toMatchObject({ figure: "parties[6].n" });
  });

  test.each(["Drowning", "Jordanian border guards", "Shelling of unknown source"])(
    "may hold one that the codebook does not know, be it a party or nobody: %s",
    (label) => {
      // 15 + 20 + 15 = 50, and 37 + 21 + 13 + 8 = 79.
      const unknown = [...means(15, 20, 0).slice(0, 2), { label, n: 15 }];
      const inSection = audited([...rows, ...unknown]);
      expect([inSection.contradictions, inSection.inSum]).toEqual([[], 7]);
      const inBoth = audited([{ label: "Main parties", n: 79 }, ...rows, ...unknown]);
      expect([inBoth.contradictions, inBoth.inSum]).toEqual([[], 7]);
      const details = audited([...rows, { label: "Landmines", n: 15 }, { label, n: 15 }]);
      expect([details.contradictions, details.inSum]).toEqual([[], 5]);
      const beside = audited([{ label: "Main parties", n: 94 }, ...rows, { label, n: 15 }], 144);
      expect([beside.contradictions, beside.inSum]).toEqual([[], 6]);
      // Those that are known are 51 of 50 by themselves.
      const tooMany = audited([...rows, ...means(15, 21, 15), { label, n: 0 }]);
      expect(tooMany.contradictions.length).toBeGreaterThan(0);
    },
  );

  test("is what they leave if the table adds up with all", () => {
    const { contradictions, inSum } = audited([...rows, { label: "Landmines", n: 15 }], 144);
    expect([contradictions, inSum]).toEqual([[], 6]);
  });

  test("is a party, beside its civilians and its fighters", () => {
    const split = [
      { label: "Government forces", n: 1342 },
      { label: "Government forces: civilians", n: 966 },
      { label: "Government forces: militants", n: 376 },
      { label: "ISIS", n: 131 },
      { label: "ISIS: civilians", n: 86 },
      { label: "ISIS: militants", n: 45 },
      { label: "Others", n: 201 },
    ];
    const both = { population: "civilians+armed" };
    expect(audited(split, 1674, both)).toMatchObject({ contradictions: [], inSum: 5 });
    // 1,324 is 1,342 with two digits changed; the other rows add up to 1,674 all the same.
    const wrong = audited([{ label: "Government forces", n: 1324 }, ...split.slice(1)], 1674, both);
    expect(wrong.contradictions).toHaveLength(1);
    expect(wrong.contradictions[0]?.repair).toMatchObject({ figure: "parties[0].n", value: "1342" });
  });

  // Constructed: of 1,000 killed 904 civilians, 600 + 304, of whom border guards killed four.
  test("has them as details by the civilians alone, where no row prints all", () => {
    const file = (civilians: number) =>
      readOne({
        population: "civilians+armed",
        total: { killed: 1000, civilians },
        parties: [
          { label: "Syrian regime forces", civilians: 600 },
          { label: "Other parties", civilians: 304 },
          { label: "Turkish border guards", civilians: 4 },
        ],
      });
    const wrong = (civilians: number) =>
      factFindings(file(civilians)).filter(({ verdict }) => verdict === "cannot-hold").length;
    expect([wrong(904), wrong(940)]).toEqual([0, 1]);
  });

  test("is the total itself, by its label", () => {
    const total = { label: "Total", n: 129 };
    const governorates = { Idlib: 80, Daraa: 49, Total: 129 };
    expect(audited([...rows, total], 129, { governorates })).toMatchObject({ contradictions: [], inSum: 5 });
    expect(audited([...rows, { label: "Total", n: 192 }]).contradictions[0]?.repair).toMatchObject({
      figure: "parties[5].n",
      value: "129",
      misprint: "transposed-digits",
    });
  });
});

describe("a row that stands in its table twice", () => {
  test("is one finding if the table adds up without it", () => {
    const { contradictions, inSum } = audited([...rows, { label: "Russian forces", n: 21 }]);
    expect(inSum).toBe(5);
    expect(contradictions.map(({ kind, field }) => [kind, field])).toEqual([
      ["row-repeated", "parties[5].label"],
    ]);
  });

  test("is two parties if the table adds up with both, or with neither", () => {
    const again = { label: "Russian forces", n: 21 };
    expect(audited([...rows, again], 150).contradictions).toEqual([]);
    expect(audited([...rows, again], 140).contradictions.map(({ kind }) => kind)).toEqual(["table-sum"]);
  });
});

// Constructed: 37 + 50 = 87, and 15 of the 50 by landmines.
describe("the fields of a row by other names", () => {
  const of = (label: string, measure: string, ofRegime = 37) =>
    audited(
      [
        { [label]: "Syrian Regime forces", [measure]: ofRegime },
        { [label]: "Other parties", [measure]: 50 },
        { [label]: "Landmines", [measure]: 15 },
      ],
      87,
    );

  test.each([
    ["party", "n"],
    ["name", "n"],
    ["label", "civilians"],
    ["label", "killed"],
    ["party", "deaths"],
  ])("%s and %s", (label, measure) => {
    const landmines = `parties[2].${label}`;
    expect(of(label, measure)).toEqual({
      contradictions: [],
      inSum: 2,
      issues: [[landmines, "rows-overlap"]],
    });
    expect(of(label, measure, 73).contradictions).toHaveLength(1);
  });

  test("fighters are nobody's plain count where a report counts both", () => {
    const { report } = readOne({
      population: "civilians+armed",
      total: { n: 9 },
      parties: [{ label: "SDF", civilians: 4, fighters: 5 }],
    });
    expect(report.figures.map(({ id, of: cell }) => [id, cell.population])).toEqual([
      ["total.n", undefined],
      ["parties[0].civilians", "civilians"],
      ["parties[0].fighters", "armed"],
    ]);
  });
});

// Constructed: 150 + 32 + 118 = 300, of which the alliance 150 + 32 = 182.
describe("a row of a party that the codebook does not know", () => {
  const found = (n: number, label = "Loyalist forces") =>
    factFindings(
      readOne({
        total: { n: 300 },
        parties: [
          { label, n },
          { label: "Russian forces", n: 32 },
          { label: "Other parties", n: 118 },
        ],
        subtotals: [{ label: "Syrian-Russian alliance", pub: 182, parts: [150, 32] }],
        pct: [{ label: "Syrian Regime forces of total", pub: 50, num: 150, den: 300 }],
      }),
    ).filter(({ verdict }) => verdict === "cannot-hold");

  test("may be of any that has no row: these are not nobody", () => {
    expect(found(150)).toEqual([]);
    expect(found(150, "Syrian Regime forces")).toEqual([]);
  });

  test("is where the misprint is found, by its label", () => {
    const [only, ...others] = found(105);
    expect(others).toEqual([]);
    expect(only?.repair).toMatchObject({
      figure: "parties[0].n",
      what: "killed by Loyalist forces",
      value: "150",
    });
  });

  // Constructed: 150 = 100 + 50 of two such, and 300 = 150 + 32 + 118 as before.
  const ofTwo = (n: number, label = "Popular committees", further: object = {}) =>
    factFindings(
      readOne({
        total: { n: 300 },
        parties: [
          { label: "Loyalist forces", n },
          { label, n: 50 },
          { label: "Russian forces", n: 32 },
          { label: "Other parties", n: 118 },
        ],
        pct: [{ label: "Syrian Regime forces of total", pub: 50, num: 150, den: 300 }],
        massacres_by_party: { "Government forces": 3 },
        ...further,
      }),
    ).filter(({ verdict }) => verdict === "cannot-hold");

  test("may share another with a second such row, or one that stands there twice", () => {
    expect(ofTwo(100)).toEqual([]);
    expect(ofTwo(100, "Russian forces", { pct: [] })).toEqual([]);
  });

  test("adds up to the total with a second such row, and holds the other with it", () => {
    const [sum, ...others] = ofTwo(10);
    expect(others).toEqual([]);
    expect(sum?.otherRepairs.concat(sum.repair ?? [])).toContainEqual(
      expect.objectContaining({ figure: "parties[0].n", value: "100", what: "killed by Loyalist forces" }),
    );
    // 151 of the regime are in neither row, and not in both together.
    expect(
      ofTwo(100, "Popular committees", {
        landmines: 0,
        subtotals: [{ label: "Syrian Regime forces", pub: 151, parts: [] }],
      }),
    ).toHaveLength(1);
  });

  test("may be of a source if its name is of one", () => {
    const parties = [
      { label: "Parties we have been unable to name", n: 20 },
      { label: "Russian forces", n: 10 },
    ];
    const found = factFindings(
      readOne({ total: { n: 30 }, parties, massacres_by_party: { Unidentified: 3 } }),
    );
    expect(found.filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
  });
});

// Constructed: 15 + 3 = 18 children of 37 + 8 = 45.
test("a blank that a percentage speaks of is no zero, where blanks are", () => {
  const parties = [
    { label: "Syrian Regime forces", n: 37, c: 15 },
    { label: "HTS", n: 8 },
  ];
  const found = (label: string) => {
    const pct = [{ label, pub: 38, num: 3, den: 8 }];
    return factFindings(readOne({ total: { n: 45, c: 18 }, parties, pct }, "zero"))
      .filter(({ kind, verdict }) => verdict === "cannot-hold" || kind.startsWith("read-although"))
      .map(({ kind, field }) => [kind, field]);
  };
  expect(found("children of those killed by HTS")).toEqual([["read-although-number-differs", "parties"]]);
  // Of others nothing is said of the blank: 15 is not 18.
  expect(found("children of the wounded").map(([kind]) => kind)).toContain("table-sum+blank-is-zero");
});

// Constructed: 61 + 3 + 12 = 76 women.
test("a number that is not read is no blank: its column is not added up with a zero for it", () => {
  const found = (w: unknown, women = 76) => {
    const parties = [
      { label: "Syrian Regime forces", n: 417, c: 93, w: 61 },
      { label: "SDF", n: 21, c: 4, w },
      { label: "Other parties", n: 94, c: 21, w: 12 },
    ];
    return factFindings(readOne({ total: { n: 532, c: 118, w: women }, parties }, "zero"))
      .filter(({ verdict }) => verdict === "cannot-hold")
      .map(({ kind }) => kind);
  };
  expect(found("three")).toEqual([]);
  expect(found("2 to 4")).toEqual([]);
  expect(found(3)).toEqual([]);
  expect(found(null, 73)).toEqual([]);
  expect(found(null)).toEqual(["table-sum+blank-is-zero"]);
  expect(found("5 to 6")).toEqual(["table-sum"]);
  // A dash is a blank, as it is printed.
  for (const blank of ["-", "\u2013", "\u2014", "none", "Nil", "n/a", "", " - "]) {
    expect(found(blank, 73)).toEqual([]);
    expect(found(blank)).toEqual(["table-sum+blank-is-zero"]);
  }
  expect(found("0*")).toEqual([]);
});

describe("a governorate that stands in its table twice", () => {
  const read = (governorates: object) => {
    const facts = readOne({ total: { n: 129 }, governorates });
    return {
      lost: facts.issues.filter(({ lost }) => lost).map(({ path }) => path),
      contradictions: factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold").length,
    };
  };

  test("is ambiguous if both rows have a number: neither is read, and nothing is said of the sum", () => {
    // 45 + 3 + 40 + 41 = 129, and so on: whichever way it is read.
    for (const [one, other] of [
      [45, 3],
      [48, 48],
      [9, 9],
    ])
      expect(read({ Idlib: one, Idleb: other, Daraa: 40, Aleppo: 41 })).toEqual({
        lost: ['governorates["Idlib"]', 'governorates["Idleb"]'],
        contradictions: 0,
      });
  });

  test("is one row if the other is blank", () => {
    const rows = (n: number) => [
      { label: "Idlib", n },
      { label: "Idlib", n: null },
      { label: "Daraa", n: 40 },
    ];
    expect(read(rows(89))).toEqual({ lost: [], contradictions: 0 });
    const many = Object.fromEntries(
      ["Aleppo", "Hama", "Homs", "Raqqa", "Tartus", "Latakia"].map((name) => [name, 0]),
    );
    expect(read({ ...many, Idlib: 98, Idleb: null, Daraa: 40 })).toEqual({ lost: [], contradictions: 1 });
  });
});
