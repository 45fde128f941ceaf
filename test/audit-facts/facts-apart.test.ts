import fc from "fast-check";
import { expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { withoutFailing } from "../support/facts-apart.js";
import { factFindings } from "../support/facts-findings.js";
import { base, readWithIssues } from "./read-one.js";

test("a file for which the work fails, by itself or beside another, is left out, and all others are worked on", () => {
  const files = fc.array(fc.record({ id: fc.nat(5), fails: fc.boolean() }), { maxLength: 20 });
  fc.assert(
    fc.property(files, (all) => {
      // No two of one id can be worked on together.
      const { result, failed } = withoutFailing(all, (some) => {
        if (some.some(({ fails }) => fails)) throw new Error("It fails.");
        if (new Set(some.map(({ id }) => id)).size < some.length) throw new Error("It is there twice.");
        return some;
      });
      const sound = all.filter(({ fails }) => !fails);
      const first = sound.filter(({ id }, nth) => sound.findIndex((one) => one.id === id) === nth);
      expect(result).toEqual(first);
      expect(failed).toEqual(
        all
          .filter((one) => !first.includes(one))
          .map((file) => ({
            file,
            beside: file.fails ? null : first.find(({ id }) => id === file.id),
            message: file.fails ? "It fails." : "It is there twice.",
          })),
      );
    }),
    { numRuns: 100 },
  );
});

/** What of a constructed file contradicts other numbers. */
function wrong(facts: object) {
  const file = { ...base, population: "civilians", ...facts };
  return factFindings(readFacts([{ file: "f.json", facts: file }], { blank: "not-printed" }))
    .filter(({ verdict }) => verdict === "cannot-hold")
    .map(({ kind, figures }) => [kind, ...figures.map(({ printed }) => printed).sort()]);
}

// Constructed: 30 + 17 = 47.
test.each(["means", "method", "weapon"])(
  "a subtotal by %s is its cell's number, and its parts' sum",
  (by) => {
    const parties = [{ label: "Government forces", n: 47, c: 23 }];
    const of = (pub: number, parts: readonly number[]) =>
      wrong({ parties, subtotals: [{ label: `Killed by government forces by ${by}`, pub, parts }] });
    expect(of(47, [30, 17])).toEqual([]);
    expect(of(46, [30, 16])).toEqual([["printed-twice", "46", "47"]]);
    expect(of(47, [30, 16])).toEqual([["subtotal-of-typed-parts", "47"]]);
    const label = `Killed in prisons of government forces by ${by}`;
    expect(wrong({ parties, subtotals: [{ label, pub: 9, parts: [6, 3] }] })).toEqual([]);
    expect(wrong({ parties, subtotals: [{ label, pub: 9, parts: [6, 4] }] })).toEqual([
      ["subtotal-of-typed-parts", "9"],
    ]);
  },
);

// SNHR's massacres of March 2015: 340 + 122 + 17 = 479 killed in 32 + 2 + 1 = 35.
test.each([
  ["Massacres by government forces", "Massacres by ISIS", "Massacres by armed opposition"],
  ["Government massacres", "ISIS massacres", "Armed opposition massacres"],
  ["Government forces: massacres", "ISIS: massacres", "Armed opposition: massacres"],
  ["Victims of government massacres", "Victims of ISIS massacres", "Victims of opposition massacres"],
])("rows of a report of massacres may say so: %s", (...labels) => {
  const rows = (counts: readonly number[]) => labels.map((label, nth) => ({ label, n: counts[nth] }));
  const facts = {
    kind: "massacres",
    population: "unarmed persons killed in massacres",
    ...{ total: { n: 479 }, massacres: 35, massacres_by_party: rows([32, 2, 1]) },
  };
  expect(readWithIssues({ ...facts, parties: rows([340, 122, 17]) }).issues).toEqual([]);
  expect(wrong({ ...facts, parties: rows([340, 122, 17]) })).toEqual([]);
  expect(wrong({ ...facts, parties: rows([340, 122, 71]) })).toHaveLength(1);
});

// Constructed: 47 + 32 + 50 = 129, whatever the 32 are.
test("a row of a party's massacres among all killed is one of its own", () => {
  const parties = [
    { label: "Syrian Regime forces", n: 47 },
    { label: "Russian forces: massacres", n: 32 },
    { label: "Other parties", n: 50 },
  ];
  const facts = { total: { n: 129 }, parties };
  expect(readWithIssues(facts).issues).toEqual([["parties[1].label", "label-unknown", false]]);
  expect(wrong(facts)).toEqual([]);
  expect(wrong({ ...facts, variants: [{ party: "Russian forces", measure: "massacres", pub: 40 }] })).toEqual(
    [],
  );
});

// Constructed: 300 − 280 = 20 and 12 + 3 = 15, of others than the report counts.
test.each([
  {
    scope: { kind: "russian-forces", population: "civilians killed by Russian forces" },
    ...{ label: "killed by the regime", field: "regime_by_governorate" },
  },
  { scope: { kind: "children", population: "children" }, label: "women killed", field: "w_by_governorate" },
])("what a report on some says others in $scope.population is no cell of it", ({ scope, label, field }) => {
  const trend = { label: `rise of ${label} over previous month`, now: 300, before: 280 };
  const facts = (pub: number) => ({
    ...{ ...scope, total: { n: 200 }, trend: [{ ...trend, pub }], [field]: { Idlib: 12, Hama: 3 } },
    pct: [{ label: `${label} of all killed`, pub: 60, num: 300, den: 500 }],
    subtotals: [{ label, pub: 300, parts: [180, 120] }],
    rates: [{ label: `${label} per day`, pub: 10, num: 310, days: 31 }],
  });
  expect(readWithIssues(facts(20)).issues).toContainEqual([field, "field-unknown", true]);
  expect(wrong(facts(20))).toEqual([]);
  expect(wrong(facts(30))).toEqual([["trend-of-typed-counts", "30"]]);
});

// Constructed: 1,510 of 16,913 is 8.9%, and 900 − 880 = 20 children, 90 of them girls.
test("all killed are not those whom a report on some counts, nor all children those of a report on women", () => {
  const ofIsis = { kind: "isis", population: "civilians killed by ISIS", total: { n: 1510, c: 258 } };
  const share = (pub: number) =>
    wrong({ ...ofIsis, pct: [{ label: "ISIS of all killed", pub, num: 1510, den: 16913 }] });
  expect(share(9)).toEqual([]);
  expect(share(19)).toEqual([["percentage-of-typed-counts", "19%"]]);
  const children = (pub: number, now: number, before: number) =>
    wrong({
      ...{ kind: "women", population: "females", total: { n: 486 }, children: 90 },
      trend: [{ label: "rise of children killed over previous month", pub, now, before }],
    });
  expect(children(20, 900, 880)).toEqual([]);
  expect(children(30, 900, 880)).toEqual([["trend-of-typed-counts", "30"]]);
  expect(children(30, 90, 70)).toEqual([["difference", "30", "70", "90"]]);
});
