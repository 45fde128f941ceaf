import type { Codebook } from "../codebook/codebook.js";
import { exclusiveCoordinates } from "./box.js";
import { cellCoordinates } from "./cell-coordinates.js";
import { describeConflict } from "./describe-conflict.js";
import type { Figure } from "./figure.js";
import { findConflicts } from "./find-conflicts.js";
import type { ReadingFinding } from "./finding.js";
import { problemOf } from "./problem.js";
import type { PublishedReport } from "./published.js";
import { coordinateReader } from "./read-coordinates.js";
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
  const reader = coordinateReader(codebook, report);
  return (report.readings ?? []).flatMap(({ id, figures, alternatives }) =>
    alternatives.map((alternative): ReadingFinding => {
      const found = (finding: Pick<ReadingFinding, "what" | "verdict" | "explanation">): ReadingFinding => ({
        report: report.id,
        reading: id,
        alternative,
        ...finding,
      });
      const exclusive = new Set<string>();
      const narrowed = (figure: Figure): Figure => {
        const box = reader.boxOf(figure.of, alternative);
        for (const name of exclusiveCoordinates(box)) exclusive.add(name);
        return { ...figure, of: cellCoordinates(codebook, box, report) };
      };
      const read: PublishedReport = {
        ...report,
        figures: report.figures
          .filter((figure) => !conflicting.has(figure.id) || figures.includes(figure.id))
          .map((figure) => (figures.includes(figure.id) ? narrowed(figure) : figure)),
        readings: [],
      };
      if (exclusive.size > 0) {
        const named = [...exclusive].join(", ");
        const explanation = `They cannot be read so: the coordinates of the figures and of the reading exclude each other (${named}).`;
        return found({ what: "nobody", verdict: "cannot-hold", explanation });
      }
      const problem = problemOf([modelReport(codebook, read)]);
      const first = problem.figures.find(({ figure }) => figures.includes(figure.id));
      const what = first === undefined ? "" : words.figure(first, problem.cells).what;
      const [conflict] = findConflicts(problem);
      if (conflict === undefined) {
        const explanation = `Read as ${what}, the figures can be true with all the others.`;
        return found({ what, verdict: "undetermined", explanation });
      }
      const told = describeConflict(problem, conflict, [], new Set(), true, words).explanation;
      const explanation = `Read as ${what}, they cannot be true with the others. ${told}`;
      return found({ what, verdict: "cannot-hold", explanation });
    }),
  );
}
