import { calendarDate } from "../calendar/calendar-date.js";
import { CasualtyError } from "../error.js";
import { faultsAmong, type Ordered, type TimelineFault } from "./timeline-faults.js";
import type { Version } from "./version.js";

/** The versions of each id, in the order of the days. */
export type Timelines<V> = ReadonlyMap<string, readonly V[]>;

/**
 * The versions of each id, in the order of the days, whatever the order in which they came.
 *
 * Errors: `versions-overlap`, `withdrawal-unfounded`, `merged-not-withdrawn`, `merged-into-unknown`: of several, that of the
 * first id. As `calendarDate` where a day is none.
 */
export function timelinesOf<Item>(versions: Iterable<Version<Item>>): Timelines<Version<Item>> {
  const timelines = groupedById(versions);
  for (const timeline of timelines.values()) {
    for (const { recorded } of timeline) calendarDate(recorded);
  }
  const [first] = faultsAmong(timelines).sort((a, b) => compareTexts(a.version.id, b.version.id));
  if (first !== undefined) throw errorOf(first);
  return timelines;
}

/** The versions of each id, in the order of the days; those of one day in the order in which they came. */
export function groupedById<V extends Ordered>(versions: Iterable<V>): Timelines<V> {
  const groups = new Map<string, V[]>();
  for (const version of versions) {
    const group = groups.get(version.id);
    if (group === undefined) groups.set(version.id, [version]);
    else group.push(version);
  }
  for (const group of groups.values()) group.sort((a, b) => compareTexts(a.recorded, b.recorded));
  return groups;
}

/** Texts in the order of their code units, the same under every locale. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function errorOf({ code, version, what, advice }: TimelineFault<Ordered>): CasualtyError {
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${advice}.`;
  return new CasualtyError(code, sentence, { id: version.id, recorded: version.recorded });
}
