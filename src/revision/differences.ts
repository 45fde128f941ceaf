import { checkOptions } from "../codebook/check-options.js";
import { CasualtyError, checkedItems, checkedObject } from "../error.js";
import { checkedCount } from "../number/count.js";
import { positionOf, positionsOf, refuseFaultyKeys } from "../tally/dimension.js";

/** A cumulative figure as somebody published it: a stock, counted from one period through another. */
export interface CumulativeFigure<Period extends string = string> {
  /** The first period that it counts; `null` where it is not said: what it counts began before, it is not known when. */
  readonly since: Period | null;
  /** The last period that it counts. */
  readonly through: Period;
  readonly count: number;
}

/** What a cumulative figure says beside the one before it. */
export interface DifferenceStep<Period extends string = string> {
  /**
   * `start`: the first figure counted from that period on (each further start is a restart); `difference`: taken from the one
   * before; `fall`: below the one before, so that something was revised or counted anew, and no number of persons is given;
   * `rise`: not below the one before, where it is not said from when they count, so that the count may have begun anew between
   * them, and no number of persons is given.
   */
  readonly kind: "start" | "difference" | "fall" | "rise";
  readonly figure: CumulativeFigure<Period>;
  /** The figure before it that is counted from the same period; `null` at a start. */
  readonly before: CumulativeFigure<Period> | null;
  /** The periods that it says something of: several where none was published between, and none where its start is not said. */
  readonly periods: readonly Period[];
  /** The signed difference from the figure before it; `null` at a start. */
  readonly difference: number | null;
  /** What was added in `periods`, all of them together; `null` after a fall, and where it is not said from when the figure counts. */
  readonly count: number | null;
}

/** What cumulative figures say of the periods between them. */
export interface Differences<Period extends string = string> {
  readonly kind: "differences";
  /** In the order of the periods that the figures are counted from (not said: first), and through. */
  readonly steps: readonly DifferenceStep<Period>[];
}

/**
 * Gives what cumulative figures published by others say of single periods: the difference of each from the one before, where
 * it may be taken.
 *
 * `periods` are all periods in their order; those through which nothing was published make the step after them one of
 * several periods, and are never a zero. A figure below the one before it is a `fall`: it is reported with its difference and
 * not smoothed, and the next is compared with it. Figures counted from another period (the new year) are a series of
 * their own, which begins with a `start`. Of figures that do not say from when they count, only the signed differences are
 * given: 900 after 852 may be 48 more, or 900 of a new year. A difference is what was added to the published figure: deaths of the period, and
 * whatever was revised of the earlier ones, which the figures alone cannot tell apart.
 *
 * @throws `dimension-key-unknown` if a figure names none of the periods; `period-backwards` if it ends before it starts;
 * `cumulative-figure-repeated` if two are of the same periods; `dimension-keys-repeated`; `count-not-whole`; `count-unsafe`.
 *
 * @example
 * const periods = ["2021-01", "2021-02", "2021-03", "2021-04", "2021-05"] as const;
 * const figures = [
 *   { since: "2021-01", through: "2021-01", count: 113 },
 *   { since: "2021-01", through: "2021-03", count: 428 },
 *   { since: "2021-01", through: "2021-04", count: 420 },
 * ] as const;
 * const { steps } = differences(figures, { periods });
 * steps.map(({ kind, count }) => [kind, count]) // [["start", 113], ["difference", 315], ["fall", null]]
 * steps[1]?.periods // ["2021-02", "2021-03"]
 * steps[2]?.difference // -8
 */
export function differences<Period extends string>(
  figures: Iterable<CumulativeFigure<NoInfer<Period>>>,
  options: { readonly periods: readonly Period[] },
): Differences<Period> {
  checkOptions("options of differences", options, {
    required: { periods: { listOf: "text" } },
    optional: {},
  });
  const { periods } = options;
  refuseFaultyKeys("the periods", periods);
  const positions = positionsOf(periods);
  const placed = [...checkedItems(figures, "differences", "a list of cumulative figures")].map((figure) =>
    placedFigure(figure, positions),
  );
  placed.sort((a, b) => a.since - b.since || a.through - b.through);
  const steps = placed.map(({ figure, since, through }, nth): DifferenceStep<Period> => {
    const before = placed[nth - 1];
    if (before?.since !== since) {
      const isSaid = figure.since !== null;
      return {
        kind: "start",
        figure,
        before: null,
        periods: isSaid ? periods.slice(since, through + 1) : [],
        difference: null,
        count: isSaid ? figure.count : null,
      };
    }
    if (before.through === through) throw repeated(figure);
    const difference = figure.count - before.figure.count;
    const isSaid = figure.since !== null;
    return {
      kind: difference < 0 ? "fall" : isSaid ? "difference" : "rise",
      figure,
      before: before.figure,
      periods: isSaid ? periods.slice(before.through + 1, through + 1) : [],
      difference,
      count: isSaid && difference >= 0 ? difference : null,
    };
  });
  return { kind: "differences", steps };
}

interface PlacedFigure<Period extends string> {
  readonly figure: CumulativeFigure<Period>;
  /** The positions of its first and its last period; -1 where the first is not said. */
  readonly since: number;
  readonly through: number;
}

function placedFigure<Period extends string>(
  cumulative: CumulativeFigure<Period>,
  positions: ReadonlyMap<string, number>,
): PlacedFigure<Period> {
  const { since, through, count } = checkedObject(cumulative, "differences", "a list of cumulative figures");
  const advice = "name it among the periods";
  const last = positionOf(positions, "the periods", through, advice);
  const first = since === null ? -1 : positionOf(positions, "the periods", since, advice);
  if (first > last) {
    throw new CasualtyError(
      "period-backwards",
      `A cumulative figure counts from ${String(since)} through ${through}, which is before it: name the earlier period first.`,
      { start: String(since), end: through },
    );
  }
  const figure = { since, through, count: checkedCount(count, `the figure through ${through}`) };
  return { figure, since: first, through: last };
}

function repeated({ since, through }: CumulativeFigure): CasualtyError<"cumulative-figure-repeated"> {
  const from = since === null ? "" : `from ${since} `;
  return new CasualtyError(
    "cumulative-figure-repeated",
    `Two cumulative figures count ${from}through ${through}: choose one, or take the two publications as two series.`,
    { since, through },
  );
}
