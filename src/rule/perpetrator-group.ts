import { checkedLists } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { type Standing, standingTo } from "../codebook/parents.js";
import { selectedKeys } from "../tally/selection.js";

/** Perpetrators that are asked about together, with all that are parts of them. */
export interface PerpetratorGroup {
  readonly keys: ReadonlySet<string>;
  /** How anybody lies to the group: of it (`within`), perhaps one of it (`around`: one of it is a part of them), or `apart`. */
  readonly standing: (perpetrator: string) => Standing;
}

/**
 * The named perpetrators as a group; refuses none, one twice, and one that is not in the codebook.
 *
 * A caller without types may leave them out: that is none, where for a selection it would be all.
 */
export function perpetratorGroup<K extends Keys>(
  codebook: Codebook<K>,
  perpetrators: readonly K["perpetrator"][] | undefined,
): PerpetratorGroup {
  const name = "the perpetrators";
  const dimensions = [{ name, keys: Object.keys(checkedLists(codebook).perpetrators) }];
  const keys = selectedKeys(dimensions, { [name]: perpetrators ?? [] }).get(name) ?? new Set<string>();
  return { keys, standing: standingTo(codebook.perpetrators, keys) };
}

/** Whether it is by this group, and nobody else: there is somebody, and all of them are of it. */
export function isWithin(by: readonly string[], { standing }: PerpetratorGroup): boolean {
  return by.length > 0 && by.every((perpetrator) => standing(perpetrator) === "within");
}
