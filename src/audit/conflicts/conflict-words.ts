import { type Problem, solve } from "../identities/problem.js";
import { sumAround } from "../identities/timed-counts.js";
import { listed, type Telling } from "../words/amounts.js";
import { stepsBehind, tellDeduction } from "../words/deduction-words.js";
import { tellFailure } from "../words/failure-words.js";
import { nameFigure } from "../words/figure-names.js";
import { tellPeriodSum } from "../words/period-words.js";
import { tellAgainst } from "../words/relation-words.js";
import type { Words } from "../words/words.js";
import { type ConflictSet, constraintsOf, propagateOnly } from "./find-conflicts.js";

/** No more steps of a derivation are told: beyond, nobody follows. */
const mostSteps = 9;

/** Why the figures of a conflict cannot all be true; `left` names the figures that nothing is concluded from. */
export function explainConflict(
  problem: Problem,
  conflict: ConflictSet,
  left: ReadonlySet<number>,
  words: Words,
): string {
  const short = tellOneRelation(problem, conflict, left, words) ?? tellPeriods(problem, conflict, words);
  return short === null ? tellDerivation(problem, conflict, words) : `These figures do not agree: ${short}.`;
}

/** The derivation that ends in a contradiction, step by step. */
function tellDerivation(problem: Problem, conflict: ConflictSet, words: Words): string {
  const figures = conflict.figures.flatMap((position) => problem.figures[position] ?? []);
  const names = conflict.figures.map((figure) => nameFigure(problem, figure, words, true));
  const constraints = constraintsOf(problem, conflict);
  const outcome = propagateOnly(constraints);
  if (outcome.kind === "bounds") return `These figures do not agree: ${listed(names)}.`;
  const cites = new Set(figures.map(({ report }) => report)).size > 1;
  const telling: Telling = { problem, constraints, words, cites };
  if (outcome.failure === null)
    return `These figures do not agree: no number, whatever it is, has all these shares: ${listed(names)}.`;
  const failure = outcome.failure();
  const steps = stepsBehind(telling, failure.reads);
  const end = tellFailure(telling, failure);
  if (steps.length === 0) return `These figures do not agree: ${end}.`;
  if (steps.length > mostSteps)
    return `These figures do not agree: ${listed(names)}. It takes ${steps.length} steps to see it; in the end ${end}.`;
  const told = steps.map((step) => `${capital(tellDeduction(telling, step))}.`);
  return `These figures do not agree. ${told.join(" ")} But ${end}.`;
}

/** A percentage, rate, difference or statement against all the numbers that it relates, if the others force these. */
function tellOneRelation(
  problem: Problem,
  { figures }: ConflictSet,
  left: ReadonlySet<number>,
  words: Words,
): string | null {
  const [position, ...more] = figures.filter((figure) => problem.figures[figure]?.figure.kind !== "count");
  const placed = position === undefined ? undefined : problem.figures[position];
  if (position === undefined || placed === undefined || more.length > 0) return null;
  const others = new Set([...left].filter((figure) => !figures.includes(figure)).concat(position));
  const bounds = solve(problem, { figures: others }, position);
  if (bounds.kind === "contradiction") return null;
  return tellAgainst(problem, placed, words, (cell) => ({
    minimum: bounds.minimum[cell] ?? 0,
    maximum: bounds.maximum[cell] ?? Infinity,
  }));
}

/** A period against the periods that it consists of: "113 (January 2021) + 138 (February 2021) = 251, but 250 (…) is printed". */
function tellPeriods(problem: Problem, { figures }: ConflictSet, words: Words): string | null {
  const placed = figures.flatMap((position) => problem.figures[position] ?? []);
  const sum = placed.length < 3 ? undefined : sumAround(problem, placed);
  return sum === undefined ? null : tellPeriodSum(sum, problem, words);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
