import type { Keys } from "../codebook/keys.js";
import { checkedFunction } from "../error.js";
import type { Estimate } from "../number/estimate.js";
import type { Range } from "../number/range.js";
import { type Partition, partition } from "../tally/dimension.js";
import { checkThreshold, type MassacreDefinition } from "./massacre-definition.js";
import { endsOfRange } from "./read-range.js";

/** Whether an incident of which only a range is known is a massacre. */
export type MassacreByRange = "certain" | "possible" | "no";

/**
 * Sorts incidents of which only the range of the killed is known by whether they meet the threshold of a massacre
 * definition: at both ends it is `certain`, at one `possible`, at neither `no`. A range that is upside down, five to three, is
 * read at both ends as well. Of an estimate the ends are its low and its high number, whatever the best one.
 *
 * `killedOf` gives the range of those who count toward the threshold: of the civilians, where only civilians do.
 *
 * Errors: `massacre-threshold-invalid`; `count-not-whole` and `count-unsafe` when an item is sorted whose numbers are no counts.
 *
 * @example
 * const { keyOf } = byMassacreRange(snhrMassacre, (killed: Range) => killed);
 * [range(5, 8), range(3, 5), range(1, 4)].map(keyOf) // ["certain", "possible", "no"]
 */
export function byMassacreRange<K extends Keys, Item>(
  definition: MassacreDefinition<K>,
  killedOf: (item: Item) => Range | Estimate,
): Partition<Item, MassacreByRange> {
  checkThreshold(definition);
  checkedFunction(killedOf, "byMassacreRange", "a function that gives the range of those killed");
  const { threshold } = definition;
  return partition<Item, MassacreByRange>({
    keys: ["certain", "possible", "no"],
    keyOf: (item) => {
      const { least, most } = endsOfRange(killedOf(item), "an incident");
      if (least >= threshold && most >= threshold) return "certain";
      return least >= threshold || most >= threshold ? "possible" : "no";
    },
  });
}
