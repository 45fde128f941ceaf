import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { type KeptRow, keepUnique } from "./keep-unique.js";
import { misspeltColumns } from "./misspelt-columns.js";
import { type PlacedFault, type Readers, readRow } from "./read-row.js";
import type { IssueCode, RecordIssue, TableName } from "./record-issue.js";

/** How the rows of one table were disposed of: `received = rejected + kept`. */
export interface TableAccounting {
  readonly received: number;
  readonly kept: number;
  readonly rejected: number;
  /** The rejected rows by the first code for which they were rejected; they add to `rejected`. */
  readonly rejectedBy: { readonly [Code in IssueCode]?: number };
}

/** A table whose rows were read: those without fault, and the account of the others, which may grow. */
export interface ReadTable<Values> {
  readonly kept: readonly KeptRow<Values>[];
  /** The ids of rejected rows, as far as they could be read, that no kept row has. */
  readonly rejectedIds: ReadonlySet<string>;
  /** Rejects a row that was kept so far. */
  readonly reject: (row: number, id: string, fault: PlacedFault) => void;
  readonly warn: (row: number, id: string, fault: PlacedFault) => void;
  /** By row. */
  readonly issues: () => readonly RecordIssue[];
  readonly accounting: () => TableAccounting;
}

/**
 * Reads every row of a table, and keeps the account of those that are rejected, then and later. The rows are numbered from
 * 1, if they are not given other numbers.
 */
export function readTable<Values extends { readonly id: string }>(
  table: TableName,
  rows: unknown,
  readers: Readers<Values>,
  numbers: readonly number[] = [],
): ReadTable<Values> {
  if (!Array.isArray(rows)) {
    throw new CasualtyError(
      "records-not-rows",
      `The rows of the ${table} are ${shown(rows)}: hand in a list of rows.`,
      { table, received: shown(rows) },
    );
  }
  const issues: RecordIssue[] = [];
  const rejectedBy = new Map<number, IssueCode>();
  const rejectedIds = new Set<string>();
  const note = (severity: RecordIssue["severity"], row: number, id: string | null, fault: PlacedFault) => {
    const { path, code, describe } = fault;
    issues.push({ table, row, id, path, code, severity, message: describe(`row ${row}`) });
  };
  const reject = (row: number, id: string | null, fault: PlacedFault) => {
    note("rejected", row, id, fault);
    if (!rejectedBy.has(row)) rejectedBy.set(row, fault.code);
    if (id !== null) rejectedIds.add(id);
  };
  const warn = (row: number, id: string | null, fault: PlacedFault) => {
    note("warning", row, id, fault);
  };

  const tellMisspelt = misspeltColumns(readers, warn);
  const read: KeptRow<Values>[] = [];
  // Not forEach, which passes over the holes of a list: they are rows too, and accounted for.
  for (const [position, row] of (rows as readonly unknown[]).entries()) {
    const number = numbers[position] ?? position + 1;
    const { values, extra, faults, warnings } = readRow(readers, row);
    const id = values?.id ?? idIn(readers.id, row);
    for (const fault of faults) reject(number, id, fault);
    tellMisspelt(number, id, extra);
    if (values === null) continue;
    for (const fault of warnings) warn(number, values.id, fault);
    read.push({ values, extra, row: number });
  }
  const kept = keepUnique(read, reject);
  for (const { values } of kept) rejectedIds.delete(values.id);
  return {
    kept,
    rejectedIds,
    reject,
    warn,
    issues: () => [...issues].sort((a, b) => a.row - b.row),
    accounting: () => ({
      received: rows.length,
      kept: rows.length - rejectedBy.size,
      rejected: rejectedBy.size,
      rejectedBy: countsOf(rejectedBy.values()),
    }),
  };
}

function idIn(read: Readers<{ id: string }>["id"], row: unknown): string | null {
  if (typeof row !== "object" || row === null) return null;
  const result = read((row as { readonly id?: unknown }).id);
  return "fault" in result ? null : result.value;
}

function countsOf(codes: Iterable<IssueCode>): { [Code in IssueCode]?: number } {
  const counts: { [Code in IssueCode]?: number } = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
