import { checkOptions } from "../codebook/check-options.js";
import type { Fields, Shape } from "../codebook/shape.js";
import { incidentColumns, victimColumns } from "./columns.js";

const placeholders: Shape = { listOf: "text or number" };

/** Throws `options-malformed` unless a caller's choices about the values of rows are among those that there are. */
export function checkReadOptions(options: unknown): void {
  check(options, { required: {}, optional: readOptions() });
}

/** Throws `options-malformed` unless what is handed to `parseRecords` has its fields; the tables are looked at later. */
export function checkRecordRows(rows: unknown): void {
  const tables = { incidents: "anything", victims: "anything" } as const;
  const datesOutOfOrder = { oneOf: ["report", "refuse"] };
  check(rows, { required: {}, optional: { ...tables, datesOutOfOrder, ...readOptions() } });
}

function readOptions(): Fields["optional"] {
  const columns = [...victimColumns, ...incidentColumns];
  return {
    unknown: { required: {}, optional: Object.fromEntries(columns.map((column) => [column, placeholders])) },
    implausible: { oneOf: ["refuse", "keep"] },
  };
}

function check(options: unknown, shape: Fields): void {
  checkOptions("rows and options", options, shape);
}
