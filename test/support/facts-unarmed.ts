import { auditFigures } from "../../src/audit/audit-figures.js";
import { listed } from "../../src/audit/cells/read-coordinates.js";
import { publisherOf } from "../../src/audit/published/publisher.js";
import type { Facts } from "./facts.js";
import { type FactFinding, remark, type Shower } from "./facts-finding.js";

/**
 * What would not agree if the unarmed whom a report counts were among the civilians of another of its publisher and period.
 *
 * Reports of massacres count "unarmed persons", tolls civilians, and nothing says that the former are among the latter: SNHR's of
 * March 2015 print 26 women killed by ISIS in massacres, and 22 civilian women killed by it in all. So this is a remark.
 */
export function unarmedFindings({ reports, codebook }: Facts, shown: Shower): readonly FactFinding[] {
  return reports.flatMap((report) => {
    const tolls = reports.filter(
      (other) =>
        publisherOf(other) === publisherOf(report) &&
        other.period === report.period &&
        listed(other.population ?? []).includes("civilians"),
    );
    if (report.population !== "unarmed" || tolls.length === 0) return [];
    const { conflicts } = auditFigures([{ ...report, population: "civilians" }, ...tolls], { codebook });
    return conflicts
      .filter(({ figures }) => new Set(figures.map((one) => one.report === report.id)).size > 1)
      .map(({ figures, explanation }) =>
        remark(
          "unarmed-or-civilians",
          figures.map(shown.figure),
          `That the unarmed are civilians is not said, and is not taken for granted. If they are: ${explanation}`,
        ),
      );
  });
}
