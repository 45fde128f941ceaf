import type { Codebook } from "../../codebook/codebook.js";
import { exclusiveCoordinates } from "../cells/box.js";
import { coordinateReader } from "../cells/read-coordinates.js";
import { describeConflict } from "../conflicts/describe-conflict.js";
import { findConflicts } from "../conflicts/find-conflicts.js";
import { problemOf } from "../identities/problem.js";
import { modelReport } from "../identities/report-model.js";
import type { Figure } from "../published/figure.js";
import { cellCoordinates } from "../words/cell-coordinates.js";
import type { Words } from "../words/words.js";
import type { AuditedReport } from "./audit-report.js";
import type { ReadingFinding } from "./finding.js";

/**
 * Whether each way to understand some figures can be true with all the others: `cannot-hold` is proved, anything else is
 * `undetermined`. What nothing is concluded from is left out, but for what does not agree with the figures that are read: another
 * way to read them may resolve that. Each way costs a model of the report.
 */
export function readingFindings(codebook: Codebook, audited: AuditedReport, words: Words): ReadingFinding[] {
  const { report } = audited.model;
  const reader = coordinateReader(codebook, report);
  const idsOf = (positions: Iterable<number>): string[] =>
    [...positions].flatMap((position) => audited.problem.figures[position]?.figure.id ?? []);
  const conflicts = audited.conflicts.map(({ conflict }) => idsOf(conflict.figures));
  return (report.readings ?? []).flatMap(({ id, figures, alternatives }) => {
    const own = new Set(conflicts.filter((ids) => ids.some((one) => figures.includes(one))).flat());
    const aside = new Set(idsOf(audited.left).filter((one) => !own.has(one) && !figures.includes(one)));
    return alternatives.map((alternative): ReadingFinding => {
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
      const read = report.figures.filter(({ id: of }) => figures.includes(of)).map(narrowed);
      if (exclusive.size > 0) {
        const named = [...exclusive].join(", ");
        const explanation = `They cannot be read so: the coordinates of the figures and of the reading exclude each other (${named}).`;
        return found({ what: "nobody", verdict: "cannot-hold", explanation });
      }
      const model = modelReport(codebook, { ...report, figures: [...report.figures, ...read] });
      const problem = problemOf([model]);
      const first = problem.figures.find(({ figure }) => read.includes(figure));
      const nobody = model.issues.find(
        ({ code, subject }) => code === "figure-contradictory-coordinates" && figures.includes(subject),
      );
      if (first === undefined || nobody !== undefined) {
        const explanation = `They cannot be read so. ${nobody?.message ?? ""}`;
        return found({ what: "nobody", verdict: "cannot-hold", explanation });
      }
      const { what } = words.figure(first, problem.cells);
      // As they are printed they stand in their tables, where no blank is, and say nothing else.
      const left = new Set(
        [...problem.figures.entries()].flatMap(([position, { figure }]) =>
          aside.has(figure.id) || (figures.includes(figure.id) && !read.includes(figure)) ? [position] : [],
        ),
      );
      const [conflict] = findConflicts(problem, left);
      if (conflict === undefined) {
        const others = aside.size === 0 ? "the others" : "the others that agree with each other";
        const explanation = `Read as ${what}, they do not contradict ${others}.`;
        return found({ what, verdict: "undetermined", explanation });
      }
      const told = describeConflict(problem, conflict, [], left, true, words).explanation;
      const explanation = `Read as ${what}, they cannot be true with the others. ${told}`;
      return found({ what, verdict: "cannot-hold", explanation });
    });
  });
}
