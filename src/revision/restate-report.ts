import type { Month } from "../calendar/month.js";
import type { Keys } from "../codebook/keys.js";
import { sameContent } from "../record/same-content.js";
import type { Accounting } from "../report/accounting.js";
import type { CategoryTable } from "../report/category-table.js";
import { checkedReport } from "../report/checked-report.js";
import type { MassacreRow, MassacreTable } from "../report/massacre-table.js";
import type { MonthlyReport } from "../report/monthly-report.js";
import { sumOfTolls, type TollCell, valuePerKey } from "../report/toll-cell.js";
import type { AttributionKey } from "../rule/attribution.js";
import {
  type AnyKeyed,
  type Both,
  keysOnlyIn,
  nobodyAtAll,
  notComparable,
  restated,
  restatedBy,
  restatedNumber,
  restatedTables,
} from "./restate-tables.js";
import type {
  InEitherPeriod,
  ReportChoice,
  ReportRule,
  RestatedAccounting,
  RestatedCategory,
  RestatedMassacres,
  Restatement,
} from "./restatement.js";

/**
 * Gives the tables of a monthly report as it was first published, as it is now known, and the differences: all counts, what
 * they include and may include, and the accounting. Percentages and rates are in the two reports, and so are the lists of single
 * massacres, presumed incidents and excluded persons. A category or alliance that one of them does not have is not restated;
 * nobody is in a row that one does not have, since its codebook has no such perpetrator, place or means. A row of `perpetrators`
 * or `places` is not restated whose key the other codebook has within another: how many are recorded as it is in the
 * `recordedAs` of that row. In tables without `recordedAs` it is, from or to nobody. All are named (`categoriesOnlyIn`, `keysOnlyIn`).
 *
 * `first` is the report of the records as known when it was published (`recordsAsOf`), `now` that of the records of today, of
 * the same month on the same basis. What changed and why, id by id, is in the ledger of the two: see `compareReleases`.
 *
 * @throws `reports-not-comparable` if the month, the basis, or the dating of massacres are not the same.
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
  const onlyIn = (one: MonthlyReport<K>, other: MonthlyReport<K>): K["category"][] =>
    one.tally.inclusions.filter((category) => !other.tally.inclusions.includes(category));
  const categoriesOnlyIn = { first: onlyIn(first, now), now: onlyIn(now, first) };
  const categories = now.tally.inclusions.filter((category) => !categoriesOnlyIn.now.includes(category));
  const nobody = {
    first: sumOfTolls<K["category"]>([], first.tally.inclusions),
    now: sumOfTolls<K["category"]>([], now.tally.inclusions),
  };
  const codebooks = { first: first.definitions.codebook, now: now.definitions.codebook };
  const rules: readonly ReportRule[] = ["codebook", "population", "policy", "massacre"];
  return {
    kind: "restatement",
    month: now.month,
    basis: now.basis,
    rulesChanged: rules.filter((rule) => !sameContent(first.definitions[rule], now.definitions[rule])),
    choicesChanged: choices.filter((choice) => !sameContent(choiceOf(first, choice), choiceOf(now, choice))),
    categoriesOnlyIn,
    keysOnlyIn: { first: keysOnlyIn(first, now), now: keysOnlyIn(now, first) },
    toll: {
      ...inEitherPeriod(first.toll, now.toll, restated),
      spanningMonths: restated(first.toll.spanningMonths, now.toll.spanningMonths),
      undated: inEitherPeriod(first.toll.undated, now.toll.undated, restated),
      excludedInDoubt: inEitherPeriod(first.toll.excludedInDoubt, now.toll.excludedInDoubt, restated),
    },
    accounting: restatedAccounting(first.accounting, now.accounting),
    ...restatedTables<K>(first, now, nobody, codebooks),
    sinceJanuary: restatedTables<K>(first.sinceJanuary, now.sinceJanuary, nobody, codebooks),
    months: restatedBy(first.months.map(rowOfMonth), now.months.map(rowOfMonth), (one, other) => ({
      ...restated<K["category"]>(one, other),
      sinceJanuary: restatedNumber(one.sinceJanuary, other.sinceJanuary),
    })),
    comparison: restatedBy(
      first.comparison.map(rowOfMonth),
      now.comparison.map(rowOfMonth),
      (one, other) => ({
        ...restated<K["category"]>(one, other),
        undatedSince: restatedNumber(one.undatedSince, other.undatedSince),
        excludedInDoubtSince: restatedNumber(one.excludedInDoubtSince, other.excludedInDoubtSince),
      }),
    ),
    categories: valuePerKey(categories, (category) =>
      inEitherPeriod(first.categories[category], now.categories[category], (one, other) =>
        restatedCategory<AttributionKey<K>>(one, other),
      ),
    ),
    massacres: inEitherPeriod(first.massacres, now.massacres, (one, other) =>
      restatedMassacres<K>(one, other, nobody),
    ),
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

function restatedAccounting(first: Accounting, now: Accounting): RestatedAccounting {
  type Counts = Readonly<Record<string, number>>;
  const restatedBy = (one: Counts, other: Counts) =>
    valuePerKey(Object.keys({ ...other, ...one }), (reason) =>
      restatedNumber(one[reason] ?? 0, other[reason] ?? 0),
    );
  return valuePerKey(Object.keys(now) as (keyof Accounting)[], (field) => {
    const [one, other] = [first[field], now[field]];
    // A number, or numbers by reason, in both.
    return typeof one === "number" ? restatedNumber(one, other as number) : restatedBy(one, other as Counts);
  }) as RestatedAccounting;
}

function restatedCategory<Key extends string>(
  first: CategoryTable<Key>,
  now: CategoryTable<Key>,
): RestatedCategory<Key> {
  type Counted = { readonly count: number; readonly mayInclude: number };
  const none = { count: 0, mayInclude: 0 };
  const both = (one: Counted, other: Counted) => ({
    ...restatedNumber(one.count, other.count),
    mayInclude: restatedNumber(one.mayInclude, other.mayInclude),
  });
  return {
    ...both(first, now),
    rows: restatedBy<Key, Counted, ReturnType<typeof both>>(
      first.rows,
      now.rows,
      both,
      nobodyAtAll({ first: none, now: none }),
    ),
  };
}

function restatedMassacres<K extends Keys>(
  first: MassacreTable<K>,
  now: MassacreTable<K>,
  nobody: Both<TollCell<K["category"]>>,
): RestatedMassacres<K> {
  type Row = MassacreRow<AttributionKey<K>, K["category"]>;
  type Counts = Omit<Row, "key" | "label">;
  const counts = (one: Counts, other: Counts) => ({
    ...restatedNumber(one.massacres, other.massacres),
    undated: restatedNumber(one.undated, other.undated),
    toll: restated<K["category"]>(one.toll, other.toll),
    perhapsKilled: restated<K["category"]>(one.perhapsKilled, other.perhapsKilled),
  });
  const none = (toll: TollCell<K["category"]>): Counts => ({
    massacres: 0,
    undated: 0,
    toll,
    perhapsKilled: toll,
  });
  return {
    ...counts(first, now),
    rows: restatedBy<AttributionKey<K>, Counts, ReturnType<typeof counts>>(
      first.rows,
      now.rows,
      counts,
      nobodyAtAll({ first: none(nobody.first), now: none(nobody.now) }),
    ),
    appeared: idsOnlyIn(now, first),
    disappeared: idsOnlyIn(first, now),
  };
}

function idsOnlyIn(one: MassacreTable, other: MassacreTable): string[] {
  const others = new Set(other.entries.map(({ id }) => id));
  return one.entries.flatMap(({ id }) => (others.has(id) ? [] : [id]));
}
