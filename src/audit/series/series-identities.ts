import type { IdentityFinding } from "../findings/finding.js";
import { countedBy, countingConventions } from "../identities/counted-by.js";
import { periodConventions } from "../identities/derive-periods.js";
import { openAround } from "../identities/open-tables.js";
import { periodSums } from "../identities/period-sums.js";
import { timedCount } from "../identities/timed-counts.js";
import { tellPartOfPeriod, tellPeriodSum } from "../words/period-words.js";
import type { Words } from "../words/words.js";
import type { Series } from "./series.js";

/** The sums over time of which the numbers stand in several reports, each with what the printed numbers make of it. */
export function seriesIdentities({ problem, models }: Series, words: Words): IdentityFinding[] {
  const groupOf = countedBy(problem.figures.map(({ report }) => report));
  const groups = new Map<string, ReturnType<typeof timedCount>>();
  for (const placed of problem.figures) {
    for (const timed of timedCount(problem, placed)) {
      const key = groupOf(placed.report, timed.box);
      groups.set(key, [...(groups.get(key) ?? []), timed]);
    }
  }
  return [...groups.values()].flatMap(periodSums).flatMap((sum): IdentityFinding[] => {
    const figures = [sum.whole, ...sum.parts].map(({ item }) => words.figure(item, problem.cells));
    if (new Set(figures.map(({ report }) => report)).size < 2) return [];
    const total = sum.parts.reduce((all, { value }) => all + value, 0);
    const { value, box, item } = sum.whole;
    const open = models.find(({ report }) => report === item.report)?.open ?? [];
    const areOpen = sum.parts.slice(1).some((part) => openAround(box, part.box.start, open).length > 0);
    const { complete, within } = periodConventions(box);
    // If some of a period are in none of its parts, these are at most it.
    const verdict = total > value || (total < value && !areOpen) ? "cannot-hold" : "holds";
    const slack = areOpen && total <= value ? value - total : null;
    const sides = [...(total > value || areOpen ? [] : complete), ...(total < value ? [] : within)];
    return [
      {
        id: `period-sum:${figures.map(({ report, figure }) => `${report}/${figure}`).join(":")}`,
        kind: "period-sum",
        verdict,
        explanation:
          slack === null
            ? tellPeriodSum(sum, problem, words)
            : `${tellPartOfPeriod(sum, problem, words)}; ${slack} left`,
        figures,
        slack,
        conventions: [...new Set([...sides, ...countingConventions(box)])].sort(),
      },
    ];
  });
}
