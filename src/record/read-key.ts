import type { Codebook } from "../codebook/codebook.js";
import { describeFailure, keyFinder } from "../codebook/find-key.js";
import type { Keys, ListName } from "../codebook/keys.js";
import { type Reader, readText } from "./read-value.js";

/** Reads a key of one list of a codebook, however it is spelled. */
export function readKey<K extends Keys, Name extends ListName>(
  codebook: Codebook<K>,
  list: Name,
): Reader<K[Name]> {
  const find = keyFinder(codebook, list);
  const readName = readText(list);
  return (value) => {
    // A key that is written exactly is itself, be there spaces around it.
    const exact = typeof value === "string" ? find(value) : undefined;
    if (exact?.kind === "found") return { value: exact.key };
    const text = readName(value);
    if ("fault" in text) return text;
    const found = find(text.value);
    if (found.kind === "found") return { value: found.key };
    return {
      fault: {
        code: found.kind === "ambiguous" ? "key-ambiguous" : "key-unknown",
        describe: (where) => describeFailure(codebook, list, text.value, found, where),
      },
    };
  };
}
