import type { RangeOf } from "../constraints/within-ranges.js";
import { boundConventions, tellRange } from "../findings/bound-words.js";
import type { SeriesFinding } from "../findings/finding.js";
import { boundsRead, isEntailed } from "../identities/entailed.js";
import { solve } from "../identities/problem.js";
import { byEachComparison, statementWords } from "../words/relation-words.js";
import type { Words } from "../words/words.js";
import type { Series } from "./series.js";

/**
 * Statements that compare periods of several reports, and hold by what all of them print, if nothing is revised, or hold
 * by one way to compare months of different lengths and not by the other.
 */
export function trendsOfPeriods(series: Series, left: ReadonlySet<number>, words: Words): SeriesFinding[] {
  const { problem } = series;
  return problem.figures.flatMap((placed, position): SeriesFinding[] => {
    const { figure, cells } = placed;
    const isOfPeriods = cells.than.some(({ cell }) => {
      const [own, other] = [problem.cells[cells.of.cell]?.box, problem.cells[cell]?.box];
      return own?.start !== other?.start || own?.end !== other?.end;
    });
    if (figure.kind !== "statement" || !isOfPeriods || left.has(position)) return [];
    const bounds = solve(problem, { figures: new Set([...left, position]) }, position);
    if (bounds.kind === "contradiction") return [];
    const rangeOf: RangeOf = (cell) => ({
      minimum: bounds.minimum[cell] ?? 0,
      maximum: bounds.maximum[cell] ?? Infinity,
    });
    const holds = isEntailed(problem, placed, rangeOf);
    if (!holds && byEachComparison(placed, rangeOf) === null) return [];
    const ranges = [cells.of, ...cells.than].map(({ cell }) => tellRange(problem, bounds, cell, words));
    const rests = holds
      ? boundConventions(problem, bounds, boundsRead(problem, placed))
      : ranges.flatMap(({ conventions }) => conventions);
    const told = statementWords(problem, placed, words, rangeOf);
    return [
      {
        kind: "trend",
        verdict: holds ? "holds" : "undetermined",
        figures: [words.figure(placed, problem.cells), ...ranges.flatMap((range) => range.figures)],
        conventions: [...new Set(["not-revised" as const, ...rests])].sort(),
        explanation: holds ? `${told}: it holds.` : `${told}.`,
      },
    ];
  });
}
