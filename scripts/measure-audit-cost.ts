/**
 * Measures what an audit costs: the processor time for made-up reports of growing size, and for series of them, whose figures
 * agree or hold misprints. `npx tsx scripts/measure-audit-cost.ts` prints the table of docs/check-a-report.md.
 */
import {
  auditFigures,
  type Coordinates,
  type Figure,
  type PublishedReport,
  type SnhrKeys,
  snhrCodebook,
} from "casualty-stats";

type Where = Coordinates<SnhrKeys>;
type Report = PublishedReport<SnhrKeys>;

const parties = ["regime", "russia", "hts", "sdf", "isis", "armed-opposition", "coalition"] as const;
const places = [
  "idlib",
  "aleppo",
  "hama",
  "homs",
  "daraa",
  "raqqa",
  "hasaka",
  "damascus",
  "lattakia",
  "rural-damascus",
  "deir-ez-zour",
  "tartus",
] as const;
const columns: readonly Where[] = [{}, { demographic: "child" }, { demographic: "woman" }];

/** Whole numbers that look like none in particular, the same at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A report of parties by governorates with all margins, children and women, and a share for each party. */
function madeReport(period: string, rows: number, across: number, misprints: number): Report {
  const draw = numbers(Number(period.replace(/\D/g, "")) + rows + across);
  const [killers, wheres] = [parties.slice(0, rows), places.slice(0, across)];
  const cells = killers.map(() =>
    wheres.map(() => {
      const [child, woman] = [draw(20), draw(15)];
      return [child + woman + draw(60), child, woman] as const;
    }),
  );
  const sum = (part: readonly (readonly [number, number, number])[], column: number): number =>
    part.reduce((all, cell) => all + (cell[column] ?? 0), 0);
  const counts: [Where, number][] = columns.flatMap((column, nth): [Where, number][] => [
    [column, sum(cells.flat(), nth)],
    ...killers.map((perpetrator, row): [Where, number] => [
      { ...column, perpetrator },
      sum(cells[row] ?? [], nth),
    ]),
    ...wheres.map((place, at): [Where, number] => [
      { ...column, place },
      sum(
        cells.flatMap((line) => line.slice(at, at + 1)),
        nth,
      ),
    ]),
    ...killers.flatMap((perpetrator, row) =>
      wheres.map((place, at): [Where, number] => [
        { ...column, perpetrator, place },
        cells[row]?.[at]?.[nth] ?? 0,
      ]),
    ),
  ]);
  const all = counts[0]?.[1] ?? 0;
  const wrong = new Set(
    Array.from({ length: misprints }, (_, nth) => Math.floor(((nth + 0.5) * counts.length) / misprints)),
  );
  const figures = counts.map(
    ([of, value], nth): Figure<SnhrKeys> => ({
      id: `count ${nth}`,
      kind: "count",
      value: wrong.has(nth) ? value + 30 : value,
      of,
    }),
  );
  const shares = killers.map(
    (perpetrator, row): Figure<SnhrKeys> => ({
      id: `share ${row}`,
      kind: "percentage",
      text: String(Math.floor((200 * sum(cells[row] ?? [], 0) + all) / (2 * all))),
      of: { perpetrator },
      whole: {},
    }),
  );
  const table = (id: string, members: readonly Where[]) => ({
    id,
    of: {},
    rows: members,
    columns,
    whole: true,
    blank: "not-printed" as const,
  });
  return {
    kind: "published-report",
    id: period,
    publisher: "Made-up recorder",
    period,
    citation: { source: `Made up, ${period}` },
    figures: [...figures, ...shares],
    tables: [
      table(
        "parties",
        killers.map((perpetrator) => ({ perpetrator })),
      ),
      table(
        "governorates",
        wheres.map((place) => ({ place })),
      ),
    ],
  };
}

/**
 * A report that takes long: of one large table, either the cells are printed as counts and the margins as shares of all, or
 * the margins as counts and the cells as shares of their governorates, so that every figure hangs on nearly all others.
 */
function sharesOfTable(shares: "of margins" | "of cells", misprints: number): Report {
  const draw = numbers(315);
  const killers = [
    ...Object.keys(snhrCodebook.perpetrators),
    ...Object.keys(snhrCodebook.unattributed),
  ].slice(0, 20) as SnhrKeys["perpetrator"][];
  const wheres = Object.keys(snhrCodebook.places).slice(0, 14) as SnhrKeys["place"][];
  const cells = killers.flatMap((perpetrator) =>
    wheres.map((place) => ({ of: { perpetrator, place }, value: draw(60) })),
  );
  const rows = killers.map((perpetrator) => ({ perpetrator }));
  const governorates = wheres.map((place) => ({ place }));
  const margins = [...rows, ...governorates].map((of: Where) => ({
    of,
    value: sumOf(
      cells.filter((cell) => Object.entries(of).every(([key, value]) => cell.of[key as "place"] === value)),
    ),
  }));
  const all = sumOf(cells);
  const toll = (of: Where): number => margins.find((one) => one.of.place === of.place)?.value ?? all;
  const isOfCells = shares === "of cells";
  const wrong = new Set(Array.from({ length: misprints }, (_, nth) => 7 + 9 * nth));
  const counts = (isOfCells ? margins : cells).map(
    ({ of, value }, nth): Figure<SnhrKeys> => ({
      id: `count ${nth}`,
      kind: "count",
      value: !isOfCells && wrong.has(nth) ? 10 * value + 3 : value,
      of,
    }),
  );
  const percentages = (isOfCells ? cells : margins).map(({ of, value }, nth): Figure<SnhrKeys> => {
    const whole = isOfCells ? { place: of.place ?? "idlib" } : {};
    const den = isOfCells ? toll(whole) : all;
    const tenths = Math.floor((2000 * value + den) / (2 * den)) + (isOfCells && wrong.has(nth) ? 70 : 0);
    const text = `${Math.floor(tenths / 10)}.${tenths % 10}`;
    return { id: `share ${nth}`, kind: "percentage", text, of, whole };
  });
  const whole = { of: {}, columns: [{}], whole: true, blank: "not-printed" } as const;
  return {
    ...madeReport("2021-07", 1, 1, 0),
    figures: [{ id: "all", kind: "count", value: all, of: {} }, ...counts, ...percentages],
    tables: [
      { ...whole, id: "parties", rows },
      { ...whole, id: "governorates", rows: governorates },
    ],
  };
}

function sumOf(of: readonly { readonly value: number }[]): number {
  return of.reduce((all, { value }) => all + value, 0);
}

/** A year of totals of 30 days each, every day another: each overlaps with those of 29 days before and after. */
function rollingTotals(days: number): Report {
  const day = (nth: number): string =>
    new Date(Date.UTC(2021, 0, 1 + nth)).toISOString().slice(0, "2021-01-01".length);
  const figures = Array.from(
    { length: days },
    (_, nth): Figure<SnhrKeys> => ({
      id: `from ${day(nth)}`,
      kind: "count",
      value: 90,
      of: { period: `${day(nth)}/${day(nth + 29)}` },
    }),
  );
  return { ...madeReport("2021", 1, 1, 0), figures, tables: [] };
}

/** Monthly reports that follow each other, each with its total since January. */
function series(number: number, misprints: number): readonly Report[] {
  let sinceJanuary = 0;
  return Array.from({ length: number }, (_, nth) => {
    const [year, month] = [2013 + Math.floor(nth / 12), String((nth % 12) + 1).padStart(2, "0")];
    const report = madeReport(`${year}-${month}`, 3, 4, 0);
    const [total] = report.figures;
    sinceJanuary = (month === "01" ? 0 : sinceJanuary) + (total?.kind === "count" ? total.value : 0);
    const since: Figure<SnhrKeys> = {
      id: "since January",
      kind: "count",
      value: sinceJanuary,
      of: { period: `${year}-01/${year}-${month}` },
    };
    const isMisprinted = misprints > 0 && nth % (number / misprints) === 5;
    const own = isMisprinted ? madeReport(`${year}-${month}`, 3, 4, 1) : report;
    return { ...own, figures: [...own.figures, since] };
  });
}

/** The least processor time of three audits, in seconds, with what was found. */
function measured(reports: readonly Report[]): string {
  let least = Infinity;
  let found = { identities: 0, conflicts: 0 };
  for (let nth = 0; nth < 3; nth++) {
    const before = process.cpuUsage();
    found = auditFigures(reports, { codebook: snhrCodebook }).accounting;
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000_000);
  }
  const figures = reports.reduce((all, report) => all + report.figures.length, 0);
  const cells = [reports.length, figures, found.identities, found.conflicts, least.toFixed(2)];
  return `| ${cells.join(" | ")} |`;
}

console.log("| Reports | Figures | Identities | Conflicts | Seconds |\n|---:|---:|---:|---:|---:|");
for (const [rows, across] of [
  [3, 4],
  [5, 6],
  [7, 12],
] as const) {
  for (const misprints of [0, 1, 20]) console.log(measured([madeReport("2021-07", rows, across, misprints)]));
}
for (const shares of ["of margins", "of cells"] as const)
  for (const misprints of [0, 3]) console.log(measured([sharesOfTable(shares, misprints)]));
for (const days of [50, 100, 200]) console.log(measured([rollingTotals(days)]));
for (const [number, misprints] of [
  [10, 0],
  [30, 0],
  [100, 0],
  [100, 10],
] as const) {
  console.log(measured(series(number, misprints)));
}
