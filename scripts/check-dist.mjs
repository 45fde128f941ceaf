// Loads the built package as its users do: as an ES module, as CommonJS, and bundled for a browser in a world without
// Node. Prints what it checked; any difference ends it with an error.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "tsup";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A figure of the specification, by way of several folders: 46 of 129 is 35.7 %. */
function figureOf(library) {
  const byLetter = library.partition({ keys: ["a", "b"], keyOf: (letter) => letter });
  const letters = [..."a".repeat(46), ..."b".repeat(83)];
  const share = library.shareOf(library.tally(letters, { by: { letter: byLetter } }), {
    part: { letter: "a" },
    whole: {},
  });
  const parsed = library.parseRecords(library.snhrCodebook, { victims: [{ id: "v-1", killedIn: "Idilb" }] });
  const [issue] = parsed.issues;
  return [
    library.formatPercent(share, { rounding: "half-up", digits: 1 }),
    library.periodText(library.period("2021-H1")),
    issue.message,
  ].join(" | ");
}

const expected =
  '35.7% | January to June 2021 | unknown place "Idilb" (row 1): did you mean "idlib" (Idlib, إدلب)?';

const esm = await import("casualty-stats");
const cjs = createRequire(import.meta.url)("casualty-stats");
assert.deepEqual(Object.keys(cjs).sort(), Object.keys(esm).sort());
assert.equal(figureOf(esm), expected);
assert.equal(figureOf(cjs), expected);

const folder = mkdtempSync(join(tmpdir(), "casualty-stats-"));
await build({
  config: false,
  entry: { index: join(root, "dist/index.js") },
  format: "iife",
  globalName: "casualtyStats",
  platform: "browser",
  target: "es2022",
  noExternal: [/.*/],
  outDir: folder,
  silent: true,
});
const bundle = readFileSync(join(folder, "index.global.js"), "utf8");
rmSync(folder, { recursive: true });
const world = createContext({});
runInContext(bundle, world);
assert.equal(runInContext(`(${figureOf.toString()})(casualtyStats)`, world), expected);

console.log(
  `The package loads as ESM, as CommonJS and without Node, with ${Object.keys(esm).length} exports.`,
);
