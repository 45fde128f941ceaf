import { type Box, besideUnnamed, isOfMassacres } from "../cells/box.js";
import { type KeySet, keySet } from "../cells/key-set.js";
import { categoryRules, listed } from "../cells/read-coordinates.js";
import type { Convention } from "../constraints/convention.js";
import type { PublishedReport } from "../published/published.js";
import { publisherOf } from "../published/publisher.js";

/**
 * By whom a cell is counted, which categories are counted beside it, and of massacres in what populations and by what definition, as a
 * text: cells of two reports are the same if this and their box are. A report that states no definition is taken to mean the only one
 * that its publisher states.
 */
export function countedBy(
  reports: readonly PublishedReport[],
): (report: PublishedReport, box: Box) => string {
  // Whoever asks of figures names the report of each: of thousands of figures it is read once.
  const distinct = [...new Set(reports)];
  const rules = new Map(distinct.map((report) => [report, categoryRules(report)]));
  const meaningOf = massacreMeanings(distinct);
  return (report, box) => {
    const publisher = publisherOf(report);
    // Who is of a category is counted by its figures wherever the category stands.
    const own = rules.get(report);
    const people = JSON.stringify([publisher, own === undefined ? [] : besideUnnamed(box, own)]);
    return isOfMassacres(box) ? `${people}|${meaningOf(report).key}` : people;
  };
}

/** What a report means by a massacre. */
export interface MassacreMeaning {
  /** The least number killed, as the report states it or else the only one that its publisher does; null if there is none. */
  readonly threshold: number | null;
  /** Whom the report counts: an attack that killed three civilians and two fighters is one where both are, and may be none elsewhere. */
  readonly populations: KeySet;
  /**
   * Equal for equal meanings. Of a report that states no number, where its publisher states several, nobody knows which: it has a key of
   * its own, and is compared with none.
   */
  readonly key: string;
}

/** What each of these reports means by a massacre. */
export function massacreMeanings(
  reports: readonly PublishedReport[],
): (report: PublishedReport) => MassacreMeaning {
  const statedBy = statedThresholds(reports);
  const meaningOf = (report: PublishedReport): MassacreMeaning => {
    const { population, massacre } = report;
    const populations = population === undefined ? null : keySet(listed(population));
    const [only = null, ...others] = statedBy.get(publisherOf(report)) ?? [];
    const threshold = massacre?.threshold ?? (others.length === 0 ? only : null);
    const unstated = others.length === 0 ? "unstated" : JSON.stringify(report.id);
    return { threshold, populations, key: `${JSON.stringify(populations)}|${threshold ?? unstated}` };
  };
  const meanings = new Map(reports.map((report) => [report, meaningOf(report)]));
  return (report) => meanings.get(report) ?? meaningOf(report);
}

function statedThresholds(reports: readonly PublishedReport[]): ReadonlyMap<string, ReadonlySet<number>> {
  const stated = new Map<string, Set<number>>();
  for (const report of reports) {
    if (report.massacre === undefined) continue;
    const publisher = publisherOf(report);
    stated.set(publisher, (stated.get(publisher) ?? new Set()).add(report.massacre.threshold));
  }
  return stated;
}

/** What it rests on that two reports mean the same by a cell: of several parties, sections and alliances have the same members. */
export function countingConventions({ sets: { perpetrator } }: Box): readonly Convention[] {
  return perpetrator !== null && perpetrator.length > 1 ? ["codebook", "not-revised"] : ["not-revised"];
}
