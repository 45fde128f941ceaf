import { describe, expect, test } from "vitest";
import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Wording } from "../../src/audit/published/figure.js";
import { reconcile } from "../../src/audit/reconcile/reconcile.js";
import { partialDate } from "../../src/calendar/partial-date.js";
import { period } from "../../src/calendar/period.js";
import type { KeysOf } from "../../src/codebook/codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { byMonth, byMonthOf } from "../../src/report/by-date.js";
import { byPerpetrator, outermostPerpetrators } from "../../src/report/by-perpetrator.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { definePolicy } from "../../src/rule/policy.js";
import { regroup } from "../../src/tally/algebra.js";
import { tally } from "../../src/tally/tally.js";
import type { Tally } from "../../src/tally/tally-data.js";
import { codebook, options, report } from "../report/hand-made.js";
import { counted, outcomeOf, pact, percent, reconciled, type Where, year } from "./reconciled.js";

// Of March: 8 persons, one more without a date, one rejected row. Of the army 5; of the army and the militia jointly 1.
describe("what the records leave open (the hand-made records, of March 2021)", () => {
  test("a figure above the count agrees only if those who are in doubt belong to it", () => {
    expect(outcomeOf(counted(8, {}))).toEqual(["agrees", "8 to 10"]);
    expect(outcomeOf(counted(10, {}))).toEqual(["may-agree", "8 to 10"]);
    expect(outcomeOf(counted(11, {}))).toEqual(["differs", "8 to 10"]);
    expect(outcomeOf(counted(7, {}))).toEqual(["differs", "8 to 10"]);
  });

  test("who they are is said", () => {
    expect(reconciled(counted(10, {}), report)?.remark).toBe(
      "1 has a date that may lie in the period; 1 was rejected as a row with errors",
    );
  });

  test("since January: 13, two more whose date is not known or crosses the year's edge, and one rejected", () => {
    expect(outcomeOf(counted(13, year))).toEqual(["agrees", "13 to 16"]);
    expect(outcomeOf(counted(16, year))).toEqual(["may-agree", "13 to 16"]);
  });

  test("an alliance of a report holds what its members have done jointly", () => {
    expect(outcomeOf(counted(6, pact))).toEqual(["agrees", "6 to 7"]);
    expect(outcomeOf(counted(5, pact))[0]).toBe("differs");
    // Since January one woman more: 5 and 2 jointly.
    expect(outcomeOf(counted(7, { ...pact, ...year }))).toEqual(["agrees", "7 to 8"]);
    expect(outcomeOf(counted(2, { ...pact, ...year, demographic: "woman" }))[0]).toBe("agrees");
    // By the section nothing is known of whom several have killed.
    expect(outcomeOf(counted(6, { section: "main" }))[0]).toBe("agrees");
  });

  test("in a tally, what several have done jointly may be the alliance's, and no single member's", () => {
    const { tally } = report;
    expect(outcomeOf(counted(5, pact), tally as unknown as Tally)).toEqual(["agrees", "5 to 6"]);
    expect(outcomeOf(counted(6, pact), tally as unknown as Tally)).toEqual(["may-agree", "5 to 6"]);
    expect(outcomeOf(counted(6, { perpetrator: "army" }), tally as unknown as Tally)[0]).toBe("differs");
  });

  test("a percentage may agree by those in doubt", () => {
    expect(outcomeOf(percent("25", { demographic: "woman" }, {}))).toEqual(["agrees", "2 to 3 of 8 to 10"]);
    // 3 of 9.
    expect(outcomeOf(percent("33", { demographic: "woman" }, {}))[0]).toBe("may-agree");
    expect(outcomeOf(percent("45", { demographic: "woman" }, {}))[0]).toBe("differs");
  });

  test("massacres are a lower bound where a row was rejected", () => {
    expect(outcomeOf(counted(2, { unit: "massacres" }))).toEqual(["agrees", "2 or more"]);
    expect(outcomeOf(counted(1, { unit: "massacres" }))[0]).toBe("differs");
    expect(outcomeOf(counted(3, { unit: "massacres" }))[0]).toBe("may-agree");
    expect(outcomeOf(counted(6, { inMassacres: true }))).toEqual(["agrees", "6 or more"]);
  });

  test("wordings: at least, more than, up to, nearly, about", () => {
    const worded = (wording: Wording) =>
      [5, 7, 8, 9, 12].map((value) => [value, outcomeOf(counted(value, {}, wording))[0]]);
    expect(worded("at-least")).toEqual([
      [5, "agrees"],
      [7, "agrees"],
      [8, "agrees"],
      [9, "may-agree"],
      [12, "differs"],
    ]);
    expect(
      worded("more-than")
        .filter(([, outcome]) => outcome === "agrees")
        .map(([value]) => value),
    ).toEqual([5, 7]);
    expect(
      worded("up-to")
        .filter(([, outcome]) => outcome === "agrees")
        .map(([value]) => value),
    ).toEqual([8, 9, 12]);
    expect(
      worded("nearly")
        .filter(([, outcome]) => outcome === "agrees")
        .map(([value]) => value),
    ).toEqual([8, 9]);
    expect(
      worded("about")
        .filter(([, outcome]) => outcome === "agrees")
        .map(([value]) => value),
    ).toEqual([7, 8, 9]);
  });
});

describe("parts of one party", () => {
  const brigade = { section: "main", parent: "army" } as const;
  const parts = extendCodebook(codebook, {
    perpetrators: {
      first: { label: "First Brigade", ...brigade },
      second: { label: "Second Brigade", ...brigade },
    },
    alliances: { brigades: { label: "The brigades", members: ["first", "second"] } },
  });
  const citation = { source: "Constructed" };
  const policy = definePolicy(parts, {
    label: "Suspects",
    citation,
    rules: [
      {
        id: "suspects",
        when: { investigation: "concluded" },
        ifUnknown: "pass",
        answer: { established: "suspects" },
        because: "they are the suspects",
        citation,
      },
    ],
    otherwise: { undetermined: "nobody", because: "nothing is known", citation },
  });
  // 2 of the first, 1 of the second, 3 of both together, 4 of the army, 5 of the first with the militia.
  const killed = [["first"], ["second"], ["first", "second"], ["army"], ["first", "militia"]] as const;
  const numbers = [2, 1, 3, 4, 5];
  const parsed = parseRecords(parts, {
    incidents: killed.map((suspects, nth) => ({ id: `i-${nth}`, suspects, investigation: "concluded" })),
    victims: numbers.flatMap((number, nth) =>
      Array.from({ length: number }, (_, victim) => ({
        id: `v-${nth}-${victim}`,
        incident: `i-${nth}`,
        documented: "2021-03-02",
        age: 5,
        sex: "male",
      })),
    ),
  });
  const counts = tally(parsed.victims, {
    by: { perpetrator: byPerpetrator(parts, policy), month: byMonth(period("2021-03"), "documented") },
  });
  type Cells = Coordinates<KeysOf<typeof parts>>;
  const beside = (of: Cells, records: Parameters<typeof reconcile<KeysOf<typeof parts>>>[1] = counts) => {
    const published = {
      kind: "published-report",
      id: "published",
      publisher: "A recorder",
      period: "2021-03",
      citation,
      figures: [{ id: "figure", kind: "count", value: 6, of }],
    } as const;
    const found = reconcile(published, records, { codebook: parts }).figures[0];
    return [found?.outcome, found?.recomputed, found?.remark];
  };

  test("in a tally, what they have done together stands under the whole, and may be theirs", () => {
    expect(beside({ perpetrator: ["first", "second"] })).toEqual([
      "may-agree",
      "3 to 10",
      "7 are ascribed to several, or to one of whom these are part, and may be theirs",
    ]);
    // With the militia the first has done something jointly too.
    expect(beside({ perpetrator: ["first", "second", "militia"] })[1]).toBe("3 to 15");
    expect(beside({ perpetrator: ["first", "militia"] })).toEqual([
      "may-agree",
      "2 to 7",
      "5 are ascribed to several, who may be these",
    ]);
    expect(beside({ perpetrator: "first" }).slice(0, 2)).toEqual(["differs", "2"]);
  });

  test("the whole is one party: what several have done with others is not its", () => {
    expect(beside({ perpetrator: "army" }).slice(0, 2)).toEqual(["differs", "10"]);
  });

  test("in a tally by whole parties, each may have done all that the whole did", () => {
    const outermost = regroup(counts, "perpetrator", { to: outermostPerpetrators(parts) });
    expect(beside({ perpetrator: "first" }, outermost).slice(0, 2)).toEqual(["may-agree", "0 to 10"]);
    expect(beside({ perpetrator: "army" }, outermost).slice(0, 2)).toEqual(["differs", "10"]);
  });

  test("of an alliance of a report it is known what they have done together", () => {
    const { population, massacre, ...rest } = options;
    const whole = monthlyReport(parsed, { ...rest, codebook: parts, policy, population, massacre });
    expect(beside({ alliance: "brigades" }, whole)).toEqual(["agrees", "6", null]);
  });
});

describe("months that are missing", () => {
  const parsed = parseRecords(codebook, {
    victims: [{ id: "v-1", documented: "2021-03-02", age: 5, sex: "male" }],
  });
  const partly = monthlyReport(parsed, { ...options, missing: ["2021-02"] as never });

  test("leave what is since January open above, and give nothing by themselves", () => {
    expect(outcomeOf(counted(1, {}), partly)).toEqual(["agrees", "1"]);
    expect(outcomeOf(counted(1, year), partly)).toEqual(["agrees", "1 or more"]);
    expect(outcomeOf(counted(900, year), partly)).toEqual(["may-agree", "1 or more"]);
    expect(outcomeOf(counted(0, year), partly)).toEqual(["differs", "1 or more"]);
    expect(outcomeOf(counted(0, { period: "2021-02" }), partly)).toEqual(["not-comparable", null]);
  });
});

test("a massacre that several committed jointly is the alliance's, and stands in the place of its incident", () => {
  const incident = { id: "i-1", suspects: ["army", "militia"], investigation: "concluded", place: "south" };
  const victims = ["v-1", "v-2", "v-3"].map((id) => ({
    id,
    incident: "i-1",
    age: 40,
    sex: "male",
    documented: "2021-03-02",
  }));
  const joint = monthlyReport(parseRecords(codebook, { incidents: [incident], victims }), options);
  const massacres = (of: Where) => outcomeOf(counted(1, { unit: "massacres", ...of }), joint)[0];
  expect(massacres(pact)).toBe("agrees");
  expect(massacres({ perpetrator: "army" })).toBe("differs");
  expect(massacres({ place: "south" })).toBe("agrees");
  expect(massacres({ place: "north" })).toBe("differs");
  expect(outcomeOf(counted(3, { inMassacres: true, ...pact }), joint)).toEqual(["agrees", "3"]);
});

test("a statement of months of different lengths agrees if it holds in totals and per day", () => {
  const dated = Array.from({ length: 205 }, (_, nth) => ({
    date: partialDate(nth < 105 ? "2021-03-01" : "2021-02-01"),
  }));
  const months = tally(dated, { by: { month: byMonthOf(period("2021"), ({ date }) => date) } });
  const said = (says: "increase" | "decrease" | "unchanged", than: string) =>
    reconciled(
      { id: "trend", kind: "statement", text: says, of: {}, statement: { says, than: [{ period: than }] } },
      months,
    );
  // 105 in 31 days are 3.39 a day, and 100 in 28 are 3.57.
  expect(said("increase", "2021-02")).toMatchObject({
    outcome: "may-agree",
    recomputed: "105 against 100",
    remark: "in totals it holds, per day it does not hold",
  });
  expect(said("decrease", "2021-02")).toMatchObject({ outcome: "may-agree" });
  expect(said("increase", "2021-01")).toMatchObject({ outcome: "agrees", remark: null });
  expect(said("decrease", "2021-01")).toMatchObject({ outcome: "differs", remark: null });
  expect(said("unchanged", "2021-02")).toMatchObject({ outcome: "differs", remark: null });
});

test("those whom the population excludes in doubt may belong to a figure, and copies of rows to none", () => {
  const dead = { status: "civilian", documented: "2021-03-02" };
  const victims = [
    { ...dead, id: "v-1" },
    { ...dead, id: "v-1" },
    { ...dead, id: "v-2", status: "" },
    { ...dead, id: "v-3", status: "armed-forces" },
  ];
  const [unborn, fighter] = options.population.exclusions;
  const exclusions = [unborn, { ...fighter, ifUnknown: "exclude" as const }] as const;
  const population = { ...options.population, exclusions };
  const strict = monthlyReport(parseRecords(codebook, { victims }), {
    ...options,
    population,
  } as typeof options);
  expect(outcomeOf(counted(1, {}), strict)).toEqual(["agrees", "1 to 2"]);
  expect(outcomeOf(counted(2, {}), strict)[0]).toBe("may-agree");
  expect(outcomeOf(counted(3, {}), strict)[0]).toBe("differs");
  expect(reconciled(counted(2, {}), strict)?.remark).toBe(
    "1 is excluded though it is not known whether they must be",
  );
  // One person alone makes no massacre.
  expect(outcomeOf(counted(9, { unit: "massacres" }), strict)[0]).toBe("differs");
});
