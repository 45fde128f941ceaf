import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import { checkedCount } from "../number/count.js";
import type { Victim } from "../record/victim.js";
import { type Partition, partition } from "../tally/dimension.js";

/** The demographic partition. Women are adult females: children and women never overlap. */
export type Demographic = "child" | "woman" | "man" | "unknown";

/**
 * Sorts into children, women (adult female), men (adult male) and unknown: of unknown age, of an age band that holds both
 * children and adults, or adult of unknown sex.
 *
 * `adultFrom` is the first age of an adult in completed years: 18 makes children those *under 18*, 19 those *18 and
 * under*. An unborn child, where the population counts one, is a child.
 *
 * @throws `options-malformed`; `count-not-whole` or `count-unsafe` if `adultFrom` is no whole number of years.
 *
 * @example
 * byDemographic({ adultFrom: 18 }).keyOf({ sex: "female", age: 17, unborn: false }) // "child"
 * byDemographic({ adultFrom: 18 }).keyOf({ sex: "female", age: 18, unborn: false }) // "woman"
 * byDemographic({ adultFrom: 18 }).keyOf({ sex: "female", age: null, unborn: false }) // "unknown"
 */
export function byDemographic(options: {
  readonly adultFrom: number;
}): Partition<Pick<Victim, "sex" | "age" | "unborn">, Demographic> {
  checkOptions("options of byDemographic", options, optionsNamed("adultFrom"));
  const adult = checkedCount(options.adultFrom, "the first age of an adult");
  return partition<Pick<Victim, "sex" | "age" | "unborn">, Demographic>({
    keys: ["child", "woman", "man", "unknown"],
    keyOf: ({ sex, age, unborn }) => {
      if (unborn) return "child";
      if (age === null) return "unknown";
      // One by one: no object is made for each victim.
      const minimum = typeof age === "number" ? age : age.minimum;
      const maximum = typeof age === "number" ? age : age.maximum;
      if (maximum < adult) return "child";
      if (minimum < adult || sex === "unknown") return "unknown";
      return sex === "female" ? "woman" : "man";
    },
  });
}
