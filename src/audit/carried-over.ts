import type { AuditedReport } from "./audit-report.js";
import { type Box, boxKeyWithout } from "./box.js";
import type { SeriesFinding } from "./finding.js";
import type { PlacedFigure, Problem } from "./problem.js";
import type { Words } from "./words.js";

/** How unlikely a coincidence must be: the product of the equal numbers, and how many there are. */
const leastEqual = { figures: 3, product: 1_000_000 };

/** Pairs of reports that print the same breakdown under another total: it can be true, but hardly by chance. */
export function carriedOver(reports: readonly AuditedReport[], words: Words): SeriesFinding[] {
  const printed = reports.map(({ model, problem }) => ({
    publisher: model.report.publisher,
    problem,
    byCell: countsOfPeriod(problem),
  }));
  return printed.flatMap((later, nth) =>
    printed.slice(0, nth).flatMap((earlier): SeriesFinding[] => {
      if (earlier.publisher !== later.publisher) return [];
      const common = [...later.byCell].flatMap(([key, figure]) => {
        const other = earlier.byCell.get(key);
        return other === undefined ? [] : [{ figure, other, isSame: valueOf(figure) === valueOf(other) }];
      });
      const differing = common.filter(({ isSame, figure }) => !isSame && isTotal(later.problem, figure));
      if (differing.length === 0) return [];
      const same = breakdowns.flatMap((by) => {
        const own = common.filter(({ figure }) => breakdownOf(later.problem, figure) === by);
        const product = own.reduce((sum, { figure }) => sum * valueOf(figure), 1);
        const isUnlikely = own.length >= leastEqual.figures && product >= leastEqual.product;
        return isUnlikely && own.every(({ isSame }) => isSame) ? own : [];
      });
      if (same.length === 0) return [];
      const figures = same.flatMap(({ figure, other }) => [
        words.figure(figure, later.problem.cells),
        words.figure(other, earlier.problem.cells),
      ]);
      const numbers = same.map(({ figure }) => `${valueOf(figure)}`).join(", ");
      const totals = differing
        .map(({ figure, other }) => `${valueOf(figure)} here, ${valueOf(other)} there`)
        .join("; ");
      const names = [figures[0]?.report ?? "", figures[1]?.report ?? ""];
      return [
        {
          kind: "carried-over",
          verdict: "undetermined",
          figures,
          conventions: [],
          explanation: `${numbers} are printed both in ${names[0]} and in ${names[1]}, under totals that differ (${totals}): the breakdown may have been carried over.`,
        },
      ];
    }),
  );
}

/** The exact counts of a report's own period, by what they count. */
function countsOfPeriod(problem: Problem): Map<string, PlacedFigure> {
  const [first] = problem.figures;
  const found = new Map<string, PlacedFigure>();
  if (first === undefined) return found;
  for (const placed of problem.figures) {
    const box = problem.cells[placed.cells.of.cell]?.box;
    if (placed.figure.kind !== "count" || box === null || box === undefined) continue;
    if ("period" in placed.figure.of && placed.figure.of.period !== placed.report.period) continue;
    const key = boxKeyWithout(box, null);
    if (!found.has(key)) found.set(key, placed);
  }
  return found;
}

function valueOf({ figure }: PlacedFigure): number {
  return figure.kind === "count" ? figure.value : 0;
}

function isTotal(problem: Problem, { cells }: PlacedFigure): boolean {
  const box = problem.cells[cells.of.cell]?.box ?? null;
  return box !== null && isOfAll(box) && box.sets.demographic === null && box.categories.length === 0;
}

/** By what a part of everybody is told: who they are, who killed them, or where. */
const breakdowns = ["people", "perpetrator", "place"] as const;

function breakdownOf(problem: Problem, placed: PlacedFigure): (typeof breakdowns)[number] | null {
  const box = problem.cells[placed.cells.of.cell]?.box ?? null;
  if (box === null || isTotal(problem, placed)) return null;
  if (isOfAll(box)) return "people";
  const { perpetrator, place, ...others } = box.sets;
  const isPlain = box.categories.length === 0 && !box.inMassacres && box.unit === "persons";
  const isNarrowed = Object.entries(others).some(([name, keys]) => name !== "population" && keys !== null);
  if (!isPlain || isNarrowed || (perpetrator !== null && place !== null)) return null;
  return perpetrator !== null ? "perpetrator" : "place";
}

function isOfAll({ sets, unit }: Box): boolean {
  const { perpetrator, place, means, controlledBy, incident } = sets;
  return (
    unit === "persons" && [perpetrator, place, means, controlledBy, incident].every((keys) => keys === null)
  );
}
