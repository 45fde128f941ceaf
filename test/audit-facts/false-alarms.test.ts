import { divideRounded, formatPercent, roundings } from "casualty-stats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";

/** Men, women and children of one row, and how many of them died under torture. */
const groups = fc.record({
  c: fc.nat(40),
  w: fc.nat(40),
  men: fc.nat(60),
  tortured: fc.nat(100),
  place: fc.nat(2),
  isBlank: fc.boolean(),
});

const labels = [
  "Government forces: civilians",
  "Russian forces: civilians",
  "ISIS: civilians",
  "HTS: civilians",
  "Unidentified",
];
const places = ["RifDimashq", "Idlib", "DeirEzzor"];

/** A fact file made from counts, so that all its figures are true, with one rounding throughout. */
const factFiles = fc
  .record({
    rows: fc.tuple(groups, groups, groups, groups, groups),
    armed: fc.tuple(fc.nat(30), fc.nat(30)),
    rounding: fc.constantFrom(...roundings),
    complete: fc.boolean(),
  })
  .map(({ rows, armed, rounding, complete }) => {
    const all = rows.map(({ c, w, men }) => c + w + men);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const n = sum(all) + sum(armed);
    const [government] = rows;
    const [governmentAll = 0, russiaAll = 0, isis = 0, hts = 0] = all;
    const percent = (part: number, whole: number): { pub: string } => ({
      pub: formatPercent({ part, whole }, { rounding, digits: 0 }).replace("%", ""),
    });
    const vulnerable = government.c + government.w;
    const shared = places.map(
      (label, nth) => [label, sum(all.filter((_, row) => rows[row]?.place === nth))] as const,
    );
    const parties = [
      ...rows.map(({ c, w, tortured, isBlank }, nth) => ({
        label: labels[nth],
        n: all[nth],
        ...(isBlank ? {} : { c, w, tor: Math.min(tortured, all[nth] ?? 0) }),
      })),
      { label: "Government forces: armed", n: armed[0] },
      { label: "ISIS: armed killed", n: armed[1] },
    ];
    return {
      id: "made",
      org: "SNHR",
      kind: "death-toll",
      start: "2016-02-01",
      end: "2016-02-29",
      population: "civilians+armed",
      complete,
      total: { n, c: sum(rows.map(({ c }) => c)), w: sum(rows.map(({ w }) => w)) },
      parties: complete ? parties : parties.slice(1),
      subtotals: [
        { label: "Extremist groups", pub: isis + hts + armed[1], parts: [isis, hts, armed[1]] },
        ...(complete
          ? [{ label: "Government forces", pub: governmentAll + armed[0], parts: [governmentAll, armed[0]] }]
          : []),
      ],
      pct: [
        ...(governmentAll === 0
          ? []
          : [
              {
                label: "women+children of civilians killed by government",
                ...percent(vulnerable, governmentAll),
                num: vulnerable,
                den: governmentAll,
              },
            ]),
        ...(n === 0
          ? []
          : [
              {
                label: "alliance of total",
                ...percent(governmentAll + armed[0] + russiaAll, n),
                num: 1,
                den: n,
              },
            ]),
      ],
      rates: [
        {
          label: "children per day (government)",
          pub: divideRounded(government.c, 29, rounding),
          num: government.c,
          days: 29,
        },
      ],
      gov_pct: n === 0 ? [] : shared.map(([label, count]) => ({ label, ...percent(count, n), total: n })),
      variants: [{ party: labels[1], measure: "n", pub: russiaAll, where: "elsewhere" }],
      ytd: { n: n + 7, c: sum(rows.map(({ c }) => c)) },
    };
  });

describe("a file of true figures", () => {
  test("is never said to disagree, and every figure of it is read", () => {
    fc.assert(
      fc.property(factFiles, (file) => {
        const facts = readFacts([{ file: "made.json", facts: file }], { blank: "not-printed" });
        expect(facts.issues.filter(({ lost }) => lost)).toEqual([]);
        expect(factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
