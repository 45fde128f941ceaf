import type { VictimCondition } from "./condition.js";
import type { Keys } from "./keys.js";

/** What every entry of a list has: a label as printed, and the other spellings under which it is found. */
export interface Entry {
  readonly label: string;
  readonly aliases?: readonly string[];
}

/** A section of the report's table, as "main parties" and "other parties". */
export type Section = Entry;

/** A party to which killings can be ascribed. */
export interface Perpetrator<S extends string = string, P extends string = string> extends Entry {
  readonly section: S;
  /** As it is named inside a sentence ("the Syrian regime"); the label where it is left out. */
  readonly phrase?: string;
  /** The perpetrator of which this one is a part: what is asked of that one holds for this one too. */
  readonly parent?: P;
  /**
   * When the party existed under this name: calendar days, both included; a side left out is open or not known. An
   * incident of another time that names it is warned of.
   */
  readonly valid?: { readonly from?: string; readonly to?: string };
  /** The perpetrator whose place this one took, under another name or in another form: proposed for earlier incidents. */
  readonly successorOf?: P;
}

/** A source that is nobody: "landmines of unknown source". Never a named culprit. */
export interface Unattributed<S extends string = string> extends Entry {
  readonly section: S;
}

/** A group of perpetrators printed beside its members: a selection of keys, never one more row of the sum. */
export interface Alliance<P extends string = string> extends Entry {
  readonly members: readonly P[];
}

/** A place, with the place that it lies in. */
export interface Place<L extends string = string> extends Entry {
  readonly parent?: L;
  /** The label in Arabic script. */
  readonly labelArabic?: string;
  /** OCHA place code, as `SY07`. */
  readonly pcode?: string;
  /** ISO 3166-2 code, as `SY-ID`. */
  readonly iso?: string;
}

/** A named condition over a victim. Categories may overlap. */
export interface Category<K extends Keys = Keys> extends Entry {
  readonly when: VictimCondition<K>;
}

/**
 * What a project counts by: plain data, made by `defineCodebook` and `extendCodebook`, published with the figures.
 */
export interface Codebook<K extends Keys = Keys> {
  readonly sections: { readonly [Key in K["section"]]: Section };
  readonly perpetrators: { readonly [Key in K["perpetrator"]]: Perpetrator<K["section"], K["perpetrator"]> };
  readonly unattributed: { readonly [Key in K["unattributed"]]: Unattributed<K["section"]> };
  readonly alliances: { readonly [Key in K["alliance"]]: Alliance<K["perpetrator"]> };
  readonly roles: { readonly [Key in K["role"]]: Entry };
  readonly causes: { readonly [Key in K["cause"]]: Entry };
  readonly means: { readonly [Key in K["means"]]: Entry };
  readonly categories: { readonly [Key in K["category"]]: Category<K> };
  readonly places: { readonly [Key in K["place"]]: Place<K["place"]> };
}

/**
 * The keys of a codebook, from its type. An interface gives them a name of your own, which messages of the compiler and
 * emitted declarations print instead of how they were made: `interface OurKeys extends KeysOf<typeof extended> {}`.
 */
export type KeysOf<C extends Codebook> = C extends Codebook<infer K> ? K : never;
