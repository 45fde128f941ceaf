import { citationText } from "../rule/citation.js";
import { listed } from "./amounts.js";
import { boxKeyWithout } from "./box.js";
import type { SeriesFinding } from "./finding.js";
import type { PlacedFigure, Problem } from "./problem.js";
import type { PublishedReport } from "./published.js";
import { publisherOf } from "./publisher.js";
import { categoryRules } from "./read-coordinates.js";
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
        explanation: `Massacres are counted ${listed(told)}: their massacres are not compared.`,
      },
    ];
  });
}

/**
 * Categories that one report counts beside its totals, and another of its publisher inside them: of the same time, only figures that
 * count by the category are compared.
 */
export function standingsThatDiffer(problem: Problem, words: Words): SeriesFinding[] {
  const besideOf = new Map(problem.figures.map(({ report }) => [report, categoryRules(report).beside]));
  const categories = [...new Set([...besideOf.values()].flatMap((beside) => [...beside]))].sort();
  return categories.flatMap((category): SeriesFinding[] => {
    const counted = problem.figures.flatMap((placed) => {
      const box = problem.cells[placed.cells.of.cell]?.box ?? null;
      if (box === null || box.categories.includes(category)) return [];
      const isBeside = besideOf.get(placed.report)?.has(category) ?? false;
      return [{ placed, box, isBeside, key: `${publisherOf(placed.report)}|${boxKeyWithout(box, null)}` }];
    });
    const inside = counted.filter(({ isBeside }) => !isBeside);
    for (const { placed, box, isBeside, key } of counted) {
      const other = inside.find(
        (one) => one.key === key && box.start < one.box.end && one.box.start < box.end,
      );
      if (!isBeside || other === undefined) continue;
      const [own, than] = [placed, other.placed].map(({ report }) => citationText(report.citation));
      return [
        {
          kind: "definition-differs",
          verdict: "undetermined",
          figures: [placed, other.placed].map((one) => words.figure(one, problem.cells)),
          conventions: [],
          explanation: `The category "${words.category(category)}" is counted beside the totals in ${own}, and inside them in ${than}: what these print without it is not compared.`,
        },
      ];
    }
    return [];
  });
}
