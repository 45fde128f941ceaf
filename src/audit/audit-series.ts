import { acrossReports } from "./across-reports.js";
import type { AuditedReport } from "./audit-report.js";
import { carriedOver } from "./carried-over.js";
import type { Constraint } from "./constraint.js";
import { countVouchers } from "./count-vouchers.js";
import { describeConflict } from "./describe-conflict.js";
import { type ConflictSet, findConflicts } from "./find-conflicts.js";
import { type FoundRepair, findRepairs, sortRepairs } from "./find-repairs.js";
import type { Conflict, SeriesFinding } from "./finding.js";
import { leftByEach, missingPeriods } from "./missing-periods.js";
import { cellsOf, componentsOf, networkOf } from "./network.js";
import { type Problem, problemOf } from "./problem.js";
import type { Words } from "./words.js";

/** Several reports as one problem, in which every figure has a number of its own. */
export interface Series {
  readonly problem: Problem;
  /** The number of the first figure of each report. */
  readonly firstFigure: readonly number[];
  /** The figures of the conflicts within reports. */
  readonly left: ReadonlySet<number>;
  /** The same problem with nothing but what is tied to a figure, so that it is fast to ask of it alone. */
  readonly around: (figure: number) => Problem;
}

/** Joins reports by what ties them together, if nothing published is revised. */
export function seriesOf(reports: readonly AuditedReport[]): Series {
  const models = reports.map(({ model }) => model);
  const problem = problemOf(models, acrossReports(models));
  const firstFigure: number[] = [];
  let next = 0;
  for (const { problem: own } of reports) {
    firstFigure.push(next);
    next += own.figures.length;
  }
  const left = new Set(
    reports.flatMap((report, nth) => [...report.left].map((figure) => figure + (firstFigure[nth] ?? 0))),
  );
  return { problem, firstFigure, left, around: tiedTo(problem) };
}

function tiedTo(problem: Problem): Series["around"] {
  const { cells, constraints } = problem.network;
  const components = componentsOf(problem.network);
  const byComponent = new Map<number, Constraint[]>();
  for (const constraint of constraints) {
    const component = components[cellsOf(constraint)[0] ?? 0] ?? 0;
    const own = byComponent.get(component);
    if (own === undefined) byComponent.set(component, [constraint]);
    else own.push(constraint);
  }
  const made = new Map<number, Problem>();
  return (figure) => {
    const component = components[problem.figures[figure]?.cells.of.cell ?? 0] ?? 0;
    const known = made.get(component);
    if (known !== undefined) return known;
    const around = { ...problem, network: networkOf(cells, byComponent.get(component) ?? []) };
    made.set(component, around);
    return around;
  };
}

/** Repairs within a report, with those of all reports counted that vouch for each. */
export function vouchedAcross(
  series: Series,
  repairs: readonly FoundRepair[],
  firstFigure: number,
): FoundRepair[] {
  const counted = repairs.map((repair) => {
    const own = repair.figure + firstFigure;
    const left = new Set([...series.left].filter((figure) => !isOf(figure)));
    return { ...repair, vouchedBy: Math.max(repair.vouchedBy, countVouchers(series.around(own), own, left)) };
  });
  return sortRepairs(counted);

  function isOf(figure: number): boolean {
    return repairs.some((repair) => repair.figure + firstFigure === figure);
  }
}

/** The conflicts that only show when reports stand beside each other, and what is remarkable though it can be true. */
export function seriesFindings(
  series: Series,
  reports: readonly AuditedReport[],
  words: Words,
): { readonly conflicts: Conflict[]; readonly series: SeriesFinding[] } {
  const { problem, left } = series;
  const sets = findConflicts(problem, left);
  const all = new Set([...left, ...sets.flatMap(({ figures }) => figures)]);
  const conflicts = sets.map((set) => {
    const others = new Set([...all].filter((figure) => !set.figures.includes(figure)));
    return describeConflict(problem, set, findRepairs(problem, set, others), all, words);
  });
  const findings = conflicts.map((conflict, nth): SeriesFinding => {
    const set = sets[nth] ?? { figures: [], identities: [] };
    return {
      kind: kindOf(problem, set),
      verdict: "cannot-hold",
      figures: conflict.figures,
      conventions: conflict.conventions,
      explanation: conflict.explanation,
    };
  });
  return {
    conflicts,
    series: [
      ...findings,
      ...carriedOver(reports, words),
      ...missingPeriods(problem, all, words),
      ...reports.flatMap((report, nth) =>
        report.conflicts.flatMap(({ figures }) =>
          leftByEach(
            problem,
            figures.map((figure) => figure + (series.firstFigure[nth] ?? 0)),
            all,
            words,
          ),
        ),
      ),
    ],
  };
}

function kindOf(problem: Problem, { figures }: ConflictSet): SeriesFinding["kind"] {
  const placed = figures.flatMap((figure) => problem.figures[figure] ?? []);
  if (placed.some(({ figure }) => figure.kind === "statement" || figure.kind === "difference"))
    return "trend";
  const boxes = placed.flatMap(({ cells }) => problem.cells[cells.of.cell]?.box ?? []);
  const starts = new Set(boxes.map(({ start }) => start));
  const ends = new Set(boxes.map(({ end }) => end));
  if (starts.size === 1 && ends.size === 1) return "restated";
  return starts.size === 1 ? "cumulative-falls" : "periods-disagree";
}
