import type { Keys } from "../codebook/keys.js";
import type { Attribution } from "./attribution.js";

/**
 * By whom an incident is, or may turn out to be, as its attribution leaves it.
 *
 * Settled is what is established. Everything else may end otherwise, whatever the column `investigation` says: an
 * investigation that was concluded without naming anybody has excluded nobody.
 */
export interface Outcomes<K extends Keys = Keys> {
  readonly isSettled: boolean;
  /** Settled: all by whom it is, jointly. If not, by whom it may be: the suspects, and those to whom a rule presumes it. */
  readonly named: readonly K["perpetrator"][];
  /** To whom it is ascribed, established or presumed; nobody where it is undetermined. */
  readonly ascribed: readonly K["perpetrator"][];
}

/** The outcomes that an attribution leaves. */
export function outcomesOf<K extends Keys>(attribution: Attribution<K>): Outcomes<K> {
  switch (attribution.kind) {
    case "established":
      return { isSettled: true, named: attribution.to, ascribed: attribution.to };
    case "presumed": {
      const { to, among } = attribution;
      return { isSettled: false, named: [...new Set([...among, ...to])], ascribed: to };
    }
    case "undetermined":
      return { isSettled: false, named: [...new Set(attribution.among)], ascribed: [] };
  }
}

/**
 * Whether an incident may have been by somebody who is not named: it is not settled, and at most one is named.
 *
 * Who names several says *one of these* ("one of two possible parties", SNHR, July 2021, section I). Who names one says
 * *perhaps this one*: were nobody else in question, the case would be conclusive.
 */
export function mayBeUnnamed({ isSettled, named }: Outcomes): boolean {
  return !isSettled && named.length < 2;
}

/** Whether it is by these perpetrators, and nobody else: there is somebody, and all of them are of the group. */
export function isWithin(by: readonly string[], group: ReadonlySet<string>): boolean {
  return by.length > 0 && by.every((perpetrator) => group.has(perpetrator));
}
