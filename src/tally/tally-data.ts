import type { Columns, MeasureKind } from "./measure.js";

/** The keys of each dimension of a tally, by the dimension's name. */
export type DimensionKeys = Readonly<Record<string, string>>;

/** One dimension of a tally: its name and its keys in order, and those that follow each other in time. */
export interface Dimension<Name extends string = string, Key extends string = string> {
  readonly name: Name;
  readonly keys: readonly Key[];
  readonly sequence?: readonly Key[];
}

/** What a tally counts, by what, and what beside: everything but its numbers. */
export interface Shape<K extends DimensionKeys, I extends string, M extends MeasureKind> {
  readonly measure: M;
  readonly dimensions: readonly {
    readonly [Name in keyof K & string]: Dimension<Name, K[Name]>;
  }[keyof K & string][];
  readonly inclusions: readonly I[];
}

/**
 * Measures over one or more partitions at once, with inclusions beside each count.
 *
 * Plain data: JSON in, JSON out, equal for equal counts whatever the order of the rows. Cells are numbered over the
 * product of the dimensions' keys (the last dimension runs fastest); `cells` holds the numbers of those that are not
 * zero, ascending, and `whole` and `including` their values in the same order. Read it with `at`, `total`, `listCells` and `rows`.
 */
export interface Tally<
  K extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> extends Shape<K, I, M> {
  readonly kind: "tally";
  readonly cells: readonly number[];
  readonly whole: Columns<M>;
  readonly including: { readonly [Key in I]: Columns<M> };
}

/**
 * Asks a tally with the keys `L` for every dimension of `K`, where both must have the same and the compiler knows them.
 *
 * A tally of fewer dimensions can be read like one of more, so that the compiler would let it pass.
 */
export type NoDimensionLess<K, L> = string extends keyof K
  ? unknown
  : [keyof K] extends [keyof L]
    ? unknown
    : { readonly "dimensions that this tally lacks": Exclude<keyof K, keyof L> };

/** A tally of whatever dimensions, for functions that only read its numbers. */
export interface AnyTally {
  readonly kind: "tally";
  readonly measure: MeasureKind;
  readonly dimensions: readonly Dimension[];
  readonly inclusions: readonly string[];
  readonly cells: readonly number[];
  readonly whole: AnyColumns;
  readonly including: Readonly<Record<string, AnyColumns>>;
}

export type AnyColumns = Readonly<Record<string, readonly number[]>>;
