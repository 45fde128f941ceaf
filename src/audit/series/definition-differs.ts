import { citationText } from "../../rule/citation.js";
import { besideUnnamed, boxKeyWithout, isOfMassacres } from "../cells/box.js";
import { categoryRules } from "../cells/read-coordinates.js";
import type { SeriesFinding } from "../findings/finding.js";
import { cellsSpokenOf } from "../identities/figure-constraints.js";
import type { PlacedFigure, Problem } from "../identities/problem.js";
import type { PublishedReport } from "../published/published.js";
import { publisherOf } from "../published/publisher.js";
import { listed } from "../words/amounts.js";
import type { Words } from "../words/words.js";

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
 * Categories that some reports count beside their totals, and others of their publisher inside them: a cell of which both speak is not
 * taken to be the same number, where the category is not named.
 */
export function standingsThatDiffer(problem: Problem, words: Words): SeriesFinding[] {
  const reports = [...new Set(problem.figures.map(({ report }) => report))];
  const rulesOf = new Map(reports.map((report) => [report, categoryRules(report)]));
  const spoken = problem.figures.flatMap((placed) => {
    const rules = rulesOf.get(placed.report);
    return cellsSpokenOf(placed.cells)
      .flatMap((cell) => problem.cells[cell]?.box ?? [])
      .map((box) => {
        const key = `${publisherOf(placed.report)}|${boxKeyWithout(box, null)}`;
        return { placed, box, key, leftOut: rules === undefined ? [] : besideUnnamed(box, rules) };
      });
  });
  const categories = [...new Set(spoken.flatMap(({ leftOut }) => leftOut))].sort();
  return categories.flatMap((category): SeriesFinding[] => {
    const beside = spoken.filter(({ leftOut }) => leftOut.includes(category));
    const inside = spoken.filter(({ leftOut }) => !leftOut.includes(category));
    const pairs = beside.flatMap((one) =>
      inside
        .filter(({ key, box }) => one.key === key && one.box.start < box.end && box.start < one.box.end)
        .map((other) => [one.placed, other.placed] as const),
    );
    if (pairs.length === 0) return [];
    const isOfNamed = beside.some(({ box }) => isOfMassacres(box) && box.categories.includes(category));
    // Of each report one figure is enough.
    const ofEach = (side: 0 | 1): PlacedFigure[] => [
      ...new Map(pairs.map((pair) => [pair[side].report, pair[side]])).values(),
    ];
    const sides = [ofEach(0), ofEach(1)] as const;
    const [own, than] = sides.map((placed) =>
      listed(placed.map(({ report }) => citationText(report.citation))),
    );
    return [
      {
        kind: "definition-differs",
        verdict: "undetermined",
        figures: sides.flat().map((one) => words.figure(one, problem.cells)),
        conventions: [],
        explanation: `The category "${words.category(category)}" is counted beside the totals in ${own}, and inside them in ${than}: a number that does not name it${isOfNamed ? ", or is of massacres," : ""} is not taken to be the same in both.`,
      },
    ];
  });
}
