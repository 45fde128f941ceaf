import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError, checkedItems, refuseUnless } from "../error.js";
import { addCounts } from "../number/count.js";
import type { IncidentValues } from "../record/incident.js";
import { isOfIncident, ofIncidents } from "../record/of-incidents.js";
import { isOwnIncident } from "../record/read-id.js";
import type { Victim } from "../record/victim.js";
import { Numbering } from "../tally/numbering.js";
import { victimTest } from "./condition-test.js";
import type { ConditionTest } from "./holds.js";
import { defineMassacre, type MassacreDefinition } from "./massacre-definition.js";

/** How many victims of an incident were documented at one date. */
export interface DocumentedCount {
  /** `null` where it is not recorded when they were documented. */
  readonly documented: PartialDate | null;
  readonly toll: number;
  /** Those of the toll who count toward the threshold. */
  readonly counting: number;
  /** Those of the toll of whom it is not known whether they do, and whom the definition leaves out. */
  readonly mayCount: number;
}

/** The victims of one incident, by the date of documentation: earliest first, unknown last. */
export interface IncidentCount<K extends Keys = Keys> {
  /** Without the columns that the library does not know: counts are published and merged, and those may be private. */
  readonly incident: IncidentValues<K>;
  readonly byDocumented: readonly DocumentedCount[];
}

/**
 * The victims of each incident, counted by the date of documentation: what massacres are made from, in the order of the
 * incidents' ids. No victims give no counts.
 *
 * Errors: `incident-counts-differ` where two victims hold incidents of one id that are not the same, apart from the columns
 * that the library does not know; `victim-ids-shared` where two victims of whom no incident is recorded have one id, as when
 * several files number their victims alike; `options-malformed`; those of `defineMassacre`.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-1" }],
 *   victims: [{ id: "v-1", incident: "i-1" }, { id: "v-2", incident: "i-1", documented: "2021-07-17" }],
 * });
 * const [count] = countIncidents(victims, { codebook: snhrCodebook, definition: snhrMassacre });
 * count?.byDocumented // [{ documented: "2021-07-17", toll: 1, counting: 1, mayCount: 0 }, { documented: null, toll: 1, counting: 1, mayCount: 0 }]
 */
export function countIncidents<K extends Keys>(
  victims: Iterable<Victim<K>>,
  options: { readonly codebook: Codebook<K>; readonly definition: MassacreDefinition<NoInfer<K>> },
): IncidentCount<K>[] {
  // Those of `massacresAmong` too: one object of options finds the massacres.
  checkOptions(
    "options of countIncidents",
    options,
    optionsNamed("codebook", "policy", "definition", "dated", "asOf"),
  );
  const countsToward = countingTest(options);
  const found: IncidentCount<K>[] = [];
  for (const victim of ofIncidents(victims, "countIncidents")) {
    const { incident, documented } = victim;
    const counts = countsToward(victim);
    const [counting, mayCount] = [Number(counts === "yes"), Number(counts === "unknown")];
    found.push({ incident, byDocumented: [{ documented, toll: 1, counting, mayCount }] });
  }
  return joined(found);
}

/**
 * The incident counts of two collections together: those of one incident are merged by its id.
 *
 * Commutative and associative; no counts are its identity. Both have to be made by one definition, from victims of which
 * none is in both.
 *
 * Errors: `incident-counts-differ` where the two do not describe an incident alike; `victim-ids-shared` where two victims of
 * whom no incident is recorded have one id; `count-not-whole` and `count-unsafe`
 * where a count is none, or their sum above the safe integers.
 *
 * @example
 * const options = { codebook: snhrCodebook, definition: snhrMassacre };
 * const rows = { incidents: [{ id: "i-1" }], victims: [{ id: "v-1", incident: "i-1" }] };
 * const inJuly = countIncidents(parseRecords(snhrCodebook, rows).victims, options);
 * mergeIncidentCounts(inJuly, inJuly)[0]?.byDocumented // [{ documented: null, toll: 2, counting: 2, mayCount: 0 }]
 */
export function mergeIncidentCounts<K extends Keys>(
  one: readonly IncidentCount<K>[],
  other: readonly IncidentCount<K>[],
): IncidentCount<K>[] {
  for (const counts of [one, other]) checkedItems(counts, "mergeIncidentCounts", "a list of incident counts");
  return joined([...one, ...other]);
}

/**
 * Those of the victims whose incident has so many of them or more, in their order: no other incident reaches a threshold of so
 * many, and most have few.
 *
 * Errors: `incident-counts-differ` and `victim-ids-shared`, as of `countIncidents`, whatever the size of the incident.
 */
export function inLargeIncidents<K extends Keys, V extends Victim<K>>(
  victims: Iterable<V>,
  atLeast: number,
): V[] {
  const all = ofIncidents(victims, "massacres");
  const numbering = new Numbering();
  const incidents: IncidentValues<K>[] = [];
  const sizes: number[] = [];
  const numbers = all.map(({ incident }) => {
    const number = numbering.numberOf(incident.id);
    const first = incidents[number];
    if (first === undefined) incidents.push(incident);
    else if (first !== incident) refuseDifference(known(first), known(incident));
    if (first !== undefined && isOwnIncident(incident)) refuseShared(incident);
    sizes[number] = (sizes[number] ?? 0) + 1;
    return number;
  });
  return all.filter((_, nth) => (sizes[numbers[nth] ?? 0] ?? 0) >= atLeast);
}

/** Whether a victim counts toward the threshold; `unknown` only where the definition leaves out those of whom it is not known. */
function countingTest<K extends Keys>({
  codebook,
  definition,
}: {
  readonly codebook: Codebook<K>;
  readonly definition: MassacreDefinition<NoInfer<K>>;
}): ConditionTest<Victim<K>> {
  const { counting } = defineMassacre(codebook, definition);
  if (counting === "everyone") return () => "yes";
  const test = victimTest(codebook, counting.who);
  if (counting.ifUnknown === "leave-out") return test;
  return (victim) => (test(victim) === "no" ? "no" : "yes");
}

function joined<K extends Keys>(counts: readonly IncidentCount<K>[]): IncidentCount<K>[] {
  const byId = new Map<string, IncidentCount<K>[]>();
  for (const count of counts) {
    const isCount = isOfIncident(count) && Array.isArray(count.byDocumented);
    refuseUnless(isCount, count, "A list of incident counts", "what countIncidents gives");
    const { id } = count.incident;
    const alike = byId.get(id);
    if (alike === undefined) byId.set(id, [count]);
    else alike.push(count);
  }
  return [...byId.values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [joinedOne(first, others)]))
    .sort((a, b) => compareTexts(a.incident.id, b.incident.id));
}

/** The counts of one incident as one. */
function joinedOne<K extends Keys>(
  first: IncidentCount<K>,
  others: readonly IncidentCount<K>[],
): IncidentCount<K> {
  const incident = known(first.incident);
  const byDate = new Map<PartialDate | null, DocumentedCount>();
  for (const count of [first, ...others]) {
    if (count.incident !== first.incident) refuseDifference(incident, known(count.incident));
    for (const { documented, toll, counting, mayCount } of count.byDocumented) {
      const before = byDate.get(documented);
      byDate.set(documented, {
        documented,
        toll: addCounts(before?.toll ?? 0, toll, "the toll of an incident"),
        counting: addCounts(before?.counting ?? 0, counting, "the number of an incident that counts"),
        mayCount: addCounts(before?.mayCount ?? 0, mayCount, "the number of an incident that may count"),
      });
    }
  }
  const byDocumented = [...byDate.values()].sort(byLastDay);
  // An incident that stands for one that is not recorded is that of a single victim.
  const isOfSeveral = byDocumented.length > 1 || (byDocumented[0]?.toll ?? 0) > 1;
  if (isOwnIncident(incident) && isOfSeveral) refuseShared(incident);
  return { incident, byDocumented };
}

function refuseShared({ id }: IncidentValues): never {
  throw new CasualtyError(
    "victim-ids-shared",
    `Several victims of whom no incident is recorded have one id, the incident "${id}" being that of one victim: give the victims of all files ids that differ, or count each victim once.`,
    { incident: id },
  );
}

/** What the library reads of an incident, nothing that was handed in beside it; always in one order. */
function known<K extends Keys>(incident: IncidentValues<K>): IncidentValues<K> {
  const { id, date, place, means, suspects, investigation, firedFrom, controlledBy, sources } = incident;
  return { id, date, place, means, suspects, investigation, firedFrom, controlledBy, sources };
}

function refuseDifference(one: IncidentValues, other: IncidentValues): void {
  // Texts and lists of texts in one order: as JSON they are the same where they say the same.
  if (JSON.stringify(one) === JSON.stringify(other)) return;
  throw new CasualtyError(
    "incident-counts-differ",
    `The incident "${one.id}" is described in two ways: bring its records to one description, or give one another id.`,
    { incident: one.id },
  );
}

/** By the last day on which they may have been documented, then by the text; unknown last. */
function byLastDay({ documented: a }: DocumentedCount, { documented: b }: DocumentedCount): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareTexts(spanOf(a).end, spanOf(b).end) || compareTexts(a, b);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
