import { auditFigures } from "../../src/audit/audit-figures.js";
import type { Conflict, Repair } from "../../src/audit/conflict.js";
import type { Audit, CellRange, FigureReference, QuotientFinding, Verdict } from "../../src/audit/finding.js";
import { worded } from "../../src/audit/printed-number.js";
import type { Facts } from "./facts.js";
import { cellText, joined } from "./facts-coordinates.js";
import type { FactsIssue } from "./facts-issue.js";
import { printedCountOf } from "./facts-number.js";
import { typedConflict } from "./facts-typed.js";

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
  const typed = typedFindings(facts);
  const conflicts = audit.conflicts.map((conflict) => conflictFinding(conflict, audit, shown));
  const isTold = ({ file, figures: [own] }: FactFinding): boolean =>
    conflicts.some(({ figures }) => figures.some((one) => one.file === file && one.figure === own?.figure));
  return [
    ...conflicts.map((conflict) => withTyped(conflict, typed)),
    ...typed.filter((one) => !isTold(one)),
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
  const [repair = null, ...otherRepairs] = conflict.repairs.map((one) => foundRepair(one, shown.figure));
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
    explanation: `${conflict.explanation}${isOtherWay(figures) ? otherWay : ""}`,
  };
}

const otherWay = " It is the size of the change the other way: the word for the rise or fall may be wrong.";

/** Whether two counts differ by what a trend prints: which they contradict only if it is printed as the other way. */
function isOtherWay(figures: readonly FoundFigure[]): boolean {
  const trend = figures.find(({ figure }) => /^trend\[\d+\]\.(?!now$|before$)/.test(figure));
  const size = printedCountOf(trend?.printed);
  const [one, other, ...further] = figures
    .filter((figure) => figure !== trend)
    .map(({ printed }) => printedCountOf(printed));
  if (!size || !one || !other || further.length > 0) return false;
  const { minimum, maximum } = worded(size.value, size.wording);
  const change = Math.abs(one.value - other.value);
  return minimum <= change && change <= maximum;
}

function foundRepair(
  { figure, minimum, maximum, candidates, vouchedBy }: Repair,
  shown: Shower["figure"],
): FoundRepair {
  const [likeliest] = candidates;
  const value = likeliest?.value ?? (minimum !== null && minimum === maximum ? String(minimum) : null);
  return {
    ...shown(figure),
    value,
    minimum,
    maximum,
    misprint: likeliest?.misprint ?? null,
    vouchedBy,
  };
}

/** Typed numbers that contradict each other: audited by themselves, since no cell is known to be their own. */
function typedFindings({ typed, codebook }: Facts): readonly FactFinding[] {
  return typed.flatMap((one): readonly FactFinding[] => {
    const { file, id, label, printed, kind, disagreement, others = [] } = one;
    const conflict = typedConflict(one, codebook);
    if (conflict === null) return [];
    const figure: FoundFigure = { file, figure: id, printed, what: label };
    const shown = ({ figure: own, printed: number }: FigureReference): FoundFigure =>
      own === id ? figure : { file, figure: own, printed: number, what: label };
    const isPrinted = (own: string): boolean => own === id || others.includes(own);
    const figures = [figure, ...conflict.figures.filter((own) => others.includes(own.figure)).map(shown)];
    const [repair = null, ...otherRepairs] = conflict.repairs
      .filter((own) => isPrinted(own.figure.figure))
      .map((own) => foundRepair(own, shown));
    const explanation = `By the numbers typed beside it, "${label}" is ${disagreement}.`;
    return [{ ...remark(kind, figures, explanation), verdict: "cannot-hold", repair, otherRepairs }];
  });
}

/** A contradiction with what the typed numbers say of one of its figures: that this one is wrong, and so is told first. */
function withTyped(conflict: FactFinding, typed: readonly FactFinding[]): FactFinding {
  const { figures, repair, otherRepairs, explanation } = conflict;
  const isOf =
    ({ figures: [own] }: FactFinding) =>
    (one: FoundFigure): boolean =>
      one.file === own?.file && one.figure === own.figure;
  const found = typed.filter((one) => figures.some(isOf(one)));
  if (found.length === 0) return conflict;
  const repairs = [...(repair === null ? [] : [repair]), ...otherRepairs];
  const isFirst = (one: FoundRepair): boolean => found.some((own) => isOf(own)(one));
  const [first = null, ...others] = [...repairs.filter(isFirst), ...repairs.filter((one) => !isFirst(one))];
  return {
    ...conflict,
    file: first?.file ?? conflict.file,
    repair: first,
    otherRepairs: others,
    explanation: [explanation, ...found.map((one) => one.explanation)].join(" "),
  };
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
