import { expect, test } from "vitest";
import { marginal, merge, regroup } from "../../src/tally/algebra.js";
import { behind } from "../../src/tally/behind.js";
import { changeBetween } from "../../src/tally/change.js";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { listCells, listFilledCells } from "../../src/tally/list-cells.js";
import { prepare } from "../../src/tally/prepare.js";
import { at, total } from "../../src/tally/read.js";
import { restrict } from "../../src/tally/restrict.js";
import { fromRows, rows } from "../../src/tally/rows.js";
import { runningTotal } from "../../src/tally/running-total.js";
import { shareOf } from "../../src/tally/share-of.js";
import { tally } from "../../src/tally/tally.js";
import { tallyPrepared } from "../../src/tally/tally-prepared.js";

// Enough keys for every store of the library to grow many times. How the time grows with them is for the benchmark to say.
const size = 20_000;
const keys = Array.from({ length: size }, (_, nth) => `place ${nth}`);
const items = keys.flatMap((place, nth) =>
  Array.from({ length: 1 + (nth % 3) }, () => ({ id: place, place })),
);
const byPlace = partition({ keys, sequence: keys, keyOf: ({ place }: { place: string }) => place });
const half = keys.slice(0, size / 2);

test("every function takes tens of thousands of keys", () => {
  const counted = tally(items, { by: { place: byPlace } });
  expect(total(counted).count).toBe(items.length);
  expect(tallyPrepared(prepare(items, { place: byPlace }), { by: ["place"] })).toEqual(counted);
  expect(listCells(counted).at(-1)).toMatchObject({ key: { place: "place 19999" }, count: 2 });
  expect(listFilledCells(counted)).toHaveLength(size);
  expect(fromRows(rows(counted), { by: { place: byPlace } })).toEqual(counted);
  expect(total(merge(counted, counted)).count).toBe(2 * items.length);
  expect(total(marginal(counted, { keep: [] })).count).toBe(items.length);
  const toFew = Object.fromEntries(keys.map((key, nth) => [key, String(nth % 3)]));
  expect(at(regroup(counted, "place", { to: toFew }), { place: "1" }).count).toBe(2 * 6667);
  expect(restrict(counted, { place: half }).cells).toHaveLength(half.length);
  expect(shareOf(counted, { part: { place: half }, whole: {} }).whole).toBe(items.length);
  expect(behind(items, { by: { place: byPlace } }, { place: half })).toHaveLength(
    at(counted, { place: half }).count,
  );
  const others = items.filter(({ place }) => place !== keys[7]);
  const gap = tally(others, { by: { place: byPlace } });
  const steps = runningTotal(gap, { over: "place", missing: [keys[7] ?? ""] }).steps;
  expect(steps.at(-1)).toMatchObject({ count: others.length, missing: 1 });
  expect(changeBetween(counted, tally([], { by: { place: byPlace } })).cells).toHaveLength(size);
});

test("an item may have tens of thousands of keys of an inclusion, each of them twice", () => {
  const all = inclusion({ keys, keysOf: () => [...keys, ...keys] });
  const counted = tally([0, 1], { by: {}, including: all });
  expect(Object.values(total(counted).including).at(-1)).toEqual({ part: 2, whole: 2 });
});

test("a coarser tally of some ten thousand cells is what is counted of the items", () => {
  // 22,650 cells of the coarser tally, reached in another order than they are numbered in, a varying number of times each.
  const digits = Array.from({ length: 60_000 }, (_, n) => [
    n % 150,
    (n * 104_729) % 151,
    ((n * n) % 1009) % 5,
  ]);
  const digit = (place: number, count: number) =>
    partition({
      keys: Array.from({ length: count }, (_, nth) => String(nth)),
      keyOf: (all: readonly number[]) => String(all[place]),
    });
  const [a, b, c] = [digit(0, 150), digit(1, 151), digit(2, 5)];
  const counted = tally(digits, { by: { b, a } });
  const fine = tally(digits, { by: { a, b, c } });
  expect(marginal(fine, { keep: ["b", "a"] })).toEqual(counted);
  expect(tallyPrepared(prepare(digits, { a, b, c }), { by: ["b", "a"] })).toEqual(counted);
});
