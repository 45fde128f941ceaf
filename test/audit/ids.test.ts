import { auditFigures, type PublishedReport, snhrCodebook } from "casualty-stats";
import { expect, test } from "vitest";

const report = (id: string, period: string, figures: readonly (readonly [string, number])[]) =>
  ({
    kind: "published-report",
    id,
    publisher: "Constructed",
    period,
    citation: { source: `Constructed, ${id}` },
    figures: figures.map(([figure, value]) => ({ id: figure, kind: "count", value, of: {} })),
  }) satisfies PublishedReport;

test("a figure is told by its report and its own id, though another pair reads alike with a stroke between", () => {
  const audited = auditFigures(
    [
      report("A", "2019-01", [["B/c", 5]]),
      report("A/B", "2021-01", [["c", 10]]),
      report("again", "2021-01", [["c", 11]]),
    ],
    { codebook: snhrCodebook },
  );
  const verdicts = audited.figures.map(({ figure, verdict }) => [figure.report, figure.figure, verdict]);
  expect(verdicts).toEqual([
    ["A", "B/c", "undetermined"],
    ["A/B", "c", "cannot-hold"],
    ["again", "c", "cannot-hold"],
  ]);
});
