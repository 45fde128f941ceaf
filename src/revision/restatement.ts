import type { Month } from "../calendar/month.js";
import type { Keys } from "../codebook/keys.js";
import type { Accounting } from "../report/accounting.js";
import type { DateBasis } from "../report/by-date.js";
import type { TollCell } from "../report/toll-cell.js";
import type { AttributionKey } from "../rule/attribution.js";

/** A count of a report as it was first published, as it is now known, and the signed difference. */
export interface Restated<Category extends string = string> {
  readonly first: TollCell<Category>;
  readonly now: TollCell<Category>;
  readonly difference: number;
}

/** One row of a table, restated. */
export interface RestatedRow<Key extends string = string, Category extends string = string>
  extends Restated<Category> {
  readonly key: Key;
  /** As the report of now prints it, if it does. */
  readonly label: string;
}

/** A perpetrator or source, restated. */
export interface RestatedPerpetrator<K extends Keys = Keys>
  extends RestatedRow<AttributionKey<K>, K["category"]> {
  /** Those of the row who are ascribed by presumption. */
  readonly presumed: Restated<K["category"]>;
  /** Those of whom either report tells as its parts, each as recorded in both, whatever it was part of. */
  readonly recordedAs: readonly RestatedRow<AttributionKey<K>, K["category"]>[];
}

/** An alliance, restated. */
export interface RestatedAlliance<K extends Keys = Keys> extends RestatedRow<K["alliance"], K["category"]> {
  readonly jointly: Restated<K["category"]>;
}

/** An outermost place, restated, with the rows within it that either report has. */
export interface RestatedPlace<K extends Keys = Keys>
  extends RestatedRow<K["place"] | "unknown", K["category"]> {
  readonly perpetrators: readonly RestatedRow<AttributionKey<K>, K["category"]>[];
  readonly recordedAs: readonly RestatedRow<K["place"] | "unknown", K["category"]>[];
}

/** A month of the year to date, restated. */
export interface RestatedMonth<K extends Keys = Keys> extends RestatedRow<Month, K["category"]> {
  /** All from January through this month. */
  readonly sinceJanuary: RestatedNumber;
}

/** A month that both reports compare, restated. */
export interface RestatedComparedMonth<K extends Keys = Keys> extends RestatedRow<Month, K["category"]> {
  readonly undatedSince: RestatedNumber;
  readonly excludedInDoubtSince: RestatedNumber;
}

/** What became of the rows, restated: each number of the accounting. For a reason that one report does not have, it excludes nobody. */
export type RestatedAccounting = {
  readonly [Field in keyof Accounting]: Accounting[Field] extends number
    ? RestatedNumber
    : Readonly<Record<string, RestatedNumber>>;
};

/** The tables of the persons of one period, restated row by row in the order of the report of now, and then what it does not have. */
export interface RestatedTables<K extends Keys = Keys> {
  readonly perpetrators: readonly RestatedPerpetrator<K>[];
  readonly sections: readonly RestatedRow<K["section"] | "jointly", K["category"]>[];
  readonly alliances: readonly RestatedAlliance<K>[];
  readonly places: readonly RestatedPlace<K>[];
  readonly means: readonly RestatedRow<K["means"] | "unknown", K["category"]>[];
}

/** A number of a report as it was first published, as it is now known, and the signed difference. */
export interface RestatedNumber {
  readonly first: number;
  readonly now: number;
  readonly difference: number;
}

/** The massacres of one perpetrator or source, restated: numbers of incidents, not of persons. */
export interface RestatedMassacreRow<Key extends string = string, Category extends string = string>
  extends RestatedNumber {
  readonly key: Key;
  readonly label: string;
  /** How many more there may be. */
  readonly undated: RestatedNumber;
  readonly toll: Restated<Category>;
  readonly perhapsKilled: Restated<Category>;
}

/** The massacres of one period, restated: numbers of incidents, not of persons. */
export interface RestatedMassacres<K extends Keys = Keys> extends RestatedNumber {
  readonly undated: RestatedNumber;
  readonly toll: Restated<K["category"]>;
  readonly perhapsKilled: Restated<K["category"]>;
  readonly rows: readonly RestatedMassacreRow<AttributionKey<K>, K["category"]>[];
  /** The ids of the incidents that are massacres of the period now and were not. */
  readonly appeared: readonly string[];
  /** The ids of those that were, and are no more. */
  readonly disappeared: readonly string[];
}

/** A definition that a report rests on. */
export type ReportRule = "codebook" | "population" | "policy" | "massacre";

/** What else a report was asked, beside its rules. */
export type ReportChoice = "print" | "missing" | "comparedFrom";

/** The number of a category by perpetrator, restated. */
export interface RestatedCategory<Key extends string = string> extends RestatedNumber {
  /** Those of whom it is not known whether they belong to it. */
  readonly mayInclude: RestatedNumber;
  readonly rows: readonly (RestatedNumber & {
    readonly key: Key;
    readonly label: string;
    readonly mayInclude: RestatedNumber;
  })[];
}

/** Keys of rows, by table. */
export type KeysByTable = {
  readonly [Table in "perpetrators" | "sections" | "alliances" | "places" | "means"]: readonly string[];
};

/** The tables of a monthly report as first published and as now known: plain data. */
export interface Restatement<K extends Keys = Keys> extends RestatedTables<K> {
  readonly kind: "restatement";
  readonly month: Month;
  readonly basis: DateBasis;
  /** The definitions that are not the same in both reports: where there are any, a difference may be theirs and not the records'. */
  readonly rulesChanged: readonly ReportRule[];
  /**
   * What else was not asked alike: how it prints, which months have no records (a difference may be a gap that was filled), and
   * with which months it is compared.
   */
  readonly choicesChanged: readonly ReportChoice[];
  /**
   * The categories of which one report says nothing: no number of it is restated, for one that was not counted is not zero. Each count
   * has, as `first` and as `now`, the categories of its own report.
   */
  readonly categoriesOnlyIn: { readonly first: readonly string[]; readonly now: readonly string[] };
  /**
   * The keys of which only one report has rows, since the codebooks differ. An alliance among them is not restated, nor is, in
   * `perpetrators` and `places`, one that the other codebook has within another; then the differences of the table do not add to that of the
   * toll. In every other table nobody is in a row that a report does not have, and the difference may be the codebook's.
   */
  readonly keysOnlyIn: { readonly first: KeysByTable; readonly now: KeysByTable };
  readonly toll: InEitherPeriod<Restated<K["category"]>> & {
    readonly spanningMonths: Restated<K["category"]>;
    readonly undated: InEitherPeriod<Restated<K["category"]>>;
    readonly excludedInDoubt: InEitherPeriod<Restated<K["category"]>>;
  };
  readonly accounting: RestatedAccounting;
  readonly sinceJanuary: RestatedTables<K>;
  readonly months: readonly RestatedMonth<K>[];
  /** The months that both reports compare. */
  readonly comparison: readonly RestatedComparedMonth<K>[];
  /** Those that both reports have. */
  readonly categories: {
    readonly [Category in K["category"]]: InEitherPeriod<RestatedCategory<AttributionKey<K>>>;
  };
  readonly massacres: InEitherPeriod<RestatedMassacres<K>>;
}

/** The same of the month and since January. */
export interface InEitherPeriod<Value> {
  readonly month: Value;
  readonly sinceJanuary: Value;
}
