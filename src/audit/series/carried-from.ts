import { boxKey, boxKeyWithout } from "../cells/box.js";
import { type FoundRepair, sortRepairs } from "../conflicts/find-repairs.js";
import { type CarriedFrom, isEarlier, leastSame } from "../conflicts/same-number.js";
import { printedOtherwise } from "../identities/changed-problem.js";
import { type PlacedFigure, type Problem, solve } from "../identities/problem.js";
import { timedCount } from "../identities/timed-counts.js";
import { publisherOf } from "../published/publisher.js";
import type { Series } from "./series.js";

/** From here on it is likelier that a number was carried over from another report than any misprint. */
const leastLikely = 100;

/**
 * The repairs of a conflict, with those first, of equally many vouchers, whose number another report of the publisher prints for the
 * same cell of an earlier period: it was probably carried over. What it should be is the number that the others force or, of several
 * that they allow, the one that another report prints for it. The figures of a report are numbered from `first` in the series;
 * nothing is concluded from those that are `left`.
 */
export function withCarriedOver(
  series: Series,
  repairs: readonly FoundRepair[],
  first: number,
  left: ReadonlySet<number>,
): FoundRepair[] {
  const likely = new Set<FoundRepair>();
  const told = repairs.map((repair): FoundRepair => {
    const own = repair.figure + first;
    const source = sameCellOfAnother(series.problem, own);
    const { minimum, maximum, candidates } = repair;
    if (source === null || minimum === null) return repair;
    const isForced = minimum === maximum;
    const values = isForced ? [minimum] : valuesOfOthers(series, own, repair, left);
    const carried = values.map((value) => ({ value: String(value), misprint: "carried-over" as const }));
    const isCarried = (value: string): boolean => carried.some((one) => one.value === value);
    const isLikely = source.value >= leastLikely;
    const isMisprint = candidates.some(({ value, misprint }) => isCarried(value) && misprint !== "other");
    if (!isLikely && (isMisprint || carried.length === 0)) return repair;
    // Of what was carried over whole, no digit was lost: where there is room for all numbers none is likelier.
    const others = isLikely && repair.isOpen ? [] : candidates.filter(({ value }) => !isCarried(value));
    const made = { ...repair, candidates: [...carried, ...others], carriedFrom: source.from };
    if (isLikely) likely.add(made);
    return made;
  });
  return sortRepairs(told).sort(
    (a, b) => b.vouchedBy - a.vouchedBy || Number(likely.has(b)) - Number(likely.has(a)),
  );
}

/** What other reports print for the cell and period of a figure, of what it may be by all others. */
function valuesOfOthers(
  { problem }: Series,
  position: number,
  { minimum, maximum }: FoundRepair,
  left: ReadonlySet<number>,
): readonly number[] {
  const placed = problem.figures[position];
  if (placed?.figure.kind !== "count") return [];
  const { figure } = placed;
  const values = ofOtherReports(problem, placed)
    .filter(({ own, other }) => boxKey(own.box) === boxKey(other.box))
    .map(({ other }) => other.value)
    .filter((value) => value >= (minimum ?? 0) && value <= (maximum ?? Infinity));
  if (values.length === 0) return [];
  const bounds = solve(problem, { figures: new Set([...left, position]) }, position);
  if (bounds.kind === "contradiction") return [];
  return [...new Set(values)].filter(
    (value) => bounds.instead(printedOtherwise(problem, position, { ...figure, value })).kind === "bounds",
  );
}

function sameCellOfAnother(
  series: Problem,
  position: number,
): { readonly from: CarriedFrom; readonly value: number } | null {
  const placed = series.figures[position];
  if (placed === undefined) return null;
  const [found] = ofOtherReports(series, placed).filter(
    ({ own, other }) => own.value >= leastSame && other.value === own.value && isEarlier(other.box, own.box),
  );
  const cell = found === undefined ? undefined : series.cells[found.other.item.cells.of.cell];
  return found === undefined || cell === undefined
    ? null
    : { from: { placed: found.other.item, cell }, value: found.own.value };
}

/** A count beside those that other reports of its publisher print for the same cell, in whatever period. */
function ofOtherReports(series: Problem, placed: PlacedFigure) {
  const [own] = timedCount(series, placed);
  if (own === undefined) return [];
  const slice = boxKeyWithout(own.box, null);
  const publisher = publisherOf(placed.report);
  const alike = countsBySlice(series).get(slice) ?? [];
  return alike
    .filter(({ item: { report } }) => report !== placed.report && publisherOf(report) === publisher)
    .map((other) => ({ own, other }));
}

type Counts = ReturnType<typeof timedCount>;

const slices = new WeakMap<Problem, ReadonlyMap<string, Counts>>();

/** The counts of a series by their cells but for the period; remembered, since every repair asks for them. */
function countsBySlice(series: Problem): ReadonlyMap<string, Counts> {
  const known = slices.get(series);
  if (known !== undefined) return known;
  const made = new Map<string, Counts>();
  for (const count of series.figures.flatMap((placed) => timedCount(series, placed))) {
    const slice = boxKeyWithout(count.box, null);
    const own = made.get(slice);
    if (own === undefined) made.set(slice, [count]);
    else own.push(count);
  }
  slices.set(series, made);
  return made;
}
