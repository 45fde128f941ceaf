import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PartialDate, partialDate, spanOf } from "../../src/calendar/partial-date.js";
import {
  type IncidentCondition,
  investigations,
  type Sex,
  type Status,
  statuses,
  type VictimCondition,
} from "../../src/codebook/condition.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import type { Incident } from "../../src/record/incident.js";
import type { Age, Victim } from "../../src/record/victim.js";
import { incidentTest, victimTest } from "../../src/rule/condition-test.js";
import type { Holds } from "../../src/rule/holds.js";
import { partialDates, textsOfDays } from "../support/calendar.js";
import { incidentConditions, victimConditions } from "../support/conditions.js";
import { incidentsOf, unknownIncident, unknownVictim, victimsOf } from "../support/records.js";

const codebook = defineCodebook({
  sections: { main: { label: "Main parties" } },
  perpetrators: {
    army: { label: "The army", section: "main" },
    rebels: { label: "Rebels", section: "main" },
    guards: { label: "The guards", section: "main" },
    brigade: { label: "A brigade of the army", section: "main", parent: "army" },
  },
  roles: { medical: { label: "Medical personnel" }, media: { label: "Media workers" } },
  causes: { torture: { label: "Torture" }, shrapnel: { label: "Shrapnel" } },
  means: { shelling: { label: "Shelling" }, landmine: { label: "Landmine" } },
  places: {
    north: { label: "North" },
    town: { label: "Town", parent: "north" },
    camp: { label: "Camp", parent: "town" },
    south: { label: "South" },
  },
});

const perpetrators = ["army", "rebels", "guards", "brigade"] as const;
const keys = {
  section: ["main"],
  perpetrator: perpetrators,
  unattributed: [],
  alliance: [],
  role: ["medical", "media"],
  cause: ["torture", "shrapnel"],
  means: ["shelling", "landmine"],
  category: [],
  place: ["north", "town", "camp", "south"],
};

/** Each place and perpetrator with those around it, outwards: what the codebook says, written out once more. */
const around: Readonly<Record<string, readonly string[]>> = {
  north: ["north"],
  town: ["town", "north"],
  camp: ["camp", "town", "north"],
  south: ["south"],
  army: ["army"],
  rebels: ["rebels"],
  guards: ["guards"],
  brigade: ["brigade", "army"],
};

/** The days of the periods that generated conditions name. */
const periods: Readonly<Record<string, readonly [string, string]>> = {
  "2021": ["2021-01-01", "2021-12-31"],
  "2021-07": ["2021-07-01", "2021-07-31"],
  "2021-Q3": ["2021-07-01", "2021-09-30"],
  "2021-07-15": ["2021-07-15", "2021-07-15"],
  "2021-01/2021-07": ["2021-01-01", "2021-07-31"],
};

/** Days on both sides of every edge of these periods, and far away. */
const days = Object.values(periods)
  .flat()
  .flatMap((day) => textsOfDays(dayAfter(day, -1), dayAfter(day, 1)))
  .concat("0001-01-01", "9999-12-31");

function dayAfter(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

// The oracle: conditions over an incident or a victim of whom everything is known, in two values.

function incidentHolds(condition: IncidentCondition, incident: Incident): boolean {
  if ("all" in condition) return condition.all.every((part) => incidentHolds(part, incident));
  if ("any" in condition) return condition.any.some((part) => incidentHolds(part, incident));
  if ("not" in condition) return !incidentHolds(condition.not, incident);
  if ("suspected" in condition) return includesPart(incident.suspects, condition.suspected);
  if ("suspectedOnly" in condition) {
    const others = incident.suspects.filter(
      (suspect) => !condition.suspectedOnly.some((one) => liesIn(suspect, one)),
    );
    return incident.suspects.length > 0 && others.length === 0;
  }
  if ("suspects" in condition) {
    // The brigade and the army are one party.
    const parties = new Set(incident.suspects.map((suspect) => (suspect === "brigade" ? "army" : suspect)));
    return (["none", "one"][parties.size] ?? "several") === condition.suspects;
  }
  if ("investigation" in condition) return incident.investigation === condition.investigation;
  if ("firedFrom" in condition) return includesPart(incident.firedFrom, condition.firedFrom);
  if ("controlledBy" in condition) return includesPart(incident.controlledBy, condition.controlledBy);
  if ("means" in condition) return incident.means === condition.means;
  if ("place" in condition) return liesIn(incident.place, condition.place);
  return isIn(incident.date, condition.date);
}

function victimHolds(condition: VictimCondition, victim: Victim): boolean {
  if ("all" in condition) return condition.all.every((part) => victimHolds(part, victim));
  if ("any" in condition) return condition.any.some((part) => victimHolds(part, victim));
  if ("not" in condition) return !victimHolds(condition.not, victim);
  if ("role" in condition) return victim.roles.includes(condition.role);
  if ("cause" in condition) return victim.cause === condition.cause;
  if ("sex" in condition) return victim.sex === condition.sex;
  if ("age" in condition) {
    const { from = -1, below = Number.MAX_VALUE } = condition.age;
    const age = victim.unborn ? -1 : Number(victim.age);
    return age >= from && age < below;
  }
  if ("status" in condition) return victim.status === condition.status;
  if ("unborn" in condition) return victim.unborn === condition.unborn;
  if ("killedIn" in condition) return liesIn(victim.killedIn ?? victim.incident.place, condition.killedIn);
  if ("origin" in condition) return liesIn(victim.origin, condition.origin);
  if ("died" in condition) return isIn(victim.died, condition.died);
  if ("documented" in condition) return isIn(victim.documented, condition.documented);
  return incidentHolds(condition.incident, victim.incident);
}

function liesIn(one: string | null, asked: string): boolean {
  return around[one ?? ""]?.includes(asked) ?? false;
}

function includesPart(named: readonly string[], asked: string): boolean {
  return named.some((one) => liesIn(one, asked));
}

function isIn(date: string | null, periodText: string): boolean {
  const [start, end] = periods[periodText] ?? [];
  if (date === null || start === undefined || end === undefined) throw new Error("not known");
  return start <= date && date <= end;
}

// Completions: everything that a fact may turn out to be.

function placesIn(place: string | null): string[] {
  // A death recorded for the north was in the north and no closer place, or in any of its places.
  return keys.place.filter((one) => place === null || liesIn(one, place));
}

/** What was done by the army was done by the army at large or by its brigade; that both are named makes them two. */
function partsOf(named: readonly string[]): (readonly string[])[] {
  const ways = named.reduce<string[][]>(
    (some, one) =>
      perpetrators.filter((part) => liesIn(part, one)).flatMap((part) => some.map((way) => [...way, part])),
    [[]],
  );
  return ways.filter((way) => new Set(way).size === new Set(named).size);
}

/** Whether a perpetrator is recorded of which another one is a part. */
function isClose({ suspects, firedFrom, controlledBy }: Incident): boolean {
  return ![...suspects, ...firedFrom, ...controlledBy].includes("army");
}

/**
 * Whether a place holds no other: of a record that is known in full otherwise nothing is unknown then. That somebody was
 * killed in the north and in none of its places cannot be recorded.
 */
function isInnermost(place: string | null): boolean {
  return placesIn(place).length === 1;
}

function daysOf(date: PartialDate | null): PartialDate[] {
  const { start, end } = date === null ? { start: "0001-01-01", end: "9999-12-31" } : spanOf(date);
  return [start, ...days, end].filter((day) => start <= day && day <= end).map((day) => partialDate(day));
}

function agesOf(age: Age, bounds: readonly number[]): number[] {
  if (typeof age === "number") return [age];
  const { minimum, maximum } = age ?? { minimum: 0, maximum: 2 ** 40 };
  return [minimum, maximum, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])].filter(
    (years) => minimum <= years && years <= maximum,
  );
}

/** The holders of ground, where any are recorded; otherwise any of them, alone or jointly, or somebody else. */
function holdersOf(holders: readonly string[]): (readonly string[])[] {
  if (holders.length > 0) return partsOf(holders);
  const sets = [...perpetrators, "somebody else"].reduce<string[][]>(
    (some, one) => [...some, ...some.map((set) => [...set, one])],
    [[]],
  );
  return sets.filter((set) => set.length > 0);
}

const oneOf = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

function completedIncidents(incident: Incident): fc.Arbitrary<Incident> {
  const { place, means, date, suspects, investigation, firedFrom, controlledBy } = incident;
  return fc.record({
    ...constants(incident),
    date: oneOf(daysOf(date)),
    place: oneOf(placesIn(place)),
    means: oneOf(means === null ? [...keys.means, "something else"] : [means]),
    investigation: oneOf(investigation === null ? investigations : [investigation]),
    suspects: oneOf(partsOf(suspects)),
    firedFrom: oneOf(holdersOf(firedFrom)),
    controlledBy: oneOf(holdersOf(controlledBy)),
  });
}

function completedVictims(victim: Victim, bounds: readonly number[]): fc.Arbitrary<Victim> {
  const { incident, status, sex, age, cause, died, documented, killedIn, origin } = victim;
  return fc.record({
    ...constants(victim),
    incident: completedIncidents(incident),
    status: oneOf<Status>(status === "unknown" ? statuses.filter((one) => one !== "unknown") : [status]),
    sex: oneOf<Sex>(sex === "unknown" ? ["female", "male"] : [sex]),
    age: oneOf(agesOf(age, bounds)),
    cause: oneOf(cause === null ? [...keys.cause, "something else"] : [cause]),
    died: oneOf(daysOf(died)),
    documented: oneOf(daysOf(documented)),
    killedIn: oneOf(placesIn(killedIn ?? incident.place)),
    origin: oneOf(placesIn(origin)),
  });
}

function constants<Value extends object>(
  value: Value,
): { [Field in keyof Value]: fc.Arbitrary<Value[Field]> } {
  const fields = Object.entries(value).map(([field, fact]) => [field, fc.constant<unknown>(fact)]);
  return Object.fromEntries(fields) as { [Field in keyof Value]: fc.Arbitrary<Value[Field]> };
}

/** Every age that a condition names. */
function boundsIn(condition: VictimCondition): number[] {
  return [...JSON.stringify(condition).matchAll(/"(?:from|below)":(\d+)/g)].map(([, bound]) => Number(bound));
}

/** Dates near the periods that conditions name, and others. */
function datesNear(): fc.Arbitrary<PartialDate | null> {
  const near = oneOf(daysOf(null));
  const written = oneOf(["2021", "2021-07", "2021-06/2021-07", "2021-07-15", "2020/2022", "2021-Q3"]);
  return fc.option(
    fc.oneof(near, written.filter((text) => !text.includes("Q")).map(partialDate), partialDates()),
  );
}

const someIncidents = (): fc.Arbitrary<Incident> =>
  fc.tuple(incidentsOf(codebook), datesNear()).map(([incident, date]) => ({ ...incident, date }));

const someVictims = (): fc.Arbitrary<Victim> =>
  fc
    .tuple(victimsOf(codebook, { incident: someIncidents() }), datesNear(), datesNear())
    .map(([victim, died, documented]) => ({ ...victim, died, documented }));

describe("a condition over what is known in part", () => {
  test("is yes or no of an incident only where it is so however the rest turns out", () => {
    const known = incidentConditions(keys).chain((condition) =>
      someIncidents().chain((incident) =>
        fc.tuple(fc.constant(condition), fc.constant(incident), completedIncidents(incident)),
      ),
    );
    fc.assert(
      fc.property(known, ([condition, incident, completed]) => {
        const holds = incidentTest(codebook, asTyped(condition))(asTyped(incident));
        const truth = incidentHolds(condition, completed) ? "yes" : "no";
        expect([truth, "unknown"]).toContain(holds);
        const ofCompleted = incidentTest(codebook, asTyped(condition))(asTyped(completed));
        expect(isInnermost(completed.place) && isClose(completed) ? [truth] : [truth, "unknown"]).toContain(
          ofCompleted,
        );
      }),
      { numRuns: 300 },
    );
  });

  test("is yes or no of a victim only where it is so however the rest turns out", () => {
    const known = victimConditions(keys).chain((condition) =>
      someVictims().chain((victim) =>
        fc.tuple(fc.constant(condition), fc.constant(victim), completedVictims(victim, boundsIn(condition))),
      ),
    );
    fc.assert(
      fc.property(known, ([condition, victim, completed]) => {
        const holds = victimTest(codebook, asTyped(condition))(asTyped(victim));
        const truth = victimHolds(condition, completed) ? "yes" : "no";
        expect([truth, "unknown"]).toContain(holds);
        const places = [completed.killedIn, completed.origin, completed.incident.place];
        const ofCompleted = victimTest(codebook, asTyped(condition))(asTyped(completed));
        const full = places.every(isInnermost) && isClose(completed.incident);
        expect(full ? [truth] : [truth, "unknown"]).toContain(ofCompleted);
      }),
      { numRuns: 300 },
    );
  });

  test("may be unknown where it would be the same however the rest turns out: parts are judged one by one", () => {
    const open = { investigation: "open" } as const;
    const concluded = { investigation: "concluded" } as const;
    const everyWay: IncidentCondition[] = [
      { any: [open, { not: open }] },
      { any: [open, concluded] },
      { not: { all: [open, concluded] } },
      { any: [{ place: "town" }, { not: { place: "north" } }, { not: { place: "town" } }] },
    ];
    for (const condition of everyWay) {
      for (const investigation of investigations) {
        expect(incidentHolds(condition, { ...unknownIncident, investigation, place: "camp" })).toBe(true);
      }
      expect(incidentTest(codebook, asTyped(condition))(unknownOne)).toBe("unknown");
    }
  });
});

describe("one atom", () => {
  // Where parts are not combined, unknown is answered exactly where it could turn out both ways.
  const incidents: Incident[] = [
    ...[null, "north", "town", "camp", "south"].map((place) => ({ ...unknownIncident, place })),
    ...[null, "shelling", "landmine"].map((means) => ({ ...unknownIncident, means })),
    ...[null, ...investigations].map((investigation) => ({ ...unknownIncident, investigation })),
    ...[[], ["army"], ["army", "rebels"], ["brigade"], ["brigade", "guards"]].flatMap((some) => [
      { ...unknownIncident, firedFrom: some },
      { ...unknownIncident, controlledBy: some },
      { ...unknownIncident, suspects: some },
    ]),
    ...[
      "2021",
      "2021-07",
      "2021-08",
      "2021-07-15",
      "2021-06/2021-07-15",
      "2020",
      "2020/2022",
      "2021-07/2021-09",
    ].map((date) => ({ ...unknownIncident, date: partialDate(date) })),
  ];
  const conditions: IncidentCondition[] = [
    ...keys.place.map((place) => ({ place })),
    ...keys.means.map((means) => ({ means })),
    ...investigations.map((investigation) => ({ investigation })),
    ...perpetrators.flatMap((key) => [
      { suspected: key },
      { firedFrom: key },
      { controlledBy: key },
      { suspectedOnly: [key] },
    ]),
    { suspectedOnly: [] },
    { suspectedOnly: ["army", "rebels"] },
    { suspectedOnly: ["brigade", "guards"] },
    ...(["none", "one", "several"] as const).map((suspects) => ({ suspects })),
    ...Object.keys(periods).map((date) => ({ date })),
  ];

  test("over an incident is unknown exactly where it could turn out both ways", () => {
    for (const condition of conditions) {
      for (const incident of incidents) {
        const holds = incidentTest(codebook, asTyped(condition))(asTyped(incident));
        expect([condition, incident, holds]).toEqual([condition, incident, inAllWays(condition, incident)]);
      }
    }
  });

  /** By trying the completions of the one fact that the atom asks for. */
  function inAllWays(condition: IncidentCondition, incident: Incident): Holds {
    const [[atom] = []] = Object.entries(condition);
    const { date, place, means, suspects, investigation, firedFrom, controlledBy } = incident;
    const ways: Record<string, readonly Partial<Incident>[]> = {
      date: daysOf(date).map((day) => ({ date: day })),
      place: placesIn(place).map((one) => ({ place: one })),
      means: (means === null ? [...keys.means, "something else"] : [means]).map((one) => ({ means: one })),
      investigation: (investigation === null ? investigations : [investigation]).map((state) => ({
        investigation: state,
      })),
      suspected: partsOf(suspects).map((some) => ({ suspects: some })),
      suspectedOnly: partsOf(suspects).map((some) => ({ suspects: some })),
      firedFrom: holdersOf(firedFrom).map((some) => ({ firedFrom: some })),
      controlledBy: holdersOf(controlledBy).map((some) => ({ controlledBy: some })),
    };
    return verdict(
      (ways[atom ?? ""] ?? [{}]).map((way) => incidentHolds(condition, { ...incident, ...way })),
    );
  }

  test("over ages is unknown exactly where it could turn out both ways", () => {
    const bounds = [0, 1, 12, 17, 18, 19, 60];
    const bands = bounds.flatMap((minimum) =>
      bounds.filter((maximum) => maximum >= minimum).map((maximum) => ({ minimum, maximum })),
    );
    const asked = bounds.flatMap((from) => [
      { from },
      { below: from },
      ...bounds.filter((below) => below > from).map((below) => ({ from, below })),
    ]);
    for (const age of asked) {
      for (const band of [...bands, ...bounds]) {
        const ways = agesOf(band, [...bounds, 9, 30]).map((years) =>
          victimHolds({ age }, { ...unknownVictim, age: years }),
        );
        const holds = victimTest(codebook, { age })(asTyped({ ...unknownVictim, age: band }));
        expect([age, band, holds]).toEqual([age, band, verdict(ways)]);
      }
    }
  });

  function verdict(ways: readonly boolean[]): Holds {
    if (ways.every((holds) => holds)) return "yes";
    return ways.some((holds) => holds) ? "unknown" : "no";
  }
});

describe("what is known and unknown, by hand", () => {
  test.each<[VictimCondition, Partial<Victim>, Holds]>([
    [{ role: "medical" }, { roles: ["media", "medical"] }, "yes"],
    [{ role: "medical" }, { roles: ["media"] }, "no"],
    [{ role: "medical" }, {}, "no"],
    [{ cause: "torture" }, { cause: "torture" }, "yes"],
    [{ cause: "torture" }, { cause: "shrapnel" }, "no"],
    [{ cause: "torture" }, {}, "unknown"],
    [{ sex: "female" }, { sex: "female" }, "yes"],
    [{ sex: "female" }, { sex: "male" }, "no"],
    [{ sex: "female" }, {}, "unknown"],
    [{ status: "civilian" }, { status: "civilian" }, "yes"],
    [{ status: "civilian" }, { status: "armed-forces" }, "no"],
    [{ status: "civilian" }, {}, "unknown"],
    [{ unborn: true }, { unborn: true }, "yes"],
    [{ unborn: true }, {}, "no"],
    [{ unborn: false }, {}, "yes"],
    [{ age: { below: 18 } }, { unborn: true }, "yes"],
    [{ age: { from: 0 } }, { unborn: true }, "no"],
    [{ age: { from: 18 } }, { unborn: true, age: 30 }, "no"], // it is the mother's
    [{ age: { below: 18 } }, { age: 17 }, "yes"],
    [{ age: { below: 18 } }, { age: 18 }, "no"],
    [{ age: { from: 18 } }, { age: 18 }, "yes"],
    [{ age: { from: 18 } }, { age: { minimum: 0, maximum: 17 } }, "no"],
    [{ age: { from: 18 } }, { age: { minimum: 15, maximum: 20 } }, "unknown"],
    // An age that is not recorded is not known to be any, not even one above zero.
    [{ age: { from: 0 } }, {}, "unknown"],
    [{ killedIn: "north" }, { killedIn: "camp" }, "yes"],
    [{ killedIn: "camp" }, { killedIn: "north" }, "unknown"],
    [{ killedIn: "south" }, { killedIn: "north" }, "no"],
    // Who is not recorded as killed elsewhere was killed where the incident was.
    [{ killedIn: "north" }, { incident: { ...unknownIncident, place: "camp" } }, "yes"],
    [{ killedIn: "camp" }, { incident: { ...unknownIncident, place: "north" } }, "unknown"],
    [{ killedIn: "north" }, { killedIn: "south", incident: { ...unknownIncident, place: "north" } }, "no"],
    [{ origin: "north" }, { incident: { ...unknownIncident, place: "camp" } }, "unknown"],
    [{ origin: "town" }, { origin: "camp", killedIn: "south" }, "yes"],
    [{ origin: "town" }, { killedIn: "town" }, "unknown"],
    [{ died: "2021-07" }, { died: partialDate("2021-07-31") }, "yes"],
    [{ died: "2021-07" }, { died: partialDate("2021") }, "unknown"],
    [{ died: "2021-07" }, { died: partialDate("2021-08") }, "no"],
    [{ documented: "2021-07" }, { died: partialDate("2021-07-31") }, "unknown"],
    [{ incident: { means: "landmine" } }, { incident: { ...unknownIncident, means: "landmine" } }, "yes"],
    [{ incident: { means: "landmine" } }, {}, "unknown"],
    [{ incident: { suspects: "none" } }, {}, "yes"],
    [{ all: [] }, {}, "yes"],
    [{ any: [] }, {}, "no"],
    [{ all: [{ unborn: false }, { sex: "female" }] }, {}, "unknown"],
    [{ all: [{ sex: "female" }, { unborn: true }] }, {}, "no"],
    [{ any: [{ sex: "female" }, { unborn: false }] }, {}, "yes"],
    [{ any: [{ sex: "female" }, { unborn: true }] }, {}, "unknown"],
    [{ not: { sex: "female" } }, {}, "unknown"],
    [{ not: { unborn: true } }, {}, "yes"],
    [{ not: { not: { unborn: true } } }, {}, "no"],
  ])("%j of %j is %s", (condition, facts, holds) => {
    expect(victimTest(codebook, asTyped(condition))(asTyped({ ...unknownVictim, ...facts }))).toBe(holds);
  });

  test("a suspect that is named twice is one", () => {
    const incident = asTyped({ ...unknownIncident, suspects: ["army", "army"] });
    expect(incidentTest(codebook, { suspects: "one" })(incident)).toBe("yes");
  });

  test("a perpetrator and its part are one party, and so are two parts of one; a part and another party are several", () => {
    const nested = asTyped({
      ...codebook,
      perpetrators: {
        army: { label: "Army", section: "main" },
        air: { label: "Air force", section: "main", parent: "army" },
        squadron: { label: "Squadron", section: "main", parent: "air" },
        navy: { label: "Navy", section: "main", parent: "army" },
        rebels: { label: "Rebels", section: "main" },
      },
    });
    const answers = (suspects: readonly string[]) =>
      (["none", "one", "several"] as const).filter(
        (number) =>
          incidentTest(nested, asTyped({ suspects: number }))(asTyped({ ...unknownIncident, suspects })) ===
          "yes",
      );
    expect(answers([])).toEqual(["none"]);
    expect(answers(["army", "air"])).toEqual(["one"]);
    expect(answers(["squadron", "navy"])).toEqual(["one"]);
    expect(answers(["squadron", "rebels"])).toEqual(["several"]);
  });
});

/** Records and conditions of any keys as those of this codebook: they were made of its keys. */
function asTyped(value: unknown): never {
  return value as never;
}

const unknownOne = asTyped(unknownIncident);
