import type { Ranges } from "../constraints/bounds.js";
import type { Verdict } from "../constraints/verdict.js";
import { boundsRead, isEntailed } from "../identities/entailed.js";
import type { PlacedFigure, Problem } from "../identities/problem.js";
import { byEachComparison, rangeWords, statementWords } from "../words/relation-words.js";
import type { Words } from "../words/words.js";
import type { boundConventions } from "./bound-words.js";
import type { FigureFinding } from "./finding.js";

/** What is said of one figure. */
export type Told = Pick<FigureFinding, "verdict" | "explanation" | "conventions">;

/** The conventions that bounds of cells rest on. */
export type ConventionsOf = (reads: Parameters<typeof boundConventions>[2]) => FigureFinding["conventions"];

/** A count holds if the others leave no number that it is not true of, as it is worded. */
export function ofCount(
  problem: Problem,
  placed: PlacedFigure,
  bounds: Ranges,
  whyForced: () => Omit<Told, "verdict">,
): Told {
  const { minimum, maximum } = rangeAt(bounds, placed.cells.of.cell);
  const isOpen = minimum === 0 && maximum === Infinity;
  if (!isOpen && isEntailed(problem, placed, (cell) => rangeAt(bounds, cell)))
    return { verdict: "holds", ...whyForced() };
  return { verdict: "undetermined", explanation: allowance(minimum, maximum), conventions: [] };
}

function allowance(minimum: number, maximum: number): string {
  if (minimum === 0 && maximum === Infinity) return "No other figure of this report says anything of it.";
  if (maximum === Infinity) return `The other figures of this report allow ${minimum} or more.`;
  return minimum === maximum
    ? `The other figures of this report allow ${minimum} only.`
    : `The other figures of this report allow ${minimum} to ${maximum}.`;
}

/** A share or rate holds if the others force its part and whole, or leave none that it is not true of. */
export function ofQuotient(
  problem: Problem,
  placed: PlacedFigure,
  bounds: Ranges,
  isReachable: boolean,
  conventionsOf: ConventionsOf,
  words: Words,
): Told {
  const { figure, cells } = placed;
  const whole = cells.whole ?? cells.of.cell;
  const [part, of] = [
    boundsText(problem, bounds, cells.of.cell, words),
    boundsText(problem, bounds, whole, words),
  ];
  const isOpen = part.isOpen && (of.isOpen || figure.kind === "rate");
  const isForced = part.isForced && of.isForced && isReachable;
  const holds = !isOpen && (isForced || isEntailed(problem, placed, (cell) => rangeAt(bounds, cell)));
  const verdict: Verdict = holds ? "holds" : "undetermined";
  const between = figure.kind === "rate" ? "in" : "of";
  const explanation = isOpen
    ? "No other figure of this report says anything of it."
    : `By the other figures of this report it is ${part.text} ${between} ${of.text}.`;
  const bothSides = [cells.of.cell, whole].flatMap((cell) =>
    (["minimum", "maximum"] as const).map((side) => ({ cell, side })),
  );
  const reads = isForced ? bothSides : boundsRead(problem, placed);
  const conventions = verdict === "holds" ? conventionsOf(reads) : [];
  return { verdict, explanation, conventions };
}

/** A statement or difference holds if no numbers that the other figures allow break it. */
export function ofRelation(
  problem: Problem,
  placed: PlacedFigure,
  bounds: Ranges,
  conventionsOf: ConventionsOf,
  words: Words,
): Told {
  const { figure } = placed;
  const told =
    figure.kind === "statement"
      ? statementWords(problem, placed, words, (cell) => rangeAt(bounds, cell))
      : differenceText(problem, placed, bounds, words);
  if (isEntailed(problem, placed, (cell) => rangeAt(bounds, cell)))
    return {
      verdict: "holds",
      explanation: `${told}.`,
      conventions: conventionsOf(boundsRead(problem, placed)),
    };
  const why =
    byEachComparison(placed, (cell) => rangeAt(bounds, cell)) === null
      ? "The other figures of this report do not decide it."
      : "It depends on how periods of different lengths are compared.";
  return { verdict: "undetermined", explanation: `${why} ${told}.`, conventions: [] };
}

function differenceText(problem: Problem, { cells }: PlacedFigure, bounds: Ranges, words: Words): string {
  const compared = [cells.of, ...cells.than].map(({ cell }) => boundsText(problem, bounds, cell, words));
  const [of, than] = [cells.of, ...cells.than].map(({ cell }) => rangeAt(bounds, cell).minimum);
  const text = compared.map((one) => one.text).join(" less ");
  return compared.every(({ isForced }) => isForced) ? `${text} is ${(of ?? 0) - (than ?? 0)}` : text;
}

function boundsText(
  problem: Problem,
  bounds: Ranges,
  cell: number,
  words: Words,
): { readonly text: string; readonly isForced: boolean; readonly isOpen: boolean } {
  const { minimum, maximum } = rangeAt(bounds, cell);
  const placed = problem.cells[cell];
  const isForced = minimum === maximum;
  const isOpen = minimum === 0 && maximum === Infinity;
  if (placed === undefined) return { text: "", isForced, isOpen };
  const text = isForced
    ? words.counted(minimum, placed)
    : rangeWords(words.cell(placed).what, minimum, maximum);
  return { text, isForced, isOpen };
}

/** The bounds of a cell; where none is known, every number. */
export function rangeAt(
  bounds: Ranges,
  cell: number,
): { readonly minimum: number; readonly maximum: number } {
  return { minimum: bounds.minimum[cell] ?? 0, maximum: bounds.maximum[cell] ?? Infinity };
}
