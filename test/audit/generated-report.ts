import { divideRounded, type PublishedRows, type Rounding, roundings, type SnhrKeys } from "casualty-stats";
import fc from "fast-check";
import type { Figure as AnyFigure, Statement, Wording } from "../../src/audit/published/figure.js";
import type { Report, Table, Where } from "../support/audit.js";
import { withoutSelfComparisons } from "./compared.js";
import {
  type Attack,
  childrenAreMedia,
  countedInside,
  countOf,
  daysOf,
  type Person,
  perpetrators,
  places,
  threshold,
  type World,
  withoutPeriod,
} from "./world.js";

type Figure = AnyFigure<SnhrKeys>;

const child: Where = { demographic: "child" };

const rarely = fc.nat(9).map((one) => one === 0);

const person: fc.Arbitrary<Person> = fc.record({
  demographic: fc.constantFrom("child", "woman", "man", "unknown"),
  population: fc.constantFrom("civilians", "civilians", "armed"),
  torture: rarely,
  medical: rarely,
  media: rarely,
  relief: rarely,
});

const attack: fc.Arbitrary<Omit<Attack, "name">> = fc.record({
  perpetrator: fc.constantFrom(...perpetrators),
  place: fc.constantFrom(...places),
  month: fc.constantFrom(1, 2, 3),
  means: fc.constantFrom("shelling", "airstrike", "gunfire"),
  controlledBy: fc.constantFrom("one side", "the other"),
  killed: fc.array(person, { minLength: 1, maxLength: 7, size: "max" }),
});

/** What happened in a quarter. */
export const generatedWorld: fc.Arbitrary<World> = fc
  .oneof(fc.array(attack, { maxLength: 12 }), fc.array(attack, { minLength: 30, maxLength: 70, size: "max" }))
  .map((attacks) => attacks.map((one, nth): Attack => ({ ...one, name: `attack ${nth}` })));

const killers: readonly Where[] = [
  {},
  ...perpetrators.map((perpetrator): Where => ({ perpetrator })),
  { perpetrator: ["regime", "hts"] },
  { alliance: "syrian-russian" },
  { alliance: "extremist-islamic" },
  { section: "main" },
  { section: "other" },
];
const where: readonly Where[] = [
  {},
  ...places.map((place): Where => ({ place })),
  { place: ["idlib", "al-hawl-camp"] },
];
const people: readonly Where[] = [
  {},
  { demographic: "child" },
  { demographic: "woman" },
  { demographic: ["child", "woman"] },
  { demographic: ["man", "unknown"] },
  { category: "torture" },
  { category: "torture", demographic: "child" },
  { category: ["torture", "medical"] },
  { category: "media" },
  { category: "relief" },
  { category: "woman" },
];
const periods: readonly Where[] = [
  {},
  { period: "2021-01" },
  { period: "2021-01/2021-02" },
  { period: "2021-02/2021-03" },
  { period: "2021-03" },
];
const further: readonly Where[] = [
  {},
  {},
  {},
  {},
  { population: "armed" },
  { population: ["armed", "civilians"] },
  { means: "shelling" },
  { means: ["airstrike", "gunfire"] },
  { controlledBy: "one side" },
  { inMassacres: true },
  { incident: "attack 0" },
  { incident: ["attack 0", "attack 1"], inMassacres: true },
];

const cell = (...choices: readonly (readonly Where[])[]): fc.Arbitrary<Where> =>
  fc
    .tuple(...choices.map((one) => fc.constantFrom(...one)))
    .map((parts): Where => Object.assign({}, ...parts) as Where);

const persons = cell(killers, where, people, periods, further);
const attacks = cell(killers.slice(0, 3), where.slice(0, 2), people, periods.slice(0, 2), [
  { unit: "massacres" },
  { unit: "incidents" },
]);
const coordinates = fc.oneof({ weight: 5, arbitrary: persons }, { weight: 1, arbitrary: attacks });

const wordings = ["exactly", "exactly", "about", "at-least", "more-than", "nearly", "up-to"] as const;
const tableNames = [
  ...(["parties", "others", "places", "people", "months", "massacres", "tolls", "populations"] as const),
  ...(["control", "means", "incidents", "some parties"] as const),
];

/** A cell and another, both of persons, or both of attacks. */
const pairs = fc
  .oneof(
    { weight: 3, arbitrary: fc.tuple(persons, persons) },
    { weight: 1, arbitrary: fc.tuple(attacks, attacks) },
  )
  .map(([of, other]): readonly [Where, Where] => [
    of,
    of.unit === undefined ? other : { ...other, unit: of.unit },
  ]);

/** What is printed, before it is counted. */
const plan = fc.record({
  counts: fc.uniqueArray(coordinates, { maxLength: 16, selector: (one) => JSON.stringify(one) }),
  worded: fc.array(fc.record({ of: coordinates, wording: fc.constantFrom(...wordings), by: fc.nat(3) }), {
    maxLength: 6,
  }),
  shares: fc.array(
    fc.record({
      cells: pairs,
      ofPeriod: fc.boolean(),
      digits: fc.constantFrom(0, 0, 1),
      wording: fc.constantFrom(...wordings),
      more: fc.constantFrom(-1, 0, 1),
    }),
    { maxLength: 5 },
  ),
  rates: fc.array(
    fc.record({
      of: coordinates,
      digits: fc.constantFrom(0, 1),
      wording: fc.constantFrom(...wordings),
      more: fc.constantFrom(-1, 0, 1),
    }),
    { maxLength: 3 },
  ),
  differences: fc.array(fc.record({ cells: pairs, wording: fc.constantFrom(...wordings), by: fc.nat(3) }), {
    maxLength: 3,
  }),
  statements: fc.array(
    fc.record({
      of: persons,
      than: fc.array(persons, { minLength: 1, maxLength: 3 }),
      isPerDay: fc.boolean(),
      fraction: fc.constantFrom([1, 5], [1, 2], [2, 3]),
    }),
    { maxLength: 4 },
  ),
  /** Whether the counts behind all of these are printed too. */
  isSpelled: fc.boolean(),
});

/** How all of a report is printed. */
const manner = fc.record({
  rounding: fc.constantFrom(...roundings),
  tables: fc.subarray([...tableNames]),
  rows: fc.boolean(),
  blank: fc.constantFrom("zero", "not-printed"),
  /** Whether the category that stands beside the totals contains another. */
  contains: fc.boolean(),
  /** Whether those who stand beside the totals make a massacre of an attack too, of which no report says anything. */
  isByAll: fc.boolean(),
});

/** Figures as they are printed for a period of a world, by one rounding. */
function figuresOf(
  happened: World,
  rounding: Rounding,
  own: string,
  printed: Omit<typeof plan extends fc.Arbitrary<infer Plan> ? Plan : never, "counts"> & {
    readonly counts: readonly Where[];
  },
): readonly Figure[] {
  const figures: Figure[] = [];
  const id = (): string => `f${figures.length}`;
  const dated = (where: Where): Where => ({ period: own, ...where });
  const count = (...cells: readonly Where[]): number => countOf(happened, ...cells.map(dated));
  const days = (where: Where): number => daysOf(dated(where));
  for (const of of printed.counts) figures.push({ id: id(), kind: "count", value: count(of), of });
  for (const { of, wording, by } of printed.worded) {
    const value = wordedFor(count(of), wording, by);
    if (value >= 0) figures.push({ id: id(), kind: "count", value, of, wording });
  }
  for (const { cells, ofPeriod, digits, wording, more } of printed.shares) {
    const [of, whole] = cells;
    // The part has the period that it states, or that of the report.
    const part = ofPeriod ? of : withoutPeriod(of);
    const denominator = count(whole);
    if (denominator === 0) continue;
    const text = quotientText([100 * count(whole, part), denominator], digits, rounding, wording, more);
    // Nobody prints "up to 101%".
    if (text !== null && Number(text) <= 100)
      figures.push({ id: id(), kind: "percentage", text, of: part, whole, wording });
  }
  for (const { of, digits, wording, more } of printed.rates) {
    const text = quotientText([count(of), days(of)], digits, rounding, wording, more);
    if (text !== null) figures.push({ id: id(), kind: "rate", text, of, wording });
  }
  for (const { cells, wording, by } of printed.differences) {
    const [of, than] = cells;
    const difference = count(of) - count(than);
    const value = difference < 0 ? -1 : wordedFor(difference, wording, by);
    if (value >= 0) figures.push({ id: id(), kind: "difference", value, of, than, wording });
  }
  for (const { of, than, isPerDay, fraction } of printed.statements) {
    const state = (statement: Statement<SnhrKeys>): void => {
      figures.push({ id: id(), kind: "statement", text: statement.says, of, statement });
    };
    // Some are meant per day, as all of a month and a quarter, and some in totals; all of one statement in one way.
    const lengths = [of, ...than].map(days);
    const counts = isPerDay || Math.max(...lengths) > 1.11 * Math.min(...lengths);
    const compared = than.map((other) => {
      const [mine, theirs] = counts
        ? [count(of) * days(other), count(other) * days(of)]
        : [count(of), count(other)];
      return Math.sign(mine - theirs);
    });
    const all = (...signs: readonly number[]): boolean => compared.every((sign) => signs.includes(sign));
    if (all(-1)) state({ says: "decrease", than });
    if (all(0)) state({ says: "unchanged", than });
    if (all(1)) state({ says: "increase", than });
    if (all(0, 1)) state({ says: "highest", among: than });
    if (all(0, -1)) state({ says: "lowest", among: than });
    const [whole = {}] = than;
    const [part, parts] = [count(whole, of), count(whole)];
    if (2 * part > parts) state({ says: "majority", whole });
    const [numerator = 1, denominator = 2] = fraction;
    const side = Math.sign(denominator * part - numerator * parts);
    if (side !== 0)
      state({
        says: side > 0 ? "more-than-fraction" : "less-than-fraction",
        whole,
        part: numerator,
        in: denominator,
      });
  }
  if (printed.isSpelled) {
    for (const of of spokenOf(figures)) figures.push({ id: id(), kind: "count", value: count(of), of });
  }
  return figures;
}

/** The cells that shares, rates, differences and statements speak of, as far as they can be written in one. */
function spokenOf(figures: readonly Figure[]): readonly Where[] {
  return figures.flatMap((figure): readonly Where[] => {
    switch (figure.kind) {
      case "count":
        return [];
      case "rate":
        return [figure.of];
      case "difference":
        return [figure.of, figure.than];
      case "percentage":
        return partAndWhole(figure.of, figure.whole);
      case "statement": {
        const { statement } = figure;
        if ("whole" in statement) return partAndWhole(figure.of, statement.whole);
        return [figure.of, ...("than" in statement ? statement.than : statement.among)];
      }
    }
  });
}

function partAndWhole(of: Where, whole: Where): readonly Where[] {
  // Both have a period, stated or not.
  const isOne = !("period" in whole) && Object.keys(of).every((name) => name === "unit" || !(name in whole));
  return isOne ? [whole, { ...whole, ...of }] : [whole];
}

/** Reports of a quarter, printed from a made-up world by one rounding: nothing in them can disagree. */
export const generatedReport: fc.Arbitrary<{
  readonly report: Report;
  readonly rounding: Rounding;
  readonly world: World;
}> = fc
  .tuple(generatedWorld, plan, manner)
  .map(([all, printed, { rounding, blank, rows, tables: named, contains, isByAll }]) => {
    const counted = contains ? childrenAreMedia(all) : all;
    const happened = counted.map((attack) => ({ ...attack, isByAll }));
    const tables = named.map((name): Table => {
      const table = tableNamed(name, happened);
      return blank === "zero"
        ? { ...table, blank, columns: table.of.unit === undefined ? [child] : [] }
        : { ...table, blank };
    });
    const cellsOf = ({ of, rows: own }: Table): Where[] => [
      of,
      ...own.map((row): Where => ({ ...of, ...row })),
    ];
    const rowCells = rows ? tables.flatMap(cellsOf) : [];
    // Where a blank is a zero, what is not printed must be one.
    const inColumns = tables
      .filter((table) => table.blank === "zero" && table.columns.length > 0)
      .flatMap((table) => cellsOf(table).map((of): Where => ({ ...of, ...child })))
      .filter((of) => countOf(happened, of) > 0);
    const figures = figuresOf(happened, rounding, "2021-01/2021-03", {
      ...printed,
      counts: [...rowCells, ...inColumns, ...printed.counts],
    });
    const report = withoutSelfComparisons({
      kind: "published-report",
      id: "generated",
      publisher: "generated",
      period: "2021-Q1",
      citation: { source: "generated" },
      population: ["civilians", "armed"],
      massacre: { threshold },
      categories: {
        media: { standing: "beside", ...(contains ? { contains: ["child"] } : {}) },
        relief: { contains: ["woman"] },
      },
      figures,
      tables,
    });
    return { report, rounding, world: happened };
  });

/** What a number may be printed as in a wording, so that it is true. */
function wordedFor(value: number, wording: Wording, by: number): number {
  switch (wording) {
    case "exactly":
      return value;
    case "at-least":
      return Math.max(0, value - by);
    case "more-than":
      return value - by - 1;
    case "up-to":
      return value + by;
    case "nearly":
      return value % 10 === 9 ? value + 1 : value;
    case "about":
      return value > 20 ? Math.round(value / 10) * 10 : value;
  }
}

/** A quotient as it is printed in a wording, so that it is true: where the wording allows for one unit, "more" is by how many it is off. Null: of none it is. */
function quotientText(
  [part, whole]: readonly [number, number],
  digits: 0 | 1,
  rounding: Rounding,
  wording: Wording,
  more: number,
): string | null {
  const by: Readonly<Record<Wording, number>> = {
    exactly: 0,
    about: more,
    "at-least": -Math.abs(more),
    "up-to": Math.abs(more),
    nearly: Math.abs(more),
    // More than 52% is 52.3%, and 52% is not.
    "more-than": -1,
  };
  const rounded = wording === "more-than" ? "up" : rounding;
  const units = divideRounded(part * 10 ** digits, whole, rounded) + by[wording];
  if (units < 0) return null;
  return digits === 0 ? String(units) : `${Math.floor(units / 10)}.${units % 10}`;
}

function tableNamed(name: (typeof tableNames)[number], happened: World): PublishedRows<SnhrKeys> {
  const by = (keys: readonly NonNullable<Where["perpetrator"]>[]): Where[] =>
    keys.map((perpetrator) => ({ perpetrator }));
  const parties = [...by(["regime", "russia", "hts", "isis"]), { section: "other" } as const];
  const whole = (of: Where, rows: readonly Where[]) => ({ id: name, of, rows, whole: true });
  switch (name) {
    case "parties":
      return whole({}, parties);
    case "some parties":
      return { ...whole({ section: "main" }, by(["regime", "isis"])), whole: false };
    case "others":
      return whole({ section: "other" }, by(["landmines", "gunfire"]));
    case "places":
      return whole({}, [{ place: "idlib" }, { place: "daraa" }, { place: "hasaka" }]);
    case "people":
      return { ...whole({}, [{ demographic: "child" }, { demographic: "woman" }]), whole: false };
    case "months":
      return whole({}, [{ period: "2021-01" }, { period: "2021-02" }, { period: "2021-03" }]);
    case "massacres":
      return whole({ unit: "massacres" }, parties);
    case "tolls":
      return whole({ inMassacres: true }, parties);
    case "populations":
      return whole({ perpetrator: "regime" }, [{ population: "civilians" }, { population: "armed" }]);
    case "control":
      return whole({ demographic: "child" }, [{ controlledBy: "one side" }, { controlledBy: "the other" }]);
    case "means":
      return whole({ place: "idlib" }, [{ means: "shelling" }, { means: ["airstrike", "gunfire"] }]);
    case "incidents": {
      const own = happened.filter(({ perpetrator }) => perpetrator === "regime");
      const rows = own.map(({ name: incident }): Where => ({ incident }));
      return whole({ perpetrator: "regime" }, rows.length === 0 ? [{ incident: "none" }] : rows);
    }
  }
}

/**
 * A quarter and its three months, each a report of its own with every kind of figure, printed from the same world; a month may count
 * inside its totals who is counted beside those of the quarter.
 */
export const generatedSeries: fc.Arbitrary<readonly Report[]> = fc
  .tuple(generatedReport, fc.tuple(plan, plan, plan), fc.tuple(rarely, rarely, rarely))
  .map(([{ report, rounding, world: all }, plans, inside]) => {
    const months = plans.map((printed, nth): Report => {
      const isInside = inside[nth] === true;
      const happened = isInside ? countedInside(all) : all;
      const standing = isInside ? ("inside" as const) : ("beside" as const);
      const media = { ...report.categories?.media, standing };
      const period = `2021-0${nth + 1}`;
      // Of a cell every second figure is one since January, and the others are of the month, but for what is compared.
      const since = (of: Where, at: number): Where =>
        at % 2 === 0 ? withoutPeriod(of) : { ...of, period: `2021-01/${period}` };
      const figures = figuresOf(happened, rounding, period, {
        ...printed,
        counts: printed.counts.map(since),
        worded: printed.worded.map((one, at) => ({ ...one, of: since(one.of, at) })),
        rates: printed.rates.map((one, at) => ({ ...one, of: since(one.of, at) })),
      });
      const categories = { ...report.categories, media };
      return withoutSelfComparisons({ ...report, categories, id: period, period, figures, tables: [] });
    });
    return [report, ...months];
  });
