import { checkCodebook } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { checkRecordRows } from "./check-options.js";
import { columnReaders, type ReadOptions, type VictimColumn } from "./columns.js";
import type { Incident } from "./incident.js";
import { incidentReader, victimReader } from "./read-records.js";
import { type KnownOfRows, readTable } from "./read-table.js";
import type { RecordIssue, TableName } from "./record-issue.js";
import type { TableAccounting } from "./table-account.js";
import type { Victim } from "./victim.js";

/** The rows to parse, and the caller's choices about them. */
export interface RecordRows<Row = unknown> extends ReadOptions {
  /** One object for each incident that a victim names. A victim who names none has an incident of their own. */
  readonly incidents?: readonly unknown[];
  /** One object for each victim. */
  readonly victims: readonly Row[];
  /** What is done with a record whose dates cannot follow each other: kept with a warning (the default), or rejected. */
  readonly datesOutOfOrder?: "report" | "refuse";
}

/** The columns of a row that the library does not know. */
export type ExtraOf<Row> = unknown extends Row
  ? Readonly<Record<string, unknown>>
  : { readonly [Column in keyof Row as Exclude<Column, VictimColumn>]: Row[Column] };

/** Records that a count can stand on, and everything that was wrong with the rows. */
export interface ParsedRecords<K extends Keys = Keys, Extra = unknown> {
  readonly incidents: readonly Incident<K>[];
  readonly victims: readonly Victim<K, Extra>[];
  /** By table (incidents first) and row. */
  readonly issues: readonly RecordIssue[];
  readonly accounting: { readonly incidents: TableAccounting; readonly victims: TableAccounting };
}

/**
 * Reads incidents and victims from rows, keeps the good ones and says of every other what is wrong with it.
 *
 * A row is an object of columns, each typed as in `Incident` and `Victim` (a victim's incident as its id) or as text
 * (from CSV). Missing and blank is *not known*. Keys may be written as key, label or alias of the codebook; lists in text
 * are parted by semicolons. A victim of whom no incident is known gets an incident of their own, of which nothing else
 * is known. Columns that the library does not know are kept in `extra`, untouched.
 *
 * Rows are checked one by one and against each other: two rows of one id that do not say the same are both rejected, and
 * a rejected incident rejects its victims. An incident of a time at which a perpetrator that it names did not exist, by the
 * codebook, is kept with a warning. All faults are in `issues`, with row number, path, code and a sentence on what
 * to do; no row makes it throw. In `accounting`, each table's `received = kept + rejected`.
 *
 * Errors: those of `defineCodebook`, where a codebook that no compiler saw does not hold together; `records-not-rows`, where a
 * table is no list; `options-malformed`, where an option is misspelt or has a value that it does not take.
 *
 * @example
 * const parsed = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-1", place: "Idleb", suspects: "Russian forces; Syrian regime" }],
 *   victims: [{ id: "v-1", incident: "i-1", age: "34" }, { id: "v-2", killedIn: "Idilb" }],
 * });
 * parsed.victims.map(({ id, incident }) => [id, incident.place]) // [["v-1", "idlib"]]
 * parsed.issues[0]?.message // 'unknown place "Idilb" (row 2): did you mean "idlib" (Idlib, إدلب)?'
 * parsed.accounting.victims // { received: 2, kept: 1, rejected: 1, rejectedBy: { "key-unknown": 1 } }
 */
export function parseRecords<K extends Keys, Row = unknown>(
  codebook: Codebook<K>,
  rows: RecordRows<Row>,
): ParsedRecords<K, ExtraOf<Row>> {
  checkCodebook(codebook);
  return parseNumbered(codebook, rows);
}

/** What `parseRecords` does, for rows of which something is known before they are read. */
export function parseNumbered<K extends Keys, Row = unknown>(
  codebook: Codebook<K>,
  rows: RecordRows<Row>,
  known: { readonly [Table in TableName]?: KnownOfRows } = {},
): ParsedRecords<K, ExtraOf<Row>> {
  checkRecordRows(rows);
  const readers = columnReaders(codebook, rows);
  // Not `??`: a table that is null is a fault of the caller's, not a table that was left out.
  const incidentRows = rows.incidents === undefined ? [] : rows.incidents;
  const incidents = readTable(
    "incidents",
    incidentRows,
    incidentReader(codebook, readers.incident),
    known.incidents,
  );
  const disorder = rows.datesOutOfOrder === "refuse" ? "rejected" : "warning";
  const victims = readTable(
    "victims",
    rows.victims,
    victimReader(readers.victim, incidents, disorder),
    known.victims,
  );
  return {
    incidents: incidents.records,
    // Each of them has an incident, and the rows' columns that no reader knows are those that `ExtraOf` names.
    victims: victims.records as readonly Victim<K, ExtraOf<Row>>[],
    issues: [...incidents.account.issues(), ...victims.account.issues()],
    accounting: { incidents: incidents.account.accounting(), victims: victims.account.accounting() },
  };
}
