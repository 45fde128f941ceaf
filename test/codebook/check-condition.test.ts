import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkIncidentCondition, checkVictimCondition } from "../../src/codebook/check-condition.js";
import { faultOf } from "../support/calendar.js";
import { incidentConditions, victimConditions } from "../support/codebook.js";

const keys = {
  section: [],
  perpetrator: ["army", "rebels"],
  unattributed: [],
  alliance: [],
  role: ["medical"],
  cause: ["torture"],
  means: ["shelling"],
  category: [],
  place: ["north", "harbour"],
};

function ignore(): void {
  // the keys are of no interest here
}

describe("checkVictimCondition", () => {
  test("accepts every condition, and is told of keys of the codebook only", () => {
    fc.assert(
      fc.property(victimConditions(keys), (condition) => {
        checkVictimCondition(condition, (_, list, key) => {
          expect(keys[list]).toContain(key);
        });
      }),
    );
  });

  test("tells of every key where it stands", () => {
    const told: unknown[] = [];
    checkVictimCondition(
      {
        all: [
          { role: "medical" },
          { not: { any: [{ cause: "torture" }, { killedIn: "north" }, { origin: "harbour" }] } },
          {
            incident: {
              any: [
                { suspected: "army" },
                { suspectedOnly: ["army", "rebels"] },
                { not: { firedFrom: "rebels" } },
                { controlledBy: "army" },
                { means: "shelling" },
                { place: "north" },
              ],
            },
          },
        ],
      },
      (path, list, key) => told.push([path, list, key]),
    );
    expect(told).toEqual([
      ["when.all[0].role", "role", "medical"],
      ["when.all[1].not.any[0].cause", "cause", "torture"],
      ["when.all[1].not.any[1].killedIn", "place", "north"],
      ["when.all[1].not.any[2].origin", "place", "harbour"],
      ["when.all[2].incident.any[0].suspected", "perpetrator", "army"],
      ["when.all[2].incident.any[1].suspectedOnly[0]", "perpetrator", "army"],
      ["when.all[2].incident.any[1].suspectedOnly[1]", "perpetrator", "rebels"],
      ["when.all[2].incident.any[2].not.firedFrom", "perpetrator", "rebels"],
      ["when.all[2].incident.any[3].controlledBy", "perpetrator", "army"],
      ["when.all[2].incident.any[4].means", "means", "shelling"],
      ["when.all[2].incident.any[5].place", "place", "north"],
    ]);
  });

  test.each<[condition: unknown, path: string, why: string]>([
    [null, "when", "a condition is an object with exactly one key; combine several with all or any"],
    ["role", "when", "a condition is an object with exactly one key; combine several with all or any"],
    [{}, "when", "a condition is an object with exactly one key; combine several with all or any"],
    [
      { role: "medical", cause: "torture" },
      "when",
      "a condition is an object with exactly one key; combine several with all or any",
    ],
    [
      { not: { all: [{ unborn: true }, {}] } },
      "when.not.all[1]",
      "a condition is an object with exactly one key; combine several with all or any",
    ],
    [{ all: { role: "medical" } }, "when.all", "it takes a list of conditions"],
    [{ any: null }, "when.any", "it takes a list of conditions"],
    [{ role: 3 }, "when.role", "it takes the key of a role"],
    [{ origin: ["north"] }, "when.origin", "it takes the key of a place"],
    [{ sex: "unknown" }, "when.sex", "it takes one of female, male"],
    [
      { status: "unknown" },
      "when.status",
      "it takes one of civilian, other-protected, armed-forces, direct-participant",
    ],
    [{ unborn: "yes" }, "when.unborn", "it takes one of true, false"],
    [{ died: 2021 }, "when.died", 'it takes a period as text, such as "2021-07"'],
    [{ age: 18 }, "when.age", "it takes whole years: { from: 18 }, { below: 18 } or both"],
    [{ age: {} }, "when.age", "it takes whole years: { from: 18 }, { below: 18 } or both"],
    [{ age: { from: 17.5 } }, "when.age", "it takes whole years: { from: 18 }, { below: 18 } or both"],
    [{ age: { from: -1 } }, "when.age", "it takes whole years: { from: 18 }, { below: 18 } or both"],
    [{ age: { from: 60, below: 50 } }, "when.age", "no age is from 60 and below 50"],
    [{ age: { from: 18, below: 18 } }, "when.age", "no age is from 18 and below 18"],
    [{ age: { from: 0, below: 0 } }, "when.age", "no age is from 0 and below 0"],
    [{ age: { from: 0, to: 17 } }, "when.age", "it takes whole years: { from: 18 }, { below: 18 } or both"],
    [
      { incident: { suspectedOnly: "army" } },
      "when.incident.suspectedOnly",
      "it takes a list of keys of the codebook's perpetrator",
    ],
    [
      { incident: { suspectedOnly: ["army", 1] } },
      "when.incident.suspectedOnly[1]",
      "it takes the key of a perpetrator",
    ],
    [{ incident: { suspects: "two" } }, "when.incident.suspects", "it takes one of none, one, several"],
    [{ incident: { investigation: null } }, "when.incident.investigation", "it takes one of open, concluded"],
    [
      { incident: { role: "medical" } },
      "when.incident",
      '"role" is none of its forms: known are all, any, not, suspected, suspectedOnly, suspects, investigation, firedFrom, controlledBy, means, place, date',
    ],
    [
      { toString: "medical" },
      "when",
      '"toString" is none of its forms: known are all, any, not, role, cause, sex, age, status, unborn, killedIn, origin, died, documented, incident',
    ],
    [{ kiledIn: "north" }, "when", '"kiledIn" is none of its forms: did you mean "killedIn"?'],
  ])("refuses %j", (condition, path, why) => {
    const fault = faultOf(() => {
      checkVictimCondition(condition, ignore);
    });
    expect(fault.code).toBe("condition-malformed");
    expect(fault.message).toBe(
      `The condition at ${path} cannot be read: ${why}${why.endsWith("?") ? "" : "."}`,
    );
    expect(fault.details).toEqual({ path });
  });

  test("refuses one that is nested more deeply than anybody writes, however deep", () => {
    const nested = (depth: number): unknown => {
      let condition: unknown = { unborn: true };
      for (let at = 1; at < depth; at += 1)
        condition = at % 2 === 0 ? { not: condition } : { all: [condition] };
      return condition;
    };
    checkVictimCondition(nested(100), ignore);
    for (const depth of [101, 100_000]) {
      const fault = faultOf(() => {
        checkVictimCondition(nested(depth), ignore);
      });
      expect([fault.code, fault.message.endsWith("it is more than 100 conditions deep.")]).toEqual([
        "condition-malformed",
        true,
      ]);
    }
  });

  test("refuses a period that is none, as period does", () => {
    const check = (condition: unknown) => () => {
      checkVictimCondition(condition, ignore);
    };
    expect(faultOf(check({ died: "July" })).code).toBe("period-malformed");
    expect(faultOf(check({ documented: "2021-13" })).code).toBe("date-unreal");
    expect(faultOf(check({ incident: { date: "2021-07/2021-06" } })).code).toBe("period-backwards");
  });
});

describe("checkIncidentCondition", () => {
  test("accepts every condition, and is told of keys of the codebook only", () => {
    fc.assert(
      fc.property(incidentConditions(keys), (condition) => {
        checkIncidentCondition(condition, (_, list, key) => {
          expect(keys[list]).toContain(key);
        });
      }),
    );
  });

  test("begins the path where the caller says", () => {
    const fault = faultOf(() => {
      checkIncidentCondition({ not: { means: 1 } }, ignore, "rules[3].when");
    });
    expect(fault.message).toBe(
      "The condition at rules[3].when.not.means cannot be read: it takes the key of a means.",
    );
  });
});
