import type { Codes } from "./codes.js";
import type { Inclusion, Partition } from "./dimension.js";
import type { Grouping } from "./grouping.js";
import type { Measure, MeasureKind } from "./measure.js";
import type { Dimension, DimensionKeys } from "./tally-data.js";

/** What items are prepared by, under names: partitions to tally by, inclusions, measures and groupings. */
export type PreparedBy<Item> = Readonly<
  Record<string, Partition<Item> | Inclusion<Item> | Measure<Item> | Grouping<Item>>
>;

/** The kind of each measure, by its name. */
export type MeasureKinds = Readonly<Record<string, MeasureKind>>;

/**
 * Items whose keys have been asked for, once: a snapshot that `tallyPrepared` answers from, as often as it is asked.
 *
 * `K` are the keys of each partition, `I` those of each inclusion, `M` the kind of each measure, by their names; `G` are the names
 * of the groupings. It knows nothing of what happens to the items afterwards. It is no result, and not for JSON; `structuredClone`
 * and messages to other threads keep it as it is.
 */
export interface Prepared<
  K extends DimensionKeys = DimensionKeys,
  I extends DimensionKeys = DimensionKeys,
  M extends MeasureKinds = MeasureKinds,
  G extends string = string,
> {
  readonly kind: "prepared";
  /** How many items there are: in every column in the same order, that of the first grouping if there is one. */
  readonly items: number;
  readonly partitions: { readonly [Name in keyof K & string]: PreparedPartition<Name, K[Name]> };
  readonly inclusions: { readonly [Name in keyof I & string]: PreparedInclusion<I[Name]> };
  readonly measures: { readonly [Name in keyof M & string]: PreparedMeasure<M[Name]> };
  readonly groupings: { readonly [Name in G]: PreparedGrouping };
}

/** A dimension with the position of each item's key. */
export interface PreparedPartition<Name extends string = string, Key extends string = string>
  extends Dimension<Name, Key> {
  readonly codes: Codes;
}

/** The keys of an inclusion with, for each item, which of the sets of keys that were met is its own. */
export interface PreparedInclusion<Key extends string = string> {
  readonly keys: readonly Key[];
  /** The sets of keys that were met, as positions; the first is that of no key. */
  readonly sets: readonly (readonly number[])[];
  readonly codes: Codes;
}

/** What each item adds, one list for each field of the measure. */
export interface PreparedMeasure<M extends MeasureKind = MeasureKind> {
  readonly measure: M;
  readonly fields: readonly Float64Array[];
  /** The largest number of each field, 0 where there are no items. */
  readonly largest: readonly number[];
}

/** The items of each group, by their positions. */
export interface PreparedGrouping {
  /** Group after group, the largest first; left out where the items themselves stand in this order. */
  readonly items?: Int32Array;
  /** Where each group ends in that order. */
  readonly ends: Int32Array;
}

/** The keys of those columns that are partitions, or of those that are inclusions. */
export type KeysOfKind<C, Kind extends "partition" | "inclusion"> = {
  readonly [Name in keyof C as C[Name] extends { readonly kind: Kind } ? Name : never]: C[Name] extends {
    readonly keys: readonly (infer Key extends string)[];
  }
    ? Key
    : never;
};

/** The kinds of those columns that are measures. */
export type KindsOfMeasures<C> = {
  readonly [Name in keyof C as C[Name] extends { readonly kind: MeasureKind }
    ? Name
    : never]: C[Name] extends {
    readonly kind: infer M extends MeasureKind;
  }
    ? M
    : never;
};

/** The names of those columns that are groupings. */
export type GroupingNames<C> = {
  readonly [Name in keyof C]: C[Name] extends { readonly kind: "grouping" } ? Name & string : never;
}[keyof C];
