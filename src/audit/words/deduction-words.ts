import type { LinearConstraint } from "../constraints/constraint.js";
import type { Deduction, ReadBound } from "../constraints/steps.js";
import type { Figure } from "../published/figure.js";
import {
  amount,
  constraintOf,
  figureBehind,
  identityOf,
  isPrinted,
  listed,
  saysSomething,
  type Telling,
} from "./amounts.js";

/**
 * The deductions behind some bounds that are no printed numbers, each after those that it rests on. If there are more than `most`,
 * no more than one more is looked for.
 */
export function stepsBehind(telling: Telling, reads: readonly ReadBound[], most = Infinity): Deduction[] {
  const found = new Set<Deduction>();
  let begun = 0;
  const visit = ({ by }: ReadBound): void => {
    if (by === null || found.has(by) || begun > most) return;
    const isStep = !isPrinted(telling, by);
    if (isStep) begun++;
    by.reads.forEach(visit);
    if (isStep) found.add(by);
  };
  reads.forEach(visit);
  return [...found];
}

/**
 * Steps without those of which a later one says as much or more of the same side of the same cell, and that nothing reads but what the
 * same figure or identity found from it; and then without those that nothing reads any more, but for what is said of the last cell.
 */
export function withoutRepeats<Told extends { readonly telling: Telling; readonly step: Deduction }>(
  steps: readonly Told[],
): readonly Told[] {
  const last = steps.at(-1)?.step;
  const isSameSide = (a: Deduction, b: Deduction): boolean => a.cell === b.cell && a.side === b.side;
  const sourceOf = ({ telling, step }: Told): string => {
    const { figure, identity } = constraintOf(telling, step);
    return `${figure ?? ""} ${identity ?? ""}`;
  };
  const needless = steps.findIndex((one, at) => {
    const { step } = one;
    const readers = steps.filter((other) => other.step.reads.some(({ by }) => by === step));
    const isSaidLater = steps.some(
      ({ step: other }, nth) =>
        nth > at &&
        isSameSide(other, step) &&
        (step.side === "minimum" ? other.value >= step.value : other.value <= step.value),
    );
    const isAsked = last !== undefined && step.cell === last.cell;
    if (readers.length === 0) return isSaidLater || !isAsked;
    return (
      isSaidLater &&
      readers.every((other) => isSameSide(other.step, step) && sourceOf(other) === sourceOf(one))
    );
  });
  return needless < 0 ? steps : withoutRepeats(steps.filter((_, at) => at !== needless));
}

/** A deduction as a sentence: "At most 8 women killed by Russian forces: 17 (women killed) less 9 (…)". */
export function tellDeduction(telling: Telling, deduction: Deduction): string {
  const { problem, words } = telling;
  const { cell, side, value } = deduction;
  const placed = problem.cells[cell];
  const counted = placed === undefined ? String(value) : words.counted(value, placed);
  const bound =
    value === 0 && side === "maximum" ? counted : `${side === "minimum" ? "at least" : "at most"} ${counted}`;
  return `${bound}: ${reasonOf(telling, deduction)}`;
}

/** How a figure that relates cells is named, and what stands between it and the cells that it relates. */
const relationWords: Readonly<Record<Figure["kind"], { readonly by: string; readonly of: string }>> = {
  count: { by: "printed", of: " and" },
  percentage: { by: "printed", of: " of" },
  rate: { by: "printed", of: ", in" },
  difference: { by: "printed difference", of: ", and" },
  statement: { by: "statement", of: ", and" },
};

/** Why a bound holds. */
export function reasonOf(telling: Telling, deduction: Deduction): string {
  const constraint = constraintOf(telling, deduction);
  const identity = identityOf(telling, constraint);
  if (isPrinted(telling, deduction)) {
    const { side, value, cell } = deduction;
    const placed = figureBehind(telling, { cell, side, value, by: deduction });
    if (placed === null) return "the same cell in another report";
    const { printed, citation } = telling.words.figure(placed, telling.problem.cells);
    return `${printed} is printed for them too (${citation})`;
  }
  const others = deduction.reads.filter((read) => read.cell !== deduction.cell && saysSomething(read));
  const told = [...new Set(others.map((read) => amount(telling, read)))];
  if (identity?.table !== undefined && identity.table !== null && identity.parts.length === 0)
    return `the table "${identity.table}" is whole, and has no row for them`;
  const figure = constraint.figure === null ? undefined : telling.problem.figures[constraint.figure];
  if (figure !== undefined && identity !== undefined) {
    const { printed } = telling.words.figure(figure, telling.problem.cells);
    const { by, of } = relationWords[figure.figure.kind];
    if (figure.figure.kind === "percentage" && figure.cells.whole === deduction.cell && told.length > 0)
      return `${listed(told)} ${told.length === 1 ? "is" : "are"} printed as "${printed}" of them`;
    return `by the ${by} "${printed}"${told.length === 0 ? "" : `${of} ${listed(told)}`}`;
  }
  const kind = identity?.kind;
  if (kind === "incident-is-massacre") return "so many make a massacre by the report's definition";
  if (kind === "blank-is-zero") return `a blank in the table "${identity?.table ?? ""}" is read as a zero`;
  if (constraint.kind !== "linear") return listed(told);
  if (kind === "massacre-threshold") {
    const threshold = Math.max(...constraint.coefficients);
    const isToll = identity?.whole === deduction.cell;
    return isToll
      ? `${listed(told)} of at least ${threshold} killed each`
      : `${listed(told)}, at least ${threshold} in each`;
  }
  return sumReason(telling, constraint, deduction);
}

/** Of a sum: what it is of, less what else takes part of it. */
function sumReason(telling: Telling, constraint: LinearConstraint, { cell, reads }: Deduction): string {
  const signOf = (of: number): number =>
    Math.sign(constraint.coefficients[constraint.cells.indexOf(of)] ?? 0);
  const own = signOf(cell);
  const other = reads.filter((read) => signOf(read.cell) !== own && saysSomething(read));
  const same = reads.filter((read) => signOf(read.cell) === own && saysSomething(read));
  const [whole] = other;
  const sum = other.map((read) => amount(telling, read, other.length > 1 ? cell : undefined)).join(" + ");
  const less = same.map((read) => amount(telling, read, other.length === 1 ? whole?.cell : undefined));
  if (less.length > 0) return `${sum === "" ? "0" : sum} less ${listed(less)}`;
  return other.length === 1 ? (own > 0 ? `part of ${sum}` : `${sum} is part of them`) : sum;
}
