import { divideRounded, roundings, type SnhrKeys } from "casualty-stats";
import fc from "fast-check";
import type { Figure as AnyFigure } from "../../src/audit/figure.js";
import type { Report, Table, Where } from "../support/audit.js";
import { type Attack, countOf, daysOf, type Person, threshold, withoutPeriod } from "./world.js";

type Figure = AnyFigure<SnhrKeys>;

/** A small part of the world in which every possibility can be tried: kinds of attacks, and cells that tell them apart. */
interface Domain {
  readonly kinds: readonly Attack[];
  readonly cells: readonly Where[];
  readonly tables: readonly Omit<Table, "blank" | "id">[];
}

/** No more persons are killed in it than these. */
const most = 4;

const nobody = { torture: false, medical: false, media: false, relief: false } as const;
const one = (killed: Partial<Person>, where: Partial<Attack> = {}): Attack => attack([killed], where);
const attack = (killed: readonly Partial<Person>[], where: Partial<Attack> = {}): Attack => ({
  name: "any",
  perpetrator: "regime",
  place: "idlib",
  month: 1,
  means: "shelling",
  controlledBy: "one side",
  killed: killed.map(
    (person): Person => ({ demographic: "man", population: "civilians", ...nobody, ...person }),
  ),
  ...where,
});
const demographics = ["child", "woman", "man"] as const;

/** Each group of keys that the cells do not tell apart is one kind: `hts` all other main parties, `gunfire` all other sources. */
const parties: Domain = {
  kinds: (["regime", "russia", "hts", "landmines", "gunfire"] as const).flatMap((perpetrator) =>
    demographics.map((demographic) => one({ demographic }, { perpetrator })),
  ),
  cells: (
    [
      {},
      { perpetrator: "regime" },
      { perpetrator: "russia" },
      { alliance: "syrian-russian" },
      { section: "main" },
      { section: "other" },
      { perpetrator: "landmines" },
    ] as const satisfies readonly Where[]
  ).flatMap((killer): Where[] => [
    killer,
    { ...killer, demographic: "child" },
    { ...killer, demographic: "woman" },
    { ...killer, demographic: ["child", "woman"] },
  ]),
  tables: [
    { of: {}, rows: [{ section: "main" }, { section: "other" }], whole: true },
    {
      of: {},
      rows: [{ perpetrator: "regime" }, { perpetrator: "russia" }, { section: "other" }],
      whole: true,
    },
    { of: { section: "other" }, rows: [{ perpetrator: "landmines" }], whole: false },
    {
      of: { alliance: "syrian-russian" },
      rows: [{ demographic: "child" }, { demographic: "woman" }],
      whole: true,
    },
  ],
};

const placesAndMonths: Domain = {
  kinds: (["idlib", "al-hawl-camp", "hasaka", "daraa"] as const).flatMap((place) =>
    ([1, 2] as const).flatMap((month) => [true, false].map((torture) => one({ torture }, { place, month }))),
  ),
  cells: (
    [
      {},
      { place: "idlib" },
      { place: "hasaka" },
      { place: "al-hawl-camp" },
      { place: ["idlib", "al-hawl-camp"] },
    ] as const satisfies readonly Where[]
  ).flatMap((place): Where[] =>
    [{}, { period: "2021-01" }, { period: "2021-02" }].flatMap((period) => [
      { ...place, ...period },
      { ...place, ...period, category: "torture" as const },
    ]),
  ),
  tables: [
    { of: {}, rows: [{ place: "idlib" }, { place: "hasaka" }], whole: true },
    { of: { place: "hasaka" }, rows: [{ period: "2021-01" }, { period: "2021-02" }], whole: true },
    { of: { category: "torture" }, rows: [{ place: "idlib" }, { place: "al-hawl-camp" }], whole: false },
  ],
};

const categories: Domain = {
  kinds: demographics.flatMap((demographic) =>
    [true, false].flatMap((torture) =>
      [true, false].flatMap((media) =>
        (demographic === "woman" ? [true] : [true, false]).map((relief) =>
          one({ demographic, torture, media, relief }),
        ),
      ),
    ),
  ),
  cells: [{}, { demographic: "child" }, { demographic: "woman" }, { demographic: "man" }].flatMap(
    (people): Where[] =>
      [
        {},
        { category: "torture" },
        { category: "media" },
        { category: "relief" },
        { category: ["relief", "torture"] },
      ].map((category) => ({ ...people, ...category }) as Where),
  ),
  tables: [
    {
      of: {},
      rows: [{ demographic: "child" }, { demographic: "woman" }, { demographic: "man" }],
      whole: true,
    },
    { of: { category: "relief" }, rows: [{ demographic: "woman" }], whole: false },
  ],
};

const massacres: Domain = {
  kinds: (["regime", "hts"] as const).flatMap((perpetrator) =>
    ([1, 2] as const).flatMap((month) =>
      [1, 2, 3, 4].flatMap((size) =>
        [...new Set([0, 1, size])].map((children) =>
          attack(
            Array.from({ length: size }, (_, nth) => ({
              demographic: nth < children ? ("child" as const) : ("man" as const),
            })),
            { perpetrator, month },
          ),
        ),
      ),
    ),
  ),
  cells: [{}, { perpetrator: "regime" }].flatMap((killer): Where[] =>
    [{}, { period: "2021-01" }].flatMap((period) =>
      [
        {},
        { demographic: "child" },
        { inMassacres: true },
        { inMassacres: true, demographic: "child" },
        { unit: "massacres" },
        { unit: "incidents" },
        { unit: "incidents", demographic: "child" },
        { unit: "incidents", demographic: "man" },
      ].map((rest) => ({ ...killer, ...period, ...rest }) as Where),
    ),
  ),
  tables: [
    { of: { unit: "massacres" }, rows: [{ period: "2021-01" }, { period: "2021-02" }], whole: true },
    { of: { inMassacres: true }, rows: [{ perpetrator: "regime" }], whole: true },
  ],
};

const domains = [parties, placesAndMonths, categories, massacres].map((domain) => ({
  ...domain,
  worlds: worldsOf(domain.kinds),
}));

/** Every world of at most `most` persons, as how many attacks of each kind there are. */
function worldsOf(kinds: readonly Attack[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  const add = (world: readonly number[], from: number, left: number): void => {
    found.push([...world]);
    for (let kind = from; kind < kinds.length; kind++) {
      const size = kinds[kind]?.killed.length ?? 0;
      if (size <= left) add([...world, kind], kind, left - size);
    }
  };
  add([], 0, most);
  return found;
}

/** What is printed in a domain. */
export interface TinyReport {
  readonly report: Report;
  /** What some cells count in every world in which all that is printed is true, but for some figures. */
  readonly countsWithout: (
    left: readonly string[],
    ...cells: readonly Where[]
  ) => readonly (readonly number[])[];
}

const value = fc.nat(most + 1);
const wording = fc.constantFrom(
  "exactly",
  "exactly",
  "exactly",
  "exactly",
  "at-least",
  "up-to",
  "more-than",
  "about",
);

export const tinyReport: fc.Arbitrary<TinyReport> = fc.constantFrom(...domains).chain((domain) => {
  const cell = fc.constantFrom(...domain.cells);
  // What is compared is of one unit.
  const persons = fc.constantFrom(...domain.cells.filter(({ unit }) => unit === undefined));
  const figure = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant("count" as const), value, of: cell, wording }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("percentage" as const),
        text: fc.constantFrom("0", "25", "33", "34", "50", "66", "67", "75", "100"),
        of: persons.map(withoutPeriod),
        whole: persons,
        wording,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("difference" as const), value, of: persons, than: persons }),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          persons,
          persons,
          fc.constantFrom("decrease" as const, "increase" as const, "unchanged" as const),
        )
        .map(([of, than, says]) => ({
          kind: "statement" as const,
          text: says,
          of,
          statement: { says, than: [than] },
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(persons.map(withoutPeriod), persons, fc.integer({ min: 1, max: 3 }))
        .map(([of, whole, part]) => ({
          kind: "statement" as const,
          text: "more than a part",
          of,
          statement: { says: "more-than-fraction" as const, whole, part, in: 4 },
        })),
    },
  );
  return fc
    .tuple(
      fc.array(figure, { minLength: 2, maxLength: 7 }),
      fc.subarray([...domain.tables], { maxLength: 2 }),
      fc.nat(most),
    )
    .map(([printed, tables, total]) => {
      const figures = [
        // Nobody is counted beside the persons that are tried.
        { id: "all", kind: "count", value: total, of: {}, wording: "exactly" } as const,
        ...(domain === domains[2]
          ? [
              {
                id: "beside",
                kind: "count",
                value: most - total,
                of: { category: "media" },
                wording: "up-to",
              } as const,
            ]
          : []),
        ...printed.map((one, nth) => ({ ...one, id: `f${nth}` })),
      ];
      const report: Report = {
        kind: "published-report",
        id: "tiny",
        publisher: "made up",
        period: "2021-01/2021-02",
        citation: { source: "made up" },
        massacre: { threshold },
        categories: { media: { standing: "beside" }, relief: { contains: ["woman"] } },
        figures,
        tables: tables.map((table, nth) => ({ ...table, id: `t${nth}`, blank: "not-printed" })),
      };
      return { report, countsWithout: possibilities(domain, report) };
    });
});

type Count = (...cells: readonly Where[]) => number;

function possibilities(
  { kinds, worlds }: (typeof domains)[number],
  { figures, tables = [] }: Report,
): TinyReport["countsWithout"] {
  const ofKinds = (cells: readonly Where[]): readonly number[] =>
    kinds.map((kind) => countOf([kind], ...cells));
  const impossible = new Set(
    tables
      .filter(({ whole }) => whole)
      .flatMap(({ of, rows }) => {
        const inRows = rows.map((row) => ofKinds([{ ...of, ...row }]));
        return ofKinds([of]).flatMap((count, kind) =>
          inRows.reduce((sum, row) => sum + (row[kind] ?? 0), 0) < count ? [kind] : [],
        );
      }),
  );
  const possible = worlds.filter((world) => !world.some((kind) => impossible.has(kind)));
  const sumsOf = (cells: readonly Where[]): readonly number[] => {
    const counts = ofKinds(cells);
    return possible.map((world) => world.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0));
  };
  const truths = figures.map((figure) => {
    const sums = new Map<string, readonly number[]>();
    let world = 0;
    const count: Count = (...cells) => {
      const key = JSON.stringify(cells);
      const known = sums.get(key) ?? sumsOf(cells);
      sums.set(key, known);
      return known[world] ?? 0;
    };
    const spoken = cellsOf(figure).map((cells) => sumsOf(cells));
    const remembered = new Map<string, boolean>();
    return possible.map((_, nth) => {
      world = nth;
      const key = spoken.map((one) => one[nth]).join();
      const known = remembered.get(key) ?? isTrue(figure, count);
      remembered.set(key, known);
      return known;
    });
  });
  return (left, ...cells) => {
    const stated = truths.filter((_, nth) => !left.includes(figures[nth]?.id ?? ""));
    const sums = cells.map((cell) => sumsOf([cell]));
    return possible.flatMap((_, world) =>
      stated.every((truth) => truth[world]) ? [sums.map((one) => one[world] ?? 0)] : [],
    );
  };
}

/** The cells that a figure compares, each as what narrows it. */
function cellsOf(figure: Figure): readonly (readonly Where[])[] {
  switch (figure.kind) {
    case "count":
    case "rate":
      return [[figure.of]];
    case "difference":
      return [[figure.of], [figure.than]];
    case "percentage":
      return [[figure.whole, figure.of], [figure.whole]];
    case "statement": {
      const { statement } = figure;
      if ("than" in statement) return [[figure.of], ...statement.than.map((than) => [than])];
      return "whole" in statement ? [[statement.whole, figure.of], [statement.whole]] : [[figure.of]];
    }
  }
}
/** Whether a figure is true, by what its wording says. */
function isTrue(figure: Figure, count: Count): boolean {
  const as = figure.wording ?? "exactly";
  const compared = (true_: number, printed: number): boolean => {
    switch (as) {
      case "exactly":
        return true_ === printed;
      case "at-least":
        return true_ >= printed;
      case "more-than":
        return true_ > printed;
      case "up-to":
        return true_ <= printed;
      case "about":
        return Math.abs(true_ - printed) <= 1;
      case "nearly":
        return true_ <= printed && true_ >= printed - 1;
    }
  };
  switch (figure.kind) {
    case "count":
      return compared(count(figure.of), figure.value);
    case "difference":
      return compared(count(figure.of) - count(figure.than), figure.value);
    case "percentage": {
      const [part, whole] = [count(figure.whole, figure.of), count(figure.whole)];
      const printed = Number(figure.text);
      if (whole === 0) return compared(0, printed) || (as === "more-than" && printed === 0);
      // "More than 33%" may be printed of what is above 33 only before it is rounded.
      const loosely = as === "more-than" ? "at-least" : as;
      return roundings.some((rounding) => {
        const units = divideRounded(100 * part, whole, rounding);
        return loosely === "at-least" ? units >= printed : compared(units, printed);
      });
    }
    case "rate":
      return true;
    case "statement": {
      const { statement } = figure;
      if ("than" in statement)
        return statement.than.every((than) => {
          const [mine, theirs] = [count(figure.of) * daysIn(than), count(than) * daysIn(figure.of)];
          return statement.says === "decrease"
            ? mine < theirs
            : statement.says === "increase"
              ? mine > theirs
              : mine === theirs;
        });
      if (statement.says === "more-than-fraction")
        return count(statement.whole, figure.of) * statement.in > count(statement.whole) * statement.part;
      return true;
    }
  }
}

function daysIn(where: Where): number {
  return daysOf({ ...where, period: where.period ?? "2021-01/2021-02" });
}
