import { boxKey } from "../../src/audit/cells/box.js";
import { coordinateReader } from "../../src/audit/cells/read-coordinates.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { Report, Where } from "../support/audit.js";

/** A report without the figures that compare a cell with itself, which is refused. */
export function withoutSelfComparisons(report: Report): Report {
  const reader = coordinateReader(snhrCodebook, report);
  const keyOf = (of: Where): string => boxKey(reader.boxOf(of));
  const compared = (figure: Report["figures"][number]): readonly Where[] => {
    if (figure.kind === "difference") return [figure.than];
    return figure.kind === "statement" && "than" in figure.statement ? figure.statement.than : [];
  };
  const figures = report.figures.filter(
    (figure) => !compared(figure).some((than) => keyOf(than) === keyOf(figure.of)),
  );
  return { ...report, figures };
}
