import type { CalendarDate } from "../calendar/calendar-date.js";
import { textOf } from "./read-version-row.js";
import type { Timelines } from "./timelines.js";
import type { VersionRow } from "./version-table.js";

/** A stretch of days in which neither the row of a record changed nor, for a victim, that of its incident. */
export interface Stretch {
  readonly row: VersionRow;
  readonly since: CalendarDate;
  /** The day on which the next stretch, or a withdrawal, begins; `null` where none does. */
  readonly until: CalendarDate | null;
  /** That of its incident then; `null` where it names none, or one that was not recorded yet or was withdrawn. */
  readonly incident: Stretch | null;
  /** The version of its incident, or its withdrawal, that begins this stretch, if one does. */
  readonly byIncident: VersionRow | null;
}

/** The stretches of each record, in the order of the days; those in which it was withdrawn are not among them. */
export type Stretches = ReadonlyMap<string, readonly Stretch[]>;

/** The stretches of incidents: one for each version. */
export function stretchesOfIncidents(incidents: Timelines<VersionRow>): Stretches {
  return eachTimeline(incidents, (row, until) => [
    { row, since: row.recorded, until, incident: null, byIncident: null },
  ]);
}

/** The stretches of victims: each version is cut where another version of its incident begins. */
export function stretchesOfVictims(
  victims: Timelines<VersionRow>,
  incidents: Timelines<VersionRow>,
  ofIncidents: Stretches,
): Stretches {
  const stretchOf = new Map<VersionRow, Stretch>();
  for (const stretches of ofIncidents.values()) {
    for (const stretch of stretches) stretchOf.set(stretch.row, stretch);
  }
  return eachTimeline(victims, (row, until) => {
    const named = textOf(row.item?.["incident"]) ?? "";
    const versions = incidents.get(named) ?? [];
    const next = firstAfter(versions, row.recorded);
    const before = versions[next - 1] ?? null;
    const later = versions.slice(next, until === null ? undefined : firstAfter(versions, until, true));
    const starts = [
      { since: row.recorded, version: before },
      ...later.map((version) => ({ since: version.recorded, version })),
    ];
    return starts.map(({ since, version }, nth) => ({
      row,
      since,
      until: starts[nth + 1]?.since ?? until,
      incident: (version && stretchOf.get(version)) ?? null,
      byIncident: version?.recorded === since ? version : null,
    }));
  });
}

/** The position of the first version that was recorded after a day, or on it where it is `included`; by halves. */
function firstAfter(versions: readonly VersionRow[], day: CalendarDate, included = false): number {
  let [low, high] = [0, versions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const recorded = versions[middle]?.recorded ?? day;
    if (recorded > day || (included && recorded === day)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function eachTimeline(
  timelines: Timelines<VersionRow>,
  stretchesOfRow: (row: VersionRow, until: CalendarDate | null) => readonly Stretch[],
): Stretches {
  const stretches = new Map<string, readonly Stretch[]>();
  for (const [id, timeline] of timelines) {
    const ofRecord = timeline.flatMap((row, nth) =>
      row.item === null ? [] : stretchesOfRow(row, timeline[nth + 1]?.recorded ?? null),
    );
    stretches.set(id, ofRecord);
  }
  return stretches;
}
