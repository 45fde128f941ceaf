import type { CellNumber, Constraint, OneOfConstraint } from "./constraint.js";
import type { Interval } from "./quotient-bounds.js";
import type { Verdict } from "./verdict.js";

/** What is known of a cell; a maximum of `Infinity` is none. */
export type RangeOf = (cell: CellNumber) => Interval;

/** Whether no numbers within ranges satisfy any of the readings. */
export function isRefuted({ readings }: OneOfConstraint, rangeOf: RangeOf): boolean {
  return readings.every((reading) => verdictWithin(reading, rangeOf) === "cannot-hold");
}

/** Whether all numbers within ranges satisfy some constraints, none does, or it depends. */
export function verdictWithin(constraints: readonly Constraint[], rangeOf: RangeOf): Verdict {
  const sums = constraints.map((constraint) => {
    if (constraint.kind !== "linear") return { least: -Infinity, most: Infinity, bound: 0 };
    const { cells, coefficients, bound } = constraint;
    const sum = (end: "least" | "most"): number => {
      const terms = cells.map((cell, nth) => {
        const coefficient = coefficients[nth] ?? 0;
        const { minimum, maximum } = rangeOf(cell);
        return coefficient * (coefficient > 0 === (end === "most") ? maximum : minimum);
      });
      // Beyond the safe integers nothing is concluded.
      const size = terms.reduce((total, term) => total + Math.abs(term), 0);
      if (size > Number.MAX_SAFE_INTEGER) return end === "most" ? Infinity : -Infinity;
      return terms.reduce((total, term) => total + term, 0);
    };
    return { least: sum("least"), most: sum("most"), bound };
  });
  if (sums.some(({ least, bound }) => least > bound)) return "cannot-hold";
  return sums.every(({ most, bound }) => most <= bound) ? "holds" : "undetermined";
}
