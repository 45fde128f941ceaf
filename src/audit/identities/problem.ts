import type { Cell } from "../cells/cell.js";
import type { Bounds, Contradiction, Ranges } from "../constraints/bounds.js";
import { type CellNumber, type Constraint, renumbered } from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";
import { cellsAt, cellsOf, constraintsAround, type Network, networkOf } from "../constraints/network.js";
import { propagate } from "../constraints/propagate.js";
import type { Figure } from "../published/figure.js";
import type { PublishedReport } from "../published/published.js";
import { constraintsOfFigure, type FigureCells, lenient } from "./figure-constraints.js";
import type { Identity, IdentityKind } from "./identity.js";
import type { ReportModel } from "./report-model.js";

/** A figure of a report, with its cells as numbered in the problem. */
export interface PlacedFigure {
  readonly report: PublishedReport;
  readonly figure: Figure;
  readonly cells: FigureCells;
  /** The positions of its constraints, and the identity that it is itself, if it relates cells. */
  readonly constraints: readonly number[];
  readonly identity: number | null;
}

/** An identity as placed in the problem. */
export interface PlacedIdentity {
  readonly kind: IdentityKind;
  readonly id: string;
  readonly table: string | null;
  readonly report: PublishedReport | null;
  readonly whole: CellNumber | null;
  readonly parts: readonly CellNumber[];
  readonly relation: Identity["relation"];
  readonly conventions: readonly Convention[];
  readonly isMinor: boolean;
  readonly constraints: readonly number[];
  /** Of an identity that a figure is: which. */
  readonly figure: number | null;
}

/** A cell with the report that it is of; of a cell that reports share, null. */
export interface PlacedCell extends Cell {
  readonly report: PublishedReport | null;
  /** By whom and how a cell that reports share is counted. */
  readonly group?: string;
}

/** Figures and identities over numbered cells: what is searched for contradictions. */
export interface Problem {
  readonly cells: readonly PlacedCell[];
  readonly figures: readonly PlacedFigure[];
  readonly identities: readonly PlacedIdentity[];
  /** The counts that are printed for each cell for which any is. */
  readonly counts: ReadonlyMap<CellNumber, readonly number[]>;
  readonly network: Network;
}

/** What a search leaves out. */
export interface Left {
  readonly figures: ReadonlySet<number>;
  readonly identities?: ReadonlySet<number>;
}

/** Identities between the cells of several reports, given where the cells of each begin. */
export type Across = (
  starts: readonly number[],
  firstCell: number,
) => {
  readonly identities: readonly Identity[];
  readonly cells: readonly (Cell & { readonly group: string })[];
};

/** The problem of one report, or of several with what ties them together. */
export function problemOf(models: readonly ReportModel[], across?: Across): Problem {
  const cells: PlacedCell[] = [];
  const figures: PlacedFigure[] = [];
  const identities: PlacedIdentity[] = [];
  const constraints: Constraint[] = [];
  const starts: number[] = [];

  const place = (made: readonly Constraint[]): number[] =>
    made.map((constraint) => constraints.push(constraint) - 1);
  const addIdentity = (identity: Identity, report: PublishedReport | null, start: number): void => {
    const shifted = identity.constraints(identities.length).map((constraint) => shift(constraint, start));
    identities.push({
      kind: identity.kind,
      id: identity.id,
      table: identity.table,
      report,
      whole: identity.whole === null ? null : identity.whole + start,
      parts: identity.parts.map((part) => part + start),
      relation: identity.relation,
      conventions: identity.conventions,
      isMinor: identity.isMinor === true,
      constraints: place(shifted),
      figure: null,
    });
  };

  for (const model of models) {
    const start = cells.length;
    starts.push(start);
    cells.push(...model.registry.list().map((cell) => ({ ...cell, report: model.report })));
    place(model.constants.map((constraint) => shift(constraint, start)));
    for (const { figure, cells: own } of model.figures) {
      const placed = shiftCells(own, start);
      const relates = figure.kind !== "count";
      const premise = { figure: figures.length, identity: relates ? identities.length : null };
      const positions = place(constraintsOfFigure(figure, placed, premise, lenient));
      if (relates) {
        identities.push({
          kind: figure.kind,
          id: `${figure.kind}:${figure.id}`,
          table: null,
          report: model.report,
          whole: placed.whole,
          parts: [placed.of.cell, ...placed.than.map(({ cell }) => cell)],
          relation: "other",
          conventions: figure.wording === "about" || figure.wording === "nearly" ? ["about-one-unit"] : [],
          isMinor: false,
          constraints: positions,
          figure: figures.length,
        });
      }
      figures.push({
        report: model.report,
        figure,
        cells: placed,
        constraints: positions,
        identity: premise.identity,
      });
    }
    for (const identity of model.identities) addIdentity(identity, model.report, start);
  }
  if (across !== undefined) {
    const made = across(starts, cells.length);
    cells.push(...made.cells.map((cell) => ({ ...cell, report: null })));
    for (const identity of made.identities) addIdentity(identity, null, 0);
  }
  return {
    cells,
    figures,
    identities,
    counts: countsOf(figures),
    network: networkOf(cells.length, constraints),
  };
}

function countsOf(figures: readonly PlacedFigure[]): Map<CellNumber, number[]> {
  const counts = new Map<CellNumber, number[]>();
  for (const [position, { figure, cells }] of figures.entries()) {
    if (figure.kind !== "count") continue;
    const known = counts.get(cells.of.cell);
    if (known === undefined) counts.set(cells.of.cell, [position]);
    else known.push(position);
  }
  return counts;
}

function shift(constraint: Constraint, start: number): Constraint {
  return start === 0 ? constraint : renumbered(constraint, (cell) => cell + start);
}

function shiftCells(cells: FigureCells, start: number): FigureCells {
  const { of, whole, than } = cells;
  return {
    ...cells,
    of: { ...of, cell: of.cell + start },
    whole: whole === null ? null : whole + start,
    than: than.map((one) => ({ ...one, cell: one.cell + start })),
  };
}

/**
 * The bounds of all cells without what is left out, or why there are none; with the position of a figure only of what is tied to
 * it, so that it is fast to ask of it alone.
 */
export function solve(problem: Problem, left: Left, around?: number): Bounds | Contradiction {
  return propagate(
    problem.network,
    ({ figure, identity }) =>
      (figure === null || !left.figures.has(figure)) &&
      (identity === null || left.identities === undefined || !left.identities.has(identity)),
    around === undefined ? undefined : tiedTo(problem, around),
  );
}

/** The positions of the constraints that a figure is tied to, directly or through others: the same list for all of them. */
export function tiedTo({ network, figures }: Problem, figure: number): readonly number[] | undefined {
  const cell = figures[figure]?.cells.of.cell;
  return cell === undefined ? undefined : constraintsAround(network, cell);
}

/** The bounds of all cells without what is left out anyway and one figure. */
export type WithoutFigure = (figure: number) => Ranges | Pick<Contradiction, "kind">;

/** The bounds without each figure, fast where all others are consistent with it; remembered. */
export function solverWithout(
  problem: Problem,
  left: ReadonlySet<number>,
  all: Bounds | Contradiction,
): WithoutFigure {
  const known = new Map<number, ReturnType<WithoutFigure>>();
  return (figure) => {
    const found =
      known.get(figure) ??
      (all.kind === "bounds"
        ? all.instead(new Map(problem.figures[figure]?.constraints.map((position) => [position, null])))
        : solve(problem, { figures: new Set([...left, figure]) }));
    known.set(figure, found);
    return found;
  };
}

/** The figures that put a constraint on any of the cells that an identity speaks of, itself among them. */
export function figuresAt(problem: Problem, identity: PlacedIdentity): number[] {
  const found = new Set<number>();
  if (identity.figure !== null) found.add(identity.figure);
  for (const cell of cellsAt(problem.network, identity.constraints)) {
    for (const position of problem.network.constraintsOf[cell] ?? []) {
      const constraint = problem.network.constraints[position];
      if (constraint !== undefined && constraint.figure !== null && cellsOf(constraint).length === 1)
        found.add(constraint.figure);
    }
  }
  return [...found].sort((a, b) => a - b);
}
