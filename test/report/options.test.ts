import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../src/calendar/calendar-date.js";
import { byMonth, byMonthOf } from "../../src/report/by-date.js";
import { byDemographic } from "../../src/report/by-demographic.js";
import { comparePolicies } from "../../src/report/compare-policies.js";
import { comparisonSentence } from "../../src/report/comparison-sentence.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { tollSentence } from "../../src/report/toll-sentence.js";
import { attributionBounds } from "../../src/rule/attribution-bounds.js";
import { rankPerpetrators } from "../../src/rule/certain-ranking.js";
import { countIncidents } from "../../src/rule/incident-counts.js";
import { massacresAmong, possibleMassacresAmong } from "../../src/rule/massacre.js";
import { massacres } from "../../src/rule/massacres-of-victims.js";
import { policyOn } from "../../src/rule/policy.js";
import { applyPopulation } from "../../src/rule/population.js";
import { faultOf } from "../support/calendar.js";
import { codebook, massacre, options, parsed, policy, population, report } from "./hand-made.js";

const { victims } = parsed;
const counting = { codebook, definition: massacre };
const dated = { ...counting, dated: "incident" } as const;
const counts = countIncidents(victims, counting);
const words = {
  of: "month",
  people: { one: "person", many: "people" },
  among: { child: { one: "child", many: "children" } },
} as const;

/** As a caller without types hands it in. */
function untyped(value: unknown): never {
  return value as never;
}

/** Each function with good options, a bad one, and the path of the fault. */
const uses: readonly (readonly [
  name: string,
  use: (change: object) => unknown,
  change: object,
  path: string,
])[] = [
  ["monthlyReport", (change) => monthlyReport(parsed, { ...options, ...change }), { mising: [] }, "mising"],
  [
    "monthlyReport",
    (change) => monthlyReport(parsed, { ...options, ...change }),
    { comparedfrom: "2020-12" },
    "comparedfrom",
  ],
  [
    "monthlyReport",
    (change) => monthlyReport(parsed, { ...options, ...change }),
    { missing: "2021-01" },
    "missing",
  ],
  [
    "monthlyReport",
    (change) => monthlyReport(parsed, { ...options, ...change }),
    { massacresDated: "incidents" },
    "massacresDated",
  ],
  [
    "monthlyReport",
    (change) => monthlyReport(parsed, { ...options, ...change }),
    { massacresDated: undefined },
    "massacresDated",
  ],
  ["massacres", (change) => massacres(victims, { ...dated, ...change }), { dated: "incidents" }, "dated"],
  ["massacres", (change) => massacres(victims, { ...dated, ...change }), { dated: undefined }, "dated"],
  ["massacres", (change) => massacres(victims, { ...dated, ...change }), { asOf: "2021-03" }, "asOf"],
  ["massacres", (change) => massacres(victims, { ...dated, ...change }), { asOf: "31.3.2021" }, "asOf"],
  ["massacres", (change) => massacres(victims, { ...dated, ...change }), { asof: "2021-03-31" }, "asof"],
  ["massacresAmong", (change) => massacresAmong(counts, { ...dated, ...change }), { asOf: null }, "asOf"],
  [
    "possibleMassacresAmong",
    (change) => possibleMassacresAmong(counts, untyped({ ...dated, ...change })),
    { asof: "2021-03-31" },
    "asof",
  ],
  [
    "countIncidents",
    (change) => countIncidents(victims, { ...counting, ...change }),
    { dates: "incident" },
    "dates",
  ],
  [
    "applyPopulation",
    (change) => applyPopulation(victims, { codebook, population, ...change }),
    { basis: "died" },
    "basis",
  ],
  [
    "attributionBounds",
    (change) => attributionBounds(victims, { codebook, policy, perpetrators: ["army"], ...change }),
    { inclding: {} },
    "inclding",
  ],
  [
    "comparePolicies",
    (change) => comparePolicies(victims, { codebook, policies: { policy }, ...change }),
    { inclding: {} },
    "inclding",
  ],
  ["byDemographic", (change) => byDemographic({ adultFrom: 18, ...change }), { adultfrom: 18 }, "adultfrom"],
  [
    "comparisonSentence",
    (change) => comparisonSentence(report, { months: 2, ...change }),
    { month: 2 },
    "month",
  ],
  ["tollSentence", (change) => tollSentence(report, { ...words, ...change }), { of: "year" }, "of"],
  [
    "tollSentence",
    (change) => tollSentence(report, { ...words, ...change }),
    { among: { chlid: words.people } },
    "among.chlid",
  ],
  [
    "tollSentence",
    (change) => tollSentence(report, { ...words, ...change }),
    { among: { child: "children" } },
    "among.child",
  ],
  [
    "tollSentence",
    (change) => tollSentence(report, { ...words, ...change }),
    { people: { one: "person" } },
    "people.many",
  ],
];

describe("an option that there is not, or a value that it does not take, is refused:", () => {
  test.each(uses)("%s %#", (_, use, change, path) => {
    expect(() => use({})).not.toThrow();
    const { code, message, details } = faultOf(() => use(change));
    expect([code, details]).toEqual(["options-malformed", { path }]);
    expect(message).toMatch(/^The options of \w+ cannot be used: .+[.?]$/);
  });

  test("options that are no object", () => {
    for (const none of [undefined, null, [], "month"]) {
      expect(faultOf(() => monthlyReport(parsed, untyped(none))).code).toBe("options-malformed");
      expect(faultOf(() => massacres(victims, untyped(none))).code).toBe("options-malformed");
      expect(faultOf(() => tollSentence(report, untyped(none))).code).toBe("options-malformed");
      expect(faultOf(() => byDemographic(untyped(none))).code).toBe("options-malformed");
    }
  });
});

test("the near miss is proposed", () => {
  expect(faultOf(() => monthlyReport(parsed, untyped({ ...options, mising: ["2021-01"] }))).message).toBe(
    'The options of monthlyReport cannot be used: it has an unknown field "mising": did you mean "missing"?',
  );
});

test("a day on which a policy is asked for is a calendar day", () => {
  for (const day of ["2021-07", "1 July 2021", "2021-7-1"]) {
    expect(faultOf(() => policyOn(policy, day as CalendarDate)).code).toBe("date-malformed");
  }
  expect(faultOf(() => policyOn(policy, "2021-02-30" as CalendarDate)).code).toBe("date-unreal");
});

test.each(["codebook", "month", "policy", "digits"] as const)(
  "a report without its %s names what is missing",
  (name) => {
    const run = () => monthlyReport(parsed, { ...options, [name]: undefined });
    expect(faultOf(run)).toMatchObject({
      code: "options-malformed",
      message: `The options of monthlyReport cannot be used: there is no ${name}.`,
    });
  },
);

test("one perpetrator may be ranked by a text, and a number is refused", () => {
  const ranked = (perpetrators: unknown) =>
    rankPerpetrators([], { codebook, policy, perpetrators: perpetrators as ["army"] });
  expect(ranked("army")).toEqual(ranked(["army"]));
  expect(faultOf(() => ranked(7)).code).toBe("argument-malformed");
});

test("a period as text is refused by the function that was asked", () => {
  expect(faultOf(() => byMonth("2021-07" as never, "died")).message).toMatch(/^byMonth takes a period/);
  expect(faultOf(() => byMonthOf("2021-07" as never, () => null)).message).toMatch(
    /^byMonthOf takes a period/,
  );
});
