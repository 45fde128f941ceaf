import type { MeasureKind, Value } from "../tally/measure.js";
import type { DimensionKeys, Tally } from "../tally/tally-data.js";
import type { Reason } from "./reason.js";

/** Where an item stands in a tally: its cell, the keys of the inclusion that it is under, and what it adds. */
export interface LedgerPlace<
  K extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> {
  readonly key: { readonly [Name in keyof K]: K[Name] };
  readonly including: readonly I[];
  readonly value: Value<M>;
}

/** One item that does not stand where it stood. */
export interface LedgerEntry<
  K extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> {
  readonly id: string;
  /** `null` for an item that was added. */
  readonly from: LedgerPlace<K, I, M> | null;
  /** `null` for an item that was removed. */
  readonly to: LedgerPlace<K, I, M> | null;
  /** As far as they are known. */
  readonly reasons: readonly Reason[];
}

/**
 * Why the tally of one release is not that of another: every item that does not stand where it stood.
 *
 * Plain data. Read it cell by cell with `ledgerCells`, as flows between cells with `ledgerFlows`, in words with
 * `explainLedger`; join it to the next with `composeLedgers`. Two releases that count alike, item by item, have no entries.
 */
export interface Ledger<
  K extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> {
  readonly kind: "ledger";
  readonly before: Tally<K, I, M>;
  readonly after: Tally<K, I, M>;
  /** In the order of the ids. */
  readonly entries: readonly LedgerEntry<K, I, M>[];
}
