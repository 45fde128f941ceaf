import {
  type Audit,
  auditConventions,
  auditFigures,
  type CellRange,
  type Conflict,
  type FigureReference,
  type QuotientFinding,
  reconcile,
  snhrCodebook,
} from "casualty-stats";
import { publishedFigures } from "./figures.js";
import { julyReport } from "./report.js";
import { textTable } from "./text-table.js";

/** The audit of SNHR's report for July 2021 with the totals of the months before, as a person would want to read it. */
export function printAudit(): string {
  const audit = auditFigures(publishedFigures, { codebook: snhrCodebook });
  return [
    summary(audit),
    ...disagreements(audit),
    percentages(audit),
    readings(audit),
    unprinted(audit),
    statements(audit),
    besideRecords(),
  ].join("\n");
}

function summary({ accounting, identities, conflicts }: Audit): string {
  const holding = identities.filter(({ verdict }) => verdict === "holds").length;
  const broken = identities.filter(({ verdict }) => verdict === "cannot-hold").length;
  return [
    "What the printed figures say about themselves, without any record",
    "",
    `${accounting.figures} figures and statements of ${accounting.reports} reports, tied together by ${accounting.identities} identities:`,
    `${holding} hold by what is printed, ${broken} cannot hold each by itself, and the others involve cells that are not printed.`,
    `Together, ${conflicts.length} ${conflicts.length === 1 ? "group of figures does" : "groups of figures do"} not agree.`,
    "",
  ].join("\n");
}

/** What cannot be true together, and what would change that. */
function disagreements({ conflicts }: Audit): string[] {
  if (conflicts.length === 0) return ["No figures contradict each other.\n"];
  return conflicts.map((conflict) =>
    [
      "These do not agree:",
      ...conflict.figures.map((figure) => `  - ${shown(figure)}`),
      ...repairs(conflict),
      ...conflict.conventions.map(
        (convention) => `  This rests on a convention: ${auditConventions[convention]}`,
      ),
      "",
    ].join("\n"),
  );
}

function repairs({ repairs: found }: Conflict): string[] {
  const changes = found.flatMap(({ figure, minimum, maximum, candidates }) => {
    if (minimum === null) return [];
    const value = candidates[0]?.value ?? between(minimum, maximum);
    return [`  They would agree if ${shown(figure)} were ${value}.`];
  });
  if (changes.length > 0) return changes;
  const [only] = found;
  return only === undefined
    ? ["  No change of a single figure makes them agree."]
    : [
        `  No other number helps: they agree only without ${shown({ ...only.figure, printed: `"${only.figure.printed}"` })}.`,
      ];
}

function percentages({ quotients, roundings }: Audit): string {
  const rows = quotients.map((quotient) => [
    quotient.figure.printed,
    quotient.figure.what,
    partsOf(quotient),
    quotient.reachableUnder.join(", "),
  ]);
  const failing = quotients.filter(({ verdict }) => verdict !== "holds");
  return [
    textTable(
      "Percentages",
      ["of", "counts that print it", "rounded"],
      rows.map(([printed = "", ...rest]) => [printed, ...rest]),
    ),
    ...roundings.map(({ explanation }) => explanation),
    ...failing.map(({ explanation }) => explanation),
    "",
  ].join("\n");
}

/** The counts by the first rounding that reaches it: "67 of 129". */
function partsOf({ parts }: QuotientFinding): string {
  const [first] = parts;
  if (first === undefined) return "none";
  return `${between(first.part.minimum, first.part.maximum)} of ${between(first.whole.minimum, first.whole.maximum)}`;
}

function readings({ readings: found }: Audit): string {
  const lines = found.map(
    ({ what, verdict }) => `  - ${what}: ${verdict === "cannot-hold" ? "cannot be" : "can be"}`,
  );
  const [first] = found;
  return first === undefined ? "" : [`Open in the report is ${first.reading}:`, ...lines, ""].join("\n");
}

/** The cells that the report does not print, and that what it prints leaves one number for. */
function unprinted({ ranges }: Audit): string {
  const forced = ranges.filter(({ minimum, maximum }) => minimum === maximum);
  const nobody = forced.filter(isNobody).map(({ cell }) => cell.what);
  return [
    textTable(
      "Not printed, and forced by what is",
      [""],
      forced.filter(({ minimum }) => minimum > 0).map(({ cell, minimum }) => [cell.what, String(minimum)]),
    ),
    nobody.length === 0 ? "" : `Nobody was among: ${nobody.join("; ")}.\n`,
  ].join("\n");
}

/** Whether a cell is empty, and one that a reader would ask for: children or women of a row. */
function isNobody({ cell, maximum }: CellRange): boolean {
  const { demographic, inMassacres, category } = cell.of;
  return maximum === 0 && demographic !== undefined && inMassacres === undefined && category === undefined;
}

function statements({ figures, conflicts }: Audit): string {
  const said = new Map<string, string>(
    publishedFigures.flatMap(({ id, figures: own }) =>
      own.flatMap((figure) =>
        figure.kind === "statement" ? [[`${id} ${figure.id}`, figure.text] as const] : [],
      ),
    ),
  );
  const refuted = new Set<string>(conflicts.flatMap((conflict) => conflict.figures.map(nameOf)));
  const lines = figures.flatMap(({ figure, verdict }) => {
    const text = said.get(nameOf(figure));
    if (text === undefined) return [];
    const answer = refuted.has(nameOf(figure))
      ? "cannot hold"
      : verdict === "holds"
        ? "holds"
        : "not decided";
    return [[text, answer]];
  });
  return textTable("Statements", ["by the printed figures"], lines);
}

/** July's figures beside the constructed records, by the library's own comparison. */
function besideRecords(): string {
  const july = publishedFigures.find(({ period }) => period === "2021-07");
  if (july === undefined) return "";
  const { accounting, figures } = reconcile(july, julyReport(), { codebook: snhrCodebook });
  const { agree, mayAgree, differ, notComparable } = accounting;
  const reasons = figures.flatMap(({ outcome, remark }) =>
    outcome === "not-comparable" && remark !== null ? [remark] : [],
  );
  const byAnotherRule = figures.filter(
    ({ outcome, roundings }) =>
      outcome === "agrees" && roundings.length > 0 && !roundings.includes("half-up"),
  );
  return [
    `Beside the constructed records ${agree} of July's ${july.figures.length} figures agree, ${mayAgree} may agree, ${differ} ${differ === 1 ? "differs" : "differ"}:`,
    ...figures.flatMap(({ outcome, figure, recomputed }) =>
      outcome === "differs" ? [`  - ${figure.printed} (${figure.what}): ${recomputed ?? ""}`] : [],
    ),
    "The table above takes a toll with its children and women as one line, and rounds all percentages half up; here each number is a figure by",
    "itself, and a percentage agrees if any rounding prints it, or its wording allows it. So these agree here, and not there:",
    ...byAnotherRule.map(
      ({ figure, recomputed, roundings }) =>
        `  - ${figure.printed} (${figure.what}): ${recomputed ?? ""}, rounded ${roundings.join(" or ")}`,
    ),
    `${notComparable} cannot be compared:`,
    ...[...new Set(reasons)].map(
      (reason) => `  - ${reasons.filter((one) => one === reason).length}: ${reason}`,
    ),
    "",
  ].join("\n");
}

function nameOf({ report, figure }: FigureReference): string {
  return `${report} ${figure}`;
}

function shown({ printed, what, citation }: FigureReference): string {
  return `${printed} (${what}; ${citation})`;
}

function between(minimum: number, maximum: number | null): string {
  if (maximum === minimum) return String(minimum);
  return maximum === null ? `at least ${minimum}` : `${minimum} to ${maximum}`;
}
