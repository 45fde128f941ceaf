import type { CalendarDate } from "../calendar/calendar-date.js";
import { type PartialDate, partialDate, spanOf } from "../calendar/partial-date.js";
import type { DocumentedCount } from "./incident-counts.js";

/** The first and the last day that a date can mean; `null` where it is not known from which day on, or by which day. */
export interface DateBounds {
  readonly earliest: CalendarDate | null;
  readonly latest: CalendarDate | null;
}

/**
 * The date on which the documented deaths of an incident reached a threshold, as far as it is known, with its bounds; it is
 * `null` where one of these is.
 *
 * The first day that it can mean is the one on which they reached it if every death was documented on the first day that
 * its own date can mean, the last day the one if on the last; a death of unknown documentation may have been documented
 * before all others, or after them. Where the deaths are dated to the day, it is a day.
 *
 * `byDocumented` is in the order of an `IncidentCount`.
 */
export function dateReached(
  byDocumented: readonly DocumentedCount[],
  threshold: number,
): { readonly date: PartialDate | null; readonly dateBounds: DateBounds } {
  let unknown = 0;
  const starts: Step[] = [];
  const ends: Step[] = [];
  for (const { documented, counting } of byDocumented) {
    if (documented === null) {
      unknown += counting;
    } else {
      const { start, end } = spanOf(documented);
      starts.push({ day: start, counting });
      ends.push({ day: end, counting });
    }
  }
  const start = dayReached(starts, threshold - unknown);
  const end = dayReached(ends, threshold);
  const dateBounds = { earliest: start, latest: end };
  if (start === null || end === null) return { date: null, dateBounds };
  if (start === end) return { date: start, dateBounds };
  const asWritten = byDocumented.find(({ documented }) => {
    const span = documented === null ? null : spanOf(documented);
    return span?.start === start && span.end === end;
  });
  return { date: asWritten?.documented ?? partialDate(`${start}/${end}`), dateBounds };
}

/** So many deaths on one day. */
interface Step {
  readonly day: CalendarDate;
  readonly counting: number;
}

/** The first day by the end of which there were so many deaths; `null` where there never were, or always. */
function dayReached(steps: readonly Step[], threshold: number): CalendarDate | null {
  if (threshold <= 0) return null;
  let reached = 0;
  const inOrder = [...steps].sort((a, b) => (a.day < b.day ? -1 : 1));
  return inOrder.find(({ counting }) => (reached += counting) >= threshold)?.day ?? null;
}
