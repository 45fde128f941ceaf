import fc from "fast-check";
import type {
  Alliance,
  Category,
  Codebook,
  Entry,
  Perpetrator,
  Place,
  Unattributed,
} from "../../src/codebook/codebook.js";
import { type ListName, listNames, listOf } from "../../src/codebook/keys.js";
import { spelling } from "../../src/codebook/spelling.js";
import { type KeyLists, someKeys, victimConditions } from "./conditions.js";

export { incidentConditions, victimConditions } from "./conditions.js";

/** The codebook of no keys. */
export const emptyCodebook: Codebook = {
  sections: {},
  perpetrators: {},
  unattributed: {},
  alliances: {},
  roles: {},
  causes: {},
  means: {},
  categories: {},
  places: {},
};

/** Any codebook. */
export function codebooks(): fc.Arbitrary<Codebook> {
  return furtherLists(emptyCodebook);
}

/** Any codebook, and lists that can extend it: they share no spelling with it, though some with each other. */
export function extensions(): fc.Arbitrary<{ readonly base: Codebook; readonly lists: Codebook }> {
  return codebooks().chain((base) => furtherLists(base).map((lists) => ({ base, lists })));
}

/** Any texts; many are a name in one of its spellings, so that entries share some, or mean something to JavaScript. */
export function texts(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "Idlib",
      "idlib",
      "IDLIB",
      "Idleb",
      "Dar'a",
      "Dar’a",
      "Daraa",
      "إدلب",
      "ادلب",
      "حماة",
      "حماه",
    ),
    fc.constantFrom(
      "Hay'at Tahrir al Sham",
      "HTS",
      "hts",
      "toString",
      "hasOwnProperty",
      "valueOf",
      "2021",
      "0",
      " ",
      "?",
    ),
  );
}

/** Texts that a key can be. */
function keyTexts(): fc.Arbitrary<string> {
  const reserved = ["", "__proto__", "constructor", "prototype", "unknown", "undated", "outside", "jointly"];
  return texts().map((text) => (reserved.includes(text) ? `${text}-` : text));
}

/** Every text of the entries of a list by which one of them can be meant, with the key that it is a text of. */
export function spellingsOf(
  codebook: Codebook,
  list: ListName,
): { readonly key: string; readonly text: string }[] {
  const entries: Readonly<Record<string, Entry & Place>> = codebook[listOf[list]];
  return Object.entries(entries).flatMap(([key, { label, labelArabic, pcode, iso, aliases = [] }]) =>
    [key, label, labelArabic, pcode, iso, ...aliases].flatMap((text) =>
      text === undefined ? [] : [{ key, text }],
    ),
  );
}

/** Forbids every later change of a value and of what it holds. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** Lists that can extend a codebook: none of their spellings means anything in it, and references go to both. */
function furtherLists(base: Codebook): fc.Arbitrary<Codebook> {
  return keyLists(base).chain((own) => {
    const all = joinedKeys(base, own);
    const places = freeTexts(texts(), base, "place");
    const plain = (name: ListName) => list(own[name], () => entry(base, name, {}));
    return fc.record({
      sections: plain("section"),
      perpetrators: withParents(own.perpetrator, Object.keys(base.perpetrators), (parents) =>
        entry<Perpetrator>(
          base,
          "perpetrator",
          { section: fc.constantFrom(...all.section) },
          { phrase: texts(), valid: validities(), ...someOf("parent", parents) },
        ),
      ),
      unattributed: list(own.unattributed, () =>
        entry<Unattributed>(base, "unattributed", { section: fc.constantFrom(...all.section) }),
      ),
      alliances: list(own.alliance, () =>
        entry<Alliance>(base, "alliance", { members: someKeys(all.perpetrator) }),
      ),
      roles: plain("role"),
      causes: plain("cause"),
      means: plain("means"),
      categories: list(own.category, () =>
        entry<Category>(base, "category", { when: victimConditions(all) }),
      ),
      places: withParents(own.place, Object.keys(base.places), (parents) =>
        entry<Place>(
          base,
          "place",
          {},
          { labelArabic: places, pcode: places, iso: places, ...someOf("parent", parents) },
        ),
      ),
    });
  });
}

/** Texts respelt until they mean nothing in the lists of the codebook. */
function freeTexts(
  any: fc.Arbitrary<string>,
  codebook: Codebook,
  ...names: ListName[]
): fc.Arbitrary<string> {
  const keys = names.flatMap((name) => Object.keys(codebook[listOf[name]]));
  const all = names.flatMap((name) => spellingsOf(codebook, name));
  const forms = new Set(all.map(({ text }) => spelling(text)));
  forms.delete(""); // a blank text means nothing, unless it is a key
  return any.map((text) => {
    let free = text;
    while (keys.includes(free) || forms.has(spelling(free))) free += " again";
    return free;
  });
}

function keyLists(base: Codebook): fc.Arbitrary<KeyLists> {
  const fresh = (...names: ListName[]) => fc.uniqueArray(freeTexts(keyTexts(), base, ...names));
  return fc
    .record({
      section: fresh("section"),
      // Perpetrators and unattributed sources share no key: one draw, dealt to both.
      party: fresh("perpetrator", "unattributed"),
      dealt: fc.infiniteStream(fc.boolean()),
      alliance: fresh("alliance"),
      role: fresh("role"),
      cause: fresh("cause"),
      means: fresh("means"),
      category: fresh("category"),
      place: fresh("place"),
    })
    .map(({ party, dealt, ...others }) => {
      // A party needs a section to stand in.
      const hasSection = others.section.length > 0 || Object.keys(base.sections).length > 0;
      const named: string[] = [];
      const unnamed: string[] = [];
      for (const key of hasSection ? party : []) (dealt.next().value ? named : unnamed).push(key);
      return { ...others, perpetrator: named, unattributed: unnamed };
    });
}

function joinedKeys(base: Codebook, own: KeyLists): KeyLists {
  const joined = listNames.map((name) => [name, [...Object.keys(base[listOf[name]]), ...own[name]]]);
  return Object.fromEntries(joined) as KeyLists;
}

/** Entries for the keys, in their order. */
function list<Value>(
  keys: readonly string[],
  entryOf: (key: string) => fc.Arbitrary<Value>,
): fc.Arbitrary<Readonly<Record<string, Value>>> {
  return fc
    .tuple(...keys.map((key) => fc.tuple(fc.constant(key), entryOf(key))))
    .map((entries) => Object.fromEntries<Value>(entries));
}

/** Entries whose parents are of the base or come before them in some order, which is not the list's. */
function withParents<Value>(
  keys: readonly string[],
  base: readonly string[],
  entryOf: (parents: readonly string[]) => fc.Arbitrary<Value>,
): fc.Arbitrary<Readonly<Record<string, Value>>> {
  return fc
    .shuffledSubarray([...keys], { minLength: keys.length })
    .chain((ranked) => list(keys, (key) => entryOf([...base, ...ranked.slice(0, ranked.indexOf(key))])));
}

/** An entry with a label and aliases that are free, of the fields that it must have and those that it may. */
function entry<Value extends Entry>(
  base: Codebook,
  name: ListName,
  required: { readonly [Field in keyof Omit<Value, keyof Entry>]?: fc.Arbitrary<Value[Field]> },
  optional: {
    readonly [Field in keyof Omit<Value, keyof Entry>]?: fc.Arbitrary<NonNullable<Value[Field]>>;
  } = {},
): fc.Arbitrary<Value> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {
    label: freeTexts(labels(), base, name),
    ...required,
    aliases: fc.array(freeTexts(texts(), base, name)),
    ...optional,
  };
  // The fields were typed one by one; fast-check cannot tell which of them a record always has.
  return fc.record(fields, {
    requiredKeys: ["label", ...Object.keys(required)],
  }) as unknown as fc.Arbitrary<Value>;
}

function someOf<Field extends string>(
  field: Field,
  keys: readonly string[],
): { readonly [Name in Field]?: fc.Arbitrary<string> } {
  return keys.length === 0
    ? {}
    : ({ [field]: fc.constantFrom(...keys) } as { [Name in Field]: fc.Arbitrary<string> });
}

/** Texts that can be printed for an entry: never blank. */
function labels(): fc.Arbitrary<string> {
  return texts().map((text) => (text.trim() === "" ? `-${text}` : text));
}

function validities(): fc.Arbitrary<{ from?: string; to?: string }> {
  const from = fc.constantFrom("2011-03-01", "2016-07-28");
  const to = fc.constantFrom("2016-07-28", "2024-12-08");
  return fc.record({ from, to }, { requiredKeys: [] });
}
