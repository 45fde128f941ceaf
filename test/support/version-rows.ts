import fc from "fast-check";
import { type CalendarDate, calendarDate } from "../../src/calendar/calendar-date.js";
import type { RecordRows } from "../../src/record/parse-records.js";
import { textOfDay } from "./calendar.js";

/** No kind of reason: what a row says of its record holds all the same. */
const misspelt = "age corrected";

/** A row of a version: what it says, and when. */
export type AnyVersionRow = Readonly<Record<string, unknown>>;

/**
 * Rows of versions of incidents and victims in any order, each well placed in time, and merged only into what is recorded
 * then; what they hold may be at fault.
 */
export interface VersionRowsCase {
  readonly rows: RecordRows & {
    readonly incidents: readonly AnyVersionRow[];
    readonly victims: readonly AnyVersionRow[];
  };
  /** Days before, on and after those of the versions. */
  readonly days: readonly CalendarDate[];
}

/** A few incidents and victims that change often, so that they meet in every way; by the hand-made codebook. */
export function versionRows(): fc.Arbitrary<VersionRowsCase> {
  return fc
    .record({
      incidents: timelines(["i-1", "i-2", "7"], incidentFacts()),
      victims: timelines(["v-1", "v-2", "v-3", "v-4", "constructor"], victimFacts()),
      datesOutOfOrder: fc.constantFrom("report" as const, "refuse" as const),
      implausible: fc.constantFrom("keep" as const, "refuse" as const),
    })
    .map((rows) => ({ rows, days: [-1, 0, 2, 5, 9, 14, 99].map(dayAfter) }));
}

function timelines(
  ids: readonly string[],
  facts: fc.Arbitrary<AnyVersionRow>,
): fc.Arbitrary<readonly AnyVersionRow[]> {
  const steps = fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 5 }),
      facts,
      isWithdrawal: fc.nat(3).map((chance) => chance === 0),
      into: fc.constantFrom(...ids, null),
    }),
    { maxLength: 4 },
  );
  return fc.tuple(...ids.map((id) => fc.tuple(idTexts(id), steps))).chain((timelinesOfIds) => {
    const rows = merged(timelinesOfIds.flatMap(([id, ofId]) => rowsOf(id, ofId)));
    return fc.shuffledSubarray(rows, { minLength: rows.length });
  });
}

function rowsOf(
  id: unknown,
  steps: readonly {
    readonly after: number;
    readonly facts: AnyVersionRow;
    readonly isWithdrawal: boolean;
    readonly into: string | null;
  }[],
): AnyVersionRow[] {
  let day = -1;
  let isRecorded = false;
  return steps.flatMap(({ after, facts, isWithdrawal, into }) => {
    day += after;
    if (isWithdrawal && !isRecorded) return [];
    isRecorded = !isWithdrawal;
    const recorded = dayAfter(day);
    if (!isWithdrawal) return [{ ...facts, id, recorded }];
    return [{ id, recorded, withdrawn: "yes", ...facts, mergedInto: into }];
  });
}

/** The rows, their withdrawals merged only into records that are there at the end of the day. */
function merged(rows: readonly AnyVersionRow[]): AnyVersionRow[] {
  return rows.map((row) => {
    const { mergedInto, ...others } = row;
    if (typeof mergedInto !== "string") return others;
    const last = lastRowOf(rows, mergedInto, String(row["recorded"]));
    if (last === undefined || last["withdrawn"] === "yes") return others;
    return { ...others, changeReason: others["changeReason"] === misspelt ? misspelt : "merged", mergedInto };
  });
}

/** The last row of an id until a day. */
export function lastRowOf(
  rows: readonly AnyVersionRow[],
  id: string,
  day: string,
): AnyVersionRow | undefined {
  const until = rows.filter(
    (row) => String(row["id"]).trim() === id.trim() && String(row["recorded"]) <= day,
  );
  return until.sort((a, b) => (String(a["recorded"]) < String(b["recorded"]) ? -1 : 1)).at(-1);
}

/** An id as it may be written: with spaces, and as a number. */
function idTexts(id: string): fc.Arbitrary<unknown> {
  return fc.constantFrom<unknown>(id, ` ${id} `, /^\d+$/.test(id) ? Number(id) : id);
}

function incidentFacts(): fc.Arbitrary<AnyVersionRow> {
  return fc.record(
    {
      date: fc.constantFrom("2021-07-01", "2021-07", "2021-13", ""),
      place: fc.constantFrom("north", "The South", "Norht", null),
      suspects: fc.constantFrom("army", "army; militia", ["guards"], "nobody known"),
      investigation: fc.constantFrom("open", "concluded"),
      changeReason: fc.constantFrom("re-attributed", "other", misspelt, ""),
      sheet: fc.nat(2),
    },
    { requiredKeys: [] },
  );
}

function victimFacts(): fc.Arbitrary<AnyVersionRow> {
  return fc.record(
    {
      incident: fc.constantFrom<unknown>("i-1", " i-2", 7, "7", "i-9", "", null),
      status: fc.constantFrom("civilian", "armed-forces", "fighter"),
      age: fc.constantFrom<unknown>(9, "34", -1, 150, ""),
      sex: fc.constantFrom("f", "male", ""),
      died: fc.constantFrom("2021-06-30", "2021-07-02", ""),
      documented: fc.constantFrom("2021-06-29", "2021-07-03", ""),
      changeReason: fc.constantFrom("age-known", "re-dated", misspelt, ""),
      changeNote: fc.constantFrom("a note", ""),
      sheet: fc.nat(2),
    },
    { requiredKeys: [] },
  );
}

function dayAfter(days: number): CalendarDate {
  return calendarDate(textOfDay(18_809 + days));
}
