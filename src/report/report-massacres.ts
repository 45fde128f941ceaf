import type { CalendarDate } from "../calendar/calendar-date.js";
import type { Month } from "../calendar/month.js";
import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import { placeInPeriod, yearToDate } from "../calendar/period.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { type MassacreDating, massacres } from "../rule/massacre.js";
import type { MassacreDefinition } from "../rule/massacre-definition.js";
import type { Policy } from "../rule/policy.js";
import type { DateBasis } from "./by-date.js";
import { type MassacreTable, massacreTable } from "./massacre-table.js";

/** The massacres of the month and since January. */
export interface ReportMassacres<K extends Keys = Keys> {
  readonly month: MassacreTable<K>;
  readonly sinceJanuary: MassacreTable<K>;
  /**
   * Massacres whose date is not known, or only as one that lies partly in the month or the year to date: each is in no table
   * to which it may belong but does not surely.
   */
  readonly undated: number;
}

/** Finds the massacres among the victims and puts them into the month and the year to date. */
export function reportMassacres<K extends Keys>(
  victims: readonly Victim<K>[],
  options: {
    readonly codebook: Codebook<K>;
    readonly policy: Policy<NoInfer<K>>;
    readonly definition: MassacreDefinition<NoInfer<K>>;
    readonly dated: MassacreDating;
    readonly month: Month;
    readonly basis: DateBasis;
  },
): ReportMassacres<K> {
  const { month, basis } = options;
  const [monthSpan, yearSpan] = [spanOf(month), yearToDate(month)];
  const known =
    basis === "documented"
      ? victims.filter(({ documented }) => isSurelyBy(documented, monthSpan.end))
      : victims;
  const found = massacres(known, options).map((massacre) => ({
    massacre,
    inMonth: massacre.date === null ? "straddles" : placeInPeriod(massacre.date, monthSpan),
    inYear: massacre.date === null ? "straddles" : placeInPeriod(massacre.date, yearSpan),
  }));
  const ofMonth = found.filter(({ inMonth }) => inMonth === "inside").map(({ massacre }) => massacre);
  const ofYear = found.filter(({ inYear }) => inYear === "inside").map(({ massacre }) => massacre);
  return {
    month: massacreTable(ofMonth, known, options),
    sinceJanuary: massacreTable(ofYear, known, options),
    undated: found.filter(({ inMonth, inYear }) => inMonth === "straddles" || inYear === "straddles").length,
  };
}

/** On the basis of documentation, what is documented later is not known yet. */
function isSurelyBy(documented: PartialDate | null, day: CalendarDate): boolean {
  return documented !== null && spanOf(documented).end <= day;
}
