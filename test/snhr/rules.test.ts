import { describe, expect, test } from "vitest";
import { partialDate } from "../../src/calendar/partial-date.js";
import type { Incident } from "../../src/record/incident.js";
import type { Victim } from "../../src/record/victim.js";
import { attributionKey, attributor } from "../../src/rule/attribution.js";
import type { Citation } from "../../src/rule/citation.js";
import { explainAttribution } from "../../src/rule/explain-attribution.js";
import { defineMassacre } from "../../src/rule/massacre-definition.js";
import { massacres } from "../../src/rule/massacres-of-victims.js";
import { definePolicy } from "../../src/rule/policy.js";
import { applyPopulation, definePopulation } from "../../src/rule/population.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { snhrMassacre, snhrPolicy, snhrPopulation } from "../../src/snhr/rules.js";
import { unknownIncident, unknownVictim } from "../support/records.js";

/**
 * Sentences of "Extrajudicial Killing Claims the Lives of 129 Civilians, ... in Syria in July 2021" (Syrian Network for
 * Human Rights, 1 August 2021), sections I and III, as they are printed.
 */
const specification = [
  'We should note that in this context we use the term "massacre" to refer to any attack that resulted in the deaths of five or more peaceful individuals in the same incident.',
  "We also face additional challenges in assigning responsibility for the attack in some incidents of ground bombardment, especially those in which the source of the bombardment is an area adjacent to the control of another party among the controlling forces, and if we suspect the attack to have been perpetrated by either Syrian regime forces or Russian forces, given that the bombardment comes from the areas under their joint control, we assign the responsibility for the killing to the Syrian regime, as the party that brought about the Russian military intervention, continuing our investigations until we are able to conclusively identify the party responsible for the bombardment; the same applies if we suspect the bombardment to be by either Syrian regime forces or Iranian militias.",
  "In addition, in cases where we are unable to definitively assign responsibility for a particular killing to one of two possible parties because of the area's proximity to the lines of engagement, the use of similar weapons, or other reasons, the incident is categorized among 'other parties' until we have sufficient evidence to conclusively assign responsibility for the violation to one of the two parties.",
  "In this report, we record only the death toll of civilians, whose deaths we were able to document during the last month. SNHR does not document the deaths of fighters and militants killed during the conflict, while some of the victims documented may have been killed months or even years ago, as in some cases of death due to torture; in these cases, where the deaths have only recently been confirmed, we include two dates, the date when we were able to document the victim's death, and the date on which we think the death occurred.",
  "The death toll of victims detailed on SNHR's database includes extrajudicial killings by the controlling forces which occurred as a violation of either international human rights law or international humanitarian law or both, but does not include cases of natural deaths or those which occurred because of disputes between members of society or other such issues.",
  "Also, there is great difficulty in determining which party was responsible for planting landmines, due to the multiplicity of forces controlling the areas in which these explosions occurred, and therefore we do not attribute the vast majority of deaths caused by landmines to a specific party.",
  // Section III B.
  "Killings by unknown persons: Six civilians, including two children.",
].join("\n");

/** An incident as its narration tells it; what is not told is not known. */
function incident(facts: Partial<Incident<SnhrKeys>>): Incident<SnhrKeys> {
  return { ...(unknownIncident as Incident<SnhrKeys>), ...facts };
}

function victim(facts: Partial<Victim<SnhrKeys>>): Victim<SnhrKeys> {
  return { ...(unknownVictim as Victim<SnhrKeys>), ...facts };
}

const attribute = attributor(snhrCodebook, snhrPolicy);

/** The row of the report's table, the firmness, and the rule. */
function rowOf(facts: Partial<Incident<SnhrKeys>>): string {
  const attribution = attribute(incident(facts));
  return `${attributionKey(snhrCodebook, attribution)}, ${attribution.kind} (${attribution.rule})`;
}

const ihsem = incident({
  id: "i-117",
  date: partialDate("2021-07-17"),
  place: "idlib",
  means: "shelling",
  suspects: ["regime", "russia"],
  investigation: "open",
  firedFrom: ["regime", "russia"],
  controlledBy: ["armed-opposition", "hts"],
});
const sarja = incident({
  date: partialDate("2021-07-17"),
  place: "idlib",
  means: "shelling",
  suspects: ["russia"],
  investigation: "concluded",
  firedFrom: ["regime"],
});

describe("the rules of SNHR", () => {
  test("are as define would have them, though importing them does no work", () => {
    expect(definePolicy(snhrCodebook, snhrPolicy)).toBe(snhrPolicy);
    expect(definePopulation(snhrCodebook, snhrPopulation)).toBe(snhrPopulation);
    expect(defineMassacre(snhrCodebook, snhrMassacre)).toBe(snhrMassacre);
  });

  test("are plain data: through JSON they are the same", () => {
    const rules = { snhrPolicy, snhrPopulation, snhrMassacre };
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  });

  const cited = [
    ["population", snhrPopulation.citation],
    ["massacre", snhrMassacre.citation],
    ...snhrPopulation.exclusions.map(({ reason, citation }) => [reason, citation]),
    ...snhrPolicy.rules.map(({ id, citation }) => [id, citation]),
    ["otherwise", snhrPolicy.otherwise.citation],
  ] as [string, Citation][];

  test.each(cited)("%s: what is quoted stands in the specification word for word", (_, { quote }) => {
    for (const words of quote?.split(" […] ") ?? []) expect(specification).toContain(words);
  });

  test("quote the specification wherever they decide by it", () => {
    const unquoted = cited.filter(([, { quote }]) => quote === undefined).map(([name]) => name);
    // That the unborn are left out is this library's choice; what is conclusive is no rule of its own.
    expect(unquoted).toEqual(["unborn", "conclusive"]);
    expect(cited.map(([, { source }]) => source).filter((source) => source !== "SNHR, July 2021")).toEqual([
      "A choice of this library: the report does not say whether the unborn child of 3 July is among the 129",
    ]);
  });
});

describe("the attribution of narrated incidents", () => {
  test.each<[string, Partial<Incident<SnhrKeys>>, string]>([
    [
      "Balshoun, 3 July: Russian and regime forces suspected, from an area controlled by them, investigation under way",
      {
        means: "shelling",
        suspects: ["russia", "regime"],
        investigation: "open",
        firedFrom: ["regime", "russia"],
      },
      "regime, presumed (joint-control-russia)",
    ],
    ["Ihsem, 17 July: the same", ihsem, "regime, presumed (joint-control-russia)"],
    [
      "al-Fou'a, 15 July: Russian artillery, stationed in the areas controlled by the regime",
      {
        means: "shelling",
        suspects: ["russia"],
        investigation: "concluded",
        firedFrom: ["regime"],
        controlledBy: ["armed-opposition", "hts"],
      },
      "russia, established (conclusive)",
    ],
    [
      "Sarja, 17 July: Russian forces, from a village controlled by the regime",
      sarja,
      "russia, established (conclusive)",
    ],
    [
      "Ebleen, 22 July: the regime's artillery, with a Russian reconnaissance aircraft",
      { means: "shelling", suspects: ["regime"], investigation: "concluded", firedFrom: ["regime"] },
      "regime, established (conclusive)",
    ],
    [
      "Harasta, 4 July: a landmine planted by an unknown party, under the regime's control",
      { means: "landmine", controlledBy: ["regime"] },
      "landmines, undetermined (landmine)",
    ],
    [
      "Tal Malah, 16 July: the same",
      { means: "landmine", controlledBy: ["regime"] },
      "landmines, undetermined (landmine)",
    ],
    [
      "al-Hawl, 12 and 14 July: unknown gunmen, believed to be affiliated with ISIS cells",
      { means: "gunfire", suspects: ["isis"], investigation: "open", controlledBy: ["sdf"] },
      "gunfire, undetermined (gunfire)",
    ],
    ["killings by unknown persons", { means: "assault" }, "unknown-persons, undetermined (unknown-persons)"],
    [
      "Turkish border guards: an actor that is known, among the other parties",
      { means: "gunfire", suspects: ["turkish-border-guards"], investigation: "concluded" },
      "turkish-border-guards, established (conclusive)",
    ],
    [
      "a death due to torture in the regime's detention",
      { means: "detention", suspects: ["regime"], investigation: "concluded" },
      "regime, established (conclusive)",
    ],
  ])("%s", (_, facts, row) => {
    expect(rowOf(facts)).toBe(row);
  });

  test("explains that of Ihsem with the words of its rule", () => {
    expect(explainAttribution(snhrCodebook, ihsem, attribute(ihsem))).toBe(
      "Incident i-117 is presumed to the Syrian regime: the Syrian regime and Russian forces are suspected and it was fired from ground under the joint control of the Syrian regime and Russian forces (SNHR, July 2021, section I; the investigation is open).",
    );
    expect(attribute(ihsem)).toMatchObject({ to: ["regime"], among: ["regime", "russia"], holds: "yes" });
  });

  test("names those who held the ground, who need not be all of the suspects, nor they alone", () => {
    const held = { ...ihsem, firedFrom: ["regime", "russia", "iranian-militias"] as const };
    expect(explainAttribution(snhrCodebook, held, attribute(held))).toContain(
      "under the joint control of the Syrian regime, Russian forces and Iranian militias (",
    );
  });
});

describe("the joint-control rule", () => {
  const open = { means: "shelling", investigation: "open" } as const;

  test.each<[string, Partial<Incident<SnhrKeys>>, string]>([
    [
      "is the same for Iranian militias",
      { ...open, suspects: ["iranian-militias", "regime"], firedFrom: ["iranian-militias", "regime"] },
      "regime, presumed (joint-control-iran)",
    ],
    [
      "ends when one of the two is identified",
      { ...ihsem, suspects: ["russia"], investigation: "concluded" },
      "russia, established (conclusive)",
    ],
    [
      "ends when both are identified",
      { ...ihsem, investigation: "concluded" },
      "jointly, established (conclusive)",
    ],
    [
      "needs ground under joint control",
      { ...open, suspects: ["regime", "russia"], firedFrom: ["regime"] },
      "shells, undetermined (shelling)",
    ],
    [
      "needs ground that is known",
      { ...open, suspects: ["regime", "russia"] },
      "shells, undetermined (shelling)",
    ],
    [
      "is none of one suspect: ground is no suspicion",
      { ...open, suspects: ["russia"], firedFrom: ["regime", "russia"] },
      "shells, undetermined (shelling)",
    ],
    [
      "is none of a third suspect",
      { ...open, suspects: ["regime", "russia", "hts"], firedFrom: ["regime", "russia"] },
      "shells, undetermined (shelling)",
    ],
    [
      "is none of two others",
      { ...open, suspects: ["regime", "sdf"], firedFrom: ["regime", "sdf"] },
      "shells, undetermined (shelling)",
    ],
    ["is of bombardment: not of gunfire", { ...ihsem, means: "gunfire" }, "gunfire, undetermined (gunfire)"],
    [
      "is of bombardment: not of a landmine, whose layer fired nothing",
      { ...ihsem, means: "landmine" },
      "landmines, undetermined (landmine)",
    ],
    [
      "is of bombardment that is recorded as such",
      { ...ihsem, means: null },
      "unidentified, undetermined (otherwise)",
    ],
    [
      "does not wait for the state of the investigation",
      { ...ihsem, investigation: null },
      "regime, presumed (joint-control-russia)",
    ],
  ])("%s", (_, facts, row) => {
    expect(rowOf(facts)).toBe(row);
  });
});

describe("other parties, by means", () => {
  test.each<[string, Partial<Incident<SnhrKeys>>, string]>([
    [
      "a landmine whose planter was identified is theirs",
      { means: "landmine", suspects: ["isis"], investigation: "concluded" },
      "isis, established (conclusive)",
    ],
    ["a bombing by nobody identified", { means: "bombing" }, "bombings, undetermined (bombing)"],
    ["shells from unknown source", { means: "shelling" }, "shells, undetermined (shelling)"],
    [
      "a concluded investigation that found nobody",
      { means: "gunfire", investigation: "concluded" },
      "gunfire, undetermined (gunfire)",
    ],
    [
      "an assault by persons of whom one is suspected",
      { means: "assault", suspects: ["isis"], investigation: "open" },
      "unknown-persons, undetermined (unknown-persons)",
    ],
    [
      "an assault by somebody who was identified",
      { means: "assault", suspects: ["hts"], investigation: "concluded" },
      "hts, established (conclusive)",
    ],
    // That nobody is named is not that persons killed: these stand among the other parties as unidentified.
    ["nothing known at all", {}, "unidentified, undetermined (otherwise)"],
    ["a death in nobody's known detention", { means: "detention" }, "unidentified, undetermined (otherwise)"],
    [
      "an airstrike by one of two, away from joint control",
      { means: "airstrike", suspects: ["regime", "coalition"], investigation: "open" },
      "unidentified, undetermined (otherwise)",
    ],
    ["other means", { means: "other" }, "unidentified, undetermined (otherwise)"],
  ])("%s", (_, facts, row) => {
    expect(rowOf(facts)).toBe(row);
  });
});

describe("the population of SNHR", () => {
  const civilian = { status: "civilian" } as const;

  test.each<[string, Partial<Victim<SnhrKeys>>, string | null]>([
    ["a civilian", civilian, null],
    ["a fighter", { status: "armed-forces" }, "not-civilian"],
    ["somebody who took part in hostilities", { status: "direct-participant" }, "not-civilian"],
    ["somebody of unknown status", {}, "not-civilian"],
    ["a civilian who died naturally", { ...civilian, cause: "natural" }, "natural-death"],
    ["a civilian killed in a dispute", { ...civilian, cause: "social-dispute" }, "social-dispute"],
    ["a civilian of unknown cause of death", { ...civilian, cause: null }, null],
    ["the unborn child of Balshoun", { ...civilian, unborn: true }, "unborn"],
  ])("%s", (_, facts, reason) => {
    const { counted, excluded } = applyPopulation([victim(facts)], {
      codebook: snhrCodebook,
      population: snhrPopulation,
    });
    expect(counted.length === 1 ? null : excluded[0]?.reason).toBe(reason);
  });

  test("says of a fighter why they are not counted, and where that stands", () => {
    const options = { codebook: snhrCodebook, population: snhrPopulation };
    const [excluded] = applyPopulation([victim({ status: "armed-forces" })], options).excluded;
    expect(excluded?.explanation).toBe(
      "Victim v-1 is not counted: the victim is not recorded as a civilian, and only civilians are counted (SNHR, July 2021, section I).",
    );
    expect(excluded?.citation.quote).toBe(
      "SNHR does not document the deaths of fighters and militants killed during the conflict",
    );
  });
});

describe("a massacre by SNHR", () => {
  test("is of five in one incident, women, children and men alike, as Sarja was", () => {
    const killed = [7, 9, 12, 30, null].map((age, index) =>
      victim({ id: `v-${index + 1}`, age, incident: sarja, status: "civilian" }),
    );
    const options = { codebook: snhrCodebook, definition: snhrMassacre, dated: "incident" } as const;
    expect(massacres(killed, options)).toMatchObject([{ toll: 5, date: "2021-07-17" }]);
    expect(massacres(killed.slice(1), options)).toEqual([]);
  });
});
