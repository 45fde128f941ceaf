import { month as checkedMonth, type Month } from "../calendar/month.js";
import type { PartialDate } from "../calendar/partial-date.js";
import { monthsOfPeriod, type Period } from "../calendar/period.js";
import { checkCodebook } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import type { ParsedRecords } from "../record/parse-records.js";
import type { Victim } from "../record/victim.js";
import type { AttributionKey } from "../rule/attribution.js";
import type { MassacreDating } from "../rule/massacre.js";
import type { MassacreDefinition } from "../rule/massacre-definition.js";
import { definePolicy, type Policy } from "../rule/policy.js";
import { applyPopulation, type Population } from "../rule/population.js";
import { restrict } from "../tally/restrict.js";
import { type Accounting, accountFor, refuseUnaccounted } from "./accounting.js";
import { jointTolls } from "./alliance-table.js";
import { byMonth, byPeriod, type DateBasis, dateOn } from "./by-date.js";
import { type CategoryTable, categoryTables } from "./category-table.js";
import { checkReportOptions, policyOfMonth, refuseRecorded } from "./check-report-options.js";
import { type ComparedMonth, comparisonRows } from "./comparison-table.js";
import { groupedBy } from "./grouped-by.js";
import { type MonthRow, monthRows } from "./months-table.js";
import { type PeriodTables, periodTables } from "./period-tables.js";
import { type PresumedIncident, presumedIncidents } from "./presumed-incidents.js";
import { type ReportMassacres, reportMassacres } from "./report-massacres.js";
import { reportPeriods } from "./report-periods.js";
import { type ReportTally, type ReportTolls, reportTolls } from "./report-tally.js";
import { type ReportToll, reportToll } from "./report-toll.js";
import { changed, valuePerKey } from "./toll-cell.js";

/** Everything that a monthly report depends on besides the records. What changes a figure has no default. */
export interface MonthlyReportOptions<K extends Keys = Keys, Reason extends string = string>
  extends PrintOptions {
  readonly codebook: Codebook<K>;
  readonly population: Population<NoInfer<K>, Reason>;
  /** Of its rules, those in force on its day (`on`) are applied, a day of the month; on the last of the month if it names none. */
  readonly policy: Policy<NoInfer<K>>;
  readonly massacre: MassacreDefinition<NoInfer<K>>;
  /** By which date massacres are put into months. */
  readonly massacresDated: MassacreDating;
  readonly month: Month;
  /** By which date victims are put into months. */
  readonly basis: DateBasis;
  /**
   * The first of the months that the reported one is compared with, in whichever year; January of its year if left out. A
   * report for January needs months of the year before. It changes no figure since January.
   */
  readonly comparedFrom?: Month;
  /**
   * The months, of the year to date and of those compared, of which no records are handed in. Their zeros are no counts: they
   * are not compared, and everything since January is a lower bound if one of them is of its year.
   */
  readonly missing?: readonly Month[];
}

/**
 * A monthly report: plain data, with the definitions that its figures rest on.
 *
 * The tables of the month stand in it directly, those of the year to date under `sinceJanuary`.
 */
export interface MonthlyReport<K extends Keys = Keys, Reason extends string = string>
  extends PeriodTables<K> {
  readonly kind: "monthly-report";
  readonly month: Month;
  /** From 1 January through the month. */
  readonly yearToDate: Period;
  readonly basis: DateBasis;
  readonly massacresDated: MassacreDating;
  readonly print: PrintOptions;
  /** The months of which no records were handed in, in order. */
  readonly missing: readonly Month[];
  readonly definitions: {
    readonly codebook: Codebook<K>;
    readonly population: Population<K, Reason>;
    /** As of a day of the month (`on`), the last unless another was handed in: the rules in force then were applied. */
    readonly policy: Policy<K>;
    readonly massacre: MassacreDefinition<K>;
  };
  readonly accounting: Accounting<Reason>;
  /** What all tables of persons are read from: ask it for any further figure. */
  readonly tally: ReportTally<K>;
  /**
   * Those of the tally of whom it is not known whether they belong to some category. Asked for the same figure, it includes by
   * how many what the tally includes may be too low.
   */
  readonly inDoubt: ReportTally<K>;
  readonly toll: ReportToll<K["category"]>;
  readonly sinceJanuary: PeriodTables<K>;
  /** January through the month of the report; with `toll.spanningMonths` they add to the toll since January. */
  readonly months: readonly MonthRow<K["category"]>[];
  /** The month of the report and those that it is compared with, per day. */
  readonly comparison: readonly ComparedMonth<K["category"]>[];
  /** Each category by perpetrator, in the month and since January. */
  readonly categories: {
    readonly [Category in K["category"]]: {
      readonly month: CategoryTable<AttributionKey<K>>;
      readonly sinceJanuary: CategoryTable<AttributionKey<K>>;
    };
  };
  readonly massacres: ReportMassacres<K>;
  /** The incidents of the month's victims that are ascribed by presumption, whether the investigation is open or not. */
  readonly presumedIncidents: readonly PresumedIncident<K>[];
  /** Whoever of all the records is not counted, and why, in the order of the victims' ids. */
  readonly excluded: readonly {
    readonly id: string;
    readonly reason: Reason;
    readonly explanation: string;
  }[];
}

/**
 * Gives the monthly report of the records: every table of the month and since January, from one count of the persons and
 * its algebra. The order of the records changes nothing, and no records give a report of zeros.
 *
 * Persons are put into months by `basis`. Whose partial date spans months of the year is in no month and counted since
 * January; whose date may lie outside the year, or is not known, is in no table, and `undated` in the accounting. A massacre is
 * put into the month of its date, with the toll of the whole incident; with the basis `documented`, deaths documented after the
 * month do not count toward it yet, and a massacre that is reached only with deaths that may have been is `undated`. Every toll
 * says how many more may belong to a category. The tables are those of the reports of the Syrian Network for Human Rights
 * (sections II to V of that of July 2021).
 *
 * @throws `options-malformed` if an option is misspelt or missing, or massacres are dated by nothing that dates them; `month-malformed` or `date-unreal` if the month is none; what `defineCodebook`, `definePopulation`, `definePolicy`
 * and `defineMassacre` throw; `basis-unknown`; `rounding-unknown`; `digits-invalid`; `records-unaccounted` if the victims are not those of the
 * accounting, since some were left out or added after parsing; `period-backwards` if the comparison begins after the month;
 * `policy-not-in-force` if no rule of the policy is in force on the day, `policy-day-outside-month` if it is of a day in another month; `missing-month-recorded` if there are records of a missing month;
 * `dimension-key-unknown` if a missing month is neither in the year to date nor compared; `dimension-name-taken` if a category has the key of a dimension of the report's tally.
 *
 * @example
 * const rows = { victims: [{ id: "v-1", status: "civilian", age: 9, documented: "2021-07-03", killedIn: "idlib" }] };
 * const report = monthlyReport(parseRecords(snhrCodebook, rows), {
 *   codebook: snhrCodebook,
 *   population: snhrPopulation,
 *   policy: snhrPolicy,
 *   massacre: snhrMassacre,
 *   massacresDated: "threshold-reached",
 *   month: month("2021-07"),
 *   basis: "documented",
 *   rounding: "half-up",
 *   digits: 1,
 * });
 * report.toll.month.including.child // { part: 1, whole: 1 }
 * report.places.filter(({ count }) => count > 0).map(({ label, percent }) => [label, percent]) // [["Idlib", "100.0%"]]
 */
export function monthlyReport<K extends Keys, Reason extends string>(
  parsed: ParsedRecords<K>,
  options: MonthlyReportOptions<K, Reason>,
): MonthlyReport<K, Reason> {
  checkReportOptions(options);
  const { codebook, population, massacre, massacresDated, basis, rounding, digits } = options;
  checkCodebook(codebook);
  const month = checkedMonth(options.month);
  const periods = reportPeriods(month, options);
  const { missing } = periods;
  const print = { rounding, digits };
  const policy = policyOfMonth(definePolicy(codebook, options.policy), month, periods.month);
  refuseUnaccounted(parsed);
  const disposed = applyPopulation(parsed.victims, { codebook, population });
  const all = reportTolls(disposed.counted, { codebook, policy, basis, periods });
  const { keyOf: inMonth } = byPeriod(periods.month, basis);
  const { keyOf: inYear } = byPeriod(periods.year, basis);
  const { keyOf: inComparison } = byMonth(periods.compared, basis);
  const dateOf: (victim: Victim<K>) => PartialDate | null = dateOn(basis);
  const placed = (victims: readonly Victim<K>[]) => ({
    month: groupedBy(victims, inMonth),
    sinceJanuary: groupedBy(victims, inYear),
  });
  const counted = placed(disposed.counted);
  const inDoubt = disposed.excluded.filter((one) => one.inDoubt).map(({ victim }) => victim);
  const toll = reportToll(all, { codebook, month, counted, inDoubt: placed(inDoubt) });
  const victimsOfMonth = counted.month.get("inside") ?? [];
  const ofMonth = changed(all, (tally) => restrict(tally, { month }));
  const ofYear = changed(all, (tally) => restrict(tally, { yearToDate: "inside" }));
  for (const gap of missing) refuseRecorded(all, gap);
  const tablesOf = (tolls: ReportTolls<K>, victims: readonly Victim<K>[]) =>
    periodTables(tolls, jointTolls(victims, { codebook, policy }), codebook, print);
  const categories = {
    month: categoryTables(ofMonth, codebook, print),
    sinceJanuary: categoryTables(ofYear, codebook, print),
  };

  return {
    kind: "monthly-report",
    month,
    yearToDate: periods.year,
    basis,
    massacresDated,
    print,
    missing,
    definitions: { codebook, population, policy, massacre },
    accounting: accountFor(
      parsed,
      population.exclusions.map(({ reason }) => reason),
      disposed,
      {
        inMonth: toll.month.count,
        sinceJanuary: toll.sinceJanuary.count,
        undated: toll.undated.sinceJanuary.count,
        outside: counted.sinceJanuary.get("outside")?.length ?? 0,
      },
    ),
    tally: all.tally,
    inDoubt: all.inDoubt,
    toll,
    ...tablesOf(ofMonth, victimsOfMonth),
    sinceJanuary: tablesOf(ofYear, counted.sinceJanuary.get("inside") ?? []),
    months: monthRows(all, { months: monthsOfPeriod(periods.year), missing }),
    comparison: comparisonRows(all, {
      months: monthsOfPeriod(periods.compared),
      missing,
      rounding,
      undated: disposed.counted.filter((victim) => inComparison(victim) === "undated").map(dateOf),
      excludedInDoubt: inDoubt.map(dateOf),
    }),
    categories: valuePerKey(all.tally.inclusions, (category) => ({
      month: categories.month[category],
      sinceJanuary: categories.sinceJanuary[category],
    })),
    massacres: reportMassacres(
      { counted: disposed.counted, inDoubt },
      { codebook, policy, definition: massacre, dated: massacresDated, month, basis },
    ),
    presumedIncidents: presumedIncidents(victimsOfMonth, { codebook, policy }),
    excluded: disposed.excluded
      .map(({ victim: { id }, reason, explanation }) => ({ id, reason, explanation }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
