import type { Codebook } from "../../codebook/codebook.js";
import { type Nested, standingTo } from "../../codebook/parents.js";
import type { Coordinates } from "../published/coordinates.js";
import type { DimensionName } from "./box.js";
import { isSubset, type KeySet } from "./key-set.js";

/** The alliance or section that has just these members, parts of a member aside; null if none has. */
export function groupOf(
  codebook: Codebook,
  keys: readonly string[],
): { readonly label: string; readonly of: Coordinates } | null {
  const roots = rootsOf(codebook.perpetrators, keys);
  if (roots.length === 1) return null;
  for (const [alliance, { label, members }] of Object.entries(codebook.alliances)) {
    if (members.length === roots.length && isSubset(roots, members)) return { label, of: { alliance } };
  }
  const all = [...Object.entries(codebook.perpetrators), ...Object.entries(codebook.unattributed)];
  for (const [section, { label }] of Object.entries(codebook.sections)) {
    const members = all.filter(([, entry]) => entry.section === section).map(([key]) => key);
    if (members.length === keys.length && isSubset(keys, members)) return { label, of: { section } };
  }
  return null;
}

/** Of parties with their parts, and of places with those within them, only the outer ones; the keys of another dimension as they are. */
export function rootsIn(codebook: Codebook, dimension: DimensionName, keys: KeySet): KeySet {
  if (keys === null) return null;
  if (dimension === "perpetrator") return rootsOf(codebook.perpetrators, keys);
  return dimension === "place" ? rootsOf(codebook.places, keys) : keys;
}

function rootsOf(list: Nested, keys: readonly string[]): readonly string[] {
  const standing = standingTo(list, keys);
  return keys.filter((key) => {
    const parent = list[key]?.parent;
    return parent === undefined || standing(parent) !== "within";
  });
}
