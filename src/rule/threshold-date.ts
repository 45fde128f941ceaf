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
 * before all others, or after them. Who may count toward it counts on the first day, and on the last only as far as it is not
 * reached without. Where the deaths are dated to the day, and it is known of all whether they count, it is a day.
 *
 * `byDocumented` is in the order of an `IncidentCount`.
 */
export function dateReached(
  byDocumented: readonly DocumentedCount[],
  threshold: number,
): { readonly date: PartialDate | null; readonly dateBounds: DateBounds } {
  let [surely, atMost, undated] = [0, 0, 0];
  const starts: Step[] = [];
  const ends: (Step & Pick<DocumentedCount, "mayCount">)[] = [];
  for (const { documented, counting, mayCount } of byDocumented) {
    const all = counting + mayCount;
    surely += counting;
    atMost += all;
    if (documented === null) {
      undated += all;
    } else {
      const { start, end } = spanOf(documented);
      starts.push({ day: start, counting: all });
      ends.push({ day: end, counting, mayCount });
    }
  }
  const start = dayReached(starts, threshold - undated);
  // Where some have to count who only may, these may be the last documented, and all others who count are needed too.
  const end =
    surely >= threshold
      ? dayReached(ends, threshold)
      : dayReached(
          ends.map(({ day, counting, mayCount }) => ({ day, counting: counting + mayCount })),
          atMost,
        );
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
