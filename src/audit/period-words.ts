import type { PeriodSum, Timed } from "./period-sums.js";
import type { PlacedFigure, Problem } from "./problem.js";
import type { Words } from "./words.js";

/** A sum over time, with where each number is printed: "113 (…, January 2021; …) + … = 723 (…)". */
export function tellPeriodSum(
  { whole, parts }: PeriodSum<PlacedFigure>,
  problem: Problem,
  words: Words,
): string {
  const told = ({ item, value }: Timed<PlacedFigure>): string => {
    const cell = problem.cells[item.cells.of.cell];
    // Without its report a cell is named with its period.
    const what = cell === undefined ? "" : words.cell({ ...cell, report: null }).what;
    return `${value} (${what}; ${words.figure(item, problem.cells).citation})`;
  };
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const added = parts.map(told).join(" + ");
  return sum === whole.value
    ? `${added} = ${told(whole)}`
    : `${added} = ${sum}, but ${told(whole)} is printed`;
}
