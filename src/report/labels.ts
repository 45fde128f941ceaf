import type { Codebook } from "../codebook/codebook.js";
import { type Keys, listOf } from "../codebook/keys.js";

/** The label of a key of a list, or `otherwise` for the keys that a dimension has beside the list. */
export function labelOf<K extends Keys>(
  codebook: Codebook<K>,
  list: "section" | "place" | "means",
  key: string,
  otherwise: string,
): string {
  const entries: Codebook[(typeof listOf)[typeof list]] = codebook[listOf[list]];
  return Object.hasOwn(entries, key) ? (entries[key]?.label ?? otherwise) : otherwise;
}
