import type { Bounds, Contradiction, Share } from "./bounds.js";
import type { CellNumber, Constraint } from "./constraint.js";
import type { Network } from "./network.js";
import { Propagation } from "./propagation.js";
import { type Proportions, proportionsOf } from "./proportions.js";

/**
 * Tightens the bounds of whole numbers of 0 and more until the constraints give no more, or contradict each other.
 *
 * Sound: every solution lies within the bounds, and a contradiction proves that there is none. It is no decision
 * procedure: bounds that are left may still hold no solution. The cost grows with the constraints, times how often the
 * bounds of their cells move, which is a few times in tables. Where nothing bounds a whole, shares of it are compared too.
 *
 * `among` gives the positions of the only constraints to look at: all that are tied to each other.
 */
export function propagate(
  network: Network,
  enabled: (constraint: Constraint) => boolean,
  among: Iterable<number> = network.constraints.keys(),
): Bounds | Contradiction {
  const propagation = new Propagation(network);
  propagation.queue(enabled, among);
  const refuted = refutation(propagation);
  if (refuted !== null) return refuted;
  const { minimum, maximum } = propagation;
  return {
    kind: "bounds",
    minimum,
    maximum,
    reasons: (cell, side) => propagation.reasons(cell, side),
    deduction: (cell, side) => propagation.deduction(cell, side),
    shareOf: (whole, cell) => shareOf(propagation, whole, cell),
    instead: (others) => {
      const changed = propagation.instead(others);
      const { minimum, maximum } = changed;
      return refutation(changed) === null ? { kind: "bounds", minimum, maximum } : { kind: "contradiction" };
    },
  };
}

/** Tightens the bounds; the contradiction that is found, or null. */
function refutation(propagation: Propagation): Contradiction | null {
  if (!propagation.settles()) return propagation.contradiction(propagation.failed ?? 0);
  for (const { network, origins } of proportions(propagation)) {
    const shares = settled(network);
    if (shares.failed === null) continue;
    const { constraints } = shares.contradiction(shares.failed);
    const positions = new Set(constraints.flatMap((position) => origins[position] ?? []));
    return { kind: "contradiction", constraints: [...positions].sort((a, b) => a - b), failure: null };
  }
  return null;
}

function shareOf(propagation: Propagation, whole: CellNumber, cell: CellNumber): Share | null {
  const shares = proportions(propagation).find((one) => one.whole === whole);
  const at = shares?.numbers.get(cell);
  if (shares === undefined || at === undefined) return null;
  const { minimum, maximum } = settled(shares.network).between(at);
  // Each number was rounded down.
  return { minimum, maximum: maximum + 1, of: shares.scale };
}

function proportions(propagation: Propagation): Proportions[] {
  return proportionsOf(propagation.network, (position) => propagation.isOn(position), propagation.maximum);
}

function settled(network: Network): Propagation {
  const propagation = new Propagation(network);
  propagation.queue(() => true, network.constraints.keys());
  propagation.settles();
  return propagation;
}
