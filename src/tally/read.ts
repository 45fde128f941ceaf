import { CasualtyError } from "../error.js";
import { eachCell, positionIn, refuseUnlessTally, stridesOf } from "./cells.js";
import { positionOf, positionsOf } from "./dimension.js";
import { fieldsOf, type MeasureKind, type Part, partOf, type Value, valueOf } from "./measure.js";
import type { Dimension, DimensionKeys, Tally } from "./tally.js";

/**
 * Some cells of a tally: for each dimension a key, several keys, or nothing said, which is all of its keys.
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
 * The count at a selection of a tally, zeros included, with what it includes as parts of it.
 *
 * Dimensions that are not mentioned are summed over. Errors: `dimension-unknown`, `dimension-key-unknown`,
 * `selection-empty`, `selection-repeats-key` (its cell would count twice).
 *
 * @example
 * const byParity = partition({ keys: ["even", "odd"], keyOf: (n: number) => (n % 2 === 0 ? "even" : "odd") });
 * at(tally([1, 3], { by: { parity: byParity } }), { parity: "even" }).count // 0
 */
export function at<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
  selection: Selection<K>,
): Cell<I, M> {
  refuseUnlessTally(tally, "at");
  const selects = selector(tally.dimensions, selection);
  const width = fieldsOf[tally.measure].length;
  const sums = new Array<number>(width * (1 + tally.inclusions.length)).fill(0);
  eachCell(tally, (cell, numbers) => {
    if (!selects(cell)) return;
    numbers.forEach((number, column) => {
      sums[column] = (sums[column] ?? 0) + number;
    });
  });
  return cellOf(tally, sums);
}

/**
 * The count of everything in a tally, with what it includes.
 *
 * A running total is refused, by its type and as `tally-not-additive`: a stock does not add up over time.
 *
 * @example
 * total(tally(["a", "b"], { by: {} })).count // 2
 */
export function total<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
): Cell<I, M> {
  refuseUnlessTally(tally, "total");
  return at(tally, {});
}

/** The cell that numbers in the column order of `gather` make. */
export function cellOf<I extends string, M extends MeasureKind>(
  { measure, inclusions }: { readonly measure: M; readonly inclusions: readonly I[] },
  numbers: readonly number[],
): Cell<I, M> {
  if (!numbers.every((number) => Number.isSafeInteger(number))) {
    throw new CasualtyError("count-unsafe", "This sum is beyond the safe integers: select fewer cells.", {
      subject: "a sum of cells",
    });
  }
  const width = fieldsOf[measure].length;
  const whole = numbers.slice(0, width);
  const parts = inclusions.map((key, nth): [string, Part<M>] => {
    const start = (1 + nth) * width;
    return [key, partOf(measure, numbers.slice(start, start + width), whole)];
  });
  return { count: valueOf(measure, whole), including: Object.fromEntries(parts) as Record<I, Part<M>> };
}

/** Tells whether a cell is among those of a selection. */
export function selector(
  dimensions: readonly Dimension[],
  selection: Readonly<Record<string, string | readonly string[] | undefined>>,
): (cell: number) => boolean {
  refuseUnknownDimensions(dimensions, Object.keys(selection));
  const strides = stridesOf(dimensions);
  const chosen = dimensions.flatMap(({ name, keys }, nth) => {
    const wanted = selection[name];
    const stride = strides[nth];
    if (wanted === undefined || stride === undefined) return [];
    return [
      { stride, positions: selectedPositions(name, keys, typeof wanted === "string" ? [wanted] : wanted) },
    ];
  });
  return (cell) => chosen.every(({ stride, positions }) => positions.has(positionIn(stride, cell)));
}

/** Refuses names that are none of the dimensions. */
export function refuseUnknownDimensions(dimensions: readonly Dimension[], names: readonly string[]): void {
  const known = dimensions.map((dimension) => dimension.name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new CasualtyError(
      "dimension-unknown",
      `"${name}" is no dimension of this tally: it has ${known.length === 0 ? "none" : known.join(", ")}.`,
      { dimension: name, dimensions: known },
    );
  }
}

function selectedPositions(
  dimension: string,
  keys: readonly string[],
  wanted: readonly string[],
): ReadonlySet<number> {
  if (wanted.length === 0) {
    throw new CasualtyError(
      "selection-empty",
      `No key of ${dimension} is selected: name one, or leave it out for all.`,
      {
        dimension,
      },
    );
  }
  const positions = positionsOf(keys);
  const selected = new Set<number>();
  for (const key of wanted) {
    const position = positionOf(positions, dimension, key);
    if (selected.has(position)) {
      throw new CasualtyError(
        "selection-repeats-key",
        `"${key}" is selected twice in ${dimension}: it would count twice.`,
        {
          dimension,
          key,
        },
      );
    }
    selected.add(position);
  }
  return selected;
}
