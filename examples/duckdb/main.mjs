// DuckDB counts a Parquet file by GROUP BY, and casualty-stats completes its counts: shares, and published figures set beside them.
// The same SQL runs on the engine of a cluster, where the records are too many for one machine.
//
// Once: `npm ci && npm run build` in the repository, `npm ci` here. Then `node main.mjs 10000000`; it fails where a figure of the
// database's counts is not that of the library's own. In a project of your own, import "casualty-stats" instead of the path.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  formatPercent,
  fromRows,
  inclusion,
  marginal,
  merge,
  partition,
  reconcile,
  shareOf,
  snhrCodebook,
  tally,
  total,
} from "../../dist/index.js";

const records = Number(process.argv[2] ?? 1_000_000);
const perpetrators = ["regime", "russia", "hts", "sdf", "landmines"];
const places = ["idlib", "aleppo", "daraa", "hasaka", "homs"];
const months = Array.from({ length: 12 }, (_, nth) => `2021-${String(nth + 1).padStart(2, "0")}`);

/** What is asked, of the rows of the file. The database's rows of counts are read by the same keys. */
const question = {
  by: {
    perpetrator: partition({ keys: perpetrators, keyOf: (row) => row.perpetrator }),
    place: partition({ keys: places, keyOf: (row) => row.place }),
    month: partition({ keys: months, sequence: months, keyOf: (row) => row.month }),
  },
  including: inclusion({
    keys: ["child", "media"],
    keysOf: (row) => [...(row.child ? ["child"] : []), ...(row.media ? ["media"] : [])],
  }),
};

const folder = mkdtempSync(join(tmpdir(), "casualty-stats-"));
const file = join(folder, "records.parquet");
const database = await DuckDBInstance.create(":memory:");
const connection = await database.connect();

/** One of the texts, the first more often, as an expression that follows from the number of a record and a seed. */
function picked(texts, seed) {
  const list = texts.map((text) => `'${text}'`).join(", ");
  const fraction = `((hash(number * 31 + ${seed}) % 10007) / 10007.0)`;
  return `[${list}][1 + CAST(floor(${fraction} * ${fraction} * ${texts.length}) AS INTEGER)]`;
}

// Constructed records, which describe nobody: each is made of its number alone.
await connection.run(`COPY (
  SELECT 'constructed-' || number AS id, ${picked(perpetrators, 1)} AS perpetrator, ${picked(places, 2)} AS place,
    ${picked(months, 3)} AS month, hash(number * 31 + 4) % 3 = 0 AS child, hash(number * 31 + 5) % 50 = 0 AS media
  FROM range(${records}) AS numbers(number)
) TO '${file}' (FORMAT parquet)`);
console.log(`${records} constructed records, ${Math.round(statSync(file).size / 1e6)} MB of Parquet`);

const counted = await timed("counted by the database", async () => {
  const reader = await connection.runAndReadAll(`
    SELECT perpetrator, place, month, count(*) AS count,
      count(*) FILTER (WHERE child) AS child, count(*) FILTER (WHERE media) AS media
    FROM '${file}' GROUP BY perpetrator, place, month`);
  return fromRows(reader.getRowObjects(), question);
});

// The library's own count reads every record, some thousands at a time: the sum of their tallies is the tally of all.
const own = await timed("counted by the library", async () => {
  let sum = tally([], question);
  const result = await connection.stream(`SELECT perpetrator, place, month, child, media FROM '${file}'`);
  for await (const rows of result.yieldRowObjects()) sum = merge(sum, tally(rows, question));
  return sum;
});
assert.deepEqual(counted, own);
assert.equal(total(counted).count, records);

const share = shareOf(counted, { part: { perpetrator: ["regime", "russia"] }, whole: {} });
const percent = formatPercent(share, { rounding: "half-up", digits: 1 });
console.log(`Regime and Russia: ${share.part} of ${share.whole}, ${percent}`);

// Figures as they might be printed: the total and the share of the library's own count, and a total that is one too low.
const published = {
  kind: "published-report",
  id: "constructed",
  publisher: "Nobody",
  period: "2021",
  citation: { source: "Constructed figures" },
  figures: [
    { id: "total", kind: "count", value: total(own).count, of: {} },
    {
      id: "alliance",
      kind: "percentage",
      text: percent,
      of: { perpetrator: ["regime", "russia"] },
      whole: {},
    },
    { id: "misprint", kind: "count", value: total(own).count - 1, of: {} },
  ],
};
const byPerpetrator = marginal(counted, { keep: ["perpetrator", "month"] });
const { accounting, figures } = reconcile(published, byPerpetrator, { codebook: snhrCodebook });
for (const { figure, recomputed, outcome } of figures) {
  console.log(`${figure.figure}: ${recomputed} (${outcome})`);
}
assert.deepEqual(accounting, { agree: 2, mayAgree: 0, differ: 1, notComparable: 0 });

connection.closeSync();
database.closeSync();
rmSync(folder, { recursive: true });
console.log("The database's counts and the library's own are equal, cell by cell.");

async function timed(name, count) {
  const start = performance.now();
  const result = await count();
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
}
