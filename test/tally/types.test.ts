import {
  at,
  type Cell,
  changeBetween,
  countOf,
  type DimensionKeys,
  fromRows,
  inclusion,
  type KeyedCell,
  listCells,
  type MeasureKind,
  marginal,
  merge,
  type Partition,
  type Prepared,
  partition,
  prepare,
  type Range,
  type Running,
  rangeOf,
  regroup,
  restrict,
  rows,
  runningTotal,
  type Share,
  shareOf,
  type Tally,
  tally,
  tallyPrepared,
  total,
} from "casualty-stats";
import { describe, expect, expectTypeOf, test } from "vitest";

/** An item type of somebody's own. */
interface Strike {
  readonly id: string;
  readonly by: string;
  readonly year: number;
  readonly dead: number;
}

const byParty = partition({
  keys: ["regime", "russia", "unknown"],
  keyOf: ({ by }: Strike) => (by === "regime" || by === "russia" ? by : "unknown"),
});
const byYear = partition({
  keys: ["2020", "2021", "undated"],
  sequence: ["2020", "2021"],
  keyOf: ({ year }: Strike) => (year === 2020 ? "2020" : year === 2021 ? "2021" : "undated"),
});
const including = inclusion({
  keys: ["deadly", "mass"],
  keysOf: ({ dead }: Strike) => (dead > 4 ? ["deadly", "mass"] : []),
});
const strikes: Strike[] = [{ id: "s-1", by: "russia", year: 2021, dead: 5 }];
const counted = tally(strikes, { by: { party: byParty, year: byYear }, including });

type Party = "regime" | "russia" | "unknown";
type Year = "2020" | "2021" | "undated";

describe("what is inferred", () => {
  test("a partition's keys are literal, without `as const`, wherever it is written", () => {
    expectTypeOf(byParty).toEqualTypeOf<Partition<Strike, Party>>();
    const inline = tally(strikes, {
      by: { size: partition({ keys: ["one", "many"], keyOf: ({ dead }) => (dead === 1 ? "one" : "many") }) },
      including: inclusion({ keys: ["any"], keysOf: ({ dead }) => (dead > 0 ? ["any"] : []) }),
    });
    expectTypeOf(total(inline)).toEqualTypeOf<Cell<"any">>();
    expectTypeOf(listCells(inline)).toEqualTypeOf<KeyedCell<{ readonly size: "one" | "many" }, "any">[]>();
    // @ts-expect-error "few" is no key
    expect(() => at(inline, { size: "few" })).toThrow();
    // @ts-expect-error "few" is no key, so keyOf must not answer with it
    partition({ keys: ["one", "many"], keyOf: ({ dead }: Strike) => (dead === 1 ? "one" : "few") });
    // @ts-expect-error "few" is no key of the inclusion
    inclusion({ keys: ["one", "many"], keysOf: ({ dead }: Strike) => (dead === 1 ? ["one"] : ["few"]) });
  });

  test("a count is a number, a range a range, an inclusion a share", () => {
    expectTypeOf(total(counted).count).toEqualTypeOf<number>();
    expectTypeOf(total(counted).including.mass).toEqualTypeOf<Share>();
    const ranges = tally(strikes, {
      by: {},
      measure: rangeOf(({ dead }: Strike): Range => ({ minimum: 1, maximum: dead, inverted: 0 })),
    });
    expectTypeOf(total(ranges).count).toEqualTypeOf<Range>();
    const dead = tally(strikes, { by: { party: byParty }, measure: countOf(({ dead: all }: Strike) => all) });
    expectTypeOf(dead).toExtend<Tally<{ readonly party: Party }, never>>();
  });

  test("each function keeps what it does not change", () => {
    expectTypeOf(marginal(counted, { keep: ["year"] })).toExtend<
      Tally<{ readonly year: Year }, "deadly" | "mass">
    >();
    const named = { regime: "named", russia: "named", unknown: "unnamed" } as const;
    expectTypeOf(at(regroup(counted, "party", { to: named }), { party: "named" })).toEqualTypeOf<
      Cell<"deadly" | "mass">
    >();
    expectTypeOf(rows(counted)[0]?.party).toEqualTypeOf<Party | undefined>();
    expectTypeOf(rows(counted)[0]?.deadly).toEqualTypeOf<number | undefined>();
    expectTypeOf(runningTotal(counted, { over: "year" })).toEqualTypeOf<Running<Year, "deadly" | "mass">>();
    expectTypeOf(restrict(counted, { year: "2021" })).toEqualTypeOf(counted);
    const read = fromRows([], { by: { party: { keys: ["regime", "russia"] } } });
    expectTypeOf(rows(read)[0]?.party).toEqualTypeOf<"regime" | "russia" | undefined>();
  });
});

describe("what is inferred of prepared items", () => {
  const prepared = prepare(strikes, {
    party: byParty,
    year: byYear,
    including,
    dead: countOf(({ dead }: Strike) => dead),
    uncertain: rangeOf(({ dead }: Strike) => ({ minimum: 1, maximum: dead, inverted: 0 })),
    large: partition({ keys: ["yes", "no"], keyOf: ({ dead }) => (dead > 9 ? "yes" : "no") }),
  });

  test("the keys and kinds of every column, by its name", () => {
    expectTypeOf(prepared).toExtend<
      Prepared<
        { readonly party: Party; readonly year: Year; readonly large: "yes" | "no" },
        { readonly including: "deadly" | "mass" },
        { readonly dead: "count"; readonly uncertain: "range" }
      >
    >();
    expectTypeOf(tallyPrepared(prepared, { by: ["year", "party"] })).toExtend<
      Tally<{ readonly year: Year; readonly party: Party }, never>
    >();
    const ranges = tallyPrepared(prepared, { by: ["year"], including: "including", measure: "uncertain" });
    expectTypeOf(at(ranges, { year: "2021" })).toEqualTypeOf<Cell<"deadly" | "mass", "range">>();
    expectTypeOf(total(tallyPrepared(prepared, { by: [], measure: "dead" })).count).toEqualTypeOf<number>();
    // @ts-expect-error "party" was not asked for
    expect(() => at(ranges, { party: "russia" })).toThrow();
  });
});

describe("what does not compile", () => {
  const running = runningTotal(counted, { over: "year" });

  test("an inclusion as an addend", () => {
    const { including: parts } = total(counted);
    const sum = (addends: readonly number[]) => addends.reduce((one, other) => one + other, 0);
    // @ts-expect-error its cells are objects, which do not add up
    expect(sum([parts.deadly, parts.mass])).not.toBe(2);
    // @ts-expect-error an inclusion is no partition
    expect(() => tally(strikes, { by: { including } })).toThrow();
  });

  test("the total of a running total, or of a change", () => {
    // @ts-expect-error a running total is a stock, which does not add up over time
    expect(() => total(running)).toThrow();
    // @ts-expect-error a change may be negative
    expect(() => total(changeBetween(counted, counted))).toThrow();
    // @ts-expect-error a running total is no tally
    expect(() => merge(running, running)).toThrow();
  });

  test("a key or a dimension that there is not", () => {
    // @ts-expect-error a misspelt key
    expect(() => at(counted, { party: "rusia" })).toThrow();
    // @ts-expect-error a misspelt key among several
    expect(() => at(counted, { party: ["regime", "rusia"] })).toThrow();
    // @ts-expect-error a misspelt dimension
    expect(() => at(counted, { part: "russia" })).toThrow();
    // @ts-expect-error a misspelt key
    expect(() => shareOf(counted, { part: { party: "rusia" }, whole: {} })).toThrow();
    // @ts-expect-error a misspelt key
    expect(() => restrict(counted, { party: "rusia" })).toThrow();
    // @ts-expect-error a misspelt key
    expect(() => regroup(counted, "party", { to: { regime: "x", rusia: "x", unknown: "x" } })).toThrow();
    // @ts-expect-error 2022 is no key
    expect(() => runningTotal(counted, { over: "year", missing: ["2022"] })).toThrow();
    // @ts-expect-error what it runs over is not for the selection
    expect(runningTotal(counted, { over: "year", of: { year: "2021" } }).kind).toBe("running");
  });

  test("tallies of different dimensions, merged or compared", () => {
    const byPartyOnly = tally(strikes, { by: { party: byParty }, including });
    const byYearOnly = tally(strikes, { by: { year: byYear }, including });
    const byNothing = tally(strikes, { by: {}, including });
    // @ts-expect-error other dimensions
    expect(() => merge(byPartyOnly, byYearOnly)).toThrow();
    // @ts-expect-error one dimension more
    expect(() => merge(byPartyOnly, counted)).toThrow();
    // @ts-expect-error one dimension less
    expect(() => merge(counted, byPartyOnly)).toThrow();
    // @ts-expect-error no dimension
    expect(() => merge(counted, byNothing)).toThrow();
    // @ts-expect-error dimensions where there are none
    expect(() => merge(byNothing, counted)).toThrow();
    // @ts-expect-error one dimension less
    expect(() => changeBetween(counted, byPartyOnly)).toThrow();
    const plain = tally(strikes, { by: { party: byParty } });
    // @ts-expect-error one includes nothing
    expect(() => merge(byPartyOnly, plain)).toThrow();
    const ofRanges = tally(strikes, { by: { party: byParty }, including, measure: rangeOf(() => range) });
    // @ts-expect-error counts and ranges
    expect(() => merge(byPartyOnly, ofRanges)).toThrow();
    expectTypeOf(merge(counted, counted)).toEqualTypeOf(counted);
  });

  const range: Range = { minimum: 0, maximum: 0, inverted: 0 };
});

describe("a downstream library", () => {
  test("annotates tallies of any keys, counts unless it says ranges", () => {
    const deadliest = (byYears: Tally<{ readonly year: Year }>): number =>
      Math.max(...listCells(byYears).map(({ count }) => count));
    expect(deadliest(marginal(counted, { keep: ["year"] }))).toBe(1);
    expect(deadliest(tally(strikes, { by: { year: byYear } }))).toBe(1);
    const width = (any: Tally<DimensionKeys, string, MeasureKind>): number => rows(any).length;
    expect([
      width(counted),
      width(tally(strikes, { by: {}, measure: rangeOf(() => ({ minimum: 1, maximum: 1, inverted: 0 })) })),
    ]).toEqual([9, 1]);
  });

  test("writes functions for whoever has a dimension", () => {
    function ofRussia<K extends DimensionKeys & { readonly party: Party }, I extends string>(
      any: Tally<K, I>,
    ): number {
      return shareOf(marginal(any, { keep: ["party"] }), { part: {}, whole: {} }).part;
    }
    expect(ofRussia(counted)).toBe(1);
  });

  test("adds tallies up in a loop", () => {
    const question = { by: { party: byParty } };
    const sum = [strikes, strikes]
      .map((some) => tally(some, question))
      .reduce((one, other) => merge(one, other));
    expect(total(sum).count).toBe(2);
  });
});
