import { citationText } from "../rule/citation.js";
import { listed } from "./amounts.js";
import type { SeriesFinding } from "./finding.js";
import type { PlacedFigure, Problem } from "./problem.js";
import type { PublishedReport } from "./published.js";
import { publisherOf } from "./publisher.js";
import type { Words } from "./words.js";

/** Reports of one publisher that do not mean the same by a massacre: their massacres are not compared. */
export function definitionsThatDiffer(problem: Problem, words: Words): SeriesFinding[] {
  const byPublisher = new Map<string, Map<PublishedReport, PlacedFigure>>();
  for (const placed of problem.figures) {
    const { report, cells } = placed;
    const box = problem.cells[cells.of.cell]?.box;
    if (report.massacre === undefined || (box?.unit !== "massacres" && box?.inMassacres !== true)) continue;
    const own = byPublisher.get(publisherOf(report)) ?? new Map<PublishedReport, PlacedFigure>();
    if (!own.has(report)) own.set(report, placed);
    byPublisher.set(publisherOf(report), own);
  }
  return [...byPublisher.values()].flatMap((reports): SeriesFinding[] => {
    const byThreshold = new Map<number, PublishedReport[]>();
    for (const report of reports.keys()) {
      const threshold = report.massacre?.threshold ?? 0;
      byThreshold.set(threshold, [...(byThreshold.get(threshold) ?? []), report]);
    }
    if (byThreshold.size < 2) return [];
    const told = [...byThreshold]
      .sort(([a], [b]) => a - b)
      .map(([threshold, own]) => {
        const places = own.map(({ massacre, citation }) => {
          const { quote } = massacre?.citation ?? {};
          return `${citationText(massacre?.citation ?? citation)}${quote === undefined ? "" : `: "${quote}"`}`;
        });
        return `from ${threshold} killed (${places.join("; ")})`;
      });
    return [
      {
        kind: "definition-differs",
        verdict: "undetermined",
        figures: [...reports.values()].map((placed) => words.figure(placed, problem.cells)),
        conventions: [],
        explanation: `Massacres are counted ${listed(told)}: these reports do not count the same, and are not compared.`,
      },
    ];
  });
}
