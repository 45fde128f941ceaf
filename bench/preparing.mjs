// What it costs to prepare items by one dimension more, and what is kept of them.
import {
  byCause,
  byDemographic,
  byIncident,
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
import { processorTime, timeBeside } from "./measure.mjs";

/** Nanoseconds for each victim and each dimension of the library, and for functions that a user may write. */
export function preparing(count) {
  const { victims } = recordsOf(count);
  // What every record and its incident cost to be read once, whatever is asked of them: victims come in a random order, so that
  // each incident is fetched from the memory.
  const nothing = partition({
    keys: ["all", "none"],
    keyOf: ({ id, incident }) => (id === "" || incident.id === "" ? "none" : "all"),
  });
  const library = {
    byDemographic: byDemographic({ adultFrom: 18 }),
    byCause: byCause(snhrCodebook),
    byMeans: byMeans(snhrCodebook),
    byPlace: byPlace(snhrCodebook, "killedIn"),
    byRole: byRole(snhrCodebook),
    byPerpetrator: byPerpetrator(snhrCodebook, snhrPolicy),
    byMonth: byMonth(period("2011/2022"), "documented"),
    byIncident,
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
  // Once with every column, so that what is measured first has met as many kinds of functions as what is measured last.
  prepare(victims, { nothing, ...all });
  callAll(victims, Object.values(all));
  const each = (other, call) => (timeBeside(other, call) * 1e6) / count;
  return {
    reading: (processorTime(() => prepare(victims, { nothing })) * 1e6) / count,
    columns: Object.entries(all).map(([name, column]) => ({
      name,
      own: name in own,
      nanoseconds: each(
        () => prepare(victims, { nothing }),
        () => prepare(victims, { nothing, column }),
      ),
      calling: each(
        () => callAll(victims, [nothing]),
        () => callAll(victims, [nothing, column]),
      ),
    })),
  };
}

/** Calls the functions of columns for each victim, as `prepare` does, and keeps nothing: nobody can be quicker who calls them. */
function callAll(victims, columns) {
  let letters = 0;
  for (let from = 0; from < victims.length; from += 512) {
    const some = victims.slice(from, from + 512);
    for (const { keyOf, keysOf, groupOf } of columns) {
      if (keyOf !== undefined) for (const victim of some) letters += keyOf(victim).length;
      else if (keysOf !== undefined) for (const victim of some) letters += keysOf(victim).length;
      else for (const victim of some) letters += groupOf(victim).id.length;
    }
  }
  return letters;
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

/** So many constructed victims, with their incidents. */
export function recordsOf(count) {
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
      suspects: ["regime", "russia", ["regime", "russia"], "hts"][nth % 4],
      firedFrom: ["regime", "russia"],
      investigation: nth % 5 === 0 ? "open" : "concluded",
    });
  }
  const victims = rows.map(({ id, incident, documented, sex, age, status }, nth) => ({
    id,
    incident,
    documented,
    status,
    sex,
    age: age ?? "",
    cause: causes[nth % causes.length],
    killedIn: places[nth % places.length],
    roles: nth % 12 === 0 ? "media" : "",
  }));
  const parsed = parseRecords(snhrCodebook, { incidents: [...incidents.values()], victims });
  if (parsed.victims.length !== count)
    throw new Error(`Not all rows are records: ${parsed.issues[0]?.message}`);
  return parsed;
}
