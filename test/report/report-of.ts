import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, options, type report } from "./hand-made.js";

/** A report of children who are documented on these days, in incidents of three each. */
export function reportOf(
  documented: readonly (string | null)[],
  change: Partial<typeof options> = {},
): typeof report {
  const victims = documented.map((day, nth) => ({
    id: `v-${nth}`,
    incident: `i-${Math.floor(nth / 3)}`,
    documented: day,
    died: day,
    age: 7,
  }));
  const incidents = victims.map(({ incident }) => ({ id: incident }));
  return monthlyReport(parseRecords(codebook, { incidents, victims }), { ...options, ...change });
}
