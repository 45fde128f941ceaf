import { CasualtyError, checkedObject } from "../error.js";
import { type Axis, axesOf, axisNamed } from "./axes.js";
import { refuseUnlessTally } from "./cells.js";
import { refuseDifferentShapes, refuseRepeatedNames } from "./check-shape.js";
import { positionsOf } from "./dimension.js";
import { gather, sumsFor } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import { addMoved, moveCells, unmoved } from "./move-cells.js";
import { dimensionOf } from "./question.js";
import { refuseOtherFields } from "./refuse-fields.js";
import type { DimensionKeys, NoDimensionLess, Shape, Tally } from "./tally-data.js";

/**
 * Gives the tally of two collections together, from the tally of each.
 *
 * Commutative and associative, with the tally of no items as its identity: a count can be split over files, workers or
 * databases and joined exactly.
 *
 * @throws `tally-dimensions-differ`, `tally-keys-differ` or `tally-measures-differ` if the cells do not mean the same in both;
 * `count-unsafe` if a sum is above 2^53 - 1; `tally-not-additive` if one is no tally.
 *
 * @example
 * const question = { by: { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) } };
 * at(merge(tally(["a"], question), tally(["a", "b"], question)), { letter: "a" }).count // 2
 */
export function merge<
  K extends DimensionKeys,
  I extends string,
  M extends MeasureKind,
  L extends DimensionKeys,
>(
  one: Tally<K, I, M>,
  other: Tally<L, NoInfer<I>, NoInfer<M>> & Tally<NoInfer<K>, NoInfer<I>, NoInfer<M>> & NoDimensionLess<K, L>,
): Tally<K, I, M> {
  refuseUnlessTally(one, "merge");
  refuseUnlessTally(other, "merge");
  refuseDifferentShapes(one, other);
  const sums = sumsFor(one, one.cells.length);
  for (const tally of [one, other]) addMoved(sums, tally, tally.dimensions.map(unmoved));
  return gather(one, sums);
}

/**
 * Gives the tally with some of its dimensions kept, in the order in which they are named, and the others summed out.
 *
 * None kept gives the total in one cell; all of them kept in another order gives the same counts in that order.
 *
 * @throws `dimension-unknown`; `selection-repeats-key` if a dimension is kept twice; `count-unsafe` if a sum is above 2^53 - 1;
 * `tally-not-additive` if it is no tally.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (word: string) => (word.startsWith("a") ? "a" : "b") }) };
 * total(marginal(tally(["apple", "bean"], { by }), { keep: [] })).count // 2
 */
export function marginal<
  K extends DimensionKeys,
  I extends string,
  M extends MeasureKind,
  Name extends keyof K & string,
>(tally: Tally<K, I, M>, options: { readonly keep: readonly Name[] }): Tally<Pick<K, Name>, I, M> {
  refuseUnlessTally(tally, "marginal");
  refuseOtherFields("marginal", options, { required: ["keep"] });
  const { keep } = options;
  const axes = axesOf(tally.dimensions);
  const kept = keep.map((name) => axisNamed(axes, name));
  refuseRepeatedNames(keep);
  const shape = {
    measure: tally.measure,
    dimensions: kept.map((axis) => dimensionOf(axis.name, axis)),
    inclusions: tally.inclusions,
    // The compiler does not follow which names were found.
  } as unknown as Shape<Pick<K, Name>, I, M>;
  return moveCells(tally, shape, kept.map(unmoved));
}

/**
 * Gives the tally with the keys of one dimension mapped to others; keys that map to one are added together.
 *
 * `to` names the new key of every old one (perpetrators to sections, districts to governorates), so that nothing is
 * dropped; the new keys stand in the order in which they first appear, and no running total can be taken over them. Alliances
 * are no regrouping: their members stay, see `Selection`.
 *
 * @throws `dimension-unknown`; `dimension-key-unknown` if a key has no new one; `count-unsafe` if a sum is above 2^53 - 1;
 * `tally-not-additive` if it is no tally.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b", "c"], keyOf: (letter: "a" | "b" | "c") => letter }) };
 * const kinds = regroup(tally(["a", "b", "c"], { by }), "letter", { to: { a: "vowel", b: "consonant", c: "consonant" } });
 * at(kinds, { letter: "consonant" }).count // 2
 */
export function regroup<
  K extends DimensionKeys,
  I extends string,
  M extends MeasureKind,
  Name extends keyof K & string,
  Group extends string,
>(
  tally: Tally<K, I, M>,
  name: Name,
  options: { readonly to: { readonly [Key in K[Name]]: Group } },
): Tally<{ readonly [Other in keyof K]: Other extends Name ? Group : K[Other] }, I, M> {
  refuseUnlessTally(tally, "regroup");
  const { to } = checkedObject(options, "regroup", "the new key of every key");
  checkedObject(to, "regroup", "the new key of every key");
  const groups = groupsOf(axisNamed(axesOf(tally.dimensions), name), to);
  const keys = [...new Set(groups)];
  const positions = positionsOf(keys);
  const shape = {
    measure: tally.measure,
    dimensions: tally.dimensions.map((dimension) => (dimension.name === name ? { name, keys } : dimension)),
    inclusions: tally.inclusions,
    // The compiler does not follow a map by name.
  } as unknown as Shape<{ readonly [Other in keyof K]: Other extends Name ? Group : K[Other] }, I, M>;
  const moves = tally.dimensions.map((dimension) =>
    dimension.name === name
      ? { from: name, size: keys.length, to: groups.map((group) => positions.get(group)) }
      : unmoved(dimension),
  );
  return moveCells(tally, shape, moves);
}

/** The new key of every key of a dimension, in their order. */
function groupsOf({ name, keys }: Axis, to: Readonly<Record<string, string>>): readonly string[] {
  const groups = new Map(Object.entries(to));
  return keys.map((key) => {
    const group = groups.get(key);
    if (group === undefined) {
      throw new CasualtyError(
        "dimension-key-unknown",
        `The key "${key}" of ${name} has no new key: name one, so that nothing is dropped.`,
        { dimension: name, key, keys: [...groups.keys()] },
      );
    }
    return group;
  });
}
