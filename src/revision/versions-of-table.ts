import type { CalendarDate } from "../calendar/calendar-date.js";
import type { RecordIssue } from "../record/record-issue.js";
import { sameContent } from "../record/same-content.js";
import { compareTexts, groupedById } from "./grouped-by-id.js";
import { mergedInto, stayTest } from "./merges.js";
import type { Outcome } from "./read-layers.js";
import { inWords, type Reason, reasonText } from "./reason.js";
import { rejectedRows } from "./rejected-rows.js";
import type { Stretch, Stretches } from "./stretches.js";
import type { Version } from "./version.js";
import type { VersionIssue } from "./version-issue.js";
import type { VersionRow } from "./version-row.js";
import type { VersionTable } from "./version-table.js";

/** How the rows of one table of versions were disposed of: `received = rejected + kept`. */
export interface VersionAccounting {
  readonly received: number;
  /** The rows that were a version, or a withdrawal, of their record on any day. */
  readonly kept: number;
  readonly rejected: number;
  /** The rejected rows by the first code for which they were rejected; they add to `rejected`. */
  readonly rejectedBy: { readonly [Code in VersionIssue["code"]]?: number };
}

/** The versions of one table as they were read. */
export interface TableVersions<Item> {
  readonly versions: readonly Version<Item>[];
  /** By row. */
  readonly issues: readonly VersionIssue[];
  readonly accounting: VersionAccounting;
}

/** Sets together what was read of one table. */
export function versionsOfTable<Item>(
  table: VersionTable,
  stretches: Stretches,
  outcomes: ReadonlyMap<Stretch, Outcome<Item>>,
  others: readonly RecordIssue[],
): TableVersions<Item> {
  const versions: Version<Item>[] = [];
  const kept = new Set<number>();
  const strays = new Map(table.strays.map((stray) => [stray.row, stray]));
  const issues: VersionIssue[] = [
    ...table.issues,
    ...others
      .filter((issue) => issue.table === table.name)
      .map((issue) => {
        // Of a column nothing is rejected: it is said of no day.
        const stray = issue.severity === "rejected" ? strays.get(issue.row) : undefined;
        const { recorded: since = null, withdraws = false } = stray ?? {};
        return { ...issue, since, until: null, withdraws };
      }),
  ];
  for (const [id, timeline] of table.timelines) {
    const ofRecord = stretches.get(id) ?? [];
    versions.push(...versionsOfRecord(timeline, ofRecord, outcomes));
    issues.push(...datedIssues(ofRecord, outcomes));
    for (const { item, row } of timeline) if (item === null) kept.add(row);
    for (const stretch of ofRecord) if (hasItem(outcomes.get(stretch))) kept.add(stretch.row.row);
  }
  const stays = stayTest(groupedById(versions));
  issues.sort((a, b) => a.row - b.row);
  return {
    versions: versions.map((version) => settled(version, stays)).sort((a, b) => compareTexts(a.id, b.id)),
    issues,
    accounting: {
      received: table.received,
      kept: kept.size,
      ...rejectedRows(issues.filter(({ row }) => !kept.has(row))),
    },
  };
}

/**
 * A version for each stretch and withdrawal. While a record is not known there is one for each state that is not that before
 * (its row could not be read, and is withdrawn then), and none before it was known first. When it is known again, the version tells
 * what was stated of its incident meanwhile.
 */
function versionsOfRecord<Item>(
  timeline: readonly VersionRow[],
  stretches: readonly Stretch[],
  outcomes: ReadonlyMap<Stretch, Outcome<Item>>,
): Version<Item>[] {
  const withdrawals = timeline
    .filter(({ item }) => item === null)
    .map(({ id, recorded, reasons }) => ({ id, recorded, item: null, reasons }));
  const meanwhile = new Set<VersionRow>();
  let wasKnown = false;
  const read = stretches.map((stretch) => {
    const { row, since, byIncident } = stretch;
    const { item = null, issues = [] } = outcomes.get(stretch) ?? {};
    if (!wasKnown) meanwhile.clear();
    for (const version of byIncident) meanwhile.add(version);
    const own = row.recorded === since ? row.reasons : [];
    const others = item === null ? reasonsGone(byIncident, issues) : reasonsBack([...meanwhile]);
    if (item !== null) meanwhile.clear();
    wasKnown ||= item !== null;
    return { id: row.id, recorded: since, item, reasons: [...own, ...others] };
  });
  const versions: (Version<Item> & { readonly reasons: readonly Reason[] })[] = [];
  for (const version of [...read, ...withdrawals].sort((a, b) => compareTexts(a.recorded, b.recorded))) {
    const before = versions.at(-1);
    const isKnown = version.item !== null || (before !== undefined && before.item !== null);
    // The code for which a row is rejected is the last of its reasons.
    const saysAgain =
      before === undefined ||
      before.recorded === version.recorded ||
      sameContent(before.reasons.at(-1), version.reasons.at(-1));
    if (isKnown || !saysAgain) versions.push(version);
  }
  return versions;
}

/** Why a record cannot be read: what withdrew its incident, and the code for which the row is rejected. */
function reasonsGone(byIncident: readonly VersionRow[], issues: readonly RecordIssue[]): Reason[] {
  const rejected = issues.find(({ severity }) => severity === "rejected");
  const unread: readonly Reason[] =
    rejected === undefined ? [] : [{ kind: "row-rejected", note: rejected.code }];
  return [...byIncident.filter(({ item }) => item === null).flatMap(reasonsOfIncident), ...unread];
}

/** Why a record that can be read does not stand where it stood: what was stated of its incident, but for withdrawals that are over. */
function reasonsBack(byIncident: readonly VersionRow[]): Reason[] {
  return byIncident
    .filter((row) => row.item !== null || mergedInto(row).length > 0)
    .flatMap(reasonsOfIncident);
}

/** The reasons of a version of an incident as those of its victims: whatever withdraws it does not withdraw them. */
function reasonsOfIncident({ item, reasons }: VersionRow): Reason[] {
  return reasons.map((reason): Reason => {
    // The id of an incident is none of a victim.
    if ("into" in reason)
      return { kind: "incident-corrected", note: `the incident was ${reasonText(reason)}` };
    if (item !== null) return reason;
    return { kind: "other", note: `the incident was withdrawn: ${reasonText(reason)}` };
  });
}

/** The version, naming no record into which it was merged of which no row could be read that held then. */
function settled<Item>(
  { reasons = [], ...version }: Version<Item>,
  stays: (into: string, day: CalendarDate) => boolean,
): Version<Item> {
  if (reasons.length === 0) return version;
  return {
    ...version,
    reasons: reasons.map((reason) =>
      "into" in reason && !stays(reason.into, version.recorded) ? inWords(reason) : reason,
    ),
  };
}

/** The issues of a record's stretches, each once for as long as it is so; those of a day in the order in which they were found. */
function datedIssues<Item>(
  stretches: readonly Stretch[],
  outcomes: ReadonlyMap<Stretch, Outcome<Item>>,
): VersionIssue[] {
  const dated: VersionIssue[] = [];
  for (const stretch of stretches) {
    const { since, until } = stretch;
    // From the last one on, so that one that is new stands before that which it was found before.
    let next = dated.length;
    for (const issue of [...(outcomes.get(stretch)?.issues ?? [])].reverse()) {
      const nth = dated.findIndex((earlier) => earlier.until === since && isSame(earlier, issue));
      const earlier = dated[nth];
      if (earlier === undefined) dated.splice(next, 0, { ...issue, since, until, withdraws: false });
      else {
        dated[nth] = { ...earlier, until };
        next = nth;
      }
    }
  }
  return dated;
}

function isSame(one: VersionIssue, other: RecordIssue): boolean {
  return one.row === other.row && one.code === other.code && one.message === other.message;
}

function hasItem(outcome: Outcome<unknown> | undefined): boolean {
  return outcome !== undefined && outcome.item !== null;
}
