import type { Rounding } from "../../number/rounding.js";
import type { Convention } from "./convention.js";

/** The numbers of cells are whole and at least 0; each cell is named by its position among all. */
export type CellNumber = number;

/**
 * What a constraint rests on: a printed figure, an identity, or a printed figure by an identity. A search for conflicts
 * leaves out figures and identities, and with them their constraints.
 */
export interface Premise {
  readonly figure: number | null;
  readonly identity: number | null;
  /** The conventions that it rests on, where these are not all of its identity's: of the two sides of an equality each has its own. */
  readonly conventions?: readonly Convention[];
}

/** The sum of coefficient times cell is at most the bound. An equality is two of these. */
export interface LinearConstraint extends Premise {
  readonly kind: "linear";
  readonly cells: readonly CellNumber[];
  readonly coefficients: readonly number[];
  readonly bound: number;
}

/** How a quotient was rounded: by a rule, or by any of them, each quotient by its own. */
export type AnyRounding = Rounding | "any";

/** The part is a printed number of hundredths (or other units) of the whole, after rounding. */
export interface QuotientConstraint extends Premise {
  readonly kind: "quotient";
  readonly part: CellNumber;
  readonly whole: CellNumber;
  /** The printed number in units of its last place, and how many of these units are the whole. */
  readonly units: number;
  readonly unitsOfWhole: number;
  readonly rounding: AnyRounding;
  /** How many units it may be off beyond the rounding: 1 for "about". */
  readonly widening: number;
}

/** At least one of several readings holds, each of them with all its constraints. */
export interface OneOfConstraint extends Premise {
  readonly kind: "one-of";
  /** Every cell that a reading speaks of, once. */
  readonly cells: readonly CellNumber[];
  readonly readings: readonly (readonly LinearConstraint[])[];
}

/** A constraint between cells. */
export type Constraint = LinearConstraint | QuotientConstraint | OneOfConstraint;

/** The constraint that at least one of several readings holds. */
export function oneOf(readings: readonly (readonly LinearConstraint[])[], premise: Premise): OneOfConstraint {
  const cells = [...new Set(readings.flat().flatMap((constraint) => constraint.cells))];
  return { kind: "one-of", cells, readings, ...premise };
}

/** The same constraint between cells of other numbers. */
export function renumbered(constraint: Constraint, numberOf: (cell: CellNumber) => CellNumber): Constraint {
  const linear = (one: LinearConstraint): LinearConstraint => ({ ...one, cells: one.cells.map(numberOf) });
  switch (constraint.kind) {
    case "linear":
      return linear(constraint);
    case "quotient":
      return { ...constraint, part: numberOf(constraint.part), whole: numberOf(constraint.whole) };
    case "one-of":
      return {
        ...constraint,
        cells: constraint.cells.map(numberOf),
        readings: constraint.readings.map((reading) => reading.map(linear)),
      };
  }
}

/** The constraint that a sum of cells is at most a bound. */
export function atMost(
  terms: readonly (readonly [cell: CellNumber, coefficient: number])[],
  bound: number,
  premise: Premise,
): LinearConstraint {
  const summed = new Map<CellNumber, number>();
  for (const [cell, coefficient] of terms) summed.set(cell, (summed.get(cell) ?? 0) + coefficient);
  const kept = [...summed].filter(([, coefficient]) => coefficient !== 0);
  return {
    kind: "linear",
    cells: kept.map(([cell]) => cell),
    coefficients: kept.map(([, coefficient]) => coefficient),
    bound,
    ...premise,
  };
}

/** The constraint that a sum of cells is at least a bound. */
export function atLeast(
  terms: readonly (readonly [cell: CellNumber, coefficient: number])[],
  bound: number,
  premise: Premise,
): LinearConstraint {
  return atMost(
    terms.map(([cell, coefficient]) => [cell, -coefficient] as const),
    -bound,
    premise,
  );
}

/** The constraints that parts are a whole: that they are at most it, and that it is at most they, each by conventions of its own. */
export function wholeOfParts(
  whole: CellNumber,
  parts: readonly CellNumber[],
  identity: number,
  { within, complete }: { readonly within: readonly Convention[]; readonly complete: readonly Convention[] },
): LinearConstraint[] {
  const terms = [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)];
  return [
    atMost(terms, 0, { figure: null, identity, conventions: within }),
    atLeast(terms, 0, { figure: null, identity, conventions: complete }),
  ];
}

/** A constraint on cells that no numbers satisfy: at least 0 each, they are less than 0 together. */
export function never(cells: readonly CellNumber[], premise: Premise): LinearConstraint {
  return atMost(
    cells.map((cell) => [cell, 1] as const),
    -1,
    premise,
  );
}

/** The two constraints that a sum of cells is a number. */
export function equalTo(
  terms: readonly (readonly [cell: CellNumber, coefficient: number])[],
  value: number,
  premise: Premise,
): LinearConstraint[] {
  return [atMost(terms, value, premise), atLeast(terms, value, premise)];
}
