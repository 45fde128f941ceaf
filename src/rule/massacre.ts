import type { CalendarDate } from "../calendar/calendar-date.js";
import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { addCounts } from "../number/count.js";
import type { Incident } from "../record/incident.js";
import type { Victim } from "../record/victim.js";
import { citationText } from "./citation.js";
import { countIncidents, type IncidentCount } from "./incident-counts.js";
import type { MassacreDefinition } from "./massacre-definition.js";

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
  /** The sentence that says why it is a massacre, with its citation. */
  readonly explanation: string;
}

/**
 * The massacres among the incidents of these victims, in the order of their ids.
 *
 * The victims are those of a population (`applyPopulation`). The toll is that of the whole incident, whichever months
 * its victims were documented in.
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
 * The massacres among incident counts, which may have been made in several places and merged.
 *
 * Counted with `asOf`, a death that is not surely documented by that day does not count yet. With
 * `dated: "threshold-reached"` the date is the earliest by whose last day the threshold is surely reached, and `null`
 * where deaths of unknown documentation are needed to reach it.
 */
export function massacresAmong<K extends Keys>(
  counts: readonly IncidentCount<K>[],
  { definition, dated, asOf }: { readonly definition: MassacreDefinition<NoInfer<K>> } & MassacreOptions,
): Massacre<K>[] {
  const found: Massacre<K>[] = [];
  for (const { incident, byDocumented } of counts) {
    let toll = 0;
    let counting = 0;
    let reached: PartialDate | null | undefined;
    for (const count of byDocumented) {
      if (asOf !== undefined && !surelyBy(count.documented, asOf)) continue;
      toll = addCounts(toll, count.toll, "the toll of a massacre");
      counting += count.counting;
      if (reached === undefined && counting >= definition.threshold) reached = count.documented;
    }
    if (reached === undefined) continue;
    found.push({
      id: incident.id,
      incident,
      toll,
      counting,
      date: dated === "incident" ? incident.date : reached,
      explanation: explain(incident, toll, counting, definition),
    });
  }
  return found;
}

/** The victims of these massacres: who they were, by any dimension. */
export function victimsOfMassacres<K extends Keys, V extends Victim<K>>(
  of: readonly Massacre<K>[],
  victims: Iterable<V>,
): V[] {
  const ids = new Set(of.map(({ id }) => id));
  return [...victims].filter(({ incident }) => ids.has(incident.id));
}

function surelyBy(documented: PartialDate | null, day: CalendarDate): boolean {
  return documented !== null && spanOf(documented).end <= day;
}

function explain(incident: Incident, toll: number, counting: number, definition: MassacreDefinition): string {
  const who =
    counting === toll
      ? `${toll} were killed in it`
      : `of ${toll} killed in it ${counting} count toward the threshold`;
  return `Incident ${incident.id} is a massacre: ${who}, and ${definition.threshold} make one (${citationText(definition.citation)}).`;
}
