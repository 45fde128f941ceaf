import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { outermostOf } from "../codebook/parents.js";
import { placeKeys } from "../codebook/places-within.js";
import type { Victim } from "../record/victim.js";
import { type Partition, partition } from "../tally/dimension.js";
import { basisUnknown } from "./basis.js";

/** The place of death (the field's rule for a toll by place), or the place of origin. */
export type PlaceBasis = "killedIn" | "origin";

/**
 * Sorts by place, as it is recorded: a camp is not the governorate that it lies in.
 *
 * The keys are all places, in the order of the codebook, and `unknown` for victims whose place is not recorded.
 *
 * @throws `basis-unknown` if a caller without types names another basis.
 *
 * @example
 * byPlace(snhrCodebook, "killedIn").keyOf({ killedIn: "al-hawl-camp" }) // "al-hawl-camp"
 * byPlace(snhrCodebook, "origin").keyOf({ origin: null }) // "unknown"
 */
export function byPlace<K extends Keys, Basis extends PlaceBasis>(
  codebook: Codebook<K>,
  basis: Basis,
): Partition<Pick<Victim<K>, Basis>, K["place"] | "unknown"> {
  checkPlaceBasis(basis);
  return partition<Pick<Victim<K>, Basis>, K["place"] | "unknown">({
    keys: [...placeKeys(codebook), "unknown"],
    keyOf: (victim) => victim[basis] ?? "unknown",
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
 * byOutermostPlace(snhrCodebook, "killedIn").keyOf({ killedIn: "al-hawl-camp" }) // "hasaka"
 */
export function byOutermostPlace<K extends Keys, Basis extends PlaceBasis>(
  codebook: Codebook<K>,
  basis: Basis,
): Partition<Pick<Victim<K>, Basis>, K["place"] | "unknown"> {
  checkPlaceBasis(basis);
  const outermost = outermostPlaces(codebook);
  const recorded: (K["place"] | "unknown")[] = [...placeKeys(codebook), "unknown"];
  return partition<Pick<Victim<K>, Basis>, K["place"] | "unknown">({
    keys: [...new Set(recorded.map((place) => outermost[place]))],
    keyOf: (victim) => outermost[victim[basis] ?? "unknown"],
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
  return Object.fromEntries([...outermostOf(codebook.places), ["unknown", "unknown"]]) as {
    readonly [Place in K["place"] | "unknown"]: K["place"] | "unknown";
  };
}

function checkPlaceBasis(basis: PlaceBasis): void {
  const known: readonly PlaceBasis[] = ["killedIn", "origin"];
  if (!known.includes(basis)) throw basisUnknown(basis, known);
}
