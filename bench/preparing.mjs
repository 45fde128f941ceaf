// What it costs to prepare items by one dimension more, and what is kept of them.
import {
  byCause,
  byDemographic,
  byMeans,
  byMonth,
  byPerpetrator,
  byPlace,
  byRole,
  inclusion,
  parseRecords,
  partition,
  period,
  prepare,
  snhrCodebook,
  snhrPolicy,
} from "../dist/index.js";
import { makeRows } from "./data.mjs";
import { processorTime } from "./measure.mjs";

/** Nanoseconds for each victim and each dimension of the library, and for functions that a user may write. */
export function preparing(count) {
  const victims = victimsOf(count);
  // What every record costs to be read once, whatever is asked of it.
  const nothing = partition({ keys: ["all", "none"], keyOf: ({ id }) => (id === "" ? "none" : "all") });
  const library = {
    byDemographic: byDemographic({ adultFrom: 18 }),
    byCause: byCause(snhrCodebook),
    byMeans: byMeans(snhrCodebook),
    byPlace: byPlace(snhrCodebook, "killedIn"),
    byRole: byRole(snhrCodebook),
    byPerpetrator: byPerpetrator(snhrCodebook, snhrPolicy),
    byMonth: byMonth(period("2011/2022"), "documented"),
  };
  const own = {
    "a field": partition({ keys: ["male", "female", "unknown"], keyOf: ({ sex }) => sex }),
    "a text of the first four digits of a date": partition({
      keys: Array.from({ length: 12 }, (_, nth) => String(2011 + nth)),
      keyOf: ({ documented }) => documented.slice(0, 4),
    }),
    "an inclusion of two conditions": inclusion({
      keys: ["child", "unknown"],
      keysOf: ({ age }) => (age === null ? ["unknown"] : age < 18 ? ["child"] : []),
    }),
  };
  const all = { ...library, ...own };
  const without = processorTime(() => prepare(victims, { nothing }));
  return Object.entries(all).map(([name, column]) => ({
    name,
    own: name in own,
    nanoseconds: ((processorTime(() => prepare(victims, { nothing, column })) - without) * 1e6) / count,
  }));
}

/** The bytes that stay for each row, prepared by five columns. */
export function bytesKept(columns, count) {
  const rows = makeRows(count);
  const before = memoryUsed();
  const kept = prepare(rows, columns);
  const bytes = (memoryUsed() - before) / count;
  if (kept.items !== rows.length) throw new Error("Not all rows were prepared");
  return bytes;
}

function memoryUsed() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function victimsOf(count) {
  const places = Object.keys(snhrCodebook.places);
  const [means, causes] = [Object.keys(snhrCodebook.means), Object.keys(snhrCodebook.causes)];
  const rows = makeRows(count);
  const incidents = new Map();
  for (const [nth, { incident, documented }] of rows.entries()) {
    if (incidents.has(incident)) continue;
    incidents.set(incident, {
      id: incident,
      date: documented,
      means: means[nth % means.length],
      suspects: nth % 3 === 0 ? "russia" : "regime",
      investigation: "concluded",
    });
  }
  const victims = rows.map(({ id, incident, documented, sex, age }, nth) => ({
    id,
    incident,
    documented,
    sex,
    age: age ?? "",
    cause: causes[nth % causes.length],
    killedIn: places[nth % places.length],
    roles: nth % 12 === 0 ? "media" : "",
  }));
  const parsed = parseRecords(snhrCodebook, { incidents: [...incidents.values()], victims });
  if (parsed.victims.length !== count)
    throw new Error(`Not all rows are records: ${parsed.issues[0]?.message}`);
  return parsed.victims;
}
