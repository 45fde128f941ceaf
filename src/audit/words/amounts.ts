import type { Constraint } from "../constraints/constraint.js";
import { cellsOf } from "../constraints/network.js";
import type { Deduction, ReadBound } from "../constraints/steps.js";
import type { PlacedFigure, Problem } from "../identities/problem.js";
import type { Words } from "./words.js";

/** What sentences about a derivation are told from. */
export interface Telling {
  readonly problem: Problem;
  /** The constraints that the derivation used, as its positions count them. */
  readonly constraints: readonly Constraint[];
  readonly words: Words;
  /** Whether figures of several places are told, so that each is cited. */
  readonly cites: boolean;
}

/** The constraint by which a bound was found. */
export function constraintOf(
  { constraints }: Telling,
  { constraint }: Pick<Deduction, "constraint">,
): Constraint {
  const found = constraints[constraint];
  if (found === undefined) throw new RangeError("A deduction names one of its constraints.");
  return found;
}

/** The identity of a constraint, if it is of one. */
export function identityOf(
  { problem }: Telling,
  { identity }: Constraint,
): Problem["identities"][number] | undefined {
  return identity === null ? undefined : problem.identities[identity];
}

/** Whether a deduction says no more than what is printed, or that a cell of two reports is the same. */
export function isPrinted(telling: Telling, deduction: Deduction): boolean {
  const constraint = constraintOf(telling, deduction);
  if (constraint.identity === null) return cellsOf(constraint).length === 1;
  return identityOf(telling, constraint)?.kind === "printed-twice";
}

/** The figure that a bound is read from, also through the cells that reports share; null if it was derived. */
export function figureBehind(telling: Telling, { by }: ReadBound): PlacedFigure | null {
  if (by === null || !isPrinted(telling, by)) return null;
  const { figure, identity } = constraintOf(telling, by);
  if (identity === null) return figure === null ? null : (telling.problem.figures[figure] ?? null);
  const [read] = by.reads;
  return read === undefined ? null : figureBehind(telling, read);
}

/** Whether a bound is both ends of a cell, so that no "at least" is needed: an exact figure, or a constant. */
export function isExact(telling: Telling, read: ReadBound): boolean {
  const figure = figureBehind(telling, read)?.figure;
  if (figure !== undefined) return (figure.wording ?? "exactly") === "exactly";
  return read.by !== null && constraintOf(telling, read.by).figure === null && isPrinted(telling, read.by);
}

/** A bound in words: "129 (all killed)", "at most 8 (women killed in Idlib)", "31 days". */
export function amount(telling: Telling, read: ReadBound, within?: number): string {
  const { problem, words } = telling;
  const figure = figureBehind(telling, read);
  const cell = problem.cells[figure?.cells.of.cell ?? read.cell];
  if (cell === undefined) return String(read.value);
  if (cell.box === null && cell.outside === null) return numbered(read.value, "day");
  const around = within === undefined ? undefined : problem.cells[within];
  const label = (around === undefined ? null : words.within(cell, around)) ?? words.cell(cell).what;
  const reference = figure === null ? null : words.figure(figure, problem.cells);
  const cited = telling.cites && reference !== null ? `; ${reference.citation}` : "";
  if (isExact(telling, read)) return `${read.value} (${label}${cited})`;
  const isNobody = read.side === "maximum" && read.value === 0;
  const bound = isNobody ? "0" : `${read.side === "minimum" ? "at least" : "at most"} ${read.value}`;
  return reference === null
    ? `${bound} (${label})`
    : `${bound} (${label}, printed "${reference.printed}"${cited})`;
}

/** What is above or below a bound: "more than 15 (killed in Homs)", "not at most 15 (killed in Homs)". */
export function beyond(telling: Telling, reads: readonly ReadBound[], than: "more" | "less"): string {
  const isNumber = reads.every((read) => isExact(telling, read));
  return `${isNumber ? `${than} than` : "not"} ${reads.map((read) => amount(telling, read)).join(" + ")}`;
}

/** Whether a bound says anything: that a number is at least 0 goes without saying. */
export function saysSomething({ side, value }: ReadBound): boolean {
  return side === "minimum" ? value > 0 : value < Infinity;
}

/** "1 day", "31 days". */
export function numbered(count: number | string, one: string): string {
  return `${count} ${one}${String(count) === "1" ? "" : "s"}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} and ${last}`;
}
