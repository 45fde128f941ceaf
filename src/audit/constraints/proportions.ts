import type { CellNumber, Constraint, LinearConstraint, QuotientConstraint } from "./constraint.js";
import { cellsOf, type Network, networkOf } from "./network.js";
import { printsNothing, reachOf } from "./quotient-bounds.js";

/** What a whole that nothing bounds is taken to be, so that shares of it can be compared: as fine as sums stay safe integers. */
const scale = 1_000_000_000;

/** What the shares of one whole say of each other, whatever number it is. */
export interface Proportions {
  readonly whole: CellNumber;
  /** Over cells numbered anew, as parts of so many of the whole. */
  readonly network: Network;
  readonly scale: number;
  /** The number of each cell of the problem in the network. */
  readonly numbers: ReadonlyMap<CellNumber, CellNumber>;
  /** The constraint of the problem that each constraint of the network comes from. */
  readonly origins: readonly number[];
}

/**
 * The proportions to each whole of percentages that no printed number bounds from above: bounds of whole numbers creep there
 * without end, where shares that add up to more than all would be seen at once.
 *
 * Of each solution, every number times one factor, rounded down, satisfies the constraints of the proportions: a contradiction
 * of these, which has no bound for the rounding to hide in, is one of the problem. What is not proportional (a printed
 * number, one more than another) is left out.
 */
export function proportionsOf(
  { constraints, constraintsOf }: Network,
  isOn: (position: number) => boolean,
  maximum: Float64Array,
): Proportions[] {
  // Mostly there are none: of every whole something printed bounds it.
  const roots = new Map<CellNumber, number>();
  const parts = new Set<CellNumber>();
  for (const [position, constraint] of constraints.entries()) {
    if (constraint.kind !== "quotient" || maximum[constraint.whole] !== Infinity) continue;
    if (constraint.part === constraint.whole || printsNothing(constraint) || !isOn(position)) continue;
    parts.add(constraint.part);
    roots.set(constraint.whole, position);
  }
  const highest = [...roots].filter(([whole]) => !parts.has(whole));
  // Where each whole is part of another, in a circle, any of them will do.
  return (highest.length > 0 ? highest : [...roots]).map(([whole, saysItIsSomebody]) => {
    const numbers = new Map<CellNumber, CellNumber>([[whole, 0]]);
    const origins = [saysItIsSomebody, saysItIsSomebody];
    const premise = { figure: null, identity: null };
    const made: LinearConstraint[] = [
      { kind: "linear", cells: [0], coefficients: [1], bound: scale, ...premise },
      { kind: "linear", cells: [0], coefficients: [-1], bound: -scale, ...premise },
    ];
    const seen = new Set<number>();
    const waiting = [whole];
    const numberOf = (cell: CellNumber): CellNumber => {
      const known = numbers.get(cell);
      if (known !== undefined) return known;
      numbers.set(cell, numbers.size);
      waiting.push(cell);
      return numbers.size - 1;
    };
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      for (const position of constraintsOf[cell] ?? []) {
        const constraint = constraints[position];
        if (constraint === undefined || seen.has(position) || !isOn(position)) continue;
        seen.add(position);
        for (const sum of proportional(constraint, maximum)) {
          made.push(rounded(sum, numberOf));
          origins.push(position);
        }
      }
    }
    return { whole, network: networkOf(numbers.size, made), scale, numbers, origins };
  });
}

type Terms = readonly (readonly [cell: CellNumber, coefficient: number])[];

/** The sums that a constraint says are at most 0, of cells that nothing bounds. */
function proportional(constraint: Constraint, maximum: Float64Array): Terms[] {
  switch (constraint.kind) {
    case "linear":
      return constraint.bound > 0 ? [] : unbounded(constraint, maximum);
    case "quotient":
      return cellsOf(constraint).every((cell) => maximum[cell] === Infinity) ? betweenEnds(constraint) : [];
    case "one-of":
      return [];
  }
}

function unbounded({ cells, coefficients }: LinearConstraint, maximum: Float64Array): Terms[] {
  const terms = cells.map((cell, nth) => [cell, coefficients[nth] ?? 0] as const);
  const isBounded = (cell: CellNumber): boolean => maximum[cell] !== Infinity;
  if (terms.some(([cell, coefficient]) => coefficient < 0 && isBounded(cell))) return [];
  // Without what it adds, a sum is still at most as much.
  return [terms.filter(([cell]) => !isBounded(cell))];
}

function betweenEnds(constraint: QuotientConstraint): Terms[] {
  const { part, whole, unitsOfWhole } = constraint;
  const { from, to } = reachOf(constraint);
  return [
    [
      [whole, from],
      [part, -2 * unitsOfWhole],
    ],
    [
      [part, 2 * unitsOfWhole],
      [whole, -to],
    ],
  ];
}

/** That a sum is at most 0 but for what rounding down takes from its negative terms: less than one of each cell, nothing of the whole. */
function rounded(terms: Terms, numberOf: (cell: CellNumber) => CellNumber): LinearConstraint {
  const placed = terms
    .filter(([, coefficient]) => coefficient !== 0)
    .map(([cell, coefficient]) => [numberOf(cell), coefficient] as const);
  const lost = placed.reduce(
    (sum, [cell, coefficient]) => (coefficient < 0 && cell !== 0 ? sum - coefficient : sum),
    0,
  );
  return {
    kind: "linear",
    cells: placed.map(([cell]) => cell),
    coefficients: placed.map(([, coefficient]) => coefficient),
    bound: lost,
    figure: null,
    identity: null,
  };
}
