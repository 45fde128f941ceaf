import type { Codebook } from "../codebook/codebook.js";
import { placesWithin } from "../codebook/places-within.js";
import type { Coordinates } from "./coordinates.js";
import { isSubset, type KeySet } from "./key-set.js";

/** The alliance or section that has just these members; null if none has. */
export function groupOf(
  codebook: Codebook,
  keys: readonly string[],
): { readonly label: string; readonly of: Coordinates } | null {
  if (keys.length === 1) return null;
  for (const [alliance, { label, members }] of Object.entries(codebook.alliances)) {
    if (members.length === keys.length && isSubset(keys, members)) return { label, of: { alliance } };
  }
  const all = [...Object.entries(codebook.perpetrators), ...Object.entries(codebook.unattributed)];
  for (const [section, { label }] of Object.entries(codebook.sections)) {
    const members = all.filter(([, entry]) => entry.section === section).map(([key]) => key);
    if (members.length === keys.length && isSubset(keys, members)) return { label, of: { section } };
  }
  return null;
}

/** Of places with those within them, only the outer ones. */
export function placeRoots(codebook: Codebook, keys: KeySet): KeySet {
  if (keys === null) return null;
  return keys.filter((key) => !keys.some((other) => other !== key && placesWithin(codebook, other).has(key)));
}
