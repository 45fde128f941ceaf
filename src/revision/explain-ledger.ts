import type { MeasureKind } from "../tally/measure.js";
import type { DimensionKeys } from "../tally/tally-data.js";
import { checkLedger } from "./check-ledger.js";
import type { Ledger, LedgerEntry, LedgerPlace } from "./ledger.js";
import { reasonText } from "./reason.js";

/**
 * Gives the ledger in words, a sentence for each entry, in the order of the ids: what happened to the item, between which
 * cells, and why; of an entry without reasons, that none is recorded. A ledger without entries gives no sentences.
 *
 * @throws `ledger-malformed` if a ledger that was read from JSON has not its form; `tally-not-additive` and the like, as in `ledgerCells`.
 *
 * @example
 * const by = { by: partition({ keys: ["unknown", "regime"], keyOf: (victim: { by: "unknown" | "regime" }) => victim.by }) };
 * const before = [{ id: "v-1", by: "unknown" as const }, { id: "v-2", by: "regime" as const }];
 * const after = [{ id: "v-1", by: "regime" as const }, { id: "v-3", by: "regime" as const }];
 * const reasonsOf = ({ id }: { id: string }) => (id === "v-2" ? [{ kind: "duplicate" as const, into: "v-1" }] : []);
 * const [first, second, third] = explainLedger(compareReleases(before, after, { by, reasonsOf }));
 * first // "v-1 moved from unknown to regime: no reason is recorded."
 * second // "v-2 was removed from regime: a duplicate of v-1."
 * third // "v-3 was added to regime: no reason is recorded."
 */
export function explainLedger<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  ledger: Ledger<K, I, M>,
): string[] {
  checkLedger(ledger, "explainLedger");
  const { before, entries } = ledger;
  const names = before.dimensions.map(({ name }) => name);
  return entries.map((entry) => {
    const why = entry.reasons.map(reasonText);
    return `${entry.id} ${whatHappened(entry, names)}: ${why.length === 0 ? "no reason is recorded" : why.join("; ")}.`;
  });
}

type AnyPlace = LedgerPlace<DimensionKeys, string, MeasureKind>;

function whatHappened(
  { from, to }: LedgerEntry<DimensionKeys, string, MeasureKind>,
  names: readonly string[],
): string {
  const cellOf = ({ key }: AnyPlace) => names.map((name) => key[name]).join(", ");
  if (to === null)
    return from === null || cellOf(from) === "" ? "was removed" : `was removed from ${cellOf(from)}`;
  if (from === null) return cellOf(to) === "" ? "was added" : `was added to ${cellOf(to)}`;
  const where =
    cellOf(from) === cellOf(to)
      ? ["stays", ...names.slice(0, 1).map(() => `in ${cellOf(to)}`)].join(" ")
      : `moved from ${cellOf(from)} to ${cellOf(to)}`;
  return [where, ...differences(from, to)].join(", ");
}

/** What else is not the same of an item in two cells, or in one. */
function differences(from: AnyPlace, to: AnyPlace): string[] {
  const come = to.including.filter((key) => !from.including.includes(key));
  const gone = from.including.filter((key) => !to.including.includes(key));
  const [was, is] = [valueText(from.value), valueText(to.value)];
  return [
    ...(come.length === 0 ? [] : [`now under ${come.join(" and ")}`]),
    ...(gone.length === 0 ? [] : [`no longer under ${gone.join(" and ")}`]),
    ...(was === is ? [] : [`counted as ${is} instead of ${was}`]),
  ];
}

/** The value of an item in words: a number, or those that a range runs between. */
function valueText(value: AnyPlace["value"]): string {
  if (typeof value === "number") return String(value);
  return Object.entries({ ...value })
    .flatMap(([field, number]) => (field === "inverted" ? [] : [number]))
    .join(" to ");
}
