import { type Box, boxKeyWithout } from "../cells/box.js";
import { type CellRegistry, cellRegistry } from "../cells/cell.js";
import { type CellNumber, equalTo, renumbered } from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";
import { countedBy, countingConventions } from "./counted-by.js";
import { tollsOfMassacres } from "./derive-massacres.js";
import { periodIdentities } from "./derive-periods.js";
import { cellsSpokenOf } from "./figure-constraints.js";
import type { Identity } from "./identity.js";
import { inclusionsAcross, type SpokenCell } from "./inclusions-across.js";
import { type OpenTable, ofAnother } from "./open-tables.js";
import type { Across } from "./problem.js";
import type { ReportModel } from "./report-model.js";

/** The cells of reports that mean the same by them, and which cell of which report is which. */
interface Group {
  readonly name: string;
  readonly open: readonly OpenTable[];
  readonly registry: CellRegistry;
  readonly links: readonly Link[];
}

/** That cells of a report are those that it shares with others. */
interface Link {
  readonly id: string;
  readonly conventions: readonly Convention[];
  readonly pairs: readonly (readonly [own: CellNumber, shared: CellNumber])[];
}

/**
 * What ties reports of one publisher together, if nothing published is revised: a cell that two of them speak of is the
 * same number, and periods add over reports.
 *
 * Only cells that figures speak of are tied, and only where another report speaks of the same but for the period.
 * Massacres are tied only where as many make one, and others only where the same categories stand beside them.
 */
export function acrossReports(models: readonly ReportModel[]): Across {
  return (starts, firstCell) => {
    const spoken = spokenCells(models, starts);
    const identities: Identity[] = inclusionsAcross(models, spoken);
    const cells: ReturnType<Across>["cells"][number][] = [];
    for (const { name, registry, links, open } of groupsOf(models, spoken)) {
      const shift = firstCell + cells.length;
      const boxes = registry.list().flatMap(({ box }) => (box === null ? [] : [box]));
      const sums = periodIdentities(boxes, registry, open);
      identities.push(
        ...links.map(({ pairs, ...one }) =>
          link({ ...one, pairs: pairs.map(([own, shared]) => [own, shared + shift]) }),
        ),
        ...sums.map((identity) => moved(identity, shift)),
      );
      cells.push(...registry.list().map((cell) => ({ ...cell, group: name })));
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
      const { rules } = model.reader;
      return { box, group, rules, cell, slice: `${group}|${boxKeyWithout(box, null)}` };
    }),
  );
}

function groupsOf(models: readonly ReportModel[], spoken: readonly (readonly SpokenCell[])[]): Group[] {
  const reportsOf = new Map<string, Set<number>>();
  spoken.forEach((boxes, nth) => {
    for (const { slice } of boxes) reportsOf.set(slice, (reportsOf.get(slice) ?? new Set()).add(nth));
  });
  const groups = new Map<string, Omit<Group, "links"> & { links: Map<string, Link> }>();
  models.forEach((model, nth) => {
    for (const { box, group, cell, slice } of spoken[nth] ?? []) {
      if ((reportsOf.get(slice)?.size ?? 0) < 2) continue;
      const known = groups.get(group) ?? {
        name: group,
        registry: cellRegistry(),
        links: new Map<string, Link>(),
        open: ofAnother(model.open),
      };
      groups.set(group, known);
      const id = `not-revised:${model.report.id}:${boxKeyWithout(box, null)}`;
      const pair = [cell, known.registry.numberOf(box)] as const;
      const pairs = [...(known.links.get(id)?.pairs ?? []), pair];
      known.links.set(id, { id, pairs, conventions: countingConventions(box) });
    }
  });
  return [...groups.values()].map(({ links, ...group }) => ({ ...group, links: [...links.values()] }));
}

/** The boxes that figures speak of, and the tolls of the massacres that they count, each once, in the order of their cells. */
function spokenBoxes({ figures, registry }: ReportModel): Box[] {
  const spoken = figures.flatMap(({ cells }) => cellsSpokenOf(cells));
  const boxAt = (cell: CellNumber): Box[] => {
    const box = registry.list()[cell]?.box ?? null;
    return box === null ? [] : [box];
  };
  const tolls = tollsOfMassacres(spoken.flatMap(boxAt)).flatMap((toll) => registry.find(toll) ?? []);
  return [...new Set([...spoken, ...tolls])].sort((a, b) => a - b).flatMap(boxAt);
}

function link({ id, pairs, conventions }: Link): Identity {
  return {
    kind: "printed-twice",
    id,
    table: null,
    whole: null,
    parts: pairs.map(([own]) => own),
    relation: "other",
    conventions,
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
