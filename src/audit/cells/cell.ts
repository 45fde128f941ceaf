import type { CellNumber } from "../constraints/constraint.js";
import { type Box, boxKey } from "./box.js";

/** A number that figures speak of: a box, what of a box is in none of a table's rows, or a constant number of days. */
export interface Cell {
  readonly box: Box | null;
  readonly outside: { readonly table: string; readonly of: Box } | null;
}

/** The cells of one report, each once. */
export interface CellRegistry {
  /** The number of a box's cell, which is made if there is none. */
  readonly numberOf: (box: Box) => CellNumber;
  /** The number of a box's cell, if there is one. */
  readonly find: (box: Box) => CellNumber | undefined;
  /** A cell for what of a box stands in none of a table's rows. */
  readonly addOutside: (table: string, of: Box) => CellNumber;
  /** A cell for a constant. */
  readonly addConstant: () => CellNumber;
  readonly list: () => readonly Cell[];
}

/** An empty registry. */
export function cellRegistry(): CellRegistry {
  const cells: Cell[] = [];
  const numbers = new Map<string, CellNumber>();
  const add = (cell: Cell): CellNumber => cells.push(cell) - 1;
  return {
    numberOf: (box) => {
      const key = boxKey(box);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const made = add({ box, outside: null });
      numbers.set(key, made);
      return made;
    },
    find: (box) => numbers.get(boxKey(box)),
    addOutside: (table, of) => add({ box: null, outside: { table, of } }),
    addConstant: () => add({ box: null, outside: null }),
    list: () => cells,
  };
}
