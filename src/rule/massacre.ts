import type { CalendarDate } from "../calendar/calendar-date.js";
import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import { checkOptions } from "../codebook/check-options.js";
import type { Keys } from "../codebook/keys.js";
import type { Fields } from "../codebook/shape.js";
import type { IncidentValues } from "../record/incident.js";
import type { Citation } from "./citation.js";
import { explainMassacre, explainPossibleMassacre } from "./explain-massacre.js";
import { type IncidentCount, mergeIncidentCounts } from "./incident-counts.js";
import { killedBy, mostCounting, sumOf } from "./killed-by.js";
import { checkThreshold, type MassacreDefinition } from "./massacre-definition.js";
import { type DateBounds, dateReached } from "./threshold-date.js";

/** Which date a massacre has: that of the incident, or the day on which the documented deaths reached the threshold. */
export type MassacreDating = "incident" | "threshold-reached";

/** How massacres are dated, and as of which day they are told. */
export interface MassacreOptions {
  readonly dated: MassacreDating;
  /** Only deaths surely documented by the end of this day; without it, all. */
  readonly asOf?: CalendarDate;
}

/** An incident that meets a massacre definition. */
export interface Massacre<K extends Keys = Keys> {
  /** The id of the incident. */
  readonly id: string;
  /**
   * Without the columns that the library does not know: a massacre is published, and those may be private. Its `sources` are here: keep out
   * of that column who has to stay unnamed.
   */
  readonly incident: IncidentValues<K>;
  /** Everyone of the population killed in the incident; with `asOf`, those surely documented by then. */
  readonly toll: number;
  /**
   * Further victims of the incident of whom it is not known whether they were documented by `asOf` or, in a monthly report, whether
   * they are of its population: where there are any, the toll is a lower bound.
   */
  readonly mayBelong: number;
  /** Those of the toll who count toward the threshold. */
  readonly counting: number;
  /** Those of the toll of whom it is not known whether they do, and whom the definition leaves out. */
  readonly mayCount: number;
  /** By the named dating; `null` where it is not known. */
  readonly date: PartialDate | null;
  /** The first and the last day that it can mean: one of them may be known where the date is not. */
  readonly dateBounds: DateBounds;
  /** That of the definition. */
  readonly citation: Citation;
  /** The sentence that says why it is a massacre, with its citation. */
  readonly explanation: string;
}

/**
 * The massacres among incident counts, in the order of the incidents' ids. The counts may have been made in several
 * places; those of one incident are merged.
 *
 * With `asOf`, a death that is not surely documented by that day is not told of yet: neither in the toll nor toward the
 * threshold. Where it may be, it stands in `mayBelong`. Incidents that reach the threshold only with such deaths, or with
 * victims who may count toward it (`mayCount`), are `possibleMassacresAmong`. With `dated: "threshold-reached"` the date is the day on which the threshold was reached as far
 * as it can be known from the dates of documentation, an interval where these are partial. Deaths of unknown documentation
 * may have been documented before all others, or after them, and who may count may have reached it earlier: where it is not known from
 * which day on, or by which day, the threshold was reached, the date is `null`, and `dateBounds` has what is known. It does not depend on `asOf`.
 *
 * Errors: `options-malformed` (a dating that is none, an `asOf` that is no calendar day, an option that there is not);
 * `massacre-threshold-invalid`; those of `mergeIncidentCounts`.
 *
 * @example
 * const incidents = [{ id: "i-1", date: "2021-07-15" }];
 * const dates = ["2021-07-16", "2021-07-16", "2021-07-16", "2021-07-16", "2021-09-02"];
 * const rows = dates.map((documented, index) => ({ id: `v-${index}`, incident: "i-1", documented }));
 * const { victims } = parseRecords(snhrCodebook, { incidents, victims: rows });
 * const options = { codebook: snhrCodebook, definition: snhrMassacre, dated: "threshold-reached" } as const;
 * const counts = countIncidents(victims, options);
 * massacresAmong(counts, options).map(({ date }) => date) // ["2021-09-02"]
 * massacresAmong(counts, { ...options, asOf: calendarDate("2021-07-31") }) // []
 */
export function massacresAmong<K extends Keys>(
  counts: readonly IncidentCount<K>[],
  options: { readonly definition: MassacreDefinition<NoInfer<K>> } & MassacreOptions,
): Massacre<K>[] {
  return knownMassacres(counts, options).certain;
}

/**
 * The incidents that are perhaps massacres and not known to be, in the order of their ids: they reach the threshold only with
 * victims of whom it is not known whether they count toward it, or whether their deaths were documented by `asOf`.
 *
 * Their toll and who counts toward the threshold are of those surely documented; with `mayCount` and `mayBelong` they reach it. With
 * `massacresAmong` of the same day they are all incidents that can have been told of as massacres then. Dating is as there.
 *
 * Errors: those of `massacresAmong`.
 *
 * @example
 * const dates = ["2021-07-16", "2021-07-16", "2021-07-16", "2021-07-16", "2021-07/2021-08"];
 * const rows = dates.map((documented, index) => ({ id: `v-${index}`, incident: "i-1", documented }));
 * const { victims } = parseRecords(snhrCodebook, { incidents: [{ id: "i-1" }], victims: rows });
 * const options = { codebook: snhrCodebook, definition: snhrMassacre, dated: "threshold-reached", asOf: calendarDate("2021-07-31") } as const;
 * const [possible] = possibleMassacresAmong(countIncidents(victims, options), options);
 * possible?.toll // 4
 * possible?.explanation // "Incident i-1 may be a massacre: with 1 of whom it is not known whether the death was documented by 2021-07-31, 5 were killed in it, and 5 make one (SNHR, July 2021, section I)."
 */
export function possibleMassacresAmong<K extends Keys>(
  counts: readonly IncidentCount<K>[],
  options: { readonly definition: MassacreDefinition<NoInfer<K>> } & MassacreOptions,
): Massacre<K>[] {
  return knownMassacres(counts, options).possible;
}

/** With the codebook and policy, since the same options count incidents and say why massacres changed. */
export const massacreOptions: Fields = {
  required: { definition: "anything", dated: { oneOf: ["incident", "threshold-reached"] } },
  optional: { codebook: "anything", policy: "anything", asOf: "day" },
};

/**
 * The massacres of `massacresAmong`, and those of `possibleMassacresAmong`. `inDoubt` are the counts of those who are excluded in doubt:
 * they make no massacre, and may belong to the toll of one, make one possible, and have made one earlier.
 */
export function knownMassacres<K extends Keys>(
  counts: readonly IncidentCount<K>[],
  options: { readonly definition: MassacreDefinition<NoInfer<K>> } & MassacreOptions,
  inDoubt: readonly IncidentCount<K>[] = [],
): { readonly certain: Massacre<K>[]; readonly possible: Massacre<K>[] } {
  checkOptions("options of massacres", options, massacreOptions);
  const { definition, dated, asOf } = options;
  checkThreshold(definition);
  const { threshold, citation } = definition;
  const certain: Massacre<K>[] = [];
  const possible: Massacre<K>[] = [];
  const doubtful = new Map(mergeIncidentCounts(inDoubt, []).map((count) => [count.incident.id, count]));
  // Also those incidents of which nobody is counted surely.
  const withoutDeaths = [...doubtful.values()].map(({ incident }) => ({ incident, byDocumented: [] }));
  for (const { incident, byDocumented } of mergeIncidentCounts(counts, withoutDeaths)) {
    const { id } = incident;
    const excluded = doubtful.get(id)?.byDocumented ?? [];
    const { told, perhaps } = killedBy(asOf, byDocumented, excluded);
    const all = [
      ...byDocumented,
      ...excluded.map((count) => ({ ...count, counting: 0, mayCount: mostCounting(count) })),
    ];
    const massacreBecause = (explanation: string): Massacre<K> => ({
      id,
      incident,
      toll: told.toll,
      mayBelong: sumOf(perhaps).toll,
      counting: told.counting,
      mayCount: told.mayCount,
      ...(dated === "incident" ? dateOf(incident) : dateReached(all, threshold)),
      citation,
      explanation,
    });
    if (told.counting >= threshold) {
      certain.push(massacreBecause(explainMassacre(id, definition, told, perhaps)));
    } else if (mostCounting(sumOf([told, ...perhaps])) >= threshold) {
      possible.push(massacreBecause(explainPossibleMassacre(id, definition, told, perhaps)));
    }
  }
  return { certain, possible };
}

/** The date of an incident with its bounds. */
function dateOf({ date }: Pick<IncidentValues, "date">): Pick<Massacre, "date" | "dateBounds"> {
  if (date === null) return { date, dateBounds: { earliest: null, latest: null } };
  const { start, end } = spanOf(date);
  return { date, dateBounds: { earliest: start, latest: end } };
}
