import { expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { base } from "./read-one.js";

/** What contradicts other numbers in constructed files of May 2014, and what the reader says of them. */
function read(...all: readonly object[]) {
  const files = all.map((own, nth) => ({
    file: `${nth}.json`,
    facts: { ...base, population: "civilians", id: `${nth}`, ...own },
  }));
  const facts = readFacts(files, { blank: "not-printed" });
  return {
    wrong: factFindings(facts)
      .filter(({ verdict }) => verdict === "cannot-hold")
      .map(({ kind }) => kind),
    other: factFindings(facts).flatMap(({ kind, file }) => (kind === "definition-differs" ? [file] : [])),
    issues: facts.issues.map(({ file, code }) => [file, code]),
  };
}

// Constructed: 10 of at least 5 each are more than 30.
const massacres = {
  total: { n: 100 },
  massacres: { n: 10, killed: 30 },
  quotes: ["A massacre is the killing of at least five people at once"],
};
const april = { start: "2014-04-01", end: "2014-04-30" };
const march = { start: "2014-03-01", end: "2014-03-31" };

test.each([3, { n: 3 }, null, [], {}])(
  "massacres are held against their definition where a file of another month prints %j outside its totals",
  (outside) => {
    const { wrong, issues } = read({ ...april, total: { n: 90 }, outside_scope: outside }, massacres);
    expect(wrong).toEqual(["massacre-threshold"]);
    expect(issues).toEqual([]);
  },
);

test("they are not, and that is told, where a file that speaks of the same month prints some", () => {
  expect(read({ total: { n: 100 }, outside_scope: 3 }, massacres)).toMatchObject({
    wrong: [],
    issues: [["1.json", "outside-elsewhere"]],
  });
  const ofApril = { ...april, total: { n: 90 }, outside_scope: 3 };
  const rise = (before: number) => ({ label: "rise over previous month", now: 100, before });
  expect(read(ofApril, { ...massacres, trend: [rise(90)] })).toMatchObject({
    wrong: [],
    issues: [["1.json", "outside-elsewhere"]],
  });
});

test("files that speak of one period are compared, whichever prints some", () => {
  const of = (n: number, ...others: readonly object[]) => read({ total: { n } }, ...others);
  const outside = { total: { n: 100 }, outside_scope: 3 };
  expect(of(100, outside)).toEqual({ wrong: [], other: [], issues: [] });
  expect(of(101, outside)).toEqual({ wrong: ["restated"], other: [], issues: [] });
  const months = [
    { ...march, total: { n: 50 }, outside_scope: 3 },
    { ...april, total: { n: 90 } },
  ];
  const all = (n: number) => of(100, ...months, { ...march, end: base.end, total: { n } });
  expect(all(240)).toEqual({ wrong: [], other: [], issues: [] });
});
