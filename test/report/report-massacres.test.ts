import { describe, expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { massacreSentence } from "../../src/report/massacre-sentence.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, incidentRows, options, parsed, report, tollText, victimRows } from "./hand-made.js";

/** As many victims as there are days of documentation, of one incident. */
function victimsOf(incident: string, documented: readonly (string | null)[]) {
  return documented.map((day, nth) => ({ id: `${incident}-${nth}`, incident, documented: day }));
}

describe("a massacre of which only one end of the date is known", () => {
  const undatedIn = (days: readonly (string | null)[], change: Partial<typeof options>) => {
    const records = { incidents: [{ id: "i-1" }], victims: victimsOf("i-1", days) };
    const { massacres } = monthlyReport(parseRecords(codebook, records), { ...options, ...change });
    return [massacres.month.massacres, massacres.month.undated];
  };

  test("is not perhaps of a month after the day by which the threshold was surely reached", () => {
    // Three make a massacre: reached by 10 February at the latest, perhaps earlier with the three of unknown documentation.
    const days = [...Array<string>(3).fill("2021-02-10"), null, null, null];
    expect(undatedIn(days, { month: month("2021-02") })).toEqual([0, 1]);
    expect(undatedIn(days, { month: month("2021-03") })).toEqual([0, 0]);
  });

  test("nor of a month before the day on which it can first have been reached", () => {
    // With the one of unknown documentation on 10 April at the earliest; without, never.
    const days = ["2021-04-10", "2021-04-10", null];
    expect(undatedIn(days, { basis: "died", month: month("2021-03") })).toEqual([0, 0]);
    expect(undatedIn(days, { basis: "died", month: month("2021-04") })).toEqual([0, 1]);
  });
});

describe("the massacres of March", () => {
  test("i-01, and i-04, which reached the threshold only in the month after the incident", () => {
    // i-01: v-01, v-02, v-03, of whom the second and third were documented on 3 March; its fighter v-19 is not counted.
    // i-04: v-09 and v-10 in February, v-11 on 4 March; v-12 of April is not known yet.
    const entries = report.massacres.month.entries.map((entry) => [
      entry.id,
      entry.perpetrator,
      entry.date,
      entry.toll,
      tollText(entry.killed),
    ]);
    expect(entries).toEqual([
      ["i-01", "army", "2021-03-03", 3, "3 / 1 / 1"],
      ["i-04", "mines", "2021-03-04", 3, "3 / 1 / 1"],
    ]);
  });

  test("by perpetrator: massacres are incidents, their toll persons", () => {
    const { massacres, toll, rows } = report.massacres.month;
    expect([massacres, tollText(toll)]).toEqual([2, "6 / 2 / 2"]);
    expect(rows.map((row) => [row.label, row.massacres, tollText(row.toll)])).toEqual([
      ["Border guards", 0, "0 / 0 / 0"],
      ["The army", 1, "3 / 1 / 1"],
      ["The militia", 0, "0 / 0 / 0"],
      ["Mines of unknown source", 1, "3 / 1 / 1"],
      ["Not identified", 0, "0 / 0 / 0"],
      ["Several perpetrators, jointly", 0, "0 / 0 / 0"],
    ]);
  });

  test("say why they are massacres, and to whom they are ascribed", () => {
    expect(report.massacres.month.entries[1]).toMatchObject({
      explanation: "Incident i-04 is a massacre: 3 were killed in it, and 3 make one (The handbook, page 1).",
      attribution:
        'Incident i-04 is ascribed to no perpetrator and counted under "Mines of unknown source": it was a landmine (The handbook, page 1; the state of the investigation is not recorded).',
    });
  });

  test("with the victim of April, in the report for April", () => {
    const april = monthlyReport(parsed, { ...options, month: month("2021-04") });
    expect(april.massacres.month.massacres).toBe(0);
    expect(april.massacres.sinceJanuary.entries.map(({ id, toll }) => [id, toll])).toEqual([
      ["i-01", 3],
      ["i-04", 4],
    ]);
  });

  test("dated by their incidents, i-04 is of February", () => {
    const { massacres } = monthlyReport(parsed, { ...options, massacresDated: "incident" });
    expect(massacres.month.entries.map(({ id, date }) => [id, date])).toEqual([["i-01", "2021-03-02"]]);
    expect(massacres.sinceJanuary.entries.map(({ id }) => id)).toEqual(["i-01", "i-04"]);
    expect([massacres.month.undated, massacres.sinceJanuary.undated]).toEqual([0, 0]);
  });

  test("by another basis, every death counts, whenever it was documented", () => {
    const { massacres } = monthlyReport(parsed, { ...options, basis: "incident" });
    expect(massacres.month.entries.map(({ id, toll }) => [id, toll])).toEqual([
      ["i-01", 3],
      ["i-04", 4],
    ]);
  });
});

const massacresOf = (
  incidents: readonly object[],
  victims: readonly object[],
  change: Partial<typeof options> = {},
) => monthlyReport(parseRecords(codebook, { incidents, victims }), { ...options, ...change }).massacres;

/** The ids of those of a table, and of those that are perhaps of its period. */
const idsOf = ({ entries, undatedEntries }: ReturnType<typeof massacresOf>["month"]) => [
  entries.map(({ id }) => id),
  undatedEntries.map(({ id }) => id),
];

describe("massacres that belong to no table surely", () => {
  test("one whose incident is not dated, and those that lie across an edge, are undated", () => {
    const dates = {
      dateless: null,
      months: "2021-02/2021-03",
      years: "2020-12/2021-01",
      february: "2021-02",
    };
    const incidents = Object.entries(dates).map(([id, date]) => ({ id, date }));
    const victims = incidents.flatMap(({ id }) => victimsOf(id, ["2021-03-01", "2021-03-01", "2021-03-01"]));
    const found = massacresOf(incidents, victims, { massacresDated: "incident" });
    // "years" is surely not of March, and perhaps since January; "february" is since January.
    expect(idsOf(found.month)).toEqual([[], ["dateless", "months"]]);
    expect(idsOf(found.sinceJanuary)).toEqual([
      ["february", "months"],
      ["dateless", "years"],
    ]);
    expect([found.month.undated, found.sinceJanuary.undated]).toEqual([2, 2]);
    expect(
      found.sinceJanuary.rows.map(({ key, massacres, undated }) => [key, massacres, undated]),
    ).toContainEqual(["nobody", 2, 2]);
  });

  test("by the threshold: reached in March, or in March or before, or perhaps only by the undocumented", () => {
    const incidents = [{ id: "march" }, { id: "perhaps" }, { id: "never-known" }];
    const victims = [
      ...victimsOf("march", ["2021-01", "2021-02", "2021-03"]),
      ...victimsOf("perhaps", ["2021-01-01", "2021-01-01", "2021-02/2021-03"]),
      ...victimsOf("never-known", ["2021-01-01", "2021-01-01", null]),
    ];
    const documented = massacresOf(incidents, victims);
    expect(documented.month.entries.map(({ id, date }) => [id, date])).toEqual([["march", "2021-03"]]);
    expect(idsOf(documented.month)).toEqual([["march"], ["never-known", "perhaps"]]);
    expect(idsOf(documented.sinceJanuary)).toEqual([["march", "perhaps"], ["never-known"]]);
    // By date of death the undocumented one counts, but the day of the third is not known.
    const died = massacresOf(incidents, victims, { basis: "died" });
    expect(idsOf(died.sinceJanuary)).toEqual([["march", "perhaps"], ["never-known"]]);
    expect(died.sinceJanuary.undatedEntries).toMatchObject([{ toll: 3, mayBelong: 0, date: null }]);
  });

  test("the day on which the threshold was reached is not known where somebody of unknown documentation may have been earlier", () => {
    // The third was documented in March, unless the fourth was in January or February.
    const found = massacresOf(
      [{ id: "i-1" }],
      victimsOf("i-1", ["2021-01-10", "2021-01-10", "2021-03-05", null]),
    );
    expect(idsOf(found.month)).toEqual([[], ["i-1"]]);
    expect(found.sinceJanuary.entries).toMatchObject([
      { date: "2021-01-10/2021-03-05", toll: 3, mayBelong: 1 },
    ]);
  });

  test("the last day of the month is in it, the first of the next is not", () => {
    const victims = [
      ...victimsOf("in", ["2021-03-01", "2021-03-31", "2021-03-31"]),
      ...victimsOf("after", ["2021-03-01", "2021-03-31", "2021-04-01"]),
    ];
    const found = massacresOf([{ id: "in" }, { id: "after" }], victims);
    expect(idsOf(found.month)).toEqual([["in"], []]);
    expect(idsOf(found.sinceJanuary)).toEqual([["in"], []]);
  });
});

describe("deaths of which it is not known whether they were documented by the end of the month", () => {
  const two = ["2021-03-01", "2021-03-31"];

  test.each([["2021-03/2021-04"], ["2021-03-31/2021-05"], ["2021"], [null]])(
    "make the massacre that is reached only with one of %s undated: neither counted nor denied",
    (doubtful) => {
      const found = massacresOf([{ id: "i-1" }], [...victimsOf("i-1", [...two, doubtful])]);
      for (const table of [found.month, found.sinceJanuary]) {
        expect([table.massacres, table.undated, table.toll.count]).toEqual([0, 1, 0]);
      }
      expect(found.month.undatedEntries).toMatchObject([
        {
          id: "i-1",
          perpetrator: "nobody",
          toll: 2,
          mayBelong: 1,
          killed: { count: 2 },
          perhapsKilled: { count: 1 },
          explanation:
            "Incident i-1 may be a massacre: with 1 of whom it is not known whether the death was documented by 2021-03-31, 3 were killed in it, and 3 make one (The handbook, page 1).",
        },
      ]);
    },
  );

  test("are none of a massacre of another month: who was surely documented later is not known yet", () => {
    for (const later of ["2021-04-01", "2021-04", "2022"]) {
      const found = massacresOf([{ id: "i-1" }], victimsOf("i-1", [...two, later]));
      expect([idsOf(found.month), idsOf(found.sinceJanuary)]).toEqual([
        [[], []],
        [[], []],
      ]);
    }
  });

  test("may belong to the toll of a massacre, by category too", () => {
    const child = { age: 7 };
    const facts = [child, child, { age: 40 }, child, { age: null }, child];
    const days = [...two, "2021-03-31", null, "2021-03/2021-04", "2021-04-01"];
    const victims = victimsOf("i-1", days).map((victim, nth) => ({ ...victim, ...facts[nth] }));
    const incidents = [{ id: "i-1", date: "2021-03-01" }];
    const { month: ofMarch } = massacresOf(incidents, victims, { massacresDated: "incident" });
    expect(ofMarch.entries).toMatchObject([
      {
        toll: 3,
        mayBelong: 2,
        killed: { count: 3, including: { child: { part: 2 } }, mayInclude: { child: { part: 0 } } },
        perhapsKilled: { count: 2, including: { child: { part: 1 } }, mayInclude: { child: { part: 1 } } },
      },
    ]);
    // In the row, and in the table, as in the entry.
    const row = ofMarch.rows.find(({ key }) => key === "nobody");
    for (const { toll, perhapsKilled } of [ofMarch, row ?? ofMarch]) {
      expect(toll).toEqual(ofMarch.entries[0]?.killed);
      expect(perhapsKilled).toEqual(ofMarch.entries[0]?.perhapsKilled);
    }
    // By another basis everybody counts.
    const [died] = massacresOf(incidents, victims, { massacresDated: "incident", basis: "died" }).month
      .entries;
    expect(died).toMatchObject({ toll: 6, mayBelong: 0, perhapsKilled: { count: 0 } });
  });

  test("leave a possible massacre out of the months in which its incident surely did not happen", () => {
    const incidents = [
      { id: "february", date: "2021-02-10" },
      { id: "december", date: "2020-12-31" },
      { id: "march", date: "2021-03-10" },
    ];
    const victims = incidents.flatMap(({ id }) => victimsOf(id, [...two, null]));
    const found = massacresOf(incidents, victims, { massacresDated: "incident" });
    expect(idsOf(found.month)).toEqual([[], ["march"]]);
    expect(idsOf(found.sinceJanuary)).toEqual([[], ["february", "march"]]);
  });
});

test("who does not count toward the threshold is in the toll", () => {
  const definition = {
    ...options.massacre,
    counting: { who: { age: { below: 18 } }, ifUnknown: "leave-out" },
  } as const;
  const child = { age: 7, documented: "2021-03-01", incident: "i-1" };
  const people = [child, child, child, { ...child, age: 40 }, { ...child, age: null }];
  const victims = people.map((person, nth) => ({ id: `v-${nth}`, ...person }));
  const { massacres } = monthlyReport(parseRecords(codebook, { incidents: [{ id: "i-1" }], victims }), {
    ...options,
    massacre: definition,
  });
  expect(massacres.month.entries).toMatchObject([{ id: "i-1", toll: 5, counting: 3, killed: { count: 5 } }]);
});

test.each(["documented", "died"] as const)(
  "whose age is not recorded may make a massacre of children, by the basis %s: it is neither counted nor denied",
  (basis) => {
    const definition = {
      ...options.massacre,
      counting: { who: { age: { below: 18 } }, ifUnknown: "leave-out" },
    } as const;
    const victims = [7, 9, null].map((age, nth) => ({
      id: `v-${nth}`,
      age,
      incident: "i-1",
      documented: "2021-03-01",
      died: "2021-03-01",
    }));
    const parsed = parseRecords(codebook, { incidents: [{ id: "i-1" }], victims });
    const found = monthlyReport(parsed, { ...options, basis, massacre: definition });
    for (const table of [found.massacres.month, found.massacres.sinceJanuary]) {
      expect([table.massacres, table.undated, table.toll.count]).toEqual([0, 1, 0]);
      expect(table.undatedEntries).toMatchObject([
        { id: "i-1", date: "2021-03-01", toll: 3, counting: 2, mayCount: 1, killed: { count: 3 } },
      ]);
    }
    expect(massacreSentence(found)).toBe(
      "In March 2021, perhaps 1 massacre was documented; from January to March 2021, perhaps 1.",
    );
  },
);

test("nothing of the columns that the library does not know is in the report", () => {
  const secret = { witness: "in private", nested: { phone: "000" } };
  const incidents = incidentRows.map((incident) => ({ ...incident, ...secret }));
  const victims = victimRows.map((victim) => ({ ...victim, ...secret }));
  const withSecrets = monthlyReport(parseRecords(codebook, { incidents, victims }), options);
  expect(JSON.stringify(withSecrets)).not.toMatch(/witness|private|phone|extra/);
  expect(withSecrets).toEqual(report);
});
