import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import type { PeriodTables } from "../report/period-tables.js";
import type { PerpetratorRow } from "../report/perpetrator-table.js";
import type { PlaceRow } from "../report/place-table.js";
import { type TollCell, valuePerKey } from "../report/toll-cell.js";
import type { KeysByTable, Restated, RestatedNumber, RestatedTables } from "./restatement.js";

/** Something of either report. */
export interface Both<Value> {
  readonly first: Value;
  readonly now: Value;
}

/** The tables of the persons of one period, restated; `nobody` is the toll of nobody, with the categories of either report. */
export function restatedTables<K extends Keys>(
  first: PeriodTables<K>,
  now: PeriodTables<K>,
  nobody: Both<TollCell<K["category"]>>,
): RestatedTables<K> {
  const restatedRows = <Key extends string>(
    one: readonly AnyRow<Key, K["category"]>[],
    other: readonly AnyRow<Key, K["category"]>[],
  ) => restatedBy<Key, TollCell<K["category"]>, Restated<K["category"]>>(one, other, restated, nobody);
  const noneIn = <Fields>(fieldsOf: (toll: TollCell<K["category"]>) => Fields) => ({
    first: { ...nobody.first, ...fieldsOf(nobody.first) },
    now: { ...nobody.now, ...fieldsOf(nobody.now) },
  });
  return {
    perpetrators: restatedBy(
      first.perpetrators,
      now.perpetrators,
      (one, other) => ({
        ...restated(one, other),
        presumed: restated(one.presumed, other.presumed),
        recordedAs: restatedRows(one.recordedAs, other.recordedAs),
      }),
      noneIn<Pick<PerpetratorRow<K>, "presumed" | "recordedAs">>((presumed) => ({
        presumed,
        recordedAs: [],
      })),
    ),
    sections: restatedRows(first.sections, now.sections),
    alliances: restatedBy(first.alliances, now.alliances, (one, other) => ({
      ...restated<K["category"]>(one, other),
      jointly: restated<K["category"]>(one.jointly, other.jointly),
    })),
    places: restatedBy(
      first.places,
      now.places,
      (one, other) => ({
        ...restated(one, other),
        perpetrators: restatedRows(one.perpetrators, other.perpetrators),
        recordedAs: restatedRows(one.recordedAs, other.recordedAs),
      }),
      noneIn<Pick<PlaceRow<K>, "perpetrators" | "recordedAs">>(() => ({ perpetrators: [], recordedAs: [] })),
    ),
    means: restatedRows(first.means, now.means),
  };
}

/** What is read of the row of any table. */
export interface AnyKeyed<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

/** What is read of the row of any table of persons. */
type AnyRow<Key extends string, Category extends string> = AnyKeyed<Key> & TollCell<Category>;

/**
 * The rows of either report, restated, each with that of the same key: in the order of now, and then those that it lacks.
 *
 * Where a table sorts everybody by a key, `nobody` is in a row that a report does not have. Without it, only the rows that both
 * have are restated: what was not asked is not zero.
 */
export function restatedBy<Key extends string, Row, Result>(
  first: readonly (Row & AnyKeyed<Key>)[],
  now: readonly (Row & AnyKeyed<Key>)[],
  restate: (first: Row, now: Row) => Result,
  nobody?: Both<Row>,
): (AnyKeyed<Key> & Result)[] {
  const before = new Map<Key, Row>(first.map((row) => [row.key, row]));
  const after = new Map<Key, Row>(now.map((row) => [row.key, row]));
  const onlyFirst = first.filter(({ key }) => !after.has(key));
  return [...now, ...onlyFirst].flatMap(({ key, label }) => {
    const [one, other] = [before.get(key) ?? nobody?.first, after.get(key) ?? nobody?.now];
    return one === undefined || other === undefined ? [] : [{ key, label, ...restate(one, other) }];
  });
}

/** The tables whose rows have the keys of the codebook. */
const keyedTables = ["perpetrators", "sections", "alliances", "places", "means"] as const;

/** The keys of which one report has a row and the other has not, by table. */
export function keysOnlyIn(one: PeriodTables, other: PeriodTables): KeysByTable {
  return valuePerKey(keyedTables, (table) => {
    const known = new Set<string>(other[table].map(({ key }) => key));
    return one[table].flatMap(({ key }) => (known.has(key) ? [] : [key]));
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
    `The two reports do not have the same ${differs}: make both of one month, with one basis and one dating.`,
    { differs },
  );
}
