import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { partialDate, spanOf } from "../../src/calendar/partial-date.js";
import type { Codebook } from "../../src/codebook/codebook.js";
import type { Incident } from "../../src/record/incident.js";
import { parseRecords } from "../../src/record/parse-records.js";
import type { Victim } from "../../src/record/victim.js";
import { victimTest } from "../../src/rule/condition-test.js";
import { countIncidents, type IncidentCount, mergeIncidentCounts } from "../../src/rule/incident-counts.js";
import {
  type Massacre,
  type MassacreOptions,
  massacresAmong,
  possibleMassacresAmong,
} from "../../src/rule/massacre.js";
import { defineMassacre, type MassacreDefinition } from "../../src/rule/massacre-definition.js";
import { massacres, possibleMassacres } from "../../src/rule/massacres-of-victims.js";
import { victimsOfMassacres } from "../../src/rule/victims-of-massacres.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { fault } from "../number/fault.js";
import { calendarDates, textOfDay } from "../support/calendar.js";
import { deepFreeze } from "../support/codebook.js";
import { victimConditions } from "../support/conditions.js";
import {
  incidentsOf,
  keysOf,
  reordered,
  unknownIncident,
  unknownVictim,
  victimsOf,
} from "../support/records.js";

const codebook = snhrCodebook;
const citation = { source: "The handbook", place: "page 7" };
const five: MassacreDefinition<SnhrKeys> = {
  label: "Massacre",
  threshold: 5,
  counting: "everyone",
  citation,
};
const threeChildren = defineMassacre(codebook, {
  label: "Massacre of children",
  threshold: 3,
  counting: { who: { age: { below: 18 } }, ifUnknown: "leave-out" },
  citation,
});

const attack: Incident<SnhrKeys> = {
  ...(unknownIncident as Incident<SnhrKeys>),
  id: "i-1",
  date: partialDate("2021-07-15"),
  extra: { form: 7 },
};

/** What the library reads of it. */
const known = Object.fromEntries(Object.entries(attack).filter(([column]) => column !== "extra"));

/** Victims of one incident, one for each date of documentation. */
function killed(
  dates: readonly (string | null)[],
  facts: Partial<Victim<SnhrKeys>> = {},
): Victim<SnhrKeys>[] {
  return dates.map((date, index) => ({
    ...(unknownVictim as Victim<SnhrKeys>),
    id: `v-${index + 1}`,
    incident: attack,
    documented: date === null ? null : partialDate(date),
    ...facts,
  }));
}

function found(
  victims: readonly Victim<SnhrKeys>[],
  options: Partial<MassacreOptions & { definition: MassacreDefinition<SnhrKeys> }> = {},
): Massacre<SnhrKeys>[] {
  return massacres(victims, { codebook, definition: five, dated: "incident", ...options });
}

/** When the threshold of five was reached, by the dates of documentation. */
function reachedOn(...dates: (string | null)[]): string | null | undefined {
  return found(killed(dates), { dated: "threshold-reached" })[0]?.date;
}

describe("a massacre", () => {
  test("is an incident with as many killed as the threshold, and says so", () => {
    expect(found(killed(Array<string>(4).fill("2021-07-16")))).toEqual([]);
    expect(found(killed(Array<string>(5).fill("2021-07-16")))).toEqual([
      {
        id: "i-1",
        incident: known,
        toll: 5,
        mayBelong: 0,
        counting: 5,
        mayCount: 0,
        date: "2021-07-15",
        dateBounds: { earliest: "2021-07-15", latest: "2021-07-15" },
        citation,
        explanation:
          "Incident i-1 is a massacre: 5 were killed in it, and 5 make one (The handbook, page 7).",
      },
    ]);
  });

  test("has the toll of the whole incident, whichever months its victims were documented in", () => {
    const victims = killed(["2021-06-30", "2021-07-01", "2021-08", "2022", null, null]);
    expect(found(victims)[0]).toMatchObject({ toll: 6, counting: 6 });
  });

  test("is counted by those who count toward the threshold, and told with all", () => {
    const victims = [
      ...killed(["2021-07-16", "2021-07-17"], { age: 7 }),
      ...killed(["2021-07-16"], { id: "v-3", age: { minimum: 15, maximum: 20 } }),
      ...killed(["2021-07-16", "2021-07-16"], { age: 40 }),
      ...killed(["2021-07-16"], { age: null }),
    ];
    expect(found(victims, { definition: threeChildren })).toEqual([]);
    const definition = defineMassacre(codebook, {
      ...threeChildren,
      counting: { who: { age: { below: 18 } }, ifUnknown: "count" },
    });
    expect(found(victims, { definition })).toMatchObject([
      {
        toll: 6,
        counting: 4,
        explanation:
          "Incident i-1 is a massacre: of 6 killed in it 4 count toward the threshold, and 3 make one (The handbook, page 7).",
      },
    ]);
  });

  test("comes in the order of the ids, each incident once, and no victims have none", () => {
    const of = (id: string) => killed(Array(5).fill("2021-07-16"), { incident: { ...attack, id } });
    const ids = ["b", "a", "B", "é", "10", "9"];
    expect(found(ids.flatMap(of)).map(({ id }) => id)).toEqual(["10", "9", "B", "a", "b", "é"]);
    expect(found([])).toEqual([]);
  });

  test("is none of victims of whom no incident is known: each has their own", () => {
    const victims = killed(Array(5).fill("2021-07-16")).map((victim) => ({
      ...victim,
      incident: { ...attack, id: `victim:${victim.id}` },
    }));
    expect(found(victims)).toEqual([]);
  });
});

describe("the date of a massacre", () => {
  test("is that of the incident, or the day on which the threshold was reached: four became five", () => {
    // One of the wounded died in September.
    const victims = killed(["2021-07-16", "2021-07-16", "2021-07-17", "2021-07-18", "2021-09-02"]);
    expect(found(victims, { dated: "incident" })[0]?.date).toBe("2021-07-15");
    expect(found(victims, { dated: "threshold-reached" })[0]?.date).toBe("2021-09-02");
  });

  test("is not known where that of the incident is not", () => {
    const victims = killed(Array(5).fill("2021-07-16"), { incident: { ...attack, date: null } });
    expect(found(victims, { dated: "incident" })[0]?.date).toBeNull();
  });

  test("does not depend on those who come after the threshold, nor on those who do not count toward it", () => {
    expect(reachedOn(...Array<string>(5).fill("2021-07-16"), "2021-07-17", "2022")).toBe("2021-07-16");
    const victims = [
      ...killed(["2021-07-16", "2021-07-18", "2021-07-20", "2021-07-22"], { age: 7 }),
      ...killed(["2021-07-15", "2021-07-15", null], { age: 40 }),
    ];
    expect(found(victims, { definition: threeChildren, dated: "threshold-reached" })[0]?.date).toBe(
      "2021-07-20",
    );
  });

  test.each<[string, (string | null)[], string | null]>([
    ["a month, where all are of that month", Array<string>(5).fill("2021-07"), "2021-07"],
    ["a year, where all are of that year", Array<string>(6).fill("2021"), "2021"],
    [
      "a day, where those that are dated by the month cannot have come later",
      [...Array<string>(4).fill("2021-06"), "2021-07-20"],
      "2021-07-20",
    ],
    [
      "an interval, where the last is dated by two months",
      [...Array<string>(4).fill("2021-07-10"), "2021-07/2021-08"],
      "2021-07-10/2021-08-31",
    ],
    [
      "an interval that begins where another, longer one may have come first",
      [...Array<string>(4).fill("2021-05"), "2021-07-05/2021-07-20", "2021-06/2021-08"],
      "2021-06-01/2021-07-20",
    ],
    [
      "an interval, where one of unknown documentation may have been the fifth before the last was",
      [...Array<string>(4).fill("2021-07-10"), "2021-08-01", null],
      "2021-07-10/2021-08-01",
    ],
    [
      "a day, where five are dated to it, whatever else there was",
      [...Array<string>(5).fill("2021-07-10"), null],
      "2021-07-10",
    ],
    [
      "not known, where the fifth is of unknown documentation",
      [...Array<string>(4).fill("2021-07-10"), null],
      null,
    ],
    ["not known, where none is of known documentation", Array<null>(5).fill(null), null],
    [
      "not known, where those of unknown documentation may have reached it alone",
      [...Array<null>(5).fill(null), ...Array<string>(5).fill("2021-07-10")],
      null,
    ],
  ])("is %s", (_, dates, date) => {
    expect(reachedOn(...dates)).toBe(date);
  });
});

describe("as of a day", () => {
  const victims = killed([
    "2021-07-16",
    "2021-07-16",
    "2021-07-17",
    "2021-07-18",
    "2021-09-02",
    "2021-12",
    null,
  ]);

  test.each([
    ["2021-07-18", []],
    ["2021-09-01", []],
    ["2021-09-02", [5]],
    ["2021-12-30", [5]],
    ["2021-12-31", [6]],
    ["9999-12-31", [6]],
  ])("%s only deaths surely documented by its end are told", (day, tolls) => {
    expect(found(victims, { asOf: calendarDate(day) }).map(({ toll }) => toll)).toEqual(tolls);
  });

  test("the date on which the threshold was reached is the same as ever", () => {
    const options = { dated: "threshold-reached", asOf: calendarDate("2021-09-02") } as const;
    const some = killed([...Array<string>(4).fill("2021-07-10"), "2021-09-02", "2021-08/2021-10"]);
    expect(found(some, options)[0]?.date).toBe("2021-08-01/2021-09-02");
    expect(found(some, { dated: "threshold-reached" })[0]?.date).toBe("2021-08-01/2021-09-02");
  });
});

describe("deaths of which it is not known whether they were documented by the day", () => {
  const end = calendarDate("2021-07-31");
  const certain = (dates: readonly (string | null)[], facts?: Partial<Victim<SnhrKeys>>) =>
    found(killed(dates, facts), { asOf: end });
  const possible = (dates: readonly (string | null)[], dated: MassacreOptions["dated"] = "incident") =>
    possibleMassacresAmong(countIncidents(killed(dates), { codebook, definition: five }), {
      definition: five,
      dated,
      asOf: end,
    });
  const four = Array<string>(4).fill("2021-07-16");

  test("may belong to the toll of a massacre, which says how many", () => {
    const dates = [...four, "2021-07-31", "2021-07/2021-08", null, "2021-08-01", "2021-08"];
    expect(certain(dates)).toMatchObject([
      {
        toll: 5,
        mayBelong: 2,
        counting: 5,
        explanation:
          "Incident i-1 is a massacre: 5 were killed in it, and 5 make one (The handbook, page 7). 2 more may belong to its toll: it is not known whether the deaths were documented by 2021-07-31.",
      },
    ]);
    expect(certain([...four, "2021-07-31", null])[0]?.explanation).toMatch(
      / 1 more may belong to its toll: it is not known whether the death was documented by 2021-07-31\.$/,
    );
    expect(found(killed(dates))).toMatchObject([{ toll: 9, mayBelong: 0 }]);
  });

  test("make a possible massacre where the threshold is reached only with them", () => {
    for (const doubtful of [null, "2021-07/2021-08", "2021", "2021-07-31/2021-12-31"]) {
      expect(certain([...four, doubtful])).toEqual([]);
      expect(possible([...four, doubtful, "2021-08-01"])).toMatchObject([
        {
          id: "i-1",
          toll: 4,
          mayBelong: 1,
          counting: 4,
          date: "2021-07-15",
          explanation:
            "Incident i-1 may be a massacre: with 1 of whom it is not known whether the death was documented by 2021-07-31, 5 were killed in it, and 5 make one (The handbook, page 7).",
        },
      ]);
    }
    // Of these it is known, or with them there are not enough.
    expect(possible([...four, "2021-07-31", null])).toEqual([]);
    expect(possible([...four, "2021-08-01", "2021-08", "2022"])).toEqual([]);
    expect(possible([...four.slice(1), null])).toEqual([]);
    expect(possible([])).toEqual([]);
  });

  test("count toward the threshold only if they are of those who do", () => {
    const options = { codebook, definition: threeChildren };
    const two = killed(["2021-07-16", "2021-07-16"], { age: 7 });
    const of = (age: number) =>
      possibleMassacresAmong(countIncidents([...two, ...killed([null, null], { age })], options), {
        definition: threeChildren,
        dated: "incident",
        asOf: end,
      });
    expect(of(40)).toEqual([]);
    expect(of(7)).toMatchObject([{ toll: 2, mayBelong: 2, counting: 2 }]);
  });

  test("leave open when the threshold was reached", () => {
    const dated = "threshold-reached";
    expect(possible([...four, "2021-07-20/2021-08"], dated)[0]?.date).toBe("2021-07-20/2021-08");
    expect(possible([...four, null], dated)[0]?.date).toBeNull();
  });
});

describe("victims of whom it is not known whether they count toward the threshold", () => {
  const definition = threeChildren;
  const child = { age: 7 };
  const possible = (victims: readonly Victim<SnhrKeys>[], options: Partial<MassacreOptions> = {}) =>
    possibleMassacres(victims, { codebook, definition, dated: "incident", ...options });
  const people = (...facts: Partial<Victim<SnhrKeys>>[]) =>
    facts.flatMap((one, nth) => killed(["2021-07-16"], { id: `v-${nth}`, ...one }));

  test("make a possible massacre where it is reached only with them: it is neither counted nor denied", () => {
    const victims = people(child, child, { age: null }, { age: { minimum: 15, maximum: 20 } }, { age: 40 });
    expect(found(victims, { definition })).toEqual([]);
    expect(possible(victims)).toMatchObject([
      {
        id: "i-1",
        toll: 5,
        mayBelong: 0,
        counting: 2,
        mayCount: 2,
        date: "2021-07-15",
        explanation:
          "Incident i-1 may be a massacre: with 2 of whom it is not known whether they count toward the threshold, 4 of the 5 killed in it do, and 3 make one (The handbook, page 7).",
      },
    ]);
    expect(possible(people(child, { age: null }, { age: 40 }, { age: 41 }))).toEqual([]);
    expect(possible(people(child, child, child, { age: null }))).toEqual([]);
    expect(found(people(child, child, child, { age: null }), { definition })).toMatchObject([
      { toll: 4, counting: 3, mayCount: 1 },
    ]);
  });

  test("count where the definition says so: then it is a massacre", () => {
    const counted: typeof definition = {
      ...definition,
      counting: { who: { age: { below: 18 } }, ifUnknown: "count" },
    };
    const victims = people(child, child, { age: null });
    expect(found(victims, { definition: counted })).toMatchObject([{ counting: 3, mayCount: 0 }]);
    expect(possibleMassacres(victims, { codebook, definition: counted, dated: "incident" })).toEqual([]);
  });

  test("are told beside those who were perhaps not documented by the day", () => {
    const victims = [...people(child, { age: null }), ...killed([null], { id: "v-9", ...child })];
    expect(possible(victims, { asOf: calendarDate("2021-07-31") })).toMatchObject([
      {
        toll: 2,
        mayBelong: 1,
        counting: 1,
        mayCount: 1,
        explanation:
          "Incident i-1 may be a massacre: with 1 of whom it is not known whether the death was documented by 2021-07-31 and 1 of whom it is not known whether they count toward the threshold, 3 of the 3 killed in it do, and 3 make one (The handbook, page 7).",
      },
    ]);
  });

  test.each<[string, [string, number | null][], string | null]>([
    [
      "a day, where none of them is needed, or comes before",
      [
        ["07-16", 7],
        ["07-16", 7],
        ["07-18", 7],
        ["07-20", null],
      ],
      "2021-07-18",
    ],
    [
      "an interval, where one of them may have reached it earlier",
      [
        ["07-10", null],
        ["07-16", 7],
        ["07-18", 7],
        ["07-20", 7],
      ],
      "2021-07-18/2021-07-20",
    ],
    [
      "the last day of all who count, where all of them are needed",
      [
        ["07-16", null],
        ["07-18", 7],
        ["07-20", null],
      ],
      "2021-07-20",
    ],
    [
      "an interval through the last of them, where some are needed",
      [
        ["07-16", 7],
        ["07-17", 7],
        ["07-18", null],
        ["07-25", null],
      ],
      "2021-07-18/2021-07-25",
    ],
  ])("date it: %s", (_, deaths, date) => {
    const victims = deaths.flatMap(([day, age], nth) => killed([`2021-${day}`], { id: `v-${nth}`, age }));
    const options = { codebook, definition, dated: "threshold-reached" } as const;
    expect([...massacres(victims, options), ...possibleMassacres(victims, options)]).toMatchObject([
      { date },
    ]);
  });

  test("leave open by which day it was reached, where one of them is of unknown documentation", () => {
    const victims = [...people(child, child), ...killed([null], { id: "v-9", age: null })];
    expect(possible(victims, { dated: "threshold-reached" })).toMatchObject([
      { date: null, dateBounds: { earliest: "2021-07-16", latest: null } },
    ]);
  });
});

describe("incident counts", () => {
  test("are by the date of documentation, earliest first, unknown last", () => {
    const victims = [
      ...killed([null, "2021-08", "2021-07-31", "2021-07", null, "2021-07-31", "2021-07-16/2021-07-31"]),
      ...killed(["2021-07-31"], { age: 7 }),
    ];
    expect(countIncidents(victims, { codebook, definition: threeChildren })).toEqual([
      {
        incident: known,
        byDocumented: [
          { documented: "2021-07", toll: 1, counting: 0, mayCount: 1 },
          { documented: "2021-07-16/2021-07-31", toll: 1, counting: 0, mayCount: 1 },
          { documented: "2021-07-31", toll: 3, counting: 1, mayCount: 2 },
          { documented: "2021-08", toll: 1, counting: 0, mayCount: 1 },
          { documented: null, toll: 2, counting: 0, mayCount: 2 },
        ],
      },
    ]);
  });

  test("of two files are merged by the incident's id", () => {
    const options = { codebook, definition: five };
    const july = countIncidents(killed(Array(4).fill("2021-07-16")), options);
    const september = countIncidents(killed(["2021-09-02"]), options);
    expect(massacresAmong(july, { definition: five, dated: "incident" })).toEqual([]);
    expect(mergeIncidentCounts(september, july)).toEqual([
      {
        incident: known,
        byDocumented: [
          { documented: "2021-07-16", toll: 4, counting: 4, mayCount: 0 },
          { documented: "2021-09-02", toll: 1, counting: 1, mayCount: 0 },
        ],
      },
    ]);
    // Also where they were only put side by side.
    const dated = "threshold-reached";
    expect(massacresAmong([...september, ...july], { definition: five, dated })).toMatchObject([
      { toll: 5, date: "2021-09-02" },
    ]);
  });

  test("of victims without an incident who share an id are refused: they are several, or one counted twice", () => {
    const options = { codebook, definition: five };
    const { victims } = parseRecords(codebook, { victims: [{ id: 1 }] });
    const file = countIncidents(victims, options);
    expect(file).toMatchObject([{ incident: { id: "victim:1" } }]);
    const refused = {
      code: "victim-ids-shared",
      message:
        'Several victims of whom no incident is recorded have one id, the incident "victim:1" being that of one victim: give the victims of all files ids that differ, or count each victim once.',
      details: { incident: "victim:1" },
    };
    expect(fault(() => mergeIncidentCounts(file, file))).toEqual(refused);
    expect(fault(() => countIncidents([...victims, ...victims], options))).toEqual(refused);
    const twice = [...victims, ...victims];
    expect(fault(() => massacres(twice, { ...options, dated: "incident" }))).toEqual(refused);
  });

  test.each([
    ["another date", { date: partialDate("2021-07-16") }],
    ["a suspect more", { suspects: ["regime" as const] }],
    ["another source", { sources: ["BBC"] }],
  ])("of one incident that is described in two ways, as by %s, are refused", (_, change) => {
    const options = { codebook, definition: five };
    const victims = killed(["2021-07-16"]);
    const others = killed(["2021-07-16"], { incident: { ...attack, ...change } });
    const refused = {
      code: "incident-counts-differ",
      message:
        'The incident "i-1" is described in two ways: bring its records to one description, or give one another id.',
      details: { incident: "i-1" },
    };
    expect(fault(() => countIncidents([...victims, ...others], options))).toEqual(refused);
    const [one, other] = [countIncidents(victims, options), countIncidents(others, options)];
    expect(fault(() => mergeIncidentCounts(one, other))).toEqual(refused);
    expect(fault(() => massacresAmong([...one, ...other], { definition: five, dated: "incident" }))).toEqual(
      refused,
    );
    // Though two victims are too few for a massacre.
    expect(fault(() => found([...victims, ...others]))).toEqual(refused);
  });

  test("carry no column that the library does not know, and such columns make no difference", () => {
    const options = { codebook, definition: five };
    const elsewhere = killed(["2021-09-02"], { incident: { ...attack, extra: { witness: "in private" } } });
    const counts = countIncidents([...killed(Array(4).fill("2021-07-16")), ...elsewhere], options);
    expect(counts).toMatchObject([{ incident: known, byDocumented: [{ toll: 4 }, { toll: 1 }] }]);
    // Nor do they come in where an incident was put into a count by hand.
    const byHand = {
      incident: attack,
      byDocumented: [{ documented: null, toll: 5, counting: 5, mayCount: 0 }],
    };
    expect(mergeIncidentCounts([byHand], countIncidents(elsewhere, options))).toHaveLength(1);
    const all = [
      counts,
      mergeIncidentCounts(counts, [byHand]),
      massacresAmong([byHand], { ...options, dated: "incident" }),
    ];
    expect(JSON.stringify(all)).not.toMatch(/extra|form|witness/);
  });

  test("of an incident whose columns come in another order are those of one", () => {
    const options = { codebook, definition: five };
    const turned = Object.fromEntries(Object.entries(attack).reverse()) as unknown as typeof attack;
    const victims = [...killed(["2021-07-16"]), ...killed(["2021-07-16"], { incident: turned })];
    expect(countIncidents(victims, options)).toMatchObject([{ byDocumented: [{ toll: 2 }] }]);
  });

  test("that are none, or too many, are refused", () => {
    const count = (toll: number, counting = toll, mayCount = 0): IncidentCount<SnhrKeys>[] => [
      { incident: attack, byDocumented: [{ documented: null, toll, counting, mayCount }] },
    ];
    const largest = Number.MAX_SAFE_INTEGER;
    expect(fault(() => mergeIncidentCounts(count(-1), [])).code).toBe("count-not-whole");
    expect(fault(() => mergeIncidentCounts(count(1, 0.5), [])).code).toBe("count-not-whole");
    expect(fault(() => mergeIncidentCounts(count(1, 0, -1), [])).code).toBe("count-not-whole");
    const withoutMayCount = [
      { incident: attack, byDocumented: [{ documented: null, toll: 1, counting: 1 }] },
    ];
    expect(fault(() => mergeIncidentCounts(withoutMayCount as unknown as IncidentCount[], [])).code).toBe(
      "count-not-whole",
    );
    expect(fault(() => mergeIncidentCounts(count(largest), count(1))).code).toBe("count-unsafe");
    expect(mergeIncidentCounts(count(largest), [])).toEqual([{ ...count(largest)[0], incident: known }]);
  });
});

describe("defineMassacre", () => {
  test("gives back what it was given", () => {
    expect(defineMassacre(codebook, five)).toBe(five);
  });

  test.each([0, -5, 1.5, NaN, Infinity, 2 ** 53, "5", null])("refuses a threshold of %s", (threshold) => {
    const wrong = { ...five, threshold: threshold as number };
    const refused = {
      code: "massacre-threshold-invalid",
      message: `The threshold of "Massacre" is ${typeof threshold === "string" ? `"${threshold}"` : threshold}: it must be a whole number of at least 1.`,
      details: { threshold },
    };
    expect(fault(() => defineMassacre(codebook, wrong))).toEqual(refused);
    // Nor is it taken where nobody defined it: of no number none is reached, and of zero every incident would be one.
    expect(fault(() => found([], { definition: wrong }))).toEqual(refused);
    expect(fault(() => massacresAmong([], { definition: wrong, dated: "incident" }))).toEqual(refused);
  });

  test("takes a threshold of 1", () => {
    const one = defineMassacre(codebook, { ...five, threshold: 1 });
    expect(found(killed([null]), { definition: one })).toHaveLength(1);
  });

  const counting = (change: object) => () =>
    defineMassacre(codebook, {
      ...five,
      counting: { who: { sex: "female" }, ifUnknown: "count", ...change },
    });

  test("refuses a condition that cannot be read, or names what is not in the codebook", () => {
    expect(fault(counting({ who: { age: {} } }))).toMatchObject({
      code: "condition-malformed",
      details: { path: "Massacre.when.age" },
    });
    expect(fault(counting({ who: { role: "cook" } }))).toMatchObject({
      code: "rule-key-unknown",
      details: { rule: "Massacre", list: "role", key: "cook" },
    });
    expect(fault(counting({ who: { died: "x" } })).code).toBe("period-malformed");
  });

  test.each([undefined, "exclude"])("refuses %j as what is done with the unknown", (ifUnknown) => {
    expect(fault(counting({ ifUnknown }))).toMatchObject({
      code: "condition-malformed",
      details: { path: "Massacre.ifUnknown" },
    });
  });
});

describe("laws", () => {
  test("whole toll is at least threshold times massacres; each is reached by those who count, and by nobody less", () => {
    fc.assert(
      fc.property(attacks(), definitions(), dating(), (victims, definition, dated) => {
        deepFreeze(victims);
        const all = massacres(victims, { codebook: anyCodebook, definition, dated });
        const { threshold } = definition;
        expect(sum(all.map(({ toll }) => toll))).toBeGreaterThanOrEqual(threshold * all.length);
        const counts = victims.filter((victim) => countsToward(definition, victim));
        const expected = [...new Set(victims.map(({ incident }) => incident.id))]
          .map((id) => ({
            id,
            toll: victims.filter(({ incident }) => incident.id === id).length,
            counting: counts.filter(({ incident }) => incident.id === id).length,
          }))
          .filter(({ counting }) => counting >= threshold);
        expect(new Set(all.map(({ id, toll, counting }) => ({ id, toll, counting })))).toEqual(
          new Set(expected),
        );
        expect(victimsOfMassacres(all, victims)).toHaveLength(sum(all.map(({ toll }) => toll)));
      }),
    );
  });

  test("the massacres of merged counts are those of both collections together", () => {
    fc.assert(
      fc.property(
        attacks(),
        fc.func(fc.nat(2)),
        definitions(),
        dating(),
        (victims, file, definition, dated) => {
          const options = { codebook: anyCodebook, definition, dated };
          const [a, b, c] = [0, 1, 2].map((number) =>
            countIncidents(
              victims.filter((victim) => file(victim.id, victim.documented) === number),
              options,
            ),
          ) as [IncidentCount[], IncidentCount[], IncidentCount[]];
          const merged = mergeIncidentCounts(mergeIncidentCounts(a, b), c);
          expect(massacresAmong(merged, options)).toEqual(massacres(victims, options));
          expect(merged).toEqual(countIncidents(victims, options));
          expect(mergeIncidentCounts(a, mergeIncidentCounts(b, c))).toEqual(merged);
          expect(mergeIncidentCounts(b, a)).toEqual(mergeIncidentCounts(a, b));
          expect(mergeIncidentCounts(a, [])).toEqual(a);
          expect(mergeIncidentCounts([], a)).toEqual(a);
          expect(JSON.parse(JSON.stringify(merged))).toEqual(merged);
        },
      ),
    );
  });

  test("the order of victims is irrelevant", () => {
    const shuffled = attacks().chain((victims) => fc.tuple(fc.constant(victims), reordered(victims)));
    fc.assert(
      fc.property(shuffled, definitions(), dating(), ([victims, others], definition, dated) => {
        const options = { codebook: anyCodebook, definition, dated };
        expect(massacres(others, options)).toEqual(massacres(victims, options));
      }),
    );
  });

  /** Days about which the dates of `attacks` leave something open. */
  const near = fc.constantFrom("2021-07-16", "2021-07-31", "2021-08-15").map(calendarDate);

  test("those as of a day are those whose threshold was surely reached by it", () => {
    fc.assert(
      fc.property(attacks(), definitions(), fc.oneof(calendarDates(), near), (victims, definition, asOf) => {
        const options = { codebook: anyCodebook, definition, dated: "threshold-reached" } as const;
        const all = massacres(victims, options);
        const then = massacres(victims, { ...options, asOf });
        // Where deaths of unknown documentation may have reached it alone, no date says so.
        const known = all.filter(({ date }) => date !== null && spanOf(date).end <= asOf);
        const dated = then.filter(({ date }) => date !== null);
        expect(dated.map(({ id, date }) => [id, date])).toEqual(known.map(({ id, date }) => [id, date]));
        const possible = possibleMassacresAmong(countIncidents(victims, options), { ...options, asOf });
        const allThatMayBe = (some: readonly Victim[]) => [
          ...massacres(some, options),
          ...possibleMassacres(some, options),
        ];
        const later = new Map(allThatMayBe(victims).map((one) => [one.id, one]));
        for (const { id, toll, mayBelong, counting } of [...then, ...possible]) {
          expect(later.get(id)?.toll).toBeGreaterThanOrEqual(toll + mayBelong);
          expect(later.get(id)?.counting).toBeGreaterThanOrEqual(counting);
        }
        // Certain, possible, and those that reach the threshold only with deaths that were surely documented later.
        const told = [...then, ...possible].map(({ id }) => id);
        expect(new Set(told).size).toBe(told.length);
        const couldBe = victims.filter(
          ({ documented }) => documented === null || spanOf(documented).start <= asOf,
        );
        expect(told.sort()).toEqual(
          allThatMayBe(couldBe)
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });

  test("a threshold was reached within its date, whichever days the dates of documentation mean and whoever counts", () => {
    const people = fc.array(fc.tuple(fc.option(spans()), fc.constantFrom(7, 40, null)), { minLength: 1 });
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 1, max: 6 }),
        fc.infiniteStream(fc.nat()),
        (some, threshold, picks) => {
          const victims = some.flatMap(([date, age], nth) => killed([date], { id: `v-${nth}`, age }));
          const definition = { ...threeChildren, threshold };
          const options = { codebook, definition, dated: "threshold-reached" } as const;
          const [certain] = massacres(victims, options);
          const [possible] = possibleMassacres(victims, options);
          const pick = <Value>(values: readonly Value[]) =>
            values[picks.next().value % values.length] as Value;
          const counted = some.filter(([, age]) => (age ?? pick([7, 40])) === 7);
          const day = counted
            .map(([date]) => pick(date === null ? everyDay : daysOf(date)))
            .sort()
            .at(threshold - 1);
          if (day === undefined) {
            expect(certain).toBeUndefined();
          } else {
            const { earliest, latest } = (certain ?? possible)?.dateBounds ?? {
              earliest: "never",
              latest: "",
            };
            expect(earliest === null || earliest <= day).toBe(true);
            expect(latest === null || day <= latest).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  const everyDay = Array.from({ length: 40 }, (_, index) => textOfDay(18_800 + index));
  const daysOf = (date: string) => {
    const { start, end } = spanOf(partialDate(date));
    return everyDay.filter((day) => start <= day && day <= end);
  };

  /** Days and stretches of days within six weeks. */
  function spans(): fc.Arbitrary<string> {
    const day = fc.constantFrom(...everyDay);
    return fc
      .tuple(day, day, fc.boolean())
      .map(([one, other, exact]) => (exact || one === other ? one : [one, other].sort().join("/")));
  }
});

const anyCodebook: Codebook = snhrCodebook;

function countsToward({ counting }: MassacreDefinition, victim: Victim): boolean {
  if (counting === "everyone") return true;
  const holds = victimTest(anyCodebook, counting.who)(victim);
  return holds === "yes" || (holds === "unknown" && counting.ifUnknown === "count");
}

/** Victims of incidents, few of them with many, and some of one with another's dates. */
function attacks(): fc.Arbitrary<Victim[]> {
  return fc
    .uniqueArray(incidentsOf(anyCodebook), { minLength: 1, selector: ({ id }) => id })
    .chain((incidents) => {
      const some = incidents.slice(0, 3);
      const victim = victimsOf(anyCodebook, { incident: fc.constantFrom(...some, ...incidents) });
      const near = fc.option(
        fc.constantFrom("2021-07-16", "2021-07", "2021-08-01", "2021", "2021-07/2021-09").map(partialDate),
      );
      const dated = fc
        .tuple(victim, near, fc.boolean())
        .map(([one, documented, isNear]) => (isNear ? { ...one, documented } : one));
      return fc.array(dated, { size: "medium" });
    });
}

function definitions(): fc.Arbitrary<MassacreDefinition> {
  const counting = fc.record({
    who: victimConditions(keysOf(codebook)),
    ifUnknown: fc.constantFrom("count" as const, "leave-out" as const),
  });
  return fc.record({
    label: fc.constant("Massacre"),
    threshold: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
    counting: fc.oneof(fc.constant("everyone" as const), counting),
    citation: fc.constant(citation),
  });
}

function dating(): fc.Arbitrary<MassacreOptions["dated"]> {
  return fc.constantFrom("incident", "threshold-reached");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
