import { CasualtyError } from "../error.js";
import { refuseUnlessTally } from "./cells.js";
import { fieldsOf, type MeasureKind, type Part, partOf, type Value, valueOf } from "./measure.js";
import { sumOfMoved } from "./move-cells.js";
import { movesOfSelection } from "./selection.js";
import type { DimensionKeys, Tally } from "./tally-data.js";

/**
 * Some cells of a tally: for each dimension a key, several keys, or nothing said, which is all of its keys.
 *
 * Several keys of a partition add up; that is how an alliance is read beside its members.
 */
export type Selection<K extends DimensionKeys> = {
  readonly [Name in keyof K]?: K[Name] | readonly K[Name][];
};

/** What a tally holds at a selection: the count, and each inclusion as a part of that count. */
export interface Cell<I extends string = string, M extends MeasureKind = "count"> {
  readonly count: Value<M>;
  readonly including: { readonly [Key in I]: Part<M> };
}

/**
 * Gives the count at a selection of a tally, zeros included, with what it includes as parts of it.
 *
 * Dimensions that are not mentioned are summed over: `{}` selects everything. A tally of no items gives 0 everywhere. Each call
 * goes once over the cells that are not zero; for a whole table use `listCells`.
 *
 * @throws `dimension-unknown`; `dimension-key-unknown`; `selection-empty` if no key is selected in a dimension;
 * `selection-repeats-key` if one is selected twice and would count twice; `count-unsafe`; `tally-not-additive`.
 *
 * @example
 * const byParity = partition({ keys: ["even", "odd"], keyOf: (n: number) => (n % 2 === 0 ? "even" : "odd") });
 * at(tally([1, 3], { by: { parity: byParity } }), { parity: "even" }).count // 0
 */
export function at<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
  selection: Selection<NoInfer<K>>,
): Cell<I, M> {
  refuseUnlessTally(tally, "at");
  return cellOf(tally, sumOfMoved(tally, movesOfSelection(tally.dimensions, selection)));
}

/**
 * Gives the count of everything in a tally, with what it includes; no items give 0.
 *
 * A running total is refused, by its type and by its kind: a stock does not add up over time.
 *
 * @throws `count-unsafe` if the sum is above 2^53 - 1; `tally-not-additive` if it is no tally.
 *
 * @example
 * total(tally(["a", "b"], { by: {} })).count // 2
 */
export function total<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
): Cell<I, M> {
  refuseUnlessTally(tally, "total");
  return cellOf(tally, sumOfMoved(tally, []));
}

/** The cell that numbers in the column order of `gather` make. */
export function cellOf<I extends string, M extends MeasureKind>(
  { measure, inclusions }: { readonly measure: M; readonly inclusions: readonly I[] },
  numbers: readonly number[],
): Cell<I, M> {
  for (const number of numbers) if (!Number.isSafeInteger(number)) throw unsafeSum();
  const width = fieldsOf[measure].length;
  const whole = numbers.slice(0, width);
  const including: Record<string, Part<M>> = {};
  // No key of an inclusion is named "__proto__", so that each becomes a property.
  for (const [nth, key] of inclusions.entries()) {
    const start = (1 + nth) * width;
    including[key] = partOf(measure, numbers.slice(start, start + width), whole);
  }
  // One entry for each key of the inclusion, which the compiler cannot tell.
  return { count: valueOf(measure, whole), including: including as Record<I, Part<M>> };
}

function unsafeSum(): CasualtyError<"count-unsafe"> {
  return new CasualtyError(
    "count-unsafe",
    `This sum is above ${Number.MAX_SAFE_INTEGER} and would not be exact: select fewer cells.`,
    { subject: "a sum of cells" },
  );
}
