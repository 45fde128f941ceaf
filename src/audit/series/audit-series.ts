import type { Conflict } from "../conflicts/conflict.js";
import { countVouchers } from "../conflicts/count-vouchers.js";
import { describeConflict } from "../conflicts/describe-conflict.js";
import type { FoundRepair } from "../conflicts/find-repairs.js";
import { type RepairedConflict, repairedConflicts } from "../conflicts/repaired-conflicts.js";
import type { AuditedReport } from "../findings/audit-report.js";
import type { SeriesFinding } from "../findings/finding.js";
import type { Words } from "../words/words.js";
import { withCarriedOver } from "./carried-from.js";
import { carriedOver } from "./carried-over.js";
import { definitionsThatDiffer, standingsThatDiffer } from "./definition-differs.js";
import { leftByEach, missingPeriods } from "./missing-periods.js";
import type { Series } from "./series.js";
import { seriesKind } from "./series-kind.js";
import { trendsOfPeriods } from "./trends.js";

/** Repairs within a report, with those of all reports counted that vouch for each. */
export function vouchedAcross(
  series: Series,
  { conflict, repairs }: RepairedConflict,
  firstFigure: number,
): FoundRepair[] {
  const leftBut = (own: readonly number[]): ReadonlySet<number> =>
    new Set([...series.left].filter((figure) => !own.includes(figure - firstFigure)));
  const left = leftBut(repairs.map(({ figure }) => figure));
  const counted = repairs.map((repair) => {
    const own = repair.figure + firstFigure;
    return { ...repair, vouchedBy: Math.max(repair.vouchedBy, countVouchers(series.problem, own, left)) };
  });
  return withCarriedOver(series, counted, firstFigure, leftBut(conflict.figures));
}

/** The conflicts that only show when reports stand beside each other, and what is remarkable though it can be true. */
export function seriesFindings(
  series: Series,
  reports: readonly AuditedReport[],
  words: Words,
): { readonly conflicts: Conflict[]; readonly series: SeriesFinding[] } {
  const { problem, left } = series;
  const found = repairedConflicts(problem, left);
  const all = new Set([...left, ...found.flatMap(({ conflict }) => conflict.figures)]);
  const described = found.map(({ conflict, repairs }) => {
    const others = new Set([...all].filter((figure) => !conflict.figures.includes(figure)));
    const ranked = withCarriedOver(series, repairs, 0, others);
    const isOnly = found.length === 1 && left.size === 0;
    return describeConflict(problem, conflict, ranked, all, isOnly, words);
  });
  const findings = found.flatMap(({ conflict }, nth): SeriesFinding[] => {
    const told = described[nth];
    if (told === undefined) return [];
    const { kind, remark } = seriesKind(problem, conflict, words);
    const { figures, conventions, explanation } = told;
    return [{ kind, verdict: "cannot-hold", figures, conventions, explanation: explanation + remark }];
  });
  return {
    conflicts: described,
    series: [
      ...findings,
      ...trendsOfPeriods(series, all, words),
      ...definitionsThatDiffer(problem, words),
      ...standingsThatDiffer(problem, words),
      ...carriedOver(reports, words),
      ...missingPeriods(problem, all, words),
      ...reports.flatMap((report, nth) =>
        report.conflicts.flatMap(({ conflict }) =>
          leftByEach(
            problem,
            conflict.figures.map((figure) => figure + (series.firstFigure[nth] ?? 0)),
            all,
            words,
          ),
        ),
      ),
    ],
  };
}
