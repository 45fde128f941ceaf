// Measures what a user's bundle takes of the built package for ten typical imports, minified and compressed, and how long the
// package takes to import beside its dependencies. `npm run sizes`.
import { execFileSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const imports = {
  "a share and its percentage": ["share", "formatPercent"],
  "percentages that add up to 100": ["apportionPercents"],
  "periods and months": ["period", "monthsOfPeriod"],
  "tally and its cells": ["partition", "tally", "at", "total"],
  "the whole algebra of tallies": [
    "partition",
    "inclusion",
    "countOf",
    "rangeOf",
    "tally",
    "at",
    "total",
    "marginal",
    "merge",
    "regroup",
    "restrict",
    "runningTotal",
    "shareOf",
    "rows",
    "fromRows",
    "listCells",
    "behind",
    "changeBetween",
  ],
  "prepared items": ["partition", "prepare", "tallyPrepared", "at"],
  "a codebook": ["defineCodebook", "extendCodebook", "findKey"],
  "the core without parsing: codebook, rules, dimensions, tally, shares": [
    "defineCodebook",
    "definePolicy",
    "definePopulation",
    "defineMassacre",
    "applyPopulation",
    "massacres",
    "byPerpetrator",
    "byMonth",
    "byCategory",
    "byDemographic",
    "byPlace",
    "period",
    "tally",
    "at",
    "total",
    "rows",
    "shareOf",
    "formatPercent",
  ],
  "parsing records": ["parseRecords", "defineCodebook"],
  "the audit of published figures": ["auditFigures", "snhrCodebook"],
};

async function sizeOf(names) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${names.join(", ")} } from "./dist/index.js"; console.log(${names.join(", ")});`,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    write: false,
  });
  return brotliCompressSync(outputFiles[0].contents).length;
}

const sizes = {};
for (const [name, names] of Object.entries(imports)) sizes[name] = await sizeOf(names);

/** The processor time of a process to import something, in milliseconds. */
function importTime(specifiers) {
  const imports = specifiers.map((specifier) => `await import(${JSON.stringify(specifier)});`).join(" ");
  const code = `const before = process.cpuUsage(); ${imports} const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd: root }));
}

// In turns, since what else the machine does slows down both; the least of several processes.
let [dependencies, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let round = 0; round < 15; round++) {
  dependencies = Math.min(dependencies, importTime(["zod", "date-fns/locale/en-US"]));
  whole = Math.min(whole, importTime([pathToFileURL(`${root}/dist/index.js`).href]));
}

const rows = Object.entries(sizes).map(([name, bytes]) => [name, `${(bytes / 1000).toFixed(1)} kB`]);
if (process.argv.includes("--markdown")) {
  console.log("Of ten typical imports, minified and compressed (brotli), dependencies included:\n");
  console.log(
    ["| Import | size |", "| :-- | --: |", ...rows.map((cells) => `| ${cells.join(" | ")} |`)].join("\n"),
  );
  console.log(
    `\nImporting the whole package, cold: ${whole.toFixed(0)} ms; its dependencies alone: ${dependencies.toFixed(0)} ms (${(whole / dependencies).toFixed(2)}).`,
  );
} else {
  for (const cells of rows) console.log(cells.reverse().join("  "));
  console.log(
    `import: ${whole.toFixed(0)} ms, of the dependencies alone: ${dependencies.toFixed(0)} ms (${(whole / dependencies).toFixed(2)})`,
  );
}
