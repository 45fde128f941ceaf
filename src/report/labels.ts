import type { Entry } from "../codebook/codebook.js";

/** The label of a key of a list, or `otherwise` for the keys that a dimension has beside the list. */
export function labelOf(entries: Readonly<Record<string, Entry>>, key: string, otherwise: string): string {
  // What every object inherits under a key has no label.
  return entries[key]?.label ?? otherwise;
}
