import type { Month } from "../calendar/month.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import { sameContent } from "../record/same-content.js";
import type { DateBasis } from "../report/by-date.js";
import type { MassacreTable } from "../report/massacre-table.js";
import type { MonthlyReport } from "../report/monthly-report.js";
import type { PeriodTables } from "../report/period-tables.js";
import type { AttributionKey } from "../rule/attribution.js";
import type { Cell } from "../tally/read.js";

/** A count of a report as it was first published, as it is now known, and the signed difference. */
export interface Restated<Category extends string = string> {
  readonly first: Cell<Category>;
  readonly now: Cell<Category>;
  readonly difference: number;
}

/** One row of a table, restated. */
export interface RestatedRow<Key extends string = string, Category extends string = string>
  extends Restated<Category> {
  readonly key: Key;
  /** As the report of now prints it. */
  readonly label: string;
}

/** The tables of the persons of one period, restated row by row in the order of the report of now. */
export interface RestatedTables<K extends Keys = Keys> {
  readonly perpetrators: readonly RestatedRow<AttributionKey<K>, K["category"]>[];
  readonly sections: readonly RestatedRow<K["section"] | "jointly", K["category"]>[];
  readonly alliances: readonly RestatedRow<K["alliance"], K["category"]>[];
  readonly places: readonly RestatedRow<K["place"] | "unknown", K["category"]>[];
  readonly means: readonly RestatedRow<K["means"] | "unknown", K["category"]>[];
}

/** The massacres of one period, restated. */
export interface RestatedMassacres<Category extends string = string> {
  /** Numbers of incidents, not of persons. */
  readonly first: number;
  readonly now: number;
  readonly difference: number;
  readonly toll: Restated<Category>;
  /** The ids of the incidents that are massacres of the period now and were not. */
  readonly appeared: readonly string[];
  /** The ids of those that were, and are no more. */
  readonly disappeared: readonly string[];
}

/** A definition that a report rests on. */
export type ReportRule = "codebook" | "population" | "policy" | "massacre";

/** The tables of a monthly report as first published and as now known: plain data. */
export interface Restatement<K extends Keys = Keys> extends RestatedTables<K> {
  readonly kind: "restatement";
  readonly month: Month;
  readonly basis: DateBasis;
  /** The definitions that are not the same in both reports: where there are any, a difference may be theirs and not the records'. */
  readonly rulesChanged: readonly ReportRule[];
  readonly toll: { readonly month: Restated<K["category"]>; readonly sinceJanuary: Restated<K["category"]> };
  readonly sinceJanuary: RestatedTables<K>;
  readonly massacres: {
    readonly month: RestatedMassacres<K["category"]>;
    readonly sinceJanuary: RestatedMassacres<K["category"]>;
  };
}

/**
 * Gives every table of a monthly report as it was first published, as it is now known, and the differences.
 *
 * `first` is the report of the records as known when it was published (`recordsAsOf`), `now` that of the records of today, of
 * the same month on the same basis. What changed and why, id by id, is in the ledger of the two: see `compareReleases`.
 *
 * @throws `reports-not-comparable` if the month, the basis, the dating of massacres, or the rows of a table are not the same.
 *
 * @example
 * const rows = [{ id: "v-1", status: "civilian", documented: "2021-07-03" }, { id: "v-2", status: "civilian", documented: "2021-07-30" }];
 * const reportOf = (victims: readonly object[]) =>
 *   monthlyReport(parseRecords(snhrCodebook, { victims }), {
 *     codebook: snhrCodebook,
 *     population: snhrPopulation,
 *     policy: snhrPolicy,
 *     massacre: snhrMassacre,
 *     massacresDated: "incident",
 *     month: month("2021-07"),
 *     basis: "documented",
 *     rounding: "half-up",
 *     digits: 0,
 *   });
 * restateReport(reportOf(rows.slice(0, 1)), reportOf(rows)).toll.month.difference // 1
 */
export function restateReport<K extends Keys>(
  first: MonthlyReport<K>,
  now: MonthlyReport<K>,
): Restatement<K> {
  for (const choice of ["month", "basis", "massacresDated"] as const) {
    if (first[choice] !== now[choice]) throw notComparable(choice);
  }
  const rules: readonly ReportRule[] = ["codebook", "population", "policy", "massacre"];
  return {
    kind: "restatement",
    month: now.month,
    basis: now.basis,
    rulesChanged: rules.filter((rule) => !sameContent(first.definitions[rule], now.definitions[rule])),
    toll: {
      month: restated(first.toll.month, now.toll.month),
      sinceJanuary: restated(first.toll.sinceJanuary, now.toll.sinceJanuary),
    },
    ...restatedTables<K>(first, now),
    sinceJanuary: restatedTables<K>(first.sinceJanuary, now.sinceJanuary),
    massacres: {
      month: restatedMassacres<K>(first.massacres.month, now.massacres.month),
      sinceJanuary: restatedMassacres<K>(first.massacres.sinceJanuary, now.massacres.sinceJanuary),
    },
  };
}

function restatedTables<K extends Keys>(first: PeriodTables<K>, now: PeriodTables<K>): RestatedTables<K> {
  return {
    perpetrators: restatedRows("perpetrators", first.perpetrators, now.perpetrators),
    sections: restatedRows("sections", first.sections, now.sections),
    alliances: restatedRows("alliances", first.alliances, now.alliances),
    places: restatedRows("places", first.places, now.places),
    means: restatedRows("means", first.means, now.means),
  };
}

/** What is read of the row of any table. */
interface AnyRow<Key extends string, Category extends string> extends Cell<Category> {
  readonly key: Key;
  readonly label: string;
}

function restatedRows<Key extends string, Category extends string>(
  table: keyof RestatedTables,
  first: readonly AnyRow<Key, Category>[],
  now: readonly AnyRow<Key, Category>[],
): RestatedRow<Key, Category>[] {
  if (first.length !== now.length) throw notComparable(table);
  const before = new Map(first.map((row) => [row.key, row]));
  return now.map((row) => {
    const earlier = before.get(row.key);
    if (earlier === undefined) throw notComparable(table);
    return { key: row.key, label: row.label, ...restated(earlier, row) };
  });
}

function restated<Category extends string>(first: Cell<Category>, now: Cell<Category>): Restated<Category> {
  return { first: cellOf(first), now: cellOf(now), difference: now.count - first.count };
}

function cellOf<Category extends string>({ count, including }: Cell<Category>): Cell<Category> {
  return { count, including };
}

function restatedMassacres<K extends Keys>(
  first: MassacreTable<K>,
  now: MassacreTable<K>,
): RestatedMassacres<K["category"]> {
  return {
    first: first.massacres,
    now: now.massacres,
    difference: now.massacres - first.massacres,
    toll: restated(first.toll, now.toll),
    appeared: idsOnlyIn(now, first),
    disappeared: idsOnlyIn(first, now),
  };
}

function idsOnlyIn(one: MassacreTable, other: MassacreTable): string[] {
  const others = new Set(other.entries.map(({ id }) => id));
  return one.entries.flatMap(({ id }) => (others.has(id) ? [] : [id]));
}

function notComparable(differs: string): CasualtyError<"reports-not-comparable"> {
  return new CasualtyError(
    "reports-not-comparable",
    `The two reports do not have the same ${differs}: make both of one month, with one basis, one dating and one codebook.`,
    { differs },
  );
}
