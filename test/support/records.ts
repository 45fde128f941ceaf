import fc from "fast-check";
import type { PartialDate } from "../../src/calendar/partial-date.js";
import type { Codebook } from "../../src/codebook/codebook.js";
import { investigations, sexes, statuses } from "../../src/codebook/condition.js";
import { type ListName, listOf } from "../../src/codebook/keys.js";
import type { Incident, IncidentValues } from "../../src/record/incident.js";
import type { Age, Victim, VictimValues } from "../../src/record/victim.js";
import { partialDates } from "./calendar.js";
import { texts } from "./codebook.js";
import type { KeyLists } from "./conditions.js";

/** An incident of which nothing is known. */
export const unknownIncident: Incident = {
  id: "i-1",
  date: null,
  place: null,
  means: null,
  suspects: [],
  investigation: null,
  firedFrom: [],
  controlledBy: [],
  sources: [],
  extra: {},
};

/** A victim of whom nothing is known. */
export const unknownVictim: Victim = {
  id: "v-1",
  incident: unknownIncident,
  status: "unknown",
  sex: "unknown",
  age: null,
  unborn: false,
  roles: [],
  cause: null,
  died: null,
  documented: null,
  killedIn: null,
  origin: null,
  sources: [],
  extra: {},
};

/** Incidents and victims as rows, in the form in which the library keeps them, and with further columns. */
export interface TypedRows {
  readonly incidents: readonly (IncidentValues & Readonly<Record<string, unknown>>)[];
  readonly victims: readonly (VictimValues & Readonly<Record<string, unknown>>)[];
}

/** Any text that can be the id of a row. */
export function ids(): fc.Arbitrary<string> {
  return texts().map((text) => {
    const id = text.trim();
    return isRefusedId(id) ? `id-${id}` : id;
  });
}

/** Good rows: every id once, every incident that a victim names among the rows, every key in the codebook. */
export function typedRows(codebook: Codebook): fc.Arbitrary<TypedRows> {
  return fc.tuple(fc.uniqueArray(ids()), fc.uniqueArray(ids())).chain(([incidentIds, victimIds]) =>
    fc.record({
      incidents: fc.tuple(...incidentIds.map((id) => incidentRows(codebook, fc.constant(id)))),
      victims: fc.tuple(
        ...victimIds.map((id) =>
          victimRows(codebook, fc.constant(id), orNull(incidentIds.map((incident) => fc.constant(incident)))),
        ),
      ),
    }),
  );
}

/** Any incident, known in part. */
export function incidentsOf(codebook: Codebook, id = ids()): fc.Arbitrary<Incident> {
  const { perpetrators, means, places } = codebook;
  return fc.record({
    id,
    date: fc.option(partialDates()),
    place: keyOf(places),
    means: keyOf(means),
    suspects: someKeysOf(perpetrators),
    investigation: fc.option(fc.constantFrom(...investigations)),
    firedFrom: someKeysOf(perpetrators),
    controlledBy: someKeysOf(perpetrators),
    sources: sources(),
    extra: fc.constant({}),
  });
}

/** Any row of an incident, with further columns. */
function incidentRows(
  codebook: Codebook,
  id: fc.Arbitrary<string>,
): fc.Arbitrary<TypedRows["incidents"][number]> {
  return fc
    .tuple(extras(Object.keys(unknownIncident)), incidentsOf(codebook, id))
    .map(([further, incident]) => {
      const { extra, ...values } = incident;
      return { ...extra, ...further, ...values };
    });
}

/** Any row of a victim of one of the incidents, with further columns. */
function victimRows(
  codebook: Codebook,
  id: fc.Arbitrary<string>,
  incident: fc.Arbitrary<string | null>,
): fc.Arbitrary<TypedRows["victims"][number]> {
  const facts = fc.record({ ...factsOf(codebook), id, incident });
  return fc.tuple(extras(), facts).map(([extra, row]) => ({ ...extra, ...row }));
}

/** Any victim, known in part. */
export function victimsOf(
  codebook: Codebook,
  { id = ids(), incident = incidentsOf(codebook) } = {},
): fc.Arbitrary<Victim> {
  return fc.record({ ...factsOf(codebook), id, incident, extra: extras() });
}

/** Ages as they are kept: completed years up to 120, bands of them, or not known. */
export function ages(): fc.Arbitrary<Age> {
  const years = fc.integer({ min: 0, max: 120 });
  const bands = fc
    .tuple(years, years)
    .map(([one, other]) => ({ minimum: Math.min(one, other), maximum: Math.max(one, other) }));
  return fc.option(fc.oneof(years, bands));
}

/** Columns that the library does not know. */
function extras(
  known = Object.keys(factsOf({ ...noKeys })),
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc
    .dictionary(texts(), fc.jsonValue(), { noNullPrototype: true })
    .map((columns) =>
      Object.fromEntries(Object.entries(columns).filter(([column]) => !known.includes(column))),
    );
}

/** The keys of every list of a codebook, for conditions to choose among. */
export function keysOf(codebook: Codebook): KeyLists {
  const keys = (name: ListName) => Object.keys(codebook[listOf[name]]);
  return {
    section: keys("section"),
    perpetrator: keys("perpetrator"),
    unattributed: keys("unattributed"),
    alliance: keys("alliance"),
    role: keys("role"),
    cause: keys("cause"),
    means: keys("means"),
    category: keys("category"),
    place: keys("place"),
  };
}

/** The items in some order. */
export function reordered<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

const noKeys: Pick<Codebook, "roles" | "causes" | "places"> = { roles: {}, causes: {}, places: {} };

function factsOf({ roles, causes, places }: Pick<Codebook, "roles" | "causes" | "places">) {
  return {
    id: ids(),
    incident: fc.constant<string | null>(null),
    status: fc.constantFrom(...statuses),
    sex: fc.constantFrom(...sexes),
    age: ages(),
    unborn: fc.boolean(),
    roles: someKeysOf(roles),
    cause: keyOf(causes),
    died: dates(),
    documented: dates(),
    killedIn: keyOf(places),
    origin: keyOf(places),
    sources: sources(),
  };
}

function dates(): fc.Arbitrary<PartialDate | null> {
  return fc.option(partialDates());
}

function sources(): fc.Arbitrary<string[]> {
  return fc
    .array(texts())
    .map((items) => [...new Set(items.map((item) => item.trim()))].filter((item) => item !== ""));
}

function keyOf(entries: object): fc.Arbitrary<string | null> {
  return orNull(usableKeys(entries).map((key) => fc.constant(key)));
}

function someKeysOf(entries: object): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray(usableKeys(entries));
}

/** A codebook may have a key of nothing but spaces; a row cannot name it, for blank is *not known*. */
function usableKeys(entries: object): string[] {
  return Object.keys(entries).filter((key) => key.trim() !== "");
}

function orNull<Value>(values: readonly fc.Arbitrary<Value>[]): fc.Arbitrary<Value | null> {
  return fc.oneof(fc.constant(null), ...values);
}

function isRefusedId(id: string): boolean {
  const refused = ["", "__proto__", "constructor", "prototype", "0", "-1", "-", "?"];
  const words = ["n/a", "na", "nan", "none", "null", "nil", "unknown", "undefined"];
  return refused.includes(id) || words.includes(id.toLowerCase()) || id.startsWith("victim:");
}
