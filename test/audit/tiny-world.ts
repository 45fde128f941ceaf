import fc from "fast-check";
import type { Report, Where } from "../support/audit.js";
import { withoutSelfComparisons } from "./compared.js";
import { domains, most } from "./tiny-domains.js";
import { type Count, cellsOf, isTrue } from "./tiny-truth.js";
import { countOf, threshold, withoutPeriod } from "./world.js";

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
  "nearly",
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
          fc.array(persons, { minLength: 1, maxLength: 2 }),
          fc.constantFrom("decrease" as const, "increase" as const, "unchanged" as const),
        )
        .map(([of, than, says]) => ({
          kind: "statement" as const,
          text: says,
          of,
          statement: { says, than },
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
      const report = withoutSelfComparisons({
        kind: "published-report",
        id: "tiny",
        publisher: "made up",
        period: "2021-01/2021-02",
        citation: { source: "made up" },
        massacre: { threshold },
        categories: { media: { standing: "beside" }, relief: { contains: ["woman"] } },
        figures,
        tables: tables.map((table, nth) => ({ ...table, id: `t${nth}`, blank: "not-printed" })),
      });
      // Every possibility is only looked for where one is asked for.
      let found: TinyReport["countsWithout"] | undefined;
      const countsWithout: TinyReport["countsWithout"] = (...of) => {
        found ??= possibilities(domain, report);
        return found(...of);
      };
      return { report, countsWithout };
    });
});

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
