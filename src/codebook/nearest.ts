import {
  areSwapped,
  compareEach,
  longest,
  mostEditsOf,
  mostSuggestions,
  type Near,
  nearestFirst,
  noteNear,
  type SpellingOf,
} from "./near.js";

/** So many letters of spellings are looked at for one form; a list that has no more is short, and compared one by one. */
const mostLetters = 1000;

/**
 * A function that gives the keys with a spelling near to a form, nearest first, at most three; equally near ones in the
 * order of `spellings`, where a key stands at its first one. To be made once: it sorts the spellings when first asked.
 *
 * What is near, `compareEach` says.
 * Those of a long list are not compared one by one: 10^5 bad texts against 10^5 places would be 10^10 comparisons. Sorted, those
 * that begin alike stand together, and are passed over together once their beginning is too far off. Of at most three
 * edits, either the first half of the form or the second holds at most one, so that it is enough to look for forms that
 * begin almost as it does, and for forms that end almost as it does. Where very many names are alike ("Place 1" to
 * "Place 99999"), it gives up after a while and proposes what it found: every text has an answer in bounded time.
 *
 * @example
 * nearestFinder([{ form: "HOMS", key: "homs" }, { form: "IDLIB", key: "idlib" }])("IDILB") // ["idlib"]
 */
export function nearestFinder<Key extends string>(
  spellings: readonly SpellingOf<Key>[],
): (form: string) => readonly Key[] {
  let finder: ((form: string) => Near<Key>) | undefined;
  const rank = new Map<Key, number>();
  return (form) => {
    if (form.length > longest) return [];
    if (finder === undefined) {
      for (const { key } of spellings) if (!rank.has(key)) rank.set(key, rank.size);
      const known = spellings.filter((one) => one.form.length <= longest);
      const letters = known.reduce((sum, one) => sum + one.form.length, 0);
      finder = letters <= mostLetters ? finderInShort(known) : finderInLong(known);
    }
    return nearestFirst(finder(form), (key) => rank.get(key) ?? 0);
  };
}

/** Searches the spellings, sorted by their beginnings and by their ends. */
function finderInLong<Key extends string>(
  spellings: readonly SpellingOf<Key>[],
): (form: string) => Near<Key> {
  const byBeginning = sorted(spellings);
  const byEnd = sorted(spellings.map(({ form, key }) => ({ form: reversed(form), key })));
  return (form) => {
    const near: Near<Key> = new Map();
    const note = (one: SpellingOf<Key>, edits: number) => {
      noteNear(near, form, one, edits);
    };
    const half = Math.ceil(form.length / 2);
    const effort = { left: mostLetters };
    const mostOfAll = mostEditsOf(form.length);
    // Few edits first: a search for few is short, and none further off is wanted where enough are found.
    for (let most = Math.min(1, mostOfAll); most <= mostOfAll && near.size < mostSuggestions; most += 1) {
      const inFirst = Math.floor(most / 2);
      searchNear(byBeginning, form, { most, half, mostInHalf: inFirst, effort }, note);
      const inSecond = most - inFirst - 1;
      if (inSecond < 0) continue;
      const limits = { most, half: form.length - half, mostInHalf: inSecond, effort };
      searchNear(byEnd, reversed(form), limits, note);
    }
    return near;
  };
}

/** Compares those of few spellings that share letters enough with a form to be near to it: in a tenth of the time of comparing all. */
function finderInShort<Key extends string>(
  spellings: readonly SpellingOf<Key>[],
): (form: string) => Near<Key> {
  const letters = spellings.map(({ form }) => lettersOf(form));
  return (form) => {
    const own = lettersOf(form);
    const most = mostEditsOf(form.length);
    const alike = spellings.filter((one, nth) => {
      if (Math.abs(one.form.length - form.length) > most) return false;
      const other = letters[nth] ?? 0;
      // Each edit brings or takes away one letter at most.
      return bitsIn(own & ~other) <= most && bitsIn(other & ~own) <= most;
    });
    return compareEach(form, alike);
  };
}

/** Which letters a form has, as bits; some letters share one. */
function lettersOf(form: string): number {
  let bits = 0;
  for (let at = 0; at < form.length; at += 1) bits |= 1 << (form.charCodeAt(at) & 31);
  return bits;
}

function bitsIn(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; count += 1) left &= left - 1;
  return count;
}

/** How far a search goes. */
interface Limits {
  /** So many edits there may be in all. */
  readonly most: number;
  /** So many of them before `half` letters of the form are reached. */
  readonly mostInHalf: number;
  readonly half: number;
  /** So many letters of spellings may still be looked at. */
  readonly effort: { left: number };
}

/**
 * Tells of every spelling that `form` can be edited to within the limits, and with how many edits at most.
 *
 * It goes letter by letter into the sorted spellings, and holds for each letter the row of the usual table: the edits
 * between what the spellings begin with and each beginning of the form, as far as they can be within the limits. A row
 * without such a cell ends the way.
 */
function searchNear<One extends { readonly form: string }>(
  spellings: readonly One[],
  form: string,
  { most, half, mostInHalf, effort }: Limits,
  found: (spelling: One, edits: number) => void,
): void {
  const width = form.length + 1;
  const far = most + 1;
  const table = new Uint8Array((form.length + most + 1) * width).fill(far);
  const cell = (depth: number, column: number) => table[depth * width + column] ?? far;
  /** Fills a cell, and says whether it is within the limits. */
  const fill = (depth: number, column: number, edits: number) => {
    const within = edits <= (column < half ? mostInHalf : most);
    table[depth * width + column] = within ? edits : far;
    return within;
  };
  for (let column = 0; column <= Math.min(most, form.length); column += 1) fill(0, column, column);

  const fillRow = (other: string, depth: number): boolean => {
    effort.left -= 1;
    let within = depth <= most && fill(depth, 0, depth);
    const end = Math.min(form.length, depth + most);
    for (let column = Math.max(1, depth - most); column <= end; column += 1) {
      const same = form.charCodeAt(column - 1) === other.charCodeAt(depth - 1);
      const replaced = cell(depth - 1, column - 1) + (same ? 0 : 1);
      let edits = Math.min(replaced, cell(depth - 1, column) + 1, cell(depth, column - 1) + 1);
      if (areSwapped(form, column, other, depth)) edits = Math.min(edits, cell(depth - 2, column - 2) + 1);
      within = fill(depth, column, edits) || within;
    }
    return within;
  };

  /** The spellings from `start` to before `end` begin alike for `depth` letters. */
  const goInto = (start: number, end: number, depth: number): void => {
    let at = start;
    for (let one = spellings[at]; at < end && one?.form.length === depth; one = spellings[++at]) {
      const edits = cell(depth, form.length);
      if (edits <= most) found(one, edits);
    }
    while (at < end && effort.left > 0) {
      const next = endOfSame(spellings, at, end, depth);
      if (depth < form.length + most && fillRow(spellings[at]?.form ?? "", depth + 1))
        goInto(at, next, depth + 1);
      at = next;
    }
  };
  goInto(0, spellings.length, 0);
}

/** Where those end that have the same letter at `depth` as the spelling at `start`. */
function endOfSame(
  spellings: readonly { readonly form: string }[],
  start: number,
  end: number,
  depth: number,
): number {
  const letter = spellings[start]?.form.charCodeAt(depth);
  let low = start + 1;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spellings[middle]?.form.charCodeAt(depth) === letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sorted<One extends { readonly form: string }>(spellings: readonly One[]): readonly One[] {
  return [...spellings].sort((one, other) => (one.form < other.form ? -1 : one.form > other.form ? 1 : 0));
}

function reversed(form: string): string {
  return form.split("").reverse().join("");
}
