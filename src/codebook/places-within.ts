import type { Codebook } from "./codebook.js";
import type { Keys } from "./keys.js";

/** The places that lie in a place, itself among them. */
export function placesWithin<K extends Keys>(codebook: Codebook<K>, around: K["place"]): ReadonlySet<string> {
  return new Set(placeKeys(codebook).filter((place) => lineOf(codebook, place).includes(around)));
}

/** The outermost place that a place lies in; itself if it has no parent. */
export function outermostPlace<K extends Keys>(codebook: Codebook<K>, place: K["place"]): K["place"] {
  return lineOf(codebook, place).at(-1) ?? place;
}

/** Every place of a codebook, in its order. */
export function placeKeys<K extends Keys>(codebook: Codebook<K>): K["place"][] {
  return Object.keys(codebook.places);
}

/** A place and those that it lies in, outwards. */
function lineOf<K extends Keys>(codebook: Codebook<K>, place: K["place"]): K["place"][] {
  const line: K["place"][] = [];
  for (let at: K["place"] | undefined = place; at !== undefined; at = codebook.places[at].parent)
    line.push(at);
  return line;
}
