import { type Box, boxKeyWithout } from "./box.js";
import { type CellRegistry, cellRegistry } from "./cell.js";
import { type CellNumber, equalTo, renumbered } from "./constraint.js";
import { tollsOfMassacres } from "./derive-massacres.js";
import { periodIdentities } from "./derive-periods.js";
import type { Identity } from "./identity.js";
import { inclusionsAcross, type SpokenCell } from "./inclusions-across.js";
import { type OpenTable, ofAnother } from "./open-tables.js";
import type { Across } from "./problem.js";
import type { PublishedReport } from "./published.js";
import { publisherOf } from "./publisher.js";
import type { ReportModel } from "./report-model.js";

/** The cells of reports that mean the same by them, and which cell of which report is which. */
interface Group {
  readonly open: readonly OpenTable[];
  readonly registry: CellRegistry;
  readonly links: readonly {
    readonly id: string;
    readonly pairs: readonly (readonly [own: CellNumber, shared: CellNumber])[];
  }[];
}

/**
 * What ties reports of one publisher together, if nothing published is revised: a cell that two of them speak of is the
 * same number, and periods add over reports.
 *
 * Only cells that figures speak of are tied, and only where another report speaks of the same but for the period.
 * Massacres are tied only where as many make one.
 */
export function acrossReports(models: readonly ReportModel[]): Across {
  return (starts, firstCell) => {
    const spoken = spokenCells(models, starts);
    const identities: Identity[] = inclusionsAcross(models, spoken);
    const cells: ReturnType<CellRegistry["list"]>[number][] = [];
    for (const { registry, links, open } of groupsOf(models, spoken)) {
      const shift = firstCell + cells.length;
      const boxes = registry.list().flatMap(({ box }) => (box === null ? [] : [box]));
      const sums = periodIdentities(boxes, registry, open);
      identities.push(
        ...links.map(({ id, pairs }) =>
          link(
            id,
            pairs.map(([own, shared]) => [own, shared + shift]),
          ),
        ),
        ...sums.map((identity) => moved(identity, shift)),
      );
      cells.push(...registry.list());
    }
    return { identities, cells };
  };
}

function spokenCells(models: readonly ReportModel[], starts: readonly number[]): SpokenCell[][] {
  const groupOf = countedBy(models.map(({ report }) => report));
  return models.map((model, nth) =>
    spokenBoxes(model).map((box) => {
      const group = groupOf(model.report, box);
      const cell = (starts[nth] ?? 0) + model.registry.numberOf(box);
      return { box, group, cell, slice: `${group}|${boxKeyWithout(box, null)}` };
    }),
  );
}

function groupsOf(models: readonly ReportModel[], spoken: readonly (readonly SpokenCell[])[]): Group[] {
  const reportsOf = new Map<string, Set<number>>();
  spoken.forEach((boxes, nth) => {
    for (const { slice } of boxes) reportsOf.set(slice, (reportsOf.get(slice) ?? new Set()).add(nth));
  });
  const groups = new Map<string, Omit<Group, "links"> & { links: Map<string, [CellNumber, CellNumber][]> }>();
  models.forEach((model, nth) => {
    for (const { box, group, cell, slice } of spoken[nth] ?? []) {
      if ((reportsOf.get(slice)?.size ?? 0) < 2) continue;
      const known = groups.get(group) ?? {
        registry: cellRegistry(),
        links: new Map<string, [CellNumber, CellNumber][]>(),
        open: ofAnother(model.open),
      };
      groups.set(group, known);
      const id = `not-revised:${model.report.id}:${boxKeyWithout(box, null)}`;
      const pair: [CellNumber, CellNumber] = [cell, known.registry.numberOf(box)];
      known.links.set(id, [...(known.links.get(id) ?? []), pair]);
    }
  });
  return [...groups.values()].map(({ links, ...group }) => ({
    ...group,
    links: [...links].map(([id, pairs]) => ({ id, pairs })),
  }));
}

/**
 * By whom and by what definition of a massacre a cell is counted, as a text: cells of two reports are the same if this and their box
 * are. A report that states no definition is taken to mean the only one that its publisher states.
 */
export function countedBy(
  reports: readonly PublishedReport[],
): (report: PublishedReport, box: Box) => string {
  const stated = new Map<string, Set<number>>();
  for (const report of reports) {
    if (report.massacre === undefined) continue;
    const publisher = publisherOf(report);
    stated.set(publisher, (stated.get(publisher) ?? new Set()).add(report.massacre.threshold));
  }
  return (report, { unit, inMassacres }) => {
    const publisher = publisherOf(report);
    if (unit !== "massacres" && !inMassacres) return `${publisher}|`;
    const [only, ...others] = [...(stated.get(publisher) ?? new Set<number>())];
    const threshold = report.massacre?.threshold ?? (others.length === 0 ? only : undefined);
    return `${publisher}|${threshold === undefined ? "unstated" : `at least ${threshold}`}`;
  };
}

/** The boxes that figures speak of, and the tolls of the massacres that they count, each once, in the order of their cells. */
function spokenBoxes({ figures, registry }: ReportModel): Box[] {
  const spoken = figures.flatMap(({ cells: { of, whole, than } }) => [
    of.cell,
    ...(whole === null ? [] : [whole]),
    ...than.map(({ cell }) => cell),
  ]);
  const boxAt = (cell: CellNumber): Box[] => {
    const box = registry.list()[cell]?.box ?? null;
    return box === null ? [] : [box];
  };
  const tolls = tollsOfMassacres(spoken.flatMap(boxAt)).flatMap((toll) => registry.find(toll) ?? []);
  return [...new Set([...spoken, ...tolls])].sort((a, b) => a - b).flatMap(boxAt);
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
    conventions: ["not-revised", ...identity.conventions],
    constraints: (position) =>
      identity.constraints(position).map((constraint) => ({
        ...renumbered(constraint, (cell) => cell + by),
        conventions: ["not-revised", ...(constraint.conventions ?? identity.conventions)],
      })),
  };
}
