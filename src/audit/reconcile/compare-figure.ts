import { fixedPointText } from "../../number/fixed-point.js";
import { divideRounded } from "../../number/quotient.js";
import { roundings } from "../../number/rounding.js";
import type { CellNumber, Constraint } from "../constraints/constraint.js";
import { type Interval, leastWhole, printsAll } from "../constraints/quotient-bounds.js";
import { constraintsOfFigure, type FigureCells, lenient } from "../identities/figure-constraints.js";
import { readingsOfStatement } from "../identities/statement-constraints.js";
import type { Figure } from "../published/figure.js";
import { readQuotient } from "../published/printed-number.js";
import { numbered } from "../words/amounts.js";
import { byEachComparison } from "../words/relation-words.js";
import type { ReconciledFigure } from "./reconciliation.js";
import type { Recounted } from "./recounted.js";

/**
 * Compares a printed figure with what records give for its cells: it agrees if its constraints hold of those who are known to
 * be in them, and may agree if they can hold of some number up to everybody who may be, or by one of two ways to compare
 * periods of different lengths.
 */
export function compareFigure(
  figure: Figure,
  cells: FigureCells,
  values: readonly Recounted[],
): Omit<ReconciledFigure, "figure"> {
  const premise = { figure: null, identity: null };
  // A statement of periods of different lengths can be meant in totals or per day.
  const readings: readonly (readonly Constraint[])[] =
    figure.kind === "statement"
      ? readingsOfStatement(figure, cells, premise).map(({ constraints }) => constraints)
      : [constraintsOfFigure(figure, cells, premise, lenient)];
  const canHoldIn = (box: readonly Interval[], constraints: readonly Constraint[]): boolean =>
    constraints.every((one) => canHold(one, box));
  const counted = values.map((value) => ({ minimum: value.counted, maximum: value.counted }));
  const between = values.map((value) => ({ minimum: value.counted, maximum: value.maximum }));
  const isNobody = figure.kind === "percentage" && values[cells.whole ?? -1]?.maximum === 0;
  const outcome = isNobody
    ? "differs"
    : readings.every((reading) => canHoldIn(counted, reading))
      ? "agrees"
      : readings.some((reading) => canHoldIn(between, reading))
        ? "may-agree"
        : "differs";
  const doubts = [...new Set(values.flatMap((value) => value.doubts))];
  const wording = figure.wording ?? "exactly";
  const would = isNobody ? ["a share of nothing has no percentage"] : [];
  const shown = (cell: CellNumber | null | undefined): string => rangeText(between[cell ?? -1]);
  const remarkOf = (more: readonly string[]): string | null =>
    [...would, ...more, ...doubts].join("; ") || null;
  switch (figure.kind) {
    case "count":
    case "difference": {
      const [of, than] = [values[cells.of.cell], values[cells.than[0]?.cell ?? -1]];
      const value = (of?.counted ?? 0) - (than?.counted ?? 0);
      const range = {
        minimum: (of?.counted ?? 0) - (than?.maximum ?? 0),
        maximum: (of?.maximum ?? 0) - (than?.counted ?? 0),
      };
      const isWorded = outcome === "agrees" && value !== figure.value;
      return {
        outcome,
        recomputed: rangeText(range),
        difference: value - figure.value,
        roundings: [],
        remark: remarkOf(isWorded ? [`agrees as it is worded, "${wording}"`] : []),
      };
    }
    case "percentage":
    case "rate": {
      const [part, whole] = [values[cells.of.cell]?.counted ?? 0, values[cells.whole ?? -1]?.counted ?? 0];
      const { units, digits, unitsOfWhole } = readQuotient(figure);
      const printed = roundings.flatMap((rounding) =>
        whole === 0 ? [] : [{ rounding, units: divideRounded(part * unitsOfWhole, whole, rounding) }],
      );
      const matching = printed.filter((one) => one.units === units).map(({ rounding }) => rounding);
      const texts = [...new Set(printed.map((one) => fixedPointText(one.units, digits)))].join(" or ");
      const isPrinted = matching.length > 0 || whole === 0;
      return {
        outcome,
        recomputed:
          figure.kind === "percentage"
            ? `${shown(cells.of.cell)} of ${shown(cells.whole)}`
            : `${shown(cells.of.cell)} in ${numbered(shown(cells.whole), "day")}`,
        difference: null,
        roundings: matching,
        remark: remarkOf(isPrinted ? [] : [`the records would print ${texts}`]),
      };
    }
    case "statement": {
      const each = byEachComparison({ figure, cells }, (cell) => between[cell] ?? { minimum: 0, maximum: 0 });
      const others = [...cells.than.map(({ cell }) => cell), ...(cells.whole === null ? [] : [cells.whole])];
      return {
        outcome,
        recomputed: `${shown(cells.of.cell)} against ${others.map(shown).join(", ")}`,
        difference: null,
        roundings: [],
        remark: remarkOf(each === null ? [] : [each]),
      };
    }
  }
}

/** Whether numbers within these bounds satisfy a constraint; of several constraints each may need others. */
function canHold(constraint: Constraint, box: readonly Interval[]): boolean {
  const at = (cell: CellNumber): Interval => box[cell] ?? { minimum: 0, maximum: 0 };
  if (constraint.kind === "one-of")
    return constraint.readings.some((reading) => reading.every((one) => canHold(one, box)));
  if (constraint.kind === "quotient") {
    if (constraint.part !== constraint.whole)
      return leastWhole(constraint, at(constraint.part), at(constraint.whole)) !== null;
    return at(constraint.whole).maximum > 0 && printsAll(constraint);
  }
  const least = constraint.cells.reduce((sum, cell, nth) => {
    const coefficient = constraint.coefficients[nth] ?? 0;
    return sum + coefficient * (coefficient > 0 ? at(cell).minimum : at(cell).maximum);
  }, 0);
  return least <= constraint.bound;
}

function rangeText({ minimum, maximum }: Interval = { minimum: 0, maximum: 0 }): string {
  if (minimum === maximum) return String(minimum);
  if (minimum === -Infinity) return maximum === Infinity ? "any number" : `${maximum} or less`;
  return maximum === Infinity ? `${minimum} or more` : `${minimum} to ${maximum}`;
}
