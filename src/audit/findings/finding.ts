import type { Rounding } from "../../number/rounding.js";
import type { Conflict } from "../conflicts/conflict.js";
import type { Convention } from "../constraints/convention.js";
import type { Verdict } from "../constraints/verdict.js";
import type { IdentityKind } from "../identities/identity.js";
import type { AuditIssue } from "../published/audit-issue.js";
import type { Coordinates } from "../published/coordinates.js";
import type { CellReference, FigureReference } from "../published/reference.js";

/** A rule that the coordinates of figures imply, with what the printed figures make of it by themselves. */
export interface IdentityFinding {
  readonly id: string;
  readonly kind: IdentityKind;
  readonly verdict: Verdict;
  /** In words: "Parties of July 2021: 46 + 21 + 1 + 11 + 50 = 129". */
  readonly explanation: string;
  readonly figures: readonly FigureReference[];
  /**
   * Of parts that are at most their whole: by how much they stay below it, as printed. If some are not printed, it is what
   * the others leave for them. Null where that is not known, as of "up to 8", and of an equality.
   */
  readonly slack: number | null;
  readonly conventions: readonly Convention[];
}

/** One figure and what all the others of its report say of it; what other reports say is told in `series`. */
export interface FigureFinding {
  readonly figure: FigureReference;
  /** `holds` if the others force it, `cannot-hold` if it is in a conflict, `undetermined` if they leave it free. */
  readonly verdict: Verdict;
  /**
   * What the others alone allow for its cell (of a percentage or rate: for its part), null if it has no single cell or
   * the others conflict; a maximum of null is no maximum.
   */
  readonly allowed: { readonly minimum: number; readonly maximum: number | null } | null;
  /** In words, with the figures that force it: "129 killed: 46 (Syrian Regime forces) + 21 (…) + …". */
  readonly explanation: string;
  readonly conventions: readonly Convention[];
}

/**
 * What the figures of a report force upon a cell that is not printed. Others at hand may bound it more closely: it is then said
 * to be by that report alone, and periods that none of them prints are told in `series`.
 */
export interface CellRange {
  readonly report: string;
  readonly cell: CellReference;
  readonly minimum: number;
  /** Null if nothing bounds it. */
  readonly maximum: number | null;
  /** What it follows from: "8 killed in …: 15 (…) less 7 (…)". */
  readonly explanation: string;
  /** The figures that it follows from: without any of them it would not be so narrow (by this method). */
  readonly figures: readonly FigureReference[];
  readonly conventions: readonly Convention[];
}

/** A printed percentage or rate, backwards; of one that is worded as a bound ("more than 40%") only if it is in a conflict. */
export interface QuotientFinding {
  readonly figure: FigureReference;
  readonly kind: "percentage" | "rate";
  /**
   * Of what is worded "about" with all as printed, and of the others with what is so worded one unit wider:
   * `holds` if a rule that prints the most of them prints it too; `cannot-hold` if it conflicts with the others whatever
   * the rounding and with "about" widened; `undetermined` between: it stands only by a rule of its own, or as "about".
   */
  readonly verdict: Verdict;
  /** The roundings under which it can be reached from what the counts leave, by itself. */
  readonly reachableUnder: readonly Rounding[];
  /** The counts and denominators that each rounding leaves, jointly with all other figures. Absent: none. */
  readonly parts: readonly {
    readonly rounding: Rounding;
    readonly part: { readonly minimum: number; readonly maximum: number | null };
    readonly whole: { readonly minimum: number; readonly maximum: number | null };
  }[];
  /** Worded "about": the roundings under which it is reached if that widens it, and others so worded, by one unit; else null. */
  readonly reachableIfAbout: readonly Rounding[] | null;
  /** Whether adding the shares of the members, each rounded by itself, prints it: "47 + 47"; null if not, or not needed. */
  readonly sumOfShares: string | null;
  readonly explanation: string;
}

/** Which one rule could have rounded all percentages (or all rates) of a report. */
export interface RoundingFinding {
  readonly report: string;
  readonly kind: "percentage" | "rate";
  /** Those under which every figure can be reached as printed: "about" widens none. */
  readonly surviving: readonly Rounding[];
  /** Those under which every figure can be reached if "about" widens by one unit what says it; null if nothing says it. */
  readonly survivingIfAbout: readonly Rounding[] | null;
  /** For each other rule the figures that it cannot print. */
  readonly refuted: readonly { readonly rounding: Rounding; readonly by: readonly FigureReference[] }[];
  /** If none survives: the rules that leave the fewest figures out, of these that are not worded "about" first, and these figures. */
  readonly nearest: readonly Rounding[];
  readonly outliers: readonly FigureReference[];
  readonly explanation: string;
}

/** A way to understand figures, and whether it can be true. */
export interface ReadingFinding {
  readonly report: string;
  readonly reading: string;
  readonly alternative: Coordinates;
  readonly what: string;
  readonly verdict: Verdict;
  readonly explanation: string;
}

/** What is found when several reports stand beside each other. */
export type SeriesKind =
  /** One period is printed with two numbers, or with numbers of several reports that do not agree. */
  | "restated"
  /** A number since a day is below an earlier one since the same day. */
  | "cumulative-falls"
  /** It is below an earlier one, and is that of its last stretch alone. */
  | "cumulative-restarts"
  /** A sum over time lacks just one of its parts. */
  | "cumulative-skips"
  /** A period is not the sum of its parts in any of these ways. */
  | "periods-disagree"
  /** No report prints a period that the others bound. */
  | "missing-period"
  /** A breakdown stands unchanged under another total, or a total over another breakdown that does not add to it. */
  | "carried-over"
  /** Reports do not mean the same by a massacre, or do not count a category in their totals alike. */
  | "definition-differs"
  /** A statement, or a difference, against the printed numbers. */
  | "trend";

/** What only shows when several reports stand beside each other. */
export interface SeriesFinding {
  readonly kind: SeriesKind;
  /** `undetermined` for what is remarkable but can be true. */
  readonly verdict: Verdict;
  readonly figures: readonly FigureReference[];
  readonly conventions: readonly Convention[];
  readonly explanation: string;
}

/** What published figures say about themselves, without any record. Plain JSON. */
export interface Audit {
  readonly kind: "audit";
  /** `cannot-hold` if any conflict is proved, without the conventions across reports; `holds` if every figure is forced. */
  readonly verdict: Verdict;
  readonly accounting: {
    readonly reports: number;
    readonly figures: number;
    readonly identities: number;
    readonly conflicts: number;
  };
  readonly figures: readonly FigureFinding[];
  readonly identities: readonly IdentityFinding[];
  readonly ranges: readonly CellRange[];
  readonly quotients: readonly QuotientFinding[];
  readonly roundings: readonly RoundingFinding[];
  readonly conflicts: readonly Conflict[];
  readonly readings: readonly ReadingFinding[];
  readonly series: readonly SeriesFinding[];
  readonly issues: readonly AuditIssue[];
}
