import fc from "fast-check";
import { type PrintOptions } from "../../src/number/print-options.js";
import { type Range, range } from "../../src/number/range.js";
import { type Rounding, roundings } from "../../src/number/rounding.js";
import { type Share } from "../../src/number/share.js";

/** Counts of every size; small ones often, so that zeros, ties and repetitions occur. */
export const counts = (): fc.Arbitrary<number> => fc.oneof(fc.nat(20), fc.nat(1000), fc.maxSafeNat());

/** Counts of 1 or more. */
export const positiveCounts = (): fc.Arbitrary<number> => counts().map((count) => (count === 0 ? 1 : count));

/** Lists of counts whose sum is a count too: the steps between sorted marks. */
export const summableCounts = (): fc.Arbitrary<number[]> =>
  fc.array(counts()).map((marks) => {
    const sorted = [...marks].sort((a, b) => a - b);
    return sorted.map((mark, position) => mark - (sorted[position - 1] ?? 0));
  });

/** Shares of a whole that is known and not 0. */
export const shares = (): fc.Arbitrary<{ part: number; whole: number }> =>
  fc
    .tuple(counts(), positiveCounts())
    .map(([one, other]) => ({ part: Math.min(one, other), whole: Math.max(one, other) }));

/** Shares of every kind: of something, of nothing, of an unknown whole. */
export const anyShares = (): fc.Arbitrary<Share> =>
  fc.oneof(
    { weight: 4, arbitrary: shares() },
    { weight: 1, arbitrary: fc.constant({ part: 0, whole: 0 }) },
    { weight: 1, arbitrary: counts().map((part) => ({ part, whole: null })) },
  );

/** Quotients that lie exactly half-way between two whole numbers, with the lower of the two. */
export const ties = (): fc.Arbitrary<{ numerator: number; denominator: number; below: number }> =>
  fc
    .oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2 ** 52 - 1 }))
    .chain((half) =>
      fc
        .oneof(fc.nat(Math.min(5, mostBelow(half))), fc.nat(mostBelow(half)))
        .map((below) => ({ numerator: (2 * below + 1) * half, denominator: 2 * half, below })),
    );

const mostBelow = (half: number): number => Math.floor((Math.floor(Number.MAX_SAFE_INTEGER / half) - 1) / 2);

export const anyRounding = (): fc.Arbitrary<Rounding> => fc.constantFrom(...roundings);

export const anyDigits = (): fc.Arbitrary<number> => fc.nat(6);

export const printOptions = (): fc.Arbitrary<PrintOptions> =>
  fc.record({ rounding: anyRounding(), digits: anyDigits() });

/** Ranges that can be added up to four at a time, upside-down ones among them. */
export const ranges = (): fc.Arbitrary<Range> =>
  fc
    .tuple(counts(), counts())
    .map(([minimum, maximum]) => range(Math.floor(minimum / 4), Math.floor(maximum / 4)));
