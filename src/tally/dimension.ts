import { CasualtyError } from "../error.js";

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
 * Makes a partition of items of any type.
 *
 * `keyOf` is called once for each item and must answer with one of `keys`: any other answer is refused when items are
 * tallied (`dimension-key-unknown`). Errors: `dimension-keys-repeated`.
 *
 * @example
 * const byParity = partition({ keys: ["even", "odd"], keyOf: (n: number) => (n % 2 === 0 ? "even" : "odd") });
 * byParity.keyOf(3) // "odd"
 */
export function partition<Item, Key extends string>(definition: {
  readonly keys: readonly Key[];
  readonly keyOf: (item: Item) => NoInfer<Key>;
  readonly sequence?: readonly NoInfer<Key>[];
}): Partition<Item, Key> {
  refuseRepeatedKeys(definition.keys, "a partition");
  return { kind: "partition", ...definition };
}

/**
 * Makes an inclusion of items of any type; a key that `keysOf` answers twice for one item counts once.
 *
 * Errors: `dimension-keys-repeated`; an answer that is none of `keys` is refused when items are tallied
 * (`dimension-key-unknown`).
 *
 * @example
 * const byDivisor = inclusion({ keys: ["two", "three"], keysOf: (n: number) => (n % 6 === 0 ? ["two", "three"] : []) });
 * byDivisor.keysOf(12) // ["two", "three"]
 */
export function inclusion<Item, Key extends string>(definition: {
  readonly keys: readonly Key[];
  readonly keysOf: (item: Item) => readonly NoInfer<Key>[];
}): Inclusion<Item, Key> {
  refuseRepeatedKeys(definition.keys, "an inclusion");
  return { kind: "inclusion", ...definition };
}

/**
 * One inclusion out of two, with the keys of both.
 *
 * A key that both have is refused (`dimension-keys-repeated`): it would count one item for two reasons.
 *
 * @example
 * const even = inclusion({ keys: ["even"], keysOf: (n: number) => (n % 2 === 0 ? ["even"] : []) });
 * const large = inclusion({ keys: ["large"], keysOf: (n: number) => (n > 9 ? ["large"] : []) });
 * joinInclusions(even, large).keysOf(12) // ["even", "large"]
 */
export function joinInclusions<Item, One extends string, Other extends string>(
  one: Inclusion<Item, One>,
  other: Inclusion<Item, Other>,
): Inclusion<Item, One | Other> {
  return inclusion<Item, One | Other>({
    keys: [...one.keys, ...other.keys],
    keysOf: (item) => [...one.keysOf(item), ...other.keysOf(item)],
  });
}

/** The position of every key; refuses keys that stand twice. */
export function positionsOf<Key extends string>(keys: readonly Key[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, position) => [key, position]));
}

/** The position of `key` among the keys of a dimension, or `dimension-key-unknown`. */
export function positionOf(positions: ReadonlyMap<string, number>, dimension: string, key: string): number {
  const position = positions.get(key);
  if (position === undefined) {
    const keys = [...positions.keys()];
    throw new CasualtyError(
      "dimension-key-unknown",
      `"${key}" is none of the keys of ${dimension} (${keys.slice(0, 20).join(", ")}${keys.length > 20 ? ", …" : ""}): give it a key of its own, such as "unknown".`,
      { dimension, key, keys },
    );
  }
  return position;
}

function refuseRepeatedKeys(keys: readonly string[], dimension: string): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) {
      throw new CasualtyError(
        "dimension-keys-repeated",
        `The key "${key}" of ${dimension} is given twice: remove one.`,
        {
          dimension,
          key,
        },
      );
    }
    seen.add(key);
  }
}
