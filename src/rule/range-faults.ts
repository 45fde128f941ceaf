import type { Estimate } from "../number/estimate.js";
import { isInverted, type Range } from "../number/range.js";
import { type Inclusion, inclusion } from "../tally/dimension.js";

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
  for (const item of items) {
    for (const { key, isFaulty, explain } of checks) {
      if (isFaulty(item)) faults.push({ id: item.id, key, explanation: `Of ${item.id} ${explain(item)}` });
    }
  }
  return faults;
}

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

function checksOf<Item, Name extends string>({
  ranges,
  partOf = {},
}: RangesOfItems<Item, Name>): Check<Item, Name>[] {
  // The names are those of the ranges, which the compiler cannot tell from keys.
  const names = Object.keys(ranges) as Name[];
  return names.flatMap((name): Check<Item, Name>[] => {
    const read = ranges[name];
    const whole: Name | undefined = partOf[name];
    const order: Check<Item, Name> = {
      key: `${name}-out-of-order`,
      isFaulty: (item) => isInverted(read(item)),
      explain: (item) => `the ${name} stand out of order: ${shown(read(item))}.`,
    };
    if (whole === undefined) return [order];
    const readWhole = ranges[whole];
    const part: Check<Item, Name> = {
      key: `${name}-above-${whole}`,
      isFaulty: (item) => isAbove(read(item), readWhole(item)),
      explain: (item) =>
        `the ${name}, ${shown(read(item))}, are above the ${whole}, ${shown(readWhole(item))}, of whom they are part.`,
    };
    return [order, part];
  });
}

/** Whether a part is above its whole at either end, or at the best number where both have one. */
function isAbove(part: Range | Estimate, whole: Range | Estimate): boolean {
  const [partEnds, wholeEnds] = [endsOf(part), endsOf(whole)];
  return (
    partEnds.least > wholeEnds.least ||
    partEnds.most > wholeEnds.most ||
    ("best" in part && "best" in whole && part.best > whole.best)
  );
}

function endsOf(of: Range | Estimate): { readonly least: number; readonly most: number } {
  return "low" in of ? { least: of.low, most: of.high } : { least: of.minimum, most: of.maximum };
}

function shown(of: Range | Estimate): string {
  return "low" in of ? `${of.low}, ${of.best}, ${of.high}` : `${of.minimum} to ${of.maximum}`;
}
