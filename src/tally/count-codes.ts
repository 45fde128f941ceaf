/* eslint-disable @typescript-eslint/no-non-null-assertion --
   Every index here lies within its column, and every code below its size: `prepare` made both. */

/** Small whole numbers, one for each item, all of them below `size`. */
export interface CodeColumn {
  readonly codes: Int32Array;
  readonly size: number;
}

/**
 * Counts how many items have each combination of codes, one of each column: combinations are numbered as the cells of a tally
 * are, the last column running fastest. There is at least one column.
 *
 * This is the loop that all of the time of a tally of prepared items goes into, and it is written for the compiler of V8:
 * every column has one type, since a loop that has met two kinds of typed arrays takes three times as long; each round of a loop
 * takes eight items, since the address and the length of each array are read anew in every round; and of more than three
 * columns the first are combined in blocks that stay in the processor's cache.
 */
export function countCodes(columns: readonly CodeColumn[], cells: number): Uint32Array {
  const counts = new Uint32Array(cells);
  const [first, ...others] = columns as [CodeColumn, ...CodeColumn[]];
  const last = others.splice(-2);
  const items = first.codes.length;
  if (others.length === 0) {
    countBlock(counts, first.codes, last);
    return counts;
  }
  const combined = new Int32Array(Math.min(items, blockLength));
  for (let from = 0; from < items; from += blockLength) {
    const to = Math.min(items, from + blockLength);
    const block = combined.subarray(0, to - from);
    block.set(first.codes.subarray(from, to));
    for (const { codes, size } of others) combine(block, codes.subarray(from, to), size);
    const rest = last.map(({ codes, size }) => ({ codes: codes.subarray(from, to), size }));
    countBlock(counts, block, rest);
  }
  return counts;
}

const blockLength = 4096;

function countBlock(counts: Uint32Array, codes: Int32Array, [second, third]: readonly CodeColumn[]): void {
  if (second === undefined) countOne(counts, codes);
  else if (third === undefined) countTwo(counts, codes, second.codes, second.size);
  else countThree(counts, codes, second.codes, second.size, third.codes, third.size);
}

/** Appends the codes of one more column to combined ones, as their last digit. */
function combine(combined: Int32Array, codes: Int32Array, size: number): void {
  for (let item = 0; item < combined.length; item++) {
    combined[item] = combined[item]! * size + codes[item]!;
  }
}

function countOne(counts: Uint32Array, a: Int32Array): void {
  const items = a.length;
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

function countTwo(counts: Uint32Array, a: Int32Array, b: Int32Array, sizeOfB: number): void {
  const items = a.length;
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
  a: Int32Array,
  b: Int32Array,
  sizeOfB: number,
  c: Int32Array,
  sizeOfC: number,
): void {
  const items = a.length;
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
