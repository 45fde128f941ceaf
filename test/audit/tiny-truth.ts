import { divideRounded, roundings, type SnhrKeys } from "casualty-stats";
import type { Figure as AnyFigure } from "../../src/audit/published/figure.js";
import type { Where } from "../support/audit.js";
import { daysOf } from "./world.js";

type Figure = AnyFigure<SnhrKeys>;

/** Counts a cell, given by what narrows it step by step. */
export type Count = (...cells: readonly Where[]) => number;

/** The cells that a figure compares, each as what narrows it. */
export function cellsOf(figure: Figure): readonly (readonly Where[])[] {
  switch (figure.kind) {
    case "count":
    case "rate":
      return [[figure.of]];
    case "difference":
      return [[figure.of], [figure.than]];
    case "percentage":
      return [[figure.whole, figure.of], [figure.whole]];
    case "statement": {
      const { statement } = figure;
      if ("than" in statement) return [[figure.of], ...statement.than.map((than) => [than])];
      return "whole" in statement ? [[statement.whole, figure.of], [statement.whole]] : [[figure.of]];
    }
  }
}

/** Whether a figure is true, by what its wording says. */
export function isTrue(figure: Figure, count: Count): boolean {
  const as = figure.wording ?? "exactly";
  const compared = (true_: number, printed: number): boolean => {
    switch (as) {
      case "exactly":
        return true_ === printed;
      case "at-least":
        return true_ >= printed;
      case "more-than":
        return true_ > printed;
      case "up-to":
        return true_ <= printed;
      case "about":
        return Math.abs(true_ - printed) <= 1;
      case "nearly":
        return true_ <= printed && true_ >= printed - 1;
    }
  };
  switch (figure.kind) {
    case "count":
      return compared(count(figure.of), figure.value);
    case "difference":
      return compared(count(figure.of) - count(figure.than), figure.value);
    case "percentage": {
      const [part, whole] = [count(figure.whole, figure.of), count(figure.whole)];
      const printed = Number(figure.text);
      // Of nobody no share is printed but that of nobody, and that is no bound: one who is counted beside the whole is no share of it.
      if (whole === 0) return part === 0 && as !== "up-to" && as !== "nearly" && compared(0, printed);
      return roundings.some((rounding) => compared(divideRounded(100 * part, whole, rounding), printed));
    }
    case "rate":
      return true;
    case "statement": {
      const { statement } = figure;
      if ("than" in statement)
        // In totals or per day, but the same way for all that it is compared with; of a month and two months per day only.
        return (areAlike([figure.of, ...statement.than].map(daysIn)) ? [false, true] : [true]).some(
          (isPerDay) =>
            statement.than.every((than) => {
              const [days, daysOfThan] = isPerDay ? [daysIn(figure.of), daysIn(than)] : [1, 1];
              const [mine, theirs] = [count(figure.of) * daysOfThan, count(than) * days];
              return statement.says === "decrease"
                ? mine < theirs
                : statement.says === "increase"
                  ? mine > theirs
                  : mine === theirs;
            }),
        );
      if (statement.says === "more-than-fraction")
        return count(statement.whole, figure.of) * statement.in > count(statement.whole) * statement.part;
      return true;
    }
  }
}

function areAlike(days: readonly number[]): boolean {
  return Math.max(...days) / Math.min(...days) <= 31 / 28;
}

function daysIn(where: Where): number {
  return daysOf({ ...where, period: where.period ?? "2021-01/2021-02" });
}
