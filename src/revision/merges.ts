import type { CalendarDate } from "../calendar/calendar-date.js";
import { lastUntil } from "./first-after.js";
import type { Ordered, Timelines } from "./grouped-by-id.js";
import type { Version } from "./version.js";

/** The ids of the records into which a version says that its own was merged, or of which it is a duplicate. */
export function mergedInto({ reasons = [] }: Pick<Version<unknown>, "reasons">): readonly string[] {
  return reasons.flatMap((reason) => ("into" in reason ? [reason.into] : []));
}

/**
 * Says whether there is a record that stays where one is merged into another on a day: that one, if it is recorded then, or
 * the one into which that is merged on the same day, and so on. In a circle none stays.
 */
export function stayTest<V extends Pick<Version<unknown>, "recorded" | "item" | "reasons">>(
  timelines: Timelines<V>,
): (into: string, day: CalendarDate) => boolean {
  const known = new Map<V, boolean>();
  return (into, day) => {
    const passed: V[] = [];
    let last = lastUntil(timelines.get(into), day);
    while (last?.item === null && last.recorded === day && !known.has(last)) {
      // Who comes here again has gone in a circle.
      known.set(last, false);
      passed.push(last);
      const [next] = mergedInto(last);
      last = next === undefined ? undefined : lastUntil(timelines.get(next), day);
    }
    // What was merged before does not stay, though that into which it was merged did then.
    const stays =
      last !== undefined && (last.item !== null || (last.recorded === day && known.get(last) === true));
    for (const version of passed) known.set(version, stays);
    return stays;
  };
}

/**
 * Says whether one goes in a circle who goes from a version to the record into which it is merged, as that was known on its
 * day, and on: which of these records stays cannot be told, whether they were merged on one day or on several.
 */
export function circleTest<V extends Ordered>(timelines: Timelines<V>): (version: V) => boolean {
  const known = new Map<string, boolean>();
  return ({ id, recorded }) => {
    const passed: string[] = [];
    const nameOf = (record: string) => `${recorded} ${record}`;
    let next: string | undefined = id;
    while (next !== undefined && !known.has(nameOf(next))) {
      // Who comes here again has gone in a circle.
      known.set(nameOf(next), true);
      passed.push(next);
      const last: V | undefined = lastUntil(timelines.get(next), recorded);
      next = last?.item === null ? mergedInto(last)[0] : undefined;
    }
    const isCircle = next !== undefined && known.get(nameOf(next)) === true;
    for (const record of passed) known.set(nameOf(record), isCircle);
    return isCircle;
  };
}
