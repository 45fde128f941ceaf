import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareReleases } from "../../src/revision/compare-releases.js";
import { composeLedgers } from "../../src/revision/compose-ledgers.js";
import { explainLedger } from "../../src/revision/explain-ledger.js";
import type { Ledger } from "../../src/revision/ledger.js";
import { type LedgerCell, ledgerCells } from "../../src/revision/ledger-cells.js";
import { ledgerFlows } from "../../src/revision/ledger-flows.js";
import type { MeasureKind } from "../../src/tally/measure.js";
import { tally } from "../../src/tally/tally.js";
import { reordered } from "../support/records.js";
import { numbersOf, type Releases, releasesOf } from "../support/revision.js";
import { type Asked, deepFreeze, type Item, questionOf } from "../support/tally.js";

type AnyLedger = Ledger<Readonly<Record<string, string>>, string, MeasureKind>;
type AnyCell = LedgerCell<Readonly<Record<string, string>>, string, MeasureKind>;

function ledgerOf(asked: Asked, before: readonly Item[] = [], after: readonly Item[] = []): AnyLedger {
  return compareReleases<Item, ReturnType<typeof questionOf>["by"], string, MeasureKind>(
    before,
    after,
    questionOf(asked),
  );
}

/** The whole numbers of a value, as one text may hold any of them. */
function bigNumbersIn(value: unknown): bigint[] {
  if (typeof value === "number") return [BigInt(value)];
  return Object.values(value as Readonly<Record<string, number>>).map(BigInt);
}

/** What a cell holds under one key of the inclusion, or as a whole. */
function amountIn(
  term: { readonly count: unknown; readonly including: object },
  key: string | null,
): bigint[] {
  if (key === null) return bigNumbersIn(term.count);
  const parts = term.including as Readonly<Record<string, { readonly part: unknown }>>;
  return bigNumbersIn(parts[key]?.part ?? 0);
}

/** Whether the balance of a cell holds, for the whole and every key of the inclusion, field by field. */
function expectBalance({ inclusions }: Asked, cell: AnyCell): void {
  const { before, added, removed, movedIn, movedOut, revised, after } = cell;
  for (const key of [null, ...inclusions]) {
    const [plus, minus] = [
      [before, added, movedIn, revised.is],
      [removed, movedOut, revised.was],
    ].map((terms) => terms.map((term) => amountIn(term, key)));
    const balance = amountIn(after, key).map((_, field) => {
      const sum = (terms: readonly (readonly bigint[])[] = []) =>
        terms.reduce((total, amounts) => total + (amounts[field] ?? 0n), 0n);
      return sum(plus) - sum(minus);
    });
    expect(balance).toEqual(amountIn(after, key));
  }
}

const pairs = releasesOf(2);

describe("the ledger between two releases", () => {
  test("balances in every cell, for the count, every key of the inclusion and every field of a range", () => {
    fc.assert(
      fc.property(pairs, ({ asked, releases: [before, after] }) => {
        for (const cell of ledgerCells(ledgerOf(asked, before, after))) expectBalance(asked, cell);
      }),
    );
  });

  test("has in its cells the counts of both releases, and behind each term the ids that a plain comparison finds", () => {
    fc.assert(
      fc.property(pairs, ({ asked, releases: [before = [], after = []] }) => {
        const ledger = ledgerOf(asked, before, after);
        expect(ledger.before).toEqual(tally(before, questionOf(asked)));
        expect(ledger.after).toEqual(tally(after, questionOf(asked)));
        const cells = ledgerCells(ledger).map(({ key, added, removed, movedIn, movedOut, revised }) => ({
          key: asked.dimensions.map(({ name }) => key[name]),
          terms: [added, removed, movedIn, movedOut, revised.was, revised.is].map(({ ids, including }) => ({
            ids,
            within: asked.inclusions.map((name) => including[name]?.ids),
          })),
        }));
        const happened = cells.filter(({ terms }) => terms.some(({ ids }) => ids.length > 0));
        expect(happened).toEqual(plainTerms(asked, before, after));
      }),
    );
  });

  test("is empty against itself, and has an entry for every other item", () => {
    fc.assert(
      fc.property(pairs, ({ asked, releases: [before = [], after = []] }) => {
        expect(ledgerOf(asked, before, [...before].reverse()).entries).toEqual([]);
        const standsStill = after.filter((item) =>
          before.some((other) => other.id === item.id && sameStanding(asked, item, other)),
        );
        const ids = new Set([...before, ...after].map(({ id }) => id));
        for (const { id } of standsStill) ids.delete(id);
        expect(ledgerOf(asked, before, after).entries.map(({ id }) => id)).toEqual([...ids].sort());
      }),
    );
  });

  test("is the same whatever the order of the items, and after JSON", () => {
    const any = pairs.chain((one) =>
      fc
        .tuple(...one.releases.map((release) => reordered(release)))
        .map((others) => ({ asked: one.asked, releases: one.releases, others })),
    );
    fc.assert(
      fc.property(any, ({ asked, releases: [before, after], others: [one, other] }) => {
        const ledger = ledgerOf(asked, before, after);
        expect(ledgerOf(asked, one, other)).toEqual(ledger);
        const carried = JSON.parse(JSON.stringify(ledger)) as AnyLedger;
        expect(carried).toEqual(ledger);
        for (const read of [ledgerCells, ledgerFlows, explainLedger])
          expect(read(carried)).toEqual(read(ledger));
        for (const result of [ledgerCells(ledger), ledgerFlows(ledger)]) {
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        }
      }),
    );
  });

  test("leaves its releases as they are, and is left so by what reads it", () => {
    fc.assert(
      fc.property(pairs, ({ asked, releases }) => {
        const [before, after] = deepFreeze(releases);
        const ledger = deepFreeze(ledgerOf(asked, before, after));
        deepFreeze([ledgerCells(ledger), ledgerFlows(ledger), explainLedger(ledger)]);
        deepFreeze(composeLedgers(ledger, ledgerOf(asked, after, before)));
      }),
    );
  });

  test("says one sentence for each entry", () => {
    fc.assert(
      fc.property(pairs, ({ asked, releases: [before, after] }) => {
        const ledger = ledgerOf(asked, before, after);
        const sentences = explainLedger(ledger);
        expect(sentences).toHaveLength(ledger.entries.length);
        ledger.entries.forEach(({ id }, nth) => {
          expect(sentences[nth]?.startsWith(`${id} `)).toBe(true);
        });
      }),
    );
  });
});

describe("the flows of a ledger", () => {
  test("add by row to what moved out of each cell, and by column to what moved in, and no cell flows into itself", () => {
    fc.assert(
      fc.property(pairs, ({ asked, releases: [before, after] }) => {
        const ledger = ledgerOf(asked, before, after);
        const flows = ledgerFlows(ledger);
        const idsOf = (of: typeof flows) => of.flatMap(({ was }) => was.ids).sort();
        for (const { key, movedOut, movedIn } of ledgerCells(ledger)) {
          const [out, into] = [
            flows.filter(({ from }) => sameKey(from, key)),
            flows.filter(({ to }) => sameKey(to, key)),
          ];
          expect(idsOf(out)).toEqual([...movedOut.ids].sort());
          expect(idsOf(into)).toEqual([...movedIn.ids].sort());
          for (const [side, term] of [
            [out.map(({ was }) => was), movedOut],
            [into.map(({ is }) => is), movedIn],
          ] as const) {
            for (const within of [null, ...asked.inclusions]) {
              const sums = amountIn(term, within).map((_, field) =>
                side.reduce((sum, one) => sum + (amountIn(one, within)[field] ?? 0n), 0n),
              );
              expect(sums).toEqual(amountIn(term, within));
            }
          }
        }
        for (const { from, to, was, is } of flows) {
          expect(sameKey(from, to)).toBe(false);
          expect(was.ids).toEqual(is.ids);
          expect(was.ids).not.toEqual([]);
        }
      }),
    );
  });
});

describe("ledgers of two steps", () => {
  test("compose to the ledger of both, id by id", () => {
    fc.assert(
      fc.property(releasesOf(3), ({ asked, releases: [one, two, three] }) => {
        const composed = composeLedgers(ledgerOf(asked, one, two), ledgerOf(asked, two, three));
        expect(composed).toEqual(ledgerOf(asked, one, three));
      }),
    );
  });

  test("compose in any grouping, and with an empty one to themselves", () => {
    fc.assert(
      fc.property(releasesOf(4), ({ asked, releases: [one, two, three, four] }) => {
        const [first, second, third] = [
          ledgerOf(asked, one, two),
          ledgerOf(asked, two, three),
          ledgerOf(asked, three, four),
        ];
        expect(composeLedgers(composeLedgers(first, second), third)).toEqual(
          composeLedgers(first, composeLedgers(second, third)),
        );
        expect(composeLedgers(ledgerOf(asked, one, one), first)).toEqual(first);
        expect(composeLedgers(first, ledgerOf(asked, two, two))).toEqual(first);
      }),
    );
  });

  test("there and back are empty", () => {
    fc.assert(
      fc.property(pairs, ({ asked, releases: [before, after] }) => {
        const back = composeLedgers(ledgerOf(asked, before, after), ledgerOf(asked, after, before));
        expect(back).toEqual(ledgerOf(asked, before, before));
      }),
    );
  });

  test("compose when one of them comes from JSON", () => {
    fc.assert(
      fc.property(releasesOf(3), ({ asked, releases: [one, two, three] }) => {
        const [first, second] = [ledgerOf(asked, one, two), ledgerOf(asked, two, three)];
        const carried = JSON.parse(JSON.stringify(second)) as typeof second;
        expect(composeLedgers(first, carried)).toEqual(composeLedgers(first, second));
      }),
    );
  });
});

function sameKey(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether an item stands where it stood: in its cell, under its keys, with its number. */
function sameStanding(asked: Asked, one: Item, other: Item): boolean {
  const standing = ({ keys, inside, ...item }: Item) =>
    JSON.stringify([keys, [...new Set(inside)].sort(), numbersOf(asked, { keys, inside, ...item })]);
  return standing(one) === standing(other);
}

/** The cells in which anything happened, in the order of the keys, with the ids of each term: by the plainest means. */
function plainTerms(asked: Asked, before: Releases["releases"][number], after: typeof before): unknown[] {
  const cellOf = (item: Item | undefined) => (item === undefined ? "" : JSON.stringify(item.keys));
  const ids = [...new Set([...before, ...after].map(({ id }) => id))].sort();
  const pairsOfId = ids.map((id) => ({
    was: before.find((item) => item.id === id),
    is: after.find((item) => item.id === id),
  }));
  const changed = pairsOfId.filter(({ was, is }) => !(was && is && sameStanding(asked, was, is)));
  const terms = (cell: string) => [
    changed.filter(({ was, is }) => was === undefined && cellOf(is) === cell).map(({ is }) => is),
    changed.filter(({ was, is }) => is === undefined && cellOf(was) === cell).map(({ was }) => was),
    changed
      .filter(({ was, is }) => was && is && cellOf(is) === cell && cellOf(was) !== cell)
      .map(({ is }) => is),
    changed
      .filter(({ was, is }) => was && is && cellOf(was) === cell && cellOf(is) !== cell)
      .map(({ was }) => was),
    changed.filter(({ was, is }) => cellOf(was) === cell && cellOf(is) === cell).map(({ was }) => was),
    changed.filter(({ was, is }) => cellOf(was) === cell && cellOf(is) === cell).map(({ is }) => is),
  ];
  const cells = [
    ...new Set(
      changed.flatMap(({ was, is }) => [was?.keys ?? [], is?.keys ?? []]).map((keys) => JSON.stringify(keys)),
    ),
  ];
  const positions = (cell: string) =>
    (JSON.parse(cell) as string[]).map((key, nth) => asked.dimensions[nth]?.keys.indexOf(key) ?? 0);
  return cells
    .filter((cell) => terms(cell).some((items) => items.length > 0))
    .sort((a, b) => {
      const [one, other] = [positions(a), positions(b)];
      const first = one.findIndex((position, nth) => position !== other[nth]);
      return (one[first] ?? 0) - (other[first] ?? 0);
    })
    .map((cell) => ({
      key: JSON.parse(cell) as string[],
      terms: terms(cell).map((items) => ({
        ids: items.map((item) => item?.id),
        within: asked.inclusions.map((key) =>
          items.filter((item) => item?.inside.includes(key)).map((item) => item?.id),
        ),
      })),
    }));
}
