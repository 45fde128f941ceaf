/* eslint-disable @typescript-eslint/no-non-null-assertion --
   Every index here lies within its column, and every code below its size: `prepare` made both. */

import { type Codes, readCodes } from "./codes.js";
import type { Prepared } from "./prepared.js";
import { type AnySelection, selectedKeys } from "./selection.js";

/**
 * Lists which of the items from one place up to another are wanted, ascending and counted from the first of these, in `room`, which
 * all of them fit in.
 */
export type PlaceLister = (from: number, to: number, room: Int32Array) => Int32Array;

/** What lists the prepared items that are at a selection; nothing where it speaks of no partition. */
export function placeLister(
  prepared: Pick<Prepared, "partitions">,
  selection: AnySelection,
): PlaceLister | undefined {
  const partitions = Object.values(prepared.partitions);
  const selected = selectedKeys(partitions, selection);
  const wanted = partitions.flatMap(({ name, keys, codes }) => {
    const chosen = selected.get(name);
    return chosen === undefined
      ? []
      : [{ codes, isWanted: Int32Array.from(keys, (key) => Number(chosen.has(key))) }];
  });
  const [first, ...others] = wanted;
  if (first === undefined) return undefined;
  let roomOfCodes = new Int32Array(0);
  return (from, to, room) => {
    if (roomOfCodes.length < to - from) roomOfCodes = new Int32Array(to - from);
    const read = (codes: Codes) => readCodes(codes, from, to, roomOfCodes);
    let places = listWanted(read(first.codes), first.isWanted, room);
    for (const { codes, isWanted } of others) places = keepWanted(read(codes), isWanted, places);
    return places;
  };
}

/**
 * Lists the places of the codes that are wanted (1, or 0).
 *
 * Each place is written whether it is wanted or not, and the next is written over it if it is not, so that there is no branch
 * that the processor has to guess; eight of them in each round of the loop, as in `countCodes`.
 */
function listWanted(codes: Int32Array, isWanted: Int32Array, places: Int32Array): Int32Array {
  let found = 0;
  let place = 0;
  for (; place + 8 <= codes.length; place += 8) {
    places[found] = place;
    found += isWanted[codes[place]!]!;
    places[found] = place + 1;
    found += isWanted[codes[place + 1]!]!;
    places[found] = place + 2;
    found += isWanted[codes[place + 2]!]!;
    places[found] = place + 3;
    found += isWanted[codes[place + 3]!]!;
    places[found] = place + 4;
    found += isWanted[codes[place + 4]!]!;
    places[found] = place + 5;
    found += isWanted[codes[place + 5]!]!;
    places[found] = place + 6;
    found += isWanted[codes[place + 6]!]!;
    places[found] = place + 7;
    found += isWanted[codes[place + 7]!]!;
  }
  for (; place < codes.length; place++) {
    places[found] = place;
    found += isWanted[codes[place]!]!;
  }
  return places.subarray(0, found);
}

/** Keeps those of the places whose codes are wanted. */
function keepWanted(codes: Int32Array, isWanted: Int32Array, places: Int32Array): Int32Array {
  let kept = 0;
  for (let nth = 0; nth < places.length; nth++) {
    const place = places[nth]!;
    places[kept] = place;
    kept += isWanted[codes[place]!]!;
  }
  return places.subarray(0, kept);
}
