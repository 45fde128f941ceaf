import type { Codebook } from "../../codebook/codebook.js";
import type { Keys } from "../../codebook/keys.js";
import { CasualtyError, checkedObject } from "../../error.js";
import { roundings } from "../../number/rounding.js";
import { checkedReport } from "../../report/checked-report.js";
import type { MonthlyReport } from "../../report/monthly-report.js";
import { refuseUnlessTally } from "../../tally/cells.js";
import type { AnyTally } from "../../tally/tally-data.js";
import { cellRegistry } from "../cells/cell.js";
import { coordinateReader } from "../cells/read-coordinates.js";
import { cellsOfFigure } from "../identities/figure-constraints.js";
import { checkedPublished } from "../parse/parse-published.js";
import type { PublishedReport } from "../published/published.js";
import { wordsOf } from "../words/words.js";
import { compareFigure } from "./compare-figure.js";
import type { ReconciledFigure, ReconciledOutcome, Reconciliation } from "./reconciliation.js";
import { recountBy } from "./recount.js";
import type { NotRecounted, Recounted } from "./recounted.js";

/**
 * Sets the figures of a published report beside what records give: each recomputed from a tally, or from a monthly
 * report, with the roundings that would print it. Figures that the records do not give are named with the reason.
 *
 * A tally is read by dimensions named `perpetrator`, `place`, `means` and `month` and by inclusions that are categories. Those
 * in the keys `undated`, `unknown` and `jointly` may belong to a cell without being counted in it; its categories are taken as
 * complete. A monthly report says more: of whom it is not known whether they belong to a category, what the members of an alliance have done jointly, which rows were
 * rejected and which months are missing.
 *
 * @throws as `auditFigures` does; `options-malformed` where the records are neither a tally nor a report, `tally-not-additive` and
 * `argument-malformed` where they are one that lacks its cells or tables.
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
  refuseOtherRecords(counted);
  // Coordinates are read as texts, and each key is looked up in the codebook; a report's numbers are found by them.
  const codebook = checkedObject(options, "reconcile", "options with the codebook").codebook as Codebook;
  const [report] = checkedPublished(codebook, [published]);
  if (report === undefined) throw new RangeError("One report was checked.");
  const reader = coordinateReader(codebook, report);
  const recount = recountBy(counted, codebook, reader.boxOf({}).sets.population);
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
    const values = list.map(({ box }, cell): Recounted | NotRecounted => {
      const constant = days.get(cell) ?? 0;
      return box === null ? { counted: constant, maximum: constant, doubts: [] } : recount(box);
    });
    const known = values.filter((value) => "counted" in value);
    const failed = values.find((value) => "reason" in value);
    if (failed !== undefined)
      return {
        figure: reference,
        outcome: "not-comparable",
        recomputed: null,
        difference: null,
        roundings: [],
        remark: failed.reason,
      };
    return { figure: reference, ...compareFigure(figure, cells, known) };
  });
  const number = (wanted: ReconciledOutcome): number =>
    figures.filter(({ outcome }) => outcome === wanted).length;
  const rounded = report.figures.flatMap((figure, nth) => {
    const found = figures[nth];
    const isQuotient = figure.kind === "percentage" || figure.kind === "rate";
    return isQuotient && found?.outcome === "agrees" && (figure.wording ?? "exactly") === "exactly"
      ? [found.roundings]
      : [];
  });
  return {
    kind: "reconciliation",
    report: report.id,
    accounting: {
      agree: number("agrees"),
      mayAgree: number("may-agree"),
      differ: number("differs"),
      notComparable: number("not-comparable"),
    },
    roundings: roundings.filter((rounding) => rounded.every((list) => list.includes(rounding))),
    figures,
  };
}

/** Callers without types, and parsed JSON, may hand in anything, also half of a tally or report. */
function refuseOtherRecords(counted: AnyTally | MonthlyReport): void {
  const { kind } = Object(counted) as { readonly kind?: unknown };
  if (kind !== "tally" && kind !== "monthly-report")
    throw new CasualtyError(
      "options-malformed",
      "The records that published figures are set beside must be a tally or a monthly report.",
      { path: "counted" },
    );
  const tallies =
    counted.kind === "tally"
      ? [counted]
      : [checkedReport(counted, "reconcile")].flatMap(({ tally, inDoubt }) => [tally, inDoubt]);
  for (const tally of tallies) refuseUnlessTally(tally, "reconcile");
}
