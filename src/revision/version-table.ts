import type { CalendarDate } from "../calendar/calendar-date.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { placed } from "../record/column.js";
import { mistakenColumns } from "../record/further-columns.js";
import { copyOf } from "../record/keep-unique.js";
import type { TableName } from "../record/record-issue.js";
import { sameContent } from "../record/same-content.js";
import { readVersionRow, textOf, type VersionColumn, versionColumns } from "./read-version-row.js";
import type { Reason } from "./reason.js";
import { faultsAmong, type TimelineFaultCode, withoutFaulty } from "./timeline-faults.js";
import { groupedById, type Timelines } from "./timelines.js";
import type { VersionIssue } from "./version-issue.js";

/** A row that is a version of its record, with its number in the table. */
export interface VersionRow {
  readonly id: string;
  readonly recorded: CalendarDate;
  /** The columns of the record; `null` where it is withdrawn. */
  readonly item: Readonly<Record<string, unknown>> | null;
  readonly reasons: readonly Reason[];
  readonly row: number;
}

/** A row that is no version of any record: it has no id, or is no row at all. */
export interface StrayRow {
  readonly row: number;
  readonly record: unknown;
}

/** The rows of one table, set in order of time. */
export interface VersionTable {
  readonly name: TableName;
  readonly received: number;
  /** The versions of each id, in the order of the days; none of them is at fault by what it says of its recording. */
  readonly timelines: Timelines<VersionRow>;
  /** Rows that only reading can say what is wrong with. */
  readonly strays: readonly StrayRow[];
  readonly issues: readonly VersionIssue[];
}

/** Reads the version columns of a table, and sets its rows in the order of the days. */
export function versionTable(name: TableName, rows: unknown): VersionTable {
  if (!Array.isArray(rows)) {
    throw new CasualtyError(
      "records-not-rows",
      `The versions of the ${name} are ${shown(rows)}: hand in a list of rows.`,
      { table: name, received: shown(rows) },
    );
  }
  const issues: VersionIssue[] = [];
  const note = (
    severity: VersionIssue["severity"],
    { row, id }: { readonly row: number; readonly id: string | null },
    {
      code,
      describe,
      path,
    }: Pick<VersionIssue, "code" | "path"> & { readonly describe: (where: string) => string },
  ) => {
    const message = describe(`row ${row}`);
    issues.push({ table: name, row, id, path, code, severity, message, since: null, until: null });
  };
  const reject = (
    version: { readonly row: number; readonly id: string | null },
    column: VersionColumn,
    {
      code,
      what,
      advice,
    }: { readonly code: VersionIssue["code"]; readonly what: string; readonly advice: string },
  ) => {
    note("rejected", version, { code, describe: (where) => `${what} (${where}): ${advice}`, path: [column] });
  };
  const tellMisspelt = mistakenColumns({ columns: versionColumns }, (row, id, doubt) => {
    note("warning", { row, id }, doubt);
  });

  const versions: VersionRow[] = [];
  const strays: StrayRow[] = [];
  // Not forEach, which passes over the holes of a list.
  for (const [position, value] of (rows as readonly unknown[]).entries()) {
    const row = position + 1;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      strays.push({ row, record: value });
      continue;
    }
    const { recorded, withdrawn, reasons, record, faults } = readVersionRow(
      value as VersionRow["item"] & object,
    );
    const id = textOf(record["id"]);
    for (const fault of faults) reject({ row, id }, fault.column, fault);
    tellMisspelt(row, id, Object.keys(record));
    if (id === null) strays.push({ row, record });
    else if (recorded !== null && faults.length === 0) {
      versions.push({ id, recorded, item: withdrawn ? null : record, reasons, row });
    }
  }

  const timelines = new Map<string, readonly VersionRow[]>();
  for (const [id, group] of groupedById(versions)) {
    const timeline = withoutCopies(group, (copy, kept) => {
      note("rejected", copy, placed(copyOf(kept.row), ["id"]));
    });
    timelines.set(id, timeline);
  }
  const faults = faultsAmong(timelines);
  for (const fault of faults) reject(fault.version, columnOf[fault.code], fault);
  return { name, received: rows.length, timelines: withoutFaulty(timelines, faults), strays, issues };
}

/** Where the fault of a version stands. */
const columnOf: Readonly<Record<TimelineFaultCode, VersionColumn>> = {
  "versions-overlap": "recorded",
  "withdrawal-unfounded": "withdrawn",
  "merged-not-withdrawn": "withdrawn",
  "merged-into-unknown": "mergedInto",
};

/** The versions of one id without those that are, word for word, the first of their day. */
function withoutCopies(
  timeline: readonly VersionRow[],
  tell: (copy: VersionRow, kept: VersionRow) => void,
): readonly VersionRow[] {
  let first: VersionRow | undefined;
  return timeline.filter((version) => {
    if (first?.recorded !== version.recorded) {
      first = version;
      return true;
    }
    const isCopy = sameContent([first.item, first.reasons], [version.item, version.reasons]);
    if (isCopy) tell(version, first);
    return !isCopy;
  });
}
