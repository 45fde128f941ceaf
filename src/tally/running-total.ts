import { CasualtyError } from "../error.js";
import { axesOf, axisNamed } from "./axes.js";
import { refuseUnlessTally } from "./cells.js";
import { positionOf, positionsOf } from "./dimension.js";
import { widthOf } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import { addMoved, unmoved } from "./move-cells.js";
import { type Cell, cellOf, type Selection } from "./read.js";
import { refuseOtherFields } from "./refuse-fields.js";
import { movesOfSelection } from "./selection.js";
import { Sums } from "./sums.js";
import type { DimensionKeys, Tally } from "./tally-data.js";

/** What was counted from the first key of a running total through one key. */
export interface RunningStep<
  Key extends string = string,
  I extends string = string,
  M extends MeasureKind = "count",
> extends Cell<I, M> {
  readonly through: Key;
  /** For how many keys up to here nothing is known, the first of `missing`; if any, the count is a lower bound and no total. */
  readonly missing: number;
}

/**
 * A cumulative count: a stock, whose values must not be added. `total` refuses it.
 */
export interface Running<
  Key extends string = string,
  I extends string = string,
  M extends MeasureKind = "count",
> {
  readonly kind: "running";
  /** The dimension that it runs over. */
  readonly over: string;
  readonly from: Key;
  readonly through: Key;
  /** The keys for which nothing is known, in their sequence. */
  readonly missing: readonly Key[];
  readonly steps: readonly RunningStep<Key, I, M>[];
  /** What lies in no key of the sequence (undated, outside) and is in no step. */
  readonly beside: Cell<I, M>;
}

/**
 * Gives the running total of a tally over one dimension whose keys follow each other in time: one step for each of them.
 *
 * `of` restricts it to a selection of the other dimensions. `missing` names the keys for which there was no record and
 * no report, which is not the same as a count of zero: every step from there on is a lower bound and says so.
 * The last step and `beside` together are the total, or what `at` gives for `of`. A tally of no items gives zeros.
 *
 * @throws `dimension-unknown`; `dimension-not-sequential` if the dimension's partition has no sequence;
 * `dimension-key-unknown` if a missing key is not in it; `missing-key-counted` if something was counted in a missing one; what `at` throws for the selection; `tally-not-additive`.
 *
 * @example
 * const by = { month: partition({ keys: ["jan", "feb"], sequence: ["jan", "feb"], keyOf: (m: "jan" | "feb") => m }) };
 * runningTotal(tally(["jan", "feb", "feb"], { by }), { over: "month" }).steps.map((step) => step.count) // [1, 3]
 */
export function runningTotal<
  K extends DimensionKeys,
  I extends string,
  M extends MeasureKind,
  Name extends keyof K & string,
>(
  tally: Tally<K, I, M>,
  options: {
    readonly over: Name;
    readonly of?: Selection<Omit<K, Name>>;
    readonly missing?: readonly NoInfer<K[Name]>[];
  },
): Running<K[Name], I, M> {
  refuseUnlessTally(tally, "runningTotal");
  refuseOtherFields("runningTotal", options, { required: ["over"], optional: ["of", "missing"] });
  const { over, of: selection = {}, missing = [] } = options;
  const axis = axisNamed(axesOf(tally.dimensions), over);
  // The dimension of that name has the keys of that name, which the compiler cannot tell from a list.
  const sequence = (axis.sequence ?? []) as readonly K[Name][];
  const [from, through] = [sequence[0], sequence.at(-1)];
  if (from === undefined || through === undefined) {
    throw new CasualtyError(
      "dimension-not-sequential",
      `The keys of ${over} do not follow each other in time, so nothing can run over them: give its partition a sequence.`,
      { dimension: over },
    );
  }
  const following = positionsOf(sequence);
  for (const key of missing) positionOf(following, over, key, "only keys of its sequence can be missing");

  const width = widthOf(tally);
  const perKey = new Sums(axis.keys.length, width, axis.keys.length);
  addMoved(perKey, tally, [...movesOfSelection(tally.dimensions, selection), unmoved(axis)]);
  const positions = positionsOf(axis.keys);
  const addKey = (sums: number[], key: string) => {
    const start = perKey.startOf(positions.get(key) ?? Number.NaN);
    for (let column = 0; column < width; column++) {
      sums[column] = (sums[column] ?? 0) + (perKey.numbers[start + column] ?? 0);
    }
  };

  for (const key of missing) {
    const sums = new Array<number>(width).fill(0);
    addKey(sums, key);
    if (sums.some((sum) => sum > 0)) throw counted(over, key);
  }
  const soFar = new Array<number>(width).fill(0);
  const gaps = new Set(missing);
  let missingSoFar = 0;
  const steps = sequence.map((key) => {
    addKey(soFar, key);
    if (gaps.has(key)) missingSoFar++;
    return { ...cellOf(tally, soFar), through: key, missing: missingSoFar };
  });
  const outside = new Array<number>(width).fill(0);
  for (const key of axis.keys) if (!following.has(key)) addKey(outside, key);
  return {
    kind: "running",
    over,
    from,
    through,
    missing: sequence.filter((key) => gaps.has(key)),
    steps,
    beside: cellOf(tally, outside),
  };
}

function counted(dimension: string, key: string): CasualtyError<"missing-key-counted"> {
  return new CasualtyError(
    "missing-key-counted",
    `"${key}" of ${dimension} is named as missing, and there are counts of it: take it out of missing.`,
    { dimension, key },
  );
}
