import { conflictAt, constraintsOf, smallNetwork } from "../conflicts/find-conflicts.js";
import { conflictConventions, conventionsOf } from "../conflicts/rests-on.js";
import { propagate } from "../constraints/propagate.js";
import type { Interval } from "../constraints/quotient-bounds.js";
import { type RangeOf, verdictWithin } from "../constraints/within-ranges.js";
import { isEntailed } from "../identities/entailed.js";
import { figuresAt, type PlacedIdentity, type Problem } from "../identities/problem.js";
import { listed } from "../words/amounts.js";
import { explainIdentity } from "../words/explain-identity.js";
import { referencesOf } from "../words/figure-names.js";
import type { Words } from "../words/words.js";
import type { IdentityFinding } from "./finding.js";

const none: ReadonlySet<number> = new Set();

/** What the printed figures make of every identity by itself. Identities that tie fewer than two figures are left out. */
export function identityFindings(problem: Problem, words: Words): IdentityFinding[] {
  const ofIdentities = problem.identities.flatMap((identity, position): IdentityFinding[] => {
    const figures = figuresAt(problem, identity);
    if (figures.length < 2) return [];
    const {
      verdict,
      left,
      conventions = identity.conventions,
    } = verdictOf(problem, identity, position, figures);
    if (identity.isMinor && verdict !== "cannot-hold") return [];
    const told = left === null ? null : leftText(left);
    return [
      {
        id: identity.id,
        kind: identity.kind,
        verdict,
        explanation: `${explainIdentity(problem, identity, words)}${told === null ? "" : `; ${told} left`}`,
        figures: referencesOf(problem, figures, words),
        slack: left?.minimum === left?.maximum ? (left?.minimum ?? null) : null,
        conventions,
      },
    ];
  });
  return [...ofIdentities, ...printedTwice(problem, words)];
}

/** What the printed figures make of an identity, and what they leave of a whole by the parts that are printed. */
function verdictOf(
  problem: Problem,
  identity: PlacedIdentity,
  position: number,
  figures: readonly number[],
): Pick<IdentityFinding, "verdict"> &
  Partial<Pick<IdentityFinding, "conventions">> & { readonly left: Interval | null } {
  const conflict = conflictAt(problem, position, none);
  if (conflict !== null)
    return { verdict: "cannot-hold", left: null, conventions: conflictConventions(problem, conflict) };
  const values = printedBounds(problem, figures);
  if (identity.relation === "other")
    return { verdict: isDecided(problem, identity, values, figures) ? "holds" : "undetermined", left: null };
  const whole = identity.whole === null ? undefined : values.get(identity.whole);
  const printed = identity.parts.flatMap((part) => values.get(part) ?? []);
  const isPrinted = printed.length === identity.parts.length;
  const most = printed.reduce((sum, { maximum }) => sum + maximum, 0);
  const least = printed.reduce((sum, { minimum }) => sum + minimum, 0);
  if (whole === undefined) return { verdict: "undetermined", left: null };
  if (identity.relation === "at-most") {
    const left = { minimum: Math.max(0, whole.minimum - most), maximum: Math.max(0, whole.maximum - least) };
    return { verdict: isPrinted && most <= whole.minimum ? "holds" : "undetermined", left };
  }
  const isEqual = isPrinted && least === most && whole.minimum === whole.maximum && least === whole.minimum;
  return { verdict: isEqual ? "holds" : "undetermined", left: null };
}

/** How many are left, as far as it is known: "5", "at least 5", "at most 10"; null if nothing is. */
function leftText({ minimum, maximum }: Interval): string | null {
  if (minimum === maximum) return String(minimum);
  if (maximum === Infinity) return minimum === 0 ? null : `at least ${minimum}`;
  return minimum === 0 ? `at most ${maximum}` : `${minimum} to ${maximum}`;
}

/** The bounds that counts print for their cells. */
function printedBounds(problem: Problem, figures: readonly number[]): Map<number, Interval> {
  const bounds = new Map<number, Interval>();
  for (const figure of figures) {
    for (const position of problem.figures[figure]?.constraints ?? []) {
      const constraint = problem.network.constraints[position];
      if (constraint?.kind !== "linear" || constraint.cells.length !== 1) continue;
      const [cell] = constraint.cells;
      const [coefficient] = constraint.coefficients;
      if (cell === undefined || coefficient === undefined) continue;
      const before = bounds.get(cell) ?? { minimum: 0, maximum: Infinity };
      const after =
        coefficient > 0
          ? { ...before, maximum: Math.min(before.maximum, constraint.bound) }
          : { ...before, minimum: Math.max(before.minimum, -constraint.bound) };
      bounds.set(cell, after);
    }
  }
  return bounds;
}

/** Whether the printed bounds alone leave no way to break any constraint of the identity, or it forces a figure to what it prints. */
function isDecided(
  problem: Problem,
  identity: PlacedIdentity,
  values: ReadonlyMap<number, Interval>,
  figures: readonly number[],
): boolean {
  const rangeOf: RangeOf = (cell) => values.get(cell) ?? { minimum: 0, maximum: Infinity };
  const placed = identity.figure === null ? undefined : problem.figures[identity.figure];
  if (placed?.figure.kind === "statement") return isEntailed(problem, placed, rangeOf);
  const constraints = identity.constraints.flatMap((position) => problem.network.constraints[position] ?? []);
  const entailed = constraints.every((constraint) => {
    if (constraint.kind === "linear") return verdictWithin([constraint], rangeOf) === "holds";
    if (constraint.kind === "one-of") return false;
    const [part, whole] = [values.get(constraint.part), values.get(constraint.whole)];
    // It did not fail, and both counts are printed, or the whole is a number of days.
    const isKnown = (range: Interval | undefined): boolean =>
      range !== undefined && range.minimum === range.maximum;
    return isKnown(part) && (isKnown(whole) || identity.kind === "rate");
  });
  if (entailed) return true;
  return identity.kind === "period-sum" && forcesOne(problem, identity, figures);
}

/** Whether the identity and all but one of its figures force the cell of that one to what it prints. */
function forcesOne(problem: Problem, identity: PlacedIdentity, figures: readonly number[]): boolean {
  const constraints = [
    ...figures.flatMap((figure) => problem.figures[figure]?.constraints ?? []),
    ...identity.constraints,
  ].flatMap((position) => problem.network.constraints[position] ?? []);
  const { network, numberOf } = smallNetwork(constraints);
  const all = propagate(network, () => true);
  if (all.kind === "contradiction") return false;
  const printed = [...network.constraints.entries()].filter(([, constraint]) => constraint.figure !== null);
  return figures.some((figure) => {
    const cell = problem.figures[figure]?.cells.of.cell;
    const own = cell === undefined ? undefined : printedBounds(problem, [figure]).get(cell);
    if (cell === undefined || own === undefined || own.minimum !== own.maximum) return false;
    const others = all.instead(
      new Map(printed.flatMap(([position, { figure: of }]) => (of === figure ? [[position, null]] : []))),
    );
    const at = numberOf(cell);
    return (
      others.kind === "bounds" && others.minimum[at] === own.minimum && others.maximum[at] === own.maximum
    );
  });
}

/** Numbers of one cell that are printed more than once: what one of them says may make the others true, as worded. */
function printedTwice(problem: Problem, words: Words): IdentityFinding[] {
  const byCell = new Map<number, number[]>();
  for (const [position, { figure, cells }] of problem.figures.entries()) {
    if (figure.kind !== "count") continue;
    const others = byCell.get(cells.of.cell);
    if (others === undefined) byCell.set(cells.of.cell, [position]);
    else others.push(position);
  }
  return [...byCell].flatMap(([cell, figures]): IdentityFinding[] => {
    if (figures.length < 2) return [];
    const between = (some: readonly number[]): Interval =>
      printedBounds(problem, some).get(cell) ?? { minimum: 0, maximum: Infinity };
    const all = between(figures);
    // One of them says what all the others do, and maybe more.
    const isOne = figures
      .map((figure) => between([figure]))
      .some(({ minimum, maximum }) => minimum === all.minimum && maximum === all.maximum);
    const references = referencesOf(problem, figures, words);
    const what = references[0]?.what ?? "";
    const printed = listed(references.map(({ printed: text, citation }) => `${text} (${citation})`));
    return [
      {
        id: `printed-twice:${references[0]?.report ?? ""}/${references[0]?.figure ?? ""}`,
        kind: "printed-twice",
        verdict: all.minimum > all.maximum ? "cannot-hold" : isOne ? "holds" : "undetermined",
        explanation: `${what}: printed ${figures.length} times, ${printed}`,
        figures: references,
        slack: null,
        conventions: conventionsOf(problem, constraintsOf(problem, { figures, identities: [] })),
      },
    ];
  });
}
