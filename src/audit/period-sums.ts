import { type Box, boxKeyWithout } from "./box.js";

/** A number that is printed for a period. */
export interface Timed<Item> {
  readonly item: Item;
  readonly box: Box;
  readonly value: number;
}

/** A period with the periods that it consists of, all of them printed. */
export interface PeriodSum<Item> {
  readonly whole: Timed<Item>;
  readonly parts: readonly Timed<Item>[];
}

/**
 * The printed periods that consist of other printed ones, one after the other, each with the longest of these; only cells
 * that differ in nothing else are added.
 */
export function periodSums<Item>(timed: readonly Timed<Item>[]): PeriodSum<Item>[] {
  const slices = new Map<string, Timed<Item>[]>();
  for (const one of timed) {
    const key = boxKeyWithout(one.box, null);
    const slice = slices.get(key);
    if (slice === undefined) slices.set(key, [one]);
    else slice.push(one);
  }
  return [...slices.values()].flatMap((slice) =>
    slice.flatMap((whole) => {
      const parts = chain(slice, whole.box, whole.box.start);
      return parts === null ? [] : [{ whole, parts }];
    }),
  );
}

/** Periods that follow each other from a day to the end of a whole; null if none do. */
function chain<Item>(slice: readonly Timed<Item>[], whole: Box, from: number): readonly Timed<Item>[] | null {
  if (from === whole.end) return [];
  const next = slice
    .filter(
      ({ box }) =>
        box.start === from && box.end <= whole.end && box.end - box.start < whole.end - whole.start,
    )
    .sort((a, b) => b.box.end - a.box.end);
  for (const part of next) {
    const rest = chain(slice, whole, part.box.end);
    if (rest !== null) return [part, ...rest];
  }
  return null;
}
