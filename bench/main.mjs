// `npm run bench`: compares casualty-stats with its peers, measures how it grows and what preparing costs, and writes RESULTS.md.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { compare } from "./compare.mjs";
import { growthOfItems, growthOfKeys } from "./growth.mjs";
import { jobs } from "./jobs.mjs";
import { measureMarginals } from "./marginals.mjs";
import { compareParsing } from "./parsing.mjs";
import { columns } from "./peers/casualty-stats.mjs";
import { bytesKept, preparing } from "./preparing.mjs";
import { growthOfRecords, growthOfReports } from "./record-growth.mjs";

const [rows = 1_000_000, largest = 1e7] = process.argv.slice(2).map(Number);
const start = performance.now();
const before = loadavg()[0];
const peers = await compare({ rows, rounds: 7 });
const marginals = await measureMarginals({ rows, rounds: 15 });
const parsed = ["as in published lists", "one incident with all victims", "each row wrong"].map((kind) =>
  compareParsing(kind, Math.min(rows, 100_000)),
);
const prepared = preparing(Math.min(rows, 100_000));
const bytes = bytesKept(columns, Math.min(rows, 200_000));
const byItems = growthOfItems(largest);
const byKeys = growthOfKeys();
const byRecords = growthOfRecords();
const byReports = growthOfReports();
const sizes = execFileSync(process.execPath, ["../scripts/measure-sizes.mjs", "--markdown"], {
  cwd: import.meta.dirname,
  encoding: "utf8",
});

const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));
const table = (head, body) =>
  [head, head.map((_, nth) => (nth === 0 ? ":--" : "--:")), ...body]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
const jobNames = Object.keys(jobs);
const cellOf = (result, job) => {
  const found = result.jobs.find((one) => one.job === job);
  return found === undefined ? "" : `${number(found.time)} (${number(found.ratio)})`;
};
const machine = `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;

writeFileSync(
  new URL("RESULTS.md", import.meta.url),
  `# Measurements

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, ${machine}, in ${Math.round((performance.now() - start) / 1000)} s. The load
of the machine was ${before.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after; on an idle one the first is near 0 and the second near 1.

Times are medians; of preparing and of growth, they are times of the processor. Ratios are to the same jobs written by hand over typed
arrays (\`peers/typed.mjs\`), run in turns with each peer in one process: the median of the ratios of the rounds.
Every peer's answers were compared with the reference's before it was timed.

## Jobs, ${rows.toLocaleString("en")} rows: milliseconds (ratio)

${jobNames.map((job) => `- **${job}** ${jobs[job]}`).join("\n")}

${table(
  ["Peer", ...jobNames, "mean of J1, J2, J3, J5", "reading the rows in, ns a row"],
  peers.map((result) => [
    result.peer,
    ...jobNames.map((job) => cellOf(result, job)),
    number(result.mean),
    result.ingest === null ? "" : number(result.ingest),
  ]),
)}

Reading in was measured once, with the compilation of its code; the rows are kept as they are where nothing is said.

## Asked again: milliseconds (ratio to the job of the reference)

A tally answers for every coarser one. What it costs depends on its cells, not on the rows.

${table(
  ["Asked", "of a tally of", "ms", "ratio"],
  marginals.map(({ name, cells, time, ratio }) => [
    name,
    `${cells.toLocaleString("en")} cells`,
    number(time),
    ratio === null ? "" : number(ratio),
  ]),
)}

## Parsing records: nanoseconds for each row of either table

\`parseRecords\` checks every row by itself and against the others, and keeps the records. zod checks each row by itself, by schemas
written for the purpose (\`parsing.mjs\`), with the results thrown away or kept. \`node bench/parse.mjs\` measures more kinds of rows.

${table(
  ["Rows", "parseRecords", "zod", "ratio", "zod, results kept", "ratio"],
  parsed.map(({ kind, parsing, checking, keeping }) => [
    kind,
    parsing.toFixed(0),
    checking.toFixed(0),
    number(parsing / checking),
    keeping.toFixed(0),
    number(parsing / keeping),
  ]),
)}

## Preparing: nanoseconds for each item, by one column more

To read each victim and its incident once takes ${prepared.reading.toFixed(0)} ns: that is not in the table. \`byIncident\` is what massacres
are counted by. Beside each column stands what it takes to call its function for each victim and to keep nothing.

${table(
  ["Column", "ns", "to call its function alone"],
  prepared.columns.map(({ name, own, nanoseconds, calling }) => [
    own ? `written as a function: ${name}` : name,
    nanoseconds.toFixed(0),
    calling.toFixed(0),
  ]),
)}

What is prepared by four partitions and an inclusion keeps ${bytes.toFixed(0)} bytes for each row.

## Growth

The exponent of the time between the smallest and the largest size; 1 is proportional. What looks things up by name grows as a
JavaScript \`Map\` does, which has to be fetched from ever farther away in the memory: it is measured alone for comparison.

${table(
  ["With the items, 10^4 to 10^" + Math.log10(largest), "exponent", "ms at the largest"],
  byItems.map(({ name, exponent, times }) => [name, exponent.toFixed(2), number(times.at(-1))]),
)}

${table(
  ["With the keys of a dimension, 10^3 to 10^5, as many items", "exponent", "ms at the largest"],
  byKeys.map(({ name, exponent, times }) => [name, exponent.toFixed(2), number(times.at(-1))]),
)}

${table(
  ["With the records, 2 · 10^4 to 10^5", "exponent", "ms at the largest"],
  byRecords.map(({ name, exponent, times }) => [name, exponent.toFixed(2), number(times.at(-1))]),
)}

${table(
  ["With the reports, 12 to 120", "exponent", "ms at the largest"],
  byReports.map(({ name, exponent, times }) => [name, exponent.toFixed(2), number(times.at(-1))]),
)}

## Sizes

${sizes.trim()}
`,
);
console.error(`RESULTS.md is written, after ${Math.round((performance.now() - start) / 1000)} s`);
