import { describe, expect, test } from "vitest";
import { calendarDate, dateOfDayNumber, dayNumber } from "../../src/calendar/calendar-date.js";
import { stretchesOfIncidents, stretchesOfVictims } from "../../src/revision/stretches.js";
import { versionTable } from "../../src/revision/version-table.js";

const first = dayNumber(calendarDate("1700-01-01"));
const day = (nth: number) => dateOfDayNumber(first + nth);

describe("the stretches of a victim", () => {
  test("of 25 000 versions and an incident of as many, in turn, are found in a moment: each twice", () => {
    const size = 25_000;
    const rows = (id: string, shift: number) =>
      Array.from({ length: size }, (_, nth) => ({ id, incident: "i-1", recorded: day(2 * nth + shift) }));
    const incidents = versionTable("incidents", rows("i-1", 0)).timelines;
    const victims = versionTable("victims", rows("v-1", 1)).timelines;
    const ofIncidents = stretchesOfIncidents(incidents);
    const started = performance.now();
    const stretches = stretchesOfVictims(victims, incidents, ofIncidents).get("v-1") ?? [];
    // Half a minute where every version of the one asked all of the other.
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(stretches).toHaveLength(2 * size - 1);
    expect(stretches[1]).toMatchObject({ since: day(2), until: day(3), incident: { since: day(2) } });
  });
});
