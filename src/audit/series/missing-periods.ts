import { type Box, boxKeyWithout } from "../cells/box.js";
import { type ToldRange, tellRange } from "../findings/bound-words.js";
import type { SeriesFinding } from "../findings/finding.js";
import { countedBy } from "../identities/counted-by.js";
import { periodConventions } from "../identities/derive-periods.js";
import { type Problem, solve } from "../identities/problem.js";
import { timedCount, timedNumber } from "../identities/timed-counts.js";
import { listed } from "../words/amounts.js";
import { tellGap } from "../words/period-words.js";
import type { Words } from "../words/words.js";

/** A period that no report prints, with what the printed ones leave for it. */
interface Gap extends ToldRange {
  readonly what: string;
  readonly slice: string;
  readonly box: Box;
  /** Whether it is printed by another publisher, or counted in another way. */
  readonly isElsewhere: boolean;
}

/** Periods of everybody counted that no report prints, between those that are printed, where the others bound them. */
export function missingPeriods(problem: Problem, left: ReadonlySet<number>, words: Words): SeriesFinding[] {
  return gapsOf(problem, left, words)
    .filter(({ box }) => isTotal(box))
    .map(({ what, explanation, figures, conventions, isElsewhere }) => ({
      kind: "missing-period",
      verdict: "undetermined",
      figures,
      conventions: [...new Set(["not-revised" as const, ...conventions])].sort(),
      explanation: `No report at hand${isElsewhere ? ` that counts as ${figures[0]?.citation ?? ""} does` : ""} prints: ${what}. The others leave ${explanation}.`,
    }));
}

/**
 * Of a number that one report prints in two ways: what each way leaves for the periods within its own that no report
 * prints, by the reports that are at hand.
 */
export function leftByEach(
  problem: Problem,
  figures: readonly number[],
  left: ReadonlySet<number>,
  words: Words,
): SeriesFinding[] {
  const placed = figures.flatMap((figure) => problem.figures[figure] ?? []);
  const cells = new Set(placed.map(({ cells: { of } }) => of.cell));
  const [cell] = cells;
  const box = cell === undefined ? null : (problem.cells[cell]?.box ?? null);
  if (box === null || cells.size > 1 || placed.some(({ figure }) => figure.kind !== "count")) return [];
  return figures.flatMap((kept): SeriesFinding[] => {
    const without = new Set([...left, ...figures].filter((figure) => figure !== kept));
    const stands = problem.figures[kept];
    const gaps = gapsOf(problem, without, words).filter(
      (gap) => gap.slice === boxKeyWithout(box, null) && gap.box.start >= box.start && gap.box.end <= box.end,
    );
    if (stands === undefined || gaps.length === 0) return [];
    const { printed, what, citation } = words.figure(stands, problem.cells);
    return [
      {
        kind: "missing-period",
        verdict: "undetermined",
        figures: gaps.flatMap((gap) => gap.figures),
        conventions: [
          ...new Set(["not-revised" as const, ...gaps.flatMap(({ conventions }) => conventions)]),
        ].sort(),
        explanation: `If ${printed} (${what}; ${citation}) stands, the reports at hand leave ${listed(gaps.map(({ explanation }) => explanation))}.`,
      },
    ];
  });
}

/** The shared periods within which nothing is printed, where the printed ones bound them. */
function gapsOf(problem: Problem, left: ReadonlySet<number>, words: Words): Gap[] {
  const bounds = solve(problem, { figures: left });
  if (bounds.kind === "contradiction") return [];
  const linked = linkedCells(problem);
  const timed = problem.figures.flatMap((placed, position) =>
    left.has(position) ? [] : timedCount(problem, placed),
  );
  const groupOf = countedBy(problem.figures.map(({ report }) => report));
  const sliceOf = (box: Box, group: string): string => `${group}|${boxKeyWithout(box, null)}`;
  const printed = new Map<string, Box[]>();
  for (const number of linked) {
    const { report, box = null, group } = problem.cells[number] ?? {};
    if (report !== null || box === null || group === undefined) continue;
    printed.set(sliceOf(box, group), [...(printed.get(sliceOf(box, group)) ?? []), box]);
  }
  const counts = problem.figures.flatMap((placed) => timedNumber(problem, placed));
  return problem.cells.flatMap((cell, number): Gap[] => {
    const { report, box, group } = cell;
    if (report !== null || box === null || group === undefined || linked.has(number)) return [];
    const slice = boxKeyWithout(box, null);
    const isCovered = printed
      .get(sliceOf(box, group))
      ?.some(({ start, end }) => start >= box.start && end <= box.end);
    const minimum = bounds.minimum[number] ?? 0;
    const maximum = bounds.maximum[number] ?? Infinity;
    if (isCovered === true || maximum === Infinity || minimum === 0) return [];
    // Each publisher, and each way to count, has its own numbers of the same box.
    const own = timed.filter(({ item }) => groupOf(item.report, box) === group);
    const plain = minimum === maximum ? tellGap(box, own, problem, words) : null;
    const range =
      plain === null
        ? tellRange(problem, bounds, number, words)
        : {
            explanation: plain.text,
            figures: plain.placed.map((one) => words.figure(one, problem.cells)),
            conventions: Object.values(periodConventions(box)).flat(),
          };
    const isElsewhere = counts.some((one) => isSame(one.box, box));
    return [{ what: words.cell(cell).what, slice, box, isElsewhere, ...range }];
  });
}

/** Whether cells are the same, maybe of other populations. */
function isSame(one: Box, other: Box): boolean {
  const isOfTime = one.start === other.start && one.end === other.end;
  return isOfTime && boxKeyWithout(one, "population") === boxKeyWithout(other, "population");
}

/** The shared cells of which a report speaks. */
function linkedCells(problem: Problem): ReadonlySet<number> {
  return new Set(
    problem.identities
      .filter(({ conventions, kind }) => kind === "printed-twice" && conventions.includes("not-revised"))
      .flatMap(({ constraints }) => constraints)
      .flatMap((position) => {
        const constraint = problem.network.constraints[position];
        return constraint?.kind === "linear" ? constraint.cells : [];
      }),
  );
}

/** Whether a cell is everybody of its populations. */
function isTotal({ sets, categories, inMassacres, unit }: Box): boolean {
  const isAll = Object.entries(sets).every(([name, keys]) => name === "population" || keys === null);
  return isAll && categories.length === 0 && !inMassacres && unit === "persons";
}
