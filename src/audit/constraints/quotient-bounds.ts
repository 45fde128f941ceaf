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

/**
 * The parts of a whole that print as the quotient: none, if the minimum is above the maximum. Both ends grow with the whole.
 *
 * Nobody of nobody prints as 0, where it prints at all.
 */
export function partsOf(relation: Relation, whole: number): Interval {
  if (whole === 0) return { minimum: 0, maximum: printsNothing(relation) ? 0 : -1 };
  const { from, to, first, last } = reachOf(relation);
  const divisor = 2 * relation.unitsOfWhole;
  return {
    minimum: Math.max(0, ceiling(from, whole, divisor, first)),
    maximum: floor(to, whole, divisor, last),
  };
}

/** Whether the quotient may be 0, so that its whole may be nobody. */
export function printsNothing({ units, widening }: Relation): boolean {
  return units <= widening;
}

/** How many wholes are tried from one end, to see whether any part of them prints as the quotient. */
const mostTries = 20_000;

/**
 * The least of the wholes of which a part in bounds prints as the quotient, null if there is none. After many tries it is
 * the last one tried: none below it has such a part.
 */
export function leastWhole(relation: Relation, part: Interval, whole: Interval): number | null {
  let value = Math.max(whole.minimum, wholesAround(relation, part.minimum).minimum);
  for (let tried = 0; value !== Infinity && value <= whole.maximum; tried++) {
    const { minimum, maximum } = partsOf(relation, value);
    if (minimum > part.maximum) return null;
    if (tried >= mostTries || (minimum <= maximum && maximum >= part.minimum)) return value;
    // No whole has a part before the next part has one.
    value = minimum > maximum ? Math.max(value + 1, wholesAround(relation, minimum).minimum) : value + 1;
  }
  return null;
}

/** The greatest of them, but the minimum if there is none; `Infinity` if nothing bounds them. Of many tries as above. */
export function greatestWhole(relation: Relation, part: Interval, whole: Interval): number {
  const around = part.maximum === Infinity ? Infinity : wholesAround(relation, part.maximum).maximum;
  const first = Math.min(whole.maximum, around);
  if (first === Infinity) return Infinity;
  let value = first;
  for (let tried = 0; value > whole.minimum && tried < mostTries; tried++) {
    const { minimum, maximum } = partsOf(relation, value);
    if (minimum <= maximum && minimum <= part.maximum && maximum >= part.minimum) break;
    value = minimum > maximum ? Math.min(value - 1, wholesAround(relation, maximum).maximum) : value - 1;
  }
  return Math.max(value, whole.minimum);
}

/** The wholes between which those of a part lie that print as the quotient. */
export function wholesAround(relation: Relation, part: number): Interval {
  const { from, to, first, last } = reachOf(relation);
  const scale = 2 * relation.unitsOfWhole;
  // part / whole is between from and to: whole is between part / to and part / from.
  const minimum = part === 0 ? 0 : to <= 0 ? Infinity : ceiling(scale, part, to, last);
  return { minimum, maximum: from <= 0 ? Infinity : floor(scale, part, from, first) };
}

/** Whether a cell may be the quotient of itself: whether 1, or a hundred per cent, prints as it. */
export function printsAll(relation: Relation): boolean {
  const { from, to, first, last } = reachOf(relation);
  const all = 2 * relation.unitsOfWhole;
  return (first ? from <= all : from < all) && (last ? all <= to : all < to);
}

/** Whether the part of such a quotient is more than its whole, by whatever its rounding and "about" allow. */
export function isAboveAll(relation: Relation): boolean {
  const { from, first } = reachOf(relation);
  const all = 2 * relation.unitsOfWhole;
  return first ? from > all : from >= all;
}

const reaches = new WeakMap<Relation, Reach>();

/** The ends between which the quotient was before it was rounded. Remembered, since bounds ask for it all the time. */
export function reachOf(relation: Relation): Reach {
  const known = reaches.get(relation);
  if (known !== undefined) return known;
  const { units, rounding, widening } = relation;
  const below = reachOfUnits(units - widening, rounding);
  const above = reachOfUnits(units + widening, rounding);
  const reach = { from: below.from, first: below.first, to: above.to, last: above.last };
  reaches.set(relation, reach);
  return reach;
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

/** The least whole number above `a * b / divisor`, or equal to it if that `counts`; the divisor is positive. */
function ceiling(a: number, b: number, divisor: number, counts: boolean): number {
  const below = -floor(-a, b, divisor, counts);
  return below === 0 ? 0 : below;
}

/** The greatest whole number below `a * b / divisor`, or equal to it if that `counts`; the divisor is positive. */
function floor(a: number, b: number, divisor: number, counts: boolean): number {
  const product = a * b;
  // Of safe whole numbers the quotient is never rounded up to a whole number that it does not reach.
  if (Number.isSafeInteger(product)) {
    const whole = Math.floor(product / divisor);
    return !counts && whole * divisor === product ? whole - 1 : whole;
  }
  return Number(floorOfLarge(BigInt(a) * BigInt(b), BigInt(divisor), counts));
}

function floorOfLarge(numerator: bigint, divisor: bigint, counts: boolean): bigint {
  const towardZero = numerator / divisor;
  const remainder = numerator % divisor;
  if (remainder === 0n) return counts ? towardZero : towardZero - 1n;
  return remainder < 0n ? towardZero - 1n : towardZero;
}
