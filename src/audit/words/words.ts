import type { Codebook } from "../../codebook/codebook.js";
import { citationText } from "../../rule/citation.js";
import type { PlacedCell, PlacedFigure } from "../identities/problem.js";
import type { Figure } from "../published/figure.js";
import type { CellReference, FigureReference } from "../published/reference.js";
import { cellCoordinates } from "./cell-coordinates.js";
import { cellWords, labelWithin } from "./cell-words.js";

/** The names of cells and figures in findings. */
export interface Words {
  readonly cell: (cell: PlacedCell) => CellReference;
  /** What a cell counts behind a number: "1 child killed by Russian forces", "129 killed". */
  readonly counted: (count: number, cell: PlacedCell) => string;
  /** What tells a part from its whole: "Russian forces"; null where that is nothing, or of another unit. */
  readonly within: (part: PlacedCell, whole: PlacedCell) => string | null;
  /** The label of a category. */
  readonly category: (key: string) => string;
  readonly figure: (placed: PlacedFigure, cells: readonly PlacedCell[]) => FigureReference;
}

/** Makes the names by a codebook's labels. */
export function wordsOf(codebook: Codebook): Words {
  const references = new Map<PlacedCell, CellReference>();
  const phrase = ({ box, outside, report }: PlacedCell, count: number): string => {
    if (box !== null) return cellWords(codebook, box, report, count);
    if (outside === null) return "days";
    return `${cellWords(codebook, outside.of, report, count)} in none of the rows of "${outside.table}"`;
  };
  const cell = (placed: PlacedCell): CellReference => {
    const known = references.get(placed);
    if (known !== undefined) return known;
    const box = placed.box ?? placed.outside?.of;
    const made: CellReference = {
      of: box === undefined ? {} : cellCoordinates(codebook, box, placed.report),
      outside: placed.outside?.table ?? null,
      what: phrase(placed, 2).replace(/^killed(?=$|,| in none)/, "all killed"),
    };
    references.set(placed, made);
    return made;
  };
  return {
    cell,
    counted: (count, placed) => `${count} ${phrase(placed, count)}`,
    within: (part, whole) =>
      part.box === null || whole.box === null ? null : labelWithin(codebook, part.box, whole.box),
    category: (key) => codebook.categories[key]?.label ?? key,
    figure: ({ report, figure, cells: own }, cells) => {
      const spoken = figure.kind === "difference" ? [own.of, ...own.than] : [own.of];
      const named = spoken.map(({ cell: number }) => cells[number]).filter((placed) => placed !== undefined);
      return {
        report: report.id,
        figure: figure.id,
        printed: printedText(figure),
        what: named.map((placed) => cell(placed).what).join(" less "),
        citation: citationText(figure.citation ?? report.citation),
      };
    },
  };
}

/** A figure as printed, with its wording. */
function printedText(figure: Figure): string {
  const wording =
    figure.wording === undefined || figure.wording === "exactly"
      ? ""
      : `${figure.wording.replace("-", " ")} `;
  switch (figure.kind) {
    case "count":
    case "difference":
      return `${wording}${figure.value}`;
    case "percentage":
      return `${wording}${figure.text.replace(/\s?%$/, "")}%`;
    case "rate":
      return `${wording}${figure.text} per day`;
    case "statement":
      return figure.text;
  }
}
