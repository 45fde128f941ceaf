import { boxKeyWithout } from "./box.js";
import { type CarriedFrom, type FoundRepair, sortRepairs } from "./find-repairs.js";
import type { PlacedFigure, Problem } from "./problem.js";
import { publisherOf } from "./publisher.js";
import { timedCount } from "./timed-counts.js";

/** Numbers below are the same in two reports by chance too often; from the other on it is likelier than any misprint. */
const least = { possible: 10, likely: 100 };

/**
 * The repairs of a conflict, with those first, of equally many vouchers, whose number an earlier or later report of the publisher
 * prints for the same cell: it was probably carried over. `placedOf` gives the figure of a repair as it is placed in the series.
 */
export function withCarriedOver(
  series: Problem,
  repairs: readonly FoundRepair[],
  placedOf: (repair: FoundRepair) => PlacedFigure | undefined,
): FoundRepair[] {
  const likely = new Set<FoundRepair>();
  const told = repairs.map((repair): FoundRepair => {
    const placed = placedOf(repair);
    const source = placed === undefined ? null : sameCellOfAnother(series, placed);
    const { minimum, maximum, candidates } = repair;
    if (source === null || minimum === null || minimum !== maximum) return repair;
    const carried = { value: String(minimum), misprint: "carried-over", carriedFrom: source.from } as const;
    const others = candidates.filter(({ value }) => value !== carried.value);
    const isLikely = source.value >= least.likely;
    const own = candidates.find(({ value, misprint }) => value === carried.value && misprint !== "other");
    const made = { ...repair, candidates: isLikely || own === undefined ? [carried, ...others] : candidates };
    if (isLikely) likely.add(made);
    return made;
  });
  return sortRepairs(told).sort(
    (a, b) => b.vouchedBy - a.vouchedBy || Number(likely.has(b)) - Number(likely.has(a)),
  );
}

function sameCellOfAnother(
  series: Problem,
  placed: PlacedFigure,
): { readonly from: CarriedFrom; readonly value: number } | null {
  const [own] = timedCount(series, placed);
  if (own === undefined || own.value < least.possible) return null;
  const slice = boxKeyWithout(own.box, null);
  const [found] = series.figures
    .filter(({ report }) => report !== placed.report && publisherOf(report) === publisherOf(placed.report))
    .flatMap((other) => timedCount(series, other))
    .filter(
      ({ box, value }) =>
        value === own.value &&
        boxKeyWithout(box, null) === slice &&
        (box.start !== own.box.start || box.end !== own.box.end),
    );
  const cell = found === undefined ? undefined : series.cells[found.item.cells.of.cell];
  return found === undefined || cell === undefined
    ? null
    : { from: { placed: found.item, cell }, value: own.value };
}
