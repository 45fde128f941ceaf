import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ApportionedShare, apportionPercents } from "../../src/number/apportion.js";
import { formatPercent, percentOf } from "../../src/number/percent.js";
import { printOptions, summableCounts } from "../support/number.js";
import { fault } from "./fault.js";

const halfUp = { rounding: "half-up", digits: 0 } as const;
const texts = (shares: readonly ApportionedShare[]): readonly string[] => shares.map(({ text }) => text);
const adjusted = (shares: readonly ApportionedShare[]): readonly boolean[] =>
  shares.map((share) => share.adjusted);
const unitsOf = ({ percent }: ApportionedShare): number => (percent.kind === "percent" ? percent.units : 0);
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Counts of which at least one is not 0. */
const someCounts = (): fc.Arbitrary<number[]> => summableCounts().filter((counts) => sumOf(counts) > 0);

describe("the party shares of the specification (seeds/snhr-2021-07.txt, section III)", () => {
  const parties = [46, 21, 1, 11, 50];

  test("rounded one by one they print 101", () => {
    expect(parties.map((part) => formatPercent({ part, whole: 129 }, halfUp))).toEqual([
      "36%",
      "16%",
      "1%",
      "9%",
      "39%",
    ]);
  });

  test("apportioned they print 100", () => {
    // Rounded down: 35 16 0 8 38 = 97. Remainders in 129ths: 85 36 100 68 98. The three missing units go to the third
    // (100), the fifth (98) and the first (85); the fourth, which alone would print 9, stays at 8.
    const shares = apportionPercents(parties, halfUp);
    expect(texts(shares)).toEqual(["36%", "16%", "1%", "8%", "39%"]);
    expect(adjusted(shares)).toEqual([false, false, false, true, false]);
    expect(shares[3]).toEqual({
      part: 11,
      whole: 129,
      percent: { kind: "percent", units: 8, digits: 0 },
      text: "8%",
      adjusted: true,
    });
  });

  test("which cells are adjusted depends on the rounding that they are compared with, what is printed does not", () => {
    const down = apportionPercents(parties, { rounding: "down", digits: 0 });
    expect(texts(down)).toEqual(["36%", "16%", "1%", "8%", "39%"]);
    expect(adjusted(down)).toEqual([true, false, true, false, true]);
  });
});

describe("ties", () => {
  test("go to the larger count first", () => {
    // 1, 3 and 4 of 8 are 12.5, 37.5 and 50: one unit is missing, and both halves lost as much.
    const shares = apportionPercents([1, 3, 4], halfUp);
    expect(texts(shares)).toEqual(["12%", "38%", "50%"]);
    expect(adjusted(shares)).toEqual([true, false, false]);
  });

  test("go, between equal counts, to the one that stands first", () => {
    expect(texts(apportionPercents([1, 1, 1], halfUp))).toEqual(["34%", "33%", "33%"]);
    expect(texts(apportionPercents([1, 1, 1, 1, 1, 1], halfUp))).toEqual([
      "17%",
      "17%",
      "17%",
      "17%",
      "16%",
      "16%",
    ]);
    expect(texts(apportionPercents([1, 1, 1], { rounding: "half-up", digits: 1 }))).toEqual([
      "33.4%",
      "33.3%",
      "33.3%",
    ]);
  });
});

describe("apportionPercents", () => {
  test("gives shares of nothing where all counts are 0, and none where there are none", () => {
    const nothing = { part: 0, whole: 0, percent: { kind: "of-nothing" }, text: "0 of 0", adjusted: false };
    expect(apportionPercents([0, 0], halfUp)).toEqual([nothing, nothing]);
    expect(apportionPercents([], halfUp)).toEqual([]);
  });

  test("adds up to exactly a hundred, in the units of the last place", () => {
    fc.assert(
      fc.property(someCounts(), printOptions(), (counts, options) => {
        const shares = apportionPercents(counts, options);
        expect(sumOf(shares.map(unitsOf))).toBe(100 * 10 ** options.digits);
      }),
    );
  });

  test("keeps the order and the counts, names the sum as the whole, and prints what it says", () => {
    fc.assert(
      fc.property(someCounts(), printOptions(), (counts, options) => {
        const shares = apportionPercents(counts, options);
        expect(shares.map(({ part }) => part)).toEqual(counts);
        for (const share of shares) {
          expect(share.whole).toBe(sumOf(counts));
          expect(Number(share.text.replace(".", "").replace("%", ""))).toBe(unitsOf(share));
        }
      }),
    );
  });

  test("is less than one unit off the exact percentage", () => {
    fc.assert(
      fc.property(someCounts(), printOptions(), (counts, options) => {
        for (const share of apportionPercents(counts, options)) {
          const exact = BigInt(share.part) * 100n * 10n ** BigInt(options.digits);
          const off = BigInt(unitsOf(share)) * BigInt(share.whole) - exact;
          expect(off < BigInt(share.whole) && -off < BigInt(share.whole)).toBe(true);
        }
      }),
    );
  });

  test("takes a unit from nobody who lost more: the gained are never behind the ungained", () => {
    fc.assert(
      fc.property(someCounts(), printOptions(), (counts, options) => {
        const hundred = 100n * 10n ** BigInt(options.digits);
        const lost = apportionPercents(counts, options).map((share) => {
          const exact = BigInt(share.part) * hundred;
          const whole = BigInt(share.whole);
          return { raised: BigInt(unitsOf(share)) * whole > exact, lost: exact % whole, part: share.part };
        });
        for (const one of lost.filter(({ raised }) => raised)) {
          for (const other of lost.filter(({ raised }) => !raised)) {
            expect(one.lost > other.lost || (one.lost === other.lost && one.part >= other.part)).toBe(true);
          }
        }
      }),
    );
  });

  test("never prints less for more", () => {
    fc.assert(
      fc.property(someCounts(), printOptions(), (counts, options) => {
        const ascending = [...apportionPercents(counts, options)].sort((a, b) => a.part - b.part);
        ascending.forEach((share, position) => {
          const before = ascending[position - 1];
          if (before !== undefined && before.part < share.part) {
            expect(unitsOf(before)).toBeLessThanOrEqual(unitsOf(share));
          }
        });
      }),
    );
  });

  test("does not depend on the order of the counts, except between equal ones, where the first has the unit", () => {
    const shuffled = someCounts().chain((counts) =>
      fc.tuple(fc.constant(counts), fc.shuffledSubarray(counts, { minLength: counts.length })),
    );
    const cells = (shares: readonly ApportionedShare[]): readonly string[] =>
      shares.map(({ part, text }) => `${part}: ${text}`).sort();
    fc.assert(
      fc.property(shuffled, printOptions(), ([counts, others], options) => {
        expect(cells(apportionPercents(others, options))).toEqual(cells(apportionPercents(counts, options)));
        const shares = apportionPercents(counts, options);
        shares.forEach((share, position) => {
          const later = shares.slice(position + 1).find(({ part }) => part === share.part);
          if (later !== undefined) expect(unitsOf(share)).toBeGreaterThanOrEqual(unitsOf(later));
        });
      }),
    );
  });

  test("flags exactly the cells that rounding by themselves would print differently", () => {
    fc.assert(
      fc.property(summableCounts(), printOptions(), (counts, options) => {
        for (const { part, whole, percent, adjusted } of apportionPercents(counts, options)) {
          const alone = percentOf({ part, whole }, options);
          expect(adjusted).toBe(JSON.stringify(percent) !== JSON.stringify(alone));
        }
      }),
    );
  });

  test("changes nothing that it is given", () => {
    expect(texts(apportionPercents(Object.freeze([3, 1, 4]), Object.freeze(halfUp)))).toEqual([
      "38%",
      "12%",
      "50%",
    ]);
  });

  test("refuses what is no count, a sum that is none and options that are none", () => {
    expect(fault(() => apportionPercents([1, -1], halfUp))).toMatchObject({
      code: "count-not-whole",
      details: { subject: "a count to apportion", value: -1 },
    });
    expect(fault(() => apportionPercents([Number.MAX_SAFE_INTEGER, 1], halfUp))).toMatchObject({
      code: "count-unsafe",
      details: { subject: "the sum of the counts to apportion" },
    });
    expect(fault(() => apportionPercents([], { rounding: "up", digits: -1 })).code).toBe("digits-invalid");
    // @ts-expect-error TS2322: there is no such rounding
    expect(fault(() => apportionPercents([], { rounding: "hamilton", digits: 0 })).code).toBe(
      "rounding-unknown",
    );
  });
});
