/** Keys that a cell takes of one dimension, sorted and without repetition; `null` takes all, also those unknown to us. */
export type KeySet = readonly string[] | null;

/** The keys as a set: sorted, each once. */
export function keySet(keys: Iterable<string>): readonly string[] {
  return [...new Set(keys)].sort();
}

/** Whether every key of `part` is in `whole`. */
export function isSubset(part: KeySet, whole: KeySet): boolean {
  if (whole === null || part === whole) return true;
  if (part === null || part.length > whole.length) return false;
  return part.every((key) => whole.includes(key));
}

/** The keys that two sets share. */
export function intersection(left: KeySet, right: KeySet): KeySet {
  if (left === null) return right;
  if (right === null) return left;
  return left.filter((key) => right.includes(key));
}

/** Whether two sets are known to share no key. */
export function areDisjoint(left: KeySet, right: KeySet): boolean {
  return intersection(left, right)?.length === 0;
}

const texts = new WeakMap<readonly string[], string>();

/** A text that equal sets share, and others do not; remembered, since cells are told apart by it all the time. */
export function keySetText(keys: KeySet): string {
  if (keys === null) return "*";
  const known = texts.get(keys);
  if (known !== undefined) return known;
  const text = JSON.stringify(keys);
  texts.set(keys, text);
  return text;
}
