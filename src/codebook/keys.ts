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

/** The name of a list of a codebook's keys, as `findKey` and the messages name it. */
export type ListName = keyof Keys;
