import { refuseUnlessTally } from "./cells.js";
import type { MeasureKind } from "./measure.js";
import { moveCells, movesTo } from "./move-cells.js";
import type { Selection } from "./read.js";
import { selectedKeys } from "./selection.js";
import type { Dimension, DimensionKeys, Shape, Tally } from "./tally-data.js";

/**
 * Gives the tally of the items at a selection: its other cells are left out, with the keys that were not selected.
 *
 * Its total is what `at` gives for the selection; an empty selection, `{}`, leaves everything. The keys stay in their order. A
 * running total can be taken over those left of a sequence if none between them is left out.
 *
 * @throws what `at` throws.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b", "c"], keyOf: (letter: "a" | "b" | "c") => letter }) };
 * total(restrict(tally(["a", "b", "c", "c"], { by }), { letter: ["a", "c"] })).count // 3
 */
export function restrict<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  tally: Tally<K, I, M>,
  selection: Selection<NoInfer<K>>,
): Tally<K, I, M> {
  refuseUnlessTally(tally, "restrict");
  const chosen = selectedKeys(tally.dimensions, selection);
  const dimensions = tally.dimensions.map((dimension) => narrowed(dimension, chosen.get(dimension.name)));
  const shape: Shape<K, I, M> = { measure: tally.measure, dimensions, inclusions: tally.inclusions };
  return moveCells(tally, shape, movesTo(tally.dimensions, dimensions));
}

function narrowed<Name extends string, Key extends string>(
  { name, keys, sequence = [] }: Dimension<Name, Key>,
  chosen: ReadonlySet<string> | undefined,
): Dimension<Name, Key> {
  const isChosen = (key: Key) => chosen?.has(key) !== false;
  const left = sequence.filter(isChosen);
  // With a gap in it, what is left no longer follows each other.
  const start = sequence.indexOf(left[0] as Key);
  const isUnbroken = left.every((key, nth) => key === sequence[start + nth]);
  return {
    name,
    keys: keys.filter(isChosen),
    ...(left.length > 0 && isUnbroken ? { sequence: left } : {}),
  };
}
