import { describe, expect, test } from "vitest";
import {
  audit,
  count,
  percentage,
  type Report,
  reportOf,
  type Table,
  toll,
  type Where,
} from "../support/audit.js";
import { july } from "./july-2021.js";

const table = (
  of: Where,
  rows: readonly Where[],
  more: { whole?: boolean; blank?: Table["blank"]; columns?: readonly Where[] } = {},
): Table => {
  const { whole = true, blank = "not-printed", columns = [] } = more;
  return { id: "by party", of, rows, whole, blank, columns };
};
const regime: Where = { perpetrator: "regime" };
const russia: Where = { perpetrator: "russia" };
const statement = (says: "decrease" | "increase", period: string) => ({
  id: "trend",
  kind: "statement" as const,
  text: "a trend",
  of: {},
  statement: { says, than: [{ period }] },
});

/** What the first conflict is told as, without the words that begin each. */
function told(...reports: readonly Report[]): string | undefined {
  return audit(...reports).conflicts[0]?.explanation.replace("These figures do not agree: ", "");
}

describe("why figures do not agree", () => {
  test("rows that do not add to the whole", () => {
    const figures = [count("all", 130), count("regime", 46, regime), count("russia", 83, russia)];
    expect(told(reportOf("2021-07", figures, { tables: [table({}, [regime, russia])] }))).toBe(
      "46 (Syrian Regime forces) + 83 (Russian forces) = 129, but 130 (all killed) is printed.",
    );
  });

  test("a part that is more than its whole", () => {
    expect(told(reportOf("2014-05", toll("regime", [179, 291], regime)))).toBe(
      "291 children killed by Syrian Regime forces cannot be part of 179 killed by Syrian Regime forces.",
    );
  });

  test("parts that exclude each other, and are together more than their whole", () => {
    expect(told(reportOf("2021-07", toll("all", [20, 12, 9])))).toBe(
      "12 (children) + 9 (women) = 21 cannot be part of 20 killed.",
    );
  });

  test("one number printed in two ways, with where", () => {
    const elsewhere = { ...count("body", 229), citation: { source: "SNHR, 2021", place: "body" } };
    expect(told(reportOf("2021", [count("a title", 299), elsewhere]))).toBe(
      "299 (SNHR, 2021) and 229 (SNHR, 2021, body) are both printed for: all killed.",
    );
  });

  test("a percentage that its counts do not print, to one more place than is printed", () => {
    const figures = [
      ...toll("all", [1795, 291, 173]),
      percentage("share", "27", { demographic: ["child", "woman"] }),
    ];
    expect(
      told(
        reportOf("2014-05", figures, {
          tables: [
            table({ demographic: ["child", "woman"] }, [{ demographic: "child" }, { demographic: "woman" }]),
          ],
        }),
      ),
    ).toBe(
      // 464 / 1795 = 0.2585.
      "464 (children and women killed) of 1795 (all killed) is 25.8%, which no rounding prints as 27%.",
    );
  });

  // 218 in Aleppo would mend both: of 556 they are 39.2%.
  test("a percentage that its counts do not print, where these do not agree with others either", () => {
    const [aleppo, idlib, hama] = [{ place: "aleppo" }, { place: "idlib" }, { place: "hama" }] as const;
    const figures = [
      count("all", 556),
      count("Aleppo", 128, aleppo),
      count("Idlib", 300, idlib),
      count("Hama", 38, hama),
      percentage("share", "39", aleppo),
    ];
    const tables = [
      { id: "places", of: {}, rows: [aleppo, idlib, hama], whole: true, blank: "not-printed" as const },
    ];
    const { conflicts } = audit(reportOf("2018-05", figures, { tables }));
    expect(conflicts.map(({ explanation }) => explanation)).toContain(
      // 128 / 556 = 0.2302.
      "These figures do not agree: 128 (killed in Aleppo) of 556 (all killed) is 23.0%, which no rounding prints as 39%.",
    );
  });

  test("a percentage of which only one number is exact", () => {
    const aleppo = { place: "aleppo" } as const;
    const figures = [
      { ...count("all", 1000), wording: "at-least" as const },
      count("Aleppo", 128, aleppo),
      percentage("share", "39", aleppo),
    ];
    expect(told(reportOf("2018-05", figures))).toBe(
      'no rounding prints 128 (killed in Aleppo) of at least 1000 (all killed, printed "at least 1000") as 39%.',
    );
  });

  test("a percentage that no whole number of its denominator prints", () => {
    const figures = [count("all", 5), percentage("share", "50", { demographic: "child" })];
    expect(told(reportOf("2021-07", figures))).toBe(
      "no whole number of 5 (all killed) prints as 50% (children killed).",
    );
  });

  test("a rate", () => {
    const rate = { id: "rate", kind: "rate", text: "15", of: {} } as const;
    // 344 / 31 = 11.097.
    expect(told(reportOf("2014-05", [count("all", 344), rate]))).toBe(
      "344 (all killed) in 31 days is 11.1 a day, which no rounding prints as 15 per day.",
    );
  });

  test("a difference", () => {
    const rise = {
      id: "rise",
      kind: "difference",
      value: 550,
      wording: "nearly",
      of: {},
      than: { period: "2015-03" },
    } as const;
    const figures = [count("all", 1884), count("march", 1276, { period: "2015-03" }), rise];
    expect(told(reportOf("2015-04", figures))).toBe(
      '1884 (all killed) less 1276 (all killed, March 2015) is 608, but "nearly 550" is printed.',
    );
  });

  test("a difference of a number and a larger one, which is none", () => {
    const rise = {
      id: "rise",
      kind: "difference",
      value: 0,
      wording: "up-to",
      of: {},
      than: { period: "2015-03" },
    } as const;
    const figures = [count("all", 8), count("march", 14, { period: "2015-03" }), rise];
    expect(told(reportOf("2015-04", figures))).toBe(
      '8 (all killed) less 14 (all killed, March 2015) is -6, but "up to 0" is printed: the larger number must come first.',
    );
  });

  // 110 / 243 = 0.45267…; 14 / 31 = 0.45161…
  test("a statement, with as many places as tell its rates from each other", () => {
    const half = reportOf("2021-01/2021-08", [
      count("all", 110),
      count("august", 14, { period: "2021-08" }),
      statement("decrease", "2021-08"),
    ]);
    expect(told(half)).toBe(
      '"a trend": 110 killed (0.453 a day) against 14 killed, August 2021 (0.452 a day).',
    );
  });

  test("a statement, with rates of months that are not of one length", () => {
    const july = reportOf("2021-07", [
      count("all", 129),
      count("june", 95, { period: "2021-06" }),
      statement("decrease", "2021-06"),
    ]);
    // 129 / 31 = 4.161; 95 / 30 = 3.167.
    expect(told(july)).toBe('"a trend": 129 killed (4.16 a day) against 95 killed, June 2021 (3.17 a day).');
    const august = reportOf("2021-08", [
      count("all", 120),
      count("july", 129, { period: "2021-07" }),
      statement("increase", "2021-07"),
    ]);
    expect(told(august)).toBe('"a trend": 120 killed against 129 killed, July 2021.');
  });

  test("massacres that killed fewer than the definition says", () => {
    const massacres = count("massacres", 4, { unit: "massacres" });
    const ofToll = (...toll: Parameters<typeof count>) =>
      told(reportOf("2021-07", [massacres, count(...toll)], { massacre: { threshold: 5 } }));
    expect(ofToll("toll", 19, { inMassacres: true })).toBe(
      "4 (massacres) of at least 5 killed each are at least 20 killed, more than 19 (killed in massacres).",
    );
    expect(ofToll("toll", 15, { inMassacres: true }, "up-to")).toBe(
      "4 (massacres) of at least 5 killed each are at least 20 killed, " +
        'not at most 15 (killed in massacres, printed "up to 15").',
    );
  });

  test("an attack that is called a massacre", () => {
    const figures = [count("one", 4, { incident: "Ihsem", inMassacres: true })];
    expect(told(reportOf("2021-07", figures, { massacre: { threshold: 5 } }))).toBe(
      '4 (killed in massacres in the attack "Ihsem") is fewer than the 5 that make a massacre by the report\'s definition.',
    );
  });

  test("step by step, where a number between is not printed", () => {
    const figures = [
      count("all", 50),
      count("regime", 30, regime),
      count("children of Russia", 21, { ...russia, demographic: "child" }),
    ];
    expect(told(reportOf("2021-07", figures, { tables: [table({}, [regime, russia])] }))).toBe(
      "These figures do not agree. At most 20 killed by Russian forces: 50 (all killed) less 30 (Syrian Regime forces). " +
        "But 21 children killed by Russian forces cannot be part of at most 20 (killed by Russian forces).",
    );
  });
});

describe("what an unprinted number follows from", () => {
  const range = (report: Report, what: string) =>
    audit(report).ranges.find(({ cell }) => cell.what === what)?.explanation;

  test("a sum of which all the others are printed, whose figures are named with it", () => {
    const what = 'killed in massacres by Syrian Regime forces in the attack "Ihsem"';
    const found = audit(july).ranges.find(({ cell }) => cell.what === what);
    expect(found?.explanation).toBe(
      `8 ${what}: 15 (killed in massacres by Syrian Regime forces) less 7 (Ebleen)`,
    );
    expect(found?.figures.map(({ printed }) => printed).sort()).toEqual(["15", "7"]);
  });

  test("a column that is complete without it, and a blank that is a zero", () => {
    const women = (blank: Table["blank"]) =>
      range(
        reportOf(
          "2021-07",
          [
            ...toll("regime", [46, null, 6], regime),
            count("russia", 21, russia),
            count("women", 6, { demographic: "woman" }),
          ],
          {
            tables: [table({}, [regime, russia], { blank, columns: [{ demographic: "woman" }] })],
          },
        ),
        "women killed by Russian forces",
      );
    expect(women("not-printed")).toBe(
      "0 women killed by Russian forces: 6 (women killed) less 6 (Syrian Regime forces)",
    );
    expect(women("zero")).toBe(
      '0 women killed by Russian forces: a blank in the table "by party" is read as a zero',
    );
  });

  test("a part that no row of a whole table has any of", () => {
    const figures = [count("all", 67), count("regime", 46, regime), count("russia", 21, russia)];
    const withSdf = [...figures, count("SDF", 9, { perpetrator: "sdf" })];
    const tables = [table({}, [regime, russia])];
    expect(told(reportOf("2021-07", withSdf, { tables }))).toBe(
      '9 (killed by Syrian Democratic Forces) cannot be where no row of the table "by party" has any of them.',
    );
    const atLeast = [
      ...figures,
      { ...count("SDF", 9, { perpetrator: "sdf" }), wording: "more-than" as const },
    ];
    expect(told(reportOf("2021-07", atLeast, { tables }))).toBe(
      'at least 10 (killed by Syrian Democratic Forces, printed "more than 9") cannot be where no row of the table "by party" has any of them.',
    );
  });

  test("what of a table is in none of its rows", () => {
    const figures = [count("all", 50), count("regime", 30, regime)];
    const report = reportOf("2021-07", figures, { tables: [table({}, [regime], { whole: false })] });
    expect(range(report, 'all killed in none of the rows of "by party"')).toBe(
      '20 killed in none of the rows of "by party": 50 (all killed) less 30 (Syrian Regime forces)',
    );
  });
});

describe("what the others say of a figure", () => {
  const finding = (report: Report, id: string) =>
    audit(report).figures.find(({ figure }) => figure.figure === id);

  test("that they force it, by which sum", () => {
    expect(finding(july, "massacre-toll-russia")).toMatchObject({
      verdict: "holds",
      explanation:
        'Table "massacre-toll": 15 (Syrian Regime forces) + 11 (Russian forces) = 26 killed in massacres.',
    });
  });

  test("what they allow, or that they say nothing", () => {
    const report = reportOf("2021-07", [
      ...toll("all", [129, 44]),
      count("medics", 3, { category: "medical" }),
    ]);
    expect(finding(report, "all-children")?.explanation).toBe(
      "The other figures of this report allow 0 to 129.",
    );
    expect(finding(report, "all")?.explanation).toBe("The other figures of this report allow 44 or more.");
    const alone = reportOf("2021-07", [count("all", 129)]);
    expect(finding(alone, "all")?.explanation).toBe("No other figure of this report says anything of it.");
  });

  test("that a statement holds, by what the numbers can be", () => {
    const highest = {
      id: "first",
      kind: "statement",
      text: "Idlib came first",
      of: { place: "idlib" },
      statement: { says: "highest", among: [{ place: "daraa" }] },
    } as const;
    const report = reportOf("2021-07", [count("all", 100), count("idlib", 51, { place: "idlib" }), highest]);
    expect(finding(report, "first")).toMatchObject({
      verdict: "holds",
      explanation: '"Idlib came first": 51 killed in Idlib against 0 to 49 (killed in Daraa).',
    });
    const open = reportOf("2021-07", [count("all", 100), count("idlib", 49, { place: "idlib" }), highest]);
    expect(finding(open, "first")?.verdict).toBe("undetermined");
  });

  test("what a number that is not known may be per day, where periods of different lengths are compared", () => {
    const decrease = {
      id: "trend",
      kind: "statement",
      text: "a decrease",
      of: {},
      statement: { says: "decrease", than: [{ period: "2021-Q1" }] },
    } as const;
    const halfYear = (killed: number, wording: "up-to" | "about") =>
      finding(
        reportOf("2021-H2", [
          count("all", killed, {}, wording),
          count("quarter", 46, { period: "2021-Q1" }),
          decrease,
        ]),
        "trend",
      );
    // 60 in 184 days are 0.326 a day, 46 in 90 days 0.511.
    expect(halfYear(60, "up-to")).toMatchObject({
      verdict: "holds",
      explanation:
        '"a decrease": 0 to 60 (all killed, at most 0.33 a day) against 46 killed, January to March 2021 (0.51 a day).',
    });
    // 50 in 184 days are 0.272 a day, 70 are 0.380.
    expect(halfYear(60, "about")?.explanation).toContain("50 to 70 (all killed, 0.27 to 0.38 a day)");
  });

  test("that a statement depends on how months of different lengths are compared", () => {
    const march = reportOf("2021-03", [
      count("all", 105),
      count("february", 100, { period: "2021-02" }),
      statement("increase", "2021-02"),
    ]);
    // 105 / 31 = 3.387; 100 / 28 = 3.571.
    const told =
      '"a trend": 105 killed (3.39 a day) against 100 killed, February 2021 (3.57 a day): ' +
      "in totals it holds, per day it does not hold";
    const { identities, conflicts } = audit(march);
    expect(conflicts).toEqual([]);
    expect(finding(march, "trend")).toMatchObject({
      verdict: "undetermined",
      explanation: `It depends on how periods of different lengths are compared. ${told}.`,
    });
    expect(identities.find(({ kind }) => kind === "statement")).toMatchObject({
      verdict: "undetermined",
      explanation: told,
    });
  });
});

describe("an identity", () => {
  const explanations = (report: Report) =>
    audit(report).identities.map(({ explanation, slack }) => [explanation, slack]);

  test("says what is left, of parts that are at most their whole", () => {
    expect(explanations(reportOf("2021-07", toll("all", [129, 44, 17])))).toEqual([
      ["44 children killed: part of 129 killed; 85 left", 85],
      ["17 women killed: part of 129 killed; 112 left", 112],
      ["44 (children) + 17 (women): together part of 129 killed; 68 left", 68],
    ]);
  });

  test("says what may be left, of a part that is no exact number", () => {
    const worded = [
      count("all", 13),
      count("children", 8, { demographic: "child" }, "up-to"),
      count("women", 3, { demographic: "woman" }, "at-least"),
    ];
    expect(explanations(reportOf("2021-07", worded))).toEqual([
      ["up to 8 (children killed): part of 13 killed; 5 to 13 left", null],
      ["at least 3 (women killed): part of 13 killed; at most 10 left", null],
      ["up to 8 (children) + at least 3 (women): together part of 13 killed; at most 10 left", null],
    ]);
    expect(
      explanations(reportOf("2021-07", [count("all", 13, {}, "at-least"), ...worded.slice(1, 2)])),
    ).toEqual([["up to 8 (children killed): part of at least 13 (all killed); at least 5 left", null]]);
  });

  test("of a statement takes a number as it is worded", () => {
    const figures = [
      count("all", 110, {}, "at-least"),
      count("february", 100, { period: "2021-02" }),
      statement("increase", "2021-02"),
    ];
    expect(audit(reportOf("2021-03", figures)).identities.at(-1)).toMatchObject({
      verdict: "undetermined",
      // 110 in 31 days are fewer per day than 100 in 28, but there may be more.
      explanation:
        '"a trend": 110 or more (all killed, at least 3.55 a day) against 100 killed, February 2021 (3.57 a day): ' +
        "in totals it holds, per day it is not decided",
    });
  });

  test("of a percentage is not decided if its denominator is not printed", () => {
    const figures = [count("idlib", 45, { place: "idlib" }), percentage("share", "35", { place: "idlib" })];
    const verdicts = (report: Report) =>
      audit(report).identities.flatMap(({ kind, verdict }) => (kind === "percentage" ? [verdict] : []));
    expect(
      verdicts(reportOf("2021-07", [...figures, count("children", 9, { demographic: "child" })])),
    ).toEqual(["undetermined"]);
    expect(verdicts(reportOf("2021-07", [...figures, count("all", 129)]))).toEqual(["holds"]);
  });

  test("says what is not printed", () => {
    const report = reportOf("2021-07", [count("all", 129), count("regime", 46, regime)], {
      tables: [table({}, [regime, russia])],
    });
    expect(explanations(report)[0]).toEqual([
      'Table "by party": 46 (Syrian Regime forces) + not printed (Russian forces) = 129 killed',
      null,
    ]);
  });
});

describe("the first of the numbers that a figure may be", () => {
  test.each([
    // 15 is 51 with its digits changed, and nothing else within 30 to 60 is as likely.
    [15, "a number from 30 to 60 instead of 15", "; likeliest is 51: two digits may have changed places."],
    // 12 is 32, 42 and 52 with one digit wrong.
    [12, "a number from 30 to 60 instead of 12", "; it may be 32: one digit differs."],
  ])("is called the likeliest only if no other is as likely: %d", (value, instead, told) => {
    const children = { ...regime, demographic: "child" } as const;
    const figures = [count("all", 60), count("regime", value, regime), count("children", 30, children)];
    const [conflict] = audit(reportOf("2021-07", figures)).conflicts;
    const repair = conflict?.repairs.find(({ figure }) => figure.figure === "regime");
    expect(repair?.explanation).toContain(instead);
    expect(repair?.explanation).toContain(told);
  });
});

// 2 children by Russia are part of all children; that these are no more, a blank says, which is read as a zero.
test("a number that is forced from above by other figures than from below is told by both", () => {
  const parties = [{ perpetrator: "regime" }, { perpetrator: "russia" }] as const;
  const { ranges } = audit(
    reportOf(
      "2021-07",
      [
        count("all", 9),
        count("regime", 4, { perpetrator: "regime" }),
        count("russia", 5, { perpetrator: "russia" }),
        count("children", 2, { perpetrator: "russia", demographic: "child" }),
      ],
      {
        tables: [
          { id: "t", of: {}, rows: parties, whole: true, blank: "zero", columns: [{ demographic: "child" }] },
        ],
      },
    ),
  );
  expect(ranges.map(({ explanation }) => explanation)).toContain(
    '2 children killed: at least 2 children killed: 2 (children killed by Russian forces) is part of them; 0 children killed by Syrian Regime forces: a blank in the table "t" is read as a zero; at most 2 children killed: 0 (Syrian Regime forces) + 2 (Russian forces)',
  );
});
