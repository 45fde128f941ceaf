import type { Codebook } from "../../codebook/codebook.js";
import { CasualtyError } from "../../error.js";
import type { Box } from "../cells/box.js";
import { cellRegistry } from "../cells/cell.js";
import { coordinateReader } from "../cells/read-coordinates.js";
import { cellsOfFigure, type FigureCells } from "../identities/figure-constraints.js";
import type { Coordinates } from "../published/coordinates.js";
import type { Figure } from "../published/figure.js";
import type { PublishedReport } from "../published/published.js";
import type { Fault } from "../published/published-issue.js";
import type { Path } from "./unchecked.js";

/**
 * What is wrong with a report of the right form that only its cells tell, however they are written. Coordinates that cannot be
 * read are passed over: what is wrong with them is said elsewhere.
 */
export function cellFaults(codebook: Codebook, report: PublishedReport): Fault[] {
  const reader = coordinateReader(codebook, report);
  const registry = cellRegistry();
  const cellsOf = (figure: Figure): FigureCells | null =>
    readable(() => cellsOfFigure(figure, reader, registry, registry.addConstant));
  const boxOf = (figure: Figure): Box | null => {
    const cells = cellsOf(figure);
    return (cells === null ? null : registry.list()[cells.of.cell]?.box) ?? null;
  };

  const ofFigures = report.figures.flatMap((figure, nth) =>
    isStrict(figure) ? itselfFaults(figure, cellsOf(figure), ["figures", nth]) : [],
  );
  const ofReadings = (report.readings ?? []).flatMap(({ figures, alternatives }, nth) => {
    const read = report.figures
      .filter(({ id }) => figures.includes(id))
      .flatMap((figure) => boxOf(figure) ?? []);
    return alternatives.flatMap((alternative, at) =>
      narrowingFaults(
        read,
        alternative,
        readable(() => reader.boxOf(alternative)),
      ).map((fault) => ({
        ...fault,
        path: ["readings", nth, "alternatives", at, ...fault.path],
      })),
    );
  });
  return [...ofFigures, ...ofReadings];
}

/** Whether a figure says how it differs from others: the highest of a year may be named among all its months. */
function isStrict(figure: Figure): boolean {
  return figure.kind === "difference" || (figure.kind === "statement" && "than" in figure.statement);
}

function itselfFaults({ kind }: Figure, cells: FigureCells | null, path: Path): Fault[] {
  if (cells === null) return [];
  return cells.than.flatMap(({ cell }, nth): Fault[] =>
    cell === cells.of.cell
      ? [
          {
            code: "figure-compares-itself",
            path: [...path, ...(kind === "difference" ? ["than"] : ["statement", "than", nth])],
            message: "This is the cell that is compared with it: name the other one.",
          },
        ]
      : [],
  );
}

/** Whether coordinates count something else than cells, or in a time that is not theirs. */
function narrowingFaults(cells: readonly Box[], { unit, period }: Coordinates, read: Box | null): Fault[] {
  const other = unit === undefined ? undefined : cells.find((cell) => cell.unit !== unit);
  const isWider =
    period !== undefined &&
    read !== null &&
    cells.some(({ start, end }) => read.start < start || read.end > end);
  const rule = "a reading says more of what its figures count, and nothing else.";
  return [
    ...(other === undefined
      ? []
      : [
          {
            code: "unit-differs" as const,
            path: ["unit"],
            message: `This reads ${other.unit} as ${unit ?? ""}: ${rule}`,
          },
        ]),
    ...(isWider
      ? [
          {
            code: "reading-widens" as const,
            path: ["period"],
            message: `This is not within the period of its figures: ${rule}`,
          },
        ]
      : []),
  ];
}

/** What is read; null where coordinates are no cell. */
function readable<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof CasualtyError) return null;
    throw error;
  }
}
