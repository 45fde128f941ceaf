/**
 * Measures what the audit detects: plants misprints, one at a time, in the figures of the specification and of a folder of
 * fact files, and writes docs/audit-detection.md. `npx tsx scripts/measure-audit.ts DIRECTORY DATE [--every-digit] [--one-in=4]`
 *
 * Without `--every-digit` each digit is replaced by three others, and with it by all nine. `--one-in=4` plants every fourth of
 * these misprints.
 */
import { fork } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { snhrCodebook } from "casualty-stats";
import { publishedFigures } from "../examples/july-2021/figures.js";
import { auditFigures } from "../src/audit/audit-figures.js";
import type { Audit } from "../src/audit/findings/finding.js";
import type { PublishedReport } from "../src/audit/published/published.js";
import type { Codebook } from "../src/codebook/codebook.js";
import { readFacts } from "../test/support/facts.js";
import { detectionPage, type Outcome } from "../test/support/facts-detection.js";
import { type Planted, plantings } from "../test/support/facts-misprints.js";

/** Reports that are audited together. */
interface Group {
  readonly name: Outcome["group"];
  readonly reports: readonly PublishedReport[];
  readonly codebook: Codebook;
}

function groupsOf(directory: string): readonly Group[] {
  const names = readdirSync(directory).filter((name) => name.endsWith(".json"));
  const files = names.sort().map((file) => {
    const facts: unknown = JSON.parse(readFileSync(join(directory, file), "utf8"));
    return { file, facts };
  });
  const { reports, codebook } = readFacts(files, { blank: "not-printed" });
  const years = new Set(reports.map(({ period }) => period.slice(0, 4)));
  // Without the keys' literal types: one list holds reports of both codebooks.
  const specification = publishedFigures as readonly PublishedReport[];
  return [
    { name: "specification", reports: specification, codebook: snhrCodebook },
    ...[...years].map(
      (year): Group => ({
        name: "fact files",
        reports: reports.filter(({ period }) => period.startsWith(year)),
        codebook,
      }),
    ),
  ];
}

const name = (report: string, figure: string): string => `${report} ${figure}`;
const conflictNames = (audit: Audit): string[] =>
  audit.conflicts.map(({ figures }) =>
    figures
      .map((one) => name(one.report, one.figure))
      .sort()
      .join("|"),
  );
const outlierNames = (audit: Audit): string =>
  audit.roundings
    .map(({ report, kind, outliers }) => `${report} ${kind} ${outliers.map(({ figure }) => figure).join()}`)
    .join("|");

/** Every `shards`-th of the misprints that are planted, every `oneIn`-th of all; each outcome handed on as soon as it is known. */
async function measure(
  groups: readonly Group[],
  everyDigit: boolean,
  oneIn: number,
  shard: number,
  shards: number,
  report: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  for (const group of groups) {
    const before = auditFigures(group.reports, { codebook: group.codebook });
    const known = new Set(conflictNames(before));
    const inConflict = new Set(
      before.conflicts.flatMap(({ figures }) => figures.map((one) => name(one.report, one.figure))),
    );
    const all = plantings(group.reports, everyDigit).filter(
      ({ report, figure }) => !inConflict.has(name(report, figure.id)),
    );
    const own = all.filter((_, nth) => nth % (oneIn * shards) === oneIn * shard);
    for (const planted of own) await report(outcome(group, planted, before, known));
  }
}

function outcome(group: Group, planted: Planted, before: Audit, known: ReadonlySet<string>): Outcome {
  const { report, figure, error, printed, text } = planted;
  const started = performance.now();
  const audit = auditFigures(planted.reports, { codebook: group.codebook });
  const milliseconds = Math.round(performance.now() - started);
  const names = conflictNames(audit);
  const conflicts = audit.conflicts.filter((_, nth) => !known.has(names[nth] ?? ""));
  const repairs = conflicts.flatMap((conflict) => conflict.repairs);
  const own = repairs.filter((one) => one.figure.report === report && one.figure.figure === figure.id);
  const agrees = ({ minimum, maximum }: (typeof own)[number]): boolean =>
    minimum !== null && minimum <= Number(printed) && (maximum === null || Number(printed) <= maximum);
  const [first] = conflicts[0]?.repairs ?? [];
  const isTrue = first !== undefined && own.includes(first) && first.candidates[0]?.value === printed;
  const allowed = before.figures.find(
    (one) => one.figure.report === report && one.figure.figure === figure.id,
  )?.allowed;
  return {
    group: group.name,
    error,
    figure: name(report, figure.id),
    kind: figure.kind,
    printed,
    planted: text,
    milliseconds,
    detected:
      conflicts.length > 0 ? "conflict" : outlierNames(audit) !== outlierNames(before) ? "rounding" : null,
    trueAmongRepairs: own.some(agrees),
    figuresToRepair: new Set(repairs.map((one) => name(one.figure.report, one.figure.figure))).size,
    isFirst:
      isTrue ||
      (first !== undefined && own.includes(first) && first.minimum === first.maximum && agrees(first)),
    leaves:
      allowed === null || allowed === undefined || (allowed.minimum === 0 && allowed.maximum === null)
        ? "nothing-said"
        : allowed.minimum === allowed.maximum
          ? "one-value"
          : "bounds",
  };
}

/**
 * The outcomes of every misprint, shared out over as many processes as the machine runs at once. Each is printed when it
 * is known, so that a measurement that is broken off leaves what it had.
 */
async function measureAll(
  directory: string,
  everyDigit: boolean,
  oneIn: number,
): Promise<readonly Outcome[]> {
  const shards = availableParallelism();
  const outcomes: Outcome[] = [];
  const parts = Array.from({ length: shards }, (_, shard) => {
    const task = [directory, everyDigit, oneIn, shard, shards].map(String);
    return new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(import.meta.url), ["--shard", ...task]);
      child.on("message", (message) => {
        outcomes.push(message as Outcome);
        console.log(JSON.stringify(message));
      });
      child.once("exit", (code) => {
        if (code === 0) resolve();
        else reject(new Error(`A part of the measurement ended with ${code ?? "a signal"}.`));
      });
    });
  });
  await Promise.all(parts);
  return outcomes;
}

async function main(given: readonly string[]): Promise<void> {
  const everyDigit = given.includes("--every-digit");
  const oneIn = Number(
    given.find((argument) => argument.startsWith("--one-in="))?.slice("--one-in=".length) ?? 1,
  );
  const [directory, date] = given.filter((argument) => !argument.startsWith("--"));
  if (directory === undefined || date === undefined) {
    console.error("Usage: npx tsx scripts/measure-audit.ts DIRECTORY DATE [--every-digit] [--one-in=4]");
    process.exitCode = 2;
    return;
  }
  const outcomes = await measureAll(directory, everyDigit, oneIn);
  writeFileSync("docs/audit-detection.md", detectionPage(outcomes, date, everyDigit, oneIn));
}

/** Hands an outcome on, and waits until it is written: a loop that never waits would keep them all to its end. */
function handOn(outcome: Outcome): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(outcome, (error: Error | null) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

const [first, directory = "", everyDigit, oneIn, shard, shards] = process.argv.slice(2);
if (first === "--shard")
  await measure(
    groupsOf(directory),
    everyDigit === "true",
    Number(oneIn),
    Number(shard),
    Number(shards),
    handOn,
  );
else await main(process.argv.slice(2));
