import { citationText } from "../../rule/citation.js";
import { besideUnnamed, boxKeyWithout, isOfMassacres } from "../cells/box.js";
import { categoryRules } from "../cells/read-coordinates.js";
import type { SeriesFinding } from "../findings/finding.js";
import { type MassacreMeaning, massacreMeanings } from "../identities/counted-by.js";
import { cellsSpokenOf } from "../identities/figure-constraints.js";
import type { PlacedFigure, Problem } from "../identities/problem.js";
import type { PublishedReport } from "../published/published.js";
import { publisherOf } from "../published/publisher.js";
import { listed } from "../words/amounts.js";
import type { Words } from "../words/words.js";

/**
 * Reports of one publisher that do not mean the same by a massacre, or of which it is not known: only massacres of one definition are
 * compared. Of a report that states none it is not known where others of its publisher state several, which are then all told.
 */
export function definitionsThatDiffer(problem: Problem, words: Words): SeriesFinding[] {
  const reports = [...new Set(problem.figures.map(({ report }) => report))];
  const meaningOf = massacreMeanings(reports);
  const thresholdOf = (report: PublishedReport): number | null => meaningOf(report).threshold;
  const populationsOf = (report: PublishedReport): string => populationText(meaningOf(report));
  // Those whose definition is not stated are told together, though none is compared with another.
  const toldAs = (report: PublishedReport): string => `${thresholdOf(report) ?? ""}|${populationsOf(report)}`;
  const speaking = new Map<PublishedReport, PlacedFigure>();
  for (const placed of problem.figures) {
    const boxes = cellsSpokenOf(placed.cells).flatMap((cell) => problem.cells[cell]?.box ?? []);
    if (boxes.some(isOfMassacres) && !speaking.has(placed.report)) speaking.set(placed.report, placed);
  }
  return [...new Set(reports.map(publisherOf))].flatMap((publisher): SeriesFinding[] => {
    const own = reports.filter((report) => publisherOf(report) === publisher);
    const byThreshold = (a: PublishedReport, b: PublishedReport) =>
      (thresholdOf(a) ?? Infinity) - (thresholdOf(b) ?? Infinity) || 0;
    // Those that state one first: of the others nothing is said but that they do not.
    const spoken = own.filter((report) => speaking.has(report)).sort(byThreshold);
    if (new Set(spoken.map((report) => meaningOf(report).key)).size < 2) return [];
    const isUnknown = spoken.some((report) => thresholdOf(report) === null);
    const named = own.filter(
      (report) => speaking.has(report) || (isUnknown && report.massacre !== undefined),
    );
    const meanings = [...new Map(named.map((report) => [toldAs(report), report])).values()];
    const told = meanings.sort(byThreshold).map((one) => {
      const places = named.filter((report) => toldAs(report) === toldAs(one)).map(definitionText);
      const threshold = thresholdOf(one);
      const isAlone = meanings.every((other) => other === one || thresholdOf(other) !== threshold);
      const among = isAlone || populationsOf(one) === "" ? "" : `, of ${populationsOf(one)},`;
      const by = threshold === null ? "by a definition that is not stated" : `from ${threshold} killed`;
      return `${by}${among} (${places.join("; ")})`;
    });
    return [
      {
        kind: "definition-differs",
        verdict: "undetermined",
        figures: spoken.flatMap((report) => {
          const placed = speaking.get(report);
          return placed === undefined ? [] : [words.figure(placed, problem.cells)];
        }),
        conventions: [],
        explanation: `Massacres are counted ${listed(told)}: only massacres of one definition are compared.`,
      },
    ];
  });
}

/** The populations that a report counts, of whom an attack may have killed too few in one of them; empty where it states none. */
function populationText({ populations }: MassacreMeaning): string {
  return populations === null ? "" : listed(populations);
}

/** Where a report says what it calls a massacre, and in what words. */
function definitionText({ massacre, citation }: PublishedReport): string {
  const { quote } = massacre?.citation ?? {};
  return `${citationText(massacre?.citation ?? citation)}${quote === undefined ? "" : `: "${quote}"`}`;
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
