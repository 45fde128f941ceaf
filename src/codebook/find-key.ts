import { CasualtyError, refuseUnless } from "../error.js";
import { checkedLists } from "./check-codebook.js";
import { entryCheck } from "./check-entry.js";
import type { Codebook, Entry } from "./codebook.js";
import { type Keys, type ListName, listNames, listOf } from "./keys.js";
import type { SpellingOf } from "./near.js";
import { nearestFinder } from "./nearest.js";
import { shown } from "./shown.js";
import { spelling } from "./spelling.js";

/** What a text is in a list of a codebook: a key, nothing in it (with the keys that it may be meant for), or several keys. */
export type Found<Key extends string> =
  | { readonly kind: "found"; readonly key: Key }
  | { readonly kind: "unknown"; readonly suggestions: readonly Key[] }
  | { readonly kind: "ambiguous"; readonly keys: readonly Key[] };

/** What a text is that names no single key. */
export type NotFound<Key extends string> = Exclude<Found<Key>, { readonly kind: "found" }>;

/** So many keys are named in a message. */
const mostNamed = 5;

/** Answers are remembered for that many texts, of at most that many characters. */
const remembered = { texts: 10_000, characters: 200 };

/**
 * A function that tells what any text is in one list of a codebook: by its keys, labels (in Arabic script too), aliases,
 * p-codes and ISO codes. To be made once and called for every row; nothing that it is given makes it throw.
 *
 * A key, written exactly, is always itself. Any other text is compared without case, diacritics, punctuation and spaces,
 * and in Arabic without the differences of alef, yeh and ta marbuta. A spelling that several keys share is *ambiguous*:
 * none of them is chosen. What is *unknown* comes with up to three keys that have a spelling near to it, nearest first;
 * codes are no candidates for that, as each is near to every other.
 *
 * @example
 * const findPlace = keyFinder(snhrCodebook, "place");
 * findPlace("Deir ez-Zor") // { kind: "found", key: "deir-ez-zour" }
 * findPlace("Idilb") // { kind: "unknown", suggestions: ["idlib"] }
 */
export function keyFinder<K extends Keys, Name extends ListName>(
  codebook: Codebook<K>,
  list: Name,
): (text: string) => Found<K[Name]> {
  const { exact, keysOf, names } = spellingsOf(codebook, list);
  const nearestTo = nearestFinder(names);
  const found = new Map<string, Found<K[Name]>>();
  for (const key of exact) found.set(key, answer({ kind: "found", key }));
  const find = (text: string): Found<K[Name]> => {
    const [key, ...others] = keysOf(text);
    if (key === undefined) return answer({ kind: "unknown", suggestions: nearestTo(spelling(text)) });
    return answer(
      others.length === 0 ? { kind: "found", key } : { kind: "ambiguous", keys: [key, ...others] },
    );
  };
  const answers = new Map<string, Found<K[Name]>>();
  return (text) => {
    const known = found.get(text) ?? answers.get(text);
    if (known !== undefined) return known;
    const given = find(text);
    if (text.length <= remembered.characters) {
      if (answers.size >= remembered.texts) answers.clear();
      answers.set(text, given);
    }
    return given;
  };
}

/** What the texts of one list mean in it, and its names, of which one may be misspelt. */
export interface Spellings<Key extends string> {
  readonly exact: ReadonlySet<Key>;
  /** The keys that a text is a spelling of: none, one, or several that share it. A key, written exactly, is always itself. */
  readonly keysOf: (text: string) => readonly Key[];
  readonly names: readonly SpellingOf<Key>[];
}

/** The spellings of one list of a codebook. */
export function spellingsOf<K extends Keys, Name extends ListName>(
  codebook: Codebook<K>,
  list: Name,
): Spellings<K[Name]> {
  const exact = new Set<K[Name]>();
  const byForm = new Map<string, Set<K[Name]>>();
  const names: SpellingOf<K[Name]>[] = [];
  const entries = Object.entries(entriesOf(codebook, list));
  const checkEntry = entryCheck(list);
  for (const [text, entry] of entries) {
    checkEntry(text, entry);
    // The keys of a codebook's list are K[Name]; Object.entries forgets it.
    const key = text as K[Name];
    exact.add(key);
    for (const form of formsOf(namesOf(key, entry))) {
      names.push({ form, key });
      addTo(byForm, form, key);
    }
    for (const form of formsOf(codesOf(entry))) addTo(byForm, form, key);
  }
  const isKey = (text: string): text is K[Name] => exact.has(text);
  return {
    exact,
    keysOf: (text) => (isKey(text) ? [text] : [...(byForm.get(spelling(text)) ?? [])]),
    names,
  };
}

/**
 * The key that a text is in one list of a codebook, as `keyFinder` finds it; that function is the faster for many texts.
 *
 * Errors: `key-unknown`, which proposes the keys with a spelling near to the text; `key-ambiguous`, which names the keys
 * that share it; `list-unknown` where a codebook has no such list.
 *
 * @example
 * findKey(snhrCodebook, "place", "Damascus Suburbs") // "rural-damascus"
 * findKey(snhrCodebook, "perpetrator", "PYD") // "sdf"
 */
export function findKey<K extends Keys, Name extends ListName>(
  codebook: Codebook<K>,
  list: Name,
  text: string,
): K[Name] {
  entriesOf(codebook, list);
  // What is no text is no spelling of anything.
  const found: Found<K[Name]> =
    typeof text === "string" ? keyFinder(codebook, list)(text) : { kind: "unknown", suggestions: [] };
  if (found.kind === "found") return found.key;
  const message = describeFailure(codebook, list, text, found);
  throw found.kind === "unknown"
    ? new CasualtyError("key-unknown", message, { list, text, suggestions: found.suggestions })
    : new CasualtyError("key-ambiguous", message, { list, text, keys: found.keys });
}

/**
 * What is wrong with a text that names no single key of a list, and what to do, as a sentence; `where` says where the
 * text stands ("row 17").
 *
 * @example
 * describeFailure(snhrCodebook, "place", "Idilb", { kind: "unknown", suggestions: ["idlib"] }, "row 17") // 'unknown place "Idilb" (row 17): did you mean "idlib" (Idlib, إدلب)?'
 */
export function describeFailure<K extends Keys, Name extends ListName>(
  codebook: Codebook<K>,
  list: Name,
  text: string,
  found: NotFound<K[Name]>,
  where?: string,
): string {
  const { kind } = Object(found) as Partial<NotFound<K[Name]>>;
  const isNotFound = kind === "ambiguous" || kind === "unknown";
  refuseUnless(isNotFound, found, "describeFailure", "what keyFinder answers of a text that is no key");
  const subject = `${nounOf(list)} ${shown(text)}${where === undefined ? "" : ` (${where})`}`;
  const choice = (keys: readonly string[]) => {
    const named = keys.slice(0, mostNamed).map((key) => describedKey(codebook, list, key));
    return [...named, ...(keys.length > mostNamed ? [`${keys.length - mostNamed} others`] : [])].join(" or ");
  };
  if (found.kind === "ambiguous") {
    return `ambiguous ${subject}: it is a spelling of ${choice(found.keys)}; write the key`;
  }
  if (found.suggestions.length > 0) return `unknown ${subject}: did you mean ${choice(found.suggestions)}?`;
  return `unknown ${subject}: the codebook has no such key, label or alias; correct the text, or add it to the codebook`;
}

/** Every text under which an entry is found. */
export function textsOf(key: string, entry: Named): readonly string[] {
  return [...namesOf(key, entry), ...codesOf(entry)].filter((text) => text !== undefined);
}

/** What the entries of some list have by which they are found. */
export interface Named extends Entry {
  readonly labelArabic?: string;
  readonly pcode?: string;
  readonly iso?: string;
}

function entriesOf(codebook: Codebook, list: ListName): Readonly<Record<string, Named>> {
  if (!listNames.includes(list)) {
    throw new CasualtyError(
      "list-unknown",
      `A codebook has no list of ${shown(list)}: name one of ${listNames.join(", ")}.`,
      { list },
    );
  }
  return checkedLists(codebook)[listOf[list]];
}

/** A key as it stands in a message: with its labels. */
export function describedKey(codebook: Codebook, list: ListName, key: string): string {
  const entry = entriesOf(codebook, list)[key];
  const labels = [entry?.label, entry?.labelArabic].filter((label) => label !== undefined);
  return `${JSON.stringify(key)} (${labels.join(", ")})`;
}

function nounOf(list: ListName): string {
  return list === "unattributed" ? "unattributed source" : list;
}

function namesOf(key: string, { label, labelArabic, aliases = [] }: Named): readonly (string | undefined)[] {
  return [key, label, labelArabic, ...aliases];
}

function codesOf({ pcode, iso }: Named): readonly (string | undefined)[] {
  return [pcode, iso];
}

function formsOf(texts: readonly (string | undefined)[]): ReadonlySet<string> {
  const forms = new Set(texts.filter((text) => text !== undefined).map(spelling));
  forms.delete(""); // a blank text names nothing
  return forms;
}

function addTo<Key>(byForm: Map<string, Set<Key>>, form: string, key: Key): void {
  const keys = byForm.get(form);
  if (keys === undefined) byForm.set(form, new Set([key]));
  else keys.add(key);
}

/** An answer that is given for many texts, so that nobody who holds it can change it for the others. */
function answer<Key extends string>(found: Found<Key>): Found<Key> {
  if (found.kind === "unknown") Object.freeze(found.suggestions);
  if (found.kind === "ambiguous") Object.freeze(found.keys);
  return Object.freeze(found);
}
