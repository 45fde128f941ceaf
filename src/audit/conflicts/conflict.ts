import type { Convention } from "../constraints/convention.js";
import type { IdentityKind } from "../identities/identity.js";
import type { FigureReference } from "../published/reference.js";

/** How a wrong figure could have come about, the likelier first; of a count, which has no point, `decimal-separator` is the last misprint. */
export type Misprint =
  | "decimal-separator"
  | "lost-digit"
  | "transposed-digits"
  | "wrong-digit"
  | "doubled-digit"
  | "added-digit"
  | "carried-over"
  | "other";

/** A change of one figure that makes all figures of a conflict agree. */
export interface Repair {
  readonly figure: FigureReference;
  /**
   * The least and the greatest number that it may be; equal if it is forced. A minimum of null: no number that a report can
   * print, so that it is removed, or its own rounding. A maximum of null besides: no maximum.
   */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /**
   * The likeliest misprints among these, each proved to agree with all figures that are in no other conflict: first those that
   * agree with the others too, once the likeliest figure of each is left out, and then the likelier.
   */
  readonly candidates: readonly {
    readonly value: string;
    readonly misprint: Misprint;
    readonly detail: string;
  }[];
  /** In how many ways the other figures refute it: each by identities of its own, and with a figure that no other uses. */
  readonly vouchedBy: number;
  readonly explanation: string;
}

/** Figures that cannot all be true. */
export interface Conflict {
  readonly id: string;
  /** Leave out any one of them and the others can be true together (by this method). */
  readonly figures: readonly FigureReference[];
  /** The identities by which they conflict. */
  readonly identities: readonly {
    readonly id: string;
    readonly kind: IdentityKind;
    readonly explanation: string;
  }[];
  readonly conventions: readonly Convention[];
  readonly explanation: string;
  /** Every change of one figure that resolves it, the likeliest first; empty if no single change does. */
  readonly repairs: readonly Repair[];
}
