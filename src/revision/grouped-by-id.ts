import type { Version } from "./version.js";

/** The part of a version by which it is set in order. */
export type Ordered = Pick<Version<unknown>, "id" | "recorded" | "item" | "reasons">;

/** The versions of each id, in the order of the days. */
export type Timelines<V> = ReadonlyMap<string, readonly V[]>;

/** The versions of each id, in the order of the days; those of one day in the order in which they came. */
export function groupedById<V extends Ordered>(versions: Iterable<V>): Timelines<V> {
  const groups = new Map<string, V[]>();
  for (const version of versions) {
    const group = groups.get(version.id);
    if (group === undefined) groups.set(version.id, [version]);
    else group.push(version);
  }
  for (const group of groups.values()) group.sort((a, b) => compareTexts(a.recorded, b.recorded));
  return groups;
}

/** Texts in the order of their code units, the same under every locale. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
