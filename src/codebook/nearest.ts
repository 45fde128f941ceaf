/** A spelling of an entry, in the form that `spelling` gives, and the key of the entry. */
export interface SpellingOf<Key extends string> {
  readonly form: string;
  readonly key: Key;
}

const mostSuggestions = 3;
const mostEdits = 3;

/**
 * The keys with a spelling near to `form`, nearest first, at most three; equally near ones in the order of `spellings`.
 *
 * Near is: at most one edit for every three letters of the shorter spelling, and at most three edits.
 * An edit adds, drops or replaces a letter, or swaps two neighbours.
 *
 * @example
 * nearest("IDILB", [{ form: "HOMS", key: "homs" }, { form: "IDLIB", key: "idlib" }]) // ["idlib"]
 */
export function nearest<Key extends string>(
  form: string,
  spellings: readonly SpellingOf<Key>[],
): readonly Key[] {
  const edits = new Map<Key, number>();
  for (const { form: other, key } of spellings) {
    const most = Math.min(mostEdits, Math.floor(Math.min(form.length, other.length) / 3));
    if (Math.abs(form.length - other.length) > most) continue;
    const needed = editsBetween(form, other);
    if (needed <= most && needed < (edits.get(key) ?? Number.POSITIVE_INFINITY)) edits.set(key, needed);
  }
  return [...edits]
    .sort(([, left], [, right]) => left - right)
    .slice(0, mostSuggestions)
    .map(([key]) => key);
}

/**
 * The least number of edits that turn one text into the other, no letter being edited twice (optimal string alignment,
 * the restricted Damerau-Levenshtein distance).
 *
 * @example
 * editsBetween("idilb", "idlib") // 1
 */
export function editsBetween(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let least = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) least = Math.min(least, at(beforeLast, column - 2) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

/** A cell that was filled before; one that was not is out of reach. */
function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
