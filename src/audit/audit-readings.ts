import type { Codebook } from "../codebook/codebook.js";
import { type Coordinates } from "./coordinates.js";
import { describeConflict } from "./describe-conflict.js";
import type { Figure } from "./figure.js";
import { findConflicts } from "./find-conflicts.js";
import type { ReadingFinding } from "./finding.js";
import { problemOf } from "./problem.js";
import type { PublishedReport } from "./published.js";
import { modelReport } from "./report-model.js";
import type { Words } from "./words.js";

/**
 * Whether each way to understand some figures can be true with all the others: `cannot-hold` is proved, anything else is
 * `undetermined`. The figures of other conflicts, by their ids, are left out. Each way costs a model of the report.
 */
export function readingFindings(
  codebook: Codebook,
  report: PublishedReport,
  conflicting: ReadonlySet<string>,
  words: Words,
): ReadingFinding[] {
  return (report.readings ?? []).flatMap(({ id, figures, alternatives }) =>
    alternatives.map((alternative): ReadingFinding => {
      const read: PublishedReport = {
        ...report,
        figures: report.figures
          .filter((figure) => !conflicting.has(figure.id) || figures.includes(figure.id))
          .map((figure) => (figures.includes(figure.id) ? narrowed(figure, alternative) : figure)),
        readings: [],
      };
      const problem = problemOf([modelReport(codebook, read)]);
      const conflicts = findConflicts(problem);
      const first = problem.figures.find(({ figure }) => figures.includes(figure.id));
      const what = first === undefined ? "" : words.figure(first, problem.cells).what;
      const [conflict] = conflicts;
      return {
        report: report.id,
        reading: id,
        alternative,
        what,
        verdict: conflict === undefined ? "undetermined" : "cannot-hold",
        explanation:
          conflict === undefined
            ? `Read as ${what}, the figures can be true with all the others.`
            : `Read as ${what}, they cannot be true with the others. ${describeConflict(problem, conflict, [], new Set(), true, words).explanation}`,
      };
    }),
  );
}

function narrowed(figure: Figure, alternative: Coordinates): Figure {
  return { ...figure, of: { ...figure.of, ...alternative } };
}
