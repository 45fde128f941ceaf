import { period } from "../calendar/period.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { checkedObject } from "../error.js";
import type { Conflict } from "./conflicts/conflict.js";
import { describeConflict } from "./conflicts/describe-conflict.js";
import { readingFindings } from "./findings/audit-readings.js";
import { auditReport } from "./findings/audit-report.js";
import { figureFindings } from "./findings/figure-findings.js";
import type { Audit, CellRange, FigureFinding } from "./findings/finding.js";
import { identityFindings } from "./findings/identity-findings.js";
import { quotientFindings } from "./findings/quotient-findings.js";
import { printedSomewhere, rangeFindings } from "./findings/range-findings.js";
import { modelReport } from "./identities/report-model.js";
import { checkedPublished } from "./parse/parse-published.js";
import type { PublishedReport } from "./published/published.js";
import { unstatedPopulations } from "./published/publisher.js";
import type { FigureReference } from "./published/reference.js";
import { seriesFindings, vouchedAcross } from "./series/audit-series.js";
import { seriesOf } from "./series/series.js";
import { seriesIdentities } from "./series/series-identities.js";
import { wordsOf } from "./words/words.js";

/** What an audit depends on besides the figures. */
export interface AuditOptions<K extends Keys = Keys> {
  /** What the report counts by: which parties are in a section or alliance, which place lies in which. */
  readonly codebook: Codebook<K>;
}

/**
 * Says what published figures say about themselves, without any record: which identities hold or cannot, what the
 * figures force unprinted cells to be, which counts and roundings can have printed the percentages, and which change of a
 * single figure would resolve each conflict. Several reports are audited each by itself and then as a series.
 *
 * *Cannot hold* is proved by whole-number arithmetic; what the method does not decide is *undetermined*. Neither the order
 * of the reports nor that of their figures matters. The cost grows about with the square of the
 * figures of one report that hang together, and linearly with the number of reports.
 *
 * @throws `published-malformed` if a report is not what `parsePublished` reads; the details hold every issue with its path.
 *
 * @example
 * const audited = auditFigures({
 *   kind: "published-report", id: "may-2014", publisher: "SNHR", period: "2014-05", citation: { source: "SNHR, May 2014" },
 *   figures: [
 *     { id: "killed", kind: "count", value: 179, of: { perpetrator: "regime" } },
 *     { id: "children", kind: "count", value: 291, of: { perpetrator: "regime", demographic: "child" } },
 *     { id: "women", kind: "count", value: 173, of: { perpetrator: "regime", demographic: "woman" } },
 *     { id: "share", kind: "percentage", text: "26", of: { perpetrator: "regime", demographic: ["child", "woman"] }, whole: { perpetrator: "regime" } },
 *   ],
 * }, { codebook: snhrCodebook });
 * audited.verdict // "cannot-hold"
 * audited.conflicts[0]?.repairs[0]?.figure.figure // "killed"
 */
export function auditFigures<K extends Keys>(
  published: PublishedReport<K> | readonly PublishedReport<K>[],
  options: AuditOptions<K>,
): Audit {
  // Coordinates are read as texts, and each key is looked up in the codebook.
  const codebook = checkedObject(options, "auditFigures", "options with the codebook").codebook as Codebook;
  const reports = sortedReports(
    checkedPublished(codebook, Array.isArray(published) ? published : [published]),
  );
  const words = wordsOf(codebook);
  const audited = reports.map((report) => auditReport(modelReport(codebook, report)));
  const series = audited.length > 1 ? seriesOf(codebook, audited) : null;

  const within = audited.flatMap((report, nth) =>
    report.conflicts.map((found) => {
      const { conflict } = found;
      const repairs =
        series === null ? found.repairs : vouchedAcross(series, found, series.firstFigure[nth] ?? 0);
      const isOnly = report.conflicts.length === 1;
      return describeConflict(report.problem, conflict, repairs, report.left, isOnly, words);
    }),
  );
  const across = series === null ? null : seriesFindings(series, audited, words);
  const quotients = audited.map(({ problem, left, model }) =>
    quotientFindings(problem, left, model.report.id, words),
  );
  const identities = [
    ...audited.flatMap(({ problem }) => identityFindings(problem, words)),
    ...(series === null ? [] : seriesIdentities(series, words)),
  ];
  const conflicts = [...within, ...(across?.conflicts ?? [])];
  const conventionsOf = conflictingFigures(conflicts);
  const isAcross = conflictingFigures(across?.conflicts ?? []);
  const figures = audited
    .flatMap((report, nth) => figureFindings(report, quotients[nth]?.quotients ?? [], words))
    .map((finding) => {
      const key = nameOf(finding.figure);
      const told = isAcross.has(key) ? disagreeing(finding) : finding;
      return { ...told, conventions: conventionsOf.get(key) ?? told.conventions };
    });
  const isPrinted = printedSomewhere(audited);
  return {
    kind: "audit",
    verdict:
      within.length > 0
        ? "cannot-hold"
        : figures.length > 0 && figures.every(({ verdict }) => verdict === "holds")
          ? "holds"
          : "undetermined",
    accounting: {
      reports: reports.length,
      figures: figures.length,
      identities: identities.length,
      conflicts: conflicts.length,
    },
    figures,
    identities,
    ranges: audited
      .flatMap((report) => rangeFindings(report, isPrinted, words))
      .map((range) => (series === null ? range : ofOneReport(range))),
    quotients: quotients.flatMap((one) => one.quotients),
    roundings: quotients.flatMap((one) => one.roundings),
    conflicts,
    readings: audited.flatMap((report) => readingFindings(codebook, report, words)),
    series: across?.series ?? [],
    issues: [
      ...audited.flatMap(({ model }) => model.issues),
      ...unstatedPopulations(audited.map(({ model }) => model.report)),
    ],
  };
}

/** What tells a figure from every other. */
function nameOf({ report, figure }: FigureReference): string {
  return JSON.stringify([report, figure]);
}

/** A figure that does not agree with those of other reports, whatever its own says of it. */
function disagreeing(finding: FigureFinding): FigureFinding {
  const { printed, what } = finding.figure;
  const explanation = `${printed} (${what}) is one of figures of several reports that do not agree.`;
  return { ...finding, verdict: "cannot-hold", explanation };
}

/** A range as that of its report among several: others may bound the cell more closely. */
function ofOneReport(range: CellRange): CellRange {
  return { ...range, explanation: `By this report alone, ${range.explanation}` };
}

/** The figures of conflicts, each with what that conflict rests on which supposes least. */
function conflictingFigures(conflicts: readonly Conflict[]): Map<string, Conflict["conventions"]> {
  const found = new Map<string, Conflict["conventions"]>();
  for (const { figures, conventions } of [...conflicts].sort(
    (a, b) => b.conventions.length - a.conventions.length,
  ))
    for (const figure of figures) found.set(nameOf(figure), conventions);
  return found;
}

/** By the first day, the last day, the day of publication and the id. */
function sortedReports(reports: readonly PublishedReport[]): PublishedReport[] {
  const keyOf = (report: PublishedReport): string => {
    const { start, end } = period(report.period);
    return [start, end, report.published ?? "", report.id].join(" ");
  };
  return [...reports].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
