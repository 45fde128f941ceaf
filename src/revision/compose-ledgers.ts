import { CasualtyError } from "../error.js";
import { sameContent } from "../record/same-content.js";
import type { MeasureKind } from "../tally/measure.js";
import type { DimensionKeys, NoDimensionLess } from "../tally/tally.js";
import type { Ledger, LedgerEntry } from "./ledger.js";
import { compareTexts } from "./timelines.js";

/**
 * Gives the ledger from a first to a third release, from those of the two steps between them.
 *
 * It joins them item by item, and what was removed and restored, or moved and moved back, cancels: it is what
 * `compareReleases` gives for the first and the third release, but that the reasons of an item are those of both steps, in
 * their order.
 *
 * @throws `ledgers-not-consecutive` if the second does not begin where the first ends.
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
      entries.push({ id, from, to: next.to, reasons: [...reasons, ...next.reasons] });
    }
  }
  return {
    kind: "ledger",
    before: first.before,
    after: then.after,
    entries: [...entries, ...later.values()].sort((a, b) => compareTexts(a.id, b.id)),
  };
}

function notConsecutive(id: string | null): CasualtyError<"ledgers-not-consecutive"> {
  const what = id === null ? "counts other items, or otherwise, than" : `has "${id}" elsewhere than`;
  return new CasualtyError(
    "ledgers-not-consecutive",
    `The release at which the second ledger begins ${what} that at which the first ends: join ledgers of one question, each beginning where the one before it ends.`,
    { id },
  );
}
