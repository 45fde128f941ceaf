import type { AnyRounding, QuotientConstraint } from "./constraint.js";

/** The whole numbers from `minimum` to `maximum`; a maximum of `Infinity` is none. */
export interface Interval {
  readonly minimum: number;
  readonly maximum: number;
}

type Relation = Pick<QuotientConstraint, "units" | "unitsOfWhole" | "rounding" | "widening">;

/** Where a rounded number can have come from, in half units, and whether the two ends belong to it. */
interface Reach {
  readonly from: number;
  readonly to: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** The parts that print as the quotient of a whole; `null` if no whole number does. A whole of 0 prints no quotient. */
export function partsOf(relation: Relation, whole: number): Interval | null {
  if (whole === 0) return null;
  const { from, to, first, last } = reachOf(relation);
  const divisor = 2n * BigInt(relation.unitsOfWhole);
  const minimum = ceiling(BigInt(from) * BigInt(whole), divisor, first);
  const maximum = floor(BigInt(to) * BigInt(whole), divisor, last);
  const least = minimum < 0n ? 0n : minimum;
  return least > maximum ? null : { minimum: Number(least), maximum: Number(maximum) };
}

/** The wholes of which a part prints as the quotient; a maximum of `Infinity` where nothing bounds them. */
export function wholesOf(relation: Relation, part: number): Interval | null {
  const { from, to, first, last } = reachOf(relation);
  const scaled = 2n * BigInt(relation.unitsOfWhole) * BigInt(part);
  // part / whole is between from and to: whole is between part / to and part / from.
  if (to < 0 || (to === 0 && !last)) return null;
  if (to === 0) return part === 0 ? { minimum: 1, maximum: Infinity } : null;
  const minimum = ceiling(scaled, BigInt(to), last);
  const least = minimum < 1n ? 1n : minimum;
  if (from < 0 || (from === 0 && first)) return { minimum: Number(least), maximum: Infinity };
  if (from === 0) return part === 0 ? null : { minimum: Number(least), maximum: Infinity };
  const maximum = floor(scaled, BigInt(from), first);
  return least > maximum ? null : { minimum: Number(least), maximum: Number(maximum) };
}

function reachOf({ units, rounding, widening }: Relation): Reach {
  const below = reachOfUnits(units - widening, rounding);
  const above = reachOfUnits(units + widening, rounding);
  return { from: below.from, first: below.first, to: above.to, last: above.last };
}

function reachOfUnits(units: number, rounding: AnyRounding): Reach {
  const even = units % 2 === 0;
  switch (rounding) {
    case "any":
      return { from: 2 * units - 2, to: 2 * units + 2, first: false, last: false };
    case "down":
      return { from: 2 * units, to: 2 * units + 2, first: true, last: false };
    case "up":
      return { from: 2 * units - 2, to: 2 * units, first: false, last: true };
    case "half-up":
      return { from: 2 * units - 1, to: 2 * units + 1, first: true, last: false };
    case "half-down":
      return { from: 2 * units - 1, to: 2 * units + 1, first: false, last: true };
    case "half-even":
      return { from: 2 * units - 1, to: 2 * units + 1, first: even, last: even };
  }
}

/** The least whole number above a quotient, or equal to it if that `counts`; the divisor is positive. */
function ceiling(numerator: bigint, divisor: bigint, counts: boolean): bigint {
  return -floor(-numerator, divisor, counts);
}

/** The greatest whole number below a quotient, or equal to it if that `counts`; the divisor is positive. */
function floor(numerator: bigint, divisor: bigint, counts: boolean): bigint {
  const towardZero = numerator / divisor;
  const remainder = numerator % divisor;
  if (remainder === 0n) return counts ? towardZero : towardZero - 1n;
  return remainder < 0n ? towardZero - 1n : towardZero;
}
