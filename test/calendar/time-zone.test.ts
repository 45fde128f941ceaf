import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { calendarResults } from "./time-zone-results.js";

const zones = ["UTC", "Asia/Damascus", "Pacific/Apia", "Pacific/Kiritimati", "America/New_York"];

const program = `
  import { calendarResults, daysWithoutMidnight } from ${JSON.stringify(new URL("./time-zone-results.ts", import.meta.url).href)};
  console.log(JSON.stringify(daysWithoutMidnight()));
  console.log(JSON.stringify(calendarResults()));
`;

async function runUnder(zone: string): Promise<{ withoutMidnight: string; results: string }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", program],
    { env: { ...process.env, TZ: zone }, maxBuffer: 2 ** 26 },
  );
  const [withoutMidnight = "", results = ""] = stdout.split("\n");
  return { withoutMidnight, results };
}

test("the calendar says the same in every time zone, also where days and midnights were left out", async () => {
  const expected = JSON.stringify(calendarResults());
  const runs = await Promise.all(zones.map(runUnder));
  for (const [index, run] of runs.entries()) {
    // Not `toBe`: a megabyte of difference helps nobody.
    expect(run.results === expected, `the calendar under ${zones[index] ?? ""}`).toBe(true);
  }
  // Each zone was in force: it lacks the days that it is known to lack, and no other.
  expect(runs.map((run) => run.withoutMidnight)).toEqual([
    "[]",
    '["2021-03-26"]',
    '["2011-12-30"]',
    '["1994-12-31"]',
    "[]",
  ]);
});
