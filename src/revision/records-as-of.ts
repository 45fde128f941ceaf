import { type CalendarDate, calendarDate } from "../calendar/calendar-date.js";
import type { Keys } from "../codebook/keys.js";
import { checkedItems, checkedObject } from "../error.js";
import { checkedRecords } from "../record/of-incidents.js";
import type { ParsedRecords } from "../record/parse-records.js";
import type { RecordIssue, TableName } from "../record/record-issue.js";
import type { TableAccounting } from "../record/table-account.js";
import { asOf } from "./as-of.js";
import type { ParsedVersions } from "./parse-versions.js";
import { rejectedRows } from "./rejected-rows.js";
import type { VersionIssue } from "./version-issue.js";

/**
 * Gives the records as they were known at the end of a day, in the form of `parseRecords`: what a report of that day was made
 * from, with the issues and the accounting of the rows that held then.
 *
 * They are in the order of their ids. Rows that were recorded later, were superseded or withdraw a record are not in the
 * accounting of the day, and neither are warnings of the reason of a change. Rows that could not be placed in time may hold on any
 * day: they are rejected as of every day, `version-unplaced`, with the other rows of their id, so that a report says *at least*.
 *
 * Errors: as `calendarDate` where the day is none; those of `asOf` for versions that `parseVersions` has not made.
 *
 * @example
 * const parsed = parseVersions(snhrCodebook, {
 *   victims: [
 *     { id: "v-1", recorded: "2021-07-22", age: "9" },
 *     { id: "v-2", recorded: "2021-07-22", age: "9" },
 *     { id: "v-2", recorded: "2021-08-03", withdrawn: "yes", changeReason: "duplicate", mergedInto: "v-1" },
 *   ],
 * });
 * recordsAsOf(parsed, calendarDate("2021-07-31")).victims.map(({ id }) => id) // ["v-1", "v-2"]
 * recordsAsOf(parsed, calendarDate("2021-08-31")).victims.map(({ id }) => id) // ["v-1"]
 */
export function recordsAsOf<K extends Keys, Extra>(
  parsed: ParsedVersions<K, Extra>,
  day: CalendarDate,
): ParsedRecords<K, Extra> {
  const takes = "all that parseVersions gives, with its issues";
  const { issues: all } = checkedRecords(parsed, "recordsAsOf", takes);
  checkedItems(all, "recordsAsOf", takes);
  const known = calendarDate(day);
  const issues = all.flatMap((issue) => issueAsOf(checkedObject(issue, "recordsAsOf", takes), known));
  const [incidents, victims] = [asOf(parsed.incidents, known), asOf(parsed.victims, known)];
  return {
    incidents,
    victims,
    issues,
    accounting: {
      incidents: accountingOf("incidents", incidents.length, issues),
      victims: accountingOf("victims", victims.length, issues),
    },
  };
}

function issueAsOf({ since, until, withdraws, ...issue }: VersionIssue, day: CalendarDate): RecordIssue[] {
  if (withdraws) return [];
  if (since === null) return issue.severity === "rejected" ? [{ ...issue, code: "version-unplaced" }] : [];
  if (since > day || (until !== null && until <= day)) return [];
  // What is dated was found by reading the row as `parseRecords` does.
  return [issue as RecordIssue];
}

function accountingOf(table: TableName, kept: number, issues: readonly RecordIssue[]): TableAccounting {
  const { rejected, rejectedBy } = rejectedRows(issues.filter((issue) => issue.table === table));
  return { received: kept + rejected, kept, rejected, rejectedBy };
}
