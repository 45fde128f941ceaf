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
import type { IncidentCondition, VictimCondition } from "../../src/codebook/condition.js";
import { type Keys, type ListName, listNames, listOf } from "../../src/codebook/keys.js";

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

/** Any codebook, and lists that can extend it. */
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
export function keyTexts(): fc.Arbitrary<string> {
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

/** The keys of each list, as conditions and references choose among them. */
type KeyLists = { readonly [Name in ListName]: readonly string[] };

/** Lists that can extend a codebook: none of their keys is in it, and references go to both. */
function furtherLists(base: Codebook): fc.Arbitrary<Codebook> {
  return keyLists(base).chain((own) => {
    const all = joinedKeys(base, own);
    return fc.record({
      sections: list(own.section, () => entry({})),
      perpetrators: withParents(own.perpetrator, Object.keys(base.perpetrators), (parents) =>
        entry<Perpetrator>(
          { section: fc.constantFrom(...all.section) },
          { phrase: texts(), valid: validities(), ...someOf("parent", parents) },
        ),
      ),
      unattributed: list(own.unattributed, () =>
        entry<Unattributed>({ section: fc.constantFrom(...all.section) }),
      ),
      alliances: list(own.alliance, () => entry<Alliance>({ members: anyOf(all.perpetrator) })),
      roles: list(own.role, () => entry({})),
      causes: list(own.cause, () => entry({})),
      means: list(own.means, () => entry({})),
      categories: list(own.category, () => entry<Category>({ when: victimConditions(all) })),
      places: withParents(own.place, Object.keys(base.places), (parents) =>
        entry<Place>(
          {},
          { labelArabic: texts(), pcode: texts(), iso: texts(), ...someOf("parent", parents) },
        ),
      ),
    });
  });
}

function keyLists(base: Codebook): fc.Arbitrary<KeyLists> {
  const fresh = (...taken: readonly object[]) =>
    fc
      .uniqueArray(keyTexts())
      .map((keys) => keys.filter((key) => !taken.some((entries) => Object.hasOwn(entries, key))));
  return fc
    .record({
      section: fresh(base.sections),
      // Perpetrators and unattributed sources share no key: one draw, dealt to both.
      party: fresh(base.perpetrators, base.unattributed),
      dealt: fc.infiniteStream(fc.boolean()),
      alliance: fresh(base.alliances),
      role: fresh(base.roles),
      cause: fresh(base.causes),
      means: fresh(base.means),
      category: fresh(base.categories),
      place: fresh(base.places),
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

/** The arbitraries of an entry's fields: those that it must have, and those that it may. */
function entry<Value extends Entry>(
  required: { readonly [Field in keyof Omit<Value, keyof Entry>]?: fc.Arbitrary<Value[Field]> },
  optional: {
    readonly [Field in keyof Omit<Value, keyof Entry>]?: fc.Arbitrary<NonNullable<Value[Field]>>;
  } = {},
): fc.Arbitrary<Value> {
  const label = texts().map((text) => (text === "" ? "-" : text));
  const fields: Record<string, fc.Arbitrary<unknown>> = {
    label,
    ...required,
    aliases: fc.array(texts()),
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

function anyOf(keys: readonly string[]): fc.Arbitrary<string[]> {
  return keys.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...keys));
}

function validities(): fc.Arbitrary<{ from?: string; to?: string }> {
  const from = fc.constantFrom("2011-03-01", "2016-07-28");
  const to = fc.constantFrom("2016-07-28", "2024-12-08");
  return fc.record({ from, to }, { requiredKeys: [] });
}

/** Conditions over incidents that name only these keys. */
export function incidentConditions(
  keys: Pick<KeyLists, "perpetrator" | "means" | "place">,
): fc.Arbitrary<IncidentCondition> {
  const atoms: fc.Arbitrary<IncidentCondition>[] = [
    fc.record({ suspects: fc.constantFrom("none", "one", "several") }),
    fc.record({ investigation: fc.constantFrom("open", "concluded") }),
    fc.record({ suspectedOnly: anyOf(keys.perpetrator) }),
    fc.record({ date: periodTexts() }),
    ...atomsOf<IncidentCondition>(keys.perpetrator, (key) => [
      fc.record({ suspected: key }),
      fc.record({ firedFrom: key }),
    ]),
    ...atomsOf<IncidentCondition>(keys.perpetrator, (key) => [fc.record({ controlledBy: key })]),
    ...atomsOf<IncidentCondition>(keys.means, (key) => [fc.record({ means: key })]),
    ...atomsOf<IncidentCondition>(keys.place, (key) => [fc.record({ place: key })]),
  ];
  return combined<IncidentCondition>(fc.oneof(...atoms), (part, parts) => [
    fc.record({ all: parts }),
    fc.record({ any: parts }),
    fc.record({ not: part }),
  ]);
}

/** Conditions over victims that name only these keys. */
export function victimConditions(
  keys: { readonly [Name in keyof Keys]: readonly string[] },
): fc.Arbitrary<VictimCondition> {
  const age = fc.nat();
  const atoms: fc.Arbitrary<VictimCondition>[] = [
    fc.record({ sex: fc.constantFrom("female", "male") }),
    fc.record({
      age: fc.oneof(
        fc.record({ from: age }),
        fc.record({ below: age }),
        fc.record({ from: age, below: age }),
      ),
    }),
    fc.record({
      status: fc.constantFrom("civilian", "other-protected", "armed-forces", "direct-participant"),
    }),
    fc.record({ unborn: fc.boolean() }),
    fc.record({ died: periodTexts() }),
    fc.record({ documented: periodTexts() }),
    fc.record({ incident: incidentConditions(keys) }),
    ...atomsOf<VictimCondition>(keys.role, (key) => [fc.record({ role: key })]),
    ...atomsOf<VictimCondition>(keys.cause, (key) => [fc.record({ cause: key })]),
    ...atomsOf<VictimCondition>(keys.place, (key) => [
      fc.record({ killedIn: key }),
      fc.record({ origin: key }),
    ]),
  ];
  return combined<VictimCondition>(fc.oneof(...atoms), (part, parts) => [
    fc.record({ all: parts }),
    fc.record({ any: parts }),
    fc.record({ not: part }),
  ]);
}

function atomsOf<Atom>(
  keys: readonly string[],
  atoms: (key: fc.Arbitrary<string>) => fc.Arbitrary<Atom>[],
): fc.Arbitrary<Atom>[] {
  return keys.length === 0 ? [] : atoms(fc.constantFrom(...keys));
}

function combined<Condition>(
  atoms: fc.Arbitrary<Condition>,
  operators: (part: fc.Arbitrary<Condition>, parts: fc.Arbitrary<Condition[]>) => fc.Arbitrary<Condition>[],
): fc.Arbitrary<Condition> {
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: "small" },
      atoms,
      ...operators(tie("condition"), fc.array(tie("condition"), { depthIdentifier: "condition" })),
    ),
  })).condition;
}

function periodTexts(): fc.Arbitrary<string> {
  return fc.constantFrom("2021", "2021-07", "2021-Q3", "2021-07-15", "2021-01/2021-07");
}
