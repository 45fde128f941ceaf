import type { CalendarDate } from "../calendar/calendar-date.js";
import { firstAfter } from "./first-after.js";
import type { Timelines } from "./grouped-by-id.js";
import { mergedInto } from "./merges.js";
import { textOf } from "./read-version-row.js";
import type { VersionRow } from "./version-row.js";

/** A stretch of days in which neither the row of a record changed nor, for a victim, that of its incident. */
export interface Stretch {
  readonly row: VersionRow;
  readonly since: CalendarDate;
  /** The day on which the next stretch, or a withdrawal, begins; `null` where none does. */
  readonly until: CalendarDate | null;
  /**
   * That of its incident then: the one that it names, or the one into which that was merged; `null` where it names none, or
   * one that was not recorded yet or was withdrawn.
   */
  readonly incident: Stretch | null;
  /**
   * The versions of its incident, or its withdrawals, that begin this stretch; several where it was merged on and on in a day, and
   * where the record was withdrawn before: all since then.
   */
  readonly byIncident: readonly VersionRow[];
}

/** The stretches of each record, in the order of the days; those in which it was withdrawn are not among them. */
export type Stretches = ReadonlyMap<string, readonly Stretch[]>;

/** The stretches of incidents: one for each version. */
export function stretchesOfIncidents(incidents: Timelines<VersionRow>): Stretches {
  return eachTimeline(incidents, (row, until) => [
    { row, since: row.recorded, until, incident: null, byIncident: [] },
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
  return eachTimeline(victims, (row, until, gone) => {
    const named = incidentOf(row) ?? "";
    const spells = spellsOf(incidents, {
      id: named,
      since: gone ?? row.recorded,
      until,
      merges: [],
      passed: [],
    });
    // What was recorded of its incident while it was withdrawn begins the first stretch.
    const begins = spells.findIndex(({ until: end }) => end === null || end > row.recorded);
    const meanwhile = spells.splice(0, begins).flatMap(({ byIncident }) => byIncident);
    return spells.map(({ version, since, until: end, byIncident }, nth) => ({
      row,
      since: nth === 0 ? row.recorded : since,
      until: end,
      incident: (version && stretchOf.get(version)) ?? null,
      byIncident: nth === 0 ? [...meanwhile, ...byIncident] : byIncident,
    }));
  });
}

function incidentOf({ item }: VersionRow): string | null {
  return textOf(item?.["incident"]);
}

/** Some days on which an incident is asked for by an id. */
interface Window {
  readonly id: string;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
  /** The withdrawals, as merged, by which it is asked for by this id from the first of the days on. */
  readonly merges: readonly VersionRow[];
  /** The ids by which it was asked for before this one. */
  readonly passed: readonly string[];
}

/** Some days in which one version of an incident holds. */
interface Spell extends Pick<Stretch, "since" | "until" | "byIncident"> {
  readonly version: VersionRow | null;
}

/** The versions of an incident that hold on some days; where it is withdrawn as merged into another, those of the other. */
function spellsOf(incidents: Timelines<VersionRow>, window: Window): Spell[] {
  const spells: Spell[] = [];
  const open = [window];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { id, since, merges, passed } = at;
    const versions = incidents.get(id) ?? [];
    const next = firstAfter(versions, since);
    const following = versions[next]?.recorded ?? null;
    const isCut = following !== null && (at.until === null || following < at.until);
    if (isCut) open.push({ ...at, since: following, merges: [] });
    const until = isCut ? following : at.until;
    const version = versions[next - 1] ?? null;
    const begun = version?.recorded === since ? [version] : [];
    const into = version?.item === null ? mergedInto(version)[0] : undefined;
    const visited = [...passed, id];
    // In a circle none stays.
    if (into !== undefined && !visited.includes(into)) {
      open.push({ id: into, since, until, merges: [...merges, ...begun], passed: visited });
    } else spells.push({ since, until, version, byIncident: merges.length > 0 ? merges : begun });
  }
  return spells;
}

function eachTimeline(
  timelines: Timelines<VersionRow>,
  /** Gets with the row the day since which its record was gone, if it is of the incident of which it was before. */
  stretchesOfRow: (
    row: VersionRow,
    until: CalendarDate | null,
    gone: CalendarDate | null,
  ) => readonly Stretch[],
): Stretches {
  const stretches = new Map<string, readonly Stretch[]>();
  for (const [id, timeline] of timelines) {
    const ofRecord = timeline.flatMap((row, nth) => {
      if (row.item === null) return [];
      let next = nth + 1;
      // Several of one day are all at fault, and hold as long.
      while (timeline[next]?.recorded === row.recorded) next += 1;
      const [known, before] = [timeline[nth - 2], timeline[nth - 1]];
      const isBack = known !== undefined && before?.item === null && incidentOf(known) === incidentOf(row);
      return stretchesOfRow(row, timeline[next]?.recorded ?? null, isBack ? before.recorded : null);
    });
    stretches.set(id, ofRecord);
  }
  return stretches;
}
