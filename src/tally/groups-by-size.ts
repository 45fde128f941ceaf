import type { PreparedGrouping } from "./prepared.js";

/**
 * Lists the items of each group, the largest groups first: those that reach a threshold then stand in front, and no other is
 * looked at. Groups of one size, and the items of a group, stand in the order in which they were met.
 *
 * Where the items stand in this order already, they are not listed. `codes` are the groups of the items, by numbers below `groups`, none of them without an item.
 */
export function groupsBySize(codes: Int32Array, groups: number): PreparedGrouping {
  const sizes = new Int32Array(groups);
  for (const group of codes) sizes[group] = (sizes[group] ?? 0) + 1;

  let largest = 0;
  for (const size of sizes) largest = Math.max(largest, size);
  /** How many groups there are of each size; then, at which place the next group of that size stands. */
  const places = new Int32Array(largest + 1);
  for (const size of sizes) places[size] = (places[size] ?? 0) + 1;
  for (let size = largest, place = 0; size > 0; size--) {
    const alike = places[size] ?? 0;
    places[size] = place;
    place += alike;
  }
  const ends = new Int32Array(groups);
  const placeOf = sizes.map((size) => {
    const place = places[size] ?? 0;
    places[size] = place + 1;
    ends[place] = size;
    return place;
  });

  for (let place = 1; place < groups; place++) ends[place] = (ends[place - 1] ?? 0) + (ends[place] ?? 0);
  /** Where the next item of each group goes, group by its number. */
  const next = placeOf.map((place) => (place === 0 ? 0 : (ends[place - 1] ?? 0)));
  const items = new Int32Array(codes.length);
  for (let item = 0; item < codes.length; item++) {
    const group = codes[item] ?? 0;
    const place = next[group] ?? 0;
    items[place] = item;
    next[group] = place + 1;
  }
  return isInOrder(items) ? { ends } : { items, ends };
}

function isInOrder(items: Int32Array): boolean {
  let place = 0;
  while (place < items.length && items[place] === place) place++;
  return place === items.length;
}
