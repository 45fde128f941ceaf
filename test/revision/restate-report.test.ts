import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { comparisonSentence } from "../../src/report/comparison-sentence.js";
import { massacreSentence } from "../../src/report/massacre-sentence.js";
import {
  type MonthlyReport,
  type MonthlyReportOptions,
  monthlyReport,
} from "../../src/report/monthly-report.js";
import { restateReport } from "../../src/revision/restate-report.js";
import { fault } from "../number/fault.js";
import {
  codebook,
  report as first,
  type HandMadeKeys,
  incidentRows,
  massacre,
  options,
  victimRows,
} from "../report/hand-made.js";

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Options = MonthlyReportOptions<HandMadeKeys, "unborn" | "fighter">;

/** The report of the hand-made records with some of their rows changed, and others added. */
function reportOf(
  changes: Readonly<Record<string, object>>,
  added: readonly Row[] = [],
  other: Partial<Options> = {},
) {
  const changed = (rows: readonly Row[]) => rows.map((row) => ({ ...row, ...changes[row.id] }));
  const parsed = parseRecords(codebook, {
    incidents: changed(incidentRows),
    victims: [...changed(victimRows), ...added],
  });
  return monthlyReport(parsed, { ...options, ...other });
}

/** What is no table: what the report rests on, what it was read from, and lists of single incidents and persons. */
const noTables = ["tally", "inDoubt", "definitions", "print", "yearToDate"];
const lists = ["entries", "undatedEntries", "presumedIncidents", "excluded"];
/** What follows from the counts, and is in the two reports. */
const derived = ["share", "percent", "apportioned", "rate"];

/** The paths of those numbers of a part of a report that its restatement does not have, as they were in the one or the other. */
function missingTwins(part: unknown, twin: unknown, which: "first" | "now", path = ""): string[] {
  const fieldOf = (of: unknown, field: string): unknown =>
    Object.hasOwn(Object(of) as object, field) ? Reflect.get(Object(of) as object, field) : undefined;
  if (typeof part === "number") return fieldOf(twin, which) === part ? [] : [path];
  if (Array.isArray(part)) {
    return part.flatMap((row: unknown) => {
      const key = fieldOf(row, "key") ?? fieldOf(row, "month");
      const alike: unknown = Array.isArray(twin)
        ? twin.find((one: unknown) => fieldOf(one, "key") === key)
        : undefined;
      return missingTwins(row, alike, which, `${path}[${String(key)}]`);
    });
  }
  if (typeof part !== "object" || part === null) return [];
  // A toll stands under `first` and `now`, the count of a category or of massacres as a number; all else of a row beside it.
  const toll = ["count", "including", "mayInclude"].filter((field) => Object.hasOwn(part, field));
  const isToll = toll.length === 3;
  const ownFault =
    isToll &&
    !toll.every((field) => isDeepStrictEqual(fieldOf(part, field), fieldOf(fieldOf(twin, which), field)));
  const isNumber = (field: string) => !isToll && ["count", "massacres"].includes(field);
  return [
    ...(ownFault ? [path] : []),
    ...Object.entries(part).flatMap(([field, value]) => {
      if ([...noTables, ...lists, ...derived].includes(field) || (isToll && toll.includes(field))) return [];
      const below = path === "" ? field : `${path}.${field}`;
      const isOwn = isNumber(field) && typeof value === "number";
      return missingTwins(value, isOwn ? twin : fieldOf(twin, field), which, below);
    }),
  ];
}

const [unborn, fighter] = options.population.exclusions;
/** Who is not known to be no fighter is excluded. */
const withDoubt = {
  ...options.population,
  exclusions: [unborn, { ...fighter, ifUnknown: "exclude" }],
} as Options["population"];

test("a category that only one of the reports has is named, and all others are restated", () => {
  const more = extendCodebook(codebook, {
    categories: { student: { label: "Students", when: { age: { below: 12 } } } },
  });
  const records = { incidents: incidentRows, victims: victimRows };
  const one = first as MonthlyReport;
  const other = monthlyReport(parseRecords(more, records), { ...options, codebook: more }) as MonthlyReport;
  const added = restateReport(one, other);
  expect(added.categoriesOnlyIn).toEqual({ first: [], now: ["student"] });
  expect(restateReport(other, one).categoriesOnlyIn).toEqual({ first: ["student"], now: [] });
  expect(Object.keys(added.categories)).toEqual(Object.keys(codebook.categories));
  expect(added.categories).toMatchObject({ child: { month: { difference: 0 } } });
  expect(added.rulesChanged).toEqual(["codebook"]);
  // A count has the categories of its own report: what was not counted is not zero.
  expect(Object.keys(added.toll.month.first.including)).not.toContain("student");
  expect(added.toll.month.now.including).toMatchObject({
    student: { part: 2, whole: first.toll.month.count },
  });
});

describe("reports with different codebooks", () => {
  const more = extendCodebook(codebook, {
    sections: { third: { label: "Third parties" } },
    perpetrators: {
      raiders: { label: "Raiders", section: "third" },
      squadron: { label: "A squadron", section: "main", parent: "army" },
    },
    alliances: { league: { label: "The league", members: ["army", "raiders"] } },
    means: { drone: { label: "Drone" } },
    places: { east: { label: "The East" } },
  });
  // i-02, with v-04 and v-06 of March, turns out to be by the raiders, with a drone.
  const found = { suspects: ["raiders"], investigation: "concluded", means: "drone" };
  const incidents = incidentRows.map((row) => (row.id === "i-02" ? { ...row, ...found } : row));
  const victims = victimRows.map((row) => (row.id === "v-06" ? { ...row, killedIn: "east" } : row));
  const one = first as MonthlyReport;
  const other = monthlyReport(parseRecords(more, { incidents, victims }), {
    ...options,
    codebook: more,
  }) as MonthlyReport;
  const forth = restateReport(one, other);
  const back = restateReport(other, one);

  test("are restated: nobody is in a row that a report does not have", () => {
    const rowOf = (rows: typeof forth.means, key: string) => {
      const row = rows.find((any) => any.key === key);
      return [row?.label, row?.first.count, row?.now.count, row?.difference];
    };
    expect(rowOf(forth.perpetrators, "raiders")).toEqual(["Raiders", 0, 2, 2]);
    expect(rowOf(back.perpetrators, "raiders")).toEqual(["Raiders", 2, 0, -2]);
    expect(rowOf(forth.sections, "third")).toEqual(["Third parties", 0, 2, 2]);
    expect(rowOf(forth.means, "drone")).toEqual(["Drone", 0, 2, 2]);
    expect(rowOf(forth.places, "east")).toEqual(["The East", 0, 1, 1]);
    expect(forth.places.find(({ key }) => key === "east")?.perpetrators.map(({ key }) => key)).toEqual([
      "raiders",
    ]);
    expect(forth.categories["child"]?.month.rows.map(({ key }) => key)).toContain("raiders");
    expect(forth.massacres.month.rows.map(({ key }) => key)).toContain("raiders");
  });

  test("have all rows of the later one in its order, then what it lacks, and each table explains the whole difference", () => {
    for (const [restated, later] of [
      [forth, other],
      [back, one],
    ] as const) {
      for (const table of ["perpetrators", "sections", "places", "means"] as const) {
        const keys = restated[table].map(({ key }) => key);
        expect(keys.slice(0, later[table].length)).toEqual(later[table].map(({ key }) => key));
        expect(new Set(keys)).toEqual(new Set([...one[table], ...other[table]].map(({ key }) => key)));
        const sum = restated[table].reduce((all, { difference }) => all + difference, 0);
        expect(sum).toBe(restated.toll.month.difference);
      }
    }
  });

  test("are restated the other way round with the opposite differences", () => {
    for (const table of ["perpetrators", "sections", "alliances", "places", "means"] as const) {
      const differences = ({ [table]: rows }: typeof forth, sign: 1 | -1) =>
        new Map(rows.map(({ key, difference }) => [key, sign * difference + 0]));
      expect(differences(forth, 1)).toEqual(differences(back, -1));
    }
  });

  test("say which keys only one of them has; an alliance that was not asked for is not restated", () => {
    const none = { perpetrators: [], sections: [], alliances: [], places: [], means: [] };
    const added = {
      perpetrators: ["raiders"],
      sections: ["third"],
      alliances: ["league"],
      places: ["east"],
      means: ["drone"],
    };
    expect(forth.keysOnlyIn).toEqual({ first: none, now: added });
    expect(back.keysOnlyIn).toEqual({ first: added, now: none });
    expect(forth.alliances.map(({ key }) => key)).toEqual(["pact"]);
    expect(forth.rulesChanged).toEqual(["codebook"]);
  });
});

describe("reports whose codebooks have a key within another, or by itself", () => {
  const within = defineCodebook({
    ...codebook,
    perpetrators: { ...codebook.perpetrators, militia: { ...codebook.perpetrators.militia, parent: "army" } },
    places: { ...codebook.places, south: { ...codebook.places.south, parent: "north" } },
  });
  const found = { suspects: ["militia"], investigation: "concluded" };
  const incidents = incidentRows.map((row) => (row.id === "i-02" ? { ...row, ...found } : row));
  const records = { incidents, victims: victimRows };
  const one = monthlyReport(parseRecords(codebook, records), options) as MonthlyReport;
  const other = monthlyReport(parseRecords(within, records), {
    ...options,
    codebook: within,
  }) as MonthlyReport;
  const countOf = (rows: readonly { readonly key: string; readonly count: number }[], key: string) =>
    rows.find((row) => row.key === key)?.count ?? 0;
  const told = (
    rows: readonly {
      readonly key: string;
      readonly first: { readonly count: number };
      readonly now: { readonly count: number };
    }[] = [],
  ) => rows.map(({ key, first: was, now: is }) => [key, was.count, is.count]);
  const partsOf = <Row extends { readonly key: string }>(rows: readonly Row[], key: string) =>
    rows.find((row) => row.key === key);

  test("restate who is recorded as it from what was, and no row of its own", () => {
    const militia = countOf(one.perpetrators, "militia");
    const south = countOf(one.places, "south");
    expect([militia > 0, south > 0]).toEqual([true, true]);
    for (const restated of [restateReport(one, other), restateReport(other, one)]) {
      const keys = restated.perpetrators.map(({ key }) => key);
      expect(keys).not.toContain("militia");
      expect(restated.places.map(({ key }) => key)).not.toContain("south");
      expect(told(partsOf(restated.perpetrators, "army")?.recordedAs)).toContainEqual([
        "militia",
        militia,
        militia,
      ]);
      expect(told(partsOf(restated.places, "north")?.recordedAs)).toContainEqual(["south", south, south]);
    }
    // The row around it is as each report prints it; whom both killed together is the army's alone now.
    expect(told(restateReport(one, other).perpetrators)).toContainEqual([
      "army",
      countOf(one.perpetrators, "army"),
      countOf(other.perpetrators, "army"),
    ]);
  });

  test("keep its row in a table without recordedAs, whose rows explain the difference then", () => {
    const more = {
      incidents: [...incidents, { ...found, id: "i-m", date: "2021-03-20", place: "north" }],
      victims: [
        ...victimRows,
        ...["v-m1", "v-m2", "v-m3"].map((id) => ({ id, incident: "i-m", age: 9, documented: "2021-03-20" })),
      ],
    };
    const by = (own: typeof within) =>
      monthlyReport(parseRecords(own, more), { ...options, codebook: own }) as MonthlyReport;
    const [one, other] = [by(codebook), by(within)];
    const [forth, back] = [restateReport(one, other), restateReport(other, one)];
    const north = partsOf(one.places, "north")?.perpetrators ?? [];
    const [inNorth, children] = [
      countOf(north, "militia"),
      countOf(one.categories["child"]?.month.rows ?? [], "militia"),
    ];
    const massacred = one.massacres.month.rows.find(({ key }) => key === "militia")?.massacres ?? 0;
    expect([inNorth > 0, children > 0, massacred > 0]).toEqual([true, true, true]);
    expect(told(partsOf(forth.places, "north")?.perpetrators)).toContainEqual(["militia", inNorth, 0]);
    expect(told(partsOf(back.places, "north")?.perpetrators)).toContainEqual(["militia", 0, inNorth]);
    for (const [restated, sign] of [
      [forth, -1],
      [back, 1],
    ] as const) {
      const child = restated.categories["child"]?.month;
      const massacres = restated.massacres.month;
      expect(partsOf(child?.rows ?? [], "militia")?.difference).toBe(sign * children);
      expect(partsOf(massacres.rows, "militia")?.difference).toBe(sign * massacred);
      for (const table of [child, massacres]) {
        expect(table?.rows.reduce((sum, { difference }) => sum + difference, 0)).toBe(table?.difference);
      }
    }
  });

  test("name it as a row of one of them only", () => {
    const { first: onlyFirst, now: onlyNow } = restateReport(one, other).keysOnlyIn;
    expect([onlyFirst.perpetrators, onlyFirst.places, onlyNow.perpetrators, onlyNow.places]).toEqual([
      ["militia"],
      ["south"],
      [],
      [],
    ]);
  });
});

describe("a report restated", () => {
  // The investigation of i-02 (v-04 and v-06, in the South) finds the militia, v-09 was documented in March, and two more were.
  const restatement = restateReport(
    first,
    reportOf(
      { "i-02": { suspects: ["militia"], investigation: "concluded" }, "v-09": { documented: "2021-03-01" } },
      [
        { id: "v-21", incident: "i-02", sex: "female", age: 3, documented: "2021-03-30", killedIn: "south" },
        { id: "v-22", incident: "i-02", sex: "female", age: 33, documented: "2021-01-30", killedIn: "north" },
      ],
    ),
  );
  const changedIn = (rows: readonly { readonly key: string; readonly difference: number }[]) =>
    rows.flatMap(({ key, difference }) => (difference === 0 ? [] : [[key, difference]]));

  test("says of each toll what it was first and is now", () => {
    const { month: ofMonth, sinceJanuary } = restatement.toll;
    const { count, including, mayInclude } = first.toll.month;
    expect([ofMonth.first, ofMonth.now]).toEqual([
      { count, including, mayInclude },
      { ...ofMonth.now, count: count + 2 },
    ]);
    expect(ofMonth.difference).toBe(2);
    expect(ofMonth.now.including.child.part - ofMonth.first.including.child.part).toBe(2);
    expect(sinceJanuary.difference).toBe(2);
    expect(restatement.month).toBe("2021-03");
    expect(restatement.rulesChanged).toEqual([]);
  });

  test("says it row by row of the tables of the month and since January, in their order and with their labels", () => {
    expect(changedIn(restatement.perpetrators)).toEqual([
      ["army", -2],
      ["militia", 3],
      ["mines", 1],
    ]);
    expect(changedIn(restatement.sinceJanuary.perpetrators)).toEqual([
      ["army", -2],
      ["militia", 4],
    ]);
    expect(changedIn(restatement.sections)).toEqual([
      ["main", 1],
      ["other", 1],
    ]);
    expect(changedIn(restatement.alliances)).toEqual([["pact", 1]]);
    expect(changedIn(restatement.places)).toEqual([
      ["north", 1],
      ["south", 1],
    ]);
    expect(changedIn(restatement.sinceJanuary.places)).toEqual([
      ["north", 1],
      ["south", 1],
    ]);
    expect(changedIn(restatement.means)).toEqual([
      ["shelling", 1],
      ["landmine", 1],
    ]);
    expect(restatement.perpetrators.map(({ key, label }) => [key, label])).toEqual(
      first.perpetrators.map(({ key, label }) => [key, label]),
    );
    for (const { key, first: was } of restatement.perpetrators) {
      const row = first.perpetrators.find((one) => one.key === key);
      expect(was).toEqual({ count: row?.count, including: row?.including, mayInclude: row?.mayInclude });
    }
  });

  test("names the massacres that appeared and disappeared", () => {
    // i-02 has four victims now (v-05 is excluded), of whom the third was documented on 11 March.
    const { month: ofMonth, sinceJanuary } = restatement.massacres;
    expect(ofMonth.appeared).toEqual(["i-02"]);
    expect(ofMonth.disappeared).toEqual([]);
    expect(ofMonth.difference).toBe(ofMonth.now - ofMonth.first);
    expect(ofMonth.difference).toBe(1);
    expect(ofMonth.toll.difference).toBe(4);
    expect(sinceJanuary.appeared).toEqual(["i-02"]);
    const back = restateReport(
      reportOf({ "v-09": { documented: "2021-03-01" } }),
      reportOf({ "v-10": { incident: "i-02" } }),
    );
    expect(back.massacres.month.disappeared).toEqual(["i-04"]);
  });

  test("says it of every other table too: months, comparison, categories, massacres by party, and what is undated", () => {
    expect(restatement.months.map(({ key, difference }) => [key, difference])).toEqual([
      ["2021-01", 1],
      ["2021-02", -1],
      ["2021-03", 2],
    ]);
    expect(restatement.comparison.map(({ key, difference }) => [key, difference])).toEqual(
      restatement.months.map(({ key, difference }) => [key, difference]),
    );
    const { child } = restatement.categories;
    expect(child.month.difference).toBe(2);
    expect(child.month.rows.reduce((sum, { difference }) => sum + difference, 0)).toBe(2);
    expect(child.month.rows.map(({ first: was }) => was)).toEqual(
      first.categories.child.month.rows.map(({ count }) => count),
    );
    // i-02 is a massacre of the militia.
    expect(changedIn(restatement.massacres.month.rows)).toEqual([["militia", 1]]);
    expect(restatement.massacres.month.undated.first).toBe(first.massacres.month.undated);
    expect(restatement.toll.undated.month.first).toEqual(first.toll.undated.month);
    expect(restatement.toll.spanningMonths.first).toEqual(first.toll.spanningMonths);
  });

  test("has the twin of every number of every table that a report has, as it was first and as it is now", () => {
    // The investigation of i-02 finds the militia; a fighter of the camp is not known to be one; the last row is of 2020.
    const now = reportOf(
      { "i-02": { suspects: ["militia"], investigation: "concluded" }, "v-20": { age: 30 } },
      [
        { id: "v-23", incident: "i-03", status: null, documented: "2021-03-30", killedIn: "camp" },
        { id: "v-24", incident: "i-01", documented: null },
      ],
      { population: withDoubt },
    );
    const twins = [
      ...missingTwins(first, restateReport(first, now), "first"),
      ...missingTwins(now, restateReport(first, now), "now"),
    ];
    expect(twins).toEqual([]);
    // And it would be seen if one was forgotten.
    const { excludedInDoubt, ...toll } = restateReport(first, now).toll;
    expect(excludedInDoubt.month.now.count).toBeGreaterThan(0);
    expect(missingTwins(now, { ...restateReport(first, now), toll }, "now")).toContain(
      "toll.excludedInDoubt.month",
    );
  });

  test("says what else was not asked alike", () => {
    expect(restatement.choicesChanged).toEqual([]);
    const cases: readonly (readonly [Partial<Options>, string])[] = [
      [{ digits: 1 }, "print"],
      [{ missing: [month("2020-12")], comparedFrom: month("2020-12") }, "comparedFrom, missing"],
      [{ comparedFrom: month("2020-12") }, "comparedFrom"],
    ];
    for (const [other, choice] of cases) {
      const one = restateReport(first, reportOf({}, [], other));
      expect([...one.choicesChanged].sort().join(", ")).toBe(choice);
      expect(one.rulesChanged).toEqual([]);
      expect(one.comparison.map(({ key }) => key)).toEqual(["2021-01", "2021-02", "2021-03"]);
    }
  });

  test("is data that JSON keeps", () => {
    expect(JSON.parse(JSON.stringify(restatement))).toEqual(restatement);
  });

  test("says which rules are not the same, for a difference may be theirs", () => {
    const otherwise = reportOf({}, [], { massacre: { ...massacre, threshold: 4 } });
    const { rulesChanged, massacres, toll } = restateReport(first, otherwise);
    expect(rulesChanged).toEqual(["massacre"]);
    expect(massacres.sinceJanuary.difference).toBeLessThan(0);
    expect(toll.month.difference).toBe(0);
  });

  test("is refused for a stored report that lacks its tables, as by the sentences", () => {
    const stored = JSON.parse(JSON.stringify({ ...first, massacres: undefined })) as typeof first;
    const fewer = { ...first, places: undefined };
    const { kind, month: of, basis, massacresDated } = first;
    const headed = { kind, month: of, basis, massacresDated };
    for (const report of [stored, fewer, headed, { ...first, toll: null }, { ...first, sinceJanuary: {} }]) {
      for (const use of [
        () => restateReport(report as never, first),
        () => restateReport(first, report as never),
        () => massacreSentence(report as never),
        () => comparisonSentence(report as never, { months: 1 }),
      ])
        expect(fault(use).code).toBe("argument-malformed");
    }
    expect(
      restateReport(JSON.parse(JSON.stringify(first)) as typeof first, first).toll.month.difference,
    ).toBe(0);
  });

  test("is refused for reports that are not of the same", () => {
    const cases: [Partial<Options>, string][] = [
      [{ month: month("2021-02") }, "month"],
      [{ basis: "incident" }, "basis"],
      [{ massacresDated: "incident" }, "massacresDated"],
    ];
    for (const [other, differs] of cases) {
      expect(fault(() => restateReport(first, reportOf({}, [], other)))).toMatchObject({
        code: "reports-not-comparable",
        details: { differs },
      });
    }
  });
});
