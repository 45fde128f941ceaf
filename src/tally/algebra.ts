import { CasualtyError } from "../error.js";
import { eachCell, positionIn, refuseUnlessTally, stridesOf } from "./cells.js";
import { positionOf, positionsOf } from "./dimension.js";
import { gather } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import { refuseUnknownDimensions } from "./read.js";
import type { AnyTally, DimensionKeys, Shape, Tally } from "./tally.js";

/**
 * The tally of two collections together, from the tally of each.
 *
 * Commutative and associative, with the tally of no items as its identity: a count can be split over files, workers or
 * databases and joined exactly. Errors: `tally-dimensions-differ`, `tally-keys-differ`, `tally-measures-differ`,
 * `count-unsafe`.
 *
 * @example
 * const question = { by: { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) } };
 * at(merge(tally(["a"], question), tally(["a", "b"], question)), { letter: "a" }).count // 2
 */
export function merge<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  one: Tally<K, I, M>,
  other: Tally<NoInfer<K>, NoInfer<I>, NoInfer<M>>,
): Tally<K, I, M> {
  refuseUnlessTally(one, "merge");
  refuseUnlessTally(other, "merge");
  refuseDifferentShapes(one, other);
  return gather(one, (add) => {
    for (const tally of [one, other]) {
      eachCell(tally, (cell, numbers) => {
        add(cell, 0, numbers);
      });
    }
  });
}

/**
 * The tally with some of its dimensions kept and the others summed out.
 *
 * Errors: `dimension-unknown`, `selection-repeats-key` (a dimension kept twice).
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
>(tally: Tally<K, I, M>, { keep }: { readonly keep: readonly Name[] }): Tally<Pick<K, Name>, I, M> {
  refuseUnlessTally(tally, "marginal");
  refuseUnknownDimensions(tally.dimensions, keep);
  const kept = new Set<string>(keep);
  const strides = stridesOf(tally.dimensions).filter(({ name }) => kept.has(name));
  const shape = {
    measure: tally.measure,
    dimensions: tally.dimensions.filter(({ name }) => kept.has(name)),
    inclusions: tally.inclusions,
    // The compiler does not follow a filter by name.
  } as unknown as Shape<Pick<K, Name>, I, M>;
  return gather(shape, (add) => {
    eachCell(tally, (cell, numbers) => {
      const target = strides.reduce((index, stride) => index * stride.size + positionIn(stride, cell), 0);
      add(target, 0, numbers);
    });
  });
}

/**
 * The tally with the keys of one dimension mapped to others; keys that map to one are added together.
 *
 * `to` names the new key of every old one (perpetrators to sections, districts to governorates), so that nothing is
 * dropped; the new keys stand in the order in which they first appear. Alliances are no regrouping: their members stay,
 * see `Selection`. Errors: `dimension-unknown`, `dimension-key-unknown` (a key without a new one).
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
  { to }: { readonly to: { readonly [Key in K[Name]]: Group } },
): Tally<{ readonly [Other in keyof K]: Other extends Name ? Group : K[Other] }, I, M> {
  refuseUnlessTally(tally, "regroup");
  refuseUnknownDimensions(tally.dimensions, [name]);
  const groupOf = new Map<string, string>(Object.entries<string>(to));
  const old = tally.dimensions.find((dimension) => dimension.name === name)?.keys ?? [];
  const groups = old.map((key): string => {
    const group = groupOf.get(key);
    if (group === undefined) {
      throw new CasualtyError(
        "dimension-key-unknown",
        `The key "${key}" of ${name} has no new key: name one, so that nothing is dropped.`,
        { dimension: name, key, keys: [...groupOf.keys()] },
      );
    }
    return group;
  });
  const keys = [...new Set(groups)];
  const positions = positionsOf(keys);
  const targets = groups.map((group) => positionOf(positions, name, group));
  const shape = {
    measure: tally.measure,
    dimensions: tally.dimensions.map((dimension) => (dimension.name === name ? { name, keys } : dimension)),
    inclusions: tally.inclusions,
    // The compiler does not follow a map by name.
  } as unknown as Shape<{ readonly [Other in keyof K]: Other extends Name ? Group : K[Other] }, I, M>;
  const strides = stridesOf(tally.dimensions);
  const sizes = shape.dimensions.map((dimension) => dimension.keys.length);
  return gather(shape, (add) => {
    eachCell(tally, (cell, numbers) => {
      const target = strides.reduce((index, stride, nth) => {
        const position = positionIn(stride, cell);
        return index * (sizes[nth] ?? 0) + (stride.name === name ? (targets[position] ?? 0) : position);
      }, 0);
      add(target, 0, numbers);
    });
  });
}

/** Refuses two tallies whose cells do not mean the same. */
export function refuseDifferentShapes(one: AnyTally, other: AnyTally): void {
  const [left, right] = [one, other].map(({ dimensions, inclusions }) => [
    ...dimensions.map((dimension) => dimension.name),
    ...inclusions.map((key) => `including ${key}`),
  ]) as [string[], string[]];
  if (!sameTexts(left, right)) {
    throw new CasualtyError(
      "tally-dimensions-differ",
      `These tallies do not have the same dimensions: ${left.join(", ")} against ${right.join(", ")}. Bring both to the dimensions they share with marginal.`,
      { left, right },
    );
  }
  one.dimensions.forEach((dimension, nth) => {
    const counterpart = other.dimensions[nth];
    if (
      sameTexts(dimension.keys, counterpart?.keys ?? []) &&
      sameTexts(dimension.sequence ?? [], counterpart?.sequence ?? [])
    ) {
      return;
    }
    throw new CasualtyError(
      "tally-keys-differ",
      `The keys of ${dimension.name} are not the same, in the same order, in both tallies: count both by one partition.`,
      { dimension: dimension.name },
    );
  });
  if (one.measure !== other.measure) {
    throw new CasualtyError(
      "tally-measures-differ",
      `One tally holds a ${one.measure} in each cell, the other a ${other.measure}: they cannot be added.`,
      { left: one.measure, right: other.measure },
    );
  }
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, position) => text === other[position]);
}
