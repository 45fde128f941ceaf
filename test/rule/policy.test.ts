import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import type { Incident } from "../../src/record/incident.js";
import { byPerpetrator } from "../../src/report/by-perpetrator.js";
import { attributor } from "../../src/rule/attribution.js";
import { attributionBounds } from "../../src/rule/attribution-bounds.js";
import { definePolicy, type Policy, type PolicyRule, policyOn, rulesToApply } from "../../src/rule/policy.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { fault } from "../number/fault.js";
import { deepFreeze } from "../support/codebook.js";
import { unknownIncident } from "../support/records.js";

const codebook = snhrCodebook;
const citation = { source: "The handbook" };

const rule: PolicyRule<SnhrKeys> = {
  id: "mines",
  when: { means: "landmine" },
  ifUnknown: "pass",
  answer: { undetermined: "landmines" },
  because: "a landmine killed",
  citation,
};
const policy: Policy<SnhrKeys> = deepFreeze({
  label: "The policy",
  citation,
  rules: [rule],
  otherwise: { undetermined: "unidentified", because: "nothing is known", citation },
});

/** What is wrong with a policy that a compiler has not seen. */
const faultOf = (change: object) => fault(() => definePolicy(codebook, { ...policy, ...change }));
const faultOfRule = (change: object) => faultOf({ rules: [{ ...rule, ...change }] });

describe("definePolicy", () => {
  test("gives back what it was given", () => {
    expect(definePolicy(codebook, policy)).toBe(policy);
    const noRules = { ...policy, rules: [] };
    expect(definePolicy(codebook, noRules)).toBe(noRules);
  });

  test.each([
    ["leaves it out", JSON.parse(JSON.stringify({ ...policy, otherwise: undefined }))],
    ["has null for it", { ...policy, otherwise: null }],
    ["has a text for it", { ...policy, otherwise: "landmines" }],
  ])("refuses a policy without an answer for all that are left, where JSON %s", (_, json) => {
    expect(fault(() => definePolicy(codebook, json as never))).toEqual({
      code: "policy-incomplete",
      message:
        "The policy has no `otherwise`: say under which unattributed source an incident is counted when no rule applies.",
      details: { missing: "otherwise" },
    });
  });

  test("refuses a field of a ground that no explanation fills in", () => {
    expect(faultOfRule({ because: "{suspect} are suspected, from ground of {firedFrom}" })).toEqual({
      code: "definition-malformed",
      message:
        'The policy cannot be read: the rule "mines" says {suspect} in because, and only {suspects} and {firedFrom} are filled in. Correct it, or say it in words.',
      details: { definition: "policy", path: "because" },
    });
    const further = { ...policy.otherwise, because: "of {nobody}" };
    expect(faultOf({ otherwise: further }).code).toBe("definition-malformed");
  });

  test("refuses a policy without rules", () => {
    expect(faultOf({ rules: undefined })).toMatchObject({
      code: "policy-incomplete",
      details: { missing: "rules" },
    });
    expect(faultOf({ rules: { mines: rule } }).details).toEqual({ missing: "rules" });
  });

  test("says by the compiler that a policy ends with an answer, and names a misspelt key", () => {
    const { otherwise, ...unfinished } = policy;
    // @ts-expect-error TS2345: `otherwise` is missing
    expect(fault(() => definePolicy(codebook, unfinished)).code).toBe("policy-incomplete");
    // @ts-expect-error TS2820: "regimes" is none of the perpetrators, did you mean "regime"?
    const rules: readonly PolicyRule<SnhrKeys>[] = [{ ...rule, when: { suspected: "regimes" } }];
    const misspelt = () => definePolicy(codebook, { ...policy, rules });
    expect(fault(misspelt).code).toBe("rule-key-unknown");
    expect(otherwise.undetermined).toBe("unidentified");
  });

  test.each([
    ["nobody as established", { established: [] }],
    ["nobody as presumed", { presumed: [] }],
    ["no list", { established: "regime" }],
    ["nothing", { presumed: null }],
  ])("refuses a rule that ascribes to %s", (_, answer) => {
    expect(faultOfRule({ answer })).toEqual({
      code: "policy-incomplete",
      message:
        'The rule "mines" ascribes to nobody: list a perpetrator, write "suspects", or answer with an unattributed source.',
      details: { missing: "mines" },
    });
  });

  test.each([
    ["none", {}],
    ["two", { established: ["regime"], undetermined: "landmines" }],
    ["one that does not exist", { believed: ["regime"] }],
    ["a text", "landmines"],
  ])("refuses a rule with %s for an answer", (_, answer) => {
    expect(faultOfRule({ answer })).toEqual({
      code: "policy-incomplete",
      message: 'The rule "mines" has no single answer: write one of established, presumed and undetermined.',
      details: { missing: "mines" },
    });
  });

  test("refuses keys that the codebook does not have, wherever they stand", () => {
    const cases = [
      [faultOfRule({ answer: { established: ["regime", "navy"] } }), "mines", "perpetrator", "navy"],
      [faultOfRule({ answer: { presumed: ["landmines"] } }), "mines", "perpetrator", "landmines"],
      [faultOfRule({ answer: { undetermined: "regime" } }), "mines", "unattributed", "regime"],
      [faultOfRule({ answer: { undetermined: "constructor" } }), "mines", "unattributed", "constructor"],
      [faultOfRule({ when: { firedFrom: "navy" } }), "mines", "perpetrator", "navy"],
      [faultOfRule({ when: { suspectedOnly: ["regime", "navy"] } }), "mines", "perpetrator", "navy"],
      [faultOfRule({ when: { all: [{ not: { place: "atlantis" } }] } }), "mines", "place", "atlantis"],
      [
        faultOf({ otherwise: { ...policy.otherwise, undetermined: "nobody" } }),
        "otherwise",
        "unattributed",
        "nobody",
      ],
    ] as const;
    for (const [found, id, list, key] of cases) {
      expect(found).toMatchObject({ code: "rule-key-unknown", details: { rule: id, list, key } });
      expect(found.message).toContain(`The rule "${id}" names the ${list} "${key}"`);
    }
  });

  test("refuses two rules of one id, and one that is called as the answer for all that are left", () => {
    expect(faultOf({ rules: [rule, { ...rule, id: "others" }, rule] })).toMatchObject({
      code: "policy-rule-repeated",
      details: { rule: "mines" },
    });
    expect(faultOfRule({ id: "otherwise" })).toMatchObject({
      code: "policy-rule-repeated",
      details: { rule: "otherwise" },
    });
  });

  test.each([
    ["without an operator", {}, "mines.when"],
    ["with two operators", { means: "landmine", place: "idlib" }, "mines.when"],
    ["that is a list", [{ means: "landmine" }], "mines.when"],
    ["that is a text", "landmine", "mines.when"],
    ["over a victim", { sex: "female" }, "mines.when"],
    ["with a number of suspects", { suspects: 2 }, "mines.when.suspects"],
    ["with a state that does not exist", { investigation: "closed" }, "mines.when.investigation"],
    ["with a key that is none", { all: [{ means: 1 }] }, "mines.when.all[0].means"],
    ["with keys that are no list", { suspectedOnly: "regime" }, "mines.when.suspectedOnly"],
  ])("refuses a condition %s", (_, when, path) => {
    expect(faultOfRule({ when })).toMatchObject({ code: "condition-malformed", details: { path } });
  });

  test("refuses a period that cannot be read", () => {
    expect(faultOfRule({ when: { date: "summer" } }).code).toBe("period-malformed");
    expect(faultOfRule({ when: { date: "2021-07-31/2021-07-01" } }).code).toBe("period-backwards");
  });

  test.each([undefined, null, "count", true])("refuses %j as what is done with the unknown", (ifUnknown) => {
    expect(faultOfRule({ ifUnknown })).toEqual({
      code: "condition-malformed",
      message:
        'The rule "mines" does not say what is done where its condition is unknown (mines.ifUnknown): write one of apply, pass.',
      details: { path: "mines.ifUnknown" },
    });
  });

  test("refuses days of force that are none, or that hold no day", () => {
    expect(faultOfRule({ inForce: { from: "2021" } }).code).toBe("date-malformed");
    expect(faultOfRule({ inForce: { to: "2021-02-29" } }).code).toBe("date-unreal");
    expect(faultOfRule({ inForce: { from: "2021-07-02", to: "2021-07-01" } }).code).toBe("period-backwards");
    const oneDay = { ...policy, rules: [{ ...rule, inForce: { from: "2021-07-01", to: "2021-07-01" } }] };
    expect(definePolicy(codebook, oneDay)).toBe(oneDay);
  });
});

describe("policyOn", () => {
  const dated: Policy<SnhrKeys> = deepFreeze({
    ...policy,
    rules: [
      { ...rule, id: "always" },
      { ...rule, id: "until", inForce: { to: "2019-12-31" } },
      { ...rule, id: "between", inForce: { from: "2019-07-01", to: "2021-07-31" } },
      { ...rule, id: "since", inForce: { from: "2020-01-01" } },
      { ...rule, id: "undated", inForce: {} },
    ],
  });

  test.each([
    ["2019-06-30", ["always", "until", "undated"]],
    ["2019-07-01", ["always", "until", "between", "undated"]],
    ["2019-12-31", ["always", "until", "between", "undated"]],
    ["2020-01-01", ["always", "between", "since", "undated"]],
    ["2021-07-31", ["always", "between", "since", "undated"]],
    ["2021-08-01", ["always", "since", "undated"]],
  ])("applies on %s the rules that were in force, both ends included", (day, ids) => {
    const on = policyOn(dated, calendarDate(day));
    expect(rulesToApply(on).map(({ id }) => id)).toEqual(ids);
    expect(on).toEqual({ ...dated, on: day });
  });

  test("of one day can be taken as of another, and is then as if it had never been of the first", () => {
    const days = ["2019-06-30", "2020-01-01", "2021-08-01"].map((day) => calendarDate(day));
    for (const one of days) {
      for (const other of days) {
        expect(policyOn(policyOn(dated, one), other)).toEqual(policyOn(dated, other));
      }
    }
  });

  test("is applied as of its day: by the rules in force then, also where the others were left in", () => {
    const idOn = (of: Policy<SnhrKeys>) =>
      attributor(codebook, of)({ ...(unknownIncident as Incident<SnhrKeys>), means: "landmine" }).rule;
    const since = { ...policy, rules: [{ ...rule, id: "since", inForce: { from: "2020-01-01" } }] };
    const and = {
      ...since,
      rules: [...since.rules, { ...rule, id: "until", inForce: { to: "2019-12-31" } }],
    };
    expect(idOn(policyOn(and, calendarDate("2019-12-31")))).toBe("until");
    expect(idOn({ ...and, on: "2019-12-31" })).toBe("until");
    expect(idOn({ ...since, on: "2020-01-01" })).toBe("since");
  });

  test("of a day on which none of its rules is in force is refused; a policy without rules is of every day", () => {
    const since = { ...policy, rules: [{ ...rule, id: "since", inForce: { from: "2020-01-01" } }] };
    const on = policyOn(since, calendarDate("2019-12-31"));
    for (const use of [
      () => attributor(codebook, on),
      () => byPerpetrator(codebook, on),
      () => attributionBounds([], { codebook, policy: on, perpetrators: ["regime"] }),
    ]) {
      expect(fault(use)).toMatchObject({ code: "policy-not-in-force", details: { day: "2019-12-31" } });
    }
    expect(rulesToApply({ ...on, rules: [] })).toEqual([]);
  });

  test("is needed where rules have dates: nobody can tell of which day they are meant", () => {
    for (const use of [
      () => attributor(codebook, dated),
      () => byPerpetrator(codebook, dated),
      () => attributionBounds([], { codebook, policy: dated, perpetrators: ["regime"] }),
    ]) {
      expect(fault(use)).toMatchObject({
        code: "policy-day-unnamed",
        details: { policy: dated.label, rule: "until" },
      });
    }
    expect(fault(() => definePolicy(codebook, { ...dated, on: "2021-02-29" })).code).toBe(
      "definition-malformed",
    );
    expect(fault(() => policyOn(dated, "2021" as never)).code).toBe("date-malformed");
  });

  test("is a policy like any other", () => {
    const on = policyOn(dated, calendarDate("2021-08-01"));
    expect(definePolicy(codebook, on)).toBe(on);
  });
});
