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

/** Any character but half of a pair: the unit "binary", whose table of a million characters takes fast-check a second. */
export const characters = fc
  .nat(0x10ffff - 0x800)
  .map((index) => String.fromCodePoint(index < 0xd800 ? index : index + 0x800), indexOfCharacter);

function indexOfCharacter(text: unknown): number {
  const [character, ...others] = typeof text === "string" ? text : [];
  const index = character?.codePointAt(0);
  if (index === undefined || others.length > 0) throw new Error("This is not one character.");
  return index < 0xd800 ? index : index - 0x800;
}

const names = ["Idlib", "idlib", "IDLIB", "Idleb", "Dar'a", "Dar’a", "Daraa", "إدلب", "ادلب", "حماة", "حماه"];
const others = ["Hay'at Tahrir al Sham", "HTS", "hts", "toString", "hasOwnProperty", "valueOf"];

const anyText = fc.oneof(
  fc.string({ unit: characters }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(...names),
  fc.constantFrom(...others, "2021", "0", " ", "?"),
);

/** Any texts; many are a name in one of its spellings, so that entries share some, or mean something to JavaScript. */
export function texts(): fc.Arbitrary<string> {
  return anyText;
}

/** Texts that a key can be. */
const keyTexts = anyText.map((text) => {
  const reserved = ["", "__proto__", "constructor", "prototype", "unknown", "undated", "outside", "jointly"];
  return reserved.includes(text) ? `${text}-` : text;
});

/** Texts that can be printed for an entry: never blank. */
const labels = anyText.map((text) => (text.trim() === "" ? `-${text}` : text));

const validities = fc.record(
  { from: fc.constantFrom("2011-03-01", "2016-07-28"), to: fc.constantFrom("2016-07-28", "2024-12-08") },
  { requiredKeys: [] },
);

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
  const free = Object.fromEntries(listNames.map((name) => [name, respelling(base, name)])) as FreeTexts;
  const places = anyText.map(free.place);
  return keyLists(base, free).chain((own) => {
    const all = joinedKeys(base, own);
    // Where there is no section there is no party that could stand in one.
    const section = fc.constantFrom(...(all.section.length === 0 ? ["none"] : all.section));
    const plain = (name: ListName) => list(own[name], entry(free[name], {}));
    return fc.record({
      sections: plain("section"),
      perpetrators: withOthers(
        ["parent", "successorOf"],
        own.perpetrator,
        Object.keys(base.perpetrators),
        entry<Perpetrator>(free.perpetrator, { section }, { phrase: anyText, valid: validities }),
      ),
      unattributed: list(own.unattributed, entry<Unattributed>(free.unattributed, { section })),
      alliances: list(own.alliance, entry<Alliance>(free.alliance, { members: someKeys(all.perpetrator) })),
      roles: plain("role"),
      causes: plain("cause"),
      means: plain("means"),
      categories: list(own.category, entry<Category>(free.category, { when: victimConditions(all) })),
      places: withOthers(
        ["parent"],
        own.place,
        Object.keys(base.places),
        entry<Place>(free.place, {}, { labelArabic: places, pcode: places, iso: places }),
      ),
    });
  });
}

/** What respells the texts of each list. */
type FreeTexts = Readonly<Record<ListName, (text: string) => string>>;

/** Respells texts until they mean nothing in the lists of the codebook. */
function respelling(codebook: Codebook, ...lists: ListName[]): (text: string) => string {
  const keys = new Set(lists.flatMap((name) => Object.keys(codebook[listOf[name]])));
  const all = lists.flatMap((name) => spellingsOf(codebook, name));
  const forms = new Set(all.map(({ text }) => spelling(text)));
  forms.delete(""); // a blank text means nothing, unless it is a key
  return (text) => {
    let free = text;
    while (keys.has(free) || (forms.size > 0 && forms.has(spelling(free)))) free += " again";
    return free;
  };
}

function keyLists(base: Codebook, free: FreeTexts): fc.Arbitrary<KeyLists> {
  const fresh = (name: ListName) => fc.uniqueArray(keyTexts.map(free[name]));
  return fc
    .record({
      section: fresh("section"),
      // Perpetrators and unattributed sources share no key: one draw, dealt to both.
      party: fc.uniqueArray(keyTexts.map(respelling(base, "perpetrator", "unattributed"))),
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

type Entries<Value> = Readonly<Record<string, Value>>;

/** Entries for the keys, in their order. */
function list<Value>(keys: readonly string[], values: fc.Arbitrary<Value>): fc.Arbitrary<Entries<Value>> {
  return fc
    .tuple(...keys.map(() => values))
    .map((some) =>
      Object.fromEntries(some.map((value, index): [string, Value] => [keys[index] ?? "", value])),
    );
}

/**
 * Entries of which some name another one in each of these fields: one of the base, or one ranked before them in some order,
 * which is not the list's. So none comes back to itself.
 */
function withOthers<Value extends object>(
  fields: readonly string[],
  keys: readonly string[],
  base: readonly string[],
  values: fc.Arbitrary<Value>,
): fc.Arbitrary<Entries<Value>> {
  const picks = fc.tuple(...fields.map(() => fc.option(fc.nat())));
  const ranked = fc.record({ value: values, rank: fc.nat(), picks });
  return list(keys, ranked).map((all) => {
    const entryOf = (key: string, one: (typeof all)[string]): [string, Value] => {
      const before = [...base, ...keys.filter((other) => (all[other]?.rank ?? one.rank) < one.rank)];
      const named = fields.flatMap((field, index) => {
        const pick = one.picks[index] ?? null;
        return pick === null || before.length === 0 ? [] : [[field, before[pick % before.length]]];
      });
      return [key, { ...one.value, ...(Object.fromEntries(named) as object) }];
    };
    return Object.fromEntries(Object.entries(all).map(([key, one]) => entryOf(key, one)));
  });
}

/** An entry with a label and aliases that are free, of the fields that it must have and those that it may. */
function entry<Value extends Entry>(
  free: (text: string) => string,
  required: { readonly [Field in keyof Omit<Value, keyof Entry>]?: fc.Arbitrary<Value[Field]> },
  optional: {
    readonly [Field in keyof Omit<Value, keyof Entry>]?: fc.Arbitrary<NonNullable<Value[Field]>>;
  } = {},
): fc.Arbitrary<Value> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {
    label: labels.map(free),
    ...required,
    aliases: fc.array(anyText.map(free)),
    ...optional,
  };
  // The fields were typed one by one; fast-check cannot tell which of them a record always has.
  return fc.record(fields, {
    requiredKeys: ["label", ...Object.keys(required)],
  }) as unknown as fc.Arbitrary<Value>;
}
