import { CasualtyError } from "../error.js";
import { axesOf, axisNamed, positionIn } from "./axes.js";
import { addInto, eachCell, refuseUnlessTally, zerosFor } from "./cells.js";
import { positionOf, positionsOf } from "./dimension.js";
import type { MeasureKind } from "./measure.js";
import { type Cell, cellOf, type Selection } from "./read.js";
import { selector } from "./selection.js";
import type { DimensionKeys, Tally } from "./tally.js";

/** What was counted from the first key of a running total through one key. */
export interface RunningStep<
  Key extends string = string,
  I extends string = string,
  M extends MeasureKind = "count",
> extends Cell<I, M> {
  readonly through: Key;
  /** The keys up to here for which nothing is known; if there are any, the count is a lower bound and no total. */
  readonly missing: readonly Key[];
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
 * `dimension-key-unknown` if a missing key is not in it; what `at` throws for the selection; `tally-not-additive`.
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
  const positions = positionsOf(sequence);
  for (const key of missing) positionOf(positions, over, key, "only keys of its sequence can be missing");

  const perKey = new Map(axis.keys.map((key) => [key, zerosFor(tally)]));
  const selects = selector(tally.dimensions, selection);
  eachCell(tally, (cell, numbers) => {
    const key = axis.keys[positionIn(axis, cell)];
    const sums = key === undefined ? undefined : perKey.get(key);
    if (sums !== undefined && selects(cell)) addInto(sums, numbers);
  });

  const soFar = zerosFor(tally);
  const gaps: K[Name][] = [];
  const steps = sequence.map((key) => {
    addInto(soFar, perKey.get(key) ?? []);
    if (missing.includes(key)) gaps.push(key);
    return { ...cellOf(tally, soFar), through: key, missing: [...gaps] };
  });
  const outside = zerosFor(tally);
  for (const [key, sums] of perKey) {
    if (!positions.has(key)) addInto(outside, sums);
  }
  return { kind: "running", over, from, through, missing: gaps, steps, beside: cellOf(tally, outside) };
}
