import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partialDate } from "../../src/calendar/partial-date.js";
import type { VictimCondition } from "../../src/codebook/condition.js";
import type { Victim } from "../../src/record/victim.js";
import { citationText } from "../../src/rule/citation.js";
import { victimTest } from "../../src/rule/condition-test.js";
import { applyPopulation, definePopulation, type Population } from "../../src/rule/population.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { fault } from "../number/fault.js";
import { deepFreeze, texts } from "../support/codebook.js";
import { victimConditions } from "../support/conditions.js";
import { keysOf, reordered, unknownVictim, victimsOf } from "../support/records.js";

const codebook = snhrCodebook;
const citation = { source: "The handbook", place: "page 7" };

const population = definePopulation(codebook, {
  label: "Civilians",
  citation,
  exclusions: [
    {
      reason: "fighter",
      because: "was a fighter",
      when: { status: "armed-forces" },
      ifUnknown: "count",
      citation,
    },
    {
      reason: "abroad",
      because: "was not killed in the country",
      when: { killedIn: "outside-syria" },
      ifUnknown: "exclude",
      citation: { source: "The annex" },
    },
    {
      reason: "before",
      because: "died before the war",
      when: { died: "2000/2010" },
      ifUnknown: "count",
      citation,
    },
  ],
});

/** A victim of SNHR's keys; what is not said is not known. */
function victim(facts: Partial<Victim<SnhrKeys>>): Victim<SnhrKeys> {
  return { ...(unknownVictim as Victim<SnhrKeys>), ...facts };
}

describe("applyPopulation", () => {
  test("counts whom no exclusion applies to, and tells of every other which does, and why", () => {
    const victims = [
      victim({ id: "v-1", status: "civilian", killedIn: "idlib" }),
      victim({ id: "v-2", status: "armed-forces", killedIn: "idlib" }),
      victim({ id: "v-3", status: "civilian", killedIn: "outside-syria" }),
      victim({ id: "v-4", status: "civilian", killedIn: "idlib", died: partialDate("2009") }),
    ];
    const { counted, excluded } = applyPopulation(victims, { codebook, population });
    expect(counted).toEqual([victims[0]]);
    expect(excluded).toEqual([
      {
        victim: victims[1],
        reason: "fighter",
        inDoubt: false,
        citation,
        explanation: "Victim v-2 is not counted: was a fighter (The handbook, page 7).",
      },
      {
        victim: victims[2],
        reason: "abroad",
        inDoubt: false,
        citation: { source: "The annex" },
        explanation: "Victim v-3 is not counted: was not killed in the country (The annex).",
      },
      {
        victim: victims[3],
        reason: "before",
        inDoubt: false,
        citation,
        explanation: "Victim v-4 is not counted: died before the war (The handbook, page 7).",
      },
    ]);
  });

  test("goes by the first exclusion that applies", () => {
    const both = victim({ status: "armed-forces", killedIn: "outside-syria", died: partialDate("2009") });
    const { excluded } = applyPopulation([both], { codebook, population });
    expect(excluded.map(({ reason }) => reason)).toEqual(["fighter"]);
  });

  test("states an exclusion that is known to hold before one that only may", () => {
    // The place is not known, which would exclude in doubt; the day of death excludes for certain.
    const early = victim({ id: "v-1", status: "civilian", died: partialDate("2009") });
    const { excluded } = applyPopulation([early], { codebook, population });
    expect(excluded.map(({ reason, inDoubt }) => [reason, inDoubt])).toEqual([["before", false]]);
  });

  test("does with what is unknown as each exclusion says, and tells that it was", () => {
    // The status is not known: counted. The place is not known: excluded.
    const nothingKnown = victim({ id: "v-1" });
    const onlyPlace = victim({ id: "v-2", killedIn: "homs", died: partialDate("2010/2011") });
    const { counted, excluded } = applyPopulation([nothingKnown, onlyPlace], { codebook, population });
    expect(counted).toEqual([onlyPlace]);
    expect(excluded.map(({ reason, explanation }) => [reason, explanation])).toEqual([
      [
        "abroad",
        "Victim v-1 is not counted: was not killed in the country (The annex; the record leaves it open, and the rule then excludes).",
      ],
    ]);
  });

  test("counts everybody where nothing is excluded, and nobody of nobody", () => {
    const everybody = { ...population, exclusions: [] };
    expect(applyPopulation([victim({})], { codebook, population: everybody })).toEqual({
      counted: [victim({})],
      excluded: [],
      countedInDoubt: [],
    });
    expect(applyPopulation([], { codebook, population })).toEqual({
      counted: [],
      excluded: [],
      countedInDoubt: [],
    });
  });

  test("refuses a population that was never checked", () => {
    const unchecked = {
      ...population,
      exclusions: [{ ...population.exclusions[0], when: { cause: "plague" } }],
    } as unknown as Population<SnhrKeys>;
    expect(fault(() => applyPopulation([], { codebook, population: unchecked })).code).toBe(
      "rule-key-unknown",
    );
  });
});

describe("laws", () => {
  test("counted and excluded are all, each once and in order; each for an exclusion that surely applies, if any does", () => {
    fc.assert(
      fc.property(populations(), fc.array(anyVictims()), (some, victims) => {
        deepFreeze(some);
        deepFreeze(victims);
        const { counted, excluded } = applyPopulation(victims, { codebook, population: some });
        const sorted = new Set([...counted, ...excluded.map((one) => one.victim)]);
        expect(counted.length + excluded.length).toBe(victims.length);
        expect(sorted).toEqual(new Set(victims));
        expect(counted).toEqual(victims.filter((one) => counted.includes(one)));
        expect(excluded.map((one) => one.victim)).toEqual(victims.filter((one) => !counted.includes(one)));
        for (const one of counted) expect(decisive(some, one)).toBeUndefined();
        for (const { victim: one, reason, inDoubt, citation: cited, explanation } of excluded) {
          const exclusion = decisive(some, one);
          const surely = some.exclusions.some(({ when }) => victimTest(codebook, when)(one) === "yes");
          expect(inDoubt).toBe(!surely);
          expect(exclusion?.reason).toBe(reason);
          expect(exclusion?.citation).toBe(cited);
          expect(explanation).toContain(one.id);
          expect(explanation).toContain(exclusion?.because);
          expect(explanation).toContain(citationText(cited));
        }
      }),
    );
  });

  test("the order of victims is irrelevant", () => {
    const shuffled = fc
      .array(anyVictims())
      .chain((victims) => fc.tuple(fc.constant(victims), reordered(victims)));
    fc.assert(
      fc.property(populations(), shuffled, (some, [victims, others]) => {
        const one = applyPopulation(victims, { codebook, population: some });
        const other = applyPopulation(others, { codebook, population: some });
        expect(new Set(other.counted)).toEqual(new Set(one.counted));
        expect(new Set(other.excluded)).toEqual(new Set(one.excluded));
      }),
    );
  });

  test("a population is data: through JSON it decides the same", () => {
    fc.assert(
      fc.property(populations(), fc.array(anyVictims()), (some, victims) => {
        const stored = JSON.parse(JSON.stringify(some)) as typeof some;
        expect(applyPopulation(victims, { codebook, population: stored })).toEqual(
          applyPopulation(victims, { codebook, population: some }),
        );
      }),
    );
  });

  function decisive(some: Population<SnhrKeys>, one: Victim<SnhrKeys>) {
    const thatIs = (answer: "yes" | "unknown") =>
      some.exclusions.filter(({ when }) => victimTest(codebook, when)(one) === answer);
    return [...thatIs("yes"), ...thatIs("unknown").filter(({ ifUnknown }) => ifUnknown === "exclude")][0];
  }
});

describe("definePopulation", () => {
  const [exclusion] = population.exclusions;
  const withOne = (change: object) => () =>
    definePopulation(codebook, { ...population, exclusions: [{ ...exclusion, ...change } as never] });

  test("gives back what it was given", () => {
    expect(definePopulation(codebook, population)).toBe(population);
  });

  test("refuses a reason that stands twice", () => {
    const exclusions = [...population.exclusions, ...population.exclusions.slice(1, 2)];
    expect(fault(() => definePopulation(codebook, { ...population, exclusions }))).toMatchObject({
      code: "population-reason-repeated",
      details: { reason: "abroad" },
    });
  });

  test("refuses a key that the codebook does not have, by the reason that names it", () => {
    expect(fault(withOne({ when: { not: { any: [{ role: "cook" }] } } }))).toEqual({
      code: "rule-key-unknown",
      message:
        'The rule "fighter" names the role "cook", which is not in the codebook: add it there, or correct the rule.',
      details: { rule: "fighter", list: "role", key: "cook" },
    });
    expect(fault(withOne({ when: { incident: { suspected: "navy" } } }))).toMatchObject({
      code: "rule-key-unknown",
      details: { rule: "fighter", list: "perpetrator", key: "navy" },
    });
  });

  test.each([
    ["none", undefined, "fighter.when"],
    ["nothing", {}, "fighter.when"],
    ["two operators", { sex: "female", unborn: true }, "fighter.when"],
    ["an operator that does not exist", { nor: [] }, "fighter.when"],
    ["an operator of every object", { constructor: "x" }, "fighter.when"],
    ["all without a list", { all: { sex: "female" } }, "fighter.when.all"],
    ["a part that is none", { any: [{ sex: "female" }, null] }, "fighter.when.any[1]"],
    ["not of a list", { not: [] }, "fighter.when.not"],
    ["an unknown sex", { sex: "unknown" }, "fighter.when.sex"],
    ["an age that is a number", { age: 18 }, "fighter.when.age"],
    ["an age without bounds", { age: {} }, "fighter.when.age"],
    ["an age below zero", { age: { from: -1 } }, "fighter.when.age"],
    ["a status that does not exist", { status: "fighter" }, "fighter.when.status"],
    ["unborn that is a text", { unborn: "yes" }, "fighter.when.unborn"],
    ["a role that is a number", { role: 1 }, "fighter.when.role"],
    ["a date that is a number", { died: 2021 }, "fighter.when.died"],
    ["a bad condition of the incident", { incident: { means: ["shelling"] } }, "fighter.when.incident.means"],
  ])("refuses a condition of %s, by its place", (_, when, path) => {
    expect(fault(withOne({ when }))).toMatchObject({ code: "condition-malformed", details: { path } });
  });

  test("refuses a period that cannot be read", () => {
    expect(fault(withOne({ when: { died: "July 2021" } })).code).toBe("period-malformed");
    expect(fault(withOne({ when: { documented: "2021-08/2021-07" } })).code).toBe("period-backwards");
    expect(fault(withOne({ when: { died: "2021-02-30" } })).code).toBe("date-unreal");
  });

  test.each([undefined, null, "pass", "apply", ""])(
    "refuses %j as what is done with the unknown",
    (ifUnknown) => {
      expect(fault(withOne({ ifUnknown }))).toEqual({
        code: "condition-malformed",
        message:
          'The rule "fighter" does not say what is done where its condition is unknown (fighter.ifUnknown): write one of exclude, count.',
        details: { path: "fighter.ifUnknown" },
      });
    },
  );
});

function anyVictims(): fc.Arbitrary<Victim<SnhrKeys>> {
  // They are made of the keys of the codebook.
  return victimsOf(codebook) as fc.Arbitrary<Victim<SnhrKeys>>;
}

/** Populations of the codebook of SNHR, with any conditions. */
function populations(): fc.Arbitrary<Population<SnhrKeys>> {
  const citations = fc.record({ source: texts() });
  const exclusion = fc.record({
    reason: texts(),
    because: texts(),
    when: victimConditions(keysOf(codebook)) as fc.Arbitrary<VictimCondition<SnhrKeys>>,
    ifUnknown: fc.constantFrom("exclude" as const, "count" as const),
    citation: citations,
  });
  return fc.record({
    label: texts(),
    citation: citations,
    exclusions: fc.uniqueArray(exclusion, { selector: ({ reason }) => reason }),
  });
}
