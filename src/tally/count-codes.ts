/* eslint-disable @typescript-eslint/no-non-null-assertion --
   Every index here lies within its column, and every code below its size: `prepare` made both. */

import { type Codes, readCodes } from "./codes.js";
import type { PlaceLister } from "./place-lister.js";

/** The codes of items, all of them below `size`. */
export interface CodeColumn {
  readonly codes: Codes;
  readonly size: number;
}

/**
 * Counts how many of so many items have each combination of codes, one of each column: combinations are numbered as the cells of
 * a tally are, the last column running fastest. With a lister, only the items that it lists are counted.
 *
 * This is the loop that all of the time of a tally of prepared items goes into, and it is written for the compiler of V8: items are
 * counted in blocks that stay in the processor's cache, and each round of a loop takes eight of them, since the address and the
 * length of each array are read anew in every round.
 */
export function countCodes(
  columns: readonly CodeColumn[],
  cells: number,
  items: number,
  list?: PlaceLister,
): Uint32Array {
  const counts = new Uint32Array(cells);
  const length = Math.min(items, blockLength);
  const rooms = columns.map(() => new Int32Array(length));
  const roomOfPlaces = new Int32Array(length);
  for (let from = 0; from < items; from += length) {
    const to = Math.min(items, from + length);
    const places = list?.(from, to, roomOfPlaces);
    const blocks = columns.map(({ codes, size }, nth) => {
      const block = readCodes(codes, from, to, rooms[nth]!);
      if (places !== undefined) keep(block, places);
      return { codes: block, size };
    });
    countBlock(counts, blocks, places?.length ?? to - from);
  }
  return counts;
}

const blockLength = 4096;

/** The codes of one block of items. */
interface Block {
  readonly codes: Int32Array;
  readonly size: number;
}

/** Counts the first items of a block. The codes of all columns but the last two are combined in the first. */
function countBlock(counts: Uint32Array, [first, ...others]: readonly Block[], items: number): void {
  if (first === undefined) {
    counts[0]! += items;
    return;
  }
  const [second, third] = others.splice(-2);
  for (const { codes, size } of others) combine(first.codes, codes, size, items);
  if (second === undefined) countOne(counts, items, first.codes);
  else if (third === undefined) countTwo(counts, items, first.codes, second.codes, second.size);
  else countThree(counts, items, first.codes, second.codes, second.size, third.codes, third.size);
}

/** Brings the codes at some places, which ascend, to the front. */
function keep(codes: Int32Array, places: Int32Array): void {
  const items = places.length;
  let i = 0;
  for (; i + 4 <= items; i += 4) {
    codes[i] = codes[places[i]!]!;
    codes[i + 1] = codes[places[i + 1]!]!;
    codes[i + 2] = codes[places[i + 2]!]!;
    codes[i + 3] = codes[places[i + 3]!]!;
  }
  for (; i < items; i++) codes[i] = codes[places[i]!]!;
}

/** Appends the codes of one more column to combined ones, as their last digit. */
function combine(combined: Int32Array, codes: Int32Array, size: number, items: number): void {
  for (let item = 0; item < items; item++) {
    combined[item] = combined[item]! * size + codes[item]!;
  }
}

function countOne(counts: Uint32Array, items: number, a: Int32Array): void {
  let i = 0;
  for (; i + 8 <= items; i += 8) {
    counts[a[i]!]!++;
    counts[a[i + 1]!]!++;
    counts[a[i + 2]!]!++;
    counts[a[i + 3]!]!++;
    counts[a[i + 4]!]!++;
    counts[a[i + 5]!]!++;
    counts[a[i + 6]!]!++;
    counts[a[i + 7]!]!++;
  }
  for (; i < items; i++) counts[a[i]!]!++;
}

function countTwo(counts: Uint32Array, items: number, a: Int32Array, b: Int32Array, sizeOfB: number): void {
  let i = 0;
  for (; i + 8 <= items; i += 8) {
    counts[a[i]! * sizeOfB + b[i]!]!++;
    counts[a[i + 1]! * sizeOfB + b[i + 1]!]!++;
    counts[a[i + 2]! * sizeOfB + b[i + 2]!]!++;
    counts[a[i + 3]! * sizeOfB + b[i + 3]!]!++;
    counts[a[i + 4]! * sizeOfB + b[i + 4]!]!++;
    counts[a[i + 5]! * sizeOfB + b[i + 5]!]!++;
    counts[a[i + 6]! * sizeOfB + b[i + 6]!]!++;
    counts[a[i + 7]! * sizeOfB + b[i + 7]!]!++;
  }
  for (; i < items; i++) counts[a[i]! * sizeOfB + b[i]!]!++;
}

function countThree(
  counts: Uint32Array,
  items: number,
  a: Int32Array,
  b: Int32Array,
  sizeOfB: number,
  c: Int32Array,
  sizeOfC: number,
): void {
  let i = 0;
  for (; i + 8 <= items; i += 8) {
    counts[(a[i]! * sizeOfB + b[i]!) * sizeOfC + c[i]!]!++;
    counts[(a[i + 1]! * sizeOfB + b[i + 1]!) * sizeOfC + c[i + 1]!]!++;
    counts[(a[i + 2]! * sizeOfB + b[i + 2]!) * sizeOfC + c[i + 2]!]!++;
    counts[(a[i + 3]! * sizeOfB + b[i + 3]!) * sizeOfC + c[i + 3]!]!++;
    counts[(a[i + 4]! * sizeOfB + b[i + 4]!) * sizeOfC + c[i + 4]!]!++;
    counts[(a[i + 5]! * sizeOfB + b[i + 5]!) * sizeOfC + c[i + 5]!]!++;
    counts[(a[i + 6]! * sizeOfB + b[i + 6]!) * sizeOfC + c[i + 6]!]!++;
    counts[(a[i + 7]! * sizeOfB + b[i + 7]!) * sizeOfC + c[i + 7]!]!++;
  }
  for (; i < items; i++) counts[(a[i]! * sizeOfB + b[i]!) * sizeOfC + c[i]!]!++;
}
