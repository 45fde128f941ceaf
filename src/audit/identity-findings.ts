import { listed } from "./amounts.js";
import { explainIdentity } from "./explain-identity.js";
import { referencesOf } from "./figure-names.js";
import { conflictAt, propagateOnly } from "./find-conflicts.js";
import type { IdentityFinding, Verdict } from "./finding.js";
import { figuresAt, type PlacedIdentity, type Problem } from "./problem.js";
import type { Words } from "./words.js";

const none: ReadonlySet<number> = new Set();

/** What the printed figures make of every identity by itself. Identities that tie fewer than two figures are left out. */
export function identityFindings(problem: Problem, words: Words): IdentityFinding[] {
  const ofIdentities = problem.identities.flatMap((identity, position): IdentityFinding[] => {
    const figures = figuresAt(problem, identity);
    if (figures.length < 2) return [];
    const { verdict, slack } = verdictOf(problem, identity, position, figures);
    if (identity.isMinor && verdict !== "cannot-hold") return [];
    return [
      {
        id: identity.id,
        kind: identity.kind,
        verdict,
        explanation: `${explainIdentity(problem, identity, words)}${slack === null ? "" : `; ${slack} left`}`,
        figures: referencesOf(problem, figures, words),
        slack,
        conventions: identity.conventions,
      },
    ];
  });
  return [...ofIdentities, ...printedTwice(problem, words)];
}

function verdictOf(
  problem: Problem,
  identity: PlacedIdentity,
  position: number,
  figures: readonly number[],
): { readonly verdict: Verdict; readonly slack: number | null } {
  if (conflictAt(problem, position, none) !== null) return { verdict: "cannot-hold", slack: null };
  const values = printedBounds(problem, figures);
  if (identity.relation !== "other") {
    const whole = identity.whole === null ? undefined : values.get(identity.whole);
    const parts = identity.parts.map((part) => values.get(part));
    const most = parts.reduce((sum, part) => sum + (part?.maximum ?? Infinity), 0);
    const least = parts.reduce((sum, part) => sum + (part?.minimum ?? 0), 0);
    if (whole === undefined) return { verdict: "undetermined", slack: null };
    if (identity.relation === "at-most") {
      if (most <= whole.minimum) return { verdict: "holds", slack: whole.minimum - most };
      const left = whole.maximum - least;
      return { verdict: "undetermined", slack: left === Infinity ? null : Math.max(0, left) };
    }
    const isDecided = least === most && whole.minimum === whole.maximum && least === whole.minimum;
    return { verdict: isDecided ? "holds" : "undetermined", slack: null };
  }
  return { verdict: isEntailed(problem, identity, values, figures) ? "holds" : "undetermined", slack: null };
}

/** The bounds that counts print for their cells. */
function printedBounds(
  problem: Problem,
  figures: readonly number[],
): Map<number, { readonly minimum: number; readonly maximum: number }> {
  const bounds = new Map<number, { readonly minimum: number; readonly maximum: number }>();
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
function isEntailed(
  problem: Problem,
  identity: PlacedIdentity,
  values: ReadonlyMap<number, { readonly minimum: number; readonly maximum: number }>,
  figures: readonly number[],
): boolean {
  const constraints = identity.constraints.flatMap((position) => problem.network.constraints[position] ?? []);
  const entailed = constraints.every((constraint) => {
    if (constraint.kind === "quotient") {
      const [part, whole] = [values.get(constraint.part), values.get(constraint.whole)];
      // It did not fail, and both counts are printed (or the whole is a number of days).
      return (
        part !== undefined &&
        part.minimum === part.maximum &&
        (whole?.minimum === whole?.maximum || whole === undefined)
      );
    }
    const most = constraint.cells.reduce((sum, cell, nth) => {
      const coefficient = constraint.coefficients[nth] ?? 0;
      const bound = values.get(cell) ?? { minimum: 0, maximum: Infinity };
      return sum + coefficient * (coefficient > 0 ? bound.maximum : bound.minimum);
    }, 0);
    return most <= constraint.bound;
  });
  if (entailed) return true;
  if (identity.kind !== "period-sum") return false;
  return figures.some((figure) => isForced(problem, identity, figures, figure));
}

/** Whether the identity and the other figures force a figure's cell to what it prints. */
function isForced(
  problem: Problem,
  identity: PlacedIdentity,
  figures: readonly number[],
  figure: number,
): boolean {
  const cell = problem.figures[figure]?.cells.of.cell;
  const printed = printedBounds(problem, [figure]);
  const own = cell === undefined ? undefined : printed.get(cell);
  if (cell === undefined || own === undefined || own.minimum !== own.maximum) return false;
  const others = figures.filter((other) => other !== figure);
  const constraints = [
    ...others.flatMap((other) => problem.figures[other]?.constraints ?? []),
    ...identity.constraints,
  ]
    .flatMap((position) => problem.network.constraints[position] ?? [])
    .filter((constraint) => constraint.identity === null || identity.figure === null);
  const premise = { figure: null, identity: null } as const;
  const below = propagateOnly([
    ...constraints,
    { kind: "linear", cells: [cell], coefficients: [1], bound: own.minimum - 1, ...premise },
  ]);
  const above = propagateOnly([
    ...constraints,
    { kind: "linear", cells: [cell], coefficients: [-1], bound: -(own.minimum + 1), ...premise },
  ]);
  return below.kind === "contradiction" && above.kind === "contradiction";
}

/** Numbers of one cell that are printed more than once. */
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
    const bounds = printedBounds(problem, figures).get(cell) ?? { minimum: 0, maximum: Infinity };
    const references = referencesOf(problem, figures, words);
    const what = references[0]?.what ?? "";
    const printed = listed(references.map(({ printed: text, citation }) => `${text} (${citation})`));
    const exact = figures.every(
      (position) => (problem.figures[position]?.figure.wording ?? "exactly") === "exactly",
    );
    return [
      {
        id: `printed-twice:${references[0]?.report ?? ""}/${references[0]?.figure ?? ""}`,
        kind: "printed-twice",
        verdict: bounds.minimum > bounds.maximum ? "cannot-hold" : exact ? "holds" : "undetermined",
        explanation: `${what}: printed ${figures.length} times, ${printed}`,
        figures: references,
        slack: null,
        conventions: [],
      },
    ];
  });
}
