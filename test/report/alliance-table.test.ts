import { expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { at } from "../../src/tally/read.js";
import { codebook, options, parsed, report, tollText } from "./hand-made.js";

test("an alliance is its members and what they did jointly, beside the rows", () => {
  // The army's i-01 and i-02, and v-07 of i-03, by the army and the militia jointly.
  const [pact] = report.alliances;
  expect(report.alliances).toHaveLength(1);
  expect(pact).toMatchObject({
    key: "pact",
    label: "The pact",
    members: ["army", "militia"],
    share: { part: 6, whole: 8 },
    percent: "75%",
    including: { child: { part: 2, whole: 6 }, woman: { part: 1, whole: 6 }, medic: { part: 1, whole: 6 } },
    // Of nobody of theirs the cause is recorded.
    mayInclude: { child: { part: 0, whole: 6 }, torture: { part: 6, whole: 6 } },
  });
  expect([pact?.count, pact && tollText(pact.jointly)]).toEqual([6, "1 / 0 / 0"]);
  // Its members' keys alone are less.
  expect(at(report.tally, { month: month("2021-03"), perpetrator: ["army", "militia"] }).count).toBe(5);
  // Since January also the woman v-08 of i-03.
  const [sinceJanuary] = report.sinceJanuary.alliances;
  expect([sinceJanuary?.count, sinceJanuary && tollText(sinceJanuary.jointly)]).toEqual([7, "2 / 0 / 1"]);
});

test("what is ascribed to a member and somebody else jointly is not the alliance's", () => {
  const joint = (id: string, suspects: readonly string[], investigation = "concluded") => ({
    id,
    suspects,
    investigation,
  });
  const incidents = [
    joint("i-1", ["militia", "army"]),
    joint("i-2", ["army", "militia"]),
    joint("i-3", ["army", "guards"]),
    joint("i-4", ["army", "militia", "guards"]),
    joint("i-5", ["army", "army"]),
  ];
  const victims = incidents.map(({ id }, nth) => ({
    id: `v-${nth}`,
    incident: id,
    documented: "2021-03-01",
    age: 7,
  }));
  const alliances = {
    ...codebook.alliances,
    all: { label: "All", members: ["army", "guards", "militia"] as const },
  };
  const { alliances: rows, perpetrators } = monthlyReport(parseRecords(codebook, { incidents, victims }), {
    ...options,
    codebook: { ...codebook, alliances },
  });
  expect(perpetrators.filter(({ count }) => count > 0).map(({ key, count }) => [key, count])).toEqual([
    ["army", 1],
    ["jointly", 4],
  ]);
  expect(rows.map(({ key, count, jointly }) => [key, count, tollText(jointly)])).toEqual([
    ["pact", 3, "2 / 2 / 0"],
    ["all", 5, "4 / 4 / 0"],
  ]);
});

test("what is presumed to several of its members jointly is the alliance's too", () => {
  const [, jointControl] = options.policy.rules;
  if (jointControl === undefined) throw new Error("the policy has a second rule");
  const policy = {
    ...options.policy,
    rules: [{ ...jointControl, answer: { presumed: "suspects" } as const }],
  };
  const { alliances, perpetrators } = monthlyReport(parsed, { ...options, policy });
  // v-04 and v-06 of i-02, which alone is decided by the rule.
  expect(alliances.map(({ count, jointly }) => [count, jointly.count])).toEqual([[2, 2]]);
  expect(perpetrators.at(-1)).toMatchObject({ key: "jointly", count: 2, presumed: { count: 2 } });
});

test("an alliance that names a member twice counts them once, and one of nobody counts nobody", () => {
  const alliances = {
    pact: { label: "The pact", members: ["army", "army"] as const },
    nobody: { label: "Nobody", members: [] },
  };
  const { alliances: rows } = monthlyReport(parsed, { ...options, codebook: { ...codebook, alliances } });
  expect(rows.map(({ key, count, percent }) => [key, count, percent])).toEqual([
    ["pact", 5, "63%"],
    ["nobody", 0, "0%"],
  ]);
});
