import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../src/calendar/calendar-date.js";
import { type ParsedRecords, parseRecords } from "../../src/record/parse-records.js";
import type { RecordIssue } from "../../src/record/record-issue.js";
import { byPerpetrator } from "../../src/report/by-perpetrator.js";
import { asOf } from "../../src/revision/as-of.js";
import { parseVersions } from "../../src/revision/parse-versions.js";
import { recordsAsOf } from "../../src/revision/records-as-of.js";
import { tallyStates } from "../../src/revision/tally-states.js";
import { tally } from "../../src/tally/tally.js";
import { codebook, policy } from "../report/hand-made.js";
import { reordered } from "../support/records.js";
import { deepFreeze } from "../support/tally.js";
import { type AnyVersionRow, lastRowOf, type VersionRowsCase, versionRows } from "../support/version-rows.js";

interface NumberedRow {
  readonly row: AnyVersionRow;
  readonly number: number;
}

/** The rows that hold on a day by the plainest means: of each id the last until then, if it is no withdrawal. */
function rowsOn(rows: readonly AnyVersionRow[], day: CalendarDate): NumberedRow[] {
  const held = new Map<string, NumberedRow>();
  const numbered = rows.map((row, nth) => ({ row, number: nth + 1 }));
  const until = numbered.filter(({ row }) => String(row["recorded"]) <= day);
  for (const one of until.sort((a, b) => (String(a.row["recorded"]) < String(b.row["recorded"]) ? -1 : 1))) {
    held.set(String(one.row["id"]).trim(), one);
  }
  return [...held.values()]
    .filter(({ row }) => row["withdrawn"] !== "yes")
    .sort((a, b) => a.number - b.number);
}

/** What `parseRecords` makes of the rows that hold on a day, its issues with the numbers of all rows. */
function parsedOn({ rows }: VersionRowsCase, day: CalendarDate): ParsedRecords {
  const [incidents, victims] = [rowsOn(rows.incidents, day), rowsOn(rows.victims, day)];
  const numbers = { incidents, victims };
  const parsed = parseRecords(codebook, {
    ...rows,
    incidents: incidents.map(recordIn),
    victims: victims.map(recordIn).map((row) => withIncidentOn(row, rows.incidents, day)),
  });
  const issues = parsed.issues.map((issue): RecordIssue => {
    const row = numbers[issue.table][issue.row - 1]?.number ?? 0;
    return { ...issue, row, message: issue.message.replace(`(row ${issue.row})`, `(row ${row})`) };
  });
  return {
    ...parsed,
    incidents: [...parsed.incidents].sort(byId),
    victims: [...parsed.victims].sort(byId),
    issues,
  };
}

function recordIn({ row }: NumberedRow): AnyVersionRow {
  const ofVersion = ["recorded", "withdrawn", "changeReason", "mergedInto", "changeNote"];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !ofVersion.includes(column)));
}

/** The row of a victim, naming the incident that stayed, where that which it names was merged. */
function withIncidentOn(
  row: AnyVersionRow,
  incidents: readonly AnyVersionRow[],
  day: CalendarDate,
): AnyVersionRow {
  const last = lastRowOf(incidents, String(row["incident"]), day);
  if (last?.["mergedInto"] === undefined || !("incident" in row)) return row;
  const incident = { ...row, incident: last["mergedInto"] };
  // Of an incident that is not there then, the row goes by the name that it has.
  const stays = withIncidentOn(incident, incidents, day);
  const lastOfAll = lastRowOf(incidents, String(stays["incident"]), day);
  return lastOfAll?.["withdrawn"] === "yes" ? row : stays;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

describe("records as of a day", () => {
  test("are those that parseRecords makes of the rows that held then: records, issues and accounting", () => {
    fc.assert(
      fc.property(versionRows(), (one) => {
        const parsed = parseVersions(codebook, one.rows);
        for (const day of one.days) expect(recordsAsOf(parsed, day)).toEqual(parsedOn(one, day));
      }),
    );
  });

  test("are the same whatever the order of the rows", () => {
    const any = versionRows().chain(({ rows, days }) =>
      fc
        .tuple(reordered(rows.incidents), reordered(rows.victims))
        .map(([incidents, victims]) => ({ rows, others: { ...rows, incidents, victims }, days })),
    );
    fc.assert(
      fc.property(any, ({ rows, others, days }) => {
        const [one, other] = [parseVersions(codebook, rows), parseVersions(codebook, others)];
        expect(other.victims).toEqual(one.victims);
        expect(other.incidents).toEqual(one.incidents);
        expect(other.accounting).toEqual(one.accounting);
        for (const day of days) {
          const [then, thenToo] = [recordsAsOf(one, day), recordsAsOf(other, day)];
          expect(thenToo.accounting).toEqual(then.accounting);
        }
      }),
    );
  });
});

describe("versions that were read", () => {
  test("account for every row, once", () => {
    fc.assert(
      fc.property(versionRows(), ({ rows }) => {
        const { accounting } = parseVersions(codebook, rows);
        for (const table of ["incidents", "victims"] as const) {
          const { received, kept, rejected, rejectedBy } = accounting[table];
          expect(received).toBe(rows[table].length);
          expect(kept + rejected).toBe(received);
          expect(Object.values(rejectedBy).reduce((sum, count) => sum + count, 0)).toBe(rejected);
        }
      }),
    );
  });

  test("can be asked as of any day and counted state by state, and are data that JSON keeps", () => {
    fc.assert(
      fc.property(versionRows(), ({ rows, days }) => {
        const parsed = deepFreeze(parseVersions(codebook, deepFreeze(rows)));
        expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
        const by = { perpetrator: byPerpetrator(codebook, policy) };
        const states = tallyStates(parsed.victims, { by });
        for (const day of days) {
          const state = states.filter(({ since }) => since <= day).at(-1);
          const records = asOf(parsed.victims, day);
          expect(state?.tally ?? tally(records.slice(0, 0), { by })).toEqual(tally(records, { by }));
        }
      }),
    );
  });

  test("say of who is gone that the row cannot be read where, and only where, one is rejected then", () => {
    fc.assert(
      fc.property(versionRows(), ({ rows, days }) => {
        const parsed = parseVersions(codebook, rows);
        for (const day of days) {
          const rejected = new Set(
            recordsAsOf(parsed, day).issues.flatMap(({ table, id, severity }) =>
              table === "victims" && severity === "rejected" ? [id] : [],
            ),
          );
          const last = new Map(
            parsed.victims.filter(({ recorded }) => recorded <= day).map((version) => [version.id, version]),
          );
          for (const [id, { item, reasons = [] }] of last) {
            if (item !== null) continue;
            expect([id, reasons.some(({ kind }) => kind === "row-rejected")]).toEqual([id, rejected.has(id)]);
          }
        }
      }),
    );
  });

  test("tell of each thing that is wrong once, and from when until when", () => {
    fc.assert(
      fc.property(versionRows(), ({ rows }) => {
        const { issues } = parseVersions(codebook, rows);
        for (const { table, row, path, since, until } of issues) {
          // What is said of a reason is said of no day.
          if (path[0] === "changeReason") continue;
          const recorded = String(rows[table][row - 1]?.["recorded"]);
          expect(since !== null && since >= recorded).toBe(true);
          expect(until === null || (since !== null && until > since)).toBe(true);
        }
        const told = issues.map(({ table, row, path, code, since }) =>
          JSON.stringify([table, row, path, code, since]),
        );
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });
});
