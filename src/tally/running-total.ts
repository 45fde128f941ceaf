import { CasualtyError } from "../error.js";
import { eachCell, positionIn, refuseUnlessTally, stridesOf } from "./cells.js";
import { positionOf, positionsOf } from "./dimension.js";
import { fieldsOf, type MeasureKind } from "./measure.js";
import { type Cell, cellOf, refuseUnknownDimensions, type Selection, selector } from "./read.js";
import type { DimensionKeys, Tally } from "./tally.js";

/** What was counted from the first key of a running total through one key. */
export interface RunningStep<
  Key extends string = string,
  I extends string = string,
  M extends MeasureKind = MeasureKind,
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
  M extends MeasureKind = MeasureKind,
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
 * The running total of a tally over one dimension whose keys follow each other in time.
 *
 * `of` restricts it to a selection of the other dimensions. `missing` names the keys for which there was no record and
 * no report, which is not the same as a count of zero: every step from there on is a lower bound and says so.
 * The last step and `beside` together are the total. Errors: `dimension-unknown`, `dimension-not-sequential` (the
 * dimension's keys do not follow each other), `dimension-key-unknown`, and those of `at`.
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
  refuseUnknownDimensions(tally.dimensions, [over]);
  const keys = tally.dimensions.find((dimension) => dimension.name === over)?.keys ?? [];
  const sequence = (tally.dimensions.find((dimension) => dimension.name === over)?.sequence ??
    []) as readonly K[Name][];
  const [from, through] = [sequence[0], sequence.at(-1)];
  const stride = stridesOf(tally.dimensions).find((candidate) => candidate.name === over);
  if (from === undefined || through === undefined || stride === undefined) {
    throw new CasualtyError(
      "dimension-not-sequential",
      `The keys of ${over} do not follow each other in time, so nothing can run over them: give its partition a sequence.`,
      { dimension: over },
    );
  }
  const positions = positionsOf(sequence);
  for (const key of missing) positionOf(positions, over, key);

  const width = fieldsOf[tally.measure].length * (1 + tally.inclusions.length);
  const none = new Array<number>(width).fill(0);
  const perKey = keys.map(() => [...none]);
  const selects = selector(tally.dimensions, selection);
  eachCell(tally, (cell, numbers) => {
    if (!selects(cell)) return;
    addInto(perKey[positionIn(stride, cell)] ?? [], numbers);
  });

  const sums = [...none];
  const steps = sequence.map((key, nth) => {
    addInto(sums, perKey[keys.indexOf(key)] ?? none);
    return {
      ...cellOf(tally, sums),
      through: key,
      missing: missing.filter((gap) => sequence.indexOf(gap) <= nth),
    };
  });
  const outside = [...none];
  keys.forEach((key, nth) => {
    if (!positions.has(key)) addInto(outside, perKey[nth] ?? none);
  });
  return {
    kind: "running",
    over,
    from,
    through,
    missing: [...missing],
    steps,
    beside: cellOf(tally, outside),
  };
}

function addInto(sums: number[], numbers: readonly number[]): void {
  numbers.forEach((number, column) => {
    sums[column] = (sums[column] ?? 0) + number;
  });
}
