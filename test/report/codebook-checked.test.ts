import { describe, expect, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { type ParsedRecords, parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { attributor } from "../../src/rule/attribution.js";
import { applyPopulation } from "../../src/rule/population.js";
import { faultOf } from "../support/calendar.js";
import { codebook, incidentRows, options, parsed, policy, population, victimRows } from "./hand-made.js";

type Lists = Record<string, Record<string, Record<string, unknown>>>;

/** The codebook as it is read from JSON in which somebody has written by hand. */
function edited(edit: (lists: Lists) => unknown): Codebook {
  const lists = JSON.parse(JSON.stringify(codebook)) as Lists;
  edit(lists);
  return lists as unknown as Codebook;
}

function set(list: string, key: string, fields: Record<string, unknown>): (lists: Lists) => unknown {
  return (lists) => Object.assign(lists[list]?.[key] ?? {}, fields);
}

const faults: Readonly<Record<string, readonly [(lists: Lists) => unknown, string, object]>> = {
  "a member of an alliance is misspelt": [
    set("alliances", "pact", { members: ["army", "miltia"] }),
    "codebook-reference-unknown",
    { list: "alliance", key: "pact", field: "members", reference: "miltia" },
  ],
  "a section is misspelt": [
    set("perpetrators", "army", { section: "mian" }),
    "codebook-reference-unknown",
    { list: "perpetrator", key: "army", field: "section", reference: "mian" },
  ],
  "the parent of a place is misspelt": [
    set("places", "camp", { parent: "nroth" }),
    "codebook-reference-unknown",
    { list: "place", key: "camp", field: "parent", reference: "nroth" },
  ],
  "places lie in each other": [
    set("places", "north", { parent: "camp" }),
    "codebook-parent-cycle",
    { list: "place", key: "north" },
  ],
  "a category has a condition that is none": [
    set("categories", "child", { when: { age: { blow: 18 } } }),
    "condition-malformed",
    { path: "categories.child.when.age" },
  ],
  "a key means something to the tables": [
    ({ perpetrators }) => Object.assign(perpetrators ?? {}, { jointly: { label: "Both", section: "main" } }),
    "codebook-key-reserved",
    { list: "perpetrator", key: "jointly" },
  ],
  "a list is missing": [(lists) => delete lists["means"], "codebook-malformed", { list: "means", key: "" }],
  "a list is misspelt": [
    (lists) => Object.assign(lists, { place: {} }),
    "codebook-malformed",
    { list: "place", key: "" },
  ],
};

describe.each(Object.entries(faults))("if %s in a codebook", (_, [edit, code, details]) => {
  const wrong = edited(edit);
  const uses = {
    "records are not parsed": () => parseRecords(wrong, { incidents: incidentRows, victims: victimRows }),
    "nobody is counted or excluded": () => applyPopulation(parsed.victims, { codebook: wrong, population }),
    "nothing is ascribed": () => attributor(wrong, policy),
    "nothing is reported": () => monthlyReport(parsed as ParsedRecords, { ...options, codebook: wrong }),
  };
  test.each(Object.entries(uses))("%s", (_, use) => {
    const fault = faultOf(use);
    expect([fault.code, fault.details]).toEqual([code, details]);
  });
});

test("what is no codebook, or lacks a list, cannot be extended", () => {
  for (const none of [null, undefined, [], "codebook", {}]) {
    expect(faultOf(() => extendCodebook(none as Codebook, {})).code).toBe("codebook-malformed");
  }
});
