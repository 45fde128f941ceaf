import { refuseDifferentShapes } from "./algebra.js";
import { eachCell, positionIn, refuseUnlessTally, stridesOf } from "./cells.js";
import type { DimensionKeys, Tally } from "./tally.js";

/** A count before and after, and the signed difference. */
export interface Difference {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
}

/** One cell that is not the same in two tallies. */
export interface ChangedCell<K extends DimensionKeys = DimensionKeys, I extends string = string>
  extends Difference {
  readonly key: { readonly [Name in keyof K]: K[Name] };
  readonly including: { readonly [Key in I]: Difference };
}

/** What differs between two tallies of one shape. It may be negative, so it is no tally: `total` and `merge` refuse it. */
export interface Change<K extends DimensionKeys = DimensionKeys, I extends string = string> {
  readonly kind: "change";
  /** The cells that differ, in the order of the keys; all others are equal. */
  readonly cells: readonly ChangedCell<K, I>[];
}

/**
 * What changed from one tally to another, cell by cell; equal tallies give no cells.
 *
 * Errors: `tally-dimensions-differ`, `tally-keys-differ`, `tally-measures-differ`.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * changeBetween(tally(["a", "a"], { by }), tally(["a"], { by })).cells[0]?.difference // -1
 */
export function changeBetween<K extends DimensionKeys, I extends string>(
  before: Tally<K, I, "count">,
  after: Tally<NoInfer<K>, NoInfer<I>, "count">,
): Change<K, I> {
  refuseUnlessTally(before, "changeBetween");
  refuseUnlessTally(after, "changeBetween");
  refuseDifferentShapes(before, after);
  const strides = stridesOf(before.dimensions);
  const pairs = new Map<number, [readonly number[], readonly number[]]>();
  eachCell(before, (cell, numbers) => pairs.set(cell, [numbers, []]));
  eachCell(after, (cell, numbers) => pairs.set(cell, [pairs.get(cell)?.[0] ?? [], numbers]));
  const cells = [...pairs]
    .sort(([a], [b]) => a - b)
    .map(([cell, [one, other]]) => {
      const [whole, ...parts] = ["count", ...before.inclusions].map((_, column) =>
        differenceOf(one[column] ?? 0, other[column] ?? 0),
      ) as [Difference, ...Difference[]];
      const key = before.dimensions.map(({ name, keys }, nth) => {
        const stride = strides[nth];
        return [name, stride === undefined ? undefined : keys[positionIn(stride, cell)]];
      });
      return {
        key: Object.fromEntries(key) as ChangedCell<K, I>["key"],
        ...whole,
        including: Object.fromEntries(
          before.inclusions.map((inclusion, nth) => [inclusion, parts[nth]]),
        ) as ChangedCell<K, I>["including"],
      };
    })
    .filter(
      ({ difference, including }) =>
        difference !== 0 || Object.values<Difference>(including).some((part) => part.difference !== 0),
    );
  return { kind: "change", cells };
}

function differenceOf(before: number, after: number): Difference {
  return { before, after, difference: after - before };
}
