import { CasualtyError } from "../error.js";
import { checkAllLists, checkCodebook, checkLists } from "./check-codebook.js";
import type {
  Alliance,
  Category,
  Codebook,
  Entry,
  Perpetrator,
  Place,
  Section,
  Unattributed,
} from "./codebook.js";
import type { KeysBy } from "./define-codebook.js";
import { type Named, spellingsOf, textsOf } from "./find-key.js";
import { type Keys, type ListName, listNames, listOf } from "./keys.js";

/**
 * The keys of a codebook with those of its extension, of which `More` names the lists that the extension has:
 * `ExtendedKeys<SnhrKeys, { perpetrator: "coast-guard" }>`.
 */
export type ExtendedKeys<K extends Keys, More extends Partial<Keys>> = {
  readonly [Name in ListName]: K[Name] | (Name extends keyof More ? NonNullable<More[Name]> : never);
};

/** The lists in which there is a key: what an extension leaves out stands in no message and no declaration. */
type Stated<More extends Keys> = {
  readonly [Name in ListName as [More[Name]] extends [never] ? never : Name]: More[Name];
} & {};

/**
 * Makes a codebook that holds everything of `base` and the keys of `lists`; neither is changed.
 *
 * The new entries may refer to those of the base and to each other. A key that the base has is refused
 * (`codebook-key-exists`), and so is a spelling that means something in the base (`codebook-spelling-taken`): an
 * extension changes no count of records that the base accepts.
 *
 * Definitions of the base are definitions of what extends it. A function that takes any codebook wider than one says so by
 * `function f<More extends Keys>(codebook: Codebook<SnhrKeys | More>)`; `KeysOf` names the keys.
 * Further errors are those of `defineCodebook`.
 *
 * @example
 * const base = defineCodebook({ places: { north: { label: "North" } } });
 * const wider = extendCodebook(base, { places: { harbour: { label: "Harbour", parent: "north" } } });
 * Object.keys(wider.places) // ["north", "harbour"]
 */
export function extendCodebook<
  K extends Keys,
  S extends string = never,
  P extends string = never,
  U extends string = never,
  A extends string = never,
  R extends string = never,
  C extends string = never,
  M extends string = never,
  G extends string = never,
  L extends string = never,
>(
  base: Codebook<K>,
  lists: {
    readonly sections?: { readonly [Key in S]: Section };
    readonly perpetrators?: {
      readonly [Key in P]: Perpetrator<K["section"] | NoInfer<S>, K["perpetrator"] | NoInfer<P>>;
    };
    readonly unattributed?: { readonly [Key in U]: Unattributed<K["section"] | NoInfer<S>> };
    readonly alliances?: { readonly [Key in A]: Alliance<K["perpetrator"] | NoInfer<P>> };
    readonly roles?: { readonly [Key in R]: Entry };
    readonly causes?: { readonly [Key in C]: Entry };
    readonly means?: { readonly [Key in M]: Entry };
    readonly categories?: {
      readonly [Key in G]: NoInfer<Category<K | KeysBy<S, P, U, A, R, C, M, G, L>>>;
    };
    readonly places?: { readonly [Key in L]: Place<K["place"] | NoInfer<L>> };
  },
): Codebook<ExtendedKeys<K, Stated<KeysBy<S, P, U, A, R, C, M, G, L>>>> {
  checkAllLists(base);
  checkLists(lists);
  for (const name of listNames) refuseKeysOfBase(base, name, lists[listOf[name]] ?? {});
  const extended = checkCodebook<Keys>({
    sections: { ...base.sections, ...lists.sections },
    perpetrators: { ...base.perpetrators, ...lists.perpetrators },
    unattributed: { ...base.unattributed, ...lists.unattributed },
    alliances: { ...base.alliances, ...lists.alliances },
    roles: { ...base.roles, ...lists.roles },
    causes: { ...base.causes, ...lists.causes },
    means: { ...base.means, ...lists.means },
    categories: { ...base.categories, ...lists.categories },
    places: { ...base.places, ...lists.places },
  });
  for (const name of listNames) refuseTakenSpellings(base, name, lists[listOf[name]] ?? {});
  return extended;
}

function refuseKeysOfBase(base: Codebook, name: ListName, list: object): void {
  for (const key of Object.keys(list)) {
    if (!Object.hasOwn(base[listOf[name]], key)) continue;
    throw new CasualtyError(
      "codebook-key-exists",
      `The codebook already has the ${name} "${key}": give the new entry a key of its own.`,
      { list: name, key },
    );
  }
}

/** Refuses entries of which a spelling means something in the base: records that it accepts would read otherwise. */
function refuseTakenSpellings(base: Codebook, name: ListName, list: Readonly<Record<string, Named>>): void {
  const { keysOf } = spellingsOf(base, name);
  for (const [key, entry] of Object.entries(list)) {
    for (const text of textsOf(key, entry)) {
      const owners = keysOf(text);
      if (owners.length === 0) continue;
      const owner = owners.join(", ");
      throw new CasualtyError(
        "codebook-spelling-taken",
        `The new ${name} "${key}" cannot be spelt "${text}", which means "${owner}" in the base: choose another spelling.`,
        { list: name, key, spelling: text, owner },
      );
    }
  }
}
