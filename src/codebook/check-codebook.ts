import { CasualtyError } from "../error.js";
import { checkVictimCondition } from "./check-condition.js";
import { entryCheck, malformed } from "./check-entry.js";
import type { Codebook } from "./codebook.js";
import { type Keys, type ListName, listNames, listOf, reservedNames } from "./keys.js";
import { keyInCycle, type Nested } from "./parents.js";
import { ended, proposal } from "./shape.js";
import { shown } from "./shown.js";

/** The keys that tables use for what has no key of a list. */
const keysOfTables: readonly string[] = ["unknown", "undated", "outside", "jointly"];

/** Refuses lists that a codebook does not have, as a misspelt one, and lists that are no object of entries. */
export function checkLists(lists: unknown): void {
  if (typeof lists !== "object" || lists === null) {
    throw malformed("", "", `A codebook is made of an object of lists, not of ${shown(lists)}.`);
  }
  const known: readonly string[] = Object.values(listOf);
  for (const list of Object.keys(lists)) {
    if (known.includes(list)) continue;
    throw malformed(list, "", ended(`A codebook has no list ${shown(list)}: ${proposal(list, known)}`));
  }
  for (const name of listNames) {
    const list: unknown = (lists as Readonly<Record<string, unknown>>)[listOf[name]];
    if (list === undefined || (typeof list === "object" && list !== null && !Array.isArray(list))) continue;
    throw malformed(name, "", `The codebook's ${listOf[name]} must be an object of entries by key.`);
  }
}

/** Refuses what `checkLists` refuses, and a codebook that lacks a list. */
export function checkAllLists(codebook: unknown): void {
  checkLists(codebook);
  for (const name of listNames) {
    const list = listOf[name];
    if ((codebook as Readonly<Record<string, unknown>>)[list] !== undefined) continue;
    throw malformed(
      name,
      "",
      `The codebook has no list ${list}: make it with defineCodebook, which adds it.`,
    );
  }
}

/** Gives the codebook back if it has all its lists: for functions that read them, and are asked too often to check every entry. */
export function checkedLists<K extends Keys>(codebook: Codebook<K>): Codebook<K> {
  checkAllLists(codebook);
  return codebook;
}

/**
 * Gives the codebook back if its keys and references hold together; throws what is wrong otherwise. For every function by which
 * a count begins: a codebook that was read from JSON, or changed by hand, may have gone through no `defineCodebook`.
 */
export function checkCodebook<K extends Keys>(codebook: Codebook<K>): Codebook<K> {
  checkAllLists(codebook);
  for (const name of listNames) checkList(codebook, name);
  for (const key of Object.keys(codebook.unattributed)) {
    if (Object.hasOwn(codebook.perpetrators, key)) {
      throw new CasualtyError(
        "codebook-key-clash",
        `"${key}" is both a perpetrator and an unattributed source: they stand in one column, give each a key of its own.`,
        { key, lists: ["perpetrator", "unattributed"] },
      );
    }
  }
  checkReferences(codebook);
  checkParents(codebook.perpetrators, "perpetrator");
  checkParents(codebook.places, "place");
  checkSuccession(codebook);
  return codebook;
}

function checkList(codebook: Codebook, name: ListName): void {
  const checkEntry = entryCheck(name);
  for (const [key, entry] of Object.entries(codebook[listOf[name]])) {
    if (key === "" || reservedNames.includes(key) || keysOfTables.includes(key)) {
      throw new CasualtyError(
        "codebook-key-reserved",
        `The ${name} key "${key}" cannot be used: it is ${key === "" ? "empty" : "reserved"}. Choose another key; the label may stay.`,
        { list: name, key },
      );
    }
    checkEntry(key, entry);
  }
}

function checkReferences(codebook: Codebook): void {
  for (const [key, { section, parent, successorOf }] of Object.entries(codebook.perpetrators)) {
    refer(codebook, "perpetrator", key, "section", section, "section");
    if (parent !== undefined) refer(codebook, "perpetrator", key, "parent", parent, "perpetrator");
    if (successorOf !== undefined) {
      refer(codebook, "perpetrator", key, "successorOf", successorOf, "perpetrator");
    }
  }
  for (const [key, { section }] of Object.entries(codebook.unattributed)) {
    refer(codebook, "unattributed", key, "section", section, "section");
  }
  for (const [key, { members }] of Object.entries(codebook.alliances)) {
    for (const member of members) refer(codebook, "alliance", key, "members", member, "perpetrator");
  }
  for (const [key, { parent }] of Object.entries(codebook.places)) {
    if (parent !== undefined) refer(codebook, "place", key, "parent", parent, "place");
  }
  for (const [key, { when }] of Object.entries(codebook.categories)) {
    const check = (path: string, list: ListName, reference: string) => {
      refer(codebook, "category", key, path, reference, list);
    };
    checkVictimCondition(when, check, `categories.${key}.when`);
  }
}

function refer(
  codebook: Codebook,
  list: ListName,
  key: string,
  field: string,
  reference: string,
  to: ListName,
): void {
  if (Object.hasOwn(codebook[listOf[to]], reference)) return;
  throw new CasualtyError(
    "codebook-reference-unknown",
    `The ${list} "${key}" names the ${to} "${reference}" (${field}), which is not in the codebook: add it, or correct the key.`,
    { list, key, field, reference },
  );
}

function checkParents(list: Nested, name: ListName): void {
  const key = keyInCycle(Object.keys(list), (at) => list[at]?.parent);
  if (key === null) return;
  throw new CasualtyError(
    "codebook-parent-cycle",
    `The ${name} "${key}" lies within itself by its parents: correct one of them.`,
    { list: name, key },
  );
}

function checkSuccession({ perpetrators }: Codebook): void {
  const key = keyInCycle(Object.keys(perpetrators), (at) => perpetrators[at]?.successorOf);
  if (key === null) return;
  throw new CasualtyError(
    "codebook-succession-cycle",
    `The perpetrator "${key}" comes after itself by those that it is a successor of: correct one of them.`,
    { list: "perpetrator", key },
  );
}
