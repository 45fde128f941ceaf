import { conventionsOf } from "../conflicts/rests-on.js";
import { type KnownBounds, type Support, supportOf } from "../conflicts/support.js";
import type { CellNumber } from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";
import type { Side } from "../constraints/steps.js";
import type { Problem } from "../identities/problem.js";
import type { FigureReference } from "../published/reference.js";
import { figureBehind, isExact, listed, numbered, saysSomething, type Telling } from "../words/amounts.js";
import { reasonOf, stepsBehind, tellDeduction, withoutRepeats } from "../words/deduction-words.js";
import { nameFigure, referencesOf } from "../words/figure-names.js";
import type { Words } from "../words/words.js";

/** Why a cell lies where it does. */
export interface ToldRange {
  readonly explanation: string;
  /** The figures that it rests on. */
  readonly figures: readonly FigureReference[];
  readonly conventions: readonly Convention[];
}

/** No more steps are told of a number that is forced, and fewer of an interval; and no more figures are named. */
const most = { stepsOfOne: 6, stepsOfInterval: 2, figures: 8 };

/** Tells what a cell's bounds rest on: "8 killed in …: 15 (…) less 7 (…)". */
export function tellRange(problem: Problem, bounds: KnownBounds, cell: CellNumber, words: Words): ToldRange {
  const minimum = bounds.minimum[cell] ?? 0;
  const maximum = bounds.maximum[cell] ?? Infinity;
  const supports = [
    ...(minimum > 0 ? [supportOf(problem, bounds, cell, "minimum")] : []),
    ...(maximum < Infinity ? [supportOf(problem, bounds, cell, "maximum")] : []),
  ].filter((support) => support !== null);
  const figures = numbers(supports.flatMap(({ premises }) => premises.figures));
  const references = referencesOf(problem, figures, words);
  const cites = new Set(references.map(({ report }) => report)).size > 1;
  const placed = problem.cells[cell];
  const what = placed === undefined ? "" : words.cell(placed).what;
  const range =
    minimum === maximum
      ? placed === undefined
        ? String(minimum)
        : words.counted(minimum, placed)
      : `${maximum === Infinity ? `${minimum} or more` : `${minimum} to ${maximum}`} (${what})`;
  return {
    explanation: `${range}: ${told(problem, supports, words, cites, minimum === maximum) ?? named(problem, figures, words, cites)}`,
    figures: references,
    conventions: conventionsOf(
      problem,
      supports.flatMap(({ constraints }) => constraints),
    ),
  };
}

/** What some bounds of cells rest on. */
export function boundConventions(
  problem: Problem,
  bounds: KnownBounds,
  reads: readonly { readonly cell: CellNumber; readonly side: Side }[],
): readonly Convention[] {
  const supports = reads.map(({ cell, side }) => supportOf(problem, bounds, cell, side));
  return conventionsOf(
    problem,
    supports.flatMap((support) => support?.constraints ?? []),
  );
}

/** The steps from the figures; null if they are too many to follow. */
function told(
  problem: Problem,
  supports: readonly Support[],
  words: Words,
  cites: boolean,
  isForced: boolean,
): string | null {
  const sides = supports.map(({ among, deduction }) => ({
    telling: { problem, constraints: among, words, cites } satisfies Telling,
    deduction,
  }));
  // A sum of printed numbers says both sides at once, and what is part of another only one of them.
  const isPlain = sides.every(({ telling, deduction }) =>
    deduction.reads
      .filter(saysSomething)
      .every((read) => figureBehind(telling, read) !== null && isExact(telling, read)),
  );
  const plain = new Set(isPlain ? sides.map(({ telling, deduction }) => reasonOf(telling, deduction)) : []);
  if (isForced && plain.size === 1) return [...plain].join();
  const mostSteps = isForced ? most.stepsOfOne : most.stepsOfInterval;
  const behind = sides.flatMap(({ telling, deduction }) =>
    [...stepsBehind(telling, deduction.reads, 4 * mostSteps), deduction].map((step) => ({ telling, step })),
  );
  // Of many more it is not worth looking for those that others repeat.
  if (behind.length > 4 * mostSteps) return null;
  const steps = withoutRepeats(behind);
  const [first] = sides;
  if (steps.length === 1 && first !== undefined) return reasonOf(first.telling, first.deduction);
  // Both sides may take the same steps; more than twice as many are not worth putting in words.
  if (steps.length > 2 * mostSteps) return null;
  const reasons = new Set(steps.map(({ telling, step }) => reasonOf(telling, step)));
  if (isForced && reasons.size === 1 && steps.every(({ step }) => step.cell === first?.deduction.cell))
    return [...reasons].join();
  const different = [...new Set(steps.map(({ telling, step }) => tellDeduction(telling, step)))];
  return different.length <= mostSteps ? different.join("; ") : null;
}

function named(problem: Problem, figures: readonly number[], words: Words, cites: boolean): string {
  const texts = figures.slice(0, most.figures).map((figure) => nameFigure(problem, figure, words, cites));
  const more = figures.length - texts.length;
  return `by ${listed([...texts, ...(more > 0 ? [`${numbered(more, "figure")} more`] : [])])}`;
}

function numbers(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
