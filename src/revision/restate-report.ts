import type { Month } from "../calendar/month.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import { sameContent } from "../record/same-content.js";
import type { CategoryRow, CategoryTable } from "../report/category-table.js";
import type { MassacreRow, MassacreTable } from "../report/massacre-table.js";
import { checkedReport, type MonthlyReport } from "../report/monthly-report.js";
import type { PeriodTables } from "../report/period-tables.js";
import { type TollCell, valuePerKey } from "../report/toll-cell.js";
import type { AttributionKey } from "../rule/attribution.js";
import type {
  InEitherPeriod,
  ReportChoice,
  ReportRule,
  Restated,
  RestatedCategory,
  RestatedMassacres,
  RestatedNumber,
  RestatedRow,
  RestatedTables,
  Restatement,
} from "./restatement.js";

/**
 * Gives the tables of a monthly report as it was first published, as it is now known, and the differences: all counts, what
 * they include and may include. Percentages and rates are in the two reports.
 *
 * `first` is the report of the records as known when it was published (`recordsAsOf`), `now` that of the records of today, of
 * the same month on the same basis. What changed and why, id by id, is in the ledger of the two: see `compareReleases`.
 *
 * @throws `reports-not-comparable` if the month, the basis, the dating of massacres, the categories, or the rows of a table are not the same.
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
  for (const report of [first, now]) checkedReport(report, "restateReport");
  for (const choice of ["month", "basis", "massacresDated"] as const) {
    if (first[choice] !== now[choice]) throw notComparable(choice);
  }
  const [categories, earlier] = [now, first].map(({ tally }) => [...tally.inclusions].sort());
  if (!sameContent(categories, earlier)) throw notComparable("categories");
  const rules: readonly ReportRule[] = ["codebook", "population", "policy", "massacre"];
  return {
    kind: "restatement",
    month: now.month,
    basis: now.basis,
    rulesChanged: rules.filter((rule) => !sameContent(first.definitions[rule], now.definitions[rule])),
    choicesChanged: choices.filter((choice) => !sameContent(choiceOf(first, choice), choiceOf(now, choice))),
    toll: {
      ...inEitherPeriod(first.toll, now.toll, restated),
      spanningMonths: restated(first.toll.spanningMonths, now.toll.spanningMonths),
      undated: inEitherPeriod(first.toll.undated, now.toll.undated, restated),
    },
    ...restatedTables<K>(first, now),
    sinceJanuary: restatedTables<K>(first.sinceJanuary, now.sinceJanuary),
    months: restatedRows("months", first.months.map(rowOfMonth), now.months.map(rowOfMonth)),
    comparison: restatedRows(
      "comparison",
      first.comparison.filter(isIn(now.comparison)).map(rowOfMonth),
      now.comparison.filter(isIn(first.comparison)).map(rowOfMonth),
    ),
    categories: valuePerKey(now.tally.inclusions, (category: K["category"]) =>
      inEitherPeriod(
        first.categories[category],
        now.categories[category],
        restatedCategory<AttributionKey<K>>,
      ),
    ),
    massacres: inEitherPeriod(first.massacres, now.massacres, restatedMassacres<K>),
  };
}

const choices: readonly ReportChoice[] = ["print", "missing", "comparedFrom"];

function choiceOf(report: MonthlyReport, choice: ReportChoice): unknown {
  return choice === "comparedFrom" ? (report.comparison[0]?.month ?? null) : report[choice];
}

function inEitherPeriod<Value, Result>(
  first: InEitherPeriod<Value>,
  now: InEitherPeriod<Value>,
  restate: (first: Value, now: Value) => Result,
): InEitherPeriod<Result> {
  return {
    month: restate(first.month, now.month),
    sinceJanuary: restate(first.sinceJanuary, now.sinceJanuary),
  };
}

/** A row of a month, keyed as those of other tables are. */
function rowOfMonth<Row extends { readonly month: Month }>(row: Row): Row & AnyKeyed<Month> {
  return { ...row, key: row.month, label: row.month };
}

function isIn(others: readonly { readonly month: Month }[]): (row: { readonly month: Month }) => boolean {
  return ({ month }) => others.some((other) => other.month === month);
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

interface AnyKeyed<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

/** What is read of the row of any table of persons. */
type AnyRow<Key extends string, Category extends string> = AnyKeyed<Key> & TollCell<Category>;

function restatedRows<Key extends string, Category extends string>(
  table: string,
  first: readonly AnyRow<Key, Category>[],
  now: readonly AnyRow<Key, Category>[],
): RestatedRow<Key, Category>[] {
  return restatedBy<Key, TollCell<Category>, Restated<Category>>(table, first, now, restated);
}

/** Each row of now restated from that of the same key. */
function restatedBy<Key extends string, Row, Result>(
  table: string,
  first: readonly (Row & AnyKeyed<Key>)[],
  now: readonly (Row & AnyKeyed<Key>)[],
  restate: (first: Row, now: Row) => Result,
): (AnyKeyed<Key> & Result)[] {
  if (first.length !== now.length) throw notComparable(table);
  const before = new Map(first.map((row) => [row.key, row]));
  return now.map((row) => {
    const earlier = before.get(row.key);
    if (earlier === undefined) throw notComparable(table);
    return { key: row.key, label: row.label, ...restate(earlier, row) };
  });
}

function restated<Category extends string>(
  first: TollCell<Category>,
  now: TollCell<Category>,
): Restated<Category> {
  return { first: cellOf(first), now: cellOf(now), difference: now.count - first.count };
}

function restatedNumber(first: number, now: number): RestatedNumber {
  return { first, now, difference: now - first };
}

function cellOf<Category extends string>({
  count,
  including,
  mayInclude,
}: TollCell<Category>): TollCell<Category> {
  return { count, including, mayInclude };
}

function restatedCategory<Key extends string>(
  first: CategoryTable<Key>,
  now: CategoryTable<Key>,
): RestatedCategory<Key> {
  type Counted = { readonly count: number; readonly mayBelong: number };
  const both = (one: Counted, other: Counted) => ({
    ...restatedNumber(one.count, other.count),
    mayBelong: restatedNumber(one.mayBelong, other.mayBelong),
  });
  return {
    ...both(first, now),
    rows: restatedBy<Key, CategoryRow<Key>, ReturnType<typeof both>>(
      "categories",
      first.rows,
      now.rows,
      both,
    ),
  };
}

function restatedMassacres<K extends Keys>(
  first: MassacreTable<K>,
  now: MassacreTable<K>,
): RestatedMassacres<K> {
  type Row = MassacreRow<AttributionKey<K>, K["category"]>;
  type Counts = Omit<Row, "key" | "label">;
  const counts = (one: Counts, other: Counts) => ({
    ...restatedNumber(one.massacres, other.massacres),
    undated: restatedNumber(one.undated, other.undated),
    toll: restated<K["category"]>(one.toll, other.toll),
  });
  return {
    ...counts(first, now),
    rows: restatedBy<AttributionKey<K>, Row, ReturnType<typeof counts>>(
      "massacres",
      first.rows,
      now.rows,
      counts,
    ),
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
