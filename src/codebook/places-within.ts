import { checkedLists } from "./check-codebook.js";
import type { Codebook } from "./codebook.js";
import type { Keys } from "./keys.js";
import { standingTo } from "./parents.js";

/** The places that lie in a place, itself among them, in the order of the codebook. */
export function placesWithin<K extends Keys>(codebook: Codebook<K>, around: K["place"]): ReadonlySet<string> {
  const standing = standingTo(codebook.places, [around]);
  return new Set(placeKeys(codebook).filter((place) => standing(place) === "within"));
}

/** Every place of a codebook, in its order. */
export function placeKeys<K extends Keys>(codebook: Codebook<K>): K["place"][] {
  return Object.keys(checkedLists(codebook).places);
}
