import { month } from "../../src/calendar/month.js";
import { defineCodebook, type KeysBy } from "../../src/codebook/define-codebook.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { type MonthlyReportOptions, monthlyReport } from "../../src/report/monthly-report.js";
import { defineMassacre } from "../../src/rule/massacre-definition.js";
import { definePolicy } from "../../src/rule/policy.js";
import { definePopulation } from "../../src/rule/population.js";
import { deepFreeze } from "../support/codebook.js";

export type HandMadeKeys = KeysBy<
  "main" | "other",
  "army" | "militia" | "guards",
  "mines" | "nobody",
  "pact",
  "medic",
  "torture" | "shrapnel",
  "shelling" | "landmine" | "detention",
  "child" | "woman" | "torture" | "medic",
  "north" | "camp" | "south"
>;

export const codebook = deepFreeze(
  defineCodebook({
    sections: { main: { label: "Main parties" }, other: { label: "Other parties" } },
    // The order of the sections is not that in which the perpetrators name them.
    perpetrators: {
      guards: { label: "Border guards", section: "other" },
      army: { label: "The army", section: "main" },
      militia: { label: "The militia", section: "main" },
    },
    unattributed: {
      mines: { label: "Mines of unknown source", section: "other" },
      nobody: { label: "Not identified", section: "other" },
    },
    alliances: { pact: { label: "The pact", members: ["army", "militia"] } },
    roles: { medic: { label: "Medics" } },
    causes: { torture: { label: "Torture" }, shrapnel: { label: "Shrapnel" } },
    means: {
      shelling: { label: "Shelling" },
      landmine: { label: "Landmine" },
      detention: { label: "Detention" },
    },
    categories: {
      child: { label: "Children", when: { age: { below: 18 } } },
      woman: { label: "Women", when: { all: [{ sex: "female" }, { age: { from: 18 } }] } },
      torture: { label: "Died due to torture", when: { cause: "torture" } },
      medic: { label: "Medical personnel", when: { role: "medic" } },
    },
    places: {
      north: { label: "The North" },
      camp: { label: "The camp", parent: "north" },
      south: { label: "The South" },
    },
  }),
);

const citation = { source: "The handbook", place: "page 1" };

export const policy = deepFreeze(
  definePolicy(codebook, {
    label: "The policy",
    citation,
    rules: [
      {
        id: "concluded",
        when: { investigation: "concluded" },
        ifUnknown: "pass",
        answer: { established: "suspects" },
        because: "the investigation identified {suspects}",
        citation,
      },
      {
        id: "joint-control",
        when: {
          all: [
            { suspected: "army" },
            { suspected: "militia" },
            { firedFrom: "army" },
            { firedFrom: "militia" },
          ],
        },
        ifUnknown: "pass",
        answer: { presumed: ["army"] },
        because: "{suspects} are suspected and held the ground together",
        citation,
      },
      {
        id: "landmine",
        when: { means: "landmine" },
        ifUnknown: "pass",
        answer: { undetermined: "mines" },
        because: "it was a landmine",
        citation,
      },
    ],
    otherwise: { undetermined: "nobody", because: "nothing is known", citation },
  }),
);

export const population = deepFreeze(
  definePopulation(codebook, {
    label: "Civilians",
    citation,
    exclusions: [
      {
        reason: "unborn",
        because: "the victim was not born",
        when: { unborn: true },
        ifUnknown: "count",
        citation,
      },
      {
        reason: "fighter",
        because: "the victim was a fighter",
        when: { status: "armed-forces" },
        ifUnknown: "count",
        citation,
      },
    ],
  }),
);

export const massacre = deepFreeze(
  defineMassacre(codebook, { label: "Massacre", threshold: 3, counting: "everyone", citation }),
);

export const options: MonthlyReportOptions<HandMadeKeys, "unborn" | "fighter"> = deepFreeze({
  codebook,
  population,
  policy,
  massacre,
  massacresDated: "threshold-reached",
  month: month("2021-03"),
  basis: "documented",
  rounding: "half-up",
  digits: 0,
});

const both = ["army", "militia"];

export const incidentRows = deepFreeze([
  // Established as by the army.
  { id: "i-01", date: "2021-03-02", means: "shelling", suspects: ["army"], investigation: "concluded" },
  // Presumed to the army, by joint control.
  {
    id: "i-02",
    date: "2021-03-09",
    means: "shelling",
    suspects: both,
    firedFrom: both,
    investigation: "open",
  },
  // Established as by both, jointly.
  { id: "i-03", date: "2021-02-19", means: "shelling", suspects: both, investigation: "concluded" },
  // A landmine whose third victim dies in the month after.
  { id: "i-04", date: "2021-02-27", means: "landmine" },
  // Torture by the guards, each death an incident of its own.
  ...["i-05", "i-06", "i-07", "i-08", "i-09"].map((id) => ({
    id,
    means: "detention",
    suspects: ["guards"],
    investigation: "concluded",
  })),
]);

const boy = { sex: "male", age: 10 };
const girl = { sex: "female", age: 9 };
const woman = { sex: "female", age: 30 };
const man = { sex: "male", age: 40 };
const tortured = { ...man, cause: "torture" };

export const victimRows = deepFreeze([
  { id: "v-01", incident: "i-01", ...girl, documented: "2021-03-02", killedIn: "camp" },
  { id: "v-02", incident: "i-01", ...woman, roles: ["medic"], documented: "2021-03-03", killedIn: "camp" },
  { id: "v-03", incident: "i-01", ...man, documented: "2021-03-03", killedIn: "camp" },
  { id: "v-04", incident: "i-02", ...man, documented: "2021-03-10", killedIn: "south" },
  { id: "v-05", incident: "i-02", unborn: true, documented: "2021-03-10", killedIn: "south" }, // excluded
  { id: "v-06", incident: "i-02", ...girl, documented: "2021-03-11", killedIn: "south" },
  { id: "v-07", incident: "i-03", ...man, documented: "2021-03-15", killedIn: "south" },
  { id: "v-08", incident: "i-03", ...woman, documented: "2021-02-20", killedIn: "south" },
  { id: "v-09", incident: "i-04", ...boy, documented: "2021-02-28", killedIn: "north" },
  { id: "v-10", incident: "i-04", ...man, documented: "2021-02-28", killedIn: "north" },
  { id: "v-11", incident: "i-04", ...woman, documented: "2021-03-04", killedIn: "north" },
  { id: "v-12", incident: "i-04", ...man, documented: "2021-04-02", killedIn: "north" }, // after the month
  { id: "v-13", incident: "i-05", ...tortured, documented: "2021-03", killedIn: "north" }, // some day of the month
  { id: "v-14", incident: "i-06", ...tortured, documented: "2021-01/2021-02" }, // in the year, in no single month
  { id: "v-15", incident: "i-07", ...tortured }, // undated
  { id: "v-16", incident: "i-08", ...tortured, documented: "2020-12/2021-01" }, // across the year's edge
  { id: "v-17", incident: "i-09", ...tortured, documented: "2020-11-05" }, // before the year
  { id: "v-18", incident: null, age: 50, documented: "2021-01-15" }, // of whom next to nothing is known
  { id: "v-19", incident: "i-01", status: "armed-forces", ...man, documented: "2021-03-20" }, // excluded
  { id: "v-20", incident: "i-01", ...man, age: -1, documented: "2021-03-21" }, // rejected
]);

/** The records from which the figures of the tests are derived by hand. */
export const parsed = deepFreeze(parseRecords(codebook, { incidents: incidentRows, victims: victimRows }));

/** Their report for March 2021. */
export const report = monthlyReport(parsed, options);

/** A toll as "all / children / women". */
export function tollText({
  count,
  including,
}: {
  readonly count: number;
  readonly including: { readonly child: { part: number }; readonly woman: { part: number } };
}): string {
  return [count, including.child.part, including.woman.part].join(" / ");
}
