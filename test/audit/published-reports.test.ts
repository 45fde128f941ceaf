import { describe, expect, test } from "vitest";
import {
  audit,
  conflictsOf,
  count,
  percentage,
  type Report,
  rangeOf,
  reportOf,
  type Table,
  toll,
  type Where,
} from "../support/audit.js";

const civilians = (perpetrator: NonNullable<Where["perpetrator"]>): Where => ({
  perpetrator,
  population: "civilians",
});
const armed = (perpetrator: NonNullable<Where["perpetrator"]>): Where => ({
  perpetrator,
  population: "armed",
});

/** SNHR, May 2014: the printed 179 lost its last digit. */
const may2014: Report = reportOf(
  "2014-05",
  [
    count("all", 3204),
    ...toll("regime", [179, 291, 173], civilians("regime")),
    count("regime-armed", 696, armed("regime")),
    ...toll("isis", [103, 34, 9], civilians("isis")),
    count("isis-armed", 317, armed("isis")),
    ...toll("opposition", [215, 57, 23], civilians("armed-opposition")),
    count("opposition-armed", 7, armed("armed-opposition")),
    count("unknown", 71, { perpetrator: "unidentified" }),
    percentage("women-and-children", "26", { demographic: ["child", "woman"] }, civilians("regime")),
  ],
  {
    population: ["civilians", "armed"],
    tables: [
      {
        id: "parties",
        of: {},
        rows: [
          civilians("regime"),
          armed("regime"),
          civilians("isis"),
          armed("isis"),
          civilians("armed-opposition"),
          armed("armed-opposition"),
          { perpetrator: "unidentified" },
        ],
        whole: true,
        blank: "not-printed",
      },
    ],
  },
);

describe("SNHR, May 2014", () => {
  const { conflicts } = audit(may2014);

  test("has one conflict, which only 1,795 instead of 179 resolves", () => {
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.repairs).toHaveLength(1);
    expect(conflicts[0]?.repairs[0]).toMatchObject({
      figure: { figure: "regime", printed: "179" },
      minimum: 1795,
      maximum: 1795,
    });
  });

  test("names the lost digit, and counts the 26% among those that vouch", () => {
    const repair = conflicts[0]?.repairs[0];
    expect(repair?.candidates).toMatchObject([{ value: "1795", misprint: "lost-digit" }]);
    // 291 children and 173 women; the table; 26%.
    expect(repair?.vouchedBy).toBeGreaterThanOrEqual(2);
    const without = audit({
      ...may2014,
      figures: may2014.figures.filter(({ id }) => id !== "women-and-children"),
    });
    expect(repair?.vouchedBy).toBeGreaterThan(without.conflicts[0]?.repairs[0]?.vouchedBy ?? 0);
  });
});

test("SNHR, September 2014: of 173 and 137 women only 173 agrees with 27% of 1,707", () => {
  const { conflicts } = audit(
    reportOf("2014-09", [
      ...toll("regime", [1707, 294, 173], { perpetrator: "regime" }),
      count("elsewhere", 137, { perpetrator: "regime", demographic: "woman" }),
      percentage("share", "27", { demographic: ["child", "woman"] }, { perpetrator: "regime" }),
    ]),
  );
  expect(conflicts).toHaveLength(1);
  expect(conflicts[0]?.repairs).toMatchObject([
    {
      figure: { figure: "elsewhere" },
      minimum: 173,
      maximum: 173,
      candidates: [{ misprint: "transposed-digits" }],
    },
  ]);
});

test("SNHR, August 2015: 54 massacres are 51 by both tables and the title", () => {
  const parties = {
    regime: 43,
    isis: 1,
    "armed-opposition": 3,
    sdf: 1,
    coalition: 1,
    unidentified: 2,
  } as const;
  const places = {
    "rural-damascus": 19,
    idlib: 14,
    aleppo: 9,
    homs: 3,
    hama: 2,
    "deir-ez-zour": 2,
    damascus: 1,
    daraa: 1,
  } as const;
  const unit = "massacres";
  const rowsOf = <Key extends string>(list: Readonly<Record<Key, number>>) =>
    Object.entries<number>(list) as [Key, number][];
  const { conflicts } = audit(
    reportOf(
      "2015-08",
      [
        count("title", 51, { unit }),
        count("body", 54, { unit }),
        ...rowsOf(parties).map(([perpetrator, value]) => count(perpetrator, value, { unit, perpetrator })),
        ...rowsOf(places).map(([place, value]) => count(place, value, { unit, place })),
      ],
      {
        tables: [
          {
            id: "parties",
            of: { unit },
            rows: rowsOf(parties).map(([perpetrator]) => ({ perpetrator })),
            whole: true,
            blank: "not-printed",
          },
          {
            id: "places",
            of: { unit },
            rows: rowsOf(places).map(([place]) => ({ place })),
            whole: true,
            blank: "not-printed",
          },
        ],
      },
    ),
  );
  expect(conflicts).toHaveLength(1);
  // The title and the two tables.
  expect(conflicts[0]?.repairs).toMatchObject([
    { figure: { figure: "body" }, minimum: 51, maximum: 51, vouchedBy: 3 },
  ]);
});

test("SNHR, January 2016: parties of 1,379 under a total of 1,382 leave every single change open", () => {
  const parties = {
    regime: 516,
    russia: 679,
    isis: 98,
    nusra: 3,
    "armed-opposition": 42,
    unidentified: 41,
  } as const;
  const entries = Object.entries(parties) as [keyof typeof parties, number][];
  const report = reportOf(
    "2016-01",
    [
      count("all", 1382),
      ...entries.map(([perpetrator, value]) => count(perpetrator, value, { perpetrator })),
    ],
    {
      tables: [
        {
          id: "parties",
          of: {},
          rows: entries.map(([perpetrator]) => ({ perpetrator })),
          whole: true,
          blank: "not-printed",
        },
      ],
    },
  );
  const { conflicts } = audit(report);
  expect(conflicts).toHaveLength(1);
  expect(conflicts[0]?.repairs.map(({ figure, minimum }) => [figure.figure, minimum]).sort()).toEqual([
    ["all", 1379],
    ["armed-opposition", 45],
    ["isis", 101],
    ["nusra", 6],
    ["regime", 519],
    ["russia", 682],
    ["unidentified", 44],
  ]);
  const incomplete = {
    ...report,
    tables: (report.tables ?? []).map((table) => ({ ...table, whole: false })),
  };
  expect(conflictsOf(audit(incomplete))).toEqual([]);
});

describe("SNHR, 2022: the row that is not on the page", () => {
  const printed = {
    russia: [17, 8, 1],
    isis: [9],
    hts: [11, 2, 2],
    "armed-opposition": [24, 7, 5],
    sdf: [76, 11, 6],
  } as const;
  const entries = Object.entries(printed) as [keyof typeof printed, readonly number[]][];
  const report = (blank: Table["blank"]): Report =>
    reportOf(
      "2022",
      [
        ...toll("all", [1057, 251, 94]),
        ...entries.flatMap(([perpetrator, numbers]) => toll(perpetrator, numbers, { perpetrator })),
        ...toll("other", [724, 193, 73], { section: "other" }),
      ],
      {
        tables: [
          {
            id: "parties",
            of: {},
            rows: [...entries.map(([perpetrator]): Where => ({ perpetrator })), { section: "other" }],
            whole: false,
            blank,
            columns: [{ demographic: "child" }, { demographic: "woman" }],
          },
        ],
      },
    );
  const outside = 'killed in none of the rows of "parties"';

  test("is 196, 30 children and 7 women, if a blank is a zero", () => {
    const audited = audit(report("zero"));
    expect(rangeOf(audited, `all ${outside}`)).toEqual([196, 196]);
    expect(rangeOf(audited, `children ${outside}`)).toEqual([30, 30]);
    expect(rangeOf(audited, `women ${outside}`)).toEqual([7, 7]);
  });

  test("has an interval, if a blank is merely not printed: the nine of ISIS may be children or women", () => {
    const audited = audit(report("not-printed"));
    expect(rangeOf(audited, `all ${outside}`)).toEqual([196, 196]);
    expect(rangeOf(audited, `children ${outside}`)).toEqual([21, 30]);
    expect(rangeOf(audited, `women ${outside}`)).toEqual([0, 7]);
  });
});

describe("SNHR, 2018: females are a category of their own", () => {
  const report = (columns: readonly Where[]): Report =>
    reportOf(
      "2018",
      [
        count("all", 2000),
        count("children", 1436, { demographic: "child" }),
        count("women", 923, columns[0] ?? {}),
      ],
      {},
    );

  test("1,436 children and 1,361 females of 2,000 give no alarm, nor do 923 women among them", () => {
    const females = { category: "torture" } as const;
    const audited = audit({
      ...report([females]),
      figures: [
        count("all", 2400),
        count("children", 1436, { demographic: "child" }),
        count("females", 1361, females),
        count("women", 923, { demographic: "woman" }),
      ],
      categories: { torture: { contains: ["woman"] } },
    });
    expect(audited.conflicts).toEqual([]);
  });

  test("923 women cannot be among fewer females", () => {
    const audited = audit(
      reportOf(
        "2018",
        [count("females", 900, { category: "torture" }), count("women", 923, { demographic: "woman" })],
        { categories: { torture: { contains: ["woman"] } } },
      ),
    );
    expect(conflictsOf(audited)).toEqual([["females", "women"]]);
  });

  test("a table of children and females is refused", () => {
    const { issues } = audit(
      reportOf("2018", [], {
        tables: [
          {
            id: "people",
            of: {},
            rows: [{ demographic: "child" }, { category: "torture" }],
            whole: false,
            blank: "not-printed",
          },
        ],
      }),
    );
    expect(issues).toMatchObject([{ code: "table-rows-not-disjoint", subject: "people" }]);
  });
});

test("children and adult women together are at most everybody", () => {
  const audited = audit(reportOf("2021-07", toll("all", [20, 12, 9])));
  expect(conflictsOf(audited)).toEqual([["all", "all-children", "all-women"]]);
  expect(audited.conflicts[0]?.conventions).toEqual(["women-are-adult"]);
});

test("a category beside the total is not bounded by it", () => {
  const figures = [count("all", 3), count("torture", 5, { category: "torture" })];
  expect(conflictsOf(audit(reportOf("2021-07", figures)))).toEqual([["all", "torture"]]);
  const beside = { categories: { torture: { standing: "beside" } } } as const;
  expect(conflictsOf(audit(reportOf("2021-07", figures, beside)))).toEqual([]);
});

test("the toll of massacres is at least the threshold for each, by the convention that it falls into the period", () => {
  const figures = [
    count("massacres", 4, { unit: "massacres" }),
    count("killed", 19, { inMassacres: true }),
    count("all", 30),
  ];
  const audited = audit(reportOf("2021-07", figures, { massacre: { threshold: 5 } }));
  expect(conflictsOf(audited)).toEqual([["killed", "massacres"]]);
  expect(audited.conflicts[0]?.conventions).toEqual(["massacre-toll-in-its-period"]);
  expect(
    audited.conflicts[0]?.repairs.map(({ figure, minimum, maximum }) => [figure.figure, minimum, maximum]),
  ).toEqual([
    ["killed", 20, 30],
    ["massacres", 0, 3],
  ]);
  expect(conflictsOf(audit(reportOf("2021-07", figures)))).toEqual([]);
});
