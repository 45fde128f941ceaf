/** Entries of which some lie in another of their list: places in a place, perpetrators that are parts of one. */
export type Nested = Readonly<Record<string, { readonly parent?: string }>>;

/** How one entry lies to others: it is one of them or lies within one, it lies around one and within none, or neither. */
export type Standing = "within" | "around" | "apart";

/**
 * A function that tells how any entry of a list lies to those `asked`. To be made once: it remembers the way outwards from
 * every entry that it was asked of, so that all of them together cost no more than the list is long, however deep it is.
 */
export function standingTo(list: Nested, asked: Iterable<string>): (key: string) => Standing {
  const keys = [...asked];
  const standings = new Map<string, Standing>(keys.map((key) => [key, "within"]));
  /** Goes outwards from an entry to the first whose standing is known; all on the way stand as `standing` makes of it. */
  const note = (from: string | undefined, standingBelow: (known: Standing | undefined) => Standing) => {
    const line: string[] = [];
    let at = from;
    for (; at !== undefined && !standings.has(at); at = list[at]?.parent) line.push(at);
    const standing = standingBelow(at === undefined ? undefined : standings.get(at));
    for (const one of line) standings.set(one, standing);
    return standing;
  };
  // Between one that is asked and another around it lies what is within the other.
  for (const key of keys) note(list[key]?.parent, (known) => known ?? "around");
  return (key) => standings.get(key) ?? note(key, (known) => (known === "within" ? "within" : "apart"));
}

/** The outermost entry that each entry of a list lies in: itself where it has no parent. In the order of the list. */
export function outermostOf<Key extends string>(
  list: {
    readonly [One in Key]: { readonly parent?: Key };
  },
): ReadonlyMap<Key, Key> {
  const outermost = new Map<Key, Key>();
  const keys = Object.keys(list) as Key[];
  for (const key of keys) {
    const line: Key[] = [];
    let last = key;
    for (let at: Key | undefined = key; at !== undefined && !outermost.has(at); at = list[at].parent) {
      line.push(at);
      last = at;
    }
    const end = outermost.get(list[last].parent ?? last) ?? last;
    for (const one of line) outermost.set(one, end);
  }
  return new Map(keys.map((key) => [key, outermost.get(key) ?? key]));
}

/**
 * The function that tells how many parties some entries are: two that lie in one, or of which one lies in the other, are one,
 * for what is outermost is one party, whatever its parts. To be made once.
 */
export function partyCounter<Key extends string>(
  list: {
    readonly [One in Key]: { readonly parent?: Key };
  },
): (keys: readonly Key[]) => number {
  const outermost = outermostOf(list);
  return (keys) => (keys.length < 2 ? keys.length : new Set(keys.map((key) => outermost.get(key))).size);
}

/** The innermost entry that all of these lie in, or are; `undefined` where no entry is around all of them. */
export function innermostAround<Key extends string>(
  list: { readonly [One in Key]: { readonly parent?: Key } },
  [first, ...others]: readonly [Key, ...Key[]],
): Key | undefined {
  const liesIn = (around: Key) => (key: Key) => {
    let at: Key | undefined = key;
    while (at !== undefined && at !== around) at = list[at].parent;
    return at === around;
  };
  let around: Key | undefined = first;
  while (around !== undefined && !others.every(liesIn(around))) around = list[around].parent;
  return around;
}

/**
 * An entry that lies within itself by following `next`, or `null` where every way ends. No way is gone twice: the cost is that
 * of the list, however long they are.
 */
export function keyInCycle(
  keys: readonly string[],
  next: (key: string) => string | undefined,
): string | null {
  /** The keys that were come by, each with the one from which that way began. */
  const wayOf = new Map<string, string>();
  for (const key of keys) {
    let at: string | undefined = key;
    for (; at !== undefined && !wayOf.has(at); at = next(at)) wayOf.set(at, key);
    if (at !== undefined && wayOf.get(at) === key) return at;
  }
  return null;
}
