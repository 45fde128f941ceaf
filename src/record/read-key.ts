import type { Codebook } from "../codebook/codebook.js";
import { describeFailure, keyFinder } from "../codebook/find-key.js";
import type { Keys, ListName } from "../codebook/keys.js";
import { shown } from "../codebook/shown.js";
import { Fault, faultOf, type Read, type Reader, readText } from "./read-value.js";

/** Reads a key of one list of a codebook, however it is spelled. */
export function readKey<K extends Keys, Name extends ListName>(
  codebook: Codebook<K>,
  list: Name,
): Reader<K[Name]> {
  const find = keyFinder(codebook, list);
  const readName = readText(list);
  return (value): Read<K[Name]> => {
    // A key that is written exactly is itself, be there spaces around it.
    const exact = typeof value === "string" ? find(value) : undefined;
    if (exact?.kind === "found") return exact.key;
    const text = readName(value);
    if (text instanceof Fault) return text;
    const found = find(text);
    if (found.kind === "found") return found.key;
    return new Fault(found.kind === "ambiguous" ? "key-ambiguous" : "key-unknown", (where) =>
      describeFailure(codebook, list, text, found, where),
    );
  };
}

/** What stands between several names, where it is no semicolon. */
const betweenNames = /[,،؛/&+|]|\s(?:and|or|und|et|و)\s/u;

/** Reads a key in a list of them: where a text holds several, it says how to part them. */
export function readListedKey<K extends Keys, Name extends ListName>(
  codebook: Codebook<K>,
  list: Name,
): Reader<K[Name]> {
  const find = keyFinder(codebook, list);
  const read = readKey(codebook, list);
  return (value) => {
    const result = read(value);
    if (!(result instanceof Fault) || typeof value !== "string") return result;
    const parts = value.split(betweenNames).map((part) => part.trim());
    if (parts.length === 1 || parts.every((part) => find(part).kind === "unknown")) return result;
    const advice = `part them by semicolons, ${shown(parts.join("; "))}`;
    return faultOf(result.code, `the ${list} ${shown(value.trim())} looks like several`, advice);
  };
}
