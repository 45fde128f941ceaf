import { describe, expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { readOne } from "./read-one.js";

function audited(facts: object) {
  const read = readOne(facts);
  const findings = factFindings(read);
  return {
    read,
    contradictions: findings.filter(({ verdict }) => verdict === "cannot-hold"),
    unread: findings.filter(({ kind }) => kind === "not-read").map(({ field }) => field),
  };
}

// "A third" is what is nearer to 1/3 than to 1/4 and to 2/5: more than 7/24, less than 11/30.
describe("a share in words", () => {
  const ofTotal = (pub: string, part: number, whole: number) =>
    audited({
      total: { n: whole, c: part },
      pct: [{ label: "children of total", pub, num: part, den: whole }],
    });

  test.each([
    ["a third", 71, 240, true],
    ["a third", 70, 240, false],
    ["one third", 87, 240, true],
    ["about a third", 88, 240, false],
    ["nearly half", 50, 100, false],
    ["nearly half", 41, 100, true],
    ["almost half", 40, 100, false],
    ["more than a third", 34, 100, true],
    ["more than one in three", 33, 99, false],
    ["at least half", 46, 100, true],
    ["at least half", 45, 100, false],
    ["less than half", 50, 100, false],
    ["two-thirds", 64, 100, true],
    ["two out of three", 63, 100, false],
    ["three quarters", 75, 100, true],
    ["one in 20", 5, 100, true],
    ["the vast majority", 51, 100, true],
    ["most", 50, 100, false],
    ["ein Drittel", 33, 100, true],
    ["die Hälfte", 33, 100, false],
  ])("%s is said of %d in %d: %s", (pub, part, whole, isTrue) => {
    const { contradictions, unread } = ofTotal(pub, part, whole);
    expect(unread).toEqual([]);
    expect(contradictions).toHaveLength(isTrue ? 0 : 1);
  });

  test("is compared with numbers that are those of no cell, and is not read where it is none", () => {
    const of = (pub: string) => audited({ pct: [{ label: "of the wounded", pub, num: 60, den: 129 }] });
    expect(of("half").contradictions).toEqual([]);
    expect(of("a third").contradictions).toMatchObject([
      { explanation: 'By the numbers typed beside it, "of the wounded" is 60 of 129, not a third.' },
    ]);
    for (const pub of ["a few", "three", "one in one", "two in one", "half a dozen", "third in line"])
      expect(of(pub).unread, pub).toContain("pct[0].pub");
  });
});

describe("a range", () => {
  test.each(["10 to 12", "10-12", "10 – 12", "between 10 and 12", "10 bis 12"])("%s is two bounds", (n) => {
    const of = (total: number) =>
      audited({
        total: { n: total },
        parties: [
          { label: "HTS", n },
          { label: "SDF", n: 100 },
        ],
      });
    expect([109, 110, 112, 113].map((total) => of(total).contradictions.length)).toEqual([1, 0, 0, 1]);
    expect(of(110).unread).toEqual([]);
  });

  test.each(["12 to 10", "10 to", "ten to twelve", "2021-07-01", "1-2-3"])("%s is none", (n) => {
    expect(audited({ total: { n } }).unread).toEqual(["total.n"]);
  });
});

describe("boys and girls", () => {
  test("are all children, and are added up by the rows of a table", () => {
    const files = (ofAll: number, ofRow: number) =>
      audited({
        total: { n: 129, c: 44, boys: 30, girls: ofAll },
        parties: [
          { label: "HTS", n: 10, c: 4, boys: 1, girls: ofRow },
          { label: "Other parties", n: 119, c: 40, boys: 29, girls: 11 },
        ],
      }).contradictions;
    expect(files(14, 3)).toEqual([]);
    const [sum] = files(41, 3).filter(({ kind }) => kind === "subtotal-of-typed-parts");
    expect(sum?.explanation).toContain("30 + 41 = 71, not 44");
    expect(sum?.repair).toMatchObject({ figure: "total.girls", value: "14", misprint: "transposed-digits" });
    // 4 + 11 = 15 is not 14, and 1 + 4 not 4.
    expect(files(14, 4).map(({ kind }) => kind)).toEqual(["table-sum", "subtotal-of-typed-parts"]);
  });

  test("are found by their total in another field", () => {
    expect(audited({ total: { c: 44 }, boys: 30, girls: 14 }).contradictions).toEqual([]);
    expect(audited({ total: { c: 44 }, boys: 30, girls: 15 }).contradictions).toHaveLength(1);
    expect(audited({ total: { c: 44 }, boys: "at least 30", girls: 15 }).contradictions).toEqual([]);
  });
});

test("who was injured is not among the killed, and is not read", () => {
  const { read, unread } = audited({ total: { n: 129, injured: 300 } });
  expect(unread).toEqual(["total.injured"]);
  expect(read.issues[0]?.message).toBe(
    '"injured" counts persons who were not killed: nothing here is compared with them.',
  );
});
