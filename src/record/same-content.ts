/**
 * Whether two values say the same: equal texts, numbers and so on, lists of the same items in the same order, objects
 * with the same columns in whatever order.
 *
 * It goes into values of any depth, and into those that hold themselves. Objects that are no plain ones are the same
 * where both have one type and one primitive value, as dates do.
 */
export function sameContent(one: unknown, other: unknown): boolean {
  const compared = new Map<object, Set<object>>();
  const pairs: (readonly [unknown, unknown])[] = [[one, other]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair;
    if (a === b || (Number.isNaN(a) && Number.isNaN(b))) continue;
    if (!isObject(a) || !isObject(b)) return false;
    if (!(isPlain(a) && isPlain(b))) {
      if (!sameValue(a, b)) return false;
      continue;
    }
    const others = compared.get(a) ?? new Set();
    if (others.has(b)) continue;
    compared.set(a, others.add(b));
    const entries = Object.entries(a);
    if (Array.isArray(a) !== Array.isArray(b) || entries.length !== Object.keys(b).length) return false;
    for (const [key, value] of entries) {
      if (!Object.hasOwn(b, key)) return false;
      pairs.push([value, (b as Readonly<Record<string, unknown>>)[key]]);
    }
  }
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Array.isArray(value);
}

function sameValue(a: object, b: object): boolean {
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || !("valueOf" in a)) return false;
  const value: unknown = a.valueOf();
  return !isObject(value) && Object.is(value, b.valueOf());
}
