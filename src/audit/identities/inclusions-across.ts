import { type Box, type CategoryRules, isInside } from "../cells/box.js";
import type { CellNumber } from "../constraints/constraint.js";
import { publisherOf } from "../published/publisher.js";
import { containmentBy, inclusionIdentities } from "./derive-inclusions.js";
import type { Identity } from "./identity.js";
import type { ReportModel } from "./report-model.js";

/** A cell that a report speaks of. */
export interface SpokenCell {
  readonly box: Box;
  readonly cell: CellNumber;
  /** By whom and by what definition of a massacre it is counted. */
  readonly group: string;
  /** The categories that its report counts beside the totals. */
  readonly beside: ReadonlySet<string>;
  /** The same with all that the cell takes but its period: equal for cells of several reports that differ in nothing else. */
  readonly slice: string;
}

/** Cells of one period and one meaning, of which the first stands for all: they are tied anyway. */
interface Known extends SpokenCell {
  readonly reports: Set<number>;
}

/**
 * That what one report prints for a period lies in what another of its publisher prints for the same one: who died under torture, by
 * a report of torture, among all who were killed, by the toll. Not where a report has both, of which its own identities speak;
 * not where only one of them says which population it counts, or any says that a category is counted beside the total.
 */
export function inclusionsAcross(
  models: readonly ReportModel[],
  spoken: readonly (readonly SpokenCell[])[],
): Identity[] {
  const beside = new Map<string, Set<string>>();
  const byPeriod = new Map<string, { readonly publisher: string; readonly cells: Map<string, Known> }>();
  for (const [nth, { report, reader }] of models.entries()) {
    const publisher = publisherOf(report);
    beside.set(publisher, new Set([...(beside.get(publisher) ?? []), ...reader.rules.beside]));
    for (const one of spoken[nth] ?? []) {
      const { box, slice } = one;
      const period = JSON.stringify([publisher, report.population === undefined, box.start, box.end]);
      const { cells } = byPeriod.get(period) ?? { cells: new Map<string, Known>() };
      byPeriod.set(period, { publisher, cells });
      const known = cells.get(slice) ?? { ...one, reports: new Set() };
      known.reports.add(nth);
      cells.set(slice, known);
    }
  }
  return [...byPeriod.values()].flatMap(({ publisher, cells }) => {
    const known = [...cells.values()];
    if (new Set(known.flatMap(({ reports }) => [...reports])).size < 2) return [];
    const rules: CategoryRules = { beside: beside.get(publisher) ?? new Set(), contains: new Map() };
    return across(known, rules);
  });
}

function across(known: readonly Known[], rules: CategoryRules): Identity[] {
  const reportsOf = new Map(known.map(({ cell, reports }) => [cell, reports]));
  const isIn = (part: Known, around: Known): boolean =>
    isInside(part.box, around.box, rules) && isCountedIn(part, around);
  return inclusionIdentities(known, containmentBy(known, isIn))
    .filter(({ parts: [inner = -1], whole }) => {
      const own = [...(reportsOf.get(inner) ?? [])];
      return !own.some((nth) => reportsOf.get(whole ?? -1)?.has(nth));
    })
    .map((identity) => ({
      ...identity,
      id: `not-revised:${identity.id}`,
      conventions: ["not-revised", ...identity.conventions],
    }));
}

/** Whether whoever one report counts the other counts too: massacres of one definition, and nobody who stands beside the other's totals. */
function isCountedIn(part: Known, { box, group, beside }: Known): boolean {
  if ((box.unit === "massacres" || box.inMassacres) && part.group !== group) return false;
  return [...beside].every((category) => box.categories.includes(category) || part.beside.has(category));
}
