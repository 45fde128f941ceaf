// Counts a CSV file that need not fit into memory: line by line, and on several threads. `tsx examples/large-data/main.ts 1000000`
import assert from "node:assert/strict";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { formatPercent, marginal, shareOf, total } from "casualty-stats";
import { countLines } from "./stream.js";
import { countOnThreads } from "./threads.js";
import { writeRecords } from "./write-records.js";

const records = Number(process.argv[2] ?? 200_000);
const threads = availableParallelism();
const folder = await mkdtemp(join(tmpdir(), "casualty-stats-"));
const file = join(folder, "records.csv");
await writeRecords(file, records);
const { size } = await stat(file);
console.log(`${records} constructed records, ${Math.round(size / 1e6)} MB`);

const one = await timed("line by line", () => countLines(file));
const several = await timed(`on ${threads} threads`, () => countOnThreads(file, threads));
await rm(folder, { recursive: true });

assert.deepEqual(several, one);
assert.equal(total(one).count, records);
const byParty = marginal(one, { keep: ["party"] });
const share = shareOf(byParty, { part: { party: ["army", "militia"] }, whole: {} });
console.log(
  `The army and its militia: ${share.part} of ${String(share.whole)}, ${formatPercent(share, { rounding: "half-up", digits: 1 })}`,
);
console.log("Both counts are equal, cell by cell.");

async function timed<Result>(name: string, count: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await count();
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s, ${memory} MB of memory`);
  return result;
}
