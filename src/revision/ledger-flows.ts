import { axesOf } from "../tally/axes.js";
import type { MeasureKind } from "../tally/measure.js";
import type { DimensionKeys } from "../tally/tally-data.js";
import { checkLedger } from "./check-ledger.js";
import type { Ledger } from "./ledger.js";
import { cellNumberOf, type LedgerTerm, openTerm } from "./ledger-term.js";

/** The items that went from one cell to another. */
export interface LedgerFlow<
  K extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> {
  readonly from: { readonly [Name in keyof K]: K[Name] };
  readonly to: { readonly [Name in keyof K]: K[Name] };
  /** The items as they were counted in the cell that they left. */
  readonly was: LedgerTerm<I, M>;
  /** The items as they are counted in the cell that they came to: as many, unless they add another number. */
  readonly is: LedgerTerm<I, M>;
}

/**
 * Gives the flows between cells, those of nobody left out, in the order of the keys of `from` and then of `to`: the matrix
 * of what moved, whose rows add to `movedOut` and columns to `movedIn` of `ledgerCells`.
 *
 * @throws `ledger-malformed` if a ledger that was read from JSON has not its form; `tally-not-additive` and the like, as in `ledgerCells`.
 *
 * @example
 * const by = { by: partition({ keys: ["unknown", "regime"], keyOf: (victim: { by: "unknown" | "regime" }) => victim.by }) };
 * const before = [{ id: "v-1", by: "unknown" as const }, { id: "v-2", by: "regime" as const }];
 * const after = [{ id: "v-1", by: "regime" as const }, { id: "v-2", by: "regime" as const }];
 * const flows = ledgerFlows(compareReleases(before, after, { by }));
 * flows.map(({ from, to, was }) => [from.by, to.by, was.count, was.ids]) // [["unknown", "regime", 1, ["v-1"]]]
 */
export function ledgerFlows<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  ledger: Ledger<K, I, M>,
): LedgerFlow<K, I, M>[] {
  checkLedger(ledger, "ledgerFlows");
  const { before, entries } = ledger;
  const cellOfKey = cellNumberOf(axesOf(before.dimensions));
  const found = new Map<string, ReturnType<typeof open>>();
  const open = (from: LedgerFlow<K, I, M>["from"], to: LedgerFlow<K, I, M>["to"]) => ({
    from,
    to,
    cells: [cellOfKey(from), cellOfKey(to)] as const,
    was: openTerm(before),
    is: openTerm(before),
  });
  for (const { id, from, to } of entries) {
    if (from === null || to === null) continue;
    const [left, entered] = [cellOfKey(from.key), cellOfKey(to.key)];
    if (left === entered) continue;
    const name = `${left} ${entered}`;
    const flow = found.get(name) ?? open(from.key, to.key);
    found.set(name, flow);
    flow.was.add(id, from);
    flow.is.add(id, to);
  }
  return [...found.values()]
    .sort(({ cells: [from, to] }, { cells: [otherFrom, otherTo] }) => from - otherFrom || to - otherTo)
    .map(({ from, to, was, is }) => ({ from, to, was: was.close(), is: is.close() }));
}
