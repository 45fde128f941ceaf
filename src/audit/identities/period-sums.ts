import { type Box, boxKeyWithout } from "../cells/box.js";

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
  return [...slices.values()].flatMap((slice) => {
    const byStart = new Map<number, Timed<Item>[]>();
    for (const one of slice) byStart.set(one.box.start, [...(byStart.get(one.box.start) ?? []), one]);
    for (const own of byStart.values()) own.sort((a, b) => b.box.end - a.box.end);
    return slice.flatMap((whole) => {
      const parts = chain(byStart, whole.box, whole.box.start, new Set());
      return parts === null ? [] : [{ whole, parts }];
    });
  });
}

/** Periods that follow each other from a day to the end of a whole; null if none do. */
function chain<Item>(
  byStart: ReadonlyMap<number, readonly Timed<Item>[]>,
  whole: Box,
  from: number,
  deadEnds: Set<number>,
): readonly Timed<Item>[] | null {
  if (from === whole.end) return [];
  if (deadEnds.has(from)) return null;
  for (const part of byStart.get(from) ?? []) {
    if (part.box.end > whole.end || (part.box.start === whole.start && part.box.end === whole.end)) continue;
    const rest = chain(byStart, whole, part.box.end, deadEnds);
    if (rest !== null) return [part, ...rest];
  }
  deadEnds.add(from);
  return null;
}
