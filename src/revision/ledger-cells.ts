import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { axesOf, keyOfCell } from "../tally/axes.js";
import { listFilledCells } from "../tally/list-cells.js";
import { checkedNumbers, fieldsOf, type MeasureKind } from "../tally/measure.js";
import { type Cell, cellOf } from "../tally/read.js";
import type { DimensionKeys, Tally } from "../tally/tally-data.js";
import { checkLedger } from "./check-ledger.js";
import type { Ledger } from "./ledger.js";
import { cellNumberOf, type LedgerTerm, type OpenTerm, openTerm } from "./ledger-term.js";

/**
 * How one cell of a tally became what it is:
 * `before + added - removed + movedIn - movedOut + (revised.is - revised.was) = after`,
 * for the count, for the part of each key of the inclusion, and for each field of a range.
 */
export interface LedgerCell<
  K extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> {
  readonly key: { readonly [Name in keyof K]: K[Name] };
  readonly before: Cell<I, M>;
  readonly added: LedgerTerm<I, M>;
  readonly removed: LedgerTerm<I, M>;
  readonly movedIn: LedgerTerm<I, M>;
  readonly movedOut: LedgerTerm<I, M>;
  /** The items that stay in the cell, and come under other keys of the inclusion or add another number: as they were, and as they are. */
  readonly revised: { readonly was: LedgerTerm<I, M>; readonly is: LedgerTerm<I, M> };
  readonly after: Cell<I, M>;
}

/**
 * Gives the balance of every cell that is not zero before or after, in the order of the keys; a cell in which nothing
 * happened has terms without ids.
 *
 * The ids behind `before` and `after` are not in the ledger: ask `behind` of the releases.
 *
 * @throws `ledger-unbalanced` if the entries do not make of a cell before what it is after, as of a ledger that was changed after
 * it was made; `ledger-malformed` if one that was read from JSON has not its form; `tally-not-additive`, `tally-dimensions-differ`,
 * `tally-keys-differ` or `tally-measures-differ` if its releases are no two tallies of one question.
 *
 * @example
 * const by = { by: partition({ keys: ["unknown", "regime"], keyOf: (victim: { by: "unknown" | "regime" }) => victim.by }) };
 * const before = [{ id: "v-1", by: "unknown" as const }, { id: "v-2", by: "regime" as const }];
 * const after = [{ id: "v-1", by: "regime" as const }, { id: "v-2", by: "regime" as const }];
 * const regime = ledgerCells(compareReleases(before, after, { by }))[1];
 * [regime?.before.count, regime?.movedIn.ids, regime?.after.count] // [1, ["v-1"], 2]
 */
export function ledgerCells<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  ledger: Ledger<K, I, M>,
): LedgerCell<K, I, M>[] {
  checkLedger(ledger, "ledgerCells");
  const { before, after, entries } = ledger;
  const axes = axesOf(before.dimensions);
  const cellOfKey = cellNumberOf(axes);
  const terms = new Map<number, OpenTerms<I, M>>();
  const termsAt = (cell: number): OpenTerms<I, M> => {
    const open = terms.get(cell) ?? openTerms(before);
    terms.set(cell, open);
    return open;
  };
  for (const { id, from, to } of entries) {
    const [left, entered] = [
      from === null ? null : cellOfKey(from.key),
      to === null ? null : cellOfKey(to.key),
    ];
    const stays = left === entered;
    if (from !== null && left !== null) {
      const term = stays ? "was" : to === null ? "removed" : "movedOut";
      termsAt(left)[term].add(id, from);
    }
    if (to !== null && entered !== null) {
      const term = stays ? "is" : from === null ? "added" : "movedIn";
      termsAt(entered)[term].add(id, to);
    }
  }

  const [cellsBefore, cellsAfter] = [cellsByNumber(before), cellsByNumber(after)];
  const none = openTerms(before);
  const columns = fieldsOf[before.measure].length * (1 + before.inclusions.length);
  const zero = cellOf(before, new Array<number>(columns).fill(0));
  return [...new Set([...before.cells, ...after.cells, ...terms.keys()])]
    .sort((a, b) => a - b)
    .map((cell) => {
      const { added, removed, movedIn, movedOut, was, is } = terms.get(cell) ?? none;
      const balance: LedgerCell<K, I, M> = {
        // Named by the dimensions, which the compiler cannot tell from entries.
        key: keyOfCell(axes, cell) as LedgerCell<K, I, M>["key"],
        before: cellsBefore.get(cell) ?? zero,
        added: added.close(),
        removed: removed.close(),
        movedIn: movedIn.close(),
        movedOut: movedOut.close(),
        revised: { was: was.close(), is: is.close() },
        after: cellsAfter.get(cell) ?? zero,
      };
      refuseUnbalanced(before, balance);
      return balance;
    });
}

/** Throws unless a cell before, with all that is told of it, is the cell after. */
function refuseUnbalanced<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  { measure, inclusions }: Tally<K, I, M>,
  { key, before, added, removed, movedIn, movedOut, revised, after }: LedgerCell<K, I, M>,
): void {
  const numbersOf = ({ count, including }: Cell<I, M>) =>
    [count, ...inclusions.map((part) => including[part].part)].flatMap((value) =>
      checkedNumbers(measure, value, "a cell"),
    );
  const made = numbersOf(before);
  const add = (cell: Cell<I, M>, times: 1 | -1) => {
    for (const [nth, number] of numbersOf(cell).entries()) made[nth] = (made[nth] ?? 0) + times * number;
  };
  // What left first: so no sum is above those of the releases, and each is exact.
  for (const cell of [removed, movedOut, revised.was]) add(cell, -1);
  for (const cell of [added, movedIn, revised.is]) add(cell, 1);
  if (numbersOf(after).every((number, nth) => number === made[nth])) return;
  const cell = Object.values<string>(key).join(", ");
  throw new CasualtyError(
    "ledger-unbalanced",
    `The entries of this ledger do not make the cell ${shown(cell)} before what it is after: some are missing, stand in it twice, or are of other releases.`,
    { cell },
  );
}

type OpenTerms<I extends string, M extends MeasureKind> = Readonly<
  Record<"added" | "removed" | "movedIn" | "movedOut" | "was" | "is", OpenTerm<I, M>>
>;

function openTerms<I extends string, M extends MeasureKind>(
  tally: Pick<Tally<DimensionKeys, I, M>, "measure" | "inclusions">,
): OpenTerms<I, M> {
  const open = () => openTerm(tally);
  return {
    added: open(),
    removed: open(),
    movedIn: open(),
    movedOut: open(),
    was: open(),
    is: open(),
  };
}

/** The cells of a tally that are not zero, by their numbers. */
function cellsByNumber<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
): ReadonlyMap<number, Cell<I, M>> {
  const filled = listFilledCells(tally).map(({ count, including }): Cell<I, M> => ({ count, including }));
  return new Map(filled.map((cell, nth) => [tally.cells[nth] ?? 0, cell]));
}
