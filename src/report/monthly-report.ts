import type { Month } from "../calendar/month.js";
import { spanOf } from "../calendar/partial-date.js";
import { monthsOfPeriod, type Period, placeInPeriod, yearToDate } from "../calendar/period.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import type { ParsedRecords } from "../record/parse-records.js";
import type { Victim } from "../record/victim.js";
import type { AttributionKey } from "../rule/attribution.js";
import type { MassacreDating } from "../rule/massacre.js";
import type { MassacreDefinition } from "../rule/massacre-definition.js";
import { type Policy, policyOn } from "../rule/policy.js";
import { applyPopulation, type Population } from "../rule/population.js";
import { marginal, regroup } from "../tally/algebra.js";
import { at, type Cell, total } from "../tally/read.js";
import { restrict } from "../tally/restrict.js";
import { type Accounting, accountFor } from "./accounting.js";
import { type DateBasis, dateOn } from "./by-date.js";
import { outermostPlaces } from "./by-fact.js";
import { attributionLabel, sectionsOf } from "./by-perpetrator.js";
import { type CategoryTable, categoryTable } from "./category-table.js";
import { labelOf } from "./labels.js";
import { type MonthRow, monthRows } from "./months-table.js";
import { type OpenCase, openCases } from "./open-cases.js";
import { type PlaceRow, placeRows } from "./place-table.js";
import { type ReportMassacres, reportMassacres } from "./report-massacres.js";
import { type ReportTally, reportTally } from "./report-tally.js";
import { type Toll, type TollRow, tollOf, tollRows } from "./toll-table.js";

/** Everything that a monthly report depends on besides the records. Each of it changes a figure, so none has a default. */
export interface MonthlyReportOptions<K extends Keys = Keys, Reason extends string = string>
  extends PrintOptions {
  readonly codebook: Codebook<K>;
  readonly population: Population<NoInfer<K>, Reason>;
  /** Of its rules, those in force on the last day of the month are applied. */
  readonly policy: Policy<NoInfer<K>>;
  readonly massacre: MassacreDefinition<NoInfer<K>>;
  /** By which date massacres are put into months. */
  readonly massacresDated: MassacreDating;
  readonly month: Month;
  /** By which date victims are put into months. */
  readonly basis: DateBasis;
}

/** A perpetrator or source in the toll of the month. */
export interface PerpetratorRow<K extends Keys = Keys> extends TollRow<AttributionKey<K>, K["category"]> {
  readonly section: K["section"] | "jointly";
  /** Those of the toll who are ascribed by presumption, the investigation being open. */
  readonly presumed: Cell<K["category"]>;
}

/** A group of perpetrators, printed beside its members: no row of the sum. */
export interface AllianceRow<K extends Keys = Keys> extends Toll<K["category"]> {
  readonly key: K["alliance"];
  readonly label: string;
  readonly members: readonly K["perpetrator"][];
}

/** A monthly report: plain data, with the definitions that its figures rest on. */
export interface MonthlyReport<K extends Keys = Keys, Reason extends string = string> {
  readonly kind: "monthly-report";
  readonly month: Month;
  /** From 1 January through the month. */
  readonly yearToDate: Period;
  readonly basis: DateBasis;
  readonly massacresDated: MassacreDating;
  readonly print: PrintOptions;
  readonly definitions: {
    readonly population: Population<K, Reason>;
    readonly policy: Policy<K>;
    readonly massacre: MassacreDefinition<K>;
  };
  readonly accounting: Accounting<Reason>;
  /** What all tables of persons are read from: ask it for any further figure. */
  readonly tally: ReportTally<K>;
  readonly toll: { readonly month: Cell<K["category"]>; readonly sinceJanuary: Cell<K["category"]> };
  /** The toll of the month by perpetrator and source; the shares are of the month's toll. */
  readonly perpetrators: readonly PerpetratorRow<K>[];
  readonly sections: readonly TollRow<K["section"] | "jointly", K["category"]>[];
  readonly alliances: readonly AllianceRow<K>[];
  /** The toll of the month by outermost place of death. */
  readonly places: readonly PlaceRow<K>[];
  /** January through the month of the report. */
  readonly months: readonly MonthRow<K["category"]>[];
  /** Each category by perpetrator, in the month and since January. */
  readonly categories: {
    readonly [Category in K["category"]]: {
      readonly month: CategoryTable<AttributionKey<K>>;
      readonly sinceJanuary: CategoryTable<AttributionKey<K>>;
    };
  };
  readonly sinceJanuary: {
    readonly perpetrators: readonly TollRow<AttributionKey<K>, K["category"]>[];
    readonly means: readonly TollRow<K["means"] | "unknown", K["category"]>[];
  };
  readonly massacres: ReportMassacres<K>;
  /** The incidents of the month that are ascribed by presumption. */
  readonly openCases: readonly OpenCase<K>[];
  /** Whoever of all the records is not counted, and why. */
  readonly excluded: readonly {
    readonly id: string;
    readonly reason: Reason;
    readonly explanation: string;
  }[];
}

/**
 * The monthly report: every table of the month and since January, from one count of the records and its algebra.
 *
 * A massacre is put into the month of its date, with the toll of the whole incident; with the basis `documented`, deaths
 * documented after the month do not count toward it yet.
 */
export function monthlyReport<K extends Keys, Reason extends string>(
  parsed: ParsedRecords<K>,
  options: MonthlyReportOptions<K, Reason>,
): MonthlyReport<K, Reason> {
  const { codebook, population, massacre, massacresDated, month, basis, rounding, digits } = options;
  const print = { rounding, digits };
  const policy = policyOn(options.policy, spanOf(month).end);
  const period = yearToDate(month);
  const months = monthsOfPeriod(period);

  const disposed = applyPopulation(parsed.victims, { codebook, population });
  const whole: ReportTally<K> = reportTally(disposed.counted, { codebook, policy, period, basis });
  const ofMonth = restrict(whole, { month });
  const ofYear = restrict(whole, { month: months });
  const toll = { month: total(ofMonth), sinceJanuary: total(ofYear) };

  const perpetratorLabel = (key: AttributionKey<K>) => attributionLabel(codebook, key);
  const byPerpetrator = marginal(ofMonth, { keep: ["perpetrator"] });
  const byPerpetratorOfYear = marginal(ofYear, { keep: ["perpetrator"] });
  const byPlace = marginal(ofMonth, { keep: ["place", "perpetrator"] });
  const byMeans = marginal(ofYear, { keep: ["means"] });
  const sections = sectionsOf(codebook);

  return {
    kind: "monthly-report",
    month,
    yearToDate: period,
    basis,
    massacresDated,
    print,
    definitions: { population, policy, massacre },
    accounting: accountFor(
      parsed,
      population.exclusions.map(({ reason }) => reason),
      disposed,
      {
        reported: toll.month,
        sinceJanuary: toll.sinceJanuary,
        undated: at(whole, { month: "undated" }),
        outside: at(whole, { month: "outside" }),
      },
    ),
    tally: whole,
    toll,
    perpetrators: tollRows(byPerpetrator, "perpetrator", { labelOf: perpetratorLabel, print }).map((row) => ({
      ...row,
      section: sections[row.key],
      presumed: at(ofMonth, { perpetrator: row.key, attribution: "presumed" }),
    })),
    sections: tollRows(regroup(byPerpetrator, "perpetrator", { to: sections }), "perpetrator", {
      labelOf: (key) => labelOf(codebook, "section", key, "Several perpetrators, jointly"),
      print,
    }),
    alliances: Object.entries<Codebook<K>["alliances"][K["alliance"]]>(codebook.alliances).map(
      ([key, { label, members }]) => ({
        key,
        label,
        members,
        ...tollOf(at(byPerpetrator, { perpetrator: members }), toll.month.count, print),
      }),
    ),
    places: placeRows(regroup(byPlace, "place", { to: outermostPlaces(codebook) }), codebook, print),
    months: monthRows(marginal(whole, { keep: ["month"] }), { months, reported: month, rounding }),
    categories: byKey(whole.inclusions, (category) => ({
      month: categoryTable(byPerpetrator, category, { labelOf: perpetratorLabel, print }),
      sinceJanuary: categoryTable(byPerpetratorOfYear, category, { labelOf: perpetratorLabel, print }),
    })),
    sinceJanuary: {
      perpetrators: tollRows(byPerpetratorOfYear, "perpetrator", { labelOf: perpetratorLabel, print }),
      means: tollRows(byMeans, "means", {
        labelOf: (key) => labelOf(codebook, "means", key, "Means not recorded"),
        print,
      }),
    },
    massacres: reportMassacres(disposed.counted, {
      codebook,
      policy,
      definition: massacre,
      dated: massacresDated,
      month,
      basis,
    }),
    openCases: openCases(victimsIn(disposed.counted, month, basis), { codebook, policy }),
    excluded: disposed.excluded.map(({ victim, reason, explanation }) => ({
      id: victim.id,
      reason,
      explanation,
    })),
  };
}

/** One value for each key. */
function byKey<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): { readonly [K in Key]: Value } {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as { readonly [K in Key]: Value };
}

function victimsIn<K extends Keys>(
  victims: readonly Victim<K>[],
  month: Month,
  basis: DateBasis,
): Victim<K>[] {
  const dateOf = dateOn(basis);
  return victims.filter((victim) => {
    const date = dateOf(victim);
    return date !== null && placeInPeriod(date, spanOf(month)) === "inside";
  });
}
