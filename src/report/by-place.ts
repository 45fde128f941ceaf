import { checkedLists } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { outermostOf } from "../codebook/parents.js";
import { placeKeys } from "../codebook/places-within.js";
import { type KilledSomewhere, placeKilled } from "../record/place-killed.js";
import type { Victim } from "../record/victim.js";
import { type Partition, partition } from "../tally/dimension.js";
import { basisUnknown } from "./basis.js";

/** The place of death (the field's rule for a toll by place), or the place of origin. */
export type PlaceBasis = "killedIn" | "origin";

/** What a place is read from: for the place of death the incident too, where the victim's own is not recorded. */
export type PlacedBy<K extends Keys, Basis extends PlaceBasis> = Pick<Victim<K>, Basis> &
  ("killedIn" extends Basis ? KilledSomewhere<K> : unknown);

/**
 * Sorts by place, as it is recorded: a camp is not the governorate that it lies in. The place of death is the victim's, or
 * else the incident's (`placeKilled`).
 *
 * The keys are all places, in the order of the codebook, and `unknown` for victims whose place is not recorded.
 *
 * @throws `basis-unknown` if a caller without types names another basis.
 *
 * @example
 * const incident = { place: "al-hawl-camp" } as const;
 * byPlace(snhrCodebook, "killedIn").keyOf({ killedIn: null, incident }) // "al-hawl-camp"
 * byPlace(snhrCodebook, "killedIn").keyOf({ killedIn: "raqqa", incident }) // "raqqa"
 * byPlace(snhrCodebook, "origin").keyOf({ origin: null }) // "unknown"
 */
export function byPlace<K extends Keys, Basis extends PlaceBasis>(
  codebook: Codebook<K>,
  basis: Basis,
): Partition<PlacedBy<K, Basis>, K["place"] | "unknown"> {
  const placeOf = placeReader<K, Basis>(basis);
  return partition<PlacedBy<K, Basis>, K["place"] | "unknown">({
    keys: [...placeKeys(codebook), "unknown"],
    keyOf: (victim) => placeOf(victim) ?? "unknown",
  });
}

/**
 * Sorts by the outermost place around the recorded one: a camp counts toward its governorate.
 *
 * The keys are the places that lie in no other, in the order of the codebook's places (or of the first that lies in them),
 * and `unknown` for victims whose place is not recorded.
 *
 * @throws `basis-unknown` if a caller without types names another basis.
 *
 * @example
 * byOutermostPlace(snhrCodebook, "origin").keyOf({ origin: "al-hawl-camp" }) // "hasaka"
 */
export function byOutermostPlace<K extends Keys, Basis extends PlaceBasis>(
  codebook: Codebook<K>,
  basis: Basis,
): Partition<PlacedBy<K, Basis>, K["place"] | "unknown"> {
  const placeOf = placeReader<K, Basis>(basis);
  const outermost = outermostPlaces(codebook);
  const recorded: (K["place"] | "unknown")[] = [...placeKeys(codebook), "unknown"];
  return partition<PlacedBy<K, Basis>, K["place"] | "unknown">({
    keys: [...new Set(recorded.map((place) => outermost[place]))],
    keyOf: (victim) => outermost[placeOf(victim) ?? "unknown"],
  });
}

/**
 * Gives the outermost place of every key of `byPlace`, for `regroup`; `unknown` stays `unknown`.
 *
 * A tally by place, regrouped so, is the tally by outermost place.
 *
 * @example
 * outermostPlaces(snhrCodebook)["al-hawl-camp"] // "hasaka"
 * outermostPlaces(snhrCodebook).idlib // "idlib"
 */
export function outermostPlaces<K extends Keys>(
  codebook: Codebook<K>,
): { readonly [Place in K["place"] | "unknown"]: K["place"] | "unknown" } {
  // One entry for each key, which the compiler cannot tell from entries.
  return Object.fromEntries([...outermostOf(checkedLists(codebook).places), ["unknown", "unknown"]]) as {
    readonly [Place in K["place"] | "unknown"]: K["place"] | "unknown";
  };
}

function placeReader<K extends Keys, Basis extends PlaceBasis>(
  basis: Basis,
): (victim: PlacedBy<K, Basis>) => K["place"] | null {
  const readers: { readonly [One in PlaceBasis]: (victim: PlacedBy<K, One>) => K["place"] | null } = {
    killedIn: placeKilled,
    origin: ({ origin }) => origin,
  };
  if (!Object.hasOwn(readers, basis)) throw basisUnknown(basis, Object.keys(readers));
  return readers[basis];
}
