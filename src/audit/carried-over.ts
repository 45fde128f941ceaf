import { citationText } from "../rule/citation.js";
import { listed } from "./amounts.js";
import type { AuditedReport } from "./audit-report.js";
import { type Box, boxKeyWithout } from "./box.js";
import type { SeriesFinding } from "./finding.js";
import { keySetText } from "./key-set.js";
import type { PlacedFigure, Problem } from "./problem.js";
import type { PublishedReport } from "./published.js";
import { publisherOf } from "./publisher.js";
import type { Words } from "./words.js";

/** How unlikely a coincidence must be: the product of the equal numbers, and how many there are. */
const leastEqual = { figures: 3, product: 1_000_000 };

/** Of the report just before, so many numbers of this size are enough, if they say who everybody is: children and women. */
const leastOfPeople = { figures: 2, value: 10 };

/** The exact counts of a report's own period, by what they count, each with what kind of part of everybody it is. */
interface Printed {
  readonly report: PublishedReport;
  readonly problem: Problem;
  readonly byCell: ReadonlyMap<
    string,
    { readonly figure: PlacedFigure; readonly by: Breakdown | "total" | null }
  >;
}

/** Pairs of reports that print the same breakdown under another total: it can be true, but hardly by chance. */
export function carriedOver(reports: readonly AuditedReport[], words: Words): SeriesFinding[] {
  const printed = reports.map(
    ({ model, problem }): Printed => ({
      report: model.report,
      problem,
      byCell: countsOfPeriod(problem, model.reader.boxOf({})),
    }),
  );
  return printed.flatMap((later, nth) =>
    printed
      .slice(0, nth)
      .filter(({ report }) => publisherOf(report) === publisherOf(later.report))
      .flatMap((earlier, at, all) => carriedInto(later, earlier, at === all.length - 1, words)),
  );
}

function carriedInto(later: Printed, earlier: Printed, isNext: boolean, words: Words): SeriesFinding[] {
  const totals: [PlacedFigure, PlacedFigure][] = [];
  const same = new Map<Breakdown, [PlacedFigure, PlacedFigure][]>();
  const differing = new Set<Breakdown>();
  for (const [key, { figure, by }] of later.byCell) {
    const other = by === null ? undefined : earlier.byCell.get(key)?.figure;
    if (other === undefined || by === null) continue;
    const isSame = valueOf(figure) === valueOf(other);
    if (by === "total") {
      if (!isSame) totals.push([figure, other]);
    } else if (isSame) {
      same.set(by, [...(same.get(by) ?? []), [figure, other]]);
    } else {
      differing.add(by);
    }
  }
  const carried = [...same].flatMap(([by, pairs]) =>
    differing.has(by) || !(isUnlikely(pairs) || (isNext && by === "people" && areTwo(pairs))) ? [] : pairs,
  );
  if (totals.length === 0 || carried.length === 0) return [];
  const figures = carried.flatMap(([figure, other]) => [
    words.figure(figure, later.problem.cells),
    words.figure(other, earlier.problem.cells),
  ]);
  const numbers = listed(carried.map(([figure]) => `${valueOf(figure)}`));
  const under = totals.map(([figure, other]) => `${valueOf(figure)} and ${valueOf(other)}`).join("; ");
  return [
    {
      kind: "carried-over",
      verdict: "undetermined",
      figures,
      conventions: [],
      explanation: `${numbers} are printed both in ${citationText(later.report.citation)} and in ${citationText(earlier.report.citation)}, under totals that differ (${under}): the breakdown may have been carried over.`,
    },
  ];
}

function isUnlikely(pairs: readonly (readonly [PlacedFigure, PlacedFigure])[]): boolean {
  // That a number is nobody twice is no coincidence.
  const values = pairs.map(([figure]) => valueOf(figure)).filter((value) => value > 0);
  const product = values.reduce((all, value) => all * value, 1);
  return values.length >= leastEqual.figures && product >= leastEqual.product;
}

function areTwo(pairs: readonly (readonly [PlacedFigure, PlacedFigure])[]): boolean {
  const { figures, value } = leastOfPeople;
  return pairs.filter(([figure]) => valueOf(figure) >= value).length >= figures;
}

function countsOfPeriod(problem: Problem, own: Box): Printed["byCell"] {
  const found = new Map<string, { readonly figure: PlacedFigure; readonly by: Breakdown | "total" | null }>();
  for (const placed of problem.figures) {
    const box = problem.cells[placed.cells.of.cell]?.box;
    if (placed.figure.kind !== "count" || box === null || box === undefined) continue;
    if (box.start !== own.start || box.end !== own.end) continue;
    const key = boxKeyWithout(box, null);
    if (!found.has(key)) found.set(key, { figure: placed, by: breakdownOf(box) });
  }
  return found;
}

function valueOf({ figure }: PlacedFigure): number {
  return figure.kind === "count" ? figure.value : 0;
}

/** By what a part of everybody is told: who they are, who killed them, or where; or who of each party, or place, they are. */
type Breakdown = "people" | "perpetrator" | "place" | `${"perpetrator" | "place"} of ${string}`;

function breakdownOf({ sets, unit, categories, inMassacres }: Box): Breakdown | "total" | null {
  const { perpetrator, place, demographic, means, controlledBy, incident } = sets;
  if (unit !== "persons" || means !== null || controlledBy !== null || incident !== null) return null;
  const isOfPeople = demographic !== null || categories.length > 0 || inMassacres;
  if (perpetrator === null && place === null) return isOfPeople ? "people" : "total";
  if (perpetrator !== null && place !== null) return null;
  const by = perpetrator === null ? "place" : "perpetrator";
  return isOfPeople ? `${by} of ${keySetText(demographic)}|${categories.join("&")}|${inMassacres}` : by;
}
