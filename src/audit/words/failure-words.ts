import type { LinearConstraint, QuotientConstraint } from "../constraints/constraint.js";
import type { Failure, ReadBound } from "../constraints/steps.js";
import type { PlacedFigure, PlacedIdentity } from "../identities/problem.js";
import {
  amount,
  beyond,
  constraintOf,
  figureBehind,
  identityOf,
  isExact,
  listed,
  saysSomething,
  type Telling,
} from "./amounts.js";
import { tellQuotientOf } from "./relation-words.js";

/** Why a constraint cannot be satisfied within its bounds, as a clause: "516 (…) + 679 (…) = 1195, but 1200 (…) is printed". */
export function tellFailure(telling: Telling, failure: Failure): string {
  const constraint = constraintOf(telling, failure);
  const identity = identityOf(telling, constraint);
  const reads = failure.reads.filter(saysSomething);
  if (constraint.kind === "quotient") return tellQuotient(telling, constraint, failure.reads);
  if (constraint.kind === "one-of") return tellRelation(telling, identity, reads);
  if (identity === undefined) return tellPrinted(telling, constraint, reads);
  if (identity.figure !== null) return tellRelation(telling, identity, reads);
  const told = listed(reads.map((read) => amount(telling, read)));
  if (identity.kind === "printed-twice") return tellTwice(telling, reads);
  if (identity.kind === "incident-is-massacre")
    return `${told} is fewer than the ${-constraint.bound} that make a massacre by the report's definition`;
  if (identity.kind === "blank-is-zero")
    return `${told} cannot be where a blank in the table "${identity.table ?? ""}" is a zero`;
  if (identity.parts.length === 0)
    return `${told} cannot be where no row of the table "${identity.table ?? ""}" has any of them`;
  if (identity.kind === "massacre-threshold") return tellThreshold(telling, constraint, identity, reads);
  return tellSum(telling, constraint, identity, reads);
}

/** A figure against the bound of its cell. */
function tellPrinted(telling: Telling, { figure }: LinearConstraint, reads: readonly ReadBound[]): string {
  const { problem, words, cites } = telling;
  const placed = figure === null ? undefined : problem.figures[figure];
  const others = reads.flatMap((read) => figureBehind(telling, read) ?? []);
  if (placed === undefined) return listed(reads.map((read) => amount(telling, read)));
  if (others.length > 0) return printedFor(telling, [...others, placed]);
  const { printed, what, citation } = words.figure(placed, problem.cells);
  return `${printed} (${what}${cites ? `; ${citation}` : ""}) is printed`;
}

/** A cell of two reports, or one that is bounded in one and printed in the other. */
function tellTwice(telling: Telling, reads: readonly ReadBound[]): string {
  const figures = reads.flatMap((read) => figureBehind(telling, read) ?? []);
  if (figures.length === reads.length) return printedFor(telling, figures);
  return `${listed(reads.map((read) => amount(telling, read)))} cannot be the same`;
}

/** Several numbers that are printed for one cell. */
function printedFor({ problem, words }: Telling, figures: readonly PlacedFigure[]): string {
  const references = figures.map((one) => words.figure(one, problem.cells));
  const numbers = references.map(({ printed, citation }) => `${printed} (${citation})`);
  return `${listed(numbers)} are both printed for: ${references[0]?.what ?? ""}`;
}

function tellThreshold(
  telling: Telling,
  { coefficients }: LinearConstraint,
  { whole }: PlacedIdentity,
  reads: readonly ReadBound[],
): string {
  const threshold = Math.max(...coefficients);
  const count = reads.find(({ cell }) => cell !== whole);
  const toll = reads.find(({ cell }) => cell === whole);
  if (count === undefined || toll === undefined) return listed(reads.map((read) => amount(telling, read)));
  return `${amount(telling, count)} of at least ${threshold} killed each are at least ${threshold * count.value} killed, ${beyond(telling, [toll], "more")}`;
}

function tellSum(
  telling: Telling,
  constraint: LinearConstraint,
  { relation, whole, parts }: PlacedIdentity,
  reads: readonly ReadBound[],
): string {
  const signOf = (cell: number): number => constraint.coefficients[constraint.cells.indexOf(cell)] ?? 0;
  const more = reads.filter(({ cell }) => signOf(cell) > 0);
  const less = reads.filter(({ cell }) => signOf(cell) < 0);
  const total = (side: readonly ReadBound[]): number => side.reduce((sum, { value }) => sum + value, 0);
  // The whole and its parts, whichever of them is too great.
  const [sum, of] = less.length === 1 && less[0]?.cell !== parts[0] ? [more, less] : [less, more];
  const [around] = of;
  const isTooMuch = sum === more;
  const within = whole ?? around?.cell;
  const terms = sum.map((read) => amount(telling, read, within)).join(" + ");
  const isComplete = sum.length === parts.length || relation === "other";
  const added = sum.length < 2 ? terms : `${terms} = ${total(sum)}`;
  if (around === undefined || of.length > 1)
    return `${added} is ${beyond(telling, of, isTooMuch ? "more" : "less")}`;
  const exact = [...sum, around].every((read) => isExact(telling, read));
  if (relation !== "at-most" && exact && isComplete && sum.length > 1)
    return `${added}, but ${amount(telling, around)} is printed`;
  if (!isTooMuch) return `${added} is ${beyond(telling, of, "less")}`;
  const [only] = sum;
  const part = sum.length === 1 && only !== undefined ? countedBound(telling, only) : added;
  return `${part} cannot be part of ${countedBound(telling, around)}`;
}

/** "291 children killed", "at least 5 women killed". */
function countedBound(telling: Telling, read: ReadBound): string {
  if (!isExact(telling, read) || telling.cites) return amount(telling, read);
  const cell = telling.problem.cells[read.cell];
  return cell === undefined ? String(read.value) : telling.words.counted(read.value, cell);
}

/** A printed comparison of two cells, or a percentage that is bounded on one side. */
function tellRelation(
  telling: Telling,
  identity: PlacedIdentity | undefined,
  reads: readonly ReadBound[],
): string {
  const { problem, words } = telling;
  const placed = problem.figures[identity?.figure ?? -1];
  const told = listed([...new Set(reads.map((read) => amount(telling, read)))]);
  if (placed === undefined) return told;
  const { printed, what } = words.figure(placed, problem.cells);
  const { of, whole, than } = placed.cells;
  if ([whole, ...than.map(({ cell }) => cell)].every((cell) => cell === null || cell === of.cell))
    return withinItself(printed, what);
  const nobody = noneOf(reads, whole);
  if (nobody !== undefined) return `${printed} of ${amount(telling, nobody)}: of nobody no share is bounded`;
  if (reads.length === 0) return `${printed} (${what}) is more than all, and no part is more than its whole`;
  switch (placed.figure.kind) {
    case "statement":
      return `"${printed}" does not agree with ${told}`;
    case "difference":
      return `the difference ${printed} does not agree with ${told}`;
    case "count":
    case "percentage":
    case "rate":
      return `${printed} does not agree with ${told}`;
  }
}

/** A percentage or rate against the bounds of its part and its whole. */
function tellQuotient(telling: Telling, constraint: QuotientConstraint, reads: readonly ReadBound[]): string {
  const { problem, words } = telling;
  const placed = constraint.figure === null ? undefined : problem.figures[constraint.figure];
  const { printed = "", what = "" } = placed === undefined ? {} : words.figure(placed, problem.cells);
  if (constraint.part === constraint.whole) return withinItself(printed, what);
  const ends = (cell: number): readonly ReadBound[] =>
    reads.filter((read) => read.cell === cell && saysSomething(read));
  const [parts, wholes] = [ends(constraint.part), ends(constraint.whole)];
  const figure = placed?.figure;
  const nobody = noneOf(wholes, constraint.whole);
  if (nobody !== undefined)
    return `${printed} of ${amount(telling, nobody)}: of nobody no share but 0 is printed`;
  const whole = wholes.length === 0 ? "any whole" : range(telling, wholes);
  const of = `${figure?.kind === "rate" ? "in" : "of"} ${whole}`;
  const part = parts.find((read) => isExact(telling, read));
  if (part === undefined)
    return `no whole number${parts.length === 0 ? "" : `, ${range(telling, parts)},`} ${of} prints as ${printed} (${what})`;
  const told = amount(telling, part);
  const around = wholes.find((read) => isExact(telling, read))?.value ?? 0;
  if (around === 0 || (figure?.kind !== "percentage" && figure?.kind !== "rate"))
    return `no rounding prints ${told} ${of} as ${printed}`;
  return tellQuotientOf(figure, printed, { value: part.value, text: told }, { value: around, text: whole });
}

/** That a whole is nobody. */
function noneOf(reads: readonly ReadBound[], whole: number | null): ReadBound | undefined {
  return reads.find(({ cell, side, value }) => cell === whole && side === "maximum" && value === 0);
}

function withinItself(printed: string, what: string): string {
  return `${printed} is printed of a number within itself (${what})`;
}

/** What is known of a cell at both ends, in words. */
function range(telling: Telling, ends: readonly ReadBound[]): string {
  const exact = ends.find((read) => isExact(telling, read));
  return exact === undefined ? listed(ends.map((read) => amount(telling, read))) : amount(telling, exact);
}
