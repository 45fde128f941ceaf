import type { FigureReference, IdentityKind } from "./finding.js";
import type { PlacedIdentity, Problem } from "./problem.js";
import type { Words } from "./words.js";

/** What each kind of identity says, where no numbers are at hand. */
export const identityWords: Readonly<Record<IdentityKind, string>> = {
  "table-sum": "the rows of a table add to what it shares out",
  subtotal: "a group is the sum of its members",
  "part-of-whole": "a part is at most its whole",
  "disjoint-parts": "parts that exclude each other are together at most their whole",
  "period-sum": "a period is the sum of its parts",
  "massacre-threshold": "the toll of massacres is at least the threshold for each",
  "incident-is-massacre": "a massacre killed at least the threshold",
  "category-contains": "a category is at most the one that contains it",
  "blank-is-zero": "a blank in a row is a zero",
  "printed-twice": "a number printed twice is the same number",
  percentage: "a percentage is a whole number of its denominator",
  rate: "a rate is a whole number over the days of its period",
  difference: "a difference is that of two cells",
  statement: "a statement compares cells",
};

/** An identity in words, with the numbers that are printed at its cells. */
export function explainIdentity(problem: Problem, identity: PlacedIdentity, words: Words): string {
  const { whole, parts, relation, figure, kind } = identity;
  if (figure !== null) {
    const placed = problem.figures[figure];
    if (placed === undefined) return identityWords[kind];
    const { what, printed } = words.figure(placed, problem.cells);
    const of = whole === null || kind === "rate" ? "" : ` of ${numberAt(problem, whole, words)}`;
    return `${printed}${of}: ${what}`;
  }
  const shown = parts.map((part) => numberAt(problem, part, words));
  const total = whole === null ? "" : numberAt(problem, whole, words);
  const sum = shown.length > 12 ? `${shown.slice(0, 12).join(" + ")} + …` : shown.join(" + ");
  if (relation === "equal") return `${identityWords[kind]}: ${sum} = ${total}`;
  if (relation === "at-most") return `${identityWords[kind]}: ${sum} ≤ ${total}`;
  return `${identityWords[kind]}: ${[total, ...shown].filter((text) => text !== "").join(", ")}`;
}

/** The printed number at a cell with what it counts, "46 (Syrian Regime forces)"; "?" where none is printed. */
function numberAt(problem: Problem, cell: number, words: Words): string {
  const placed = problem.cells[cell];
  const what = placed === undefined ? "" : words.cell(placed).what;
  const printed = problem.figures.filter(
    ({ figure, cells }) => figure.kind === "count" && cells.of.cell === cell,
  );
  const texts = [...new Set(printed.map((one) => words.figure(one, problem.cells).printed))];
  return `${texts.length === 0 ? "?" : texts.join(" and ")} (${what})`;
}

/** A list of figures in words: "291 (children, section II)". */
export function figureList(figures: readonly FigureReference[]): string {
  return figures.map(({ printed, what }) => `${printed} (${what})`).join(", ");
}
