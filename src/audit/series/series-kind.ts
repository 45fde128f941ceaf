import { boxKeyWithout } from "../cells/box.js";
import type { ConflictSet } from "../conflicts/find-conflicts.js";
import type { SeriesFinding } from "../findings/finding.js";
import type { PeriodSum, Timed } from "../identities/period-sums.js";
import type { PlacedFigure, Problem } from "../identities/problem.js";
import { sumAround, timedCount } from "../identities/timed-counts.js";
import { publisherOf } from "../published/publisher.js";
import type { Words } from "../words/words.js";

/** What a conflict between reports is called, and what may have happened, where the numbers suggest it. */
export function seriesKind(
  problem: Problem,
  { figures }: ConflictSet,
  words: Words,
): { readonly kind: SeriesFinding["kind"]; readonly remark: string } {
  const placed = figures.flatMap((figure) => problem.figures[figure] ?? []);
  if (placed.some(({ figure }) => figure.kind === "statement" || figure.kind === "difference"))
    return { kind: "trend", remark: "" };
  const timed = placed.flatMap((figure) => timedCount(problem, figure));
  const periods = new Set(timed.map(({ box }) => `${box.start}|${box.end}`));
  if (periods.size === 1) return { kind: "restated", remark: "" };
  return (
    fallen(problem, timed, words) ??
    skipped(problem, sumAround(problem, placed), words) ?? { kind: "periods-disagree", remark: "" }
  );
}

type Kind = ReturnType<typeof seriesKind>;

/** A number since a day that is below an earlier one since the same day; it restarts if it is that of its last stretch alone. */
function fallen(problem: Problem, timed: readonly Timed<PlacedFigure>[], words: Words): Kind | null {
  const [earlier, later, ...more] = [...timed].sort((a, b) => a.box.end - b.box.end);
  if (earlier === undefined || later === undefined || more.length > 0) return null;
  // A quarter, half-year or year of which a whole report is, is no time since a day.
  const own = later.item.figure.kind === "count" ? later.item.figure.of.period : undefined;
  const { period } = later.item.report;
  const isUnit = (own === undefined || own === period) && /^\d{4}(-(\d\d|[QH]\d))?$/.test(period);
  const isSince = earlier.box.start === later.box.start && earlier.box.end < later.box.end && !isUnit;
  if (!isSince || later.value >= earlier.value) return null;
  const alone = problem.figures
    .filter(({ report }) => publisherOf(report) === publisherOf(later.item.report))
    .flatMap((placed) => timedCount(problem, placed))
    .find(
      ({ box, value }) =>
        value === later.value &&
        box.start >= earlier.box.start &&
        box.start > later.box.start &&
        box.end === later.box.end &&
        boxKeyWithout(box, null) === boxKeyWithout(later.box, null),
    );
  if (alone === undefined) return { kind: "cumulative-falls", remark: "" };
  const stretch = words.cell({ box: alone.box, outside: null, report: null }).what;
  return {
    kind: "cumulative-restarts",
    remark: ` ${alone.value} is also printed for ${stretch} alone: the count may have started anew.`,
  };
}

/** A sum over time that agrees if one of its parts is left out. */
function skipped(problem: Problem, sum: PeriodSum<PlacedFigure> | undefined, words: Words): Kind | null {
  if (sum === undefined) return null;
  const missing = sum.parts.reduce((total, { value }) => total + value, 0) - sum.whole.value;
  const [left, ...more] = sum.parts.filter(({ value }) => value > 0 && value === missing);
  if (left === undefined || more.length > 0) return null;
  const cell = problem.cells[left.item.cells.of.cell];
  const what = cell === undefined ? "" : words.cell({ ...cell, report: null }).what;
  return {
    kind: "cumulative-skips",
    remark: ` It would agree without the ${left.value} (${what}), which may have been left out.`,
  };
}
