/* eslint-disable @typescript-eslint/no-non-null-assertion --
   Every index here lies within its column, and every code below its size: `prepare` made both. */

import type { Prepared } from "./prepared.js";
import { type AnySelection, selectedKeys } from "./selection.js";

/** The places of the prepared items that are at a selection, ascending; nothing where it speaks of no partition. */
export function placesAt(
  prepared: Pick<Prepared, "partitions">,
  selection: AnySelection,
): Int32Array | undefined {
  const partitions = Object.values(prepared.partitions);
  const selected = selectedKeys(partitions, selection);
  let places: Int32Array | undefined;
  for (const { name, keys, codes } of partitions) {
    const wanted = selected.get(name);
    if (wanted === undefined) continue;
    const isWanted = Int32Array.from(keys, (key) => Number(wanted.has(key)));
    places =
      places === undefined
        ? placesOf(codes, isWanted)
        : places.filter((place) => isWanted[codes[place]!] === 1);
  }
  return places;
}

/**
 * The places of the codes that are wanted.
 *
 * Each place is written whether it is wanted or not, and the next is written over it if it is not, so that there is no branch
 * that the processor has to guess; four of them in each round of the loop, as in `countCodes`.
 */
function placesOf(codes: Int32Array, isWanted: Int32Array): Int32Array {
  const places = new Int32Array(codes.length);
  let found = 0;
  let place = 0;
  for (; place + 4 <= codes.length; place += 4) {
    places[found] = place;
    found += isWanted[codes[place]!]!;
    places[found] = place + 1;
    found += isWanted[codes[place + 1]!]!;
    places[found] = place + 2;
    found += isWanted[codes[place + 2]!]!;
    places[found] = place + 3;
    found += isWanted[codes[place + 3]!]!;
  }
  for (; place < codes.length; place++) {
    places[found] = place;
    found += isWanted[codes[place]!]!;
  }
  return places.subarray(0, found);
}
