import { keyInCycle } from "../codebook/parents.js";
import { checkedFunction, checkedItems, checkedObject, refuseUnless } from "../error.js";
import type { Estimate } from "../number/estimate.js";
import type { Range } from "../number/range.js";
import { type Inclusion, inclusion, positionOf, positionsOf } from "../tally/dimension.js";
import { endsOfRange, type RangeEnds } from "./read-range.js";

/** The ranges that each item of a source gives, by name, and which of them is part of which other. */
export interface RangesOfItems<Item, Name extends string> {
  readonly ranges: { readonly [N in Name]: (item: Item) => Range | Estimate };
  /** The civilians are part of the killed: `{ civilians: "killed" }`. */
  readonly partOf?: { readonly [N in NoInfer<Name>]?: NoInfer<Name> };
}

/** The key of a fault: `killed-out-of-order`, `civilians-above-killed`. */
export type RangeFaultKey<Name extends string> = `${Name}-out-of-order` | `${Name}-above-${Name}`;

/** A range that the source cannot have meant as it stands. */
export interface RangeFault<Name extends string = string> {
  /** The id of the item. */
  readonly id: string;
  readonly key: RangeFaultKey<Name>;
  /** The sentence that says what is printed, and why it cannot be. */
  readonly explanation: string;
}

/**
 * Lists what is impossible in the ranges of a source, item by item: a minimum above its maximum, an estimate that is not in
 * the order low, best, high, a part that is at either end above the whole that it is part of (more civilians than dead).
 *
 * Nothing is mended, and nothing is left out of a sum for it. In the order of the items; a source without faults gives none.
 *
 * @throws `argument-malformed`, also if `partOf` makes something a part of itself; `dimension-key-unknown` if `partOf` names what is none of the ranges; `count-not-whole` or `count-unsafe` if a number of
 * a range is no count: also if `inverted` is not there.
 *
 * @example
 * const strikes = [{ id: "s-1", killed: range(2, 7), civilians: range(4, 4) }, { id: "s-2", killed: range(5, 3), civilians: range(0, 0) }];
 * type Strike = (typeof strikes)[number];
 * const ranges = { killed: ({ killed }: Strike) => killed, civilians: ({ civilians }: Strike) => civilians };
 * const faults = rangeFaults(strikes, { ranges, partOf: { civilians: "killed" } });
 * faults.map(({ id, key }) => [id, key]) // [["s-1", "civilians-above-killed"], ["s-2", "killed-out-of-order"]]
 * faults[0]?.explanation // "Of s-1 the civilians, 4 to 4, are above the killed, 2 to 7, of whom they are part."
 */
export function rangeFaults<Item extends { readonly id: string }, Name extends string>(
  items: Iterable<Item>,
  of: RangesOfItems<Item, Name>,
): RangeFault<Name>[] {
  const checks = checksOf(of);
  const faults: RangeFault<Name>[] = [];
  for (const item of checkedItems(items, "rangeFaults", itemsWithId)) {
    refuseUnless(typeof (Object(item) as Partial<Item>).id === "string", item, "rangeFaults", itemsWithId);
    for (const { key, isFaulty, explain } of checks) {
      if (isFaulty(item)) faults.push({ id: item.id, key, explanation: `Of ${item.id} ${explain(item)}` });
    }
  }
  return faults;
}

const itemsWithId = "a list of items with an id";

/**
 * The same faults as an inclusion: in every cell that such an item falls into, how much of the cell comes from it. Where items
 * are counted, without a measure, that is the number of faulty ones, even of those that add nothing to a sum.
 *
 * @example
 * const strikes = [{ killed: range(2, 7), civilians: range(4, 4) }, { killed: range(5, 3), civilians: range(0, 0) }];
 * type Strike = (typeof strikes)[number];
 * const ranges = { killed: ({ killed }: Strike) => killed, civilians: ({ civilians }: Strike) => civilians };
 * const including = byRangeFault({ ranges, partOf: { civilians: "killed" } });
 * const killed = total(tally(strikes, { by: {}, including, measure: rangeOf(ranges.killed) }));
 * killed.count // { minimum: 7, maximum: 10, inverted: 1 }
 * killed.including["civilians-above-killed"].part // { minimum: 2, maximum: 7, inverted: 0 }
 */
export function byRangeFault<Item, Name extends string>(
  of: RangesOfItems<Item, Name>,
): Inclusion<Item, RangeFaultKey<Name>> {
  const checks = checksOf(of);
  return inclusion<Item, RangeFaultKey<Name>>({
    keys: checks.map(({ key }) => key),
    keysOf: (item) => checks.filter(({ isFaulty }) => isFaulty(item)).map(({ key }) => key),
  });
}

/** One thing that can be wrong with the ranges of an item. */
interface Check<Item, Name extends string> {
  readonly key: RangeFaultKey<Name>;
  readonly isFaulty: (item: Item) => boolean;
  readonly explain: (item: Item) => string;
}

function checksOf<Item, Name extends string>(of: RangesOfItems<Item, Name>): Check<Item, Name>[] {
  const takes = "an object of ranges by name, and of what is part of what";
  const { ranges, partOf = {} } = checkedObject(of, "What asks for faults of ranges", takes);
  checkedObject(ranges, "What asks for faults of ranges", takes);
  checkedObject(partOf, "What asks for faults of ranges", takes);
  for (const one of Object.values(ranges)) checkedFunction(one, "What asks for faults of ranges", takes);
  // The names are those of the ranges, which the compiler cannot tell from keys.
  const names = Object.keys(ranges) as Name[];
  const wholes = wholesOf(names, partOf);
  return names.flatMap((name): Check<Item, Name>[] => {
    const endsOf = (item: Item, of: Name) => endsOfRange(ranges[of](item), `the ${of}`);
    const order: Check<Item, Name> = {
      key: `${name}-out-of-order`,
      isFaulty: (item) => endsOf(item, name).isInverted,
      explain: (item) => `the ${name} stand out of order: ${shown(endsOf(item, name))}.`,
    };
    const whole = wholes.get(name);
    if (whole === undefined) return [order];
    const part: Check<Item, Name> = {
      key: `${name}-above-${whole}`,
      isFaulty: (item) => isAbove(endsOf(item, name), endsOf(item, whole)),
      explain: (item) =>
        `the ${name}, ${shown(endsOf(item, name))}, are above the ${whole}, ${shown(endsOf(item, whole))}, of whom they are part.`,
    };
    return [order, part];
  });
}

/** What each part is part of: both are among the ranges. */
function wholesOf<Name extends string>(
  names: readonly Name[],
  partOf: { readonly [N in Name]?: Name },
): ReadonlyMap<string, Name> {
  const positions = positionsOf(names);
  const wholes = new Map(Object.entries<Name | undefined>(partOf));
  for (const name of [...wholes].flat()) {
    positionOf(positions, "the ranges", String(name), "name in partOf what is among the ranges");
  }
  const partOfItself = keyInCycle(names, (name) => wholes.get(name));
  const takes = `wholes that are no parts of their parts, as ${String(partOfItself)} is`;
  refuseUnless(partOfItself === null, partOf, "partOf", takes);
  return wholes as ReadonlyMap<string, Name>;
}

/** Whether a part is above its whole at either end, or at the best number where both have one. */
function isAbove(part: RangeEnds, whole: RangeEnds): boolean {
  return (
    part.least > whole.least ||
    part.most > whole.most ||
    (part.best !== null && whole.best !== null && part.best > whole.best)
  );
}

function shown({ least, best, most }: RangeEnds): string {
  return best === null ? `${least} to ${most}` : `${least}, ${best}, ${most}`;
}
