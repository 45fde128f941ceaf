import { expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { cell, readOne } from "./read-one.js";

/** What contradicts other numbers in a constructed file of 30 massacres that killed 300 of 900, 250 a month before. */
function wrong(facts: object) {
  const toll = { total: { n: 900 }, massacres: 30, killed_in_massacres: 300 };
  return factFindings(readOne({ ...toll, start: "2014-06-01", end: "2014-06-30", ...facts }))
    .filter(({ verdict }) => verdict === "cannot-hold")
    .map(({ kind }) => kind);
}

test.each([
  ...["massacres_dead", "massacres_died", "massacres_people", "massacres_individuals", "massacres_toll"],
  ...["massacres_victims_total", "massacres_total_killed", "massacres_civilians", "massacre_deaths"],
  ...["in_massacres", "died_in_massacres", "victims_in_massacres", "killed_in_the_massacres"],
])("%s counts persons, in the file and by party", (field) => {
  expect(cell(readOne({ [field]: 300 }), field)).toEqual({ inMassacres: true });
  const population = "civilians+armed";
  expect(cell(readOne({ population, [field]: 300 }), field)).toMatchObject({ inMassacres: true });
  const rows = { "Government forces": 260, ISIS: 40 };
  expect(wrong({ [field]: 300, [`${field}_by_party`]: rows })).toEqual([]);
  expect(wrong({ [field]: 300, [`${field}_by_party`]: { ...rows, ISIS: 20 } })).toEqual(["table-sum"]);
  expect(wrong({ [field]: 200 })).toEqual(["printed-twice"]);
});

test.each(["massacres", "massacres_n", "massacres_recorded"])("%s counts massacres", (field) => {
  expect(cell(readOne({ [field]: 30 }), field)).toEqual({ unit: "massacres" });
});

test.each([
  ["killed in the massacres", 300],
  ["victims of the massacres", 300],
  ["people killed in massacres", 300],
  ["massacre deaths", 300],
  ["massacres", 30],
])("a rate or rise of %s is one of %i", (label, n) => {
  const before = n - 20;
  const trend = { label: `rise of ${label} over previous month`, now: n, before };
  const rate = { label: `${label} per day`, num: n, days: 30 };
  expect(wrong({ rates: [{ ...rate, pub: n / 30 }], trend: [{ ...trend, pub: 20 }] })).toEqual([]);
  expect(wrong({ rates: [{ ...rate, pub: 2 }] })).toEqual(["rate"]);
  expect(wrong({ trend: [{ ...trend, pub: 30 }] })).toEqual(["difference"]);
});

// Constructed: 180 + 30 = 210 of the 300 in two governorates.
test("a subtotal of victims of massacres is no count of massacres", () => {
  const subtotal = { label: "Massacres: victims in Idlib and Aleppo", parts: [180, 30] };
  expect(wrong({ subtotals: [{ ...subtotal, pub: 210 }] })).toEqual([]);
  expect(wrong({ subtotals: [{ ...subtotal, pub: 120 }] })).toEqual(["subtotal-of-typed-parts"]);
});
