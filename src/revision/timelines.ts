import { calendarDate } from "../calendar/calendar-date.js";
import { ended } from "../codebook/shape.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError, checkedItems } from "../error.js";
import { compareTexts, groupedById, type Ordered, type Timelines } from "./grouped-by-id.js";
import { reasonsFault } from "./reason.js";
import { faultsAmong, type TimelineFault } from "./timeline-faults.js";
import type { Version } from "./version.js";

/**
 * The versions of each id, in the order of the days, whatever the order in which they came.
 *
 * Errors: `versions-overlap`, `withdrawal-unfounded`, `merged-not-withdrawn`, `merged-into-unknown`: of several, that of the
 * first id. `version-malformed` where one has not its form; as `calendarDate` where a day is none.
 */
export function timelinesOf<Item>(versions: Iterable<Version<Item>>): Timelines<Version<Item>> {
  const all = [...checkedItems(versions, "What tells of versions", "a list of versions")];
  for (const version of all) checkVersion(version);
  const timelines = groupedById(all);
  for (const timeline of timelines.values()) {
    for (const { recorded } of timeline) calendarDate(recorded);
  }
  const [first] = faultsAmong(timelines).sort((a, b) => compareTexts(a.version.id, b.version.id));
  if (first !== undefined) throw errorOf(first);
  return timelines;
}

/** Throws unless a version that no compiler saw has its id, its item and, if any, its reasons. */
function checkVersion(version: unknown): void {
  const { id, item, reasons } = Object(version) as Readonly<Record<string, unknown>>;
  const fault =
    typeof id !== "string"
      ? `its id is ${shown(id)}, not text`
      : item === undefined
        ? "it has no item, which is null where the record is withdrawn"
        : reasons === undefined
          ? null
          : (reasonsFault(reasons, "reasons")?.what ?? null);
  if (fault === null) return;
  const named = typeof id === "string" ? id : null;
  const which = named === null ? "A version" : `A version of ${shown(named)}`;
  throw new CasualtyError("version-malformed", ended(`${which} cannot be read: ${fault}`), { id: named });
}

function errorOf({ code, version, what, advice }: TimelineFault<Ordered>): CasualtyError {
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${advice}.`;
  return new CasualtyError(code, sentence, { id: version.id, recorded: version.recorded });
}
