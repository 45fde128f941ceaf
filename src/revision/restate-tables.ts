import type { Codebook } from "../codebook/codebook.js";
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

/** What each report counts under a key of which it has no row; `undefined` where that cannot be told. */
export type WithoutRow<Key extends string, Row> = Both<(key: Key) => Row | undefined>;

/** Nobody is under a key of which a report has no row. */
export function nobodyAtAll<Row>(nobody: Both<Row>): WithoutRow<string, Row> {
  return { first: () => nobody.first, now: () => nobody.now };
}

/**
 * Nobody is under a key of which a report has no row, but where its codebook has that key within another: who is counted there
 * is in the `recordedAs` of that one.
 */
function nobodyBut<Row>(
  table: "perpetrators" | "places",
  codebooks: Both<Codebook>,
  nobody: Both<Row>,
): WithoutRow<string, Row> {
  const of = ({ [table]: entries }: Codebook, none: Row) => {
    return (key: string) => (entries[key]?.parent === undefined ? none : undefined);
  };
  return { first: of(codebooks.first, nobody.first), now: of(codebooks.now, nobody.now) };
}

/** The tables of the persons of one period, restated; `nobody` is the toll of nobody, with the categories of either report. */
export function restatedTables<K extends Keys>(
  first: PeriodTables<K>,
  now: PeriodTables<K>,
  nobody: Both<TollCell<K["category"]>>,
  codebooks: Both<Codebook>,
): RestatedTables<K> {
  type Toll = TollCell<K["category"]>;
  const restatedRows = <Key extends string>(
    one: readonly AnyRow<Key, K["category"]>[],
    other: readonly AnyRow<Key, K["category"]>[],
    withoutRow: WithoutRow<Key, Toll>,
  ) => restatedBy<Key, Toll, Restated<K["category"]>>(one, other, restated, withoutRow);
  const noneIn = <Fields>(fieldsOf: (toll: Toll) => Fields) => ({
    first: { ...nobody.first, ...fieldsOf(nobody.first) },
    now: { ...nobody.now, ...fieldsOf(nobody.now) },
  });
  const nobodyElse = nobodyAtAll(nobody);
  const perpetratorParts = recordedIn(first.perpetrators, now.perpetrators, nobody);
  const placeParts = recordedIn(first.places, now.places, nobody);
  return {
    perpetrators: restatedBy(
      first.perpetrators,
      now.perpetrators,
      (one, other) => ({
        ...restated(one, other),
        presumed: restated(one.presumed, other.presumed),
        recordedAs: restatedRows(one.recordedAs, other.recordedAs, perpetratorParts),
      }),
      nobodyBut(
        "perpetrators",
        codebooks,
        noneIn<Pick<PerpetratorRow<K>, "presumed" | "recordedAs">>((presumed) => ({
          presumed,
          recordedAs: [],
        })),
      ),
    ),
    sections: restatedRows(first.sections, now.sections, nobodyElse),
    alliances: restatedBy(first.alliances, now.alliances, (one, other) => ({
      ...restated<K["category"]>(one, other),
      jointly: restated<K["category"]>(one.jointly, other.jointly),
    })),
    places: restatedBy(
      first.places,
      now.places,
      (one, other) => ({
        ...restated(one, other),
        perpetrators: restatedRows(one.perpetrators, other.perpetrators, nobodyElse),
        recordedAs: restatedRows(one.recordedAs, other.recordedAs, placeParts),
      }),
      nobodyBut(
        "places",
        codebooks,
        noneIn<Pick<PlaceRow<K>, "perpetrators" | "recordedAs">>(() => ({
          perpetrators: [],
          recordedAs: [],
        })),
      ),
    ),
    means: restatedRows(first.means, now.means, nobodyElse),
  };
}

/** Who is recorded as a key itself: the same whatever it is within, so that it is looked for in every row of a report. */
function recordedIn<Key extends string, Category extends string>(
  first: readonly { readonly recordedAs: readonly AnyRow<Key, Category>[] }[],
  now: readonly { readonly recordedAs: readonly AnyRow<Key, Category>[] }[],
  nobody: Both<TollCell<Category>>,
): WithoutRow<Key, TollCell<Category>> {
  const of = (rows: typeof first, none: TollCell<Category>) => {
    const parts = new Map(
      rows.flatMap(({ recordedAs }) => recordedAs.map((part) => [part.key, part] as const)),
    );
    return (key: Key) => parts.get(key) ?? none;
  };
  return { first: of(first, nobody.first), now: of(now, nobody.now) };
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
 * Where a table sorts everybody by a key, `withoutRow` says who is under one of which a report does not have a row. Without it,
 * only the rows that both have are restated: what was not asked is not zero.
 */
export function restatedBy<Key extends string, Row, Result>(
  first: readonly (Row & AnyKeyed<Key>)[],
  now: readonly (Row & AnyKeyed<Key>)[],
  restate: (first: Row, now: Row) => Result,
  withoutRow?: WithoutRow<Key, Row>,
): (AnyKeyed<Key> & Result)[] {
  const before = new Map<Key, Row>(first.map((row) => [row.key, row]));
  const after = new Map<Key, Row>(now.map((row) => [row.key, row]));
  const onlyFirst = first.filter(({ key }) => !after.has(key));
  return [...now, ...onlyFirst].flatMap(({ key, label }) => {
    const [one, other] = [before.get(key) ?? withoutRow?.first(key), after.get(key) ?? withoutRow?.now(key)];
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
