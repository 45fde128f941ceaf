import { expect, test } from "vitest";
import { audit, conflictsOf, count, percentage, reportOf } from "../support/audit.js";

/** Whether a worded share of children among 200 can be true. */
const canBe = (children: number, wording: "nearly" | "up-to" | "at-least" | "more-than", text: string) =>
  conflictsOf(
    audit(
      reportOf("2021-07", [
        count("all", 200),
        count("children", children, { demographic: "child" }),
        percentage("share", text, { demographic: "child" }, {}, wording),
      ]),
    ),
  ).length === 0;

test("nearly 52% is 51 or 52 by some rounding: above 50 and below 53", () => {
  expect([100, 101, 104, 105, 106].map((children) => canBe(children, "nearly", "52%"))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  // By the last place that is printed: above 51.8 and below 52.1.
  expect([103, 104, 105].map((children) => canBe(children, "nearly", "52.0"))).toEqual([false, true, false]);
});

test("nearly 1% may be none, and up to 52% has no lower bound; both are below one unit more, from which they are rounded down", () => {
  expect([0, 3, 4].map((children) => canBe(children, "nearly", "1"))).toEqual([true, true, false]);
  expect([0, 105, 106].map((children) => canBe(children, "up-to", "52"))).toEqual([true, true, false]);
});

test("at least 52% is above 51, which is rounded up to it; more than 52% is above 52, however it is rounded", () => {
  expect([102, 103, 200].map((children) => canBe(children, "at-least", "52"))).toEqual([false, true, true]);
  expect([104, 105, 200].map((children) => canBe(children, "more-than", "52"))).toEqual([false, true, true]);
});

test("up to 10% of a number within itself is no share of it, and up to 100% is", () => {
  const share = (text: string) =>
    audit(
      reportOf("2021-07", [
        percentage("share", text, { demographic: "child" }, { demographic: "child" }, "up-to"),
      ]),
    );
  expect(conflictsOf(share("100"))).toEqual([]);
  const [conflict] = share("10").conflicts;
  expect(conflict?.explanation).toBe(
    "These figures do not agree: up to 10% is printed of a number within itself (children killed).",
  );
  expect(conflict?.repairs).toMatchObject([{ minimum: 100, maximum: 100 }]);
});

test("a rate of nearly 5 a day is above 3 and below 6", () => {
  const rate = { id: "rate", kind: "rate", text: "5", wording: "nearly", of: {} } as const;
  // Of 31 days.
  const found = [93, 94, 185, 186].map((all) =>
    conflictsOf(audit(reportOf("2021-07", [count("all", all), rate]))),
  );
  expect(found).toEqual([[["all", "rate"]], [], [], [["all", "rate"]]]);
});

/** What a figure may be, with its likely values, where it is the one that does not agree. */
const repairOf = (id: string, figures: Parameters<typeof reportOf>[1]) => {
  const repair = audit(reportOf("2021-07", figures)).conflicts[0]?.repairs.find(
    ({ figure }) => figure.figure === id,
  );
  return {
    minimum: repair?.minimum,
    maximum: repair?.maximum,
    values: repair?.candidates.map(({ value }) => value),
  };
};

test("a repair is judged by the words of the figure: at least 17% is true of 52%, and about 1,790 of 1,795", () => {
  const share = (text: string, wording: "at-least" | "up-to" | "nearly") =>
    repairOf("share", [
      count("all", 200),
      count("children", 104, { demographic: "child" }),
      percentage("share", text, { demographic: "child" }, {}, wording),
    ]);
  expect(share("71", "at-least")).toMatchObject({ minimum: 0, maximum: 52 });
  expect(share("71", "at-least").values).toContain("17");
  expect(share("25", "up-to")).toMatchObject({ minimum: 52, maximum: 100 });
  expect(share("25", "up-to").values).toContain("95");
  // 52 is nearly 53 too, but not nearly 51.
  expect(share("25", "nearly")).toMatchObject({ minimum: 52, maximum: 53 });
  expect(share("25", "nearly").values).toContain("52");

  const about = repairOf("all", [
    count("all", 179, {}, "about"),
    count("children", 291, { demographic: "child" }),
    count("women", 504, { demographic: "woman" }),
    count("men", 1000, { demographic: "man" }),
    count("unknown", 0, { demographic: "unknown" }),
  ]);
  expect(about.values).toContain("1790");
});

/** What a rounded number may be, where 108 is printed for the same. */
const about108 = (printed: number, wording: "about" | "nearly") =>
  audit(
    reportOf("2021-07", [count("all", 108), count("rounded", printed, {}, wording)]),
  ).conflicts[0]?.repairs.find(({ figure }) => figure.figure === "rounded");

test("a misprint of a round number is told as it would be printed, where it stands for another", () => {
  const repair = about108(11, "about");
  expect(repair).toMatchObject({ minimum: 108, maximum: 108 });
  expect(repair?.explanation).toContain(
    "all would agree; likeliest is about 110: a digit may have been lost.",
  );
});

test("of a round number none is told as likely that its word alone allows: 64 is no about 1,000", () => {
  const repairOfRound = (exact: number, printed: number, wording: "about" | "nearly") =>
    audit(
      reportOf("2021", [count("all", exact), count("rounded", printed, {}, wording)]),
    ).conflicts[0]?.repairs.find(({ figure }) => figure.figure === "rounded");
  const about = repairOfRound(64, 1080, "about");
  expect(about?.explanation).toBe(
    "With 64 instead of about 1080 (all killed; SNHR, 2021) all would agree. One check speaks against about 1080.",
  );
  // It is true of them all the same, and stays among what may have been printed.
  expect(about?.candidates.map(({ value }) => value)).toContain("1000");
  expect(repairOfRound(9, 1060, "nearly")?.explanation).not.toContain("likeliest");
});

// "About 100" and "about 200" are both true of 108 by their last digit that is no zero, and no report rounds it so to two digits.
test("of a round number is offered first what is rounded to it with as many digits as the printed one, then what is true of it, then what is forced", () => {
  const values = (printed: number, wording: "about" | "nearly") =>
    about108(printed, wording)?.candidates.map(({ value }) => value);
  expect(values(150, "about")).toEqual(["110", "100", "108"]);
  expect(values(160, "nearly")).toEqual(["110", "108"]);
  expect(values(800, "about")).toEqual(["100", "200", "108"]);
  expect(values(250, "about")).toEqual(["200", "108"]);
});

test("of a number that says about, the true one is offered though it is one unit off, or has its digits transposed", () => {
  const { values } = repairOf("share", [
    count("all", 200),
    count("children", 196, { demographic: "child" }),
    percentage("share", "9", { demographic: "child" }, {}, "about"),
  ]);
  // 196 of 200 are 98%: about 99% is true of them, and a digit of it was lost.
  expect(values).toEqual(expect.arrayContaining(["98", "99"]));
  const transposed = repairOf("rounded", [count("all", 153), count("rounded", 105, {}, "about")]);
  expect(transposed.values).toContain("150");
});

test("of a percentage that says about is offered first what it is, and then what its word alone would allow", () => {
  // 52 of 200 are 26%: about 25% and about 27% would be true of it too.
  const { minimum, maximum, values } = repairOf("share", [
    count("all", 200),
    count("children", 52, { demographic: "child" }),
    percentage("share", "96", { demographic: "child" }, {}, "about"),
  ]);
  expect([minimum, maximum]).toEqual([25, 27]);
  expect(values?.[0]).toBe("26");
});

/** The conflicts of a share of children that may be worded, beside counts, with the repairs of each by figure. */
const ofShare = (
  text: string,
  wording: Parameters<typeof percentage>[4],
  ...counts: Parameters<typeof reportOf>[1]
) => {
  const share = percentage("share", text, { demographic: "child" }, {}, wording);
  return audit(reportOf("2021-07", [...counts, share])).conflicts.map(({ repairs, explanation }) => ({
    explanation,
    repairs: repairs.map(({ figure, minimum, maximum }) => [figure.figure, minimum, maximum]),
  }));
};

test("no share of a part is above 100%, however it was rounded and whatever the numbers: it is the one that is wrong", () => {
  const found = (words: string, most: number) => [
    {
      explanation: `These figures do not agree: ${words} (children killed) is more than all, and no part is more than its whole.`,
      repairs: [["share", 0, most]],
    },
  ];
  expect(ofShare("101", undefined)).toEqual(found("101%", 100));
  expect(ofShare("101", undefined, count("all", 40, {}, "at-least"))).toEqual(found("101%", 100));
  expect(ofShare("101", undefined, count("all", 50))).toEqual(found("101%", 100));
  expect(ofShare("100.1", undefined, count("children", 3000, { demographic: "child" }))).toEqual(
    found("100.1%", 100),
  );
  expect(ofShare("101", "at-least", count("all", 50))).toEqual(found("at least 101%", 100));
  // More than 99% may be all.
  expect(ofShare("100", "more-than", count("all", 50))).toEqual(found("more than 100%", 99));
  // By one unit less it is all of them.
  for (const wording of ["about", "nearly", "up-to"] as const) expect(ofShare("101", wording)).toEqual([]);
  expect(ofShare("100", "at-least", count("all", 50))).toEqual([]);
});

test("a share above 100% is true of those who are counted beside the total", () => {
  const categories = { media: { standing: "beside" } } as const;
  const share = percentage("share", "120", { category: "media" });
  const figures = [count("all", 10), count("media", 12, { category: "media" }), share];
  expect(audit(reportOf("2021-07", figures, { categories })).verdict).toBe("holds");
  expect(conflictsOf(audit(reportOf("2021-07", [share])))).toEqual([["share"]]);
});

test("that no share is above 100% rests for massacres on the convention that their tolls fall in the period", () => {
  const share = percentage("share", "101", { inMassacres: true });
  expect(audit(reportOf("2021-07", [share])).conflicts[0]?.conventions).toEqual([
    "massacre-toll-in-its-period",
  ]);
});

test("about 101% of a part is no rounding of any share, and can be true only as one unit less", () => {
  const { quotients } = audit(
    reportOf("2021-07", [percentage("share", "101", { demographic: "child" }, {}, "about")]),
  );
  expect(quotients).toMatchObject([{ verdict: "undetermined", reachableUnder: [] }]);
  expect(quotients[0]?.reachableIfAbout).not.toEqual([]);
});

test("of nobody no share but 0 is printed, and no bound but at least 0: no other number is said to mend it", () => {
  const nobody = count("all", 0);
  const ofNobody = (text: string, wording?: Parameters<typeof percentage>[4]) => {
    const [conflict] = ofShare(text, wording, nobody);
    return [
      conflict?.explanation.replace("These figures do not agree: ", ""),
      conflict?.repairs.find(([figure]) => figure === "share"),
    ];
  };
  const unshared = "of 0 (all killed): of nobody no share but 0 is printed.";
  expect(ofNobody("10")).toEqual([`10% ${unshared}`, ["share", 0, 0]]);
  expect(ofNobody("10", "about")).toEqual([`about 10% ${unshared}`, ["share", 0, 1]]);
  expect(ofNobody("0", "up-to")).toEqual([
    "up to 0% of 0 (all killed): of nobody no share is bounded.",
    ["share", null, null],
  ]);
  expect(ofNobody("10", "at-least")[1]).toEqual(["share", 0, 0]);
  expect(ofNobody("10", "more-than")[1]).toEqual(["share", null, null]);
});

test("more than 0 a day of nobody has no other number, and of some a rate below theirs", () => {
  const rateOf = (all: number, text: string) =>
    repairOf("rate", [count("all", all), { id: "rate", kind: "rate", text, of: {}, wording: "more-than" }]);
  expect(rateOf(0, "0")).toEqual({ minimum: null, maximum: null, values: [] });
  // 62 are two a day in the 31 days of July.
  expect(rateOf(62, "7")).toMatchObject({ minimum: 0, maximum: 1 });
});

test("of those who are counted beside the total a share above all of it is among the repairs", () => {
  const figures = [
    count("all", 10),
    count("media", 12, { category: "media" }),
    percentage("share", "210", { category: "media" }),
  ];
  const { conflicts } = audit(
    reportOf("2021-07", figures, { categories: { media: { standing: "beside" } } }),
  );
  const [repair] = conflicts.flatMap(({ repairs }) =>
    repairs.filter(({ figure }) => figure.figure === "share"),
  );
  expect(repair).toMatchObject({ minimum: 120, maximum: 120 });
});

test("a rate over one day is told in the singular", () => {
  const rate = { id: "rate", kind: "rate", text: "6", of: {} } as const;
  expect(audit(reportOf("2021-07-15", [count("all", 5), rate])).conflicts[0]?.explanation).toBe(
    "These figures do not agree: 5 (all killed) in 1 day is 5.0 a day, which no rounding prints as 6 per day.",
  );
});

// 2 of 3 print 66.6 or 66.7, and 67 without decimals.
test("a number that is printed with other decimals is told beside the bounds, and not as one of them", () => {
  const figures = [
    count("all", 3),
    count("children", 2, { demographic: "child" }),
    percentage("share", "6.7", { demographic: "child" }),
  ];
  const repair = audit(reportOf("2021-07", figures)).conflicts[0]?.repairs.find(
    ({ figure }) => figure.figure === "share",
  );
  expect(repair?.explanation).toContain("With a number from 66.6 to 66.7 instead of 6.7%");
  expect(repair?.explanation).toContain(
    "all may agree; or it may be 67: the point may be in the wrong place.",
  );
});

test("a point that was misprinted is told as one, and zeros only of a number without a point", () => {
  const details = (text: string, children: number, all: number) =>
    audit(
      reportOf("2021-07", [
        count("all", all),
        count("children", children, { demographic: "child" }),
        percentage("share", text, { demographic: "child" }),
      ]),
    ).conflicts[0]?.repairs.find(({ figure }) => figure.figure === "share")?.candidates[0]?.detail;
  // 30 of 140 are 21.43%.
  expect(details("2.14", 30, 140)).toBe("the point may be in the wrong place");
  expect(details("214", 30, 140)).toBe("a point may have been lost");
  // 7 of 10 are 70%.
  expect(details("7", 7, 10)).toBe("zeros or a separator may have been lost or added");
});
