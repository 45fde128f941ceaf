import type { CalendarDate } from "../calendar/calendar-date.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { type PlacedFault, placed } from "../record/column.js";
import { mistakenColumns } from "../record/further-columns.js";
import { faultOf } from "../record/read-value.js";
import type { IssueCode, TableName } from "../record/record-issue.js";
import { firstAfter } from "./first-after.js";
import { groupedById, type Timelines } from "./grouped-by-id.js";
import { circleTest } from "./merges.js";
import { isFault, readVersionRow, textOf, type VersionColumn, versionColumns } from "./read-version-row.js";
import { inWords } from "./reason.js";
import { mergeFaults, overlapsAmong, withdrawalFaults, withoutFaulty } from "./timeline-faults.js";
import type { VersionIssue } from "./version-issue.js";
import type { VersionRow } from "./version-row.js";
import { copyFault, withoutCopies } from "./without-copies.js";

/** A row that is no version of any record: it has no id, or is no row at all. */
export interface StrayRow {
  readonly row: number;
  readonly record: unknown;
  readonly recorded: CalendarDate | null;
  readonly withdraws: boolean;
}

/** The rows of one table, set in order of time. */
export interface VersionTable {
  readonly name: TableName;
  readonly received: number;
  /** The versions of each id, in the order of the days. */
  readonly timelines: Timelines<VersionRow>;
  /** Rows that only reading can say what is wrong with. */
  readonly strays: readonly StrayRow[];
  readonly issues: readonly VersionIssue[];
}

/** Where an issue stands, and as of which days. */
type Place = Pick<VersionIssue, "row" | "id"> & Partial<Pick<VersionIssue, "since" | "until" | "withdraws">>;

/**
 * Reads the version columns of a table, and sets its rows in the order of the days.
 *
 * A row of which only the reason is at fault says what it says of its record, and is kept. Where it cannot be told what is known of
 * a record (whether a row withdraws it, which of two rows of one day holds, whether one without a day came before or after,
 * which of those that are merged into each other stays), its rows are at fault from that day on, and reading takes the record
 * away: those who are left are *at least* so many, whatever the rows were meant to say.
 */
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
    { row, id, since = null, until = null, withdraws = false }: Place,
    { code, describe, path }: PlacedFault<VersionIssue["code"]>,
  ) => {
    const message = describe(`row ${row}`);
    issues.push({ table: name, row, id, path, code, severity, message, since, until, withdraws });
  };
  const tellMisspelt = mistakenColumns({ columns: versionColumns }, (row, id, doubt) => {
    note("warning", { row, id }, doubt);
  });

  const versions: VersionRow[] = [];
  const strays: StrayRow[] = [];
  /** The first row of each id that has no day. */
  const unplaced = new Map<string, number>();
  // Not forEach, which passes over the holes of a list.
  for (const [position, value] of (rows as readonly unknown[]).entries()) {
    const row = position + 1;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      strays.push({ row, record: value, recorded: null, withdraws: false });
      continue;
    }
    const { recorded, withdrawn, reasons, record, doubts } = readVersionRow(
      value as Readonly<Record<string, unknown>>,
    );
    const id = textOf(record["id"]);
    const withdraws = withdrawn === true;
    const day = isFault(recorded) ? null : recorded;
    const fault = isFault(withdrawn) ? inColumn(withdrawn) : null;
    for (const doubt of doubts) note("warning", { row, id, withdraws }, inColumn(doubt));
    tellMisspelt(row, id, Object.keys(record), value);
    if (isFault(recorded)) note("rejected", { row, id, withdraws }, inColumn(recorded));
    if (id !== null && day !== null) {
      const version = { id, recorded: day, item: withdraws ? null : record, reasons, row, fault: null };
      versions.push(fault === null ? version : unclear(version, fault));
      continue;
    }
    if (fault !== null) note("rejected", { row, id, since: day }, fault);
    if (id === null) strays.push({ row, record, recorded: day, withdraws });
    else if (!unplaced.has(id)) unplaced.set(id, row);
  }

  const timelines = new Map<string, readonly VersionRow[]>();
  for (const [id, group] of groupedById(versions)) {
    const timeline = withoutCopies(name, group, (copy, first) => {
      const until = group[firstAfter(group, copy.recorded)]?.recorded ?? null;
      const place = { row: copy.row, id, since: copy.recorded, until, withdraws: copy.item === null };
      note("rejected", place, placed(copyFault(copy, first), ["id"]));
    });
    timelines.set(id, timeline);
  }
  const told = withUnclear(timelines, unplaced);
  const unfounded = withdrawalFaults(told);
  for (const { version, ...fault } of unfounded) {
    const place = { row: version.row, id: version.id, since: version.recorded, withdraws: true };
    note("rejected", place, inColumn({ ...fault, column: "withdrawn" }));
  }
  const founded = withoutFaulty(told, unfounded);
  const isInCircle = circleTest(founded);
  const settled = new Map<VersionRow, VersionRow>();
  for (const { version, ...fault } of mergeFaults(founded)) {
    if (isInCircle(version)) {
      const told = inColumn<IssueCode>({ ...fault, code: "merged-into-unknown", column: "mergedInto" });
      settled.set(version, unclear(version, told));
      continue;
    }
    const column = fault.code === "merged-not-withdrawn" ? "withdrawn" : "mergedInto";
    const place = { row: version.row, id: version.id, withdraws: version.item === null };
    note("warning", place, inColumn({ ...fault, column }));
    settled.set(version, { ...version, reasons: version.reasons.map(inWords) });
  }
  return {
    name,
    received: rows.length,
    timelines: settled.size === 0 ? founded : mapped(founded, (version) => settled.get(version) ?? version),
    strays,
    issues,
  };
}

/** The versions, those marked of which it cannot be told what is known of the record from their day on. */
function withUnclear(
  timelines: Timelines<VersionRow>,
  unplaced: ReadonlyMap<string, number>,
): Timelines<VersionRow> {
  const overlaps = new Map(
    overlapsAmong(timelines).map(({ version, ...fault }) => [
      version,
      inColumn<IssueCode>({ ...fault, column: "recorded" }),
    ]),
  );
  if (overlaps.size === 0 && unplaced.size === 0) return timelines;
  return mapped(timelines, (version) => {
    const overlap = overlaps.get(version);
    if (overlap !== undefined) return unclear(version, overlap);
    const other = unplaced.get(version.id);
    if (other === undefined || version.item === null || version.fault !== null) return version;
    const what = `another row of ${shown(version.id)} (row ${other}) cannot be placed in time, so that it cannot be told which of them holds`;
    return {
      ...version,
      fault: placed(faultOf("version-unplaced", what, "correct the day of that row"), []),
    };
  });
}

/** A version of which it cannot be told whether it holds: no withdrawal any more, for what it withdraws may stay. */
function unclear(version: VersionRow, fault: PlacedFault): VersionRow {
  return { ...version, item: version.item ?? { id: version.id }, reasons: [], fault };
}

function mapped<V>(timelines: Timelines<V>, change: (version: V) => V): Timelines<V> {
  return new Map([...timelines].map(([id, timeline]) => [id, timeline.map(change)]));
}

/** A fault of a version column, as issues tell it. */
function inColumn<Code extends VersionIssue["code"]>({
  column,
  code,
  what,
  advice,
}: {
  readonly column: VersionColumn;
  readonly code: Code;
  readonly what: string;
  readonly advice: string;
}): PlacedFault<Code> {
  return { code, describe: (where) => `${what} (${where ?? "a row"}): ${advice}`, path: [column] };
}
