import { CasualtyError } from "../error.js";
import { type Columns, fieldsOf, type MeasureKind } from "./measure.js";
import type { DimensionKeys, Shape, Tally } from "./tally.js";

/**
 * Adds `numbers` to a cell, from column `offset` on: column 0 is the first field of the whole, and each inclusion
 * follows with as many columns as the measure has fields.
 */
export type Add = (cell: number, offset: number, numbers: readonly number[]) => void;

/**
 * The one place where the numbers of a tally are made: every function that gives a tally feeds its numbers through here.
 *
 * Holds the invariants: cells ascending and without repetition, none of them all zero, every sum a safe whole number.
 */
export function gather<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  shape: Shape<K, I, M>,
  feed: (add: Add) => void,
): Tally<K, I, M> {
  const fields: readonly string[] = fieldsOf[shape.measure];
  const width = fields.length * (1 + shape.inclusions.length);
  const slots = new Map<number, number[]>();
  feed((cell, offset, numbers) => {
    let sums = slots.get(cell);
    if (sums === undefined) {
      sums = new Array<number>(width).fill(0);
      slots.set(cell, sums);
    }
    for (let field = 0; field < numbers.length; field++) {
      sums[offset + field] = (sums[offset + field] ?? 0) + (numbers[field] ?? 0);
    }
  });

  const filled = [...slots].filter(([, sums]) => sums.some((sum) => sum !== 0)).sort(([a], [b]) => a - b);
  // Addends are not negative, so a sum that once left the safe integers has not come back among them.
  if (!filled.every(([, sums]) => sums.every((sum) => Number.isSafeInteger(sum)))) {
    throw new CasualtyError(
      "count-unsafe",
      `A sum of this tally is above ${Number.MAX_SAFE_INTEGER} and would not be exact: tally fewer items, or in larger units.`,
      { subject: "a sum of a tally" },
    );
  }
  const columns = (offset: number) =>
    Object.fromEntries(
      fields.map((field, nth) => [field, filled.map(([, sums]) => sums[offset + nth] ?? 0)]),
      // One column for each field of this measure, which the compiler cannot tell from entries.
    ) as unknown as Columns<M>;
  return {
    kind: "tally",
    measure: shape.measure,
    dimensions: shape.dimensions,
    inclusions: shape.inclusions,
    cells: filled.map(([cell]) => cell),
    whole: columns(0),
    // One entry for each key of the inclusion, as above.
    including: Object.fromEntries(
      shape.inclusions.map((key, nth) => [key, columns((1 + nth) * fields.length)]),
    ) as Record<I, Columns<M>>,
  };
}
