import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { fixedPointText } from "../number/fixed-point.js";
import { divideRounded, type Rounding, roundings } from "../number/rounding.js";
import type { MonthlyReport } from "../report/monthly-report.js";
import type { AnyTally } from "../tally/tally.js";
import { cellRegistry } from "./cell.js";
import type { Figure } from "./figure.js";
import { cellsOfFigure, constraintsOfFigure, type FigureCells, lenient } from "./figure-constraints.js";
import type { FigureReference } from "./finding.js";
import { checkedPublished } from "./parse-published.js";
import { readPrintedNumber, worded } from "./printed-number.js";
import type { PublishedReport } from "./published.js";
import { coordinateReader } from "./read-coordinates.js";
import { recountBy } from "./recompute.js";
import { wordsOf } from "./words.js";

/** A published figure beside what the records give. */
export interface ReconciledFigure {
  readonly figure: FigureReference;
  /** What the records give: "67", "67 of 129", "129 in 31 days"; null if they do not give it. */
  readonly recomputed: string | null;
  /** `null` if it cannot be compared. */
  readonly agrees: boolean | null;
  /** Recomputed less printed, of counts and differences. */
  readonly difference: number | null;
  /** Of a percentage or rate: the roundings that would print it. */
  readonly roundings: readonly Rounding[];
  /** Why it cannot be compared, or how it agrees only by its wording. */
  readonly remark: string | null;
}

/** A published report beside records, figure by figure. */
export interface Reconciliation {
  readonly kind: "reconciliation";
  readonly report: string;
  /** Every figure is in one of the three. */
  readonly accounting: { readonly agree: number; readonly differ: number; readonly notComparable: number };
  /** The roundings that would print every percentage and rate that is compared and is not worded "about". */
  readonly roundings: readonly Rounding[];
  readonly figures: readonly ReconciledFigure[];
}

/**
 * Sets the figures of a published report beside what records give: each recomputed from a tally, or from a monthly
 * report, with the roundings that would print it. Figures that the records do not give are named with the reason.
 *
 * A tally is read by dimensions named `perpetrator`, `place`, `means` and `month` and by inclusions that are categories.
 *
 * @throws as `auditFigures` does.
 *
 * @example
 * const byMonthAlone = tally([], { by: { month: byMonthOf(period("2021-07"), () => null) } });
 * const may = { kind: "published-report", id: "r", publisher: "SNHR", period: "2021-07", citation: { source: "SNHR" }, figures: [{ id: "all", kind: "count", value: 129, of: {} }] };
 * reconcile(may, byMonthAlone, { codebook: snhrCodebook }).figures[0]?.difference // -129
 */
export function reconcile<K extends Keys>(
  published: PublishedReport<K>,
  counted: AnyTally | MonthlyReport<K>,
  options: { readonly codebook: Codebook<K> },
): Reconciliation {
  // Coordinates are read as texts, and each key is looked up in the codebook; a report's numbers are found by them.
  const codebook = options.codebook as unknown as Codebook;
  const [report] = checkedPublished(codebook, [published]);
  if (report === undefined) throw new RangeError("One report was checked.");
  const reader = coordinateReader(codebook, report);
  const recount = recountBy(counted, reader.boxOf({}).sets.population);
  const words = wordsOf(codebook);
  const figures = report.figures.map((figure): ReconciledFigure => {
    const registry = cellRegistry();
    const days = new Map<number, number>();
    const cells = cellsOfFigure(figure, reader, registry, (value) => {
      const cell = registry.addConstant();
      days.set(cell, value);
      return cell;
    });
    const list = registry.list();
    const placed = { report, figure, cells, constraints: [], identity: null };
    const reference = words.figure(
      placed,
      list.map((cell) => ({ ...cell, report })),
    );
    const values = list.map(({ box }, cell) =>
      box === null ? { count: days.get(cell) ?? 0 } : recount(box),
    );
    const failed = values.find((value) => "reason" in value);
    if (failed !== undefined && "reason" in failed)
      return {
        figure: reference,
        recomputed: null,
        agrees: null,
        difference: null,
        roundings: [],
        remark: failed.reason,
      };
    const counts = values.map((value) => ("count" in value ? value.count : 0));
    return { figure: reference, ...compare(figure, cells, counts) };
  });
  const compared = figures.filter(({ agrees }) => agrees !== null);
  const rounded = report.figures.flatMap((figure, nth) => {
    const found = figures[nth];
    const isQuotient = figure.kind === "percentage" || figure.kind === "rate";
    return isQuotient && found?.agrees === true && (figure.wording ?? "exactly") === "exactly"
      ? [found.roundings]
      : [];
  });
  return {
    kind: "reconciliation",
    report: report.id,
    accounting: {
      agree: compared.filter(({ agrees }) => agrees === true).length,
      differ: compared.filter(({ agrees }) => agrees === false).length,
      notComparable: figures.length - compared.length,
    },
    roundings: roundings.filter((rounding) => rounded.every((list) => list.includes(rounding))),
    figures,
  };
}

function compare(
  figure: Figure,
  cells: FigureCells,
  counts: readonly number[],
): Omit<ReconciledFigure, "figure"> {
  const at = (cell: number | null | undefined): number => counts[cell ?? -1] ?? 0;
  const wording = figure.wording ?? "exactly";
  switch (figure.kind) {
    case "count":
    case "difference": {
      const value = at(cells.of.cell) - (figure.kind === "count" ? 0 : at(cells.than[0]?.cell));
      const { minimum, maximum } = worded(figure.value, wording);
      const agrees = value >= minimum && value <= maximum;
      return {
        recomputed: `${value}`,
        agrees,
        difference: value - figure.value,
        roundings: [],
        remark: agrees && value !== figure.value ? `agrees as worded, "${wording}"` : null,
      };
    }
    case "percentage":
    case "rate":
      return compareQuotient(figure, at(cells.of.cell), at(cells.whole));
    case "statement": {
      const made = constraintsOfFigure(figure, cells, { figure: null, identity: null }, lenient);
      const agrees = made.every(
        (constraint) =>
          constraint.kind === "linear" &&
          constraint.cells.reduce(
            (sum, cell, nth) => sum + at(cell) * (constraint.coefficients[nth] ?? 0),
            0,
          ) <= constraint.bound,
      );
      const others = [...cells.than.map(({ cell }) => cell), ...(cells.whole === null ? [] : [cells.whole])];
      return {
        recomputed: `${at(cells.of.cell)} against ${others.map((cell) => at(cell)).join(", ")}`,
        agrees,
        difference: null,
        roundings: [],
        remark: null,
      };
    }
  }
}

function compareQuotient(
  figure: Extract<Figure, { kind: "percentage" | "rate" }>,
  part: number,
  whole: number,
): Omit<ReconciledFigure, "figure"> {
  const { units, digits, unitsOfOne } = readPrintedNumber(figure.text);
  const unitsOfWhole = figure.kind === "percentage" ? 100 * unitsOfOne : unitsOfOne;
  const recomputed = figure.kind === "percentage" ? `${part} of ${whole}` : `${part} in ${whole} days`;
  if (whole === 0)
    return {
      recomputed,
      agrees: false,
      difference: null,
      roundings: [],
      remark: "a share of nothing has no percentage",
    };
  const printed = roundings.map((rounding) => ({
    rounding,
    units: divideRounded(part * unitsOfWhole, whole, rounding),
  }));
  const matching = printed.filter((one) => one.units === units).map(({ rounding }) => rounding);
  const isNear = printed.some((one) => isWithin(one.units, units, figure.wording ?? "exactly"));
  const texts = [...new Set(printed.map((one) => fixedPointText(one.units, digits)))].join(" or ");
  return {
    recomputed,
    agrees: matching.length > 0 || isNear,
    difference: null,
    roundings: matching,
    remark: matching.length > 0 ? null : `the records would print ${texts}`,
  };
}

/** Whether a recomputed quotient is what the wording of a printed one allows, in units of its last place. */
function isWithin(recomputed: number, printed: number, wording: NonNullable<Figure["wording"]>): boolean {
  switch (wording) {
    case "exactly":
      return recomputed === printed;
    case "about":
      return Math.abs(recomputed - printed) <= 1;
    case "at-least":
    case "more-than":
      return recomputed >= printed;
    case "up-to":
    case "nearly":
      return recomputed <= printed;
  }
}
