import { fixedPointText } from "../../number/fixed-point.js";
import { divideRounded } from "../../number/quotient.js";
import { compareRates, formatRate, type Rate } from "../../number/rate.js";
import type { CellNumber } from "../constraints/constraint.js";
import type { Verdict } from "../constraints/verdict.js";
import type { RangeOf } from "../constraints/within-ranges.js";
import { verdictsByReading } from "../identities/entailed.js";
import type { FigureCells } from "../identities/figure-constraints.js";
import type { PlacedFigure, Problem } from "../identities/problem.js";
import type { Comparison } from "../identities/statement-constraints.js";
import type { PercentageFigure, RateFigure } from "../published/figure.js";
import { readPrintedNumber } from "../published/printed-number.js";
import { listed, numbered } from "./amounts.js";
import type { Words } from "./words.js";

/**
 * A figure that relates cells, beside the numbers of these: "464 of 1795 is 25.9%, which no rounding prints as 27%"; null
 * if these are not all known.
 */
export function tellAgainst(
  problem: Problem,
  placed: PlacedFigure,
  words: Words,
  rangeOf: RangeOf,
): string | null {
  const { figure, cells } = placed;
  const valueOf = (cell: CellNumber): number | null => {
    const { minimum, maximum } = rangeOf(cell);
    return minimum === maximum ? minimum : null;
  };
  const { printed, what } = words.figure(placed, problem.cells);
  const of = valueOf(cells.of.cell);
  const than = cells.than.map(({ cell }) => valueOf(cell));
  if (of === null || than.includes(null)) return null;
  switch (figure.kind) {
    case "count":
      return null;
    case "statement":
      return cells.whole !== null && valueOf(cells.whole) === null
        ? null
        : statementWords(problem, placed, words, rangeOf);
    case "difference": {
      const [other] = cells.than;
      if (other === undefined) return null;
      const told = [cells.of, other].map(({ cell }) => known(problem, cell, rangeOf, words));
      const difference = of - (than[0] ?? 0);
      const order = difference < 0 ? ": the larger number must come first" : "";
      return `${told.join(" less ")} is ${difference}, but "${printed}" is printed${order}`;
    }
    case "percentage": {
      const whole = cells.whole === null ? null : valueOf(cells.whole);
      if (whole === null || whole === 0) return null;
      const around = { value: whole, text: known(problem, cells.whole ?? 0, rangeOf, words) };
      return tellQuotientOf(figure, printed, { value: of, text: `${of} (${what})` }, around);
    }
    case "rate": {
      const { days } = cells.of;
      const around = { value: days, text: numbered(days, "day") };
      return tellQuotientOf(figure, printed, { value: of, text: `${of} (${what})` }, around);
    }
  }
}

/** A number with the words in which it is told: "464 (children and women killed)". */
interface ToldNumber {
  readonly value: number;
  readonly text: string;
}

/** A percentage or rate that its numbers do not print, to one more digit: "464 (…) of 1795 (…) is 25.8%, which no rounding prints as 27%". */
export function tellQuotientOf(
  { kind, text }: PercentageFigure | RateFigure,
  printed: string,
  part: ToldNumber,
  whole: ToldNumber,
): string {
  const { digits } = readPrintedNumber(text);
  const [between, hundred, unit] = kind === "percentage" ? ["of", 100, "%"] : ["in", 1, " a day"];
  const units = divideRounded(hundred * part.value * 10 ** (digits + 1), whole.value, "half-up");
  const quotient = fixedPointText(units, digits + 1);
  return `${part.text} ${between} ${whole.text} is ${quotient}${unit}, which no rounding prints as ${printed}`;
}

function known(problem: Problem, cell: CellNumber, rangeOf: RangeOf, words: Words): string {
  const placed = problem.cells[cell];
  return placed === undefined ? "" : `${rangeOf(cell).minimum} (${words.cell(placed).what})`;
}

/** No more cells of a comparison are told. */
const mostCompared = 4;

/**
 * A statement beside the numbers that it compares: '"a decrease": 129 killed (4.16 a day) against 104 killed, April 2021
 * (3.47 a day)'. Of periods of different lengths rates are told; of a number that is not known what it may be is, as in
 * "0 to 60 (all killed, at most 0.33 a day)".
 */
export function statementWords(
  problem: Problem,
  placed: PlacedFigure,
  words: Words,
  rangeOf: RangeOf,
): string {
  const { figure, cells } = placed;
  const others = [
    ...cells.than,
    ...(cells.whole === null ? [] : [{ cell: cells.whole, days: cells.of.days }]),
  ];
  const isPerDay = others.some(({ days }) => days !== cells.of.days);
  const digits = digitsToTell([cells.of, ...others], rangeOf);
  const told = ({ cell, days }: TimedCell): string => {
    const own = problem.cells[cell];
    if (own === undefined) return "";
    const { minimum, maximum } = rangeOf(cell);
    const rate = isPerDay ? rateWords(minimum, maximum, days, digits) : null;
    if (minimum === maximum)
      return `${words.counted(minimum, own)}${rate === null ? "" : ` (${rate} a day)`}`;
    const { what } = words.cell(own);
    return rangeWords(rate === null ? what : `${what}, ${rate} a day`, minimum, maximum);
  };
  const shown = others.slice(0, mostCompared).map(told);
  const more = others.length - shown.length;
  const between = cells.whole === null ? "against" : "of";
  const text = figure.kind === "statement" ? figure.text : "";
  const compared = `"${text}": ${told(cells.of)} ${between} ${listed([...shown, ...(more > 0 ? [numbered(more, "other")] : [])])}`;
  const each = byEachComparison(placed, rangeOf);
  return each === null ? compared : `${compared}: ${each}`;
}

/** A cell that is compared, with the days of its period. */
type TimedCell = FigureCells["than"][number];

/** As many places as tell the rates that are known from each other, unless they are equal: 0.45 and 0.45 a day are 0.4527 and 0.4516. */
function digitsToTell(compared: readonly TimedCell[], rangeOf: RangeOf): number {
  const rates = compared.flatMap(({ cell, days }): Rate[] => {
    const { minimum, maximum } = rangeOf(cell);
    return minimum === maximum ? [{ count: minimum, days }] : [];
  });
  const [first] = rates;
  const others = rates.filter((rate) => first !== undefined && compareRates(first, rate) !== "equal");
  const isTold = (digits: number): boolean =>
    first === undefined || others.every((rate) => rateText(rate, digits) !== rateText(first, digits));
  return [2, 3, 4, 5, 6].find(isTold) ?? 7;
}

function rateText(rate: Rate, digits: number): string {
  return formatRate(rate, { rounding: "half-up", digits });
}

/** What a rate may be by what its number may be: "3.47", "at most 0.33", "0.10 to 0.33"; null if that is nothing. */
function rateWords(minimum: number, maximum: number, days: number, digits: number): string | null {
  const rate = (count: number): string => rateText({ count, days }, digits);
  if (minimum === maximum) return rate(minimum);
  if (maximum === Infinity) return minimum === 0 ? null : `at least ${rate(minimum)}`;
  return minimum === 0 ? `at most ${rate(maximum)}` : `${rate(minimum)} to ${rate(maximum)}`;
}

const holding: Readonly<Record<Verdict, string>> = {
  holds: "it holds",
  "cannot-hold": "it does not hold",
  undetermined: "it is not decided",
};

const comparing: Readonly<Record<Comparison, string>> = { "in-totals": "in totals", "per-day": "per day" };

/**
 * What each way to compare periods of different lengths makes of a statement: "in totals it holds, per day it does not
 * hold"; null if they make the same of it.
 */
export function byEachComparison(
  placed: Pick<PlacedFigure, "figure" | "cells">,
  rangeOf: RangeOf,
): string | null {
  const verdicts = verdictsByReading(placed, rangeOf);
  if (new Set(verdicts.map(({ verdict }) => verdict)).size < 2) return null;
  return verdicts.map(({ by, verdict }) => `${comparing[by]} ${holding[verdict]}`).join(", ");
}

/** What a number may be: "44 to 46 (killed in Idlib)", "killed in Homs (not printed)". */
export function rangeWords(what: string, minimum: number, maximum: number): string {
  if (minimum === 0 && maximum === Infinity) return `${what} (not printed)`;
  return `${maximum === Infinity ? `${minimum} or more` : `${minimum} to ${maximum}`} (${what})`;
}
