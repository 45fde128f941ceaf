import { describe, expect, test } from "vitest";
import { reconcile } from "../../src/audit/reconcile/reconcile.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { restateReport } from "../../src/revision/restate-report.js";
import { attributionBounds } from "../../src/rule/attribution-bounds.js";
import { definePolicy } from "../../src/rule/policy.js";
import { codebook as base, policy as basePolicy, options } from "./hand-made.js";

// The squadron and the wing are parts of the air force, which is a part of the army; the air force stands in another section.
const codebook = extendCodebook(base, {
  perpetrators: {
    "air-force": { label: "The air force", section: "other", parent: "army" },
    squadron: { label: "A squadron", section: "other", parent: "air-force" },
    wing: { label: "A wing", section: "other", parent: "air-force" },
  },
});
const policy = definePolicy(codebook, {
  ...basePolicy,
  rules: [
    ...basePolicy.rules,
    {
      id: "single",
      when: { suspects: "one" },
      ifUnknown: "pass",
      answer: { presumed: "suspects" },
      because: "{suspects} alone are suspected",
      citation: basePolicy.citation,
    },
  ],
});
const concluded = { investigation: "concluded", place: "north" };
const incidents = [
  { id: "i-1", suspects: ["air-force"], ...concluded }, // three are killed: a massacre
  { id: "i-2", suspects: ["army"], ...concluded },
  { id: "i-3", suspects: ["squadron", "militia"], ...concluded }, // jointly
  { id: "i-4", suspects: ["squadron"], place: "north" }, // presumed
  { id: "i-5", suspects: ["guards"], ...concluded },
  { id: "i-6", suspects: ["squadron", "guards"], ...concluded }, // jointly, with one who is not of the pact
];
const victims = ["i-1", "i-1", "i-1", "i-2", "i-3", "i-4", "i-5", "i-6"].map((incident, nth) => ({
  id: `v-${nth}`,
  incident,
  documented: "2021-03-05",
  age: nth === 0 ? 9 : 40,
}));
const report = monthlyReport(parseRecords(codebook, { incidents, victims }), {
  ...options,
  codebook,
  policy,
});

describe("parts of a perpetrator", () => {
  test("are counted under the outermost, and stand beneath it as they are recorded", () => {
    expect(
      report.perpetrators.map(({ key, section, count, presumed, percent }) => [
        key,
        section,
        count,
        presumed.count,
        percent,
      ]),
    ).toEqual([
      ["guards", "other", 1, 0, "13%"],
      ["army", "main", 5, 1, "63%"], // three of i-1, i-2, i-4
      ["militia", "main", 0, 0, "0%"],
      ["mines", "other", 0, 0, "0%"],
      ["nobody", "other", 0, 0, "0%"],
      ["jointly", "jointly", 2, 0, "25%"],
    ]);
    const army = report.perpetrators.find(({ key }) => key === "army");
    expect(army?.recordedAs.map(({ key, label, count, share }) => [key, label, count, share])).toEqual([
      ["army", "The army", 1, { part: 1, whole: 5 }],
      ["air-force", "The air force", 3, { part: 3, whole: 5 }],
      ["squadron", "A squadron", 1, { part: 1, whole: 5 }],
    ]);
    expect(army?.recordedAs.map(({ including }) => including.child.part)).toEqual([0, 1, 0]);
  });

  test("are in the section of the outermost", () => {
    expect(report.sections.map(({ key, count }) => [key, count])).toEqual([
      ["main", 5],
      ["other", 1],
      ["jointly", 2],
    ]);
  });

  test("belong to the alliances of the whole, alone and jointly", () => {
    expect(
      report.alliances.map(({ key, count, percent, jointly }) => [key, count, percent, jointly.count]),
    ).toEqual(
      [["pact", 6, "75%", 1]], // the five of the army, and i-3
    );
  });

  test("count under the outermost in places, categories and massacres", () => {
    expect(report.places[0]?.perpetrators.map(({ key, count }) => [key, count])).toEqual([
      ["guards", 1],
      ["army", 5],
      ["jointly", 2],
    ]);
    expect(report.categories.child.month.rows.map(({ key, count }) => [key, count])).toEqual([
      ["guards", 0],
      ["army", 1],
      ["militia", 0],
      ["mines", 0],
      ["nobody", 0],
      ["jointly", 0],
    ]);
    expect(
      report.massacres.month.rows.map(({ key, massacres, toll }) => [key, massacres, toll.count]),
    ).toEqual([
      ["guards", 0, 0],
      ["army", 1, 3],
      ["militia", 0, 0],
      ["mines", 0, 0],
      ["nobody", 0, 0],
      ["jointly", 0, 0],
    ]);
    expect(report.massacres.month.entries.map(({ perpetrator }) => perpetrator)).toEqual(["air-force"]);
  });

  test("are no several parties among themselves, nor beside the whole", () => {
    const together = (suspects: readonly string[]) => {
      const rows = ["v-1", "v-2", "v-3"].map((id) => ({ id, incident: "i-1", documented: "2021-03-05" }));
      const parsed = parseRecords(codebook, {
        incidents: [{ id: "i-1", suspects, ...concluded }],
        victims: rows,
      });
      const { perpetrators, sections, alliances, places, massacres } = monthlyReport(parsed, {
        ...options,
        codebook,
        policy,
      });
      const filled = (rows: readonly { key: string; count: number }[]) =>
        rows.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]);
      const { established } = attributionBounds(parsed.victims, {
        codebook,
        policy,
        perpetrators: ["army"],
      }).all;
      return {
        perpetrators: filled(perpetrators),
        recordedAs: perpetrators.flatMap(({ recordedAs }) => filled(recordedAs)),
        sections: filled(sections),
        alliances: alliances.map(({ count, jointly }) => [count, jointly.count]),
        places: filled(places[0]?.perpetrators ?? []),
        massacres: massacres.month.rows.filter((row) => row.massacres > 0).map(({ key }) => key),
        established: established.count,
      };
    };
    const ofArmy = {
      perpetrators: [["army", 3]],
      sections: [["main", 3]],
      alliances: [[3, 0]],
      places: [["army", 3]],
      massacres: ["army"],
      established: 3,
    };
    expect(together(["army", "squadron"])).toEqual({ ...ofArmy, recordedAs: [["army", 3]] });
    expect(together(["squadron", "air-force"])).toEqual({ ...ofArmy, recordedAs: [["air-force", 3]] });
    expect(together(["squadron", "wing"])).toEqual({ ...ofArmy, recordedAs: [["air-force", 3]] });
  });

  test("of an alliance of parts alone have done jointly what stands under the whole", () => {
    const ofParts = extendCodebook(codebook, {
      alliances: { pilots: { label: "Pilots", members: ["squadron", "wing"] } },
    });
    const parsed = parseRecords(ofParts, {
      incidents: [{ id: "i-1", suspects: ["squadron", "wing"], ...concluded }],
      victims: [{ id: "v-1", incident: "i-1", documented: "2021-03-05" }],
    });
    const { alliances } = monthlyReport(parsed, {
      ...options,
      codebook: ofParts,
      policy: definePolicy(ofParts, { ...basePolicy }),
    });
    expect(alliances.map(({ key, count, jointly }) => [key, count, jointly.count])).toEqual([
      ["pact", 1, 0],
      ["pilots", 1, 1],
    ]);
  });

  test("are restated under the outermost", () => {
    const { perpetrators } = restateReport(report, report);
    expect(perpetrators.map(({ key, now }) => [key, now.count]).slice(0, 2)).toEqual([
      ["guards", 1],
      ["army", 5],
    ]);
  });

  test("are found by published figures of a part, and of the whole with its parts", () => {
    const figure = (
      value: number,
      of: { perpetrator: "army" | "air-force" | "squadron"; unit?: "massacres" },
    ) => ({ id: Object.values(of).join("-"), kind: "count", value, of }) as const;
    const figures = [
      figure(1, { perpetrator: "army", unit: "massacres" }),
      figure(1, { perpetrator: "air-force", unit: "massacres" }),
      figure(5, { perpetrator: "army" }),
      figure(4, { perpetrator: "air-force" }), // with its squadron
      figure(1, { perpetrator: "squadron" }),
    ];
    const published = {
      kind: "published-report",
      id: "2021-03",
      publisher: "The recorder",
      period: "2021-03",
      citation: { source: "An example" },
      figures,
    } as const;
    expect(reconcile(published, report, { codebook }).accounting).toEqual({
      agree: 5,
      mayAgree: 0,
      differ: 0,
      notComparable: 0,
    });
  });
});
