import { describe, expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { codebook, options, parsed, report, tollText } from "./hand-made.js";

/** As many victims as there are days of documentation, of one incident. */
function victimsOf(incident: string, documented: readonly (string | null)[]) {
  return documented.map((day, nth) => ({ id: `${incident}-${nth}`, incident, documented: day }));
}

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
    expect(massacres.undated).toBe(0);
  });

  test("by another basis, every death counts, whenever it was documented", () => {
    const { massacres } = monthlyReport(parsed, { ...options, basis: "incident" });
    expect(massacres.month.entries.map(({ id, toll }) => [id, toll])).toEqual([
      ["i-01", 3],
      ["i-04", 4],
    ]);
  });
});

describe("massacres that belong to no table surely", () => {
  const massacresOf = (
    incidents: readonly object[],
    victims: readonly object[],
    change: Partial<typeof options>,
  ) => monthlyReport(parseRecords(codebook, { incidents, victims }), { ...options, ...change }).massacres;

  test("one whose incident is not dated, and those that lie across an edge, are counted as undated", () => {
    const dates = {
      dateless: null,
      months: "2021-02/2021-03",
      years: "2020-12/2021-01",
      february: "2021-02",
    };
    const incidents = Object.entries(dates).map(([id, date]) => ({ id, date }));
    const victims = incidents.flatMap(({ id }) => victimsOf(id, ["2021-03-01", "2021-03-01", "2021-03-01"]));
    const found = massacresOf(incidents, victims, { massacresDated: "incident" });
    // "months" is since January, but perhaps of March; "years" perhaps since January; "february" is surely not of March.
    expect(found.month.massacres).toBe(0);
    expect(found.sinceJanuary.entries.map(({ id }) => id)).toEqual(["february", "months"]);
    expect(found.undated).toBe(3);
  });

  test("by the threshold: reached in March, or in March or before, or perhaps only by the undocumented", () => {
    const incidents = [{ id: "march" }, { id: "perhaps" }, { id: "never-known" }];
    const victims = [
      ...victimsOf("march", ["2021-01", "2021-02", "2021-03"]),
      ...victimsOf("perhaps", ["2021-01-01", "2021-01-01", "2021-02/2021-03"]),
      ...victimsOf("never-known", ["2021-01-01", "2021-01-01", null]),
    ];
    const documented = massacresOf(incidents, victims, {});
    expect(documented.month.entries.map(({ id, date }) => [id, date])).toEqual([["march", "2021-03"]]);
    expect(documented.sinceJanuary.entries.map(({ id }) => id)).toEqual(["march", "perhaps"]);
    expect(documented.undated).toBe(1);
    // By date of death the undocumented one counts, but the day of the third is not known.
    const died = massacresOf(incidents, victims, { basis: "died" });
    expect(died.sinceJanuary.entries.map(({ id }) => id)).toEqual(["march", "perhaps"]);
    expect(died.undated).toBe(2);
  });

  test("a death documented on an unknown day that may lie after the month does not count yet", () => {
    const victims = victimsOf("i-1", ["2021-03-01", "2021-03-31", "2021-03/2021-04"]);
    const found = massacresOf([{ id: "i-1" }], victims, {});
    expect([found.sinceJanuary.massacres, found.undated]).toEqual([0, 0]);
  });

  test("the last day of the month is in it, the first of the next is not", () => {
    const victims = [
      ...victimsOf("in", ["2021-03-01", "2021-03-31", "2021-03-31"]),
      ...victimsOf("after", ["2021-03-01", "2021-03-31", "2021-04-01"]),
    ];
    const found = massacresOf([{ id: "in" }, { id: "after" }], victims, {});
    expect(found.month.entries.map(({ id }) => id)).toEqual(["in"]);
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
