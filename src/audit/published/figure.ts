import type { Keys } from "../../codebook/keys.js";
import type { Citation } from "../../rule/citation.js";
import type { Coordinates } from "./coordinates.js";

/**
 * How a figure is worded. *At least* and *more than* bound it below, *nearly* and *up to* above. *About* widens it by one
 * unit of its last place (of a count that ends in zeros: of its last digit that is none), and so does *nearly*, downwards.
 * Of a percentage or rate it is said once that is rounded, by whichever rule: "more than 52%" is above 52, "up to 52%" below 53.
 */
export type Wording = "exactly" | "at-least" | "more-than" | "up-to" | "nearly" | "about";

/** What every published figure has. */
export interface FigureBase {
  /** A name of its own within the report, by which findings speak of it. */
  readonly id: string;
  /** Left out: exactly. */
  readonly wording?: Wording;
  /** Where it is printed, if that is not the report's citation. */
  readonly citation?: Citation;
}

/** A number of persons, massacres or incidents. */
export interface CountFigure<K extends Keys = Keys> extends FigureBase {
  readonly kind: "count";
  readonly value: number;
  readonly of: Coordinates<K>;
}

/** A printed percentage. Its text carries its precision: "52" stands for less than "52.0". */
export interface PercentageFigure<K extends Keys = Keys> extends FigureBase {
  readonly kind: "percentage";
  readonly text: string;
  readonly of: Coordinates<K>;
  /**
   * The denominator; the part is what of it has also the coordinates `of`. Each has the period that it states, or else that of
   * the report: of a denominator since January the part is this month's, unless `of` says since January too.
   */
  readonly whole: Coordinates<K>;
}

/** A printed number per day of the period of the cell. */
export interface RateFigure<K extends Keys = Keys> extends FigureBase {
  readonly kind: "rate";
  readonly text: string;
  readonly of: Coordinates<K>;
}

/** How much one cell is above another: "a rise of almost 550 over March". */
export interface DifferenceFigure<K extends Keys = Keys> extends FigureBase {
  readonly kind: "difference";
  readonly value: number;
  /** What is the larger. */
  readonly of: Coordinates<K>;
  /** What is the smaller, another cell; it counts what `of` counts, whose unit need not be named again. */
  readonly than: Coordinates<K>;
}

/**
 * What a statement says, as a comparison of whole numbers. Months of different lengths can be compared by their totals or per
 * day, the same way for all that is compared: a statement *cannot hold* if it does by neither, and *holds* if it does by both.
 * Periods that differ in length by more than months do, as a month and a quarter, are compared per day only.
 * What is compared counts what `of` counts: its unit need not be named again.
 */
export type Statement<K extends Keys = Keys> =
  /** Below, above or the same as each of `than`, which are other cells. */
  | { readonly says: "decrease" | "increase" | "unchanged"; readonly than: readonly Coordinates<K>[] }
  /** As much as, or more (less) than, each of `among`. */
  | { readonly says: "highest" | "lowest"; readonly among: readonly Coordinates<K>[] }
  /** More than half of `whole`; the part has the period that it states, or else that of the report, as in percentages. */
  | { readonly says: "majority"; readonly whole: Coordinates<K> }
  /** More or less than the fraction `part` of `in` of `whole`: "more than one in five" is 1 in 5, "not all" less than 1 in 1. */
  | {
      readonly says: "more-than-fraction" | "less-than-fraction";
      readonly whole: Coordinates<K>;
      readonly part: number;
      readonly in: number;
    };

/** A sentence of the report that compares cells without a number. */
export interface StatementFigure<K extends Keys = Keys> extends FigureBase {
  readonly kind: "statement";
  /** Its words, for the reader of the findings. */
  readonly text: string;
  readonly of: Coordinates<K>;
  readonly statement: Statement<K>;
}

/** A published figure: a number or statement with its coordinates, its wording and its source. */
export type Figure<K extends Keys = Keys> =
  | CountFigure<K>
  | PercentageFigure<K>
  | RateFigure<K>
  | DifferenceFigure<K>
  | StatementFigure<K>;
