import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Figure, Wording } from "../../src/audit/published/figure.js";
import { reconcile } from "../../src/audit/reconcile/reconcile.js";
import type { ReconciledFigure } from "../../src/audit/reconcile/reconciliation.js";
import type { MonthlyReport } from "../../src/report/monthly-report.js";
import type { Tally } from "../../src/tally/tally-data.js";
import { codebook, type HandMadeKeys, report } from "../report/hand-made.js";

/** Cells of the hand-made codebook. */
export type Where = Coordinates<HandMadeKeys>;

export const year: Where = { period: "2021-01/2021-03" };
export const pact: Where = { alliance: "pact" };

export function counted(value: number, of: Where, wording: Wording = "exactly"): Figure<HandMadeKeys> {
  return { id: "figure", kind: "count", value, of, wording };
}

export function percent(text: string, of: Where, whole: Where): Figure<HandMadeKeys> {
  return { id: "figure", kind: "percentage", text, of, whole };
}

/** One figure of a published report for March 2021 beside records. */
export function reconciled(
  figure: Figure<HandMadeKeys>,
  records: MonthlyReport<HandMadeKeys> | Tally,
): ReconciledFigure | undefined {
  const report = {
    kind: "published-report",
    id: "published",
    publisher: "A recorder",
    period: "2021-03",
    citation: { source: "Constructed" },
    figures: [figure],
  } as const;
  return reconcile(report, records, { codebook }).figures[0];
}

/** Its outcome, with what the records give; by the hand-made records unless others are handed in. */
export function outcomeOf(
  figure: Figure<HandMadeKeys>,
  records: MonthlyReport<HandMadeKeys> | Tally = report,
): readonly [outcome: string, recomputed: string | null] {
  const found = reconciled(figure, records);
  return [found?.outcome ?? "", found?.recomputed ?? null];
}
