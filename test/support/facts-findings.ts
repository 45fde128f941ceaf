import { auditFigures } from "../../src/audit/audit-figures.js";
import type { Conflict, Repair } from "../../src/audit/conflict.js";
import type { Audit, CellRange, FigureReference, QuotientFinding, Verdict } from "../../src/audit/finding.js";
import type { PublishedReport } from "../../src/audit/published.js";
import type { Codebook } from "../../src/codebook/codebook.js";
import type { Facts } from "./facts.js";
import { cellText, joined } from "./facts-coordinates.js";
import type { FactsIssue } from "./facts-issue.js";
import type { TypedShare } from "./facts-reading.js";

/** A figure of a finding, as a line of JSON names it. */
interface FoundFigure {
  readonly file: string;
  readonly figure: string;
  readonly printed: string;
  readonly what: string;
}

/** A change of one figure that resolves a finding. */
interface FoundRepair extends FoundFigure {
  /** The likeliest value; null if the figure could only be left out. */
  readonly value: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly misprint: string | null;
  readonly vouchedBy: number;
}

/** One line of the audit of a folder of fact files. */
export interface FactFinding {
  readonly file: string;
  readonly kind: string;
  /** The field that the reader speaks of; null where the audit does. */
  readonly field: string | null;
  readonly figures: readonly FoundFigure[];
  readonly verdict: Verdict;
  /** The likeliest change of a single figure; null if there is none, or nothing to repair. */
  readonly repair: FoundRepair | null;
  readonly otherRepairs: readonly FoundRepair[];
  readonly explanation: string;
}

/** What the audit of the fact files finds, in the order of what it is: contradictions first. */
export function factFindings(facts: Facts): readonly FactFinding[] {
  const audit = auditFigures(facts.reports, { codebook: facts.codebook });
  const shown = shower(facts);
  return [
    ...audit.conflicts.map((conflict) => conflictFinding(conflict, audit, shown)),
    ...facts.typedShares.filter((share) => isImpossible(share, facts.codebook)).map(typedShareFinding),
    ...audit.quotients.filter(isRemarkable).map((quotient) => quotientFinding(quotient, shown)),
    ...audit.roundings
      .filter(({ outliers }) => outliers.length > 0)
      .map(({ kind, outliers, explanation }) =>
        remark(`${kind}s-rounded-differently`, outliers.map(shown.figure), explanation),
      ),
    ...audit.series
      .filter(({ verdict }) => verdict !== "cannot-hold")
      .map(({ kind, figures, verdict, explanation }) => ({
        ...remark(kind, figures.map(shown.figure), explanation),
        verdict,
      })),
    ...missingRows(audit.ranges, facts).map((range) => rangeFinding(range, shown)),
    ...audit.issues.map(({ code, report, subject, message }) => ({
      ...remark(code, [], `${subject}: ${message}`),
      file: shown.file(report),
    })),
    ...facts.issues.map((issue) => issueFinding(issue)),
  ].sort((a, b) => order(a) - order(b));
}

function order({ verdict }: FactFinding): number {
  return verdict === "cannot-hold" ? 0 : 1;
}

/** What the reader says of a field. That a row is printed twice is no choice of it, but what the numbers say. */
function issueFinding({ code, file, path, message, lost }: FactsIssue): FactFinding {
  const isWrong = code === "row-repeated";
  const kind = lost ? "not-read" : isWrong ? code : `read-although-${code}`;
  return {
    ...remark(kind, [], message),
    verdict: isWrong ? "cannot-hold" : "undetermined",
    file,
    field: path,
  };
}

interface Shower {
  readonly file: (report: string) => string;
  readonly figure: (reference: FigureReference) => FoundFigure;
}

function shower({ fileOf }: Facts): Shower {
  const file = (report: string): string => fileOf.get(report) ?? report;
  return {
    file,
    figure: ({ report, figure, printed, what }) => ({ file: file(report), figure, printed, what }),
  };
}

function remark(kind: string, figures: readonly FoundFigure[], explanation: string): FactFinding {
  const file = figures[0]?.file ?? "";
  return {
    file,
    kind,
    field: null,
    figures,
    verdict: "undetermined",
    repair: null,
    otherRepairs: [],
    explanation,
  };
}

function conflictFinding(conflict: Conflict, { series }: Audit, shown: Shower): FactFinding {
  const [repair = null, ...otherRepairs] = conflict.repairs.map((one) => foundRepair(one, shown));
  const named = (figures: readonly FigureReference[]): string =>
    figures.map(({ report, figure }) => `${report}/${figure}`).join(" ");
  const ofSeries = series.find(
    ({ verdict, figures }) => verdict === "cannot-hold" && named(figures) === named(conflict.figures),
  );
  const kinds = new Set(
    conflict.identities.map(({ kind }) => kind).filter((kind) => kind !== "printed-twice"),
  );
  const figures = conflict.figures.map(shown.figure);
  return {
    file: repair?.file ?? figures[0]?.file ?? "",
    field: null,
    kind: ofSeries?.kind ?? [...(kinds.size === 0 ? ["printed-twice"] : kinds)].join("+"),
    figures,
    verdict: "cannot-hold",
    repair,
    otherRepairs,
    explanation: conflict.explanation,
  };
}

function foundRepair(
  { figure, minimum, maximum, candidates, vouchedBy }: Repair,
  shown: Shower,
): FoundRepair {
  const [likeliest] = candidates;
  const value = likeliest?.value ?? (minimum !== null && minimum === maximum ? String(minimum) : null);
  return {
    ...shown.figure(figure),
    value,
    minimum,
    maximum,
    misprint: likeliest?.misprint ?? null,
    vouchedBy,
  };
}

/** Whether no rounding prints the percentage of its typed counts: audited by itself, since no cell is known to be its own. */
function isImpossible({ part, whole, text, wording }: TypedShare, codebook: Codebook): boolean {
  const worded = wording === undefined ? {} : { wording };
  const report: PublishedReport = {
    kind: "published-report",
    id: "typed",
    publisher: "typed",
    period: "2021",
    citation: { source: "typed" },
    figures: [
      { kind: "count", id: "part", value: part, of: { demographic: "child" } },
      { kind: "count", id: "whole", value: whole, of: {} },
      { kind: "percentage", id: "share", text, ...worded, of: { demographic: "child" }, whole: {} },
    ],
  };
  return auditFigures([report], { codebook }).conflicts.length > 0;
}

function typedShareFinding({
  file,
  id,
  label,
  text,
  part,
  whole,
}: Facts["typedShares"][number]): FactFinding {
  const figure: FoundFigure = { file, figure: id, printed: `${text}%`, what: label };
  const explanation = `${part} of ${whole} is what is typed of "${label}", which no rounding prints as ${text}%.`;
  return { ...remark("percentage-of-typed-counts", [figure], explanation), verdict: "cannot-hold" };
}

/** Whether a percentage or rate can be printed by a ceiling or floor only, and by none that rounds to the nearest. */
function isRemarkable({ verdict, reachableUnder }: QuotientFinding): boolean {
  const nearest = reachableUnder.some((rounding) => rounding.startsWith("half"));
  return verdict === "holds" && reachableUnder.length > 0 && !nearest;
}

function quotientFinding(quotient: QuotientFinding, shown: Shower): FactFinding {
  const { kind, figure, reachableUnder } = quotient;
  const rule = reachableUnder.join(" or ");
  const explanation = `${figure.printed} (${figure.what}) is printed by rounding ${rule}, and not by rounding to the nearest.`;
  return {
    ...remark(`${kind}-only-by-rounding-${reachableUnder.join("-or-")}`, [shown.figure(figure)], explanation),
    verdict: "holds",
  };
}

/** What is in no row of a table, and rows that are on the page without a number. */
function missingRows(ranges: readonly CellRange[], { reports }: Facts): readonly CellRange[] {
  const rows = new Set(
    reports.flatMap(({ id, tables = [] }) =>
      tables.flatMap(({ of, rows: own }) => own.map((row) => `${id} ${cellText(joined(of, row))}`)),
    ),
  );
  return ranges.filter(({ report, cell, maximum }) => {
    const isRemainder = cell.outside !== null && maximum !== 0;
    return isRemainder || rows.has(`${report} ${cellText(cell.of)}`);
  });
}

function rangeFinding({ report, cell, minimum, maximum }: CellRange, shown: Shower): FactFinding {
  const range =
    maximum === minimum
      ? String(minimum)
      : maximum === null
        ? `at least ${minimum}`
        : `${minimum} to ${maximum}`;
  const verdict: Verdict = maximum === minimum ? "holds" : "undetermined";
  const file = shown.file(report);
  const figure: FoundFigure = { file, figure: "", printed: "not printed", what: cell.what };
  return { ...remark("not-printed", [figure], `${cell.what}: ${range}, by all that is printed.`), verdict };
}
