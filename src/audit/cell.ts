import { type Box, boxKey } from "./box.js";
import type { CellNumber } from "./constraint.js";

/** A number that figures speak of: a box, or what of a table is in none of its rows. */
export interface Cell {
  readonly box: Box | null;
  /** Of a remainder: in words. */
  readonly remainder: string | null;
}

/** The cells of one report, each once. */
export interface CellRegistry {
  /** The number of a box's cell, which is made if there is none. */
  readonly numberOf: (box: Box) => CellNumber;
  /** The number of a box's cell, if there is one. */
  readonly find: (box: Box) => CellNumber | undefined;
  readonly addRemainder: (words: string) => CellNumber;
  readonly list: () => readonly Cell[];
}

/** An empty registry. */
export function cellRegistry(): CellRegistry {
  const cells: Cell[] = [];
  const numbers = new Map<string, CellNumber>();
  return {
    numberOf: (box) => {
      const key = boxKey(box);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, cells.length);
      return cells.push({ box, remainder: null }) - 1;
    },
    find: (box) => numbers.get(boxKey(box)),
    addRemainder: (words) => cells.push({ box: null, remainder: words }) - 1,
    list: () => cells,
  };
}
