import { CasualtyError } from "../error.js";
import { type Share, share } from "../number/share.js";
import { refuseUnlessCounts, refuseUnlessTally } from "./cells.js";
import { at, type Cell, type Selection } from "./read.js";
import { refuseOtherFields } from "./refuse-fields.js";
import { type AnySelection, selectedKeys } from "./selection.js";
import type { Dimension, DimensionKeys, Tally } from "./tally-data.js";

/**
 * Gives the share of one selection in another, its denominator named: `part` of `whole`, exact until it is printed.
 *
 * The part must lie inside the whole, key by key; `whole: {}` is everything in the tally. `within` counts only what a key of the
 * inclusion holds, on both sides: the regime's share *of the torture deaths*. A share of nothing stays `{ part: 0, whole: 0 }`.
 *
 * @throws `share-part-outside-whole` if the part selects a key that the whole does not; `inclusion-unknown`; what `at` throws;
 * `tally-measures-differ` if the tally holds ranges.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * shareOf(tally(["a", "b", "b"], { by }), { part: { letter: "b" }, whole: {} }) // { part: 2, whole: 3 }
 */
export function shareOf<K extends DimensionKeys, I extends string>(
  tally: Tally<K, I>,
  options: {
    readonly part: Selection<NoInfer<K>>;
    readonly whole: Selection<NoInfer<K>>;
    readonly within?: NoInfer<I>;
  },
): Share {
  refuseUnlessTally(tally, "shareOf");
  refuseUnlessCounts(tally, "shareOf");
  refuseOtherFields("shareOf", options, { required: ["part", "whole"], optional: ["within"] });
  const { part, whole, within } = options;
  refusePartOutsideWhole(tally.dimensions, part, whole);
  const inPart = at(tally, part);
  const inWhole = at(tally, whole);
  if (within === undefined) return share(inPart.count, inWhole.count);
  if (!tally.inclusions.includes(within)) {
    throw new CasualtyError(
      "inclusion-unknown",
      `"${within}" is not included in this tally: it has ${tally.inclusions.join(", ") || "none"}.`,
      { inclusion: within, inclusions: tally.inclusions },
    );
  }
  return share(partIn(inPart, within), partIn(inWhole, within));
}

function partIn({ including }: Cell, key: string): number {
  return including[key]?.part ?? 0;
}

function refusePartOutsideWhole(
  dimensions: readonly Dimension[],
  part: AnySelection,
  whole: AnySelection,
): void {
  const [keysOfPart, keysOfWhole] = [selectedKeys(dimensions, part), selectedKeys(dimensions, whole)];
  for (const { name, keys } of dimensions) {
    const inWhole = keysOfWhole.get(name);
    const outside = [...(keysOfPart.get(name) ?? keys)].find((key) => inWhole?.has(key) === false);
    if (inWhole === undefined || outside === undefined) continue;
    throw new CasualtyError(
      "share-part-outside-whole",
      `The part of this share holds ${outside} of ${name}, the whole only ${[...inWhole].join(", ")}: a part must lie inside its whole.`,
      { dimension: name, key: outside },
    );
  }
}
