import { formatPercent, formatRate, type Rounding, roundings, type SnhrKeys } from "casualty-stats";
import fc from "fast-check";
import type { Figure as AnyFigure } from "../../src/audit/figure.js";
import type { Report, Table, Where } from "../support/audit.js";

type Figure = AnyFigure<SnhrKeys>;

/** A person killed, as far as the coordinates of figures tell persons apart. */
export interface Person {
  readonly perpetrator: (typeof perpetrators)[number];
  readonly place: (typeof places)[number];
  readonly demographic: "child" | "woman" | "man" | "unknown";
  readonly torture: boolean;
  readonly month: 1 | 2 | 3;
}

const perpetrators = ["regime", "russia", "hts", "landmines", "gunfire"] as const;
const places = ["idlib", "daraa", "hasaka", "al-hawl-camp"] as const;
const alliances = ["regime", "russia"];
const others = ["landmines", "gunfire"];

const person: fc.Arbitrary<Person> = fc.record({
  perpetrator: fc.constantFrom(...perpetrators),
  place: fc.constantFrom(...places),
  demographic: fc.constantFrom("child", "woman", "man", "unknown"),
  torture: fc.boolean(),
  month: fc.constantFrom(1, 2, 3),
});

const killers: readonly Where[] = [
  {},
  ...perpetrators.map((perpetrator): Where => ({ perpetrator })),
  { alliance: "syrian-russian" },
  { section: "other" },
];
const where: readonly Where[] = [{}, ...places.map((place): Where => ({ place }))];
const people: readonly Where[] = [
  {},
  { demographic: "child" },
  { demographic: "woman" },
  { demographic: ["child", "woman"] },
  { category: "torture" },
  { category: "torture", demographic: "child" },
];
const periods: readonly Where[] = [
  {},
  { period: "2021-01" },
  { period: "2021-01/2021-02" },
  { period: "2021-03" },
];

const coordinates: fc.Arbitrary<Where> = fc
  .tuple(
    fc.constantFrom(...killers),
    fc.constantFrom(...where),
    fc.constantFrom(...people),
    fc.constantFrom(...periods),
  )
  .map((parts): Where => Object.assign({}, ...parts) as Where);

/** What is printed, before it is counted. */
const plan = fc.record({
  counts: fc.uniqueArray(coordinates, { maxLength: 14, selector: (one) => JSON.stringify(one) }),
  shares: fc.array(fc.record({ of: coordinates, whole: coordinates, digits: fc.constantFrom(0, 0, 1) }), {
    maxLength: 5,
  }),
  rates: fc.array(fc.record({ of: coordinates, digits: fc.constantFrom(0, 1) }), { maxLength: 2 }),
  rounding: fc.constantFrom(...roundings),
  tables: fc.subarray(["parties", "places", "people", "months", "others"] as const),
  rows: fc.boolean(),
});

/** Reports of a quarter, printed from random persons by one rounding: nothing in them can disagree. */
export const generatedReport: fc.Arbitrary<{
  readonly report: Report;
  readonly rounding: Rounding;
  readonly persons: readonly Person[];
}> = fc
  .tuple(
    fc.oneof(
      fc.array(person, { maxLength: 60 }),
      fc.array(person, { minLength: 100, maxLength: 400, size: "max" }),
    ),
    plan,
  )
  .map(([persons, printed]) => {
    const { rounding } = printed;
    const figures: Figure[] = [];
    const add = (figure: Figure): void => {
      figures.push(figure);
    };
    const tables = printed.tables.map((name) => tableNamed(name));
    const rowCells = printed.rows
      ? tables.flatMap(({ of, rows }) => [of, ...rows.map((row): Where => ({ ...of, ...row }))])
      : [];
    for (const of of [...rowCells, ...printed.counts])
      add({ id: `f${figures.length}`, kind: "count", value: countOf(persons, [of]), of });
    for (const { of, whole, digits } of printed.shares) {
      // A percentage has one period, that of its denominator.
      const part = withoutPeriod(of);
      const denominator = countOf(persons, [whole]);
      if (denominator === 0) continue;
      const text = formatPercent(
        { part: countOf(persons, [whole, part]), whole: denominator },
        { rounding, digits },
      ).replace("%", "");
      add({ id: `f${figures.length}`, kind: "percentage", text, of: part, whole });
    }
    for (const { of, digits } of printed.rates) {
      const text = formatRate({ count: countOf(persons, [of]), days: daysOf(of) }, { rounding, digits });
      add({ id: `f${figures.length}`, kind: "rate", text, of });
    }
    const report: Report = {
      kind: "published-report",
      id: "generated",
      publisher: "generated",
      period: "2021-Q1",
      citation: { source: "generated" },
      figures,
      tables,
    };
    return { report, rounding, persons };
  });

function tableNamed(name: "parties" | "places" | "people" | "months" | "others"): Table {
  const shape = { id: name, whole: true, blank: "not-printed" } as const;
  switch (name) {
    case "parties":
      return {
        ...shape,
        of: {},
        rows: [
          { perpetrator: "regime" },
          { perpetrator: "russia" },
          { perpetrator: "hts" },
          { section: "other" },
        ],
      };
    case "others":
      return {
        ...shape,
        of: { section: "other" },
        rows: [{ perpetrator: "landmines" }, { perpetrator: "gunfire" }],
      };
    case "places":
      return { ...shape, of: {}, rows: [{ place: "idlib" }, { place: "daraa" }, { place: "hasaka" }] };
    case "people":
      return { ...shape, of: {}, whole: false, rows: [{ demographic: "child" }, { demographic: "woman" }] };
    case "months":
      return {
        ...shape,
        of: {},
        rows: [{ period: "2021-01" }, { period: "2021-02" }, { period: "2021-03" }],
      };
  }
}

/** Counts persons who are in all of the cells. */
function countOf(persons: readonly Person[], cells: readonly Where[]): number {
  return persons.filter((one) => cells.every((cell) => isIn(one, cell))).length;
}

function isIn(person: Person, cell: Where): boolean {
  const has = (keys: string | readonly string[] | undefined, own: readonly string[]): boolean =>
    keys === undefined || own.some((key) => (typeof keys === "string" ? keys === key : keys.includes(key)));
  const months = monthsOf(cell.period);
  return (
    has(cell.perpetrator, [person.perpetrator]) &&
    (cell.alliance === undefined || alliances.includes(person.perpetrator)) &&
    (cell.section === undefined || others.includes(person.perpetrator)) &&
    has(cell.place, person.place === "al-hawl-camp" ? ["al-hawl-camp", "hasaka"] : [person.place]) &&
    has(cell.demographic, [person.demographic]) &&
    (cell.category === undefined || person.torture) &&
    months.includes(person.month)
  );
}

function withoutPeriod(where: Where): Where {
  return Object.fromEntries(Object.entries(where).filter(([name]) => name !== "period"));
}

function monthsOf(period: string | undefined): readonly number[] {
  switch (period) {
    case "2021-01":
    case "2021-01/2021-01":
      return [1];
    case "2021-02":
      return [2];
    case "2021-03":
      return [3];
    case "2021-01/2021-02":
      return [1, 2];
    case undefined:
    default:
      return [1, 2, 3];
  }
}

function daysOf({ period }: Where): number {
  return monthsOf(period).reduce((sum, month) => sum + (month === 2 ? 28 : 31), 0);
}

/** A quarter and its three months, each a report of its own, printed from the same persons. */
export const generatedSeries: fc.Arbitrary<readonly Report[]> = fc
  .tuple(
    generatedReport,
    fc.array(fc.record({ of: coordinates, month: fc.constantFrom(1, 2, 3) }), { maxLength: 20 }),
  )
  .map(([{ report, persons }, printed]) => {
    const months = [1, 2, 3].map((month): Report => {
      const period = `2021-0${month}`;
      const figures = printed
        .filter((one) => one.month === month)
        .map((one, nth): Figure => {
          const of = withoutPeriod(one.of);
          // Every second figure is one since January.
          const where: Where = nth % 2 === 0 ? of : { ...of, period: `2021-01/${period}` };
          const value = countOf(persons, [{ ...of, period: nth % 2 === 0 ? period : `2021-01/${period}` }]);
          return { id: `f${nth}`, kind: "count", value, of: where };
        });
      return { ...report, id: period, period, figures, tables: [] };
    });
    return [report, ...months];
  });
