import { describe, expect, test } from "vitest";
import { audit, count, percentage, type Report, reportOf, type Where } from "../support/audit.js";

const told = (report: Report, id: string) =>
  audit(report).figures.find(({ figure }) => figure.figure === id)?.explanation;

describe("who is counted", () => {
  /** What a cell is called behind a number that is printed for it twice. */
  const named = (value: number, of: Where, more: Partial<Report> = {}) =>
    told(reportOf("2021-07", [count("own", value, of), count("again", value, of)], more), "own");

  test.each([
    [2, { demographic: ["child", "woman"] }, "2 children and women killed"],
    [1, { demographic: ["child", "woman"] }, "1 child or woman killed"],
    [2, { category: "media" }, "2 media workers killed"],
    [1, { category: "media" }, "1 person among media workers killed"],
    [1, { category: "torture" }, "1 person among victims who died due to torture"],
    [1, { category: "torture", demographic: "child" }, "1 child among victims who died due to torture"],
    [1, { unit: "massacres", demographic: "child" }, "1 massacre that killed children"],
    [2, { unit: "incidents", perpetrator: "russia" }, "2 incidents by Russian forces"],
  ] as const)("%d of %j", (value, of, words) => {
    expect(named(value, of)).toBe(`${words}: ${value} is printed for them too (SNHR, 2021-07).`);
  });

  test("of one population among several", () => {
    const population = ["civilians", "armed"];
    expect(named(1, { population: "armed" }, { population })).toContain("1 person (armed) killed: ");
    expect(named(2, { population: "armed" }, { population })).toContain("2 armed killed: ");
  });
});

describe("percentages and the rules that print them", () => {
  const rules = (...shares: readonly (readonly [text: string, of: Where, wording?: "about"])[]) => {
    const report = reportOf("2021-07", [
      count("all", 45),
      count("regime", 42, { perpetrator: "regime" }),
      count("russia", 3, { perpetrator: "russia" }),
      ...shares.map(([text, of, wording], nth) => percentage(`share ${nth}`, text, of, {}, wording)),
    ]);
    const { roundings, quotients } = audit(report);
    return [roundings[0]?.explanation, ...quotients.map(({ explanation }) => explanation)];
  };
  const regime = { perpetrator: "regime" } as const;
  const russia = { perpetrator: "russia" } as const;

  // 42 of 45 is 93.33%, and 3 of 45 is 6.67%.
  test("one that a rule prints", () => {
    expect(rules(["93", regime])).toEqual([
      "The only percentage can be printed by half-up, half-even, half-down or down.",
      "93% (killed by Syrian Regime forces) can be reached from the stated denominators: 42 of 45 (rounded half-up, half-even, half-down or down).",
    ]);
  });

  test("one that no rule prints", () => {
    expect(rules(["92", regime, "about"])).toEqual([
      "No rule prints the only percentage: about 92% (killed by Syrian Regime forces). " +
        'If "about" allows for one unit more or less, it can be printed by half-up, half-even, half-down or down.',
      'about 92% (killed by Syrian Regime forces) cannot be reached from the stated denominators by any rule. It can, if "about" allows for one unit more or less.',
    ]);
  });

  test("two of which each is printed by a rule that does not print the other", () => {
    expect(rules(["94", regime], ["6", russia])).toEqual([
      "No one rule prints all percentages. Rounded up, all come out as printed except 6% (killed by Russian forces). " +
        "Rounded down, all come out as printed except 94% (killed by Syrian Regime forces).",
      "94% (killed by Syrian Regime forces) cannot be reached from the stated denominators by rounding down, which prints all other percentages. " +
        "It can, if this one was rounded by a rule of its own: 42 of 45 (rounded up).",
      "6% (killed by Russian forces) cannot be reached from the stated denominators by rounding up, which prints all other percentages. " +
        "It can, if this one was rounded by a rule of its own: 3 of 45 (rounded down).",
    ]);
  });

  test("two that no rule prints", () => {
    expect(rules(["92", regime, "about"], ["8", russia, "about"])[0]).toBe(
      "No one rule prints all percentages. Rounded by any rule, none of them comes out as printed: " +
        "about 92% (killed by Syrian Regime forces) and about 8% (killed by Russian forces). " +
        'If "about" allows for one unit more or less, all can be printed by half-up, half-even or half-down.',
    );
  });

  // By up, 35% of 129 are 44 or 45, and 94% of these 42 or 41 of 44; by the nearest they are 45, of which 42 are 93.3% and 43 are 95.6%.
  test("two in different places, each with a sound one: the sound ones are not named", () => {
    const nested = (place: "idlib" | "hama", party: Where) => [
      percentage(place, "35", { place }),
      percentage(`of ${place}`, "94", party, { place }),
    ];
    // 44, 30 and 28 of 129 are 34.1, 23.3 and 21.7%: up prints 35 and 24, down 21.
    const people = [
      ["child", 44, "34"],
      ["woman", 30, "23"],
      ["man", 28, "22"],
    ] as const;
    const { roundings, quotients } = audit(
      reportOf("2021-07", [
        count("all", 129),
        ...people.flatMap(([demographic, number, text]) => [
          count(demographic, number, { demographic }),
          percentage(`share of ${demographic}`, text, { demographic }),
        ]),
        ...nested("idlib", { perpetrator: "regime" }),
        ...nested("hama", { perpetrator: "hts" }),
      ]),
    );
    expect(roundings[0]?.explanation).toBe(
      "No one rule prints all percentages. Rounded half-up, half-even or half-down, all come out as printed except " +
        "94% (killed by Hay'at Tahrir al Sham in Hama) and 94% (killed by Syrian Regime forces in Idlib). " +
        "Rounded up, all come out as printed except 34% (children killed) and 23% (women killed).",
    );
    expect(quotients.find(({ figure }) => figure.figure === "of idlib")?.explanation).toBe(
      "94% (killed by Syrian Regime forces in Idlib) cannot be reached from the stated denominators by rounding half-up, half-even or half-down; " +
        "neither can one other. It can, if this one was rounded by a rule of its own: 41 to 42 of 44 to 45 (rounded up).",
    );
  });

  test("two that no rule prints together are told as two, and none of them as the one that is wrong", () => {
    const report = reportOf("2021-07", [
      count("all", 1000),
      percentage("thirty", "30", { place: "idlib" }),
      percentage("thirty-one", "31", { place: "idlib" }),
    ]);
    // Each by itself is what it is of a thousand, by its rule.
    expect(audit(report).quotients[0]?.explanation).toBe(
      "30% (killed in Idlib) is one of 2 percentages that cannot all be reached from the stated denominators by any rule. " +
        "It can without the other, as 295 to 304 of 1000 (rounded half-up), 295 to 305 of 1000 (rounded half-even), " +
        "296 to 305 of 1000 (rounded half-down), 291 to 300 of 1000 (rounded up), 300 to 309 of 1000 (rounded down).",
    );
  });
});

describe("what the others say of a figure", () => {
  test("that relates cells", () => {
    const rate = { id: "rate", kind: "rate", text: "4.2", of: {} } as const;
    const rise = { id: "rise", kind: "difference", value: 34, of: {}, than: { period: "2021-06" } } as const;
    const figures = [count("all", 129), count("june", 95, { period: "2021-06" })];
    expect(told(reportOf("2021-07", [rate]), "rate")).toBe(
      "No other figure of this report says anything of it.",
    );
    // 129 in 31 days are 4.16 a day.
    expect(told(reportOf("2021-07", [...figures, rate]), "rate")).toBe(
      "By the other figures of this report it is 129 killed in 31 days.",
    );
    expect(told(reportOf("2021-07", [...figures, rise]), "rise")).toBe(
      "129 killed less 95 killed, June 2021 is 34.",
    );
  });

  // 24.1% is 7 of 29 at the least, and of these numbers each forces the other.
  test("says once by which percentage it is forced, and not by how many steps", () => {
    const regime = { perpetrator: "regime" } as const;
    const report = reportOf("2021-07", [
      count("all", 29),
      count("regime", 7, regime),
      percentage("share", "24.1", regime),
    ]);
    expect(told(report, "all")).toBe(
      '29 killed: 7 (killed by Syrian Regime forces) is printed as "24.1%" of them.',
    );
    expect(told(report, "regime")).toBe(
      '7 killed by Syrian Regime forces: by the printed "24.1%" of 29 (all killed).',
    );
  });

  test("by which relation a number is bounded", () => {
    const russia = { perpetrator: "russia" } as const;
    const ranges = (figure: Report["figures"][number]) =>
      audit(
        reportOf("2021-07", [figure], {
          tables: [
            {
              id: "parties",
              of: {},
              rows: [russia, { perpetrator: "regime" }],
              whole: true,
              blank: "not-printed",
            },
          ],
        }),
      ).ranges.map(({ explanation }) => explanation);
    const than = { period: "2021-06", ...russia };
    expect(ranges({ id: "rise", kind: "difference", value: 7, of: russia, than })).toContain(
      '7 or more (killed by Russian forces): by the printed difference "7"',
    );
    expect(
      ranges({
        id: "trend",
        kind: "statement",
        text: "more",
        of: russia,
        statement: { says: "increase", than: [than] },
      }),
    ).toContain('1 or more (killed by Russian forces): by the statement "more"');
    expect(ranges({ id: "rate", kind: "rate", text: "2", of: russia })[0]).toContain(
      'by the printed "2 per day", in 31 days',
    );
  });
});

describe("what would make figures agree", () => {
  const repairs = (...figures: Report["figures"]) =>
    audit(
      reportOf("2021-07", [count("all", 129), count("june", 95, { period: "2021-06" }), ...figures]),
    ).conflicts[0]?.repairs.map(({ explanation }) => explanation);
  const than = { period: "2021-06" };

  test("is to be without a statement, which is no number", () => {
    const statement = { says: "decrease", than: [than] } as const;
    expect(repairs({ id: "trend", kind: "statement", text: "fewer", of: {}, statement })).toContain(
      'Without the statement "fewer" (SNHR, 2021-07) all the others agree. One check speaks against it.',
    );
  });

  test("is another difference, of what is named", () => {
    expect(repairs({ id: "rise", kind: "difference", value: 43, of: {}, than })).toContain(
      "With 34 instead of 43 (all killed less all killed, June 2021; SNHR, 2021-07) all would agree: " +
        "two digits may have changed places. One check speaks against 43.",
    );
  });

  test("a difference is called one in the end of a derivation", () => {
    const worded = reportOf("2021-07", [
      count("all", 20, {}, "up-to"),
      count("june", 95, { period: "2021-06" }, "at-least"),
      { id: "rise", kind: "difference", value: 7, of: {}, than },
    ]);
    expect(audit(worded).conflicts[0]?.explanation).toContain("the difference 7 does not agree with");
  });
});

test("the periods of a sum stand apart, one after the other", () => {
  const figures = [
    count("february", 2, { period: "2021-02" }),
    count("quarter", 6),
    count("march", 3, { period: "2021-03" }),
    count("january", 1, { period: "2021-01" }),
  ];
  const found = audit(reportOf("2021-Q1", figures)).identities.find(({ kind }) => kind === "period-sum");
  expect(found?.explanation).toBe(
    "A period is the sum of its parts: 6 killed; 1 killed, January 2021; 2 killed, February 2021; 3 killed, March 2021",
  );
});
