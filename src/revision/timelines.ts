import { calendarDate } from "../calendar/calendar-date.js";
import { CasualtyError } from "../error.js";
import type { Version } from "./version.js";

/** The versions of each id, in the order of the days. */
export type Timelines<V> = ReadonlyMap<string, readonly V[]>;

/** What can be wrong between the versions of one id. */
export type TimelineFaultCode = "versions-overlap" | "withdrawal-unfounded" | "merged-into-unknown";

/** A version that cannot follow those before it: what is wrong, and what to do. */
export interface TimelineFault<V> {
  readonly code: TimelineFaultCode;
  readonly version: V;
  readonly what: string;
  readonly advice: string;
}

/** The part of a version by which it is set in order. */
type Ordered = Pick<Version<unknown>, "id" | "recorded" | "item" | "reasons">;

/**
 * The versions of each id, in the order of the days, whatever the order in which they came.
 *
 * Errors: `versions-overlap`, `withdrawal-unfounded`, `merged-into-unknown`: of several, that of the first id. As
 * `calendarDate` where a day is none.
 */
export function timelinesOf<Item>(versions: Iterable<Version<Item>>): Timelines<Version<Item>> {
  const timelines = groupedById(versions);
  let first: TimelineFault<Ordered> | null = null;
  for (const timeline of timelines.values()) {
    for (const { recorded } of timeline) calendarDate(recorded);
    const [fault] = faultsIn(timeline, (id) => timelines.has(id));
    if (fault !== undefined && (first === null || fault.version.id < first.version.id)) first = fault;
  }
  if (first !== null) throw errorOf(first);
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

/** What is wrong between the versions of one id, which are in the order of the days. */
export function faultsIn<V extends Ordered>(
  timeline: readonly V[],
  isRecorded: (id: string) => boolean,
): TimelineFault<V>[] {
  return timeline.flatMap((version, nth): TimelineFault<V>[] => {
    const { id, recorded, item, reasons = [] } = version;
    const before = timeline[nth - 1];
    if (before?.recorded === recorded || timeline[nth + 1]?.recorded === recorded) {
      const what = `two versions of "${id}" are recorded on ${recorded}, so that it cannot be told which of them holds`;
      return [
        { code: "versions-overlap", version, what, advice: "keep one, or correct the day of the other" },
      ];
    }
    if (item === null && (before === undefined || before.item === null)) {
      const what = `"${id}" is withdrawn on ${recorded}, when it is not recorded`;
      const advice = "add the version that is withdrawn, or remove the withdrawal";
      return [{ code: "withdrawal-unfounded", version, what, advice }];
    }
    const into = reasons.flatMap((reason) => ("into" in reason ? [reason.into] : []));
    const missing = into.find((other) => other === id || !isRecorded(other));
    if (missing === undefined) return [];
    const target = missing === id ? "itself" : `"${missing}", which is never recorded`;
    const what = `"${id}" is merged into ${target}`;
    return [{ code: "merged-into-unknown", version, what, advice: "name the record that stays" }];
  });
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
