import { type Box, boxKeyWithout } from "./box.js";
import { cellRegistry } from "./cell.js";
import { type CellNumber, equalTo } from "./constraint.js";
import { periodIdentities } from "./derive-periods.js";
import type { Identity } from "./identity.js";
import type { Across } from "./problem.js";
import type { ReportModel } from "./report-model.js";

/**
 * What ties reports of one publisher together, if nothing published is revised: a cell that two of them speak of is the
 * same number, and periods add over reports.
 *
 * Only cells that figures speak of are tied, and only where another report speaks of the same but for the period.
 */
export function acrossReports(models: readonly ReportModel[]): Across {
  return (starts, firstCell) => {
    const shared = cellRegistry();
    const spoken = models.map(spokenBoxes);
    const reportsOf = new Map<string, Set<number>>();
    for (const [nth, boxes] of spoken.entries()) {
      for (const box of boxes) {
        const key = sliceKey(models[nth], box);
        const reports = reportsOf.get(key) ?? new Set();
        reportsOf.set(key, reports.add(nth));
      }
    }
    const links = models.flatMap((model, nth): Identity[] => {
      const start = starts[nth] ?? 0;
      const bySlice = new Map<string, Box[]>();
      for (const box of spoken[nth] ?? []) {
        const key = sliceKey(model, box);
        if ((reportsOf.get(key)?.size ?? 0) < 2) continue;
        bySlice.set(key, [...(bySlice.get(key) ?? []), box]);
      }
      return [...bySlice].map(([key, boxes]) => {
        const pairs = boxes.map((box): readonly [CellNumber, CellNumber] => [
          start + model.registry.numberOf(box),
          firstCell + shared.numberOf(box),
        ]);
        return link(`not-revised:${model.report.id}:${key}`, pairs);
      });
    });
    const boxes = shared.list().flatMap(({ box }) => (box === null ? [] : [box]));
    const sums = periodIdentities(boxes, shared).map((identity) => moved(identity, firstCell));
    return { identities: [...links, ...sums], cells: shared.list() };
  };
}

function sliceKey(model: ReportModel | undefined, box: Box): string {
  return `${model?.report.publisher ?? ""}|${boxKeyWithout(box, null)}`;
}

/** The boxes that figures speak of, each once, in the order of their cells. */
function spokenBoxes({ figures, registry }: ReportModel): Box[] {
  const cells = figures.flatMap(({ cells: { of, whole, than } }) => [
    of.cell,
    ...(whole === null ? [] : [whole]),
    ...than.map(({ cell }) => cell),
  ]);
  return [...new Set(cells)].sort((a, b) => a - b).flatMap((cell) => registry.list()[cell]?.box ?? []);
}

function link(id: string, pairs: readonly (readonly [CellNumber, CellNumber])[]): Identity {
  return {
    kind: "printed-twice",
    id,
    table: null,
    whole: null,
    parts: pairs.map(([own]) => own),
    relation: "other",
    conventions: ["not-revised"],
    constraints: (identity) =>
      pairs.flatMap(([own, shared]) =>
        equalTo(
          [
            [own, 1],
            [shared, -1],
          ],
          0,
          { figure: null, identity },
        ),
      ),
  };
}

function moved(identity: Identity, by: number): Identity {
  return {
    ...identity,
    parts: identity.parts.map((part) => part + by),
    conventions: ["not-revised"],
    constraints: (position) =>
      identity
        .constraints(position)
        .map((constraint) =>
          constraint.kind === "linear"
            ? { ...constraint, cells: constraint.cells.map((cell) => cell + by) }
            : constraint,
        ),
  };
}
