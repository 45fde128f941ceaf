/**
 * Audits a folder of fact files and prints one line of JSON for each finding: `npm run audit:facts -- DIRECTORY`.
 *
 * `--blank zero` reads the empty cells of printed rows as zeros; without it they are numbers that are not printed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type FactsFile, readFacts } from "../test/support/facts.js";
import { factFindings } from "../test/support/facts-findings.js";

const usage = "Usage: npm run audit:facts -- DIRECTORY [--blank zero]";

function readFolder(directory: string): readonly FactsFile[] {
  const names = readdirSync(directory).filter((name) => name.endsWith(".json"));
  return names.sort().map((file) => ({ file, facts: readJson(join(directory, file)) }));
}

/** What a file holds; of one that is no JSON nothing, which the reader notes. */
function readJson(path: string): unknown {
  try {
    const facts: unknown = JSON.parse(readFileSync(path, "utf8"));
    return facts;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function main(): number {
  const { values, positionals } = parseArgs({
    options: { blank: { type: "string", default: "not-printed" } },
    allowPositionals: true,
  });
  const [directory, ...further] = positionals;
  const { blank } = values;
  if (directory === undefined || further.length > 0 || (blank !== "zero" && blank !== "not-printed")) {
    console.error(usage);
    return 2;
  }
  const files = readFolder(directory);
  const facts = readFacts(files, { blank });
  const findings = factFindings(facts);
  for (const finding of findings) console.log(JSON.stringify(finding));
  const contradictions = findings.filter(({ verdict }) => verdict === "cannot-hold");
  const concerned = new Set(contradictions.flatMap(({ figures }) => figures.map(({ file }) => file)));
  const figures = facts.reports.reduce((sum, report) => sum + report.figures.length, 0);
  const lost = facts.issues.filter((issue) => issue.lost).length;
  console.error(
    `${files.length} files, ${figures} figures: ${contradictions.length} groups of figures do not agree (in ${concerned.size} files), ` +
      `${findings.length - contradictions.length} remarks; ${lost} printed figures could not be read.`,
  );
  return 0;
}

process.exitCode = main();
