import type { CalendarDate } from "../calendar/calendar-date.js";

/** The position of the first version that was recorded after a day; by halves. */
export function firstAfter(
  versions: readonly { readonly recorded: CalendarDate }[],
  day: CalendarDate,
): number {
  let [low, high] = [0, versions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((versions[middle]?.recorded ?? day) > day) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last version until the end of a day, of those of one record in the order of the days. */
export function lastUntil<V extends { readonly recorded: CalendarDate }>(
  versions: readonly V[] | undefined,
  day: CalendarDate,
): V | undefined {
  return versions?.[firstAfter(versions, day) - 1];
}
