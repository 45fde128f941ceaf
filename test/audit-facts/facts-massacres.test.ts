import { describe, expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { base, cell, readOne, readWithIssues } from "./read-one.js";

const massacres = { kind: "massacres", population: "unarmed persons killed in massacres" };

describe("a number of a period in a report of massacres", () => {
  // SNHR's report of 2015: 6,444 killed in 516 massacres, 55 of these in December. What was killed in those is constructed.
  test("is told and not read where it is bare, and counts persons where it is n", () => {
    const year = { ...massacres, start: "2015-01-01", end: "2015-12-31", massacres: 516, total: { n: 6444 } };
    const december = {
      ...massacres,
      start: "2015-12-01",
      end: "2015-12-31",
      massacres: 55,
      total: { n: 601 },
    };
    const told = (further: object) =>
      factFindings(
        readFacts(
          [
            { file: "2015.json", facts: { ...base, ...year, ...further, id: "2015" } },
            { file: "2015-12.json", facts: { ...base, ...december, id: "2015-12" } },
          ],
          { blank: "not-printed" },
        ),
      ).flatMap(({ kind, field, verdict }) =>
        kind === "missing-period" ? [] : [[kind, verdict === "cannot-hold" ? verdict : field]],
      );
    for (const bare of [55, 601, "at least 56"])
      expect(told({ december: bare })).toEqual([["not-read", "december"]]);
    expect(told({ december_n: 601, december_massacres: 55 })).toEqual([]);
    expect(told({ december_massacres: 56 })).toEqual([["restated", "cannot-hold"]]);
    expect(told({ december: { n: 601, massacres: 55 } })).toEqual([]);
    expect(told({ december: { n: 55 } })).toEqual([["restated", "cannot-hold"]]);
  });

  test("is not read in any field, row or table of periods, unless that says what it counts", () => {
    const facts = readWithIssues({
      ...massacres,
      ytd: 204,
      q1: "at least 90",
      monthly: { April: 30, May: { n: 240 } },
      massacres_by_month: { April: 31 },
      parties: [{ label: "Russian forces", ytd: 7 }],
      massacres_by_party: [{ label: "Russian forces", n: 2, ytd: 8 }],
    });
    expect(
      new Map(facts.report.figures.map(({ id, of: { unit, inMassacres } }) => [id, unit ?? inMassacres])),
    ).toEqual(
      new Map<string, unknown>([
        ["massacres_by_party[0].n", "massacres"],
        ["massacres_by_party[0].ytd", "massacres"],
        ['monthly["May"].n', true],
        ['massacres_by_month["April"]', "massacres"],
      ]),
    );
    const unread = ["ytd", "q1", 'monthly["April"]', "parties[0].ytd"];
    expect(facts.issues).toEqual(unread.map((path) => [path, "unit-unsaid", true]));
  });

  test("nor among those killed in massacres, of any report", () => {
    const toll = { massacres: 4, n: 26, c: 14, ytd: 14 };
    expect(readWithIssues({ total: { n: 129 }, massacres: toll }).issues).toEqual([
      ["massacres.ytd", "unit-unsaid", true],
    ]);
  });

  test("is one of persons in any other report", () => {
    const facts = readOne({ ytd: 204 });
    expect(facts.issues).toEqual([]);
    expect(cell(facts, "ytd")).toEqual({ period: "2014-01/2014-05" });
  });
});

describe("the number from which massacres are counted", () => {
  test.each([
    ["incidents where 5 innocent individuals are killed", 5],
    ["Mehr als 5 Zivilisten getötet wurden", 6],
    ["incidents where 5 innocent individuals are killed at the same time", 5],
    ["five or more civilians killed in a single attack", 5],
    ["over five civilians in one attack", 6],
    ["an incident in which at least 5 were killed", 5],
    ["an incident in which no fewer than 5 civilians are killed", 5],
    ["massacres in March 2015: at least five people killed in one incident", 5],
    ["SNHR documented 14 massacres, each an attack that killed at least five peaceful individuals", 5],
    ["The term massacre refers to an attack that caused the death of at least five peaceful individuals", 5],
    ["Angriff, bei dem mindestens fünf Zivilisten getötet werden", 5],
    ["Mindestens fünf Zivilisten wurden gleichzeitig getötet", 5],
    ["Mehr als 5 Zivilisten wurden gleichzeitig getötet", 6],
    ["Mindestens fünf Zivilisten wurden bei demselben Angriff getötet", 5],
    ["at least five peaceful individuals were killed at once", 5],
    [
      "Das SNHR bezeichnet als Massaker jeden Angriff, bei dem mindestens fünf friedliche Personen auf einmal getötet werden",
      5,
    ],
    [
      "Ein Massaker ist ein Angriff, bei dem mindestens fünf friedliche Menschen auf einmal getötet werden",
      5,
    ],
    ["An attack is called a massacre when it kills five or more peaceful people", 5],
    ["An attack is considered a massacre if it kills no less than 5 people", 5],
    ["a massacre is any event where five or more non-combatants die at once", 5],
    ["massacre: the killing of five or more non-combatants", 5],
    ["Massacres (5+ killed)", 5],
    ["Massacre: five or more people killed in one attack", 5],
    ["“Massacres” in 2016 (attacks in which at least five people were killed) rose", 5],
    ["Un massacre est toute attaque qui a tué au moins cinq personnes", 5],
    ["الحدث الذي يقتل فيه خمسة أشخاص مسالمين دفعة واحدة", 5],
    ["تستخدم الشبكة السورية لحقوق الإنسان مصطلح مجزرة للحدث الذي يقتل فيه خمسة أشخاص مسالمين دفعة واحدة", 5],
    ["نطلق وصف مجزرة على الهجوم الذي تسبب بمقتل خمسة أشخاص مسالمين أو أكثر دفعة واحدة", 5],
    ["يقصد بالمجزرة الهجوم الذي يقتل فيه ما لا يقل عن خمسة أشخاص مسالمين دفعة واحدة", 5],
    ["مقتل أكثر من خمسة أشخاص دفعة واحدة", 6],
    ["نطلق لفظ مجزرة على الهجوم الذي تسبب بمقتل ما لا يقل عن خمسة أشخاص مسالمين دفعة واحدة", 5],
  ])("%s: %i", (quote, threshold) => {
    expect(readOne({ kind: "massacres", quotes: [quote] }).report.massacre?.threshold).toBe(threshold);
  });

  test.each([
    ["at least 129 civilians were killed in attacks, among them 44 children", null],
    ["at least five children were killed", null],
    ["At least five civilians were killed at once", null],
    ["any attack that killed five or more peaceful individuals", 5],
    ["we call a massacre the killing of more than five at once", 6],
  ])("of a report of all killed, %s: %s", (quote, threshold) => {
    expect(readOne({ quotes: [quote] }).report.massacre?.threshold ?? null).toBe(threshold);
  });

  test.each([
    "No less than 12 massacres in February 2016",
    "No less than 7 massacres",
    "at least 14 massacres took place in February",
    "the worst massacre killed 9 persons, among them four children",
    "The worst massacre killed at least nine persons",
    "7 civilians were killed in one attack on a hospital",
    "At least 7 civilians were killed in one attack",
    "At least eight persons killed in one attack on Douma",
    "an attack in which 8 persons were killed",
    "an attack that killed 8 persons",
    "regime forces shelled Douma, an attack that killed at least 8 civilians",
    "On March 7, a massacre in Douma",
    "9 massacres by government forces",
    "6 children and 4 women were killed in the massacres",
    "Since the 5th year of the uprising massacres have continued",
    "more than five hundred civilians",
    "more than five thousand persons",
    "at least 21 civilians",
    "at least one person",
    "Mindestens acht Zivilisten wurden getötet",
    "At least nine civilians killed",
    "At least nine civilians killed in one attack",
    "at least five persons",
    "more than five civilians",
    "Incidents where more than 7 civilians killed: 4",
    "at least 8 people killed in an attack",
    "the attack that killed at least ten people in Idlib",
    "Mindestens neun Zivilisten getötet",
    "Massacre in Douma: at least nine civilians killed",
    "Two of the massacres hit markets (attacks in which at least ten people were killed)",
    "Fünf Massaker (Angriffe, bei denen mindestens acht Zivilisten getötet wurden) trafen Märkte",
    "Three massacres against families: at least eight people killed in a single attack",
    "The deadliest of the massacres: at least nine civilians killed in one attack",
    "The report covers 5 market massacres: incidents that killed seven or more civilians",
    "Three massacres were committed by Russia, i.e. incidents where at least eight people were killed",
    "SNHR considers war crimes: attacks that killed more than eight civilians",
    "Russia means death: attacks that killed at least ten civilians at once",
  ])("%s: a number, but not of every massacre", (quote) => {
    expect(readOne({ kind: "massacres", quotes: [quote] }).report.massacre).toBeUndefined();
  });

  test("a count before the definition is none, and of two definitions the least refutes nothing that the other does not", () => {
    const counted = ["No less than 12 massacres in January", "attacks that kill at least three persons"];
    expect(readOne({ kind: "massacres", quotes: counted })).toMatchObject({
      issues: [{ path: "quotes[0]", code: "words-not-read", lost: true }],
      report: { massacre: { threshold: 3, citation: { quote: counted[1] } } },
    });
    const differing = ["more than five civilians in one attack", "at least five civilians in one attack"];
    expect(readOne({ kind: "massacres", quotes: differing }).report.massacre?.threshold).toBe(5);
  });

  test.each([
    ["No less than 12 massacres", "words-not-read"],
    ["In the largest of them, more than 40 people were killed in one attack in Aleppo", "words-not-read"],
    ["We call a massacre the killing of a family", "label-not-understood"],
    ["At least nine civilians killed", "label-not-understood"],
    ["at least five persons", "label-not-understood"],
    ["Incidents where more than 7 civilians killed: 4", "label-not-understood"],
  ])("%s: a quote without a definition is told not to be read (%s)", (quote, code) => {
    const { issues } = readWithIssues({ kind: "massacres", quotes: [quote] });
    expect(issues).toEqual([["quotes[0]", code, true]]);
  });

  test("is read from one quote that stands in no list", () => {
    const quotes = "incidents where 5 innocent individuals are killed at the same time";
    expect(readOne({ kind: "massacres", quotes }).report.massacre).toMatchObject({
      threshold: 5,
      citation: { quote: quotes },
    });
    for (const other of ["At least nine civilians killed", 5, {}])
      expect(readWithIssues({ kind: "massacres", quotes: other }).issues).toEqual([
        ["quotes", "label-not-understood", true],
      ]);
  });

  // Constructed: 20 massacres of five each are a hundred killed; what is said of one massacre is not said of nine.
  test("is compared with what massacres killed, and a toll of one of them is not", () => {
    const contradictions = (quote: string, total: number, n: number) =>
      factFindings(readOne({ ...massacres, massacres: total, total: { n }, quotes: [quote] })).filter(
        ({ verdict }) => verdict === "cannot-hold",
      );
    const definition = "Mindestens fünf Zivilisten wurden gleichzeitig getötet";
    expect(contradictions(definition, 20, 99).map(({ kind }) => kind)).toEqual(["massacre-threshold"]);
    expect(contradictions(definition, 20, 100)).toEqual([]);
    expect(contradictions("At least nine civilians killed", 9, 60)).toEqual([]);
  });
});

// Constructed: 1,108 killed in massacres beside 899 killed in all, and 408 beside them.
describe("who was killed in massacres, beside the month's toll", () => {
  const told = (population: string, n: number, toll: object = {}) =>
    factFindings(
      readFacts(
        [
          { file: "m.json", facts: { ...base, ...massacres, population, id: "m", total: { n } } },
          { file: "toll.json", facts: { ...base, population: "civilians", total: { n: 899 }, ...toll } },
        ],
        { blank: "not-printed" },
      ),
    ).map(({ kind, verdict, figures }) => [kind, verdict, figures.map(({ printed }) => printed).sort()]);
  const unarmed = "unarmed persons killed in massacres";

  test("are among the civilians where they are called so; of the unarmed it is told what would not agree", () => {
    expect(told("civilians killed in massacres", 1108)).toEqual([
      ["restated", "cannot-hold", ["1108", "899"]],
    ]);
    expect(told(unarmed, 1108)).toEqual([["unarmed-or-civilians", "undetermined", ["1108", "899"]]]);
    expect(told(unarmed, 408)).toEqual([]);
  });

  test("are not compared with tolls of other publishers, periods or groups", () => {
    const others = [{ org: "Other" }, { start: "2014-05-02" }, { population: "armed" }];
    for (const toll of others) expect(told(unarmed, 1108, toll)).toEqual([]);
  });

  test("contradictions that a toll has by itself are told once", () => {
    expect(told(unarmed, 408, { total: { n: 899, c: 900 } })).toEqual([
      ["part-of-whole", "cannot-hold", ["899", "900"]],
    ]);
  });
});

// SNHR's massacres of July 2021: 4, in which 26 were killed, by the regime and by Russian forces two each. Who killed how many is constructed.
describe("who was killed in massacres or incidents", () => {
  test.each([
    { massacres: { n: 4, killed: 26 } },
    { massacres: { killed: 26, n: 4, c: 14 } },
    { massacres: 4, massacres_killed: 26, massacre_victims: 26, massacres_deaths: 26 },
    { massacres: 4, massacres_by_month: [{ month: "2014-05", n: 4, killed: 26 }] },
    { massacres: { massacres: 4, victims: 26, persons: 26 } },
  ])("is counted in persons beside the massacres: %j", (facts) => {
    const { report, issues } = readOne({ total: { n: 129 }, ...facts });
    expect(issues).toEqual([]);
    const of = (value: number) =>
      new Set(report.figures.flatMap((one) => (one.kind === "count" && one.value === value ? [one.of] : [])));
    expect([...of(4)].every(({ unit }) => unit === "massacres")).toBe(true);
    expect([...of(26)].every(({ unit, inMassacres }) => unit === undefined && inMassacres)).toBe(true);
  });

  test("adds up by party", () => {
    const wrong = (killed: number) => {
      const rows = [
        { label: "Syrian regime forces", n: 2, killed: 15 },
        { label: "Russian forces", n: 2, killed: 11 },
      ];
      const facts = { total: { n: 129 }, massacres: { n: 4, killed }, massacres_by_party: rows };
      return factFindings(readOne(facts)).map(({ kind }) => kind);
    };
    expect(wrong(26)).toEqual([]);
    expect(wrong(62)).toEqual(["table-sum"]);
  });

  test("is not read of incidents: not everybody killed was killed in one", () => {
    expect(readWithIssues({ incidents: { n: 40, killed: 129 }, incidents_victims: 129 }).issues).toEqual([
      ["incidents.killed", "field-unknown", true],
      ["incidents_victims", "field-unknown", true],
    ]);
  });
});

// Constructed: four massacres that killed 26, nine of them children.
test("a measure of massacres that says killed, or who, is their toll", () => {
  const facts = readOne({
    total: { n: 129 },
    ...{ massacres: 4, massacres_killed: 26, massacres_c: 9, massacres_killed_ytd: 80, massacres_ytd: 11 },
  });
  expect(cell(facts, "massacres_killed")).toEqual({ inMassacres: true });
  expect(cell(facts, "massacres_c")).toEqual({ demographic: "child", inMassacres: true });
  expect(cell(facts, "massacres_killed_ytd")).toEqual({ period: "2014-01/2014-05", inMassacres: true });
  expect(cell(facts, "massacres_ytd")).toEqual({ period: "2014-01/2014-05", unit: "massacres" });
  expect(factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
});
