import { CasualtyError, checkedObject, refuseUnless } from "../error.js";

/**
 * A way to sort items in which every item has exactly one key, so that the counts of its keys add up to the number
 * of items. What belongs to no key has a key of its own (`unknown`, `undated`, `outside`).
 */
export interface Partition<Item, Key extends string = string> {
  readonly kind: "partition";
  /** Every key, in the order of the table. */
  readonly keys: readonly Key[];
  readonly keyOf: (item: Item) => Key;
  /** The keys that follow each other in time, if any do: those a running total may be taken over. */
  readonly sequence?: readonly Key[];
}

/**
 * A way to sort items in which an item has any number of keys, so that its counts overlap: they stand inside the
 * count of a cell, and no function takes them as addends.
 */
export interface Inclusion<Item, Key extends string = string> {
  readonly kind: "inclusion";
  readonly keys: readonly Key[];
  readonly keysOf: (item: Item) => readonly Key[];
}

/**
 * Gives a partition of items of any type; its keys are inferred as they are written, without `as const`.
 *
 * `keyOf` is called once for each item and must answer with one of `keys`: any other answer is refused when items are
 * tallied (`dimension-key-unknown`). No keys can only sort no items.
 *
 * @throws `dimension-keys-repeated` if a key stands twice in `keys` or in `sequence`; `dimension-key-unknown` if `sequence` has
 * one that `keys` has not.
 *
 * @example
 * const byParity = partition({ keys: ["even", "odd"], keyOf: (n: number) => (n % 2 === 0 ? "even" : "odd") });
 * byParity.keyOf(3) // "odd"
 */
// `const`, since a question in which a partition is written would widen its keys to `string`.
export function partition<Item, const Key extends string>(definition: {
  readonly keys: readonly Key[];
  readonly keyOf: (item: Item) => NoInfer<Key>;
  readonly sequence?: readonly NoInfer<Key>[];
}): Partition<Item, Key> {
  refuseFaultyKeys(
    "a partition",
    checkedObject(definition, "partition", "keys and keyOf").keys,
    definition.sequence,
  );
  return { kind: "partition", ...definition };
}

/**
 * Gives an inclusion of items of any type; its keys are inferred as they are written, without `as const`.
 *
 * A key that `keysOf` answers twice for one item counts once; one that is none of `keys` is refused when items are tallied
 * (`dimension-key-unknown`).
 *
 * @throws `dimension-keys-repeated`
 *
 * @example
 * const byDivisor = inclusion({ keys: ["two", "three"], keysOf: (n: number) => (n % 6 === 0 ? ["two", "three"] : []) });
 * byDivisor.keysOf(12) // ["two", "three"]
 */
export function inclusion<Item, const Key extends string>(definition: {
  readonly keys: readonly Key[];
  readonly keysOf: (item: Item) => readonly NoInfer<Key>[];
}): Inclusion<Item, Key> {
  refuseFaultyKeys("an inclusion", checkedObject(definition, "inclusion", "keys and keysOf").keys);
  return { kind: "inclusion", ...definition };
}

/**
 * Gives one inclusion out of two, with the keys of both.
 *
 * Where both have a key, as the categories and the roles of one codebook may, leave one of the two out if they mean the same (the
 * category *medical* of `snhrCodebook` is the role); otherwise give the keys of one other names, in an inclusion of your own.
 *
 * @throws `dimension-keys-repeated` if both have a key: it would count one item for two reasons.
 *
 * @example
 * const even = inclusion({ keys: ["even"], keysOf: (n: number) => (n % 2 === 0 ? ["even"] : []) });
 * const large = inclusion({ keys: ["large"], keysOf: (n: number) => (n > 9 ? ["large"] : []) });
 * joinInclusions(even, large).keysOf(12) // ["even", "large"]
 * const roles = byRole(snhrCodebook);
 * const named = inclusion({ keys: roles.keys.map((key) => `role ${key}`), keysOf: (victim: Victim<SnhrKeys>) => roles.keysOf(victim).map((key) => `role ${key}`) });
 * joinInclusions(byCategory(snhrCodebook), named).keys.slice(-2) // ["role civil-defense", "role relief"]
 */
export function joinInclusions<Item, One extends string, Other extends string>(
  one: Inclusion<Item, One>,
  other: Inclusion<Item, Other>,
): Inclusion<Item, One | Other> {
  for (const given of [one, other]) {
    const { keys } = checkedObject(given, "joinInclusions", "two inclusions");
    refuseUnless(Array.isArray(keys), given, "joinInclusions", "two inclusions");
  }
  const shared = one.keys.find((key: string) => (other.keys as readonly string[]).includes(key));
  if (shared !== undefined) {
    throw new CasualtyError(
      "dimension-keys-repeated",
      `Both inclusions have the key "${shared}": leave one of them out if it means the same in both, or give the keys of one other names by an inclusion of your own.`,
      { dimension: "the joined inclusion", key: shared },
    );
  }
  return inclusion<Item, One | Other>({
    keys: [...one.keys, ...other.keys],
    keysOf: (item) => [...one.keysOf(item), ...other.keysOf(item)],
  });
}

/** The position of every key. */
export function positionsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [position, key] of keys.entries()) positions.set(key, position);
  return positions;
}

/**
 * Finds the position of a key among those of a dimension, or throws `dimension-key-unknown`: for keys of many items.
 *
 * Items answer few keys again and again. Where a key like this one was found last is looked at first: of a text that was just
 * made, as by cutting a date, that takes a third of the time of a look-up in a map, which hashes it. Whether keys are alike is
 * told by their length and three of their letters.
 */
export function positionFinder(dimension: string, keys: readonly string[]): (key: string) => number {
  const positions = positionsOf(keys);
  const lastFound = new Int32Array(256);
  return (key) => {
    // Callers without types may answer anything.
    const isText = typeof key === "string";
    const place = isText ? likenessOf(key) : 0;
    const guess = lastFound[place] ?? 0;
    if (isText && keys[guess] === key) return guess;
    const position = positionOf(positions, dimension, key);
    lastFound[place] = position;
    return position;
  };
}

/** A number below 256 that is the same for texts of one length and with the same letters at the end and in the middle. */
function likenessOf(text: string): number {
  const { length } = text;
  const letters =
    31 * text.charCodeAt(length - 1) + 7 * text.charCodeAt(length - 2) + text.charCodeAt(length >> 1);
  return (letters + 5 * length) & 255;
}

/** The position of `key` among the keys of a dimension, or `dimension-key-unknown`. */
export function positionOf(
  positions: ReadonlyMap<string, number>,
  dimension: string,
  key: string,
  advice = 'give it a key of its own, such as "unknown"',
): number {
  const position = positions.get(key);
  if (position === undefined) throw unknownKey(dimension, key, [...positions.keys()], advice);
  return position;
}

/** Refuses keys that repeat, and a sequence with keys that repeat or are none of the keys. */
export function refuseFaultyKeys(
  dimension: string,
  keys: readonly string[],
  sequence: readonly string[] = [],
): void {
  const known = distinctKeys(dimension, keys);
  // A sequence of all the keys, in their order, is often the list of the keys itself.
  if (sequence === keys) return;
  for (const key of distinctKeys(`the sequence of ${dimension}`, sequence)) {
    if (!known.has(key)) throw unknownKey(dimension, key, keys, "a sequence is made of its keys");
  }
}

/** The keys as a set, or `dimension-keys-repeated`. */
function distinctKeys(dimension: string, keys: readonly string[]): ReadonlySet<string> {
  refuseUnless(Array.isArray(keys), keys, dimension, "a list of keys");
  const distinct = new Set<string>();
  for (const [nth, key] of keys.entries()) {
    distinct.add(key);
    if (distinct.size > nth) continue;
    throw new CasualtyError(
      "dimension-keys-repeated",
      `The key "${key}" of ${dimension} is given twice: remove one.`,
      { dimension, key },
    );
  }
  return distinct;
}

/** What is thrown for a key that is none of the keys of its dimension. */
export function unknownKey(
  dimension: string,
  key: string,
  keys: readonly string[],
  advice: string,
): CasualtyError<"dimension-key-unknown"> {
  const shown = keys.slice(0, 20).join(", ") + (keys.length > 20 ? ", …" : "");
  const form = withoutCase(key);
  const meant = keys.find((known) => withoutCase(known) === form);
  const toDo = meant === undefined ? `${advice}.` : `did you mean "${meant}"?`;
  return new CasualtyError(
    "dimension-key-unknown",
    `"${key}" is none of the keys of ${dimension} (${shown}): ${toDo}`,
    { dimension, key, keys },
  );
}

/** A key as two spellings of it share it; what a caller without types answers may be no text. */
function withoutCase(key: unknown): string {
  return String(key).trim().toLowerCase();
}
