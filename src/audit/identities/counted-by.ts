import { type Box, besideUnnamed, isOfMassacres } from "../cells/box.js";
import { keySet } from "../cells/key-set.js";
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
  const meaningOf = massacreMeaning(distinct);
  return (report, box) => {
    const publisher = publisherOf(report);
    // Who is of a category is counted by its figures wherever the category stands.
    const own = rules.get(report);
    const people = JSON.stringify([publisher, own === undefined ? [] : besideUnnamed(box, own)]);
    return isOfMassacres(box) ? `${people}|${meaningOf(report)}` : people;
  };
}

/**
 * What a report means by a massacre, as a text that is equal for equal meanings: whom it counts, and the least number killed. An attack that
 * killed three civilians and two fighters is one where both are counted, and may be none elsewhere. Of a report that states no number, where its
 * publisher states several, nobody knows which: it is compared with none.
 */
export function massacreMeaning(reports: readonly PublishedReport[]): (report: PublishedReport) => string {
  const [thresholdOf, statedBy] = [thresholds(reports), statedThresholds(reports)];
  return (report) => {
    const { population } = report;
    const populations = population === undefined ? "" : JSON.stringify(keySet(listed(population)));
    const isOneOfSeveral = (statedBy.get(publisherOf(report))?.size ?? 0) > 1;
    const unstated = isOneOfSeveral ? JSON.stringify(report.id) : "unstated";
    return `${populations}|${thresholdOf(report) ?? unstated}`;
  };
}

/** The least number killed in a massacre, as a report states it or else the only one that its publisher does; null if there is none. */
export function thresholds(reports: readonly PublishedReport[]): (report: PublishedReport) => number | null {
  const statedBy = statedThresholds(reports);
  return (report) => {
    const [only = null, ...others] = statedBy.get(publisherOf(report)) ?? [];
    return report.massacre?.threshold ?? (others.length === 0 ? only : null);
  };
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
