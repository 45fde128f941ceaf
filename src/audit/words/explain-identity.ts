import type { CellNumber } from "../constraints/constraint.js";
import { cellsOf } from "../constraints/network.js";
import type { Interval } from "../constraints/quotient-bounds.js";
import type { PlacedFigure, PlacedIdentity, Problem } from "../identities/problem.js";
import { worded } from "../published/printed-number.js";
import { listed, numbered } from "./amounts.js";
import { statementWords } from "./relation-words.js";
import type { Words } from "./words.js";

/** An identity in words, with the numbers that are printed at its cells. */
export function explainIdentity(problem: Problem, identity: PlacedIdentity, words: Words): string {
  const { whole, parts, relation, figure, kind, table } = identity;
  const placed = figure === null ? undefined : problem.figures[figure];
  if (placed !== undefined) return explainFigure(problem, placed, words);
  const heading = table === null ? "" : `Table "${table}": `;
  const counted = (cell: CellNumber): string => countedAt(problem, cell, words);
  if (kind === "incident-is-massacre")
    return `${counted(whole ?? 0)}: a massacre killed at least ${boundOf(problem, identity)}`;
  if (kind === "massacre-threshold")
    return `${parts.map(counted).join()} of at least ${thresholdOf(problem, identity)} killed each: part of ${counted(whole ?? 0)}`;
  if (kind === "blank-is-zero")
    return `${heading}a blank is read as a zero, for ${listed(parts.map((part) => nameOf(problem, part, words)))}`;
  if (kind === "period-sum")
    return `A period is ${relation === "at-most" ? "at least" : "the sum of"} its parts: ${byPeriod(problem, parts).map(counted).join("; ")}`;
  if (whole === null) return listed(parts.map(counted));
  const [only] = parts;
  if (relation === "at-most" && parts.length === 1 && only !== undefined)
    return `${counted(only)}: part of ${counted(whole)}`;
  const sum = parts.map((part) => termAt(problem, part, whole, words)).join(" + ");
  return `${heading}${sum}${relation === "equal" ? " = " : ": together part of "}${counted(whole)}`;
}

/** By their first days, of these the longest first. */
function byPeriod(problem: Problem, cells: readonly CellNumber[]): readonly CellNumber[] {
  const boxOf = (cell: CellNumber) => problem.cells[cell]?.box ?? { start: 0, end: 0 };
  return [...cells].sort((a, b) => {
    const [one, other] = [boxOf(a), boxOf(b)];
    return one.start - other.start || other.end - one.end;
  });
}

function explainFigure(problem: Problem, placed: PlacedFigure, words: Words): string {
  const { figure, cells } = placed;
  const { printed } = words.figure(placed, problem.cells);
  const counted = (cell: CellNumber): string => countedAt(problem, cell, words);
  switch (figure.kind) {
    case "count":
      return counted(cells.of.cell);
    case "percentage":
      return `${printed} of ${counted(cells.whole ?? 0)}: ${counted(cells.of.cell)}`;
    case "rate":
      return `${printed}, in ${numbered(cells.of.days, "day")}: ${counted(cells.of.cell)}`;
    case "difference":
      return `${printed}: ${counted(cells.of.cell)} less ${cells.than.map(({ cell }) => counted(cell)).join()}`;
    case "statement":
      return statementWords(problem, placed, words, (cell) => printedRange(problem, cell));
  }
}

/** The counts that are printed at a cell; where there are none, at the same cell in other reports. */
function printedAt(problem: Problem, cell: CellNumber): readonly number[] {
  const tied = new Set([cell]);
  for (const one of tied) {
    const printed = [...tied].flatMap((other) => problem.counts.get(other) ?? []);
    if (printed.length > 0) return printed;
    for (const position of problem.network.constraintsOf[one] ?? []) {
      const constraint = problem.network.constraints[position];
      const identity = problem.identities[constraint?.identity ?? -1];
      if (constraint !== undefined && identity?.kind === "printed-twice")
        for (const other of cellsOf(constraint)) tied.add(other);
    }
  }
  return [];
}

/** What is printed at a cell, as it is worded; nothing is known of it where that is nothing, or does not agree. */
function printedRange(problem: Problem, cell: CellNumber): Interval {
  const nothing = { minimum: 0, maximum: Infinity };
  const range = printedAt(problem, cell).reduce<Interval>((known, position) => {
    const figure = problem.figures[position]?.figure;
    if (figure?.kind !== "count") return known;
    const { minimum, maximum } = worded(figure.value, figure.wording ?? "exactly");
    return { minimum: Math.max(known.minimum, minimum), maximum: Math.min(known.maximum, maximum) };
  }, nothing);
  return range.minimum > range.maximum ? nothing : range;
}

/** What is printed at a cell: "46 killed by Syrian Regime forces", "women killed (not printed)". */
function countedAt(problem: Problem, cell: CellNumber, words: Words): string {
  const placed = problem.cells[cell];
  if (placed === undefined) return "";
  const texts = printedTexts(problem, cell, words);
  if (texts.length === 0) return `${words.cell(placed).what} (not printed)`;
  const [only] = texts;
  const value = Number(only);
  if (only !== undefined && texts.length === 1 && Number.isInteger(value))
    return words.counted(value, placed);
  return `${listed(texts)} (${words.cell(placed).what})`;
}

/** A part of a sum: "46 (Syrian Regime forces)". */
function termAt(problem: Problem, part: CellNumber, whole: CellNumber, words: Words): string {
  const [cell, around] = [problem.cells[part], problem.cells[whole]];
  if (cell === undefined || around === undefined) return "";
  const label =
    cell.outside === null ? (words.within(cell, around) ?? words.cell(cell).what) : "in none of the rows";
  const texts = printedTexts(problem, part, words);
  return texts.length === 0 ? `not printed (${label})` : `${listed(texts)} (${label})`;
}

function printedTexts(problem: Problem, cell: CellNumber, words: Words): string[] {
  const figures = printedAt(problem, cell).flatMap((position) => problem.figures[position] ?? []);
  return [...new Set(figures.map((one) => words.figure(one, problem.cells).printed))];
}

function nameOf(problem: Problem, cell: CellNumber, words: Words): string {
  const placed = problem.cells[cell];
  return placed === undefined ? "" : words.cell(placed).what;
}

/** How many make a massacre, by the constraint that says so. */
function thresholdOf(problem: Problem, { constraints, whole }: PlacedIdentity): number {
  return Math.max(
    ...constraints.flatMap((position) => {
      const constraint = problem.network.constraints[position];
      return constraint?.kind !== "linear"
        ? []
        : cellsOf(constraint).map((cell, nth) => (cell === whole ? 0 : (constraint.coefficients[nth] ?? 0)));
    }),
  );
}

function boundOf(problem: Problem, { constraints }: PlacedIdentity): number {
  const constraint = problem.network.constraints[constraints[0] ?? -1];
  return constraint?.kind === "linear" ? -constraint.bound : 0;
}
