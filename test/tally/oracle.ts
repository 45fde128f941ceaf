import type { Asked, AskedDimension, Item } from "../support/tally.js";

/** The sums of some items, by every measure. */
interface Sums {
  count: number;
  minimum: number;
  maximum: number;
  inverted: number;
}

/** A cell as `listCells` gives it, counted by the plainest means. */
export interface ExpectedCell {
  readonly key: Readonly<Record<string, string>>;
  readonly count: unknown;
  readonly including: Readonly<Record<string, { readonly part: unknown; readonly whole: unknown }>>;
}

/** Every cell of a question, counted with a map of joined keys; shares no code with the library. */
export function expectedCells(asked: Asked, items: readonly Item[]): ExpectedCell[] {
  const sums = new Map<string, Sums>();
  const addTo = (joined: string, item: Item) => {
    const before = sums.get(joined) ?? { count: 0, minimum: 0, maximum: 0, inverted: 0 };
    sums.set(joined, {
      count: before.count + (asked.measure === "one" ? 1 : item.count),
      minimum: before.minimum + item.range.minimum,
      maximum: before.maximum + item.range.maximum,
      inverted: before.inverted + (item.range.minimum > item.range.maximum ? 1 : 0),
    });
  };
  for (const item of items) {
    addTo(JSON.stringify(item.keys), item);
    for (const key of new Set(item.inside)) addTo(JSON.stringify([item.keys, key]), item);
  }
  const valueOf = (joined: string) => {
    const { count, ...range } = sums.get(joined) ?? { count: 0, minimum: 0, maximum: 0, inverted: 0 };
    return asked.measure === "range" ? range : count;
  };
  return coordinates(asked.dimensions).map((keys) => {
    const whole = valueOf(JSON.stringify(keys));
    return {
      key: Object.fromEntries(asked.dimensions.map(({ name }, nth) => [name, keys[nth] ?? ""])),
      count: whole,
      including: Object.fromEntries(
        asked.inclusions.map((key) => [key, { part: valueOf(JSON.stringify([keys, key])), whole }]),
      ),
    };
  });
}

/** The cell of some items together, wherever they fall. */
export function expectedTotal(asked: Asked, items: readonly Item[]): Omit<ExpectedCell, "key"> {
  const [cell] = expectedCells(
    { ...asked, dimensions: [] },
    items.map((item) => ({ ...item, keys: [] })),
  );
  if (cell === undefined) throw new Error("No dimensions make one cell.");
  return { count: cell.count, including: cell.including };
}

/** The items at a selection. */
export function selected(
  asked: Asked,
  items: readonly Item[],
  selection: Readonly<Record<string, string | readonly string[]>>,
): Item[] {
  return items.filter((item) =>
    asked.dimensions.every(({ name }, nth) => {
      const wanted = Object.hasOwn(selection, name) ? selection[name] : undefined;
      return wanted === undefined || [wanted].flat().includes(item.keys[nth] ?? "");
    }),
  );
}

/** Every combination of one key of each dimension; the last dimension runs fastest. */
function coordinates(dimensions: readonly AskedDimension[]): string[][] {
  let all: string[][] = [[]];
  for (const { keys } of dimensions) {
    const longer: string[][] = [];
    for (const start of all) for (const key of keys) longer.push([...start, key]);
    all = longer;
  }
  return all;
}
