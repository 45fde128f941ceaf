import { auditFigures } from "../../src/audit/audit-figures.js";
import type { Conflict } from "../../src/audit/conflicts/conflict.js";
import type { Verdict } from "../../src/audit/constraints/verdict.js";
import type { Audit, CellRange } from "../../src/audit/findings/finding.js";
import { worded } from "../../src/audit/published/printed-number.js";
import type { FigureReference } from "../../src/audit/published/reference.js";
import type { Facts } from "./facts.js";
import { cellText, joined } from "./facts-coordinates.js";
import {
  type FactFinding,
  type FoundFigure,
  foundRepair,
  quotientFindings,
  remark,
  type Shower,
} from "./facts-finding.js";
import type { FactsIssue } from "./facts-issue.js";
import { printedCountOf } from "./facts-number.js";
import { typedFindings, withTyped } from "./facts-typed-findings.js";
import { unarmedFindings } from "./facts-unarmed.js";

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
    ...unarmedFindings(facts, shown),
    ...quotientFindings(audit.quotients, shown.figure),
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
    ...missingRows(audit.ranges, facts).map((range) => rangeFinding(range, facts, shown)),
    ...audit.issues.map(({ code, report, subject, message }) => {
      const words = code === "report-population-unstated" ? facts.groupless.get(report) : undefined;
      const whom = `By "${words}" it is not known whether it counts civilians, fighters or both: it is not compared with reports that say so.`;
      return {
        ...remark(code, [], `${subject}: ${words === undefined ? message : whom}`),
        file: shown.file(report),
      };
    }),
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

function shower({ fileOf }: Facts): Shower {
  const file = (report: string): string => fileOf.get(report) ?? report;
  return {
    file,
    figure: ({ report, figure, printed, what }) => ({ file: file(report), figure, printed, what }),
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

/** What is not printed and the others force. Of a table that may have all rows it is not known whether anything is in none. */
function rangeFinding(
  { report, cell, minimum, maximum }: CellRange,
  { openTables }: Facts,
  shown: Shower,
): FactFinding {
  const range =
    maximum === minimum
      ? String(minimum)
      : maximum === null
        ? `at least ${minimum}`
        : `${minimum} to ${maximum}`;
  const isOpen = cell.outside !== null && openTables.has(`${report} ${cell.outside}`);
  const verdict: Verdict = maximum === minimum && !isOpen ? "holds" : "undetermined";
  const file = shown.file(report);
  const figure: FoundFigure = { file, figure: "", printed: "not printed", what: cell.what };
  const unless =
    ", if the table has some rows only; if it is to have all, one of its numbers or the total is wrong";
  const explanation = `${cell.what}: ${range}, by all that is printed${isOpen ? unless : ""}.`;
  return { ...remark("not-printed", [figure], explanation), verdict };
}
