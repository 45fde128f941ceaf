// How long reading records takes: `node --max-old-space-size=6000 bench/parse.mjs [victims]`, after `npm run build`.
//
// parseRecords is set beside zod alone on the same rows in the same process, in turns, for rows of several kinds; then it
// is asked how the time grows. Rows are made of JSON text, so that their strings and hidden classes are what a user has.
// Times are of the processor, so that what else runs on the machine is not in them, per row of either table.
import { availableParallelism, cpus, loadavg } from "node:os";
import { kinds, library } from "./parse-rows.mjs";
import { compareParsing, medians, refused } from "./parsing.mjs";

const { parseRecords, snhrCodebook, victimSchema, incidentSchema } = library;
const size = Number(process.argv[2] ?? 100_000);
const cell = (value, width = 12) => value.toFixed(0).padStart(width);

console.log(
  `${cpus()[0]?.model}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
);
console.log(`${size} victims; nanoseconds of processor time per row of either table\n`);
console.log("   parseRecords  zod, checking   zod, keeping   rows (incidents)");
for (const kind of Object.keys(kinds)) {
  const { parsing, checking, keeping, rows, incidents } = compareParsing(kind, size);
  console.log(
    `${cell(parsing, 15)}${cell(checking, 15)}${cell(keeping, 15)}   ${rows} (${incidents}): ${kind}`,
  );
}

const { incidents, victims } = kinds["as in published lists"](Math.min(size, 10_000));
const [schemas] = medians(
  [() => refused(victimSchema(snhrCodebook), victims) + refused(incidentSchema(snhrCodebook), incidents)],
  5,
);
console.log(
  `\nThe library's own schemas, row by row: ${cell(schemas / (incidents.length + victims.length), 1)} ns`,
);

console.log("\nGrowth of parseRecords: ns per row at each size, and the exponent from the first to the last");
const sizes = [10_000, 100_000, 1_000_000].filter((count) => count <= size * 10);
for (const kind of [
  "as in published lists",
  "the same in the order of incidents",
  "one incident with all victims",
  "as many incidents as victims",
  "each row wrong",
]) {
  const perRow = sizes.map((count) => {
    const table = kinds[kind](count);
    // As many rows in all at every size, so that each is as well compiled.
    const rounds = Math.max(3, Math.min(31, Math.round(300_000 / count)));
    const [time] = medians([() => parseRecords(snhrCodebook, table)], rounds);
    return time / (table.incidents.length + table.victims.length);
  });
  const exponent = 1 + Math.log(perRow.at(-1) / perRow[0]) / Math.log(sizes.at(-1) / sizes[0]);
  console.log(`${perRow.map((time) => cell(time, 6)).join("")}   ${exponent.toFixed(2)}: ${kind}`);
}
