import type { Bounds } from "../constraints/bounds.js";
import type { CellNumber, Constraint } from "../constraints/constraint.js";
import { propagate } from "../constraints/propagate.js";
import type { Deduction, Side } from "../constraints/steps.js";
import type { Problem, WithoutFigure } from "../identities/problem.js";
import { type ConflictSet, premisesOf, smallNetwork, withoutNeedless } from "./find-conflicts.js";

/** Why a cell is bounded on a side: figures and identities of which, if they are few, none can be left out, and the last step from them. */
export interface Support {
  readonly constraints: readonly Constraint[];
  readonly premises: ConflictSet;
  readonly deduction: Deduction;
  /** What the steps of the deduction count the positions of. */
  readonly among: readonly Constraint[];
}

/** If a bound needs so many figures, those that its derivation used are given, whether or not it could do with fewer. */
const most = 9;

/** Bounds of all cells, with those without each figure where they are at hand. */
export interface KnownBounds extends Pick<Bounds, "minimum" | "maximum" | "reasons" | "deduction"> {
  readonly without?: WithoutFigure;
}

/** Finds what a bound rests on; null if nothing bounds the cell on that side. The cost is some small propagations. */
export function supportOf(
  problem: Problem,
  bounds: KnownBounds,
  cell: CellNumber,
  side: Side,
): Support | null {
  const value = bounds[side][cell] ?? 0;
  const isNeeded = (figure: number): boolean => {
    const others = bounds.without?.(figure);
    if (others?.kind !== "bounds") return false;
    const { [cell]: shown = 0 } = others[side];
    return side === "minimum" ? shown < value : shown > value;
  };
  const reasons = bounds
    .reasons(cell, side)
    .flatMap((position) => problem.network.constraints[position] ?? []);
  const constraints = withoutNeedless(
    problem,
    reasons,
    (outcome, numberOf) => {
      const own = numberOf(cell);
      return outcome.kind === "bounds" && outcome[side][own] === value ? outcome.reasons(own, side) : null;
    },
    most,
    isNeeded,
  );
  const premises = premisesOf(constraints);
  // Few figures tell it in fewer steps by themselves; of many, that all were needed, it was found already.
  if (premises.figures.length >= most && constraints.length === reasons.length) {
    const deduction = bounds.deduction(cell, side);
    return deduction === null
      ? null
      : { constraints, premises, deduction, among: problem.network.constraints };
  }
  const { network, numberOf } = smallNetwork(constraints);
  const outcome = propagate(network, () => true);
  const deduction = outcome.kind === "bounds" ? outcome.deduction(numberOf(cell), side) : null;
  return deduction === null ? null : { constraints, premises, deduction, among: constraints };
}
