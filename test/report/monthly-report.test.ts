import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { policyOn } from "../../src/rule/policy.js";
import { at } from "../../src/tally/read.js";
import { fault } from "../number/fault.js";
import {
  codebook,
  incidentRows,
  massacre,
  options,
  parsed,
  policy,
  population,
  report,
  tollText,
  victimRows,
} from "./hand-made.js";

describe("the accounting", () => {
  test("says where each of the twenty rows went", () => {
    // v-20 is rejected; v-05 and v-19 are excluded; in March are v-01 to v-04, v-06, v-07, v-11 and v-13; before it in the year
    // v-08, v-09, v-10, v-18 and, spanning months, v-14; v-15 and v-16 are undated; v-12 and v-17 outside.
    expect(report.accounting).toEqual({
      received: 20,
      rejected: 1,
      rejectedCopies: 0,
      excluded: 2,
      excludedBy: { unborn: 1, fighter: 1 },
      excludedInDoubtBy: { unborn: 0, fighter: 0 },
      countedInDoubtBy: { unborn: 0, fighter: 17 }, // of no other is the status recorded
      counted: 17,
      inMonth: 8,
      earlierInYear: 5,
      undated: 2,
      outside: 2,
    });
  });

  test("names whoever is not counted, in the order of the ids, with the reason", () => {
    const reversed = parseRecords(codebook, { incidents: incidentRows, victims: [...victimRows].reverse() });
    for (const { excluded } of [report, monthlyReport(reversed, options)]) {
      expect(excluded).toEqual([
        {
          id: "v-05",
          reason: "unborn",
          explanation: "Victim v-05 is not counted: the victim was not born (The handbook, page 1).",
        },
        {
          id: "v-19",
          reason: "fighter",
          explanation: "Victim v-19 is not counted: the victim was a fighter (The handbook, page 1).",
        },
      ]);
    }
  });
});

describe("the toll", () => {
  test("of the month, since January, and of those who are in no single month", () => {
    // Of March: children v-01 and v-06, women v-02 and v-11, torture v-13, medic v-02.
    expect(report.toll.month).toEqual({
      count: 8,
      including: {
        child: { part: 2, whole: 8 },
        woman: { part: 2, whole: 8 },
        torture: { part: 1, whole: 8 },
        medic: { part: 1, whole: 8 },
      },
      // The cause is recorded of v-13 alone; sex and age are known of all.
      mayInclude: {
        child: { part: 0, whole: 8 },
        woman: { part: 0, whole: 8 },
        torture: { part: 7, whole: 8 },
        medic: { part: 0, whole: 8 },
      },
    });
    // January v-18; February v-08 (woman), v-09 (child), v-10; v-14 some day of either.
    expect(tollText(report.toll.sinceJanuary)).toBe("13 / 3 / 3");
    expect(tollText(report.toll.spanningMonths)).toBe("1 / 0 / 0");
    // Of v-18 the sex is not known; v-14 is not known to be of March, and is surely not.
    expect(report.toll.sinceJanuary.mayInclude.woman).toEqual({ part: 1, whole: 13 });
  });

  test("those who may belong to the month or the year, and are not known to", () => {
    // v-15, who may have been documented on any day, and v-16, who may have been in January.
    expect(report.toll.undated).toMatchObject({
      month: { count: 1, including: { torture: { part: 1 } }, mayInclude: { child: { part: 0 } } },
      sinceJanuary: { count: 2 },
    });
    const january = monthlyReport(parsed, { ...options, month: month("2021-01") });
    // Further v-14, of January or February.
    expect(january.toll.undated).toMatchObject({ month: { count: 3 }, sinceJanuary: { count: 3 } });
  });

  test("is read from a tally that answers further questions", () => {
    expect(at(report.tally, { place: "camp", perpetrator: "army" }).count).toBe(3);
    expect(at(report.tally, { month: "undated", yearToDate: "inside" }).including.torture.part).toBe(1);
  });

  test("and from one of those who may belong to a category, which answers them too", () => {
    expect(at(report.inDoubt, { perpetrator: "nobody" }).including).toMatchObject({
      child: { part: 0 },
      woman: { part: 1 },
      torture: { part: 1 },
    });
  });

  test("depends on the date basis: by the date of the incident", () => {
    const byIncident = monthlyReport(parsed, { ...options, basis: "incident" });
    // March: v-01 to v-04 and v-06. February: v-07 to v-12. The others' incidents have no date.
    expect(byIncident.toll.month.count).toBe(5);
    expect(byIncident.months.map(({ count }) => count)).toEqual([0, 6, 5]);
    expect(byIncident.accounting).toMatchObject({ inMonth: 5, earlierInYear: 6, undated: 6, outside: 0 });
    // Nobody has a date of death.
    const byDeath = monthlyReport(parsed, { ...options, basis: "died" });
    expect(byDeath.accounting).toMatchObject({ inMonth: 0, earlierInYear: 0, undated: 17, outside: 0 });
  });

  test("of no records is zero everywhere, and its shares are of nothing", () => {
    const empty = monthlyReport(parseRecords(codebook, { victims: [] }), options);
    expect(empty.toll.sinceJanuary.count).toBe(0);
    expect(empty.accounting).toMatchObject({
      received: 0,
      counted: 0,
      excludedBy: { unborn: 0, fighter: 0 },
    });
    expect(empty.perpetrators.map(({ count, percent }) => [count, percent])).toEqual(
      Array.from({ length: 6 }, () => [0, "0 of 0"]),
    );
    expect(empty.massacres.sinceJanuary).toMatchObject({ massacres: 0, toll: { count: 0 }, entries: [] });
    expect([empty.presumedIncidents, empty.excluded]).toEqual([[], []]);
  });
});

describe("what it rests on", () => {
  test("stands in it: the definitions, the choices, the period", () => {
    expect(report).toMatchObject({
      kind: "monthly-report",
      month: "2021-03",
      yearToDate: { start: "2021-01-01", end: "2021-03-31" },
      basis: "documented",
      massacresDated: "threshold-reached",
      print: { rounding: "half-up", digits: 0 },
      missing: [],
    });
    expect(report.definitions).toEqual({
      codebook,
      population,
      policy: { ...policy, on: "2021-03-31" },
      massacre,
    });
  });

  test("of the policy's rules those in force on its day are applied, which is the last of the month where it names none", () => {
    const [concluded, jointControl, landmine] = policy.rules;
    if (!concluded || !jointControl || !landmine) throw new Error("the policy has three rules");
    const ending = (to: string) => ({
      ...policy,
      rules: [concluded, { ...jointControl, inForce: { to } }, landmine],
    });
    const inForce = monthlyReport(parsed, { ...options, policy: ending("2021-03-31") });
    expect(inForce.presumedIncidents.map(({ id }) => id)).toEqual(["i-02"]);
    const ended = monthlyReport(parsed, { ...options, policy: ending("2021-03-30") });
    expect(ended.presumedIncidents).toEqual([]);
    expect(ended.perpetrators.find(({ key }) => key === "nobody")?.count).toBe(2);
    expect(ended.definitions.policy).toEqual({ ...ending("2021-03-30"), on: "2021-03-31" });
    const ofThe30th = policyOn(ending("2021-03-30"), calendarDate("2021-03-30"));
    const asGiven = monthlyReport(parsed, { ...options, policy: ofThe30th });
    expect(asGiven.presumedIncidents.map(({ id }) => id)).toEqual(["i-02"]);
    expect(asGiven.definitions.policy).toEqual(ofThe30th);
    const ofTheLast = policyOn(ending("2021-03-31"), calendarDate("2021-03-31"));
    expect(monthlyReport(parsed, { ...options, policy: ofTheLast })).toEqual(inForce);
  });
});

test("a policy without dates serves every month, also as the report of another wrote it down", () => {
  const april = monthlyReport(parsed, { ...options, month: month("2021-04") });
  expect(april.definitions.policy.on).toBe("2021-04-30");
  const again = monthlyReport(parsed, { ...options, ...april.definitions });
  expect(again).toEqual(monthlyReport(parsed, options));
});

describe("what is refused", () => {
  test.each(["2021-02-28", "2021-04-01"])("a policy as of a day of another month: %s", (on) => {
    const inForce = { to: "2021-12-31" };
    const dated = { ...policy, rules: policy.rules.map((rule) => ({ ...rule, inForce })), on };
    expect(fault(() => monthlyReport(parsed, { ...options, policy: dated }))).toMatchObject({
      code: "policy-day-outside-month",
      details: { day: on, month: "2021-03" },
    });
  });

  test("a policy of which no rule is in force on the last day of the month", () => {
    const from = "2021-04-01";
    const later = { ...policy, rules: policy.rules.map((rule) => ({ ...rule, inForce: { from } })) };
    expect(fault(() => monthlyReport(parsed, { ...options, policy: later }))).toMatchObject({
      code: "policy-not-in-force",
      details: { day: "2021-03-31" },
    });
  });

  test.each([
    ["month-malformed", { month: "2021" as never }],
    ["date-unreal", { month: "2021-13" as never }],
    ["policy-incomplete", { policy: { ...policy, otherwise: undefined as never } }],
    [
      "rule-key-unknown",
      { policy: { ...policy, otherwise: { ...policy.otherwise, undetermined: "x" as never } } },
    ],
    ["massacre-threshold-invalid", { massacre: { ...massacre, threshold: 0 } }],
    [
      "population-reason-repeated",
      { population: { ...population, exclusions: [...population.exclusions, ...population.exclusions] } },
    ],
    ["rounding-unknown", { rounding: "" as never }],
    ["digits-invalid", { digits: 7 }],
    ["missing-month-recorded", { missing: [month("2021-01"), month("2021-02")] }],
    ["dimension-key-unknown", { missing: [month("2021-04")] }],
    ["dimension-key-unknown", { missing: [month("2020-12")] }],
    ["dimension-key-unknown", { missing: [month("2020-11")], comparedFrom: month("2020-12") }],
    ["period-backwards", { comparedFrom: month("2021-04") }],
    ["month-malformed", { comparedFrom: "2020" as never }],
    ["basis-unknown", { basis: "x" as never }],
  ] as const)("%s", (code, change) => {
    expect(fault(() => monthlyReport(parsed, { ...options, ...change })).code).toBe(code);
  });

  test.each([
    ["a victim was left out", parsed.victims.slice(1)],
    ["one was added", [...parsed.victims, ...parsed.victims.slice(0, 1)]],
    ["all were", []],
  ])("records-unaccounted: after parsing %s", (_, victims) => {
    const refused = fault(() => monthlyReport({ ...parsed, victims }, options));
    expect(refused).toMatchObject({
      code: "records-unaccounted",
      details: { received: 20, kept: 19, rejected: 1, victims: victims.length },
    });
    expect(refused.message).toBe(
      `The accounting speaks of 19 victims kept of 20 rows, and ${victims.length} are handed in: leave rows out before parseRecords, or by an exclusion of the population, which counts them with its reason.`,
    );
  });

  test("records-unaccounted: an accounting that does not add up", () => {
    const { accounting } = parsed;
    const short = { ...accounting, victims: { ...accounting.victims, rejected: 0 } };
    expect(fault(() => monthlyReport({ ...parsed, accounting: short }, options)).code).toBe(
      "records-unaccounted",
    );
  });

  test("and both ways that its message names are taken", () => {
    const rows = { incidents: incidentRows, victims: victimRows.slice(1) };
    expect(monthlyReport(parseRecords(codebook, rows), options).accounting.received).toBe(19);
    const [first] = population.exclusions;
    if (first === undefined) throw new Error("the population excludes somebody");
    const ofCamp = { ...first, reason: "fighter" as const, when: { killedIn: "camp" as const } };
    const without = monthlyReport(parsed, {
      ...options,
      population: { ...population, exclusions: [ofCamp] },
    });
    // v-01, v-02 and v-03 were killed in the camp; of the others whose place is not recorded it is not known, and they count.
    expect(without.accounting).toMatchObject({
      received: 20,
      excluded: 3,
      excludedBy: { fighter: 3 },
      counted: 16,
    });
  });

  test("a faulty rule, though it is not in force", () => {
    const faulty = { ...policy.rules[0], when: { suspected: "x" }, inForce: { to: "1999-12-31" } } as never;
    expect(
      fault(() => monthlyReport(parsed, { ...options, policy: { ...policy, rules: [faulty] } })).code,
    ).toBe("rule-key-unknown");
  });
});
