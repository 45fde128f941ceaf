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
      for (const position of areAscending(positions) ? positions : [...positions].sort(ascending)) {
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

/** As they mostly are: to sort them takes longer than all else. */
function areAscending(positions: readonly number[]): boolean {
  for (let nth = 1; nth < positions.length; nth++) {
    if ((positions[nth - 1] ?? 0) > (positions[nth] ?? 0)) return false;
  }
  return true;
}

const ascending = (a: number, b: number) => a - b;
