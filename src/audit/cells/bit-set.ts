/** A set of small whole numbers, for sets that are compared very often. */
export type BitSet = Uint32Array;

/** An empty set of numbers below `size`. */
export function bitSet(size: number): BitSet {
  return new Uint32Array((size + 31) >> 5);
}

/** Adds a number. */
export function addBit(set: BitSet, number: number): void {
  set[number >> 5] = (set[number >> 5] ?? 0) | (1 << (number & 31));
}

/** Whether a number is in the set. */
export function hasBit(set: BitSet, number: number): boolean {
  return ((set[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;
}

/** Whether all sets share a number. */
export function haveCommonBit(first: BitSet, ...others: readonly BitSet[]): boolean {
  return first.some((word, at) => others.reduce((common, other) => common & (other[at] ?? 0), word) !== 0);
}
