import { CasualtyError } from "../error.js";
import { cellsOf } from "./axes.js";
import { type Columns, fieldsOf, type MeasureKind } from "./measure.js";
import { Sums } from "./sums.js";
import type { AnyTally, DimensionKeys, Shape, Tally } from "./tally-data.js";

/**
 * How many numbers a cell of this shape has: column 0 is the first field of the whole, and each inclusion follows with as many
 * columns as the measure has fields.
 */
export function widthOf({ measure, inclusions }: Pick<AnyTally, "measure" | "inclusions">): number {
  return fieldsOf[measure].length * (1 + inclusions.length);
}

/** Sums of 0 for a tally of this shape, of whose cells so many are surely going to be reached. */
export function sumsFor(shape: Pick<AnyTally, "measure" | "inclusions" | "dimensions">, reached = 0): Sums {
  return new Sums(cellsOf(shape.dimensions), widthOf(shape), reached);
}

/**
 * The one place where a tally is made: every function that gives one counts into sums and has them gathered here.
 *
 * Holds the invariants: cells ascending and without repetition, none of them all zero, every sum a safe whole number.
 */
export function gather<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  shape: Shape<K, I, M>,
  sums: Sums,
): Tally<K, I, M> {
  const fields: readonly string[] = fieldsOf[shape.measure];
  const { cells, starts } = sums.filled();
  const columns = (offset: number) =>
    Object.fromEntries(
      fields.map((field, nth) => [field, columnOf(sums.numbers, starts, offset + nth)]),
      // One column for each field of this measure, which the compiler cannot tell from entries.
    ) as unknown as Columns<M>;
  return {
    kind: "tally",
    measure: shape.measure,
    dimensions: shape.dimensions,
    inclusions: shape.inclusions,
    cells,
    whole: columns(0),
    // One entry for each key of the inclusion, as above.
    including: Object.fromEntries(
      shape.inclusions.map((key, nth) => [key, columns((1 + nth) * fields.length)]),
    ) as Record<I, Columns<M>>,
  };
}

function columnOf(numbers: Float64Array, starts: Float64Array, column: number): number[] {
  const values = new Array<number>(starts.length);
  for (let slot = 0; slot < starts.length; slot++) {
    const sum = numbers[(starts[slot] ?? 0) + column] ?? 0;
    // Addends are not negative, so a sum that once left the safe integers has not come back among them.
    if (!Number.isSafeInteger(sum)) throw unsafeSum();
    values[slot] = sum;
  }
  return values;
}

function unsafeSum(): CasualtyError<"count-unsafe"> {
  return new CasualtyError(
    "count-unsafe",
    `A sum of this tally is above ${Number.MAX_SAFE_INTEGER} and would not be exact: tally fewer items, or in larger units.`,
    { subject: "a sum of a tally" },
  );
}
