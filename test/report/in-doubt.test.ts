import { describe, expect, test } from "vitest";
import { parseRecords } from "../../src/record/parse-records.js";
import { comparisonSentence } from "../../src/report/comparison-sentence.js";
import { massacreSentence } from "../../src/report/massacre-sentence.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { tollSentence } from "../../src/report/toll-sentence.js";
import { applyPopulation, definePopulation } from "../../src/rule/population.js";
import { codebook, options, population } from "./hand-made.js";

const citation = { source: "The handbook" };
/** Only civilians are counted; of whom no status is recorded is excluded, or counted. */
const civilians = (ifUnknown: "exclude" | "count") =>
  definePopulation(codebook, {
    label: "Civilians",
    citation,
    exclusions: [
      {
        reason: "fighter",
        because: "only civilians are counted",
        when: { not: { status: "civilian" } },
        ifUnknown,
        citation,
      },
    ],
  });

const words = {
  people: { one: "civilian", many: "civilians" },
  among: { child: { one: "child", many: "children" } },
};
const adult = { incident: "i-1", age: 40, documented: "2021-03-02" };

function reportOf(
  victims: readonly object[],
  { ifUnknown = "exclude" }: { readonly ifUnknown?: "exclude" | "count" } = {},
) {
  const parsed = parseRecords(codebook, { incidents: [{ id: "i-1" }, { id: "i-2" }], victims });
  return monthlyReport(parsed, { ...options, population: civilians(ifUnknown) });
}

const civilian = { id: "v-0", ...adult, status: "civilian" };
const unrecorded = ["v-1", "v-2", "v-3"].map((id) => ({ id, ...adult }));
const fighter = { id: "v-4", ...adult, status: "armed-forces" };

describe("those who are excluded though their status is not recorded", () => {
  const report = reportOf([civilian, ...unrecorded, fighter]);

  test("are told by the accounting, beside those of whom it is recorded", () => {
    expect(report.accounting).toMatchObject({
      received: 5,
      excludedBy: { fighter: 4 },
      excludedInDoubtBy: { fighter: 3 },
      countedInDoubtBy: { fighter: 0 },
      counted: 1,
    });
    expect(report.toll.excludedInDoubt.month.count).toBe(3);
  });

  test("make the toll, the massacres and the comparison lower bounds", () => {
    expect(tollSentence(report, { of: "month", ...words })).toBe(
      "In March 2021, at least 1 civilian was documented killed, among them no children.",
    );
    expect(massacreSentence(report)).toBe(
      "In March 2021, perhaps 1 massacre was documented; from January to March 2021, perhaps 1.",
    );
    expect(comparisonSentence(report, { months: 1 })).toBe(
      "March's 0.03 a day is higher than February's 0.00; 3 excluded persons may have to be counted.",
    );
  });

  test("make a massacre possible only where those of one incident suffice, with the counted ones of it", () => {
    const of = (id: string, incident: string | null) => ({ ...adult, id, incident });
    const none = "In March 2021, no massacres were documented; from January to March 2021, none.";
    // One counted and one in doubt of each, or several without an incident, are three of none.
    const apart = [civilian, of("v-1", "i-1"), of("v-2", "i-2"), of("v-3", "i-2")];
    expect(massacreSentence(reportOf(apart))).toBe(none);
    const alone = ["v-1", "v-2", "v-3", "v-4"].map((id) => of(id, null));
    expect(massacreSentence(reportOf(alone))).toBe(none);
    const together = reportOf([...apart, of("v-4", "i-2")]).massacres.month;
    expect([together.massacres, together.undated]).toEqual([0, 1]);
    expect(together.undatedEntries).toMatchObject([
      {
        id: "i-2",
        toll: 0,
        mayBelong: 3,
        counting: 0,
        date: "2021-03-02",
        killed: { count: 0 },
        perhapsKilled: { count: 3 },
        explanation:
          "Incident i-2 may be a massacre: with 3 of whom it is not known whether they are of those who are counted, 3 were killed in it, and 3 make one (The handbook, page 1).",
      },
    ]);
  });

  test("may belong to the toll of a massacre, and may have made it one earlier", () => {
    const three = ["v-5", "v-6", "v-7"].map((id) => ({ ...civilian, id }));
    const massacre = reportOf([...three, { ...adult, id: "v-1", documented: "2021-02-10" }]).massacres;
    expect(massacre.month.entries).toMatchObject([
      {
        toll: 3,
        mayBelong: 1,
        date: "2021-03-02",
        explanation:
          "Incident i-1 is a massacre: 3 were killed in it, and 3 make one (The handbook, page 1). 1 more may belong to its toll: it is not known whether they are of those who are counted.",
      },
    ]);
    const february = ["v-1", "v-2", "v-3"].map((id) => ({ ...adult, id, documented: "2021-02-10" }));
    const earlier = reportOf([...three, ...february]);
    expect([earlier.massacres.month.massacres, earlier.massacres.month.undated]).toEqual([0, 1]);
    expect(earlier.massacres.sinceJanuary.entries).toMatchObject([{ date: "2021-02-10/2021-03-02" }]);
    // Who was surely documented after the month is not told of yet.
    const later = reportOf([...three, { ...adult, id: "v-1", documented: "2021-04-10" }]);
    expect(later.massacres.month.entries).toMatchObject([{ toll: 3, mayBelong: 0 }]);
  });

  test("make a category a lower bound where they may belong to it", () => {
    const child = { ...adult, id: "v-9", age: 9 };
    expect(tollSentence(reportOf([civilian, child]), { of: "month", ...words })).toBe(
      "In March 2021, at least 1 civilian was documented killed, among them perhaps children.",
    );
  });

  test("are those of the period, or perhaps of it", () => {
    const others = ["2021-01-05", "2021-02/2021-03", "2020-11-02", null].map((documented, nth) => ({
      ...adult,
      id: `v-${5 + nth}`,
      documented,
    }));
    const { excludedInDoubt } = reportOf([civilian, ...others]).toll;
    // In the month perhaps the second and the last, in the year also the first.
    expect([excludedInDoubt.month.count, excludedInDoubt.sinceJanuary.count]).toEqual([2, 3]);
    const january = { ...adult, id: "v-1", documented: "2021-01-05" };
    expect(tollSentence(reportOf([civilian, january]), { of: "month", ...words })).toBe(
      "In March 2021, 1 civilian was documented killed, among them no children.",
    );
    expect(tollSentence(reportOf([civilian, january]), { of: "sinceJanuary", ...words })).toBe(
      "From January to March 2021, at least 1 civilian was documented killed, among them no children.",
    );
  });
});

test("those who are counted though their status is not recorded are told by the accounting", () => {
  const report = reportOf([civilian, ...unrecorded, fighter], { ifUnknown: "count" });
  expect(report.accounting).toMatchObject({
    excludedBy: { fighter: 1 },
    excludedInDoubtBy: { fighter: 0 },
    countedInDoubtBy: { fighter: 3 },
    counted: 4,
  });
  expect(tollSentence(report, { of: "month", ...words })).toBe(
    "In March 2021, 4 civilians were documented killed, among them no children.",
  );
});

test("who is excluded for another reason is counted in doubt for none", () => {
  const { victims } = parseRecords(codebook, { victims: [{ id: "v-1", unborn: true }, { id: "v-2" }] });
  const { excluded, countedInDoubt } = applyPopulation(victims, { codebook, population });
  expect(excluded.map(({ victim, reason, inDoubt }) => [victim.id, reason, inDoubt])).toEqual([
    ["v-1", "unborn", false],
  ]);
  expect(countedInDoubt.map(({ victim, reason }) => [victim.id, reason])).toEqual([["v-2", "fighter"]]);
});

describe("rejected rows", () => {
  const rejected = Array.from({ length: 100 }, (_, nth) => ({
    ...adult,
    id: `r-${nth}`,
    documented: "2021-02-01",
    age: 900,
  }));

  test("make every toll and the comparison lower bounds: their month is not known", () => {
    const report = reportOf([civilian, ...rejected]);
    expect(tollSentence(report, { of: "month", ...words })).toMatch(/at least 1 civilian/);
    expect(comparisonSentence(report, { months: 1 })).toBe(
      "March's 0.03 a day is higher than February's 0.00; 100 rows of unknown month were rejected.",
    );
  });

  test("that are exact copies of kept ones lose nobody", () => {
    const report = reportOf([civilian, civilian]);
    expect(report.accounting).toMatchObject({ rejected: 1, rejectedCopies: 1 });
    expect(tollSentence(report, { of: "month", ...words })).toBe(
      "In March 2021, 1 civilian was documented killed, among them no children.",
    );
    expect(massacreSentence(report)).toBe(
      "In March 2021, no massacres were documented; from January to March 2021, none.",
    );
    expect(comparisonSentence(report, { months: 1 })).toBe(
      "March's 0.03 a day is higher than February's 0.00.",
    );
  });
});
