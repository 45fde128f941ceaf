import { type Rounding, roundings } from "../../number/rounding.js";
import { conflictAt, findConflicts } from "../conflicts/find-conflicts.js";
import type { Bounds, Ranges } from "../constraints/bounds.js";
import { readOtherwise, withReading } from "../identities/changed-problem.js";
import { type Problem, solve } from "../identities/problem.js";

/** Percentages and rates are rounded each by rules of their own: a report may print both in different ways. */
export type QuotientKind = "percentage" | "rate";

/** What trying every rounding throughout gives, for the percentages or for the rates of a report. */
export interface RoundingTrial {
  readonly kind: QuotientKind;
  /** The percentages or rates that conflict with nothing but a rule of rounding, by position. */
  readonly figures: readonly number[];
  /** As printed: "about" widens nothing. */
  readonly printed: RulesTried;
  /** With "about" widened by one unit: what does not say "about" is judged by this. The same where nothing says so. */
  readonly widened: RulesTried;
}

/** Every rule of rounding tried as the one of all percentages or rates. */
export interface RulesTried {
  readonly isWidened: boolean;
  readonly surviving: readonly Rounding[];
  readonly refuted: readonly RuleTried[];
  /** The rules that leave the fewest figures out, of these that are not worded "about" first: those that survive, if any does. */
  readonly nearest: readonly Rounding[];
  /** The figures that some of the nearest rules cannot print. */
  readonly outliers: readonly number[];
}

/** A rule of rounding, and the figures without which it prints all others. */
interface RuleTried {
  readonly rounding: Rounding;
  readonly by: readonly number[];
}

/**
 * Tries each rounding as the one rule for all percentages (or rates) of a report, first with "about" widened, and then as
 * printed: what that refutes further is refuted by figures that say "about".
 *
 * `left` names the figures of conflicts, which are left out. The cost is five times that of finding conflicts, twice that
 * where a figure says "about".
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
  const abouts = figures.filter((figure) => saysAbout(problem, figure));
  const asOne = (rounding: Rounding, widened: boolean): Problem =>
    withReading(problem, (figure) => (figures.includes(figure) ? { rounding, widened } : null));
  const widened = roundings.map(
    (rounding): RuleTried => ({
      rounding,
      by: figuresAgainst(asOne(rounding, true), figures, left),
    }),
  );
  const printed = widened.map(({ rounding, by }): RuleTried => {
    const others = abouts.filter((figure) => !by.includes(figure));
    const more = figuresAgainst(asOne(rounding, false), others, new Set([...left, ...by]));
    return { rounding, by: [...by, ...more].sort((a, b) => a - b) };
  });
  const ofWidened = rulesTried(problem, widened, true);
  return {
    kind,
    figures,
    printed: abouts.length === 0 ? ofWidened : rulesTried(problem, printed, false),
    widened: ofWidened,
  };
}

function rulesTried(problem: Problem, tried: readonly RuleTried[], isWidened: boolean): RulesTried {
  const sound = fewest(tried, ({ by }) => by.filter((figure) => !saysAbout(problem, figure)).length);
  const nearest = fewest(sound, ({ by }) => by.length);
  return {
    isWidened,
    surviving: tried.filter(({ by }) => by.length === 0).map(({ rounding }) => rounding),
    refuted: tried.filter(({ by }) => by.length > 0),
    nearest: nearest.map(({ rounding }) => rounding),
    outliers: [...new Set(nearest.flatMap(({ by }) => by))].sort((a, b) => a - b),
  };
}

function fewest(tried: readonly RuleTried[], countOf: (one: RuleTried) => number): readonly RuleTried[] {
  const least = Math.min(...tried.map(countOf));
  return tried.filter((one) => countOf(one) === least);
}

function isRounded(wording: string | undefined): boolean {
  return wording === undefined || wording === "exactly" || wording === "about";
}

/** Whether a figure is worded "about". */
export function saysAbout(problem: Problem, figure: number): boolean {
  return problem.figures[figure]?.figure.wording === "about";
}

/** Those of some figures that cannot be printed as they are read: one by one first, then jointly with each other. */
function figuresAgainst(
  read: Problem,
  figures: readonly number[],
  left: ReadonlySet<number>,
): readonly number[] {
  if (figures.length === 0) return [];
  const against = new Set<number>();
  for (const figure of figures) {
    const identity = read.figures[figure]?.identity ?? null;
    if (identity !== null && conflictAt(read, identity, left) !== null) against.add(figure);
  }
  for (;;) {
    const conflicts = findConflicts(read, new Set([...left, ...against]));
    if (conflicts.length === 0) return [...against].sort((a, b) => a - b);
    for (const conflict of conflicts) {
      const among = conflict.figures.filter((figure) => figures.includes(figure));
      if (among.length === 0) return [...against].sort((a, b) => a - b);
      // Of several that conflict jointly, those are named without which the others can be printed by the rule, were it not for
      // other conflicts.
      const apart = conflicts.flatMap((other) => (other === conflict ? [] : other.figures));
      const out = [...left, ...against, ...apart];
      const single = among.filter(
        (figure) => solve(read, { figures: new Set([...out, figure]) }).kind === "bounds",
      );
      const nested = single.filter((figure) => isInnermost(read, figure, single));
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
  { outliers, isWidened }: RulesTried,
  under: readonly RuleBounds[],
  figure: number,
): OwnRounding[] {
  const isOutlier = outliers.includes(figure);
  return roundings.flatMap((own): OwnRounding[] => {
    // Without an outlier, a nearest rule was found to print all of them.
    const known = isOutlier ? undefined : under.find(({ rounding }) => rounding === own);
    if (known !== undefined) return [{ rounding: own, bounds: [known.bounds] }];
    const read = readOtherwise(problem, figure, { rounding: own, widened: isWidened });
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
  figures: readonly number[],
  { nearest, outliers, isWidened }: RulesTried,
  left: ReadonlySet<number>,
): RuleBounds[] {
  const out = new Set([...left, ...outliers]);
  return nearest.flatMap((rounding) => {
    const read = withReading(problem, (one) =>
      figures.includes(one) ? { rounding, widened: isWidened } : null,
    );
    const bounds = solve(read, { figures: out });
    return bounds.kind === "bounds" ? [{ rounding, bounds, problem: read, left: out }] : [];
  });
}
