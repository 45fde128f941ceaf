import { expect, test } from "vitest";
import { partialDate } from "../../src/calendar/partial-date.js";
import type { Codebook } from "../../src/codebook/codebook.js";
import type { ParsedRecords } from "../../src/record/parse-records.js";
import { type MonthlyReportOptions, monthlyReport } from "../../src/report/monthly-report.js";
import { unknownIncident, unknownVictim } from "../support/records.js";
import { codebook, options } from "./hand-made.js";

// With places of any name, the codebook's keys are no literals.
const anyOptions = options as unknown as MonthlyReportOptions;
const day = partialDate("2021-03-03");

/** So many massacres of three, each in a place of its own, presumed to be the army's while the investigations go on. */
function records(massacres: number): { places: Codebook["places"]; parsed: ParsedRecords } {
  const names = Array.from({ length: massacres }, (_, nth) => `place ${nth}`);
  const victims = names.flatMap((killedIn) => {
    const incident = {
      ...unknownIncident,
      id: killedIn,
      suspects: ["army", "militia"],
      firedFrom: ["army", "militia"],
      investigation: "open" as const,
    };
    return [1, 2, 3].map((nth) => ({
      ...unknownVictim,
      id: `${killedIn}, ${nth}`,
      incident,
      documented: day,
      killedIn,
    }));
  });
  const table = { received: victims.length, kept: victims.length, rejected: 0, rejectedBy: {} };
  return {
    places: Object.fromEntries(names.map((label) => [label, { label }])),
    parsed: { incidents: [], victims, issues: [], accounting: { incidents: table, victims: table } },
  };
}

test("20,000 massacres and presumed incidents in 20,000 places are reported in seconds: no cost grows with their square", () => {
  const massacres = 20_000;
  const { places, parsed } = records(massacres);
  const before = process.cpuUsage();
  const report = monthlyReport(parsed, { ...anyOptions, codebook: { ...codebook, places } });
  const { user, system } = process.cpuUsage(before);
  expect(report.massacres.month.massacres).toBe(massacres);
  expect(report.presumedIncidents.length).toBe(massacres);
  expect(report.places.length).toBe(massacres + 1);
  expect(report.places[7]).toMatchObject({ count: 3, perpetrators: [{ key: "army", count: 3 }] });
  // Of processor time, so that a busy machine does not fail it: it takes five seconds, by squares it would take a minute.
  expect((user + system) / 1_000_000).toBeLessThan(20);
});
