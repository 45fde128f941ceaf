import { createHash } from "node:crypto";
import { printTables } from "../../examples/july-2021/print-tables.js";
import { julyReport } from "../../examples/july-2021/report.js";

/** What the report of July 2021 is and prints, as a digest. */
export function reportDigest(): string {
  const report = julyReport();
  return createHash("sha256").update(JSON.stringify(report)).update(printTables(report)).digest("hex");
}

/** The offsets of the zone of this process from universal time, in minutes, in January and July. */
export function zoneOffsets(): number[] {
  return [0, 6].map((month) => new Date(2021, month, 1).getTimezoneOffset());
}
