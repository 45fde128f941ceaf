import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { reportDigest } from "./time-zone-results.js";

const program = `
  import { reportDigest, zoneOffsets } from ${JSON.stringify(new URL("./time-zone-results.ts", import.meta.url).href)};
  console.log(JSON.stringify({ digest: reportDigest(), offsets: zoneOffsets() }));
`;

async function runUnder(zone: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", program],
    { env: { ...process.env, TZ: zone } },
  );
  return JSON.parse(stdout);
}

test("a report is the same in every time zone", async () => {
  const digest = reportDigest();
  // Each zone was in force: it has the offsets that it is known to have.
  expect(await Promise.all(["Asia/Damascus", "Pacific/Apia", "America/New_York"].map(runUnder))).toEqual([
    { digest, offsets: [-120, -180] },
    { digest, offsets: [-840, -780] },
    { digest, offsets: [300, 240] },
  ]);
});
