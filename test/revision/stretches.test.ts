import { describe, expect, test } from "vitest";
import { calendarDate, dateOfDayNumber, dayNumber } from "../../src/calendar/calendar-date.js";
import type { Timelines } from "../../src/revision/grouped-by-id.js";
import { stretchesOfIncidents, stretchesOfVictims } from "../../src/revision/stretches.js";
import type { VersionRow } from "../../src/revision/version-row.js";
import { versionTable } from "../../src/revision/version-table.js";

const first = dayNumber(calendarDate("1700-01-01"));
const day = (nth: number) => dateOfDayNumber(first + nth);

/** The same versions, of which every look at a day of recording is counted. */
function watched(timelines: Timelines<VersionRow>, look: () => void): Timelines<VersionRow> {
  const watchedRow = (row: VersionRow): VersionRow => ({
    ...row,
    get recorded() {
      look();
      return row.recorded;
    },
  });
  return new Map([...timelines].map(([id, timeline]) => [id, timeline.map(watchedRow)]));
}

describe("the stretches of a victim", () => {
  test("of a thousand versions and an incident of as many, in turn, are found by few looks: each twice", () => {
    const size = 1_000;
    let looks = 0;
    const rows = (id: string, shift: number) =>
      Array.from({ length: size }, (_, nth) => ({ id, incident: "i-1", recorded: day(2 * nth + shift) }));
    const timelines = (name: "incidents" | "victims", id: string, shift: number) =>
      watched(versionTable(name, rows(id, shift)).timelines, () => looks++);
    const [incidents, victims] = [timelines("incidents", "i-1", 0), timelines("victims", "v-1", 1)];
    const stretches =
      stretchesOfVictims(victims, incidents, stretchesOfIncidents(incidents)).get("v-1") ?? [];
    expect(stretches).toHaveLength(2 * size - 1);
    expect(stretches[1]).toMatchObject({ since: day(2), until: day(3), incident: { since: day(2) } });
    // By halves a stretch takes ten looks and a few; a million where every version of the one asked all of the other.
    expect(looks).toBeLessThan(40 * size);
  });

  test("end, and are of no incident, where incidents are merged in a circle that nobody refused", () => {
    const merged = (id: string, mergedInto: string) =>
      versionTable("incidents", [
        { id, recorded: day(0) },
        { id: mergedInto, recorded: day(0) },
        { id, recorded: day(1), withdrawn: "yes", mergedInto },
      ]).timelines.get(id) ?? [];
    const incidents = new Map([
      ["i-1", merged("i-1", "i-2")],
      ["i-2", merged("i-2", "i-1")],
    ]);
    const victims = versionTable("victims", [{ id: "v-1", recorded: day(0), incident: "i-1" }]).timelines;
    const stretches = stretchesOfVictims(victims, incidents, stretchesOfIncidents(incidents)).get("v-1");
    expect(stretches?.map(({ since, incident }) => [since, incident?.row.id])).toEqual([
      [day(0), "i-1"],
      [day(1), undefined],
    ]);
  });
});
