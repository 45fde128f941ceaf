import { CasualtyError } from "../error.js";
import { sameContent } from "../record/same-content.js";
import { axesOf } from "../tally/axes.js";
import { listFilledCells } from "../tally/list-cells.js";
import { checkedNumbers, type MeasureKind } from "../tally/measure.js";
import type { DimensionKeys, NoDimensionLess, Tally } from "../tally/tally-data.js";
import { checkLedger } from "./check-ledger.js";
import { compareTexts } from "./grouped-by-id.js";
import type { Ledger, LedgerEntry, LedgerPlace } from "./ledger.js";
import { cellNumberOf } from "./ledger-term.js";

/**
 * Gives the ledger from a first to a third release, from those of the two steps between them.
 *
 * It joins them item by item, and what was removed and restored, or moved and moved back, cancels: it is what
 * `compareReleases` gives for the first and the third release, but that the reasons of an item are those of both steps, in
 * their order. Of one that was removed and restored elsewhere, or moved and then removed, they are those of the second step: what
 * is over explains nothing.
 *
 * @throws `ledgers-not-consecutive` if the second does not begin where the first ends, as far as ledgers show it: they hold the
 * counts of all cells and the ids of those that changed. What leaves a cell that cannot hold it is refused; two releases of equal
 * counts and other ids, of which nothing changed, cannot be told apart. `ledger-malformed` and the like, as in `ledgerCells`.
 *
 * @example
 * const by = { by: partition({ keys: ["unknown", "regime"], keyOf: (victim: { by: "unknown" | "regime" }) => victim.by }) };
 * const unknown = [{ id: "v-1", by: "unknown" as const }];
 * const regime = [{ id: "v-1", by: "regime" as const }];
 * const there = compareReleases(unknown, regime, { by });
 * composeLedgers(there, compareReleases(regime, [], { by })).entries.map(({ from, to }) => [from?.key.by, to]) // [["unknown", null]]
 * composeLedgers(there, compareReleases(regime, unknown, { by })).entries // []
 */
export function composeLedgers<
  K extends DimensionKeys,
  I extends string,
  M extends MeasureKind,
  L extends DimensionKeys,
>(
  first: Ledger<K, I, M>,
  second: Ledger<L, NoInfer<I>, NoInfer<M>> &
    Ledger<NoInfer<K>, NoInfer<I>, NoInfer<M>> &
    NoDimensionLess<K, L>,
): Ledger<K, I, M> {
  checkLedger(first, "composeLedgers");
  checkLedger(second, "composeLedgers");
  if (!sameContent(first.after, second.before)) throw notConsecutive(null);
  // The keys are the same, which the compiler has checked of the argument and does not follow into it.
  const then: Ledger<K, I, M> = second;
  const later = new Map(then.entries.map((entry) => [entry.id, entry]));
  const entries: LedgerEntry<K, I, M>[] = [];
  for (const entry of first.entries) {
    const next = later.get(entry.id);
    later.delete(entry.id);
    if (next === undefined) {
      entries.push(entry);
      continue;
    }
    const { id, from, to, reasons } = entry;
    if (!sameContent(to, next.from)) throw notConsecutive(id);
    if (!sameContent(from, next.to)) {
      const isOver = to === null || next.to === null;
      entries.push({ id, from, to: next.to, reasons: isOver ? next.reasons : [...reasons, ...next.reasons] });
    }
  }
  // Who changed in one step only stood still in the other.
  refuseUnheld(first.before, [...first.entries.map(leaving), ...[...later.values()].map(leaving)]);
  const changedLater = new Set(then.entries.map(({ id }) => id));
  const still = first.entries.filter(({ id }) => !changedLater.has(id));
  refuseUnheld(then.after, [...then.entries.map(entering), ...still.map(entering)]);
  return {
    kind: "ledger",
    before: first.before,
    after: then.after,
    entries: [...entries, ...later.values()].sort((a, b) => compareTexts(a.id, b.id)),
  };
}

/** An item, and where it is said to stand in a release; `null` where it is not in it. */
interface ItemPlace<K extends DimensionKeys, I extends string, M extends MeasureKind> {
  readonly id: string;
  readonly place: LedgerPlace<K, I, M> | null;
}

function leaving<K extends DimensionKeys, I extends string, M extends MeasureKind>({
  id,
  from,
}: LedgerEntry<K, I, M>): ItemPlace<K, I, M> {
  return { id, place: from };
}

function entering<K extends DimensionKeys, I extends string, M extends MeasureKind>({
  id,
  to,
}: LedgerEntry<K, I, M>): ItemPlace<K, I, M> {
  return { id, place: to };
}

/** Throws unless the cells of a release hold all of these items. */
function refuseUnheld<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
  items: readonly ItemPlace<K, I, M>[],
): void {
  const { measure, dimensions } = tally;
  const cellOfKey = cellNumberOf(axesOf(dimensions));
  const held = new Map(
    listFilledCells(tally).map(({ key, count }) => [
      cellOfKey(key),
      [...checkedNumbers(measure, count, "a cell")],
    ]),
  );
  for (const { id, place } of items) {
    if (place === null) continue;
    const left = held.get(cellOfKey(place.key));
    for (const [field, number] of checkedNumbers(measure, place.value, `"${id}"`).entries()) {
      if (number === 0) continue;
      const rest = (left?.[field] ?? 0) - number;
      if (rest < 0) throw notConsecutive(id);
      if (left !== undefined) left[field] = rest;
    }
  }
}

function notConsecutive(id: string | null): CasualtyError<"ledgers-not-consecutive"> {
  const what = id === null ? "counts other items, or otherwise, than" : `has "${id}" elsewhere than`;
  return new CasualtyError(
    "ledgers-not-consecutive",
    `The release at which the second ledger begins ${what} that at which the first ends: join ledgers of one question, each beginning where the one before it ends.`,
    { id },
  );
}
