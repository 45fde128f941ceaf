import type { Keys } from "../../codebook/keys.js";
import type { Citation } from "../../rule/citation.js";
import type { Coordinates, OneOrMore } from "./coordinates.js";
import type { Figure } from "./figure.js";

/**
 * Rows that share out a cell: each person of `of` stands in one row at most, and in a table printed whole in one exactly.
 *
 * Rows are coordinates on top of those of `of`: `{ perpetrator: "regime", population: "civilians" }`. Where blanks are not zeros,
 * a row may have no figure (one that is known and not on the page): the audit says what the others force it to be. Rows that
 * are not known to exclude each other (children and females) are refused, with an issue.
 */
export type PublishedTable<K extends Keys = Keys> = PublishedRows<K> & (PrintedColumns<K> | ZeroColumns<K>);

/** The rows of a table, and the cell that they share out. */
export interface PublishedRows<K extends Keys = Keys> {
  readonly id: string;
  readonly of: Coordinates<K>;
  readonly rows: readonly Coordinates<K>[];
  /** Whether nobody of `of` is outside the rows. If not, the rows stay below `of`, and what is missing has a range. */
  readonly whole: boolean;
}

/** Whom a column of a table counts of each row. Of parties, places or months, each of which is in one row only, there are rows. */
export type TableColumn<K extends Keys = Keys> = Pick<
  Coordinates<K>,
  "demographic" | "category" | "inMassacres"
>;

/** The columns of a table in which a blank is a number that is merely not printed. */
export interface PrintedColumns<K extends Keys = Keys> {
  readonly blank: "not-printed";
  /**
   * The columns besides the plain count, on top of each row: `[{ demographic: "child" }, { category: "torture" }]`. Left out:
   * every demographic or category of which a figure stands in a row.
   */
  readonly columns?: readonly TableColumn<K>[];
}

/**
 * The columns of a table in which a blank is a zero. Only the report can say which these are, and which rows are on the page:
 * one of which nothing is printed is refused.
 */
export interface ZeroColumns<K extends Keys = Keys> {
  readonly blank: "zero";
  /** The columns besides the plain count, whose blanks are never zeros, on top of each row: `[{ demographic: "child" }]`. */
  readonly columns: readonly TableColumn<K>[];
}

/** Several ways to understand some figures: the audit says which of them can be true with all the rest. */
export interface Reading<K extends Keys = Keys> {
  readonly id: string;
  /**
   * The figures that it is about, by id. They count with their own coordinates, and in a reading only those who have also
   * further ones; where they are printed no blank is.
   */
  readonly figures: readonly string[];
  /**
   * What each way adds to the coordinates of all these figures, as a row to those of its table: it narrows them. It counts what
   * they count, and its period, if it states one, lies within that of each; `{}` takes them as they stand.
   */
  readonly alternatives: readonly Coordinates<K>[];
}

/** What a report says of a category. */
export interface CategoryStanding<K extends Keys = Keys> {
  /** Whether its persons are counted inside the totals (the default) or beside them ("in addition to"). */
  readonly standing?: "inside" | "beside";
  /** Demographic keys or categories all of whose persons are in it, as women among females: they stand where it does. */
  readonly contains?: readonly (K["category"] | "child" | "woman" | "man")[];
}

/** What a report calls a massacre, as far as its figures say anything of it. */
export interface PublishedMassacreDefinition {
  /** The least number killed in one: 6 where the report says "more than five". */
  readonly threshold: number;
  readonly citation?: Citation;
}

/**
 * A published report: its figures, where they stand and what they mean. Plain JSON.
 *
 * Several reports of one publisher, handed in together, are audited also as a series.
 */
export interface PublishedReport<K extends Keys = Keys> {
  readonly kind: "published-report";
  /** A name of its own among the reports handed in. */
  readonly id: string;
  readonly publisher: string;
  /** As `period` reads it: "2021-07". */
  readonly period: string;
  readonly citation: Citation;
  /** The day of publication, by which reports of one period follow each other. */
  readonly published?: string;
  /** Everybody whom the totals count, in groups that exclude each other. Left out: one group without a name. */
  readonly population?: OneOrMore<string>;
  readonly massacre?: PublishedMassacreDefinition;
  /** What the report says of its categories; one that is left out stands inside the totals. */
  readonly categories?: { readonly [Key in K["category"]]?: CategoryStanding<K> };
  readonly figures: readonly Figure<K>[];
  readonly tables?: readonly PublishedTable<K>[];
  readonly readings?: readonly Reading<K>[];
}
