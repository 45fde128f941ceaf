import type { Rounding } from "../../number/rounding.js";
import type { FigureReference } from "../published/reference.js";

/**
 * Whether a published figure is what the records give: it *agrees*, as it is worded; it *may agree*, if some of those belong to its
 * cell of whom the records do not say, or if it compares periods of different lengths and holds either in totals or per day; it
 * *differs*, whoever of them belongs to it; or the records give no number for it.
 */
export type ReconciledOutcome = "agrees" | "may-agree" | "differs" | "not-comparable";

/** A published figure beside what the records give. */
export interface ReconciledFigure {
  readonly figure: FigureReference;
  readonly outcome: ReconciledOutcome;
  /** What the records give: "67", "67 of 129", "129 in 31 days"; "44 to 52" where they leave some open. Null if nothing. */
  readonly recomputed: string | null;
  /** Those known to belong to it less what is printed, of counts and differences. */
  readonly difference: number | null;
  /** Of a percentage or rate: the roundings that would print it, of those known to belong to it. */
  readonly roundings: readonly Rounding[];
  /** Why it cannot be compared, what the records would print, or who may belong to it. */
  readonly remark: string | null;
}

/** A published report beside records, figure by figure. */
export interface Reconciliation {
  readonly kind: "reconciliation";
  readonly report: string;
  /** Every figure is in one of the four. */
  readonly accounting: {
    readonly agree: number;
    readonly mayAgree: number;
    readonly differ: number;
    readonly notComparable: number;
  };
  /** The roundings that would print every percentage and rate that agrees and is worded *exactly*. */
  readonly roundings: readonly Rounding[];
  readonly figures: readonly ReconciledFigure[];
}
