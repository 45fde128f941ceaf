import {
  at,
  behind,
  byMassacreRange,
  byMonthOf,
  byRangeFault,
  defineCodebook,
  isInverted,
  marginal,
  type PartialDate,
  partialDate,
  partition,
  period,
  placeInPeriod,
  type Range,
  range,
  rangeFaults,
  rangeOf,
  reconcile,
  snhrMassacre,
  tally,
  total,
} from "casualty-stats";
import { describe, expect, test } from "vitest";
import { readCsv } from "./read-csv.js";
import { sharedText } from "./shared-data.js";

/** One strike, of which only ranges are known. It is no casualty record: nobody in it is a row. */
interface Strike {
  readonly id: string;
  readonly date: PartialDate;
  readonly area: string;
  readonly killed: Range;
  readonly civilians: Range;
  readonly children: Range;
  readonly injured: Range;
}

const groups = ["killed", "civilians", "children", "injured"] as const;

const strikes: readonly Strike[] = readCsv(sharedText("records/tbij-pakistan-strikes.csv"), [
  "strike_id",
  "date",
  "area",
  "min_ppl_killed",
  "max_ppl_killed",
  "min_civil_killed",
  "max_civil_killed",
  "min_child_killed",
  "max_child_killed",
  "min_injured",
  "max_injured",
]).map((row) => ({
  id: row.strike_id,
  date: partialDate(row.date.replace("T00:00:00Z", "")),
  area: row.area,
  killed: rangeIn(row.min_ppl_killed, row.max_ppl_killed),
  civilians: rangeIn(row.min_civil_killed, row.max_civil_killed),
  children: rangeIn(row.min_child_killed, row.max_child_killed),
  injured: rangeIn(row.min_injured, row.max_injured),
}));

/** `Number("")` is 0, and what is not printed is not zero. */
function rangeIn(minimum: string, maximum: string): Range {
  return range(Number(minimum || "NaN"), Number(maximum || "NaN"));
}

const terms = {
  Bush: period("2004-01-01/2009-01-19"),
  Obama: period("2009-01-20/2017-01-19"),
  Trump: period("2017-01-20/2018-12-31"),
} as const;
const presidents = ["Bush", "Obama", "Trump"] as const;

/** The governments that ordered strikes, as those who may have killed. */
const governments = defineCodebook({
  sections: { all: { label: "All strikes" } },
  perpetrators: {
    Bush: { label: "United States under Bush", section: "all" },
    Obama: { label: "United States under Obama", section: "all" },
    Trump: { label: "United States under Trump", section: "all" },
  },
});

const byPresident = partition({
  keys: [...presidents, "outside"],
  keyOf: ({ date }: Strike) =>
    presidents.find((president) => placeInPeriod(date, terms[president]) === "inside") ?? "outside",
});

const areas = [...new Set(strikes.map(({ area }) => area))].sort();
const byArea = partition({ keys: areas, keyOf: ({ area }: Strike) => area });

const published = new Map(
  readCsv(sharedText("records/tbij-pakistan-published-by-president.csv"), [
    "president",
    "strikes",
    "min_killed",
    "max_killed",
    "min_civilians",
    "max_civilians",
    "min_children",
    "max_children",
    "min_injured",
    "max_injured",
  ]).map((row) => [row.president, row]),
);

function publishedOf(president: string) {
  const row = published.get(president);
  if (row === undefined) throw new Error(`Nothing is published for ${president}.`);
  return row;
}

const tallies = {
  killed: tally(strikes, {
    by: { president: byPresident, area: byArea },
    measure: rangeOf(({ killed }: Strike) => killed),
  }),
  civilians: tally(strikes, {
    by: { president: byPresident, area: byArea },
    measure: rangeOf(({ civilians }: Strike) => civilians),
  }),
  children: tally(strikes, {
    by: { president: byPresident, area: byArea },
    measure: rangeOf(({ children }: Strike) => children),
  }),
  injured: tally(strikes, {
    by: { president: byPresident, area: byArea },
    measure: rangeOf(({ injured }: Strike) => injured),
  }),
};

describe("the published sums by president", () => {
  const sums = presidents.flatMap((president) => groups.map((group) => ({ president, group })));

  test.each(sums)("$president: minimum and maximum $group", ({ president, group }) => {
    const { count } = at(tallies[group], { president });
    const row = publishedOf(president);
    expect(String(count.minimum)).toBe(row[`min_${group}`]);
    expect(String(count.maximum)).toBe(row[`max_${group}`]);
  });

  test("are 24, of 430 strikes, none of which lies outside the three terms", () => {
    expect(sums.length * 2).toBe(24);
    expect(strikes).toHaveLength(430);
    for (const group of groups)
      expect(at(tallies[group], { president: "outside" }).count).toEqual(range(0, 0));
  });

  test("stand beside a number of strikes that is printed for Bush alone, and that reconcile finds to contradict the rows", () => {
    const printed = presidents.map((president) => ({ president, strikes: publishedOf(president).strikes }));
    // The items are strikes, not persons, each by the government that ordered it; what is not printed is no figure, and not zero.
    const found = reconcile(
      {
        kind: "published-report",
        id: "by-president",
        publisher: "Bureau of Investigative Journalism",
        period: "2004/2018",
        citation: { source: "records/tbij-pakistan-published-by-president.csv" },
        figures: printed
          .filter(({ strikes: count }) => count !== "")
          .map(({ president, strikes: count }) => ({
            id: president,
            kind: "count",
            value: Number(count),
            of: { perpetrator: president },
          })),
      },
      tally(strikes, {
        by: { perpetrator: byPresident, month: byMonthOf(period("2004/2018"), ({ date }: Strike) => date) },
      }),
      { codebook: governments },
    );
    expect(found.accounting).toEqual({ agree: 0, mayAgree: 0, differ: 1, notComparable: 0 });
    expect(found.figures).toMatchObject([
      { figure: { figure: "Bush", printed: "45" }, outcome: "differs", recomputed: "51", difference: 6 },
    ]);
    const count = tally(strikes, { by: { president: byPresident } });
    expect(presidents.map((president) => at(count, { president }).count)).toEqual([51, 373, 6]);
    expect(total(count).count).toBe(430);
  });
});

describe("ranges that the source prints upside down", () => {
  const question = {
    by: { president: byPresident, area: byArea },
    measure: rangeOf(({ injured }: Strike) => injured),
  };

  test("are one: 3 to 2 injured by Ob193, needed for the published sum", () => {
    const inverted = strikes.filter((strike) => groups.some((group) => isInverted(strike[group])));
    expect(inverted.map(({ id, injured }) => [id, injured])).toEqual([
      ["Ob193", { minimum: 3, maximum: 2, inverted: 1 }],
    ]);
  });

  test("are flagged in every cell that they reach, and in no other", () => {
    const flagged = presidents.filter((president) => isInverted(at(tallies.injured, { president }).count));
    expect(flagged).toEqual(["Obama"]);
    const flaggedAreas = areas.filter((area) => isInverted(at(tallies.injured, { area }).count));
    expect(flaggedAreas).toEqual(["North Waziristan"]);
    expect(total(tallies.injured).count).toEqual({ minimum: 1_162, maximum: 1_749, inverted: 1 });
    expect(total(marginal(tallies.injured, { keep: ["area"] })).count.inverted).toBe(1);
    for (const group of ["killed", "civilians", "children"] as const)
      expect(isInverted(total(tallies[group]).count)).toBe(false);
  });

  test("are among the ids behind a flagged cell", () => {
    const ids = behind(strikes, question, { president: "Obama", area: "North Waziristan" });
    expect(ids).toContain("Ob193");
  });
});

describe("ranges that cannot be as they are printed", () => {
  const asked = {
    ranges: {
      killed: ({ killed }: Strike) => killed,
      civilians: ({ civilians }: Strike) => civilians,
      children: ({ children }: Strike) => children,
      injured: ({ injured }: Strike) => injured,
    },
    partOf: { civilians: "killed", children: "civilians" },
  } as const;

  test("are seven, listed row by row: more civilians than dead, more children than civilians, upside down", () => {
    expect(rangeFaults(strikes, asked).map(({ id, key }) => [id, key])).toEqual([
      ["Ob1", "civilians-above-killed"],
      ["Ob30", "children-above-civilians"],
      ["Ob96", "civilians-above-killed"],
      ["Ob127", "civilians-above-killed"],
      ["Ob193", "injured-out-of-order"],
      ["Ob196", "civilians-above-killed"],
      ["Ob236", "civilians-above-killed"],
    ]);
    expect(rangeFaults(strikes, asked)[2]?.explanation).toBe(
      "Of Ob96 the civilians, 4 to 4, are above the killed, 2 to 7, of whom they are part.",
    );
  });

  test("are flagged in every cell that they fall into, and in no other, and lose nothing", () => {
    const flagged = tally(strikes, {
      by: { president: byPresident, area: byArea },
      including: byRangeFault(asked),
    });
    const { count, including } = at(flagged, { president: "Obama" });
    expect(count).toBe(373);
    expect(Object.entries(including).flatMap(([key, { part }]) => (part === 0 ? [] : [[key, part]]))).toEqual(
      [
        ["civilians-above-killed", 5],
        ["children-above-civilians", 1],
        ["injured-out-of-order", 1],
      ],
    );
    for (const president of ["Bush", "Trump"] as const) {
      const parts = Object.values(at(flagged, { president }).including).map(({ part }) => part);
      expect(parts.filter((part) => part > 0)).toEqual([]);
    }
    expect(total(flagged).count).toBe(430);
  });
});

test("strikes that killed five civilians or more are 36 for certain, and 34 more perhaps", () => {
  const by = {
    massacre: byMassacreRange(snhrMassacre, ({ civilians }: Strike) => civilians),
    president: byPresident,
  };
  const found = tally(strikes, { by });
  const atLeast = (end: "minimum" | "maximum") =>
    strikes.filter(({ civilians }) => civilians[end] >= 5).length;
  expect([atLeast("minimum"), atLeast("maximum")]).toEqual([36, 70]);
  expect(at(found, { massacre: "certain" }).count).toBe(36);
  expect(at(found, { massacre: "possible" }).count).toBe(34);
  expect(at(found, { massacre: "no" }).count).toBe(360);
});
