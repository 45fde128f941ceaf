import { boxKeyWithout } from "../cells/box.js";
import { countedBy } from "./counted-by.js";
import { type PeriodSum, periodSums, type Timed } from "./period-sums.js";
import type { PlacedFigure, Problem } from "./problem.js";

/** The number that is printed for a period, if it is one and exact. */
export function timedCount(problem: Problem, placed: PlacedFigure): Timed<PlacedFigure>[] {
  return (placed.figure.wording ?? "exactly") === "exactly" ? timedNumber(problem, placed) : [];
}

/** The number that is printed for a period, if it is one, in whatever words. */
export function timedNumber(problem: Problem, placed: PlacedFigure): Timed<PlacedFigure>[] {
  const box = problem.cells[placed.cells.of.cell]?.box;
  const { figure } = placed;
  if (box === null || box === undefined || figure.kind !== "count") return [];
  return [{ item: placed, box, value: figure.value }];
}

/** The printed sum over time that does not agree, with all figures of a conflict; it may have others too. */
export function sumAround(
  problem: Problem,
  placed: readonly PlacedFigure[],
): PeriodSum<PlacedFigure> | undefined {
  const named = placed.flatMap((figure) => timedCount(problem, figure));
  const [first] = named;
  if (first === undefined || named.length < placed.length || named.length < 2) return undefined;
  const groupOf = countedBy(problem.figures.map(({ report }) => report));
  const isLike = ({ item, box }: Timed<PlacedFigure>): boolean =>
    boxKeyWithout(box, null) === boxKeyWithout(first.box, null) &&
    groupOf(item.report, box) === groupOf(first.item.report, first.box);
  if (!named.every(isLike)) return undefined;
  // Of a period that the conflict names, its figure; of another any.
  const timed = problem.figures
    .flatMap((figure) => timedCount(problem, figure))
    .filter((one) => isLike(one) && !named.some((own) => own.item !== one.item && isSameTime(own, one)));
  return periodSums(timed).find(({ whole, parts }) => {
    const items = [whole, ...parts].map(({ item }) => item);
    const sum = parts.reduce((total, { value }) => total + value, 0);
    return sum !== whole.value && parts.length > 1 && placed.every((figure) => items.includes(figure));
  });
}

function isSameTime({ box: a }: Timed<PlacedFigure>, { box: b }: Timed<PlacedFigure>): boolean {
  return a.start === b.start && a.end === b.end;
}
