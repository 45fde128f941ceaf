import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { type Findings, type PlacedFault, placed } from "./column.js";
import {
  type Columns,
  type Extra,
  extraOf,
  furtherColumns,
  mistakenColumns,
  type OtherTable,
} from "./further-columns.js";
import { keepUnique, type NumberedRecords } from "./keep-unique.js";
import { type Fault, faultOf } from "./read-value.js";
import type { RecordIssue, TableName } from "./record-issue.js";
import { type TableAccount, tableAccount } from "./table-account.js";

/** What is wrong with a record whose row has no fault by itself, or doubtful about it. */
export interface Finding {
  readonly fault: PlacedFault;
  readonly severity: RecordIssue["severity"];
}

/** How the rows of one table are read. */
export interface RowReader<Item> {
  /** The columns that are read. */
  readonly columns: readonly string[];
  readonly otherTable: OtherTable;
  /** Makes a record of a row, and says into `findings` what is wrong with it: then it is none. */
  readonly recordOf: (row: Columns, extra: Extra) => Item;
  readonly findings: Findings;
  /** Gives records of which each has its id for itself what they have of other tables. */
  readonly link: (records: readonly Item[]) => void;
  /** What is wrong with a record of which columns are faulty, beside these. */
  readonly alsoWrong: (record: Item) => readonly PlacedFault[];
  /** What is found when the columns of a linked record are looked at together. */
  readonly check: (record: Item) => readonly Finding[];
}

/** What is known of the rows of a table before they are read. */
export interface KnownOfRows {
  /** The numbers that they have, where these are not all that is parsed: else 1, 2, 3. */
  readonly numbers?: readonly number[];
  /** What is wrong with rows beside what reading finds in them, by their numbers. */
  readonly faults?: ReadonlyMap<number, PlacedFault>;
}

/** A table whose rows were read: the records that are kept, in the order of their rows, and the account of all rows. */
export interface ReadTable<Item> {
  readonly records: readonly Item[];
  /** The record of an id, if there is one. */
  readonly withId: (id: string) => Item | undefined;
  readonly account: TableAccount;
}

/** Reads every row of a table, keeps the good ones, and keeps the account of all. */
export function readTable<Item extends { readonly id: string }>(
  table: TableName,
  rows: unknown,
  reader: RowReader<Item>,
  known: KnownOfRows = {},
): ReadTable<Item> {
  if (!Array.isArray(rows)) {
    throw new CasualtyError(
      "records-not-rows",
      `The rows of the ${table} are ${shown(rows)}: hand in a list of rows.`,
      { table, received: shown(rows) },
    );
  }
  const account = tableAccount(table, rows.length);
  const unique = keepUnique(readRows(rows, known, reader, account), account.reject);
  reader.link(unique.records);
  const isKept = (record: Item, at: number): boolean => {
    const findings = reader.check(record);
    if (findings.length === 0) return true;
    for (const { severity, fault } of findings) {
      const tell = severity === "rejected" ? account.reject : account.warn;
      tell(unique.rows[at] ?? 0, record.id, fault);
    }
    return findings.every(({ severity }) => severity === "warning");
  };
  return { records: unique.records.filter(isKept), withId: unique.withId, account };
}

/** The records of the rows that are good by themselves. */
function readRows<Item extends { readonly id: string }>(
  given: readonly unknown[],
  known: KnownOfRows,
  { columns, otherTable, recordOf, alsoWrong, findings: { faults, warnings } }: RowReader<Item>,
  account: TableAccount,
): NumberedRecords<Item> {
  const furtherOf = furtherColumns(columns);
  const tellMistaken = mistakenColumns({ columns, otherTable }, account.warn);
  const tellFindings = (row: number, id: string | null) => {
    for (const fault of faults) account.reject(row, id, fault);
    if (faults.length === 0) for (const doubt of warnings) account.warn(row, id, doubt);
    faults.length = 0;
    warnings.length = 0;
  };
  const records: Item[] = [];
  const rows: number[] = [];
  // By its length, not by what it holds: the holes of a list are rows too, and accounted for.
  for (let at = 0; at < given.length; at += 1) {
    const row = given[at];
    const number = known.numbers?.[at] ?? at + 1;
    if (!isObject(row)) {
      account.reject(number, null, placed(notObject(row), []));
      continue;
    }
    const further = furtherOf(row);
    const beforehand = known.faults?.get(number);
    if (beforehand !== undefined) faults.push(beforehand);
    const record = recordOf(row, extraOf(row, further));
    // Where the id is what is wrong, there is none.
    const id = (record.id as string | undefined) ?? null;
    if (further.length > 0) tellMistaken(number, id, further, row);
    if (faults.length === 0) {
      records.push(record);
      rows.push(number);
    }
    if (faults.length > 0) faults.push(...alsoWrong(record));
    if (faults.length > 0 || warnings.length > 0) tellFindings(number, id);
  }
  return { records, rows };
}

/** What is wrong with a row that is no object. */
export function notObject(row: unknown): Fault {
  return faultOf(
    "row-not-object",
    `the row is ${shown(row)}, not an object`,
    "hand in an object with a value for each column",
  );
}

function isObject(row: unknown): row is Columns {
  return typeof row === "object" && row !== null && !Array.isArray(row);
}
