import { CasualtyError } from "../error.js";
import type { Dimension } from "./tally-data.js";

/** A dimension with its step in the numbering of cells: the position of a cell's key is `⌊cell / stride⌋ mod keys`. */
export interface Axis extends Dimension {
  readonly stride: number;
}

/** The axes of the dimensions, in their order; the last one runs fastest. */
export function axesOf(dimensions: readonly Dimension[]): readonly Axis[] {
  const axes: Axis[] = [];
  let stride = 1;
  for (const dimension of [...dimensions].reverse()) {
    axes.push({ ...dimension, stride });
    stride *= dimension.keys.length;
  }
  return axes.reverse();
}

/** The axis of that name, or `dimension-unknown`. */
export function axisNamed(axes: readonly Axis[], name: string): Axis {
  const axis = axes.find((candidate) => candidate.name === name);
  if (axis === undefined) {
    const dimensions = axes.map((candidate) => candidate.name);
    throw new CasualtyError(
      "dimension-unknown",
      `"${name}" is no dimension of this tally: it has ${dimensions.join(", ") || "none"}.`,
      { dimension: name, dimensions },
    );
  }
  return axis;
}

/** The position of a cell's key on an axis. The division is exact enough: cells are numbered by safe integers. */
export function positionIn({ keys, stride }: Axis, cell: number): number {
  return Math.floor(cell / stride) % keys.length;
}

/** The key of a cell on every axis, by the name of the dimension. */
export function keyOfCell(axes: readonly Axis[], cell: number): Readonly<Record<string, string>> {
  const key: Record<string, string> = {};
  // No dimension is named "__proto__", so that each name becomes a property.
  for (const axis of axes) key[axis.name] = axis.keys[positionIn(axis, cell)] ?? "";
  return key;
}

/** How many cells there are: the product of the numbers of keys, 1 without dimensions. */
export function cellsOf(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((product, { keys }) => product * keys.length, 1);
}
