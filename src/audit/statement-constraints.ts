import { atLeast, atMost, type CellNumber, type LinearConstraint, type Premise } from "./constraint.js";
import type { StatementFigure } from "./figure.js";

/** A cell and the number of days of its period. */
export interface TimedCell {
  readonly cell: CellNumber;
  readonly days: number;
}

/** How numbers of periods of different lengths can be compared: as they are printed, or per day. */
export const comparisons = ["in-totals", "per-day"] as const;

/** One of these ways. */
export type Comparison = (typeof comparisons)[number];

/** The cells that a statement speaks of. */
interface StatementCells {
  readonly of: TimedCell;
  readonly whole: CellNumber | null;
  readonly than: readonly TimedCell[];
}

/**
 * The constraints of a statement as it is meant by one comparison, or by *either*: then only what both contradict is against
 * it. Per day is count times the other's days, which are whole numbers again.
 */
export function constraintsOfStatement(
  { statement }: Pick<StatementFigure, "statement">,
  { of, whole, than }: StatementCells,
  premise: Premise,
  by: Comparison | "either",
): readonly LinearConstraint[] {
  const against = (other: TimedCell, isPerDay: boolean) =>
    [
      [of.cell, isPerDay ? other.days : 1],
      [other.cell, isPerDay ? -of.days : -1],
    ] as const;
  // Of two upper bounds the greater refutes less, of two lower bounds the smaller: per day a longer period may have more.
  const below = (other: TimedCell) =>
    against(other, by === "either" ? of.days > other.days : by === "per-day");
  const above = (other: TimedCell) =>
    against(other, by === "either" ? of.days < other.days : by === "per-day");
  switch (statement.says) {
    case "decrease":
      return than.map((other) => atMost(below(other), -1, premise));
    case "increase":
      return than.map((other) => atLeast(above(other), 1, premise));
    case "unchanged":
      return than.flatMap((other) => [atMost(below(other), 0, premise), atLeast(above(other), 0, premise)]);
    case "highest":
      return than.map((other) => atLeast(above(other), 0, premise));
    case "lowest":
      return than.map((other) => atMost(below(other), 0, premise));
    case "majority":
      return fraction(2, 1, (terms) => atLeast(terms, 1, premise));
    case "more-than-fraction":
      return fraction(statement.in, statement.part, (terms) => atLeast(terms, 1, premise));
    case "less-than-fraction":
      return fraction(statement.in, statement.part, (terms) => atMost(terms, -1, premise));
  }

  function fraction(
    parts: number,
    wholes: number,
    bounded: (terms: readonly (readonly [cell: CellNumber, coefficient: number])[]) => LinearConstraint,
  ): LinearConstraint[] {
    if (whole === null) return [];
    return [
      bounded([
        [of.cell, parts],
        [whole, -wholes],
      ]),
    ];
  }
}
