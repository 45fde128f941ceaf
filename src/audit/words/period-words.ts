import { type Box, boxKeyWithout } from "../cells/box.js";
import { type PeriodSum, periodSums, type Timed } from "../identities/period-sums.js";
import type { PlacedFigure, Problem } from "../identities/problem.js";
import { listed } from "./amounts.js";
import type { Words } from "./words.js";

/** A sum over time, with where each number is printed: "113 (…, January 2021; …) + … = 723 (…)". */
export function tellPeriodSum(
  { whole, parts }: PeriodSum<PlacedFigure>,
  problem: Problem,
  words: Words,
): string {
  const { added, sum } = addition(parts, problem, words);
  const printed = told(whole, problem, words);
  return sum === whole.value ? `${added} = ${printed}` : `${added} = ${sum}, but ${printed} is printed`;
}

/** Parts of a period that need not be all of it: "113 (…, January 2021; …) + … = 323: part of 723 (…)". */
export function tellPartOfPeriod(
  { whole, parts }: PeriodSum<PlacedFigure>,
  problem: Problem,
  words: Words,
): string {
  const { added, sum } = addition(parts, problem, words);
  return `${added} = ${sum}: part of ${told(whole, problem, words)}`;
}

function addition(parts: readonly Timed<PlacedFigure>[], problem: Problem, words: Words) {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return { added: parts.map((part) => told(part, problem, words)).join(" + "), sum };
}

function told({ item, value }: Timed<PlacedFigure>, problem: Problem, words: Words): string {
  const cell = problem.cells[item.cells.of.cell];
  // Without its report a cell is named with its period.
  const what = cell === undefined ? "" : words.cell({ ...cell, report: null }).what;
  return `${value} (${what}; ${words.figure(item, problem.cells).citation})`;
}

/** What printed periods leave for one between them, with the figures: "177 killed, March 2021: 723 (…) less 113 (…), …". */
export function tellGap(
  box: Box,
  timed: readonly Timed<PlacedFigure>[],
  problem: Problem,
  words: Words,
): { readonly text: string; readonly placed: readonly PlacedFigure[] } | null {
  const gap: Timed<PlacedFigure | null> = { item: null, box, value: 0 };
  const slice = boxKeyWithout(box, null);
  const own = timed.filter((one) => boxKeyWithout(one.box, null) === slice);
  const sum = periodSums<PlacedFigure | null>([gap, ...own]).find(({ parts }) => parts.includes(gap));
  const whole = own.find((one) => one === sum?.whole);
  if (sum === undefined || whole === undefined) return null;
  const others = own.filter((one) => sum.parts.includes(one));
  const left = others.reduce((value, part) => value - part.value, whole.value);
  if (left < 0) return null;
  const counted = words.counted(left, { box, outside: null, report: null });
  const less = listed(others.map((part) => told(part, problem, words)));
  return {
    text: `${counted}: ${told(whole, problem, words)} less ${less}`,
    placed: [whole, ...others].map(({ item }) => item),
  };
}
