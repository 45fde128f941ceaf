import {
  atLeast,
  atMost,
  type CellNumber,
  type Constraint,
  type LinearConstraint,
  oneOf,
  type Premise,
} from "../constraints/constraint.js";
import type { StatementFigure } from "../published/figure.js";

/** A cell and the number of days of its period. */
export interface TimedCell {
  readonly cell: CellNumber;
  readonly days: number;
}

/** In days. */
const shortestMonth = 28;
const longestMonth = 31;

/** How numbers of periods of different lengths can be compared: as they are printed, or per day. */
export type Comparison = "in-totals" | "per-day";

/** What a statement says, if it compares in one of these ways. */
export interface StatementReading {
  readonly by: Comparison;
  readonly constraints: readonly LinearConstraint[];
}

/** The cells that a statement speaks of. */
interface StatementCells {
  readonly of: TimedCell;
  readonly whole: CellNumber | null;
  readonly than: readonly TimedCell[];
}

/**
 * What a statement can mean, the same for all that it compares: of periods of one length one thing; of lengths that differ no
 * more than those of months do, what it says in totals or what it says per day; of others, as a month and a quarter, per day alone.
 */
export function readingsOfStatement(
  figure: Pick<StatementFigure, "statement">,
  cells: StatementCells,
  premise: Premise,
): readonly StatementReading[] {
  const days = [cells.of, ...cells.than].map((one) => one.days);
  const [shortest, longest] = [Math.min(...days), Math.max(...days)];
  const ways: readonly Comparison[] =
    shortest === longest
      ? ["in-totals"]
      : longest * shortestMonth <= shortest * longestMonth
        ? ["in-totals", "per-day"]
        : ["per-day"];
  return ways.map((by) => ({ by, constraints: constraintsBy(figure, cells, premise, by) }));
}

/** The constraints of a statement: that one of its readings holds, and the bounds that follow whichever does. */
export function constraintsOfStatement(
  figure: Pick<StatementFigure, "statement">,
  cells: StatementCells,
  premise: Premise,
): readonly Constraint[] {
  const readings = readingsOfStatement(figure, cells, premise).map(({ constraints }) => constraints);
  const [only, ...others] = readings;
  if (only !== undefined && others.length === 0) return only;
  return [...constraintsBy(figure, cells, premise, "either"), oneOf(readings, premise)];
}

/** Of *either* comparison what follows from each. Per day is count times the other's days, which are whole numbers again. */
function constraintsBy(
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
