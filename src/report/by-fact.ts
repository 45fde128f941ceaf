import { checkedLists } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { victimTest } from "../rule/condition-test.js";
import type { Holds } from "../rule/holds.js";
import { type Inclusion, inclusion, type Partition, partition } from "../tally/dimension.js";
import type { OfIncident } from "./by-perpetrator.js";

/**
 * Sorts by the means of the incident, how it killed: shelling, landmine, gunfire.
 *
 * The keys are those of the codebook, in its order, and `unknown` where the means are not recorded.
 *
 * @example
 * const [victim] = parseRecords(snhrCodebook, { victims: [{ id: "v-1" }] }).victims;
 * byMeans(snhrCodebook).keyOf(victim) // "unknown"
 */
export function byMeans<K extends Keys>(
  codebook: Codebook<K>,
): Partition<OfIncident<K>, K["means"] | "unknown"> {
  return partition<OfIncident<K>, K["means"] | "unknown">({
    keys: [...Object.keys(checkedLists(codebook).means), "unknown"],
    keyOf: ({ incident }) => incident.means ?? "unknown",
  });
}

/**
 * Sorts by the cause of death, of what the victim died: torture, shrapnel.
 *
 * The keys are those of the codebook, in its order, and `unknown` where the cause is not recorded.
 *
 * @example
 * byCause(snhrCodebook).keyOf({ cause: "torture" }) // "torture"
 * byCause(snhrCodebook).keyOf({ cause: null }) // "unknown"
 */
export function byCause<K extends Keys>(
  codebook: Codebook<K>,
): Partition<Pick<Victim<K>, "cause">, K["cause"] | "unknown"> {
  return partition<Pick<Victim<K>, "cause">, K["cause"] | "unknown">({
    keys: [...Object.keys(checkedLists(codebook).causes), "unknown"],
    keyOf: ({ cause }) => cause ?? "unknown",
  });
}

/**
 * By category, as the codebook's conditions name them: an inclusion, for categories overlap.
 *
 * A victim of whom it is not known whether the condition holds is not in the category, so that its counts are lower bounds:
 * how many more it may have is counted by `byCategoryInDoubt`.
 *
 * @throws what `period` throws, where a condition names a period that cannot be read.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, { victims: [{ id: "v-1", roles: ["media", "civil-defense"] }] });
 * byCategory(snhrCodebook).keysOf(victims[0]) // ["media", "civil-defense"]
 */
export function byCategory<K extends Keys>(codebook: Codebook<K>): Inclusion<Victim<K>, K["category"]> {
  return categoriesOf(codebook, "yes");
}

/**
 * By category in doubt: those categories of which it is not known whether a victim belongs to them, since an age or sex is not
 * recorded, or a date lies across an edge. An inclusion, beside that by `byCategory`; the two never hold of one victim and
 * category.
 *
 * @throws what `byCategory` throws.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, { victims: [{ id: "v-1", sex: "male" }, { id: "v-2", sex: "female" }] });
 * victims.map(byCategoryInDoubt(snhrCodebook).keysOf) // [["child", "torture"], ["child", "woman", "torture"]]
 */
export function byCategoryInDoubt<K extends Keys>(
  codebook: Codebook<K>,
): Inclusion<Victim<K>, K["category"]> {
  return categoriesOf(codebook, "unknown");
}

function categoriesOf<K extends Keys>(
  codebook: Codebook<K>,
  wanted: Holds,
): Inclusion<Victim<K>, K["category"]> {
  const keys: K["category"][] = Object.keys(checkedLists(codebook).categories);
  const tests = keys.map((key) => ({ key, test: victimTest(codebook, codebook.categories[key].when) }));
  return inclusion<Victim<K>, K["category"]>({
    keys,
    keysOf: (victim) => {
      const found: K["category"][] = [];
      for (const { key, test } of tests) if (test(victim) === wanted) found.push(key);
      return found;
    },
  });
}

/**
 * By role, as it is recorded: an inclusion, for a person may have several. Who has none recorded is under no key.
 *
 * @example
 * byRole(snhrCodebook).keysOf({ roles: ["media", "civil-defense"] }) // ["media", "civil-defense"]
 */
export function byRole<K extends Keys>(
  codebook: Codebook<K>,
): Inclusion<Pick<Victim<K>, "roles">, K["role"]> {
  return inclusion<Pick<Victim<K>, "roles">, K["role"]>({
    keys: Object.keys(checkedLists(codebook).roles),
    keysOf: ({ roles }) => roles,
  });
}
