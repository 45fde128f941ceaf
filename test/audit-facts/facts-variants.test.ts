import { expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { printedFigure, readOne } from "./read-one.js";

// SNHR's death toll of November 2014, some rows of it: 78 women among the civilians.
const facts = {
  population: "civilians+armed",
  parties: [
    { label: "Government forces: civilians", n: 1169, w: 78 },
    { label: "Government forces: rebels killed", n: 266 },
    { label: "ISIS: civilians", n: 57, w: 0 },
  ],
};

/** What the reader says of one variant, and what does not agree with it. */
function varied(variant: object) {
  const result = readOne({ ...facts, variants: [variant] });
  return {
    of: printedFigure(result.report, "variants[0].pub")?.of ?? null,
    issues: result.issues.map(({ path, lost }) => [path, lost]),
    wrong: factFindings(result).flatMap(({ verdict, figures }) =>
      verdict === "cannot-hold" ? [figures.map(({ printed }) => printed).sort()] : [],
    ),
  };
}

test.each([87, 67])("another number of a party is of the only row within it that prints one: %i", (pub) => {
  expect(varied({ party: "Government", measure: "w", pub })).toEqual({
    of: { perpetrator: "regime", population: "civilians", demographic: "woman" },
    issues: [["variants[0].pub", false]],
    wrong: [[String(pub), "78"].sort()],
  });
});

test("where several print one, or none, that is told", () => {
  const all = { of: { perpetrator: "regime" }, issues: [["variants[0].pub", false]] };
  expect(varied({ party: "Government", measure: "n", pub: 1436 })).toMatchObject(all);
  // 1,169 of the civilians alone are more.
  expect(varied({ party: "Government", measure: "n", pub: 1159 }).wrong).toEqual([["1159", "1169"]]);
  expect(varied({ party: "SDF", measure: "n", pub: 3 }).issues).toEqual([["variants[0].pub", false]]);
});

test("of a party that nobody knows it is not read", () => {
  expect(varied({ party: "Loyalist forces", measure: "n", pub: 74 })).toEqual({
    of: null,
    issues: [
      ["variants[0].party", false],
      ["variants[0].pub", true],
    ],
    wrong: [],
  });
});

// Constructed: an alliance and a section of several parties, of which one row prints a number.
test.each([
  ["Syrian-Russian alliance", "n", 84],
  ["extremist Islamist groups", "n", 13],
  ["Syrian-Russian alliance", "c", 12],
])("of a group of several it is no number of its only row: %s, %s", (party, measure, pub) => {
  const parties = [
    { label: "Government forces", n: 78, c: 10 },
    ...(measure === "c" ? [{ label: "Russian forces", n: 8 }] : []),
    { label: "ISIS", n: 10 },
  ];
  const read = readOne({ complete: false, parties, variants: [{ party, measure, pub }] });
  expect(printedFigure(read.report, "variants[0].pub")).toBeUndefined();
  expect(read.issues.map(({ path, lost }) => [path, lost])).toEqual([["variants[0].pub", true]]);
  expect(factFindings(read).filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
});
