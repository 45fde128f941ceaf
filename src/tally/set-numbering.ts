/** Numbers sets of positions as they are met, whatever order they are in. The empty set is 0. */
export function setNumbering(keys: number): {
  readonly sets: readonly (readonly number[])[];
  readonly numberOf: (positions: readonly number[]) => number;
} {
  const sets: (readonly number[])[] = [[]];
  /** The set that one more position makes of a set. */
  const larger = new Map<number, number>();
  return {
    sets,
    numberOf: (positions) => {
      let set = 0;
      for (const position of positions.length > 1 ? [...positions].sort(ascending) : positions) {
        const step = set * keys + position;
        const next = larger.get(step) ?? sets.length;
        if (next === sets.length) {
          sets.push([...(sets[set] ?? []), position]);
          larger.set(step, next);
        }
        set = next;
      }
      return set;
    },
  };
}

const ascending = (a: number, b: number) => a - b;
