import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { outermostOf } from "../../src/codebook/parents.js";
import type { Incident } from "../../src/record/incident.js";
import { attributionKey, attributor } from "../../src/rule/attribution.js";
import { incidentTest } from "../../src/rule/condition-test.js";
import { explainAttribution } from "../../src/rule/explain-attribution.js";
import { type Answer, definePolicy, type Policy, type PolicyRule } from "../../src/rule/policy.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { snhrPolicy } from "../../src/snhr/rules.js";
import { fault } from "../number/fault.js";
import { codebooks, deepFreeze, extensions, texts } from "../support/codebook.js";
import { incidentConditions } from "../support/conditions.js";
import { incidentsOf, unknownIncident } from "../support/records.js";

const codebook = snhrCodebook;
const citation = { source: "The handbook", place: "page 7" };
const otherwise = { undetermined: "unidentified", because: "nothing else is known", citation } as const;

function policyOf(...rules: Partial<PolicyRule<SnhrKeys>>[]): Policy<SnhrKeys> {
  return definePolicy(codebook, {
    label: "The policy",
    citation,
    rules: rules.map((rule, index) => ({
      id: `rule-${index + 1}`,
      when: { all: [] },
      ifUnknown: "pass",
      answer: { established: "suspects" },
      because: "so it is",
      citation,
      ...rule,
    })),
    otherwise,
  });
}

/** An incident of SNHR's keys; what is not said is not known. */
function incident(facts: Partial<Incident<SnhrKeys>>): Incident<SnhrKeys> {
  return { ...(unknownIncident as Incident<SnhrKeys>), ...facts };
}

test("an incident that names a suspect whom the codebook lacks is refused", () => {
  const parts = { "air-force": { label: "Regime air force", section: "main", parent: "regime" } } as const;
  const wider = extendCodebook(codebook, { perpetrators: parts });
  const stored = { ...incident({ id: "i-1" }), suspects: ["air-force"] };
  expect(attributor(wider, snhrPolicy)(stored as never).kind).toBe("undetermined");
  expect(fault(() => attributor(codebook, snhrPolicy)(stored as never))).toMatchObject({
    code: "suspect-unknown",
    details: { incident: "i-1", perpetrator: "air-force" },
    message:
      'The incident "i-1" names the suspect "air-force", who is not in the codebook: use the codebook with which it was parsed, or parse its row again.',
  });
});

describe("an attribution", () => {
  test("is by the first rule that applies, and says which, why and after whom", () => {
    const policy = policyOf(
      { when: { means: "landmine" }, answer: { undetermined: "landmines" } },
      { when: { suspected: "russia" }, answer: { presumed: ["regime"] }, because: "it was so decided" },
      { when: { suspected: "regime" }, answer: { established: "suspects" } },
    );
    const attribute = attributor(codebook, policy);
    const decision = { holds: "yes", because: "so it is", citation };
    expect(attribute(incident({ means: "landmine", suspects: ["russia"] }))).toEqual({
      ...decision,
      kind: "undetermined",
      among: ["russia"],
      source: "landmines",
      rule: "rule-1",
    });
    expect(attribute(incident({ means: "shelling", suspects: ["russia", "regime"] }))).toEqual({
      ...decision,
      kind: "presumed",
      to: ["regime"],
      among: ["russia", "regime"],
      rule: "rule-2",
      because: "it was so decided",
    });
    expect(attribute(incident({ means: "shelling", suspects: ["regime", "hts"] }))).toEqual({
      ...decision,
      kind: "established",
      to: ["regime", "hts"],
      rule: "rule-3",
    });
    expect(attribute(incident({ means: "shelling", suspects: ["hts"] }))).toEqual({
      kind: "undetermined",
      among: ["hts"],
      source: "unidentified",
      rule: "otherwise",
      holds: "yes",
      because: "nothing else is known",
      citation,
    });
  });

  test("is by a rule whose condition is unknown only where the rule says so, and tells that it is", () => {
    const when = { means: "landmine" } as const;
    const answer = { undetermined: "landmines" } as const;
    const unknown = incident({});
    expect(attributor(codebook, policyOf({ when, answer, ifUnknown: "pass" }))(unknown)).toMatchObject({
      rule: "otherwise",
    });
    const applied = attributor(codebook, policyOf({ when, answer, ifUnknown: "apply" }))(unknown);
    expect(applied).toMatchObject({ rule: "rule-1", holds: "unknown", source: "landmines" });
    const shelled = attributor(
      codebook,
      policyOf({ when, answer, ifUnknown: "apply" }),
    )(incident({ means: "shelling" }));
    expect(shelled).toMatchObject({ rule: "otherwise", holds: "yes" });
  });

  test("passes over a rule that ascribes to the suspects where there are none", () => {
    const policy = policyOf({ answer: { presumed: "suspects" } }, { answer: { undetermined: "gunfire" } });
    const attribute = attributor(codebook, policy);
    expect(attribute(incident({}))).toMatchObject({ rule: "rule-2", source: "gunfire" });
    expect(attribute(incident({ suspects: ["hts"] }))).toMatchObject({ rule: "rule-1", to: ["hts"] });
  });

  test("to several is one key, jointly; to one it is theirs, even if the one is named twice", () => {
    const keyOf = (answer: Answer<SnhrKeys>, suspects: Incident<SnhrKeys>["suspects"] = []) =>
      attributionKey(codebook, attributor(codebook, policyOf({ answer }))(incident({ suspects })));
    expect(keyOf({ established: ["regime", "russia"] })).toBe("jointly");
    expect(keyOf({ presumed: "suspects" }, ["regime", "russia"])).toBe("jointly");
    expect(keyOf({ established: ["regime"] })).toBe("regime");
    expect(keyOf({ established: ["regime", "regime"] })).toBe("regime");
    expect(keyOf({ established: "suspects" }, ["russia", "russia"])).toBe("russia");
    expect(keyOf({ undetermined: "shells" })).toBe("shells");
    expect(keyOf({ established: "suspects" })).toBe("unidentified");
  });

  test("to several parts of one, or to it and a part, is the key of the innermost around them", () => {
    const nested = extendCodebook(codebook, {
      perpetrators: {
        army: { label: "An army", section: "main", parent: "regime" },
        brigade: { label: "A brigade", section: "main", parent: "army" },
        guards: { label: "Guards", section: "main", parent: "army" },
        wing: { label: "A wing", section: "main", parent: "russia" },
      },
    });
    type Party = keyof typeof nested.perpetrators;
    const keyOf = (...suspects: [Party, ...Party[]]) =>
      attributionKey(
        nested,
        attributor(nested, policyOf({ answer: { established: "suspects" } }))({ ...incident({}), suspects }),
      );
    expect(keyOf("brigade", "guards")).toBe("army");
    expect(keyOf("guards", "army")).toBe("army");
    expect(keyOf("brigade", "guards", "regime")).toBe("regime");
    expect(keyOf("brigade", "wing")).toBe("jointly");
    expect(keyOf("brigade", "guards", "wing")).toBe("jointly");
  });

  test("is typed by the codebook", () => {
    const small = defineCodebook({
      sections: { main: { label: "Main" } },
      perpetrators: { army: { label: "The army", section: "main" } },
      unattributed: { nobody: { label: "Nobody", section: "main" } },
    });
    const attribute = attributor(small, {
      label: "The policy",
      citation,
      rules: [],
      otherwise: { ...otherwise, undetermined: "nobody" },
    });
    expectTypeOf(attributionKey(small, attribute(unknownIncident as never))).toEqualTypeOf<
      "army" | "nobody" | "jointly"
    >();
  });

  test("is refused by a policy that was never checked", () => {
    const unfinished = { ...policyOf(), otherwise: undefined } as unknown as Policy<SnhrKeys>;
    expect(fault(() => attributor(codebook, unfinished)).code).toBe("policy-incomplete");
  });
});

describe("laws, for any policy and incident", () => {
  test("every incident gets exactly one attribution; its rule applies, and none before it", () => {
    fc.assert(
      fc.property(decided(), ({ codebook: book, policy, incident: one }) => {
        deepFreeze(policy);
        deepFreeze(one);
        const attribution = attributor(book, policy)(one);
        const at = policy.rules.findIndex(({ id }) => id === attribution.rule);
        const decisive = policy.rules[at];
        const before = decisive === undefined ? policy.rules : policy.rules.slice(0, at);
        for (const rule of before) expect(applies(book, rule, one)).toBe(false);
        if (decisive === undefined) {
          expect(attribution.rule).toBe("otherwise");
          expect(attribution).toMatchObject({ kind: "undetermined", source: policy.otherwise.undetermined });
          expect(attribution.citation).toBe(policy.otherwise.citation);
        } else {
          expect(applies(book, decisive, one)).toBe(true);
          expect(attribution.holds).toBe(incidentTest(book, decisive.when)(one));
          expect(Object.keys(decisive.answer)).toEqual([attribution.kind]);
          expect(attribution).toMatchObject({ because: decisive.because, citation: decisive.citation });
        }
      }),
      { numRuns: 100 },
    );
  });

  test("what is established or presumed is so of at least one perpetrator, none of them twice", () => {
    fc.assert(
      fc.property(decided(), ({ codebook: book, policy, incident: one }) => {
        const attribution = attributor(book, policy)(one);
        const key = attributionKey(book, attribution);
        if (attribution.kind === "undetermined") {
          expect(Object.keys(book.unattributed)).toContain(key);
        } else {
          const { to } = attribution;
          expect(to.length).toBeGreaterThan(0);
          expect(new Set(to).size).toBe(to.length);
          for (const perpetrator of to) expect(Object.keys(book.perpetrators)).toContain(perpetrator);
          const outermost = outermostOf(book.perpetrators);
          const parties = new Set(to.map((one) => outermost.get(one)));
          expect(key === "jointly").toBe(parties.size > 1);
          if (to.length === 1) expect(key).toBe(to[0]);
          else if (key !== "jointly") expect([...parties]).toEqual([outermost.get(key)]);
        }
      }),
    );
  });

  test("an attribution is plain JSON, and a policy that was stored decides the same", () => {
    fc.assert(
      fc.property(decided(), ({ codebook: book, policy, incident: one }) => {
        const attribution = attributor(book, policy)(one);
        expect(JSON.parse(JSON.stringify(attribution))).toEqual(attribution);
        const stored = JSON.parse(JSON.stringify(policy)) as Policy;
        expect(attributor(book, stored)(one)).toEqual(attribution);
      }),
    );
  });

  test("extending the codebook changes no attribution", () => {
    const extended = extensions().chain(({ base, lists }) =>
      decidedBy(withNobody(base)).map((decision) => ({ ...decision, lists })),
    );
    fc.assert(
      fc.property(extended, ({ codebook: book, policy, incident: one, lists }) => {
        const wider: Codebook = extendCodebook(book, lists);
        expect(attributor(wider, policy)(one)).toEqual(attributor(book, policy)(one));
      }),
    );
  });

  test("every attribution explains itself in one sentence", () => {
    fc.assert(
      fc.property(decided(), ({ codebook: book, policy, incident: one }) => {
        const attribution = attributor(book, policy)(one);
        const sentence = explainAttribution(book, one, attribution);
        expect(sentence.startsWith(`Incident ${one.id} is `)).toBe(true);
        expect(sentence).toContain(attribution.citation.source);
        expect(sentence.includes("leaves it open")).toBe(attribution.holds === "unknown");
      }),
    );
  });

  function applies(book: Codebook, { when, ifUnknown, answer }: PolicyRule, one: Incident): boolean {
    const holds = incidentTest(book, when)(one);
    const toSuspects = Object.values(answer).includes("suspects");
    return (
      (holds === "yes" || (holds === "unknown" && ifUnknown === "apply")) &&
      (one.suspects.length > 0 || !toSuspects)
    );
  }
});

describe("explainAttribution", () => {
  const explained = (one: Incident<SnhrKeys>, ...rules: Partial<PolicyRule<SnhrKeys>>[]): string =>
    explainAttribution(codebook, one, attributor(codebook, policyOf(...rules))(one));

  test.each<[string, Partial<Incident<SnhrKeys>>, Partial<PolicyRule<SnhrKeys>>[], string]>([
    [
      "established by one",
      { suspects: ["russia"], investigation: "concluded" },
      [{ because: "the investigation identified {suspects}" }],
      "Incident i-1 is established as by Russian forces: the investigation identified Russian forces (The handbook, page 7; the investigation is concluded).",
    ],
    [
      "established by several",
      { suspects: ["regime", "russia", "hts"] },
      [{ because: "{suspects} were seen: {suspects}" }],
      "Incident i-1 is established as by the Syrian regime, Russian forces and Hay'at Tahrir al Sham, jointly: the Syrian regime, Russian forces and Hay'at Tahrir al Sham were seen: the Syrian regime, Russian forces and Hay'at Tahrir al Sham (The handbook, page 7; the state of the investigation is not recorded).",
    ],
    [
      "presumed to several",
      { investigation: "open" },
      [{ answer: { presumed: ["regime", "russia"] }, because: "they say that {suspects} did it" }],
      "Incident i-1 is presumed to the Syrian regime and Russian forces, jointly: they say that nobody did it (The handbook, page 7; the investigation is open).",
    ],
    [
      "undetermined",
      { suspects: ["isis"], investigation: "open" },
      [],
      'Incident i-1 is ascribed to no perpetrator and counted under "Unidentified": nothing else is known (The handbook, page 7; the investigation is open).',
    ],
    [
      "by a rule that applies to the unknown",
      {},
      [
        {
          when: { means: "landmine" },
          ifUnknown: "apply",
          answer: { undetermined: "landmines" },
          citation: { source: "The annex" },
        },
      ],
      'Incident i-1 is ascribed to no perpetrator and counted under "Landmines of unknown source": so it is (The annex; the state of the investigation is not recorded; the record leaves it open, and the rule then applies).',
    ],
  ])("%s", (_, facts, rules, sentence) => {
    expect(explained(incident(facts), ...rules)).toBe(sentence);
  });

  test("prints a name as it is, whatever stands in it", () => {
    const small = defineCodebook({
      sections: { main: { label: "Main" } },
      perpetrators: { firm: { label: "A$$ & B$& {suspects}", section: "main" } },
      unattributed: { nobody: { label: "Nobody", section: "main" } },
    });
    const [rule] = policyOf({ because: "{suspects} did" }).rules;
    const policy = {
      label: "",
      citation,
      rules: [rule as never],
      otherwise: { ...otherwise, undetermined: "nobody" },
    };
    const one = { ...unknownIncident, suspects: ["firm"] } as never;
    const attribution = attributor(small, policy as never)(one);
    expect(explainAttribution(small, one, attribution)).toBe(
      "Incident i-1 is established as by A$$ & B$& {suspects}: A$$ & B$& {suspects} did (The handbook, page 7; the state of the investigation is not recorded).",
    );
  });
});

interface Decided {
  readonly codebook: Codebook;
  readonly policy: Policy;
  readonly incident: Incident;
}

/** Any codebook with a source that is nobody, a policy of its keys, and an incident. */
function decided(): fc.Arbitrary<Decided> {
  return codebooks().chain((book) => decidedBy(withNobody(book)));
}

function decidedBy(book: Codebook): fc.Arbitrary<Decided> {
  const { perpetrators, unattributed, means, places } = book;
  const keys = {
    perpetrator: Object.keys(perpetrators),
    means: Object.keys(means),
    place: Object.keys(places),
  };
  return fc.record({
    codebook: fc.constant(book),
    policy: policies(keys, Object.keys(unattributed)),
    incident: incidentsOf(book),
  });
}

/** Without a source that is nobody there is no policy. */
function withNobody(book: Codebook): Codebook {
  const nobody = { label: "Nobody known", section: "further section" };
  return {
    ...book,
    sections: { ...book.sections, "further section": { label: "A further section" } },
    unattributed: { ...book.unattributed, "nobody known": nobody },
  };
}

function policies(
  keys: { perpetrator: string[]; means: string[]; place: string[] },
  unattributed: readonly string[],
): fc.Arbitrary<Policy> {
  const citations = fc.record({ source: texts() });
  const source = fc.constantFrom(...unattributed);
  const named = keys.perpetrator.map((key) => fc.constant(key));
  const several = fc
    .array(fc.oneof(fc.constant("suspects"), ...named))
    .map((some) => some.filter((key) => keys.perpetrator.includes(key)))
    .map(([first, ...others]) => (first === undefined ? "suspects" : ([first, ...others] as const)));
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({ established: several }),
    fc.record({ presumed: several }),
    fc.record({ undetermined: source }),
  );
  const rule = fc.record({
    id: texts(),
    when: incidentConditions(keys),
    ifUnknown: fc.constantFrom("apply" as const, "pass" as const),
    answer,
    because: texts(),
    citation: citations,
  });
  return fc.record({
    label: texts(),
    citation: citations,
    rules: fc.uniqueArray(rule, { selector: ({ id }) => id }),
    otherwise: fc.record({ undetermined: source, because: texts(), citation: citations }),
  });
}
