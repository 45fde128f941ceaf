import { type IncidentRow, julyRecords, type VictimRow } from "../../examples/july-2021/records.js";

// Everything here is recomputed with plain loops: neither the library nor the plan behind the records is asked.
export const { note, incidents, victims } = julyRecords();
const incidentById = new Map(incidents.map((incident) => [incident.id, incident]));
export const counted = victims.filter((victim) => victim.unborn !== true);
export const july = counted.filter((victim) => monthOf(victim) === "2021-07");
export const beforeJuly = ["2021-01", "2021-02", "2021-03", "2021-04", "2021-05", "2021-06"];

export function incidentOf(victim: VictimRow): IncidentRow {
  const incident = incidentById.get(victim.incident);
  if (incident === undefined) throw new Error(`${victim.id} names ${victim.incident}, which does not exist`);
  return incident;
}

export function monthOf(victim: VictimRow): string {
  return victim.documented.slice(0, 7);
}

/** SNHR's rules, written out once more: a concluded investigation, joint control, otherwise by means. */
export function sourceOf(incident: IncidentRow): string {
  const suspects = [...(incident.suspects ?? [])].sort().join("+");
  if (incident.investigation === "concluded" && suspects !== "") return suspects;
  const ground = incident.firedFrom ?? [];
  if (suspects === "regime+russia" && ground.includes("regime") && ground.includes("russia")) return "regime";
  if (incident.means === "landmine") return "landmines";
  if (incident.means === "gunfire") return "gunfire";
  if (incident.means === "shelling") return "shells";
  if (incident.means === "bombing") return "bombings";
  if (incident.means === "assault") return "unknown-persons";
  return "unidentified";
}

export function isChild(victim: VictimRow): boolean {
  return victim.sex !== "unknown" && typeof victim.age === "number" && victim.age < 18;
}

export function isWoman(victim: VictimRow): boolean {
  return victim.sex === "female" && typeof victim.age === "number" && victim.age >= 18;
}

/** All, children and women, as the report prints them: "15/8/5". */
export function toll(people: readonly VictimRow[]): string {
  return [people.length, people.filter(isChild).length, people.filter(isWoman).length].join("/");
}

export function by(
  people: readonly VictimRow[],
  keyOf: (victim: VictimRow) => string,
): Record<string, VictimRow[]> {
  const found: Record<string, VictimRow[]> = {};
  for (const victim of people) (found[keyOf(victim)] ??= []).push(victim);
  return found;
}

export function each<T, R>(record: Record<string, T>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

export function bySource(people: readonly VictimRow[]): Record<string, VictimRow[]> {
  return by(people, (victim) => sourceOf(incidentOf(victim)));
}

export function governorateOf(victim: VictimRow): string {
  return victim.killedIn === "al-hawl-camp" ? "hasaka" : victim.killedIn;
}

export function size(values: readonly unknown[]): number {
  return values.length;
}

export const deadByIncident = by(counted, (victim) => victim.incident);
export const inMassacres = counted.filter((victim) => (deadByIncident[victim.incident] ?? []).length >= 5);
export const massacres = incidents.filter((incident) => (deadByIncident[incident.id] ?? []).length >= 5);

export function dead(incident: IncidentRow): VictimRow[] {
  return deadByIncident[incident.id] ?? [];
}

/** The one incident of a day that answers to a test. */
export function incidentOn(date: string, test: (incident: IncidentRow) => boolean): IncidentRow {
  const found = incidents.filter((incident) => incident.date === date && test(incident));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${date} has ${found.length} such incidents`);
  return only;
}
