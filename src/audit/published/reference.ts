import type { Coordinates } from "./coordinates.js";

/** A figure as findings name it. */
export interface FigureReference {
  readonly report: string;
  readonly figure: string;
  /** As printed: "129", "94%", "significant decrease". */
  readonly printed: string;
  /** What it counts, in words: "regime, child". */
  readonly what: string;
  /** Where it is printed. */
  readonly citation: string;
}

/** A cell of a report, printed or not. */
export interface CellReference {
  readonly of: Coordinates;
  /** The id of a table: it is then what of the cell stands in none of the table's rows. Null: the whole cell. */
  readonly outside: string | null;
  /** In words. */
  readonly what: string;
}
