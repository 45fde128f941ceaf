import type { Estimate } from "../../src/number/estimate.js";
import type { Range } from "../../src/number/range.js";
import type { Asked, AskedDimension, Item } from "../support/tally.js";

/** The sums of some items, by every measure. */
interface Sums {
  readonly count: number;
  readonly range: Range;
  readonly estimate: Estimate;
}

const noItems: Sums = {
  count: 0,
  range: { minimum: 0, maximum: 0, inverted: 0 },
  estimate: { low: 0, best: 0, high: 0, inverted: 0 },
};

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
    const { count, range, estimate } = sums.get(joined) ?? noItems;
    const { minimum: low, maximum: high } = item.range;
    const best = item.count;
    sums.set(joined, {
      count: count + (asked.measure === "one" ? 1 : item.count),
      range: {
        minimum: range.minimum + item.range.minimum,
        maximum: range.maximum + item.range.maximum,
        inverted: range.inverted + (item.range.minimum > item.range.maximum ? 1 : 0),
      },
      estimate: {
        low: estimate.low + low,
        best: estimate.best + best,
        high: estimate.high + high,
        inverted: estimate.inverted + (low <= best && best <= high ? 0 : 1),
      },
    });
  };
  for (const item of items) {
    addTo(JSON.stringify(item.keys), item);
    for (const key of new Set(item.inside)) addTo(JSON.stringify([item.keys, key]), item);
  }
  const valueOf = (joined: string) =>
    (sums.get(joined) ?? noItems)[asked.measure === "one" ? "count" : asked.measure];
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
