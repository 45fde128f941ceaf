import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import type { PeriodTables } from "../report/period-tables.js";
import { sumOfTolls, type TollCell } from "../report/toll-cell.js";
import type { Restated, RestatedNumber, RestatedRow, RestatedTables } from "./restatement.js";

/** The tables of the persons of one period, restated. */
export function restatedTables<K extends Keys>(
  first: PeriodTables<K>,
  now: PeriodTables<K>,
): RestatedTables<K> {
  return {
    perpetrators: restatedBy("perpetrators", first.perpetrators, now.perpetrators, (one, other) => ({
      ...restated<K["category"]>(one, other),
      presumed: restated<K["category"]>(one.presumed, other.presumed),
      recordedAs: restatedWithin(one, other, ({ recordedAs }) => recordedAs),
    })),
    sections: restatedRows("sections", first.sections, now.sections),
    alliances: restatedBy("alliances", first.alliances, now.alliances, (one, other) => ({
      ...restated<K["category"]>(one, other),
      jointly: restated<K["category"]>(one.jointly, other.jointly),
    })),
    places: restatedBy("places", first.places, now.places, (one, other) => ({
      ...restated<K["category"]>(one, other),
      perpetrators: restatedWithin(one, other, ({ perpetrators }) => perpetrators),
      recordedAs: restatedWithin(one, other, ({ recordedAs }) => recordedAs),
    })),
    means: restatedRows("means", first.means, now.means),
  };
}

/** What is read of the row of any table. */
export interface AnyKeyed<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

/** What is read of the row of any table of persons. */
type AnyRow<Key extends string, Category extends string> = AnyKeyed<Key> & TollCell<Category>;

/** The rows of a table of tolls, restated. */
export function restatedRows<Key extends string, Category extends string>(
  table: string,
  first: readonly AnyRow<Key, Category>[],
  now: readonly AnyRow<Key, Category>[],
): RestatedRow<Key, Category>[] {
  return restatedBy<Key, TollCell<Category>, Restated<Category>>(table, first, now, restated);
}

/**
 * The rows within one row of either report. A report has those of somebody only, so that one that it lacks is nobody; those of
 * the report of now come first.
 */
function restatedWithin<Row extends TollCell, Key extends string, Category extends string>(
  first: Row,
  now: Row,
  within: (row: Row) => readonly AnyRow<Key, Category>[],
): RestatedRow<Key, Category>[] {
  const rows = [within(first), within(now)] as const;
  const nobody = (of: Row) => sumOfTolls([], Object.keys(of.including) as Category[]);
  const toll = (nth: 0 | 1, of: Row, key: Key) => rows[nth].find((row) => row.key === key) ?? nobody(of);
  const labels = new Map([...rows[1], ...rows[0]].map(({ key, label }) => [key, label]));
  return [...labels].map(([key, label]) => ({
    key,
    label,
    ...restated<Category>(toll(0, first, key), toll(1, now, key)),
  }));
}

/** Each row of now restated from that of the same key. */
export function restatedBy<Key extends string, Row, Result>(
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

/** A toll, restated. */
export function restated<Category extends string>(
  first: TollCell<Category>,
  now: TollCell<Category>,
): Restated<Category> {
  return { first: cellOf(first), now: cellOf(now), difference: now.count - first.count };
}

/** A number, restated. */
export function restatedNumber(first: number, now: number): RestatedNumber {
  return { first, now, difference: now - first };
}

function cellOf<Category extends string>({
  count,
  including,
  mayInclude,
}: TollCell<Category>): TollCell<Category> {
  return { count, including, mayInclude };
}

/** What is thrown for two reports that differ in something without which nothing can be compared. */
export function notComparable(differs: string): CasualtyError<"reports-not-comparable"> {
  return new CasualtyError(
    "reports-not-comparable",
    `The two reports do not have the same ${differs}: make both of one month, with one basis, one dating and one codebook.`,
    { differs },
  );
}
