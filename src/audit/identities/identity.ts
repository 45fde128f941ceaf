import type { CellNumber, Constraint } from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";

/** What kind of rule ties figures together. */
export type IdentityKind =
  | "table-sum"
  | "subtotal"
  | "part-of-whole"
  | "disjoint-parts"
  | "period-sum"
  | "massacre-threshold"
  | "incident-is-massacre"
  | "category-contains"
  | "blank-is-zero"
  | "printed-twice"
  | "percentage"
  | "rate"
  | "difference"
  | "statement";

/** A rule between cells that their coordinates imply, before any printed number is looked at. */
export interface Identity {
  readonly kind: IdentityKind;
  /** Names it within a report: made of what it says, not of where it stood. */
  readonly id: string;
  /** The table that it is read from, if it is. */
  readonly table: string | null;
  /** The whole, if it has one, and the parts. */
  readonly whole: CellNumber | null;
  readonly parts: readonly CellNumber[];
  /** Whether the parts are the whole, or only within it. */
  readonly relation: "equal" | "at-most" | "other";
  readonly conventions: readonly Convention[];
  /** Too far-fetched to be told unless it fails: all children and the women of one party, within everybody. */
  readonly isMinor?: true;
  /** The constraints that it is, given the position that it will have. */
  readonly constraints: (identity: number) => readonly Constraint[];
}
