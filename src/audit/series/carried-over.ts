import { citationText } from "../../rule/citation.js";
import { type Box, boxKeyWithout, isOfMassacres } from "../cells/box.js";
import { keySetText } from "../cells/key-set.js";
import type { AuditedReport } from "../findings/audit-report.js";
import type { SeriesFinding } from "../findings/finding.js";
import { countedBy } from "../identities/counted-by.js";
import type { Timed } from "../identities/period-sums.js";
import type { PlacedFigure, Problem } from "../identities/problem.js";
import { timedNumber } from "../identities/timed-counts.js";
import type { PublishedReport } from "../published/published.js";
import { publisherOf } from "../published/publisher.js";
import { listed } from "../words/amounts.js";
import type { Words } from "../words/words.js";

/**
 * How unlikely a coincidence must be: the product of the equal numbers, and how many there are. Two numbers of about v that nothing but
 * chance moves are equal once in 2√(πv) times, so three of this product once in 45 √product. A hundred reports are 5,000 pairs, in
 * which a product of a million is met once in nine such series; and about 200 pairs of a report with the one just before, or with
 * that of the same time a year before, in which a product of 1,000, three numbers of ten, is met once in seven.
 */
const leastEqual = { figures: 3, product: 1_000_000, productOfNear: 1_000 };

/**
 * Of the report just before, two numbers are enough if they say who everybody is, or their age and sex: children and women. Two of this
 * product are equal by chance once in 4π√product, which a hundred pairs meet in less than every third series.
 */
const leastOfPeople = { figures: 2, product: 700 };

/** Two totals from here on are equal by chance once in 35 times at most, if nothing else moved them: not enough without more. */
const leastTotal = 100;

/** The exact counts of a report's own period and its totals, by what they count, each with the breakdowns that it is part of. */
interface Printed {
  readonly report: PublishedReport;
  readonly own: Box;
  readonly problem: Problem;
  readonly bounds: AuditedReport["bounds"];
  readonly byCell: ReadonlyMap<string, Timed<PlacedFigure> & { readonly by: readonly Breakdown[] | "total" }>;
}

/** A number of the later report and that of the earlier one, of the same cell but for the period. */
type Pair = readonly [later: Timed<PlacedFigure>, earlier: Timed<PlacedFigure>];

/** Pairs of reports, one of a later time, that print the same breakdown under another total: it can be true, but hardly by chance. */
export function carriedOver(reports: readonly AuditedReport[], words: Words): SeriesFinding[] {
  const groupOf = countedBy(reports.map(({ model }) => model.report));
  const printed = reports.map(({ model, problem, bounds }): Printed => {
    const own = model.reader.boxOf({});
    return { report: model.report, own, problem, bounds, byCell: countsOfPeriod(problem, own, groupOf) };
  });
  return printed.flatMap((later) => {
    const others = printed.filter(
      (one) => one !== later && publisherOf(one.report) === publisherOf(later.report),
    );
    return others
      .filter(({ own }) => own.end <= later.own.start)
      .flatMap((earlier) => carriedInto(later, earlier, others, words));
  });
}

/** What the one of two reports may have from the other, of all `others` of its publisher. */
function carriedInto(
  later: Printed,
  earlier: Printed,
  others: readonly Printed[],
  words: Words,
): SeriesFinding[] {
  const isNext = earlier.own.end === later.own.start;
  const isNear = isNext || isYearBefore(earlier.own, later.own);
  const least = { ...leastEqual, product: isNear ? leastEqual.productOfNear : leastEqual.product };
  const totals: Pair[] = [];
  const equalTotals = new Map<string, Pair>();
  const same = new Map<Breakdown, Pair[]>();
  const differing = new Set<Breakdown>();
  for (const [key, figure] of later.byCell) {
    const { by } = figure;
    const other = earlier.byCell.get(key);
    if (other === undefined) continue;
    const pair: Pair = [figure, other];
    const isSame = figure.value === other.value;
    if (by === "total") {
      if (isSame) equalTotals.set(key, pair);
      else totals.push(pair);
      continue;
    }
    for (const one of by) {
      if (isSame) same.set(one, [...(same.get(one) ?? []), pair]);
      else differing.add(one);
    }
  }
  const isCarried = (by: Breakdown, pairs: readonly Pair[]): boolean =>
    !differing.has(by) &&
    (isUnlikely(pairs, least) ||
      (isNext && (by === "people" || by === "demographic") && isUnlikely(pairs, leastOfPeople)));
  const carried = [...new Set([...same].flatMap(([by, pairs]) => (isCarried(by, pairs) ? pairs : [])))];
  if (totals.length === 0 || carried.length === 0)
    return isNear && differing.size > 0
      ? [...equalTotals].flatMap(([key, pair]) => {
          const closed = tablesOf(earlier, key).filter(({ most }) => most === 0);
          const open = tablesOpenOnlyIn(later, others, key).find(({ table }) =>
            closed.some((other) => other.table === table),
          );
          if (open === undefined || pair[0].value < leastTotal) return [];
          const why = `over rows of "${open.table}" that leave at least ${open.least} in none of them, and nobody there: the total may have been carried over.`;
          return [printedInBoth(later, earlier, [pair], why, words)];
        })
      : [];
  const printedBy = ({ problem }: Printed, { item }: Timed<PlacedFigure>): string =>
    words.figure(item, problem.cells).printed;
  const under = totals
    .map(([figure, other]) => `${printedBy(later, figure)} and ${printedBy(earlier, other)}`)
    .join("; ");
  const why = `under totals that differ (${under}): the breakdown may have been carried over.`;
  return [printedInBoth(later, earlier, carried, why, words)];
}

/** What is printed in both reports, and why it is remarkable. */
function printedInBoth(
  later: Printed,
  earlier: Printed,
  pairs: readonly Pair[],
  why: string,
  words: Words,
): SeriesFinding {
  const numbers = listed(pairs.map(([{ value }]) => `${value}`));
  const both = `${numbers} ${pairs.length === 1 ? "is" : "are"} printed both in ${citationText(later.report.citation)} and in ${citationText(earlier.report.citation)}`;
  return {
    kind: "carried-over",
    verdict: "undetermined",
    figures: pairs.flatMap(([figure, other]) => [
      words.figure(figure.item, later.problem.cells),
      words.figure(other.item, earlier.problem.cells),
    ]),
    conventions: [],
    explanation: `${both}, ${why}`,
  };
}

/**
 * The tables whose rows leave some of a total in none of them, where no other report has rows of them that do: where several have,
 * that one does after one that does not is no coincidence beside that of their totals.
 */
function tablesOpenOnlyIn(later: Printed, others: readonly Printed[], total: string) {
  const open = others.flatMap((other) => tablesOf(other, total)).filter(({ least }) => least > 0);
  return tablesOf(later, total).filter(
    ({ least, table }) => least > 0 && !open.some((other) => other.table === table),
  );
}

/** The tables that share out whom a number counts, with how many are in none of their rows. */
function tablesOf({ problem, bounds, byCell }: Printed, key: string) {
  const item = byCell.get(key)?.item;
  if (bounds.kind === "contradiction" || item === undefined) return [];
  return problem.identities.flatMap(({ kind, whole, parts, table }) => {
    if (kind !== "table-sum" || whole !== item.cells.of.cell || table === null) return [];
    const rest = parts.at(-1) ?? -1;
    const isOpen = problem.cells[rest]?.outside != null;
    return [
      {
        table,
        least: isOpen ? (bounds.minimum[rest] ?? 0) : 0,
        most: isOpen ? (bounds.maximum[rest] ?? Infinity) : 0,
      },
    ];
  });
}

/** Whether so many numbers are equal by chance too seldom. That a number is nobody twice is no coincidence. */
function isUnlikely(pairs: readonly Pair[], { figures, product }: typeof leastOfPeople): boolean {
  const values = pairs.map(([{ value }]) => value).filter((value) => value > 0);
  return values.length >= figures && values.reduce((all, value) => all * value, 1) >= product;
}

/** Whether a period is that of another a year before: the days between are those of a year, or of a leap year. */
function isYearBefore(one: Box, than: Box): boolean {
  const isYear = (days: number): boolean => days === 365 || days === 366;
  return isYear(than.start - one.start) && isYear(than.end - one.end);
}

function countsOfPeriod(
  problem: Problem,
  own: Box,
  groupOf: ReturnType<typeof countedBy>,
): Printed["byCell"] {
  const counts = problem.figures
    .flatMap((placed) => timedNumber(problem, placed))
    .filter(({ box }) => box.start === own.start && box.end === own.end)
    .flatMap((timed) => {
      const { wording = "exactly" } = timed.item.figure;
      const by = breakdownsOf(timed.box);
      // "At least 1057" and "at least 1032" are two printed totals; of a worded part nobody knows whether it is the same.
      if (wording !== "exactly" && by !== "total") return [];
      const meaning = isOfMassacres(timed.box) ? groupOf(timed.item.report, timed.box) : "";
      return [[`${wording}|${meaning}|${boxKeyWithout(timed.box, null)}`, { ...timed, by }] as const];
    });
  // Of a number that is printed twice, the first.
  return new Map(counts.reverse());
}

/**
 * By what a part of everybody is told: who they are (their age and sex apart, which may have been carried over where their
 * categories were not), who killed them, or where; or who of each party, or place, they are.
 */
type Breakdown =
  | "people"
  | "demographic"
  | "perpetrator"
  | "place"
  | `${"perpetrator" | "place"} of ${string}`;

/** The breakdowns that a part of everybody is part of: none of what is told by several at once. */
function breakdownsOf({ sets, unit, categories, inMassacres }: Box): readonly Breakdown[] | "total" {
  const { perpetrator, place, demographic, means, controlledBy, incident } = sets;
  if (unit !== "persons" || means !== null || controlledBy !== null || incident !== null) return [];
  const hasCategory = categories.length > 0 || inMassacres;
  const isOfPeople = demographic !== null || hasCategory;
  if (perpetrator === null && place === null) {
    if (!isOfPeople) return "total";
    return hasCategory ? ["people"] : ["people", "demographic"];
  }
  if (perpetrator !== null && place !== null) return [];
  const by = perpetrator === null ? "place" : "perpetrator";
  return [isOfPeople ? `${by} of ${keySetText(demographic)}|${categories.join("&")}|${inMassacres}` : by];
}
