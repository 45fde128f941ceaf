import type { KnownBounds } from "../conflicts/support.js";
import type { Ranges } from "../constraints/bounds.js";
import type { CellNumber } from "../constraints/constraint.js";
import { boundsRead } from "../identities/entailed.js";
import {
  type PlacedFigure,
  type PlacedIdentity,
  type Problem,
  solve,
  solverWithout,
} from "../identities/problem.js";
import { explainIdentity } from "../words/explain-identity.js";
import type { Words } from "../words/words.js";
import type { AuditedReport } from "./audit-report.js";
import { boundConventions, tellRange } from "./bound-words.js";
import { type ConventionsOf, ofCount, ofQuotient, ofRelation, rangeAt, type Told } from "./figure-verdict.js";
import type { FigureFinding, QuotientFinding } from "./finding.js";

/**
 * What all the other figures of a report say of each, in words. The cost is a propagation for each figure, and some small
 * ones for each that the others force.
 */
export function figureFindings(
  { problem, left, without, conflicts }: AuditedReport,
  quotients: readonly QuotientFinding[],
  words: Words,
): FigureFinding[] {
  const conflicting = new Set(conflicts.flatMap(({ conflict }) => conflict.figures));
  const reachable = new Set(
    quotients.flatMap(({ figure, verdict }) => (verdict === "holds" ? [figure.figure] : [])),
  );
  const sums = printedSums(problem, left);
  return problem.figures.map((placed, position): FigureFinding => {
    const figure = words.figure(placed, problem.cells);
    const bounds = without(position);
    const allowed = bounds.kind === "bounds" ? allowedAt(problem, position, bounds) : null;
    const named = { figure, allowed: allowed === null ? null : withoutInfinity(allowed) };
    if (conflicting.has(position) || bounds.kind === "contradiction") {
      const explanation = `${figure.printed} (${figure.what}) is one of figures that do not agree.`;
      return { ...named, verdict: "cannot-hold", explanation, conventions: [] };
    }
    switch (placed.figure.kind) {
      case "count":
        return { ...named, ...ofCount(problem, placed, bounds, () => whyForced(placed, position)) };
      case "percentage":
      case "rate":
        return {
          ...named,
          ...ofQuotient(
            problem,
            placed,
            bounds,
            reachable.has(placed.figure.id),
            whatBounds(position),
            words,
          ),
        };
      case "difference":
      case "statement":
        return { ...named, ...ofRelation(problem, placed, bounds, whatBounds(position), words) };
    }
  });

  /** The conventions by which all others bound cells, found from the start. */
  function whatBounds(position: number): ConventionsOf {
    return (reads) => {
      const bounds = others(position);
      return bounds === null ? [] : boundConventions(problem, bounds, reads);
    };
  }

  /** What forces a count: a sum if there is one, or else the first way to its cell that is found from the start. */
  function whyForced(placed: PlacedFigure, position: number): Omit<Told, "verdict"> {
    const { cell } = placed.cells.of;
    const sum = sums.get(cell);
    if (sum !== undefined)
      return { explanation: `${explainIdentity(problem, sum, words)}.`, conventions: sum.conventions };
    const bounds = others(position);
    if (bounds === null) return { explanation: "", conventions: [] };
    const { explanation, conventions } = tellRange(problem, bounds, cell, words);
    // For "at least" the one side is enough.
    const isExact = (placed.figure.wording ?? "exactly") === "exactly";
    const own = isExact ? conventions : boundConventions(problem, bounds, boundsRead(problem, placed));
    return { explanation: `${explanation}.`, conventions: own };
  }

  /** The bounds that all others leave, found from the start. */
  function others(position: number): KnownBounds | null {
    const out = new Set([...left, position]);
    const bounds = solve(problem, { figures: out });
    return bounds.kind === "contradiction"
      ? null
      : { ...bounds, without: solverWithout(problem, out, bounds) };
  }
}

/** For each cell a sum, if there is one, of which every term and the whole are printed, each as one number. */
function printedSums(problem: Problem, left: ReadonlySet<number>): Map<CellNumber, PlacedIdentity> {
  const isPlain = (cell: CellNumber): boolean => {
    const [only, ...more] = problem.counts.get(cell) ?? [];
    const figure = only === undefined || left.has(only) ? undefined : problem.figures[only]?.figure;
    return figure !== undefined && more.length === 0 && (figure.wording ?? "exactly") === "exactly";
  };
  const sums = new Map<CellNumber, PlacedIdentity>();
  for (const identity of problem.identities) {
    const { whole, parts, relation } = identity;
    if (relation !== "equal" || whole === null || ![whole, ...parts].every(isPlain)) continue;
    for (const cell of [whole, ...parts]) if (!sums.has(cell)) sums.set(cell, identity);
  }
  return sums;
}

/** What the others allow: of a count what it may be, of a percentage or rate its part. */
function allowedAt(
  problem: Problem,
  position: number,
  bounds: Ranges,
): { readonly minimum: number; readonly maximum: number } | null {
  const placed = problem.figures[position];
  switch (placed?.figure.kind) {
    case "count":
    case "percentage":
    case "rate":
      return rangeAt(bounds, placed.cells.of.cell);
    case "difference":
    case "statement":
    case undefined:
      return null;
  }
}

function withoutInfinity({
  minimum,
  maximum,
}: {
  readonly minimum: number;
  readonly maximum: number;
}): NonNullable<FigureFinding["allowed"]> {
  return { minimum, maximum: maximum === Infinity ? null : maximum };
}
