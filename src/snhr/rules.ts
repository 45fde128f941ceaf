import type { Citation } from "../rule/citation.js";
import type { MassacreDefinition } from "../rule/massacre-definition.js";
import type { Policy } from "../rule/policy.js";
import type { Population } from "../rule/population.js";
import type { SnhrKeys } from "./keys.js";

/*
 * The rules of the Syrian Network for Human Rights as its report for July 2021 prints them (published 1 August 2021).
 * They are that report's: other years had other rules.
 *
 * Each is made by a function that is marked as pure, so that a bundle that does not use it leaves it out: what spreads an object
 * is kept otherwise.
 */

const methodology: Citation = { source: "SNHR, July 2021", place: "section I" };

/** Whom SNHR counted in July 2021: civilians; no fighters, no natural deaths, no disputes between members of society. */
export const snhrPopulation: Population<
  SnhrKeys,
  "unborn" | "natural-death" | "social-dispute" | "not-civilian"
> = /* @__PURE__ */ (() => ({
  label: "Civilians",
  citation: {
    ...methodology,
    quote:
      "In this report, we record only the death toll of civilians, whose deaths we were able to document during the last month.",
  },
  exclusions: [
    {
      reason: "unborn",
      because: "the victim was not born, and this count is of persons born",
      when: { unborn: true },
      ifUnknown: "count",
      citation: {
        source:
          "A choice of this library: the report does not say whether the unborn child of 3 July is among the 129",
      },
    },
    {
      reason: "natural-death",
      because: "it was a natural death, which is not documented",
      when: { cause: "natural" },
      ifUnknown: "count",
      citation: { ...methodology, quote: "does not include cases of natural deaths" },
    },
    {
      reason: "social-dispute",
      because: "it came of a dispute between members of society, which is not documented",
      when: { cause: "social-dispute" },
      ifUnknown: "count",
      citation: {
        ...methodology,
        quote: "or those which occurred because of disputes between members of society or other such issues",
      },
    },
    {
      reason: "not-civilian",
      because: "the victim is not recorded as a civilian, and only civilians are counted",
      when: { not: { status: "civilian" } },
      ifUnknown: "exclude",
      citation: {
        ...methodology,
        quote: "SNHR does not document the deaths of fighters and militants killed during the conflict",
      },
    },
  ],
}))();

const jointControl: Citation = /* @__PURE__ */ (() => ({
  ...methodology,
  quote:
    "if we suspect the attack to have been perpetrated by either Syrian regime forces or Russian forces, given that the bombardment comes from the areas under their joint control, we assign the responsibility for the killing to the Syrian regime, as the party that brought about the Russian military intervention, continuing our investigations until we are able to conclusively identify the party responsible for the bombardment; the same applies if we suspect the bombardment to be by either Syrian regime forces or Iranian militias",
}))();

const undecided: Citation = /* @__PURE__ */ (() => ({
  ...methodology,
  quote:
    "in cases where we are unable to definitively assign responsibility for a particular killing to one of two possible parties […] the incident is categorized among 'other parties' until we have sufficient evidence",
}))();

const landmines: Citation = /* @__PURE__ */ (() => ({
  ...methodology,
  quote: "we do not attribute the vast majority of deaths caused by landmines to a specific party",
}))();

const unknownPersons: Citation = {
  source: "SNHR, July 2021",
  place: "section III B",
  quote: "Killings by unknown persons: Six civilians, including two children.",
};

/** How SNHR ascribed incidents in July 2021. */
export const snhrPolicy: Policy<SnhrKeys> = /* @__PURE__ */ (() => ({
  label: "SNHR's attribution as of July 2021",
  citation: methodology,
  rules: [
    {
      id: "conclusive",
      when: { investigation: "concluded" },
      ifUnknown: "pass",
      answer: { established: "suspects" },
      because: "the investigation identified {suspects}",
      citation: methodology,
    },
    {
      id: "joint-control-russia",
      when: {
        all: [
          { means: "shelling" }, // "ground bombardment"
          { suspected: "regime" },
          { suspected: "russia" },
          { suspectedOnly: ["regime", "russia"] },
          { firedFrom: "regime" },
          { firedFrom: "russia" },
        ],
      },
      ifUnknown: "pass",
      answer: { presumed: ["regime"] },
      because: "{suspects} are suspected and it was fired from ground under the joint control of {firedFrom}",
      citation: jointControl,
    },
    {
      id: "joint-control-iran",
      when: {
        all: [
          { means: "shelling" }, // "ground bombardment"
          { suspected: "regime" },
          { suspected: "iranian-militias" },
          { suspectedOnly: ["regime", "iranian-militias"] },
          { firedFrom: "regime" },
          { firedFrom: "iranian-militias" },
        ],
      },
      ifUnknown: "pass",
      answer: { presumed: ["regime"] },
      because: "{suspects} are suspected and it was fired from ground under the joint control of {firedFrom}",
      citation: jointControl,
    },
    {
      id: "landmine",
      when: { means: "landmine" },
      ifUnknown: "pass",
      answer: { undetermined: "landmines" },
      because: "a landmine killed, and who planted it is not known",
      citation: landmines,
    },
    {
      id: "gunfire",
      when: { means: "gunfire" },
      ifUnknown: "pass",
      answer: { undetermined: "gunfire" },
      because: "it was gunfire whose source is not conclusively identified",
      citation: undecided,
    },
    {
      id: "shelling",
      when: { means: "shelling" },
      ifUnknown: "pass",
      answer: { undetermined: "shells" },
      because: "it was shelling whose source is not conclusively identified",
      citation: undecided,
    },
    {
      id: "bombing",
      when: { means: "bombing" },
      ifUnknown: "pass",
      answer: { undetermined: "bombings" },
      because: "it was a bombing whose perpetrators are not conclusively identified",
      citation: undecided,
    },
    {
      id: "unknown-persons",
      when: { means: "assault" },
      ifUnknown: "pass",
      answer: { undetermined: "unknown-persons" },
      because: "persons killed, and who they were is not conclusively identified",
      citation: unknownPersons,
    },
  ],
  // Not "killings by unknown persons": of what is left it is not even recorded that it was done by persons on the spot.
  otherwise: {
    undetermined: "unidentified",
    because: "who killed is not conclusively identified, and what is recorded names no source of its own",
    citation: undecided,
  },
}))();

/** What SNHR called a massacre in July 2021. */
export const snhrMassacre: MassacreDefinition<SnhrKeys> = /* @__PURE__ */ (() => ({
  label: "Massacre",
  threshold: 5,
  counting: "everyone",
  citation: {
    ...methodology,
    quote:
      'we use the term "massacre" to refer to any attack that resulted in the deaths of five or more peaceful individuals in the same incident',
  },
}))();
