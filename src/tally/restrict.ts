import { eachCell, positionIn, refuseUnlessTally, stridesOf } from "./cells.js";
import { positionsOf } from "./dimension.js";
import { gather } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import { type Selection, selector } from "./read.js";
import type { DimensionKeys, Shape, Tally } from "./tally.js";

/**
 * The tally of the items at a selection: its other cells are left out, with the keys that were not selected.
 *
 * Its total is what `at` gives for the selection. Errors: those of `at`.
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
  const selects = selector(tally.dimensions, selection);
  const strides = stridesOf(tally.dimensions);
  const dimensions = tally.dimensions.map((dimension) => {
    const wanted: string | readonly string[] | undefined = selection[dimension.name];
    if (wanted === undefined) return dimension;
    const chosen = (key: string) => (typeof wanted === "string" ? wanted === key : wanted.includes(key));
    const { name, keys, sequence } = dimension;
    return { name, keys: keys.filter(chosen), ...(sequence === undefined ? {} : { sequence: sequence.filter(chosen) }) };
  });
  const shape: Shape<K, I, M> = { measure: tally.measure, dimensions, inclusions: tally.inclusions };
  const targets = tally.dimensions.map(({ keys }, nth) => {
    const positions = positionsOf(dimensions[nth]?.keys ?? []);
    return { size: positions.size, positionOf: keys.map((key) => positions.get(key) ?? 0) };
  });
  return gather(shape, (add) => {
    eachCell(tally, (cell, numbers) => {
      if (!selects(cell)) return;
      const target = targets.reduce((index, { size, positionOf }, nth) => {
        const stride = strides[nth];
        return index * size + (stride === undefined ? 0 : (positionOf[positionIn(stride, cell)] ?? 0));
      }, 0);
      add(target, 0, numbers);
    });
  });
}
