import { atMost, type CellNumber, type Constraint, never, type Premise } from "../constraints/constraint.js";
import type { Side } from "../constraints/steps.js";
import type { Verdict } from "../constraints/verdict.js";
import { type RangeOf, verdictWithin } from "../constraints/within-ranges.js";
import type { PercentageFigure, RateFigure } from "../published/figure.js";
import { readQuotient } from "../published/printed-number.js";
import { constraintsOfFigure, lenient } from "./figure-constraints.js";
import type { PlacedFigure, Problem } from "./problem.js";
import { type Comparison, readingsOfStatement } from "./statement-constraints.js";

/**
 * Whether a figure holds by the ranges alone: no numbers within them break it, however it is compared or rounded. A rounded one never
 * does, nor does one that says "nearly"; one that says "about" does only where it is the number itself.
 */
export function isEntailed(problem: Problem, placed: PlacedFigure, rangeOf: RangeOf): boolean {
  if (placed.figure.kind === "statement")
    return verdictsByReading(placed, rangeOf).every(({ verdict }) => verdict === "holds");
  return verdictWithin(constraintsOfTruth(problem, placed), rangeOf) === "holds";
}

/** The bounds by which a figure is said to hold: with each of them farther out it might not. */
export function boundsRead(
  problem: Problem,
  placed: PlacedFigure,
): readonly { readonly cell: CellNumber; readonly side: Side }[] {
  const { figure, cells } = placed;
  const read: readonly Constraint[] =
    figure.kind === "statement"
      ? readingsOfStatement(figure, cells, premise).flatMap((one) => one.constraints)
      : constraintsOfTruth(problem, placed);
  return read.flatMap((constraint) =>
    constraint.kind !== "linear"
      ? []
      : constraint.cells.map((cell, nth) => ({
          cell,
          side: (constraint.coefficients[nth] ?? 0) > 0 ? ("maximum" as const) : ("minimum" as const),
        })),
  );
}

const premise: Premise = { figure: null, identity: null };

/**
 * What makes a figure true. To refute it, its constraints allow for every rounding and for the last place of "about"; what holds is
 * to be so without any of that.
 */
function constraintsOfTruth(problem: Problem, placed: PlacedFigure): readonly Constraint[] {
  const { figure, cells, constraints } = placed;
  const { wording = "exactly" } = figure;
  const isRounded = figure.kind === "percentage" || figure.kind === "rate";
  if (wording === "nearly") return [never([cells.of.cell], premise)];
  if (isRounded && wording !== "exactly" && wording !== "about" && cells.whole !== null)
    return boundOfQuotient(figure, wording, cells.of.cell, cells.whole);
  if (wording === "about")
    return constraintsOfFigure({ ...figure, wording: "exactly" }, cells, premise, lenient);
  return constraints.flatMap((position) => problem.network.constraints[position] ?? []);
}

/** That a share or rate is at least, more than or up to what is printed, unrounded; of nobody there is none. */
function boundOfQuotient(
  figure: PercentageFigure | RateFigure,
  wording: "at-least" | "more-than" | "up-to",
  part: CellNumber,
  whole: CellNumber,
): readonly Constraint[] {
  const { units, unitsOfWhole } = readQuotient(figure);
  const sign = wording === "up-to" ? -1 : 1;
  const terms = [[whole, sign * units] as const, [part, -sign * unitsOfWhole] as const];
  return [atMost(terms, wording === "more-than" ? -1 : 0, premise), atMost([[whole, -1]], -1, premise)];
}

/** What ranges make of each way to read a statement; of another figure there is none. */
export function verdictsByReading(
  { figure, cells }: Pick<PlacedFigure, "figure" | "cells">,
  rangeOf: RangeOf,
): readonly { readonly by: Comparison; readonly verdict: Verdict }[] {
  if (figure.kind !== "statement") return [];
  return readingsOfStatement(figure, cells, premise).map(({ by, constraints }) => ({
    by,
    verdict: verdictWithin(constraints, rangeOf),
  }));
}
