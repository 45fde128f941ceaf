import type { CalendarDate } from "../calendar/calendar-date.js";
import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { addCounts } from "../number/count.js";
import type { Incident } from "../record/incident.js";
import type { Victim } from "../record/victim.js";
import { type Citation, citationText } from "./citation.js";
import {
  countIncidents,
  type DocumentedCount,
  type IncidentCount,
  mergeIncidentCounts,
} from "./incident-counts.js";
import { checkThreshold, type MassacreDefinition } from "./massacre-definition.js";
import { dateReached } from "./threshold-date.js";

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
  readonly incident: Incident<K>;
  /** Everyone of the population killed in the incident. */
  readonly toll: number;
  /** Those of the toll who count toward the threshold. */
  readonly counting: number;
  /** By the named dating; `null` where it is not known. */
  readonly date: PartialDate | null;
  /** That of the definition. */
  readonly citation: Citation;
  /** The sentence that says why it is a massacre, with its citation. */
  readonly explanation: string;
}

/**
 * The massacres among the incidents of these victims, in the order of their ids; no victims have none.
 *
 * The victims are those of a population (`applyPopulation`). The toll is that of the whole incident, whichever months
 * its victims were documented in. Dating and `asOf` are those of `massacresAmong`.
 *
 * Errors: those of `countIncidents`.
 *
 * @example
 * const incidents = [{ id: "i-1", date: "2021-07-15" }];
 * const rows = ["v-1", "v-2", "v-3", "v-4", "v-5"].map((id) => ({ id, incident: "i-1", documented: "2021-07-16" }));
 * const { victims } = parseRecords(snhrCodebook, { incidents, victims: rows });
 * const [massacre] = massacres(victims, { codebook: snhrCodebook, definition: snhrMassacre, dated: "incident" });
 * massacre?.toll // 5
 * massacre?.date // "2021-07-15"
 * massacre?.explanation // "Incident i-1 is a massacre: 5 were killed in it, and 5 make one (SNHR, July 2021, section I)."
 */
export function massacres<K extends Keys>(
  victims: Iterable<Victim<K>>,
  options: {
    readonly codebook: Codebook<K>;
    readonly definition: MassacreDefinition<NoInfer<K>>;
  } & MassacreOptions,
): Massacre<K>[] {
  return massacresAmong(countIncidents(victims, options), options);
}

/**
 * The massacres among incident counts, in the order of the incidents' ids. The counts may have been made in several
 * places; those of one incident are merged.
 *
 * With `asOf`, a death that is not surely documented by that day is not told of yet: neither in the toll nor toward the
 * threshold. With `dated: "threshold-reached"` the date is the day on which the threshold was reached as far as it can be
 * known from the dates of documentation, an interval where these are partial, and `null` where deaths of unknown
 * documentation are needed to reach it; it does not depend on `asOf`.
 *
 * Errors: `massacre-threshold-invalid`; those of `mergeIncidentCounts`.
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
  { definition, dated, asOf }: { readonly definition: MassacreDefinition<NoInfer<K>> } & MassacreOptions,
): Massacre<K>[] {
  checkThreshold(definition);
  const { threshold, citation } = definition;
  return mergeIncidentCounts(counts, []).flatMap(({ incident, byDocumented }) => {
    const told = asOf === undefined ? byDocumented : byDocumented.filter((count) => surelyBy(count, asOf));
    const counting = sumOf(told.map((count) => count.counting));
    if (counting < threshold) return [];
    const toll = sumOf(told.map((count) => count.toll));
    const date = dated === "incident" ? incident.date : dateReached(byDocumented, threshold);
    const explanation = explain(incident, toll, counting, definition);
    return [{ id: incident.id, incident, toll, counting, date, citation, explanation }];
  });
}

/**
 * Those of the victims who were killed in these massacres: who they were, by any dimension. In the order of the victims.
 *
 * They are the whole toll where the victims are those that the massacres were found among, and no `asOf` was named.
 *
 * @example
 * victimsOfMassacres([], []) // []
 */
export function victimsOfMassacres<K extends Keys, V extends Victim<K>>(
  of: readonly Massacre<K>[],
  victims: Iterable<V>,
): V[] {
  const ids = new Set(of.map(({ id }) => id));
  return [...victims].filter(({ incident }) => ids.has(incident.id));
}

function surelyBy({ documented }: DocumentedCount, day: CalendarDate): boolean {
  return documented !== null && spanOf(documented).end <= day;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => addCounts(sum, count, "the toll of a massacre"), 0);
}

function explain(incident: Incident, toll: number, counting: number, definition: MassacreDefinition): string {
  const who =
    counting === toll
      ? `${toll} were killed in it`
      : `of ${toll} killed in it ${counting} count toward the threshold`;
  return `Incident ${incident.id} is a massacre: ${who}, and ${definition.threshold} make one (${citationText(definition.citation)}).`;
}
