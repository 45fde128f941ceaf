import type { Figure } from "../../src/audit/published/figure.js";
import type { Planted } from "./facts-misprints.js";

/** What the audit made of one planted misprint. */
export interface Outcome {
  readonly group: "specification" | "fact files";
  readonly error: Planted["error"];
  readonly figure: string;
  readonly kind: Figure["kind"];
  readonly printed: string;
  readonly planted: string;
  /** How long the audit took. */
  readonly milliseconds: number;
  /** Whether figures do not agree that agreed before, or only no single rounding prints all percentages any longer. */
  readonly detected: "conflict" | "rounding" | null;
  /** Whether the true number is among the repairs, and how many figures could be changed. */
  readonly trueAmongRepairs: boolean;
  readonly figuresToRepair: number;
  /** Whether the repair of the right figure to the right number stands first. */
  readonly isFirst: boolean;
  /** What the other figures of its own report leave, before. */
  readonly leaves: "nothing-said" | "bounds" | "one-value";
}

const errors = {
  "wrong-digit": "one digit wrong",
  "lost-digit": "one digit lost",
  "transposed-digits": "two neighbouring digits changed",
} as const;

/** The page docs/audit-detection.md: what the audit made of the planted misprints. */
export function detectionPage(
  outcomes: readonly Outcome[],
  date: string,
  everyDigit: boolean,
  oneIn: number,
): string {
  const groups = ["specification", "fact files"] as const;
  const rows = groups.flatMap((group) => [
    ...Object.entries(errors).map(([error, words]) =>
      row(
        group,
        words,
        outcomes.filter((one) => one.group === group && one.error === error),
      ),
    ),
    row(
      group,
      "all",
      outcomes.filter((one) => one.group === group),
    ),
  ]);
  const missed = outcomes.filter(({ detected }) => detected === null);
  const ambiguous = outcomes.filter(
    ({ detected, figuresToRepair }) => detected === "conflict" && figuresToRepair > 1,
  );
  const unmended = outcomes.filter(
    ({ detected, trueAmongRepairs }) => detected === "conflict" && !trueAmongRepairs,
  );
  const lines = (all: readonly Outcome[], of: (one: Outcome) => string): string[] => {
    const counts = new Map<string, number>();
    for (const one of all) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([words, count]) => `- ${words}: ${count} (${share(count, all.length)})`);
  };
  return [
    "# What the audit detects",
    "",
    `Measured on ${date} by \`scripts/measure-audit.ts\`: ${outcomes.length} misprints, planted one at a time in the figures of SNHR's`,
    "report for July 2021 with the totals of January to June (the specification), and in those of 25 fact files, of which the",
    `reports of one year are audited together. Each digit was replaced by ${everyDigit ? "each of the nine others" : "three others (1, 4 and 7 more, without the tens)"}, lost, and changed with its`,
    `neighbour.${oneIn === 1 ? "" : ` Of all these, one in ${oneIn} was planted.`} Figures that do not agree with others as they were printed are left out.`,
    "",
    "*Detected*: figures do not agree that agreed before. *Rounding only*: no single rounding prints all percentages any longer.",
    "*True number*: of those detected, how often the number before is among the repairs. *First*: how often it stands first.",
    "*Unique*: how often no other figure could be changed instead.",
    "",
    "| Figures | Misprint | Planted | Detected | Rounding only | True number | First | Unique |",
    "|---|---|---:|---:|---:|---:|---:|---:|",
    ...rows,
    "",
    ...(unmended.length === 0
      ? []
      : [
          `Of ${unmended.length} that are detected the true number is not among the repairs: they share a figure with some that did not agree before. Two`,
          "errors that meet are told as one group, which no single change mends.",
          "",
        ]),
    `## Why the other ${missed.length} are not detected`,
    "",
    ...lines(missed, ({ leaves, kind }) => whyMissed(leaves, kind)),
    "",
    `## Why ${ambiguous.length} that are detected cannot be ascribed to one figure`,
    "",
    ...lines(ambiguous, ({ figuresToRepair }) =>
      figuresToRepair > 2
        ? "they break a sum, and each of its figures could be the one that is wrong"
        : "two figures contradict each other, and nothing else decides between them",
    ),
    "",
  ].join("\n");
}

function row(group: string, words: string, all: readonly Outcome[]): string {
  const detected = all.filter((one) => one.detected === "conflict");
  const cells = [
    all.length,
    counted(detected.length, all.length),
    counted(all.filter((one) => one.detected === "rounding").length, all.length),
    counted(detected.filter(({ trueAmongRepairs }) => trueAmongRepairs).length, detected.length),
    counted(detected.filter(({ isFirst }) => isFirst).length, detected.length),
    counted(
      detected.filter(({ trueAmongRepairs, figuresToRepair }) => trueAmongRepairs && figuresToRepair === 1)
        .length,
      detected.length,
    ),
  ];
  return `| ${group} | ${words} | ${cells.join(" | ")} |`;
}

function whyMissed(leaves: Outcome["leaves"], kind: Outcome["kind"]): string {
  if (kind === "percentage" || kind === "rate")
    return "a percentage or rate that the counts can print as well";
  if (leaves === "nothing-said") return "a figure of which nothing else that is printed says anything";
  if (leaves === "bounds") return "a figure that the others only bound, and the misprint stays within";
  return "a figure that the others force, by figures that may be wrong instead";
}

function counted(count: number, of: number): string {
  return `${count} (${share(count, of)})`;
}

function share(count: number, of: number): string {
  return of === 0 ? "–" : `${Math.round((100 * count) / of)}%`;
}
