import { type CalendarDate, calendarDate } from "../calendar/calendar-date.js";
import { CasualtyError, checkedObject } from "../error.js";
import { lastUntil } from "./first-after.js";
import { compareTexts } from "./grouped-by-id.js";
import type { Reason } from "./reason.js";
import { timelinesOf } from "./timelines.js";
import type { Version } from "./version.js";

/**
 * Gives the records as they were known at the end of a day, in the order of their ids: of each its last version until then,
 * without those that were withdrawn.
 *
 * Before the first version nothing is known; after the last one this is the present. The order of the versions changes
 * nothing. All of them are checked, those of later days too.
 *
 * @throws `version-malformed` if a version has not its form; `versions-overlap` if two versions of an id are recorded on one day; `withdrawal-unfounded` if what is not recorded
 * is withdrawn (what cannot be read may be: a version without an item, of the reason `row-rejected`); `merged-not-withdrawn` if a record is merged into another, or a duplicate of it, and stays; `merged-into-unknown`
 * if it is merged into itself, or into one that is not recorded on that day (and not merged itself then into one that is); as
 * `calendarDate` if a day is none.
 *
 * @example
 * const versions = [
 *   { id: "v-1", recorded: calendarDate("2021-08-01"), item: { by: "unknown" } },
 *   { id: "v-1", recorded: calendarDate("2021-09-14"), item: { by: "regime" }, reasons: [{ kind: "re-attributed" as const }] },
 * ];
 * asOf(versions, calendarDate("2021-08-31")) // [{ by: "unknown" }]
 * asOf(versions, calendarDate("2021-09-14")) // [{ by: "regime" }]
 * asOf(versions, calendarDate("2021-07-31")) // []
 */
export function asOf<Item>(versions: Iterable<Version<Item>>, day: CalendarDate): Item[] {
  const known = calendarDate(day);
  const items: { readonly id: string; readonly item: Item }[] = [];
  for (const [id, timeline] of timelinesOf(versions)) {
    const item = lastUntil(timeline, known)?.item ?? null;
    if (item !== null) items.push({ id, item });
  }
  return items.sort((a, b) => compareTexts(a.id, b.id)).map(({ item }) => item);
}

/**
 * Gives the reasons that were stated for a record between two days, in the order of the days: with its versions recorded
 * after the one day and through the other. To be handed to `compareReleases` as `reasonsOf`, for the records as of these days.
 *
 * Of a record that is gone they are those of its last version. Of one that was gone for a while and is back, those for which
 * it was gone are left out; and where a victim is in the incident in which it was, so is what was stated as `incident-corrected`
 * when it was moved to another and back.
 *
 * @throws `period-backwards` if the days are not in order; what `asOf` throws.
 *
 * @example
 * const versions = [
 *   { id: "v-1", recorded: calendarDate("2021-08-01"), item: { by: "unknown" } },
 *   { id: "v-1", recorded: calendarDate("2021-09-14"), item: { by: "regime" }, reasons: [{ kind: "re-attributed" as const }] },
 * ];
 * const between = { after: calendarDate("2021-08-31"), through: calendarDate("2021-12-31") };
 * statedReasons(versions, between)({ id: "v-1" }) // [{ kind: "re-attributed" }]
 */
export function statedReasons(
  versions: Iterable<Version<unknown>>,
  between: { readonly after: CalendarDate; readonly through: CalendarDate },
): (change: { readonly id: string }) => readonly Reason[] {
  const { after, through } = checkedObject(between, "statedReasons", "the days after and through");
  const [start, end] = [calendarDate(after), calendarDate(through)];
  if (start > end) {
    throw new CasualtyError(
      "period-backwards",
      `The reasons are asked from ${start} to ${end}, which is before it: name the earlier day first.`,
      { start, end },
    );
  }
  const timelines = timelinesOf(versions);
  return ({ id }) => {
    const timeline = timelines.get(id) ?? [];
    const between = timeline.filter(({ recorded }) => start < recorded && recorded <= end);
    const last = between.at(-1);
    if (last?.item === null) return last.reasons ?? [];
    const incident = incidentOf(lastUntil(timeline, start)?.item);
    const isBack = incident !== undefined && incident === incidentOf(last?.item);
    let known = incident;
    return between.flatMap(({ item, reasons = [] }) => {
      if (item === null) return [];
      const moves = incidentOf(item) !== known;
      known = incidentOf(item);
      return isBack && moves ? reasons.filter(({ kind }) => kind !== "incident-corrected") : reasons;
    });
  };
}

/** The id of the incident of a victim; `undefined` of what has none. */
function incidentOf(item: unknown): unknown {
  return (item as { readonly incident?: { readonly id?: unknown } | null } | null | undefined)?.incident?.id;
}
