import { type Rounding, roundings } from "../number/rounding.js";
import type { Bounds, Ranges } from "./bounds.js";
import { readOtherwise, withReading } from "./changed-problem.js";
import type { QuotientReading } from "./figure-constraints.js";
import { conflictAt, findConflicts } from "./find-conflicts.js";
import { type Problem, solve } from "./problem.js";

/** Percentages and rates are rounded each by rules of their own: a report may print both in different ways. */
export type QuotientKind = "percentage" | "rate";

/** What trying every rounding throughout gives, for the percentages or for the rates of a report. */
export interface RoundingTrial {
  readonly kind: QuotientKind;
  /** The percentages or rates that conflict with nothing but a rule of rounding, by position. */
  readonly figures: readonly number[];
  readonly surviving: readonly Rounding[];
  readonly refuted: readonly { readonly rounding: Rounding; readonly by: readonly number[] }[];
  /** The rules that leave the fewest figures out: those that survive, if any does. */
  readonly nearest: readonly Rounding[];
  /** The figures that some of the nearest rules cannot print. */
  readonly outliers: readonly number[];
}

/**
 * Tries each rounding as the one rule for all percentages (or rates) of a report, as printed: "about" widens nothing.
 *
 * `left` names the figures of conflicts, which are left out. The cost is five times that of finding conflicts.
 */
export function tryRoundings(
  problem: Problem,
  kind: QuotientKind,
  left: ReadonlySet<number>,
): RoundingTrial | null {
  const figures = problem.figures.flatMap(({ figure }, position) =>
    figure.kind === kind && isRounded(figure.wording) && !left.has(position) ? [position] : [],
  );
  if (figures.length === 0) return null;
  const tried = roundings.map((rounding) => ({
    rounding,
    by: figuresAgainst(problem, figures, { rounding, widened: false }, left),
  }));
  const fewest = Math.min(...tried.map(({ by }) => by.length));
  const nearest = tried.filter(({ by }) => by.length === fewest);
  return {
    kind,
    figures,
    surviving: tried.filter(({ by }) => by.length === 0).map(({ rounding }) => rounding),
    refuted: tried.filter(({ by }) => by.length > 0),
    nearest: nearest.map(({ rounding }) => rounding),
    outliers: [...new Set(nearest.flatMap(({ by }) => by))].sort((a, b) => a - b),
  };
}

function isRounded(wording: string | undefined): boolean {
  return wording === undefined || wording === "exactly" || wording === "about";
}

/** The percentages or rates that cannot be printed by a rule: one by one first, then jointly with each other. */
function figuresAgainst(
  problem: Problem,
  figures: readonly number[],
  reading: QuotientReading,
  left: ReadonlySet<number>,
): number[] {
  const read = withReading(problem, (figure) => (figures.includes(figure) ? reading : null));
  const against = new Set<number>();
  for (const figure of figures) {
    const identity = problem.figures[figure]?.identity ?? null;
    if (identity !== null && conflictAt(read, identity, left) !== null) against.add(figure);
  }
  for (;;) {
    const conflicts = findConflicts(read, new Set([...left, ...against]));
    if (conflicts.length === 0) return [...against].sort((a, b) => a - b);
    for (const conflict of conflicts) {
      const among = conflict.figures.filter((figure) => figures.includes(figure));
      if (among.length === 0) return [...against].sort((a, b) => a - b);
      // Of several that conflict jointly, those are named without which the others can be printed by the rule.
      const single = among.filter(
        (figure) => solve(read, { figures: new Set([...left, ...against, figure]) }).kind === "bounds",
      );
      const nested = single.filter((figure) => isInnermost(problem, figure, single));
      for (const figure of nested.length > 0 ? nested : among) against.add(figure);
    }
  }
}

/** Whether no other of the figures is a share of this one's part: the last of nested shares is named, not the first. */
function isInnermost(problem: Problem, figure: number, among: readonly number[]): boolean {
  const part = problem.figures[figure]?.cells.of.cell;
  return !among.some((other) => other !== figure && problem.figures[other]?.cells.whole === part);
}

/** A rounding by which a figure can be printed, with the bounds of all cells that each rule of the others then leaves. */
export interface OwnRounding {
  readonly rounding: Rounding;
  readonly bounds: readonly Ranges[];
}

/**
 * The roundings of its own by which a figure can be printed, while all others keep to one of the nearest rules, of which
 * `under` gives the bounds.
 */
export function ownRoundings(
  problem: Problem,
  trial: RoundingTrial,
  under: readonly RuleBounds[],
  figure: number,
  widened: boolean,
): OwnRounding[] {
  const isOutlier = trial.outliers.includes(figure);
  return roundings.flatMap((own): OwnRounding[] => {
    // Without an outlier, a nearest rule was found to print all of them.
    const known = isOutlier || widened ? undefined : under.find(({ rounding }) => rounding === own);
    if (known !== undefined) return [{ rounding: own, bounds: [known.bounds] }];
    const read = readOtherwise(problem, figure, { rounding: own, widened });
    const bounds = under.flatMap((rule) => {
      const outcome = rule.bounds.instead(read);
      return outcome.kind === "bounds" ? [outcome] : [];
    });
    return bounds.length === 0 ? [] : [{ rounding: own, bounds }];
  });
}

/** The bounds of all cells by one of the nearest rules. */
export interface RuleBounds {
  readonly rounding: Rounding;
  readonly bounds: Bounds;
  /** The problem so read, and the figures that are left out. */
  readonly problem: Problem;
  readonly left: ReadonlySet<number>;
}

/** The bounds of all cells if each of the nearest rules is the one of the report; its outliers are left out. */
export function boundsUnderRules(
  problem: Problem,
  trial: RoundingTrial,
  left: ReadonlySet<number>,
): RuleBounds[] {
  const out = new Set([...left, ...trial.outliers]);
  return trial.nearest.flatMap((rounding) => {
    const read = withReading(problem, (one) =>
      trial.figures.includes(one) ? { rounding, widened: false } : null,
    );
    const bounds = solve(read, { figures: out });
    return bounds.kind === "bounds" ? [{ rounding, bounds, problem: read, left: out }] : [];
  });
}
