import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { CasualtyError } from "../../src/error.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { victimSchema } from "../../src/record/schema.js";
import { byCategory } from "../../src/report/by-fact.js";
import { byPerpetrator } from "../../src/report/by-perpetrator.js";
import { attributor } from "../../src/rule/attribution.js";
import { incidentTest, victimTest } from "../../src/rule/condition-test.js";
import { explainAttribution } from "../../src/rule/explain-attribution.js";
import { airwarsGrades, byGrade, defineGradeScale, gradesAtOrAbove } from "../../src/rule/grade-scale.js";
import { defineMassacre } from "../../src/rule/massacre-definition.js";
import { massacres } from "../../src/rule/massacres-of-victims.js";
import { definePolicy, policyOn } from "../../src/rule/policy.js";
import { definePolicyHistory, policyInForce } from "../../src/rule/policy-history.js";
import { applyPopulation, definePopulation } from "../../src/rule/population.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { snhrMassacre, snhrPolicy, snhrPopulation } from "../../src/snhr/rules.js";
import { faultOf } from "../support/calendar.js";

const codebook = snhrCodebook;
const rows = {
  incidents: [
    { id: "i-1", date: "2021-07", place: "idlib", means: "shelling", suspects: ["regime", "russia"] },
    { id: "i-2", means: "landmine", investigation: "concluded" },
  ],
  victims: [
    { id: "v-1", incident: "i-1", status: "civilian", sex: "f", age: "12-20", documented: "2021-07-03" },
    { id: "v-2", incident: "i-2", status: "civilian", killedIn: "al-hawl-camp", cause: "torture" },
  ],
};
const { incidents, victims } = parseRecords(codebook, rows);

const policy = {
  ...snhrPolicy,
  rules: snhrPolicy.rules.map((rule) => ({ ...rule, inForce: { from: "2021-01-01" } })),
  on: "2021-07-31",
};
const massacre = {
  ...snhrMassacre,
  threshold: 1,
  counting: { who: { all: [{ age: { below: 18 } }, { not: { killedIn: "idlib" } }] }, ifUnknown: "count" },
};
const condition = {
  any: [
    {
      incident: {
        all: [{ suspectedOnly: ["regime"] }, { date: "2021" }, { place: "idlib" }, { suspects: "one" }],
      },
    },
    { not: { died: "2021-07" } },
  ],
};

/** Reads a definition that no compiler saw, and counts by it. */
const uses: Readonly<Record<string, readonly [definition: unknown, use: (definition: never) => void]>> = {
  codebook: [
    codebook,
    (json) => {
      const defined = defineCodebook(json);
      const parsed = parseRecords(defined, rows);
      const including = byCategory(defined);
      for (const victim of parsed.victims) including.keysOf(victim);
    },
  ],
  population: [
    snhrPopulation,
    (json) => {
      definePopulation(codebook, json);
      const { excluded } = applyPopulation(victims, { codebook, population: json });
      for (const { explanation } of excluded) expect(explanation).not.toContain("undefined");
    },
  ],
  policy: [
    policy,
    (json) => {
      definePolicy(codebook, policyOn(json, calendarDate("2021-07-31")));
      const { keyOf } = byPerpetrator(codebook, json);
      const attribute = attributor(codebook, json);
      for (const incident of incidents) {
        keyOf({ incident });
        expect(explainAttribution(codebook, incident, attribute(incident))).not.toContain("undefined");
      }
    },
  ],
  "scale of grades": [
    airwarsGrades,
    (json) => {
      const scale = defineGradeScale<string>(json);
      const { keyOf } = byGrade(scale, (grade: string | null) => grade);
      for (const grade of [null, ...scale.grades.map(({ key }) => key)]) keyOf(grade);
      for (const { key } of scale.grades) gradesAtOrAbove(scale, key);
    },
  ],
  "policy history": [
    [
      { policy: { ...snhrPolicy, label: "Earlier" }, to: "2020-12-31" },
      { policy: { ...policy, on: undefined }, from: "2021-01-01" },
    ],
    (json) => {
      const history = definePolicyHistory(codebook, json);
      const { keyOf } = byPerpetrator(codebook, policyInForce(history, calendarDate("2021-07-31")));
      for (const incident of incidents) keyOf({ incident });
    },
  ],
  "policy history that is only read": [
    [{ policy: snhrPolicy, from: "2021-01-01" }],
    (json) => {
      policyInForce(json, calendarDate("2021-07-31"));
    },
  ],
  "massacre definition": [
    massacre,
    (json) => {
      defineMassacre(codebook, json);
      const found = massacres(victims, { codebook, definition: json, dated: "incident" });
      for (const { explanation } of found) expect(explanation).not.toContain("undefined");
    },
  ],
  condition: [
    condition,
    (json) => {
      victims.map(victimTest(codebook, json));
    },
  ],
  "condition over incidents": [
    condition.any[0]?.incident,
    (json) => {
      incidents.map(incidentTest(codebook, json));
    },
  ],
  "options of parseRecords": [
    { ...rows, unknown: { age: [-1], incident: ["0"] }, implausible: "keep", datesOutOfOrder: "refuse" },
    (json) => {
      parseRecords(codebook, json);
    },
  ],
  "options of the schemas": [
    { unknown: { age: [-1], incident: ["0"] }, implausible: "keep" },
    (json) => {
      victimSchema(codebook, json).safeParse(rows.victims[0]);
    },
  ],
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place in a value, as the way to it. */
function waysIn(value: Json): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [[]];
  const inside = Object.entries(value).flatMap(([key, part]) =>
    waysIn(part).map((way) => [Array.isArray(value) ? Number(key) : key, ...way]),
  );
  return [[], ...inside];
}

/** What is made of the value at the end of a way. */
type Change = (value: Json) => Json | undefined;

function changed(
  value: Json,
  [step, ...way]: readonly (string | number)[],
  change: Change,
): Json | undefined {
  if (step === undefined || typeof value !== "object" || value === null) return change(value);
  const entries = Object.entries(value).flatMap(([key, part]): [string, Json][] => {
    const next = key === String(step) ? changed(part, way, change) : part;
    return next === undefined ? [] : [[key, next]];
  });
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

const hostile = [
  { toString: 1 },
  { valueOf: null, toString: null },
  [{ length: 3 }],
  JSON.parse('{ "__proto__": { "label": "X" } }') as Json,
  ["__proto__"],
  "__proto__",
  "constructor",
  "",
  -1,
];
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.jsonValue().map((json) => () => structuredClone(json) as Json),
  fc.constantFrom(...hostile).map((json) => () => structuredClone(json)),
  fc.constant(() => undefined),
  // a field renamed, and one too many
  fc.tuple(fc.nat(), fc.string()).map(([nth, name]) => (value: Json) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part], at) => [at === nth % 5 ? name : key, part]),
    );
  }),
  fc.tuple(fc.string(), fc.jsonValue()).map(([name, json]) => (value: Json) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [value];
    return { ...value, [name]: json as Json };
  }),
);

describe("any JSON in place of any part is accepted, or refused with a code and a sentence:", () => {
  test.each(Object.entries(uses))("%s", (_, [definition, use]) => {
    const json = JSON.parse(JSON.stringify(definition)) as Json;
    use(json as never); // as it stands it is accepted
    const some = fc.tuple(fc.constantFrom(...waysIn(json)), changes);
    let refused = 0;
    fc.assert(
      fc.property(some, ([way, change]) => {
        try {
          use(changed(json, way, change) as never);
        } catch (error) {
          expect(error).toBeInstanceOf(CasualtyError);
          const { code, message } = error as CasualtyError;
          expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
          expect(message).toMatch(/^[^]{10,}[.?]$/);
          refused += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(20);
  });
});

/** The code, the path and the message of a refusal. */
function refusal(run: () => unknown): unknown[] {
  const { code, message, details } = faultOf(run);
  return [code, (details as { path?: unknown }).path, message];
}

describe("a definition that is misspelt or lacks something", () => {
  const without = (definition: object, field: string) =>
    Object.fromEntries(Object.entries(definition).filter(([name]) => name !== field));
  const noGround = without(snhrPolicy.rules[0] ?? {}, "because");
  const uncited = without(snhrPopulation, "citation");
  const ofNobody = without(snhrMassacre, "counting");
  const [exclusion] = snhrPopulation.exclusions;

  test.each<[name: string, run: () => unknown, path: string, what: string]>([
    [
      "a rule without its ground",
      () => definePolicy(codebook, { ...snhrPolicy, rules: [noGround] } as never),
      "rules[0].because",
      "The policy cannot be read: rules[0] has no because, which must be a text.",
    ],
    [
      "a population without citation",
      () => definePopulation(codebook, uncited as never),
      "citation",
      "The population cannot be read: it has no citation, which must be an object with source.",
    ],
    [
      "a citation without source",
      () => definePopulation(codebook, { ...snhrPopulation, citation: { place: "p. 3" } } as never),
      "citation.source",
      "The population cannot be read: citation has no source, which must be a text.",
    ],
    [
      "a misspelt field of an exclusion",
      () =>
        definePopulation(codebook, {
          ...snhrPopulation,
          exclusions: [{ ...exclusion, ifUnkown: "count" }],
        } as never),
      "exclusions[0].ifUnkown",
      'The population cannot be read: exclusions[0] has an unknown field "ifUnkown": did you mean "ifUnknown"?',
    ],
    [
      "exclusions that are no list",
      () => definePopulation(codebook, { ...snhrPopulation, exclusions: null } as never),
      "exclusions",
      "The population cannot be read: exclusions must be a list, not null.",
    ],
    [
      "a massacre definition that does not say who counts",
      () => defineMassacre(codebook, ofNobody as never),
      "counting",
      'The massacre definition cannot be read: counting must be "everyone", or an object with who and ifUnknown, not undefined.',
    ],
    [
      "one that counts someone",
      () => defineMassacre(codebook, { ...snhrMassacre, counting: "civilians" } as never),
      "counting",
      'The massacre definition cannot be read: counting must be "everyone", or an object with who and ifUnknown, not "civilians".',
    ],
    [
      "one in other words",
      () => defineMassacre(codebook, { ...snhrMassacre, treshold: 3 } as never),
      "treshold",
      'The massacre definition cannot be read: it has an unknown field "treshold": did you mean "threshold"?',
    ],
    [
      "an answer for the rest that does not say why",
      () => definePolicy(codebook, { ...snhrPolicy, otherwise: { undetermined: "gunfire" } } as never),
      "otherwise.because",
      "The policy cannot be read: otherwise has no because, which must be a text.",
    ],
    [
      "a grade without label",
      () => defineGradeScale({ ...airwarsGrades, grades: [{ key: "confirmed" }] } as never),
      "grades[0].label",
      "The scale of grades cannot be read: grades[0] has no label, which must be a text.",
    ],
    [
      "a scale of grades that is asked without being defined",
      () => byGrade({ label: "Ours", grades: null } as never, String),
      "citation",
      "The scale of grades cannot be read: it has no citation, which must be an object with source.",
    ],
    [
      "a history with a misspelt day",
      () => definePolicyHistory(codebook, [{ policy: snhrPolicy, form: "2021-01-01" }] as never),
      "[0].form",
      'The policy history cannot be read: [0] has an unknown field "form": did you mean "from"?',
    ],
    [
      "a history of nothing",
      () => policyInForce([null] as never, calendarDate("2021-07-31")),
      "[0]",
      "The policy history cannot be read: [0] must be an object with policy, not null.",
    ],
    [
      "no history",
      () => definePolicyHistory(codebook, null as never),
      "",
      "The policy history cannot be read: it must be a list, not null.",
    ],
    [
      "nothing",
      () => definePolicy(codebook, null as never),
      "",
      "The policy cannot be read: it must be an object with label, citation, rules, otherwise, not null.",
    ],
  ])("%s", (_, run, path, message) => {
    expect(refusal(run)).toEqual(["definition-malformed", path, message]);
  });

  test("a condition by itself, of an unknown key", () => {
    const run = () => incidentTest(codebook, { place: "atlantis" } as never);
    expect(faultOf(run)).toMatchObject({
      code: "rule-key-unknown",
      message:
        'The rule "condition" names the place "atlantis", which is not in the codebook: add it there, or correct the rule.',
    });
    expect(refusal(() => victimTest(codebook, { sex: "f" } as never)).slice(0, 2)).toEqual([
      "condition-malformed",
      "condition.when.sex",
    ]);
  });
});
