import { describe, expect, test } from "vitest";
import { type Range, range } from "../../src/number/range.js";
import { compareReleases } from "../../src/revision/compare-releases.js";
import { composeLedgers } from "../../src/revision/compose-ledgers.js";
import { explainLedger } from "../../src/revision/explain-ledger.js";
import { ledgerCells } from "../../src/revision/ledger-cells.js";
import { ledgerFlows } from "../../src/revision/ledger-flows.js";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { countOf, rangeOf } from "../../src/tally/measure.js";
import { fault } from "../number/fault.js";

interface Person {
  readonly id: string;
  readonly by: "army" | "militia" | "nobody";
  readonly child?: boolean;
  readonly medic?: boolean;
}
const by = {
  perpetrator: partition({ keys: ["army", "militia", "nobody"], keyOf: (person: Person) => person.by }),
};
const including = inclusion({
  keys: ["child", "medic"],
  keysOf: ({ child, medic }: Person) => [
    ...(child ? (["child"] as const) : []),
    ...(medic ? (["medic"] as const) : []),
  ],
});

// 1 stays, 2 is found to be a child, 3 is ascribed to the army, 4 is a duplicate, 5 is new, 6 moves and is a child no more.
const before: readonly Person[] = [
  { id: "1", by: "army", child: true },
  { id: "2", by: "army", medic: true },
  { id: "3", by: "nobody", child: true },
  { id: "4", by: "nobody" },
  { id: "6", by: "nobody", child: true },
];
const after: readonly Person[] = [
  { id: "6", by: "militia" },
  { id: "5", by: "army", child: true },
  { id: "3", by: "army", child: true },
  { id: "2", by: "army", medic: true, child: true },
  { id: "1", by: "army", child: true },
];

describe("a ledger", () => {
  const ledger = compareReleases(before, after, { by, including });
  const [army, militia, nobody] = ledgerCells(ledger);

  test("has the ids behind each term of a cell", () => {
    expect(army?.key).toEqual({ perpetrator: "army" });
    expect(army?.before.count).toBe(2);
    expect(army?.added.ids).toEqual(["5"]);
    expect(army?.removed.ids).toEqual([]);
    expect(army?.movedIn.ids).toEqual(["3"]);
    expect(army?.movedOut.ids).toEqual([]);
    expect([army?.revised.was.ids, army?.revised.is.ids]).toEqual([["2"], ["2"]]);
    expect(army?.after.count).toBe(4);
    expect(nobody?.removed.ids).toEqual(["4"]);
    expect(nobody?.movedOut.ids).toEqual(["3", "6"]);
    expect(nobody?.after).toEqual({
      count: 0,
      including: { child: { part: 0, whole: 0 }, medic: { part: 0, whole: 0 } },
    });
    expect(militia?.movedIn.count).toBe(1);
  });

  test("tells who came under a key of the inclusion without leaving the cell, and who left it on the way", () => {
    expect(army?.revised.was.including.child).toEqual({ part: 0, whole: 1, ids: [] });
    expect(army?.revised.is.including.child).toEqual({ part: 1, whole: 1, ids: ["2"] });
    expect(army?.revised.is.including.medic.ids).toEqual(["2"]);
    expect(nobody?.movedOut.including.child).toEqual({ part: 2, whole: 2, ids: ["3", "6"] });
    expect(militia?.movedIn.including.child).toEqual({ part: 0, whole: 1, ids: [] });
    // Children of the army: 1 + 1 (number 5) - 0 + 1 (number 3) - 0 + 1 (number 2) = 4.
    expect(army?.before.including.child.part).toBe(1);
    expect(army?.after.including.child.part).toBe(4);
  });

  test("gives the flows between cells, and the items as they were and as they are", () => {
    const flows = ledgerFlows(ledger).map(({ from, to, was, is }) => ({
      way: `${from.perpetrator} > ${to.perpetrator}`,
      ids: was.ids,
      children: [was.including.child.part, is.including.child.part],
    }));
    expect(flows).toEqual([
      { way: "nobody > army", ids: ["3"], children: [1, 1] },
      { way: "nobody > militia", ids: ["6"], children: [1, 0] },
    ]);
  });

  test("gives the flows in the order of the cells that were left, and then of those that were come to", () => {
    const [was, is] = [
      ["army", "militia", "nobody", "army"],
      ["nobody", "army", "army", "militia"],
    ].map((cells) => cells.map((cell, nth) => ({ id: `${nth}`, by: cell as Person["by"] })));
    const flows = ledgerFlows(compareReleases(was ?? [], is ?? [], { by }));
    expect(flows.map(({ from, to }) => `${from.perpetrator} > ${to.perpetrator}`)).toEqual([
      "army > militia",
      "army > nobody",
      "militia > army",
      "nobody > army",
    ]);
  });

  test("says so in sentences", () => {
    expect(explainLedger(ledger)).toEqual([
      "2 stays in army, now under child: no reason is recorded.",
      "3 moved from nobody to army: no reason is recorded.",
      "4 was removed from nobody: no reason is recorded.",
      "5 was added to army: no reason is recorded.",
      "6 moved from nobody to militia, no longer under child: no reason is recorded.",
    ]);
  });

  test("shows cells in which nothing happened with terms of nobody", () => {
    const [cell, ...others] = ledgerCells(compareReleases(before.slice(0, 1), after.slice(4), { by }));
    const nobodyThere = { count: 0, including: {}, ids: [] };
    expect(others).toEqual([]);
    expect(cell).toEqual({
      key: { perpetrator: "army" },
      before: { count: 1, including: {} },
      added: nobodyThere,
      removed: nobodyThere,
      movedIn: nobodyThere,
      movedOut: nobodyThere,
      revised: { was: nobodyThere, is: nobodyThere },
      after: { count: 1, including: {} },
    });
  });

  test("gives the reasons that it is told, of both items", () => {
    const told = compareReleases(before, after, {
      by,
      reasonsOf: ({ id, before: was, after: is }) =>
        id === "4"
          ? [{ kind: "duplicate", into: "3", note: "same card" }]
          : [{ kind: "other", note: `${was?.by} to ${is?.by}` }],
    });
    expect(told.entries.map(({ id, reasons }) => [id, reasons])).toEqual([
      ["3", [{ kind: "other", note: "nobody to army" }]],
      ["4", [{ kind: "duplicate", into: "3", note: "same card" }]],
      ["5", [{ kind: "other", note: "undefined to army" }]],
      ["6", [{ kind: "other", note: "nobody to militia" }]],
    ]);
    expect(explainLedger(told)[1]).toBe("4 was removed from nobody: a duplicate of 3 (same card).");
  });

  test("of items without an id knows them by what it is told", () => {
    const rows = (...pairs: readonly (readonly [string, Person["by"]])[]) =>
      pairs.map(([card, of]) => ({ card, by: of }));
    const question = {
      by: {
        perpetrator: partition({
          keys: ["army", "nobody"],
          keyOf: (row: { by: string }) => (row.by === "army" ? "army" : "nobody"),
        }),
      },
    };
    const [one, other] = [rows(["x", "army"], ["y", "nobody"]), rows(["y", "army"])];
    const { entries } = compareReleases(one, other, { ...question, idOf: ({ card }) => card });
    expect(entries.map(({ id, from, to }) => [id, from?.key.perpetrator, to?.key.perpetrator])).toEqual([
      ["x", "army", undefined],
      ["y", "nobody", "army"],
    ]);
    // @ts-expect-error rows without an id have to be told apart by something
    expect(() => compareReleases(one, other, question)).toThrow(/has undefined for its id/);
  });

  test("refuses an id that stands twice in a release", () => {
    const twice: readonly Person[] = [...before, { id: "3", by: "army" }];
    expect(fault(() => compareReleases(before, twice, { by }))).toEqual({
      code: "release-id-repeated",
      message:
        'Two items of the release after have the id "3": which of them became which cannot be told, give each its own.',
      details: { release: "after", id: "3" },
    });
    const added: readonly Person[] = [...before, { id: "7", by: "army" }, { id: "7", by: "army" }];
    expect(fault(() => compareReleases(before, added, { by })).details).toEqual({
      release: "after",
      id: "7",
    });
    expect(fault(() => compareReleases(twice, before, { by })).details).toEqual({
      release: "before",
      id: "3",
    });
  });

  test("refuses what tally refuses", () => {
    const elsewhere = [{ id: "1", by: "navy" as "army" }];
    expect(fault(() => compareReleases(elsewhere, [], { by })).code).toBe("dimension-key-unknown");
    expect(fault(() => compareReleases([], elsewhere, { by })).code).toBe("dimension-key-unknown");
    const taken = { count: by.perpetrator };
    expect(fault(() => compareReleases(before, after, { by: taken })).code).toBe("dimension-name-taken");
  });
});

describe("a ledger of a measure", () => {
  interface Strike {
    readonly id: string;
    readonly place: "north" | "south";
    readonly killed: Range;
  }
  const place = partition({ keys: ["north", "south"], keyOf: (strike: Strike) => strike.place });
  const strike = (id: string, where: Strike["place"], minimum: number, maximum: number): Strike => ({
    id,
    place: where,
    killed: range(minimum, maximum),
  });
  const first = [strike("s-1", "north", 3, 5), strike("s-2", "north", 2, 9), strike("s-3", "south", 7, 4)];
  const now = [strike("s-1", "north", 4, 4), strike("s-2", "south", 2, 9), strike("s-3", "south", 4, 7)];

  test("balances minima, maxima and inverted ranges each", () => {
    const ledger = compareReleases(first, now, {
      by: { place },
      measure: rangeOf((one: Strike) => one.killed),
    });
    const [north, south] = ledgerCells(ledger);
    expect(north?.before.count).toEqual({ minimum: 5, maximum: 14, inverted: 0 });
    expect(north?.movedOut.count).toEqual({ minimum: 2, maximum: 9, inverted: 0 });
    expect(north?.revised.was.count).toEqual({ minimum: 3, maximum: 5, inverted: 0 });
    expect(north?.revised.is.count).toEqual({ minimum: 4, maximum: 4, inverted: 0 });
    expect(north?.after.count).toEqual({ minimum: 4, maximum: 4, inverted: 0 });
    expect(south?.revised.was.count).toEqual({ minimum: 7, maximum: 4, inverted: 1 });
    expect(south?.revised.is.count).toEqual({ minimum: 4, maximum: 7, inverted: 0 });
    expect(explainLedger(ledger)).toEqual([
      "s-1 stays in north, counted as 4 to 4 instead of 3 to 5: no reason is recorded.",
      "s-2 moved from north to south: no reason is recorded.",
      "s-3 stays in south, counted as 4 to 7 instead of 7 to 4: no reason is recorded.",
    ]);
  });

  test("counts an item that moves and is revised as it was where it left, and as it is where it came", () => {
    const measure = countOf((one: Strike) => one.killed.minimum);
    const ledger = compareReleases([strike("s-1", "north", 3, 3)], [strike("s-1", "south", 5, 5)], {
      by: { place },
      measure,
    });
    expect(ledgerFlows(ledger).map(({ was, is }) => [was.count, is.count])).toEqual([[3, 5]]);
    expect(explainLedger(ledger)).toEqual([
      "s-1 moved from north to south, counted as 5 instead of 3: no reason is recorded.",
    ]);
  });

  test("without dimensions has one cell, which nothing leaves for another", () => {
    const ledger = compareReleases(first, now.slice(1), {
      by: {},
      measure: countOf((one: Strike) => one.killed.minimum),
    });
    expect(ledgerFlows(ledger)).toEqual([]);
    expect(explainLedger(ledger)).toEqual([
      "s-1 was removed: no reason is recorded.",
      "s-3 stays, counted as 4 instead of 7: no reason is recorded.",
    ]);
    expect(explainLedger(compareReleases([], first.slice(0, 1), { by: {} }))).toEqual([
      "s-1 was added: no reason is recorded.",
    ]);
  });
});

describe("composing", () => {
  const at = (id: string, of: Person["by"]): Person => ({ id, by: of });
  const release = (...persons: readonly Person[]) => persons;
  const [one, two, three] = [
    release(at("1", "army"), at("2", "nobody"), at("3", "nobody")),
    release(at("1", "militia"), at("3", "army")),
    release(at("1", "nobody"), at("2", "nobody"), at("3", "nobody"), at("4", "army")),
  ];
  const reason = (note: string) => () => [{ kind: "other" as const, note }];
  const first = compareReleases(one, two, { by, reasonsOf: reason("first") });
  const second = compareReleases(two, three, { by, reasonsOf: reason("second") });

  test("joins the reasons of both steps, and cancels what was removed and restored, and what went and came back", () => {
    const { entries } = composeLedgers(first, second);
    expect(entries.map(({ id, reasons }) => [id, reasons.map(({ note }) => note)])).toEqual([
      ["1", ["first", "second"]],
      ["4", ["second"]],
    ]);
  });

  test("tells of one that went and came back elsewhere, or moved and went, what the second step says only", () => {
    const [army, militia, nowhere] = [release(at("1", "army")), release(at("1", "militia")), release()];
    const composed = (between: typeof army, last: typeof army) =>
      composeLedgers(
        compareReleases(army, between, { by, reasonsOf: reason("first") }),
        compareReleases(between, last, { by, reasonsOf: reason("second") }),
      ).entries.map(({ reasons }) => reasons.map(({ note }) => note));
    expect(composed(nowhere, militia)).toEqual([["second"]]);
    expect(composed(militia, nowhere)).toEqual([["second"]]);
  });

  test("refuses ledgers that do not follow each other", () => {
    expect(fault(() => composeLedgers(second, first))).toMatchObject({
      code: "ledgers-not-consecutive",
      details: { id: null },
    });
    // As many under each key, and not the same persons.
    const other = compareReleases(release(at("1", "army"), at("3", "militia")), three, { by });
    expect(fault(() => composeLedgers(first, other))).toMatchObject({
      code: "ledgers-not-consecutive",
      details: { id: "1" },
    });
    // One is added by the first, and another removed by the second, who was nowhere before.
    const added = compareReleases(release(), release(at("1", "army")), { by });
    const removed = compareReleases(release(at("2", "army")), release(), { by });
    expect(fault(() => composeLedgers(added, removed))).toMatchObject({
      code: "ledgers-not-consecutive",
      details: { id: "2" },
    });
    const differently = compareReleases(two, three, { by: {} });
    // @ts-expect-error the second is not by perpetrator
    expect(fault(() => composeLedgers(first, differently)).code).toBe("ledgers-not-consecutive");
  });
});

describe("a ledger that was read from JSON", () => {
  const ledger = compareReleases(before, after, {
    by,
    including,
    reasonsOf: ({ id }) => (id === "4" ? [{ kind: "duplicate", into: "1" }] : []),
  });
  type Json = typeof ledger;
  const json = (): Json => JSON.parse(JSON.stringify(ledger)) as Json;
  const readers = [
    ledgerCells,
    ledgerFlows,
    explainLedger,
    (one: Json) => composeLedgers(one, compareReleases(after, after, { by, including })),
  ] as const;

  test("is read as it was made", () => {
    expect(ledgerCells(json())).toEqual(ledgerCells(ledger));
    for (const read of readers) read(json());
  });

  test("does not balance if an entry is missing, or stands in it twice", () => {
    const { entries } = json();
    for (const [nth] of entries.entries()) {
      expect(
        fault(() => ledgerCells({ ...json(), entries: entries.filter((_, other) => other !== nth) })).code,
      ).toBe("ledger-unbalanced");
    }
    expect(fault(() => ledgerCells({ ...json(), entries: [...entries, ...entries.slice(1, 2)] }))).toEqual({
      code: "ledger-unbalanced",
      message:
        'The entries of this ledger do not make the cell "army" before what it is after: some are missing, stand in it twice, or are of other releases.',
      details: { cell: "army" },
    });
  });

  test("balances where as much came and went as can be counted", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const measure = countOf(({ dead }: { readonly dead: number }) => dead);
    const [one, other] = [
      { id: "1", dead: most },
      { id: "2", dead: most - 1 },
    ];
    const [cell] = ledgerCells(compareReleases([one], [other], { by: {}, measure }));
    expect([cell?.removed.count, cell?.added.count]).toEqual([most, most - 1]);
  });

  test("does not balance if what is included does not", () => {
    const entries = json().entries.map((entry) => (entry.id === "2" ? { ...entry, to: entry.from } : entry));
    expect(fault(() => ledgerCells({ ...json(), entries })).details).toEqual({ cell: "army" });
  });

  test.each<[what: string, change: object, code: string]>([
    ["without entries", { entries: undefined }, "ledger-malformed"],
    ["with entries that are none", { entries: [null] }, "ledger-malformed"],
    ["with an id that is no text", { entries: [{ ...ledger.entries[0], id: 1 }] }, "ledger-malformed"],
    ["without a place", { entries: [{ id: "1", to: null, reasons: [] }] }, "ledger-malformed"],
    ["without reasons", { entries: [{ id: "1", from: null, to: null }] }, "ledger-malformed"],
    [
      "with reasons that are none",
      { entries: [{ id: "1", from: null, to: null, reasons: [{}] }] },
      "ledger-malformed",
    ],
    ["without the release before", { before: null }, "tally-not-additive"],
    ["of two questions", { after: compareReleases([], after, { by }).after }, "tally-dimensions-differ"],
  ])("is refused %s", (_, change, code) => {
    for (const read of readers) expect(fault(() => read({ ...json(), ...change })).code).toBe(code);
  });

  test("is refused if it is none at all", () => {
    for (const read of readers) {
      for (const none of [null, undefined, "ledger", ledger.before]) {
        expect(fault(() => read(none as never)).code).toBe("tally-not-additive");
      }
    }
  });
});

test.each<[id: unknown, received: string]>([
  [undefined, "undefined"],
  [null, "null"],
  [1, "1"],
  [{}, "an object"],
])("an item of a release has its id as text, and not %o", (id, received) => {
  const item = { id, by: "army" } as unknown as Person;
  for (const [release, pair] of [
    ["before", [[item], []]],
    ["after", [[], [item]]],
  ] as const) {
    const { code, details } = fault(() => compareReleases(pair[0], pair[1], { by }));
    expect([code, details]).toEqual(["release-id-not-text", { release, received }]);
  }
  const unnamed = { by, idOf: () => id as never };
  expect(fault(() => compareReleases(before, after, unnamed)).code).toBe("release-id-not-text");
});
