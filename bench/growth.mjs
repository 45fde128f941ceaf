// How the time of each function grows, with the items and with the keys: the slope between the smallest and the largest size, on
// scales of powers. 1 is proportional.
import {
  at,
  behind,
  changeBetween,
  fromRows,
  grouping,
  listCells,
  listFilledCells,
  marginal,
  merge,
  partition,
  prepare,
  regroup,
  restrict,
  rows,
  runningTotal,
  shareOf,
  tally,
  tallyGroups,
  tallyPrepared,
  total,
} from "../dist/index.js";
import { makeRows } from "./data.mjs";
import { processorTime } from "./measure.mjs";
import { columns } from "./peers/casualty-stats.mjs";

const { party, governorate, month, demographic, roles } = columns;
const by = { month, party, governorate, demographic };
const everybody = grouping(() => "everybody");

/** Of items: the rows are 100,000 objects that come again and again, so that ten million need no room of their own. */
const ofItems = {
  "tally, three dimensions": ({ items }) => tally(items, { by: { month, party, demographic } }),
  "tally with an inclusion": ({ items }) => tally(items, { by: { party }, including: roles }),
  behind: ({ items }) => behind(items, { by: { month, party } }, { party: "regime", month: "2016-08" }),
  "prepare, five columns": ({ items }) => prepare(items, columns),
  "tallyPrepared, one dimension": ({ victims }) => tallyPrepared(victims, { by: ["party"] }),
  "tallyPrepared, four dimensions": ({ victims }) => tallyPrepared(victims, { by: Object.keys(by) }),
  "tallyPrepared with an inclusion": ({ victims }) =>
    tallyPrepared(victims, { by: ["party", "month"], including: "roles" }),
  "tallyGroups, of five or more": ({ victims }) => tallyGroups(victims, { ...large, atLeast: 5 }),
};
/** One group of all, which is the largest that there can be. */
const large = { of: "everybody", by: [], including: "roles" };

/** Of keys: as many items as keys, and a tally by them. */
const ofKeys = {
  "a Map alone, filled with the keys and read": ({ keys }) => {
    const positions = new Map(keys.map((key, nth) => [key, nth]));
    return keys.reduce((sum, key) => sum + positions.get(key), 0);
  },
  tally: ({ items, by: all }) => tally(items, { by: all }),
  "prepare and tallyGroups, as many groups as keys": ({ items, by: all }) =>
    tallyGroups(prepare(items, { ...all, item: grouping(({ id }) => id) }), {
      of: "item",
      atLeast: 1,
      by: ["place"],
    }),
  "prepare and tallyPrepared": ({ items, by: all }) => tallyPrepared(prepare(items, all), { by: ["place"] }),
  "at half of the keys": ({ counted, half }) => at(counted, { place: half }),
  total: ({ counted }) => total(counted),
  "shareOf half of the keys": ({ counted, half }) => shareOf(counted, { part: { place: half }, whole: {} }),
  "behind half of the keys": ({ items, by: all, half }) => behind(items, { by: all }, { place: half }),
  listCells: ({ counted }) => listCells(counted),
  listFilledCells: ({ counted }) => listFilledCells(counted),
  rows: ({ counted }) => rows(counted),
  fromRows: ({ table, by: all }) => fromRows(table, { by: all }),
  merge: ({ counted }) => merge(counted, counted),
  marginal: ({ counted }) => marginal(counted, { keep: ["kind"] }),
  regroup: ({ counted, to }) => regroup(counted, "place", { to }),
  "restrict to half of the keys": ({ counted, half }) => restrict(counted, { place: half }),
  // The last key is without a count, so that it may be missing.
  runningTotal: ({ partly, keys }) => runningTotal(partly, { over: "place", missing: [keys.at(-1)] }),
  changeBetween: ({ counted, none }) => changeBetween(counted, none),
};

export function growthOfItems(largest) {
  const some = makeRows(100_000);
  return growth(
    ofItems,
    [1e4, 1e5, 1e6, 1e7].filter((size) => size <= largest),
    (size) => {
      const items = Array.from({ length: size }, (_, nth) => some[nth % some.length]);
      return { items, victims: prepare(items, { ...columns, everybody }) };
    },
  );
}

export function growthOfKeys() {
  return growth(ofKeys, [1e3, 1e4, 1e5], (size) => {
    const keys = Array.from({ length: size }, (_, nth) => `place-${nth}`);
    const place = partition({ keys, sequence: keys, keyOf: ({ id }) => id });
    const kind = partition({ keys: ["a", "b"], keyOf: ({ kind: of }) => of });
    const all = { place, kind };
    const items = keys.map((id, nth) => ({ id, kind: nth % 3 === 0 ? "a" : "b" }));
    const counted = tally(items, { by: all });
    return {
      keys,
      items,
      by: all,
      counted,
      partly: tally(items.slice(0, -1), { by: all }),
      none: tally([], { by: all }),
      half: keys.slice(0, size / 2),
      table: rows(counted),
      to: Object.fromEntries(keys.map((key, nth) => [key, `region-${nth % 20}`])),
    };
  });
}

/** The times of functions for each size, and the exponent with which they grow. */
export function growth(functions, sizes, make) {
  const times = Object.fromEntries(Object.keys(functions).map((name) => [name, []]));
  for (const size of sizes) {
    const given = make(size);
    for (const [name, call] of Object.entries(functions)) times[name].push(processorTime(() => call(given)));
    console.error(`growth: ${size}`);
  }
  return Object.entries(times).map(([name, taken]) => ({
    name,
    times: taken,
    exponent: Math.log(taken.at(-1) / taken[0]) / Math.log(sizes.at(-1) / sizes[0]),
  }));
}
