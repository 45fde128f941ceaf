import type { PlacedFault } from "./column.js";
import type { IssueCode, RecordIssue, TableName } from "./record-issue.js";

/** How the rows of one table were disposed of: `received = rejected + kept`. */
export interface TableAccounting {
  readonly received: number;
  readonly kept: number;
  readonly rejected: number;
  /** The rejected rows by the first code for which they were rejected; they add to `rejected`. */
  readonly rejectedBy: { readonly [Code in IssueCode]?: number };
}

/** The account of the rows of one table, kept while they are read and after. */
export interface TableAccount {
  /** Tells of a row that is left out, and why. Of a row with several reasons they are told one after the other. */
  readonly reject: (row: number, id: string | null, fault: PlacedFault) => void;
  /** Tells of a row that is kept, and of what is doubtful in it. */
  readonly warn: (row: number, id: string | null, fault: PlacedFault) => void;
  /** The ids of the rows that were rejected so far, as far as they could be read; a row that is kept may have one of them. */
  readonly rejectedIds: () => ReadonlySet<string>;
  /** By row. */
  readonly issues: () => readonly RecordIssue[];
  readonly accounting: () => TableAccounting;
}

/** Opens the account of a table of so many rows. */
export function tableAccount(table: TableName, received: number): TableAccount {
  const issues: RecordIssue[] = [];
  const rejectedBy: { [Code in IssueCode]?: number } = {};
  let rejected = 0;
  let lastRejected = 0;
  const note = (severity: RecordIssue["severity"], row: number, id: string | null, fault: PlacedFault) => {
    const { path, code, describe } = fault;
    issues.push({ table, row, id, path, code, severity, message: describe(`row ${row}`) });
  };
  return {
    reject: (row, id, fault) => {
      note("rejected", row, id, fault);
      if (row === lastRejected) return;
      lastRejected = row;
      rejected += 1;
      rejectedBy[fault.code] = (rejectedBy[fault.code] ?? 0) + 1;
    },
    warn: (row, id, fault) => {
      note("warning", row, id, fault);
    },
    rejectedIds: () => {
      const ofRejected = issues.filter(({ severity }) => severity === "rejected").map(({ id }) => id);
      return new Set(ofRejected.filter((id) => id !== null));
    },
    issues: () => [...issues].sort((a, b) => a.row - b.row),
    accounting: () => ({ received, kept: received - rejected, rejected, rejectedBy: { ...rejectedBy } }),
  };
}
