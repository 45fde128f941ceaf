import { type Box, isInside } from "../cells/box.js";
import type { CellRegistry } from "../cells/cell.js";
import type { CoordinateReader } from "../cells/read-coordinates.js";
import {
  type AnyRounding,
  atLeast,
  atMost,
  type CellNumber,
  type Constraint,
  never,
  type Premise,
  type QuotientConstraint,
} from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";
import { type Interval, isAboveAll } from "../constraints/quotient-bounds.js";
import type { Coordinates } from "../published/coordinates.js";
import type { Figure } from "../published/figure.js";
import { readQuotient, worded } from "../published/printed-number.js";
import { inclusionConventions } from "./derive-inclusions.js";
import { constraintsOfStatement, type TimedCell } from "./statement-constraints.js";

/** The cells that a figure speaks of. */
export interface FigureCells {
  /** The cell that it counts; of a percentage, the part. */
  readonly of: TimedCell;
  /** The denominator of a percentage, a rate or a statement of shares. */
  readonly whole: CellNumber | null;
  /** The conventions by which a share is one of a part, so that it is no more than all; null if it need not be, or is no share. */
  readonly partBy: readonly Convention[] | null;
  /** What it is compared with. */
  readonly than: readonly TimedCell[];
}

/** How percentages and rates are read. */
export interface QuotientReading {
  readonly rounding: AnyRounding;
  /** Whether "about" widens them by one unit. */
  readonly widened: boolean;
}

/** The reading that refutes least: any rounding, "about" widened. */
export const lenient: QuotientReading = { rounding: "any", widened: true };

/** Finds or makes the cells of a figure; `null` if its coordinates leave nobody. */
export function cellsOfFigure(
  figure: Figure,
  reader: CoordinateReader,
  cells: CellRegistry,
  constantOf: (value: number) => CellNumber,
): FigureCells {
  const timed = (box: Box): TimedCell => ({ cell: cells.numberOf(box), days: box.end - box.start });
  const of = reader.boxOf(figure.of);
  // What a cell is compared with counts the same, unless it says otherwise.
  const compared = (than: Coordinates): TimedCell => timed(reader.boxOf({ unit: of.unit }, than));
  switch (figure.kind) {
    case "count":
      return { of: timed(of), whole: null, partBy: null, than: [] };
    case "rate":
      return { of: timed(of), whole: constantOf(of.end - of.start), partBy: null, than: [] };
    case "difference":
      return { of: timed(of), whole: null, partBy: null, than: [compared(figure.than)] };
    case "percentage":
      return shareCells(figure.whole, figure.of);
    case "statement": {
      const { statement } = figure;
      switch (statement.says) {
        case "highest":
        case "lowest":
          return { of: timed(of), whole: null, partBy: null, than: statement.among.map(compared) };
        case "decrease":
        case "increase":
        case "unchanged":
          return { of: timed(of), whole: null, partBy: null, than: statement.than.map(compared) };
        case "majority":
        case "more-than-fraction":
        case "less-than-fraction":
          return shareCells(statement.whole, figure.of);
      }
    }
  }

  function shareCells(whole: Coordinates, of: Coordinates): FigureCells {
    const [part, around] = [reader.partOf(whole, of), reader.boxOf(whole)];
    return {
      of: timed(part),
      whole: cells.numberOf(around),
      partBy: isInside(part, around, reader.rules) ? inclusionConventions(part, around) : null,
      than: [],
    };
  }
}

/** The cells that a figure speaks of: what it counts, and what it is compared with. */
export function cellsSpokenOf({ of, whole, than }: FigureCells): CellNumber[] {
  return [of.cell, ...(whole === null ? [] : [whole]), ...than.map(({ cell }) => cell)];
}

/** The constraints that a figure puts on its cells: as many of them by every reading. */
export function constraintsOfFigure(
  figure: Figure,
  { of, whole, partBy, than }: FigureCells,
  premise: Premise,
  reading: QuotientReading,
): readonly Constraint[] {
  const wording = figure.wording ?? "exactly";
  // "Nearly" is no more than what is printed, whatever it means below.
  const least: Premise = {
    ...premise,
    conventions: wording === "about" || wording === "nearly" ? ["about-one-unit"] : [],
  };
  const most: Premise = { ...premise, conventions: wording === "about" ? ["about-one-unit"] : [] };
  switch (figure.kind) {
    case "count":
      return between([[of.cell, 1]], worded(figure.value, wording), least, most);
    case "difference": {
      const terms = [[of.cell, 1] as const, ...than.map(({ cell }) => [cell, -1] as const)];
      return between(terms, worded(figure.value, wording), least, most);
    }
    case "percentage":
    case "rate": {
      const { units, unitsOfWhole } = readQuotient(figure);
      if (whole === null) return [];
      const aboveAll = (side: Premise): Constraint =>
        never([of.cell, whole], { ...side, conventions: [...(side.conventions ?? []), ...(partBy ?? [])] });
      if (wording !== "exactly" && wording !== "about") {
        // By some rounding it is one of these numbers: above what is one less than the least, below what is one more than the most.
        const { minimum, maximum } = worded(units, wording, 1);
        const compared = (to: number, coefficient: 1 | -1, side: Premise): Constraint =>
          atMost(
            [
              [of.cell, coefficient * unitsOfWhole],
              [whole, -coefficient * to],
            ],
            -1,
            side,
          );
        const isAbove = partBy !== null && minimum > unitsOfWhole;
        return [
          ...(minimum === 0 ? [] : [isAbove ? aboveAll(least) : compared(minimum - 1, -1, least)]),
          ...(maximum === Infinity ? [] : [compared(maximum + 1, 1, most)]),
        ];
      }
      const widening = wording === "about" && reading.widened ? 1 : 0;
      const { rounding } = reading;
      const quotient: QuotientConstraint = {
        kind: "quotient",
        part: of.cell,
        whole,
        units,
        unitsOfWhole,
        rounding,
        widening,
        ...most,
      };
      return [partBy !== null && isAboveAll(quotient) ? aboveAll(most) : quotient];
    }
    case "statement":
      return constraintsOfStatement(figure, { of, whole, than }, premise);
  }
}

function between(
  terms: readonly (readonly [cell: CellNumber, coefficient: number])[],
  { minimum, maximum }: Interval,
  least: Premise,
  most: Premise,
): Constraint[] {
  const lower = atLeast(terms, minimum, least);
  return maximum === Infinity ? [lower] : [atMost(terms, maximum, most), lower];
}
