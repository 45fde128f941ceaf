import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import { addCounts } from "../number/count.js";
import type { Incident } from "../record/incident.js";
import type { Victim } from "../record/victim.js";
import { victimTest } from "./condition-test.js";
import type { MassacreDefinition } from "./massacre-definition.js";

/** How many victims of an incident were documented at one date. */
export interface DocumentedCount {
  /** `null` where it is not recorded when they were documented. */
  readonly documented: PartialDate | null;
  readonly toll: number;
  /** Those of the toll who count toward the threshold. */
  readonly counting: number;
}

/** The victims of one incident, by the date of documentation: earliest first, unknown last. */
export interface IncidentCount<K extends Keys = Keys> {
  readonly incident: Incident<K>;
  readonly byDocumented: readonly DocumentedCount[];
}

/**
 * The victims of each incident, counted by the date of documentation: what massacres are made from, in the order of the
 * incidents' ids. The counts of two files are merged with `mergeIncidentCounts`.
 */
export function countIncidents<K extends Keys>(
  victims: Iterable<Victim<K>>,
  {
    codebook,
    definition,
  }: { readonly codebook: Codebook<K>; readonly definition: MassacreDefinition<NoInfer<K>> },
): IncidentCount<K>[] {
  const countsToward =
    definition.counting === "everyone" ? null : victimTest(codebook, definition.counting.who);
  const countUnknown = definition.counting !== "everyone" && definition.counting.ifUnknown === "count";
  const found: IncidentCount<K>[] = [];
  for (const victim of victims) {
    const holds = countsToward === null ? "yes" : countsToward(victim);
    const counts = holds === "yes" || (holds === "unknown" && countUnknown);
    found.push({
      incident: victim.incident,
      byDocumented: [{ documented: victim.documented, toll: 1, counting: counts ? 1 : 0 }],
    });
  }
  return joined(found);
}

/**
 * The incident counts of two collections together: those of one incident are merged by its id.
 *
 * Commutative and associative. `incident-counts-differ` where the two do not describe the incident alike.
 */
export function mergeIncidentCounts<K extends Keys>(
  one: readonly IncidentCount<K>[],
  other: readonly IncidentCount<K>[],
): IncidentCount<K>[] {
  return joined([...one, ...other]);
}

function joined<K extends Keys>(counts: readonly IncidentCount<K>[]): IncidentCount<K>[] {
  const byId = new Map<string, { incident: Incident<K>; byDate: Map<PartialDate | null, DocumentedCount> }>();
  for (const { incident, byDocumented } of counts) {
    const entry = byId.get(incident.id) ?? { incident, byDate: new Map() };
    byId.set(incident.id, entry);
    refuseDifferentIncidents(entry.incident, incident);
    for (const count of byDocumented) {
      const before = entry.byDate.get(count.documented);
      entry.byDate.set(count.documented, {
        documented: count.documented,
        toll: addCounts(before?.toll ?? 0, count.toll, "the toll of an incident"),
        counting: addCounts(before?.counting ?? 0, count.counting, "the toll of an incident"),
      });
    }
  }
  return [...byId.values()]
    .sort((a, b) => compareTexts(a.incident.id, b.incident.id))
    .map(({ incident, byDate }) => ({ incident, byDocumented: [...byDate.values()].sort(byLastDay) }));
}

function refuseDifferentIncidents(one: Incident, other: Incident): void {
  if (one === other || JSON.stringify(one) === JSON.stringify(other)) return;
  throw new CasualtyError(
    "incident-counts-differ",
    `The incident "${one.id}" is described in two ways: bring its records to one description, or give one another id.`,
    { incident: one.id },
  );
}

/** By the last day on which they may have been documented, then by the text; unknown last. */
function byLastDay(a: DocumentedCount, b: DocumentedCount): number {
  if (a.documented === null || b.documented === null)
    return Number(a.documented === null) - Number(b.documented === null);
  return (
    compareTexts(spanOf(a.documented).end, spanOf(b.documented).end) ||
    compareTexts(a.documented, b.documented)
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
