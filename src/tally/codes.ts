/**
 * Small whole numbers, one for each item, in the narrowest array that holds them: most of the time of a tally of many items goes
 * by fetching them from the memory.
 */
export type Codes = Uint8Array | Uint16Array | Int32Array;

/** The codes, all of them below `size`, in the narrowest array that holds them. */
export function narrowest(codes: Int32Array, size: number): Codes {
  if (size <= 2 ** 8) return new Uint8Array(codes);
  return size <= 2 ** 16 ? new Uint16Array(codes) : codes;
}

/**
 * The codes of the items from one place up to another, in `room`, which all of them fit in.
 *
 * V8 copies them many at a time, and a loop over them has then met one type of array, whatever the codes are held in: one that has
 * met several takes three times as long.
 */
export function readCodes(codes: Codes, from: number, to: number, room: Int32Array): Int32Array {
  const read = room.subarray(0, to - from);
  read.set(codes.subarray(from, to));
  return read;
}
