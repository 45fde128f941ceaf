import {
  type Box,
  besideNamed,
  besideUnnamed,
  type CategoryRules,
  isInside,
  isOfMassacres,
  standsWithin,
} from "../cells/box.js";
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
  /** What its report says of categories. */
  readonly rules: CategoryRules;
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
 * not where only one of them says which population it counts, or either says that a category is counted beside the total.
 */
export function inclusionsAcross(
  models: readonly ReportModel[],
  spoken: readonly (readonly SpokenCell[])[],
): Identity[] {
  const byPeriod = new Map<string, Map<string, Known>>();
  for (const [nth, { report }] of models.entries()) {
    for (const one of spoken[nth] ?? []) {
      const { box, slice, rules } = one;
      const period = JSON.stringify([
        publisherOf(report),
        report.population === undefined,
        box.start,
        box.end,
      ]);
      const cells = byPeriod.get(period) ?? new Map<string, Known>();
      byPeriod.set(period, cells);
      // By a report that has a category beside its totals it is in none, also where another has the same number inside them.
      const key = `${slice}|${[...besideNamed(box, rules)].sort().join("&")}`;
      const known = cells.get(key) ?? { ...one, reports: new Set() };
      known.reports.add(nth);
      cells.set(key, known);
    }
  }
  return [...byPeriod.values()].flatMap((cells) => {
    const known = [...cells.values()];
    return new Set(known.flatMap(({ reports }) => [...reports])).size < 2 ? [] : across(known);
  });
}

function across(known: readonly Known[]): Identity[] {
  const reportsOf = new Map(known.map(({ cell, reports }) => [cell, reports]));
  return inclusionIdentities(known, containmentBy(known, isCountedIn))
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

/** What one report says a category contains, another need not mean. */
const noRules: CategoryRules = { beside: new Map(), contains: new Map() };

/** Whether whoever one report counts the other counts too: massacres of one definition, and nobody who stands beside the totals of either. */
function isCountedIn(part: Known, around: Known): boolean {
  const { box, group, rules } = around;
  if (part.slice === around.slice || !isInside(part.box, box, noRules)) return false;
  if (isOfMassacres(box) && part.group !== group) return false;
  const leftOut = besideUnnamed(part.box, part.rules);
  return (
    standsWithin(part.box, box, part.rules) &&
    besideUnnamed(box, rules).every((category) => leftOut.includes(category))
  );
}
