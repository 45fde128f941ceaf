import { calendarDate } from "../calendar/calendar-date.js";
import { CasualtyError } from "../error.js";
import { checkVictimCondition } from "./check-condition.js";
import type { Codebook } from "./codebook.js";
import { type Keys, type ListName, listNames, listOf, reservedNames } from "./keys.js";

/** What a codebook's keys may not be: `reservedNames`, and the keys that tables use for what has no key of a list. */
const reservedKeys: readonly string[] = [...reservedNames, "unknown", "undated", "outside", "jointly"];

/** Gives the codebook back if its keys and references hold together; throws what is wrong otherwise. */
export function checkCodebook<K extends Keys>(codebook: Codebook<K>): Codebook<K> {
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
  return codebook;
}

function checkList(codebook: Codebook, name: ListName): void {
  const list: unknown = codebook[listOf[name]];
  if (typeof list !== "object" || list === null || Array.isArray(list)) {
    throw malformed(name, "", `The codebook's ${listOf[name]} must be an object of entries by key.`);
  }
  for (const [key, entry] of Object.entries(list as Record<string, unknown>)) {
    if (key === "" || reservedKeys.includes(key)) {
      throw new CasualtyError(
        "codebook-key-reserved",
        `The ${name} key "${key}" cannot be used: it is ${key === "" ? "empty" : "reserved"}. Choose another key; the label may stay.`,
        { list: name, key },
      );
    }
    if (typeof entry !== "object" || entry === null) {
      throw malformed(name, key, `The ${name} "${key}" must be an object with a label.`);
    }
    const { label, aliases } = entry as { label?: unknown; aliases?: unknown };
    if (typeof label !== "string" || label === "") {
      throw malformed(name, key, `The ${name} "${key}" has no label: give the text that is printed for it.`);
    }
    if (
      aliases !== undefined &&
      !(Array.isArray(aliases) && aliases.every((alias) => typeof alias === "string"))
    ) {
      throw malformed(name, key, `The aliases of the ${name} "${key}" must be a list of texts.`);
    }
  }
}

function checkReferences(codebook: Codebook): void {
  for (const [key, { section, parent, valid }] of Object.entries(codebook.perpetrators)) {
    refer(codebook, "perpetrator", key, "section", section, "section");
    if (parent !== undefined) refer(codebook, "perpetrator", key, "parent", parent, "perpetrator");
    if (valid?.from !== undefined) calendarDate(valid.from);
    if (valid?.to !== undefined) calendarDate(valid.to);
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
    checkVictimCondition(when, (path, list, reference) => {
      refer(codebook, "category", key, path, reference, list);
    });
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

function checkParents(list: Readonly<Record<string, { readonly parent?: string }>>, name: ListName): void {
  for (const key of Object.keys(list)) {
    const seen = new Set<string>();
    for (let at: string | undefined = key; at !== undefined; at = list[at]?.parent) {
      if (seen.has(at)) {
        throw new CasualtyError(
          "codebook-parent-cycle",
          `The ${name} "${key}" lies within itself by its parents: correct one of them.`,
          { list: name, key },
        );
      }
      seen.add(at);
    }
  }
}

function malformed(list: ListName, key: string, message: string): CasualtyError<"codebook-malformed"> {
  return new CasualtyError("codebook-malformed", message, { list, key });
}
