import type { AuditedReport } from "./audit-report.js";
import { boundConventions, tellRange } from "./bound-words.js";
import type { Ranges } from "./bounds.js";
import type { CellNumber } from "./constraint.js";
import { boundsRead, isEntailed } from "./entailed.js";
import { explainIdentity } from "./explain-identity.js";
import type { FigureFinding, QuotientFinding, Verdict } from "./finding.js";
import type { PlacedFigure, PlacedIdentity, Problem } from "./problem.js";
import { solve, solverWithout } from "./problem.js";
import { byEachComparison, rangeWords, statementWords } from "./relation-words.js";
import type { KnownBounds } from "./support.js";
import type { Words } from "./words.js";

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

type Told = Pick<FigureFinding, "verdict" | "explanation" | "conventions">;

/** The conventions that bounds of cells rest on. */
type ConventionsOf = (reads: Parameters<typeof boundConventions>[2]) => FigureFinding["conventions"];

/** A count holds if the others leave no number that it is not true of, as it is worded. */
function ofCount(
  problem: Problem,
  placed: PlacedFigure,
  bounds: Ranges,
  whyForced: () => Omit<Told, "verdict">,
): Told {
  const { minimum, maximum } = rangeAt(bounds, placed.cells.of.cell);
  const isOpen = minimum === 0 && maximum === Infinity;
  if (!isOpen && isEntailed(problem, placed, (cell) => rangeAt(bounds, cell)))
    return { verdict: "holds", ...whyForced() };
  return { verdict: "undetermined", explanation: allowance(minimum, maximum), conventions: [] };
}

function allowance(minimum: number, maximum: number): string {
  if (minimum === 0 && maximum === Infinity) return "No other figure of this report says anything of it.";
  if (maximum === Infinity) return `The other figures of this report allow ${minimum} or more.`;
  return minimum === maximum
    ? `The other figures of this report allow ${minimum} only.`
    : `The other figures of this report allow ${minimum} to ${maximum}.`;
}

function ofQuotient(
  problem: Problem,
  placed: PlacedFigure,
  bounds: Ranges,
  isReachable: boolean,
  conventionsOf: ConventionsOf,
  words: Words,
): Told {
  const { figure, cells } = placed;
  const whole = cells.whole ?? cells.of.cell;
  const [part, of] = [
    boundsText(problem, bounds, cells.of.cell, words),
    boundsText(problem, bounds, whole, words),
  ];
  const isOpen = part.isOpen && (of.isOpen || figure.kind === "rate");
  const isForced = part.isForced && of.isForced && isReachable;
  const holds = !isOpen && (isForced || isEntailed(problem, placed, (cell) => rangeAt(bounds, cell)));
  const verdict: Verdict = holds ? "holds" : "undetermined";
  const between = figure.kind === "rate" ? "in" : "of";
  const explanation = isOpen
    ? "No other figure of this report says anything of it."
    : `By the other figures of this report it is ${part.text} ${between} ${of.text}.`;
  const bothSides = [cells.of.cell, whole].flatMap((cell) =>
    (["minimum", "maximum"] as const).map((side) => ({ cell, side })),
  );
  const reads = isForced ? bothSides : boundsRead(problem, placed);
  const conventions = verdict === "holds" ? conventionsOf(reads) : [];
  return { verdict, explanation, conventions };
}

/** A statement or difference holds if no numbers that the other figures allow break it. */
function ofRelation(
  problem: Problem,
  placed: PlacedFigure,
  bounds: Ranges,
  conventionsOf: ConventionsOf,
  words: Words,
): Told {
  const { figure } = placed;
  const told =
    figure.kind === "statement"
      ? statementWords(problem, placed, words, (cell) => rangeAt(bounds, cell))
      : differenceText(problem, placed, bounds, words);
  if (isEntailed(problem, placed, (cell) => rangeAt(bounds, cell)))
    return {
      verdict: "holds",
      explanation: `${told}.`,
      conventions: conventionsOf(boundsRead(problem, placed)),
    };
  const why =
    byEachComparison(placed, (cell) => rangeAt(bounds, cell)) === null
      ? "The other figures of this report do not decide it."
      : "It depends on how periods of different lengths are compared.";
  return { verdict: "undetermined", explanation: `${why} ${told}.`, conventions: [] };
}

function differenceText(problem: Problem, { cells }: PlacedFigure, bounds: Ranges, words: Words): string {
  const compared = [cells.of, ...cells.than].map(({ cell }) => boundsText(problem, bounds, cell, words));
  const [of, than] = [cells.of, ...cells.than].map(({ cell }) => rangeAt(bounds, cell).minimum);
  const text = compared.map((one) => one.text).join(" less ");
  return compared.every(({ isForced }) => isForced) ? `${text} is ${(of ?? 0) - (than ?? 0)}` : text;
}

function boundsText(
  problem: Problem,
  bounds: Ranges,
  cell: number,
  words: Words,
): { readonly text: string; readonly isForced: boolean; readonly isOpen: boolean } {
  const { minimum, maximum } = rangeAt(bounds, cell);
  const placed = problem.cells[cell];
  const isForced = minimum === maximum;
  const isOpen = minimum === 0 && maximum === Infinity;
  if (placed === undefined) return { text: "", isForced, isOpen };
  const text = isForced
    ? words.counted(minimum, placed)
    : rangeWords(words.cell(placed).what, minimum, maximum);
  return { text, isForced, isOpen };
}

function rangeAt(bounds: Ranges, cell: number): { readonly minimum: number; readonly maximum: number } {
  return { minimum: bounds.minimum[cell] ?? 0, maximum: bounds.maximum[cell] ?? Infinity };
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
