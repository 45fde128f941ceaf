/** A spelling of an entry, in the form that `spelling` gives, and the key of the entry. */
export interface SpellingOf<Key extends string> {
  readonly form: string;
  readonly key: Key;
}

export const mostSuggestions = 3;
const mostEdits = 3;
/** What is longer is near to none. */
export const longest = 100;

/** So many edits there may be between a form of so many letters and what is near to it. */
export function mostEditsOf(letters: number): number {
  return Math.min(mostEdits, Math.floor(letters / 3));
}

/** The keys near to a form, each with the fewest edits that lead to one of its spellings. */
export type Near<Key extends string> = Map<Key, number>;

/** Notes a spelling to which so many edits lead, if it is near. */
export function noteNear<Key extends string>(
  near: Near<Key>,
  form: string,
  { form: other, key }: SpellingOf<Key>,
  edits: number,
): void {
  const most = mostEditsOf(Math.min(form.length, other.length));
  if (edits <= most && edits < (near.get(key) ?? Number.POSITIVE_INFINITY)) near.set(key, edits);
}

/** At most three keys, nearest first; equally near ones by `placeOf`. */
export function nearestFirst<Key extends string>(
  near: Near<Key>,
  placeOf: (key: Key) => number,
): readonly Key[] {
  return [...near]
    .sort(([left, few], [right, more]) => few - more || placeOf(left) - placeOf(right))
    .slice(0, mostSuggestions)
    .map(([key]) => key);
}

/**
 * The keys of the spellings that are near to a form.
 *
 * Near is: at most one edit for every three letters of the shorter spelling, and at most three edits.
 * An edit adds, drops or replaces a letter, or swaps two neighbours; no letter is edited twice (optimal string alignment).
 * Forms of more than 100 letters are near to none.
 */
export function compareEach<Key extends string>(
  form: string,
  spellings: readonly SpellingOf<Key>[],
): Near<Key> {
  const near: Near<Key> = new Map();
  const editsBetween = editCounter();
  for (const one of spellings) {
    if (Math.max(form.length, one.form.length) <= longest)
      noteNear(near, form, one, editsBetween(form, one.form));
  }
  return near;
}

/**
 * The words that a word is near to, nearest first, at most three, without regard to case: for short lists, as the fields of a
 * definition; `nearestFinder` is for those of a codebook.
 *
 * @example
 * nearestWords("Lable", ["label", "members", "table"]) // ["label", "table"]
 */
export function nearestWords(word: string, words: readonly string[]): readonly string[] {
  const spellings = words.map((key) => ({ form: key.toLowerCase(), key }));
  return nearestFirst(compareEach(word.toLowerCase(), spellings), (key) => words.indexOf(key));
}

/** What counts the edits between two forms of at most 100 letters, of the kinds that `compareEach` tells. */
function editCounter(): (form: string, other: string) => number {
  let [before, last, row] = [0, 1, 2].map(() => new Uint8Array(longest + 1)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  return (form, other) => {
    for (let column = 0; column <= form.length; column += 1) last[column] = column;
    for (let depth = 1; depth <= other.length; depth += 1) {
      row[0] = depth;
      const letter = other.charCodeAt(depth - 1);
      for (let column = 1; column <= form.length; column += 1) {
        const replaced = (last[column - 1] ?? 0) + (form.charCodeAt(column - 1) === letter ? 0 : 1);
        let edits = Math.min(replaced, (last[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1);
        if (areSwapped(form, column, other, depth)) edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
        row[column] = edits;
      }
      [before, last, row] = [last, row, before];
    }
    return last[form.length] ?? 0;
  };
}

/** Whether the two letters before a place of a form are those before a place of another, the other way round. */
export function areSwapped(form: string, column: number, other: string, depth: number): boolean {
  return (
    depth > 1 &&
    column > 1 &&
    form.charCodeAt(column - 1) === other.charCodeAt(depth - 2) &&
    form.charCodeAt(column - 2) === other.charCodeAt(depth - 1)
  );
}
