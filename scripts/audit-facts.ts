/**
 * Audits a folder of fact files and prints one line of JSON for each finding: `npm run audit:facts -- DIRECTORY`.
 *
 * `--blank zero` reads the empty cells of printed rows as zeros; without it they are numbers that are not printed.
 * Whatever of a file is not read is a line of the kind "not-read", with its field. Folders in it and files of other names than
 * `*.json` are no fact files: they are named on standard error. A file that the reader or the audit fails for is such a line too, with
 * the reason; the others are audited without it, and the exit code is 1.
 */
import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type FactsFile, readFacts } from "../test/support/facts.js";
import { withoutFailing } from "../test/support/facts-apart.js";
import { remark } from "../test/support/facts-finding.js";
import { factFindings } from "../test/support/facts-findings.js";

const usage = "Usage: npm run audit:facts -- DIRECTORY [--blank zero|not-printed]";

function readFolder(directory: string): readonly FactsFile[] {
  const entries = readdirSync(directory, { withFileTypes: true });
  const others = entries.filter((entry) => !isFactsFile(entry)).map(({ name }) => name);
  if (others.length > 0) console.error(`No fact files, and not read: ${others.sort().join(", ")}.`);
  return entries
    .filter(isFactsFile)
    .map(({ name }) => ({ file: name, facts: readJson(join(directory, name)) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function isFactsFile(entry: Dirent): boolean {
  return !entry.isDirectory() && /\.json$/i.test(entry.name);
}

/** What a file holds, with or without a mark of byte order; of one that is no JSON nothing, which the reader notes. */
function readJson(path: string): unknown {
  try {
    const facts: unknown = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
    return facts;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The folder and the reading of blanks, or null for arguments that are none. */
function readArguments(): { readonly directory: string; readonly blank: "zero" | "not-printed" } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { blank: { type: "string", default: "not-printed" } },
      allowPositionals: true,
    });
    const [directory, ...further] = positionals;
    const { blank } = values;
    const isBlank = blank === "zero" || blank === "not-printed";
    return directory === undefined || further.length > 0 || !isBlank ? null : { directory, blank };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The files, or null with the reason printed where they cannot be read. */
function filesOf(directory: string): readonly FactsFile[] | null {
  try {
    return readFolder(directory);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    console.error(`${directory} cannot be read: ${error.message}`);
    return null;
  }
}

function main(): number {
  const given = readArguments();
  if (given === null) {
    console.error(usage);
    return 2;
  }
  const files = filesOf(given.directory);
  if (files === null) return 2;
  const { result, failed } = withoutFailing(files, (some) => {
    const facts = readFacts(some, { blank: given.blank });
    return { facts, found: factFindings(facts) };
  });
  const unread = failed.map(({ file: { file }, beside, message }) => {
    const both = beside && ` Only ${beside.file} and ${file} together fail: ${file} is left out.`;
    return { ...remark("not-read", [], message + (both ?? "")), file };
  });
  const findings = [...result.found, ...unread];
  for (const finding of findings) console.log(JSON.stringify(finding));
  const contradictions = findings.filter(({ verdict }) => verdict === "cannot-hold");
  const notRead = findings.filter(({ kind }) => kind === "not-read").length;
  const concerned = new Set(
    contradictions.flatMap(({ file, figures }) => [file, ...figures.map((one) => one.file)]),
  );
  const figures = result.facts.reports.reduce((sum, report) => sum + report.figures.length, 0);
  console.error(
    `${files.length} files, ${figures} figures: ${contradictions.length} groups of figures do not agree (in ${concerned.size} files), ` +
      `${findings.length - contradictions.length - notRead} remarks; ${notRead} fields could not be read.`,
  );
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = main();
