/**
 * The keys of a codebook, one union of literals for each of its lists.
 *
 * Everything that is typed by a codebook is typed by this one object, so that an error names a key
 * and a further list breaks nobody: `Victim<K>` reads `K["role"]`, `Incident<K>` reads `K["perpetrator"]`.
 */
export interface Keys {
  readonly section: string;
  readonly perpetrator: string;
  readonly unattributed: string;
  readonly alliance: string;
  readonly role: string;
  readonly cause: string;
  readonly means: string;
  readonly category: string;
  readonly place: string;
}

/** What one key of a codebook is a key of, as `findKey` and the messages name it. */
export type ListName = keyof Keys;

/** The list of a codebook in which the keys of each name stand. */
export const listOf = {
  section: "sections",
  perpetrator: "perpetrators",
  unattributed: "unattributed",
  alliance: "alliances",
  role: "roles",
  cause: "causes",
  means: "means",
  category: "categories",
  place: "places",
} as const satisfies Record<ListName, string>;

/** Every name of a list, in the order of `Keys`. */
export const listNames = [
  "section",
  "perpetrator",
  "unattributed",
  "alliance",
  "role",
  "cause",
  "means",
  "category",
  "place",
] as const satisfies readonly ListName[];

/** Names that mean something to JavaScript's objects, and are refused as keys and ids. */
export const reservedNames: readonly string[] = ["__proto__", "constructor", "prototype"];
