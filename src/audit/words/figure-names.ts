import type { Problem } from "../identities/problem.js";
import type { FigureReference } from "../published/reference.js";
import type { Words } from "./words.js";

/** Figures as findings name them. */
export function referencesOf(problem: Problem, figures: readonly number[], words: Words): FigureReference[] {
  return figures.flatMap((position) => {
    const placed = problem.figures[position];
    return placed === undefined ? [] : [words.figure(placed, problem.cells)];
  });
}

/** A figure inside a sentence, with its citation if that is wanted: "129 (all killed)", 'the statement "a decrease"'. */
export function nameFigure(problem: Problem, position: number, words: Words, cites: boolean): string {
  const placed = problem.figures[position];
  if (placed === undefined) return "";
  const { printed, what, citation } = words.figure(placed, problem.cells);
  if (placed.figure.kind === "statement") return `the statement "${printed}"${cites ? ` (${citation})` : ""}`;
  return `${printed} (${what}${cites ? `; ${citation}` : ""})`;
}
