import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { outermostPlace, placeKeys } from "../codebook/places-within.js";
import type { Incident } from "../record/incident.js";
import type { Victim } from "../record/victim.js";
import { victimTest } from "../rule/condition-test.js";
import { type Inclusion, inclusion, type Partition, partition } from "../tally/dimension.js";

/** The place of death (the field's rule for a toll by place), or the place of origin. */
export type PlaceBasis = "killedIn" | "origin";

/** Sorts by place, as it is recorded: a camp is not the governorate that it lies in. `unknown` where it is not recorded. */
export function byPlace<K extends Keys, Basis extends PlaceBasis>(
  codebook: Codebook<K>,
  basis: Basis,
): Partition<Pick<Victim<K>, Basis>, K["place"] | "unknown"> {
  return partition<Pick<Victim<K>, Basis>, K["place"] | "unknown">({
    keys: [...placeKeys(codebook), "unknown"],
    keyOf: (victim) => victim[basis] ?? "unknown",
  });
}

/** Sorts by the outermost place around the recorded one: a camp counts toward its governorate. */
export function byOutermostPlace<K extends Keys, Basis extends PlaceBasis>(
  codebook: Codebook<K>,
  basis: Basis,
): Partition<Pick<Victim<K>, Basis>, K["place"] | "unknown"> {
  const outermost = outermostPlaces(codebook);
  return partition<Pick<Victim<K>, Basis>, K["place"] | "unknown">({
    keys: [...new Set(Object.values<K["place"] | "unknown">(outermost))],
    keyOf: (victim) => outermost[victim[basis] ?? "unknown"],
  });
}

/** The outermost place of every key of `byPlace`, for `regroup`. */
export function outermostPlaces<K extends Keys>(
  codebook: Codebook<K>,
): { readonly [Place in K["place"] | "unknown"]: K["place"] | "unknown" } {
  const places = placeKeys(codebook).map((place) => [place, outermostPlace(codebook, place)]);
  return Object.fromEntries([...places, ["unknown", "unknown"]]) as {
    readonly [Place in K["place"] | "unknown"]: K["place"] | "unknown";
  };
}

/** The demographic partition. Women are adult females: children and women never overlap. */
export type Demographic = "child" | "woman" | "man" | "unknown";

/**
 * Sorts into children, women (adult female), men (adult male) and unknown (of unknown age, or adults of unknown sex).
 *
 * `adultFrom` is the first age of an adult in completed years: 18 makes children those *under 18*, 19 those *18 and
 * under*. An unborn child, where the population counts one, is a child.
 *
 * @example
 * byDemographic({ adultFrom: 18 }).keyOf({ sex: "female", age: 17, unborn: false }) // "child"
 * byDemographic({ adultFrom: 18 }).keyOf({ sex: "female", age: null, unborn: false }) // "unknown"
 */
export function byDemographic({
  adultFrom,
}: {
  readonly adultFrom: number;
}): Partition<Pick<Victim, "sex" | "age" | "unborn">, Demographic> {
  return partition<Pick<Victim, "sex" | "age" | "unborn">, Demographic>({
    keys: ["child", "woman", "man", "unknown"],
    keyOf: ({ sex, age, unborn }) => {
      if (unborn) return "child";
      if (age === null) return "unknown";
      const { minimum, maximum } = typeof age === "number" ? { minimum: age, maximum: age } : age;
      if (maximum < adultFrom) return "child";
      if (minimum < adultFrom || sex === "unknown") return "unknown";
      return sex === "female" ? "woman" : "man";
    },
  });
}

/** Sorts by the means of the incident: shelling, landmine, gunfire. `unknown` where it is not recorded. */
export function byMeans<K extends Keys>(
  codebook: Codebook<K>,
): Partition<{ readonly incident: Incident<K> }, K["means"] | "unknown"> {
  return partition<{ readonly incident: Incident<K> }, K["means"] | "unknown">({
    keys: [...Object.keys(codebook.means), "unknown"],
    keyOf: ({ incident }) => incident.means ?? "unknown",
  });
}

/** Sorts by the cause of death: torture, shrapnel. `unknown` where it is not recorded. */
export function byCause<K extends Keys>(
  codebook: Codebook<K>,
): Partition<Pick<Victim<K>, "cause">, K["cause"] | "unknown"> {
  return partition<Pick<Victim<K>, "cause">, K["cause"] | "unknown">({
    keys: [...Object.keys(codebook.causes), "unknown"],
    keyOf: ({ cause }) => cause ?? "unknown",
  });
}

/**
 * By category, as the codebook's conditions name them: an inclusion, for categories overlap. A victim of whom it is not
 * known whether the condition holds is not in the category.
 */
export function byCategory<K extends Keys>(codebook: Codebook<K>): Inclusion<Victim<K>, K["category"]> {
  const keys: K["category"][] = Object.keys(codebook.categories);
  const tests = keys.map((key) => ({ key, test: victimTest(codebook, codebook.categories[key].when) }));
  return inclusion<Victim<K>, K["category"]>({
    keys,
    keysOf: (victim) => tests.filter(({ test }) => test(victim) === "yes").map(({ key }) => key),
  });
}

/** By role: an inclusion, for a person may have several. */
export function byRole<K extends Keys>(
  codebook: Codebook<K>,
): Inclusion<Pick<Victim<K>, "roles">, K["role"]> {
  return inclusion<Pick<Victim<K>, "roles">, K["role"]>({
    keys: Object.keys(codebook.roles),
    keysOf: ({ roles }) => roles,
  });
}
