import { CasualtyError } from "../error.js";
import { cellsOf } from "./axes.js";
import { refuseFaultyKeys } from "./dimension.js";
import type { AnyTally, Dimension } from "./tally-data.js";

type AnyShape = Pick<AnyTally, "measure" | "dimensions" | "inclusions">;

/** Refuses names that clash, keys that repeat, and more cells than can be numbered. */
export function checkShape({ dimensions, inclusions }: AnyShape): void {
  for (const { name, keys, sequence } of dimensions) refuseFaultyKeys(name, keys, sequence);
  refuseFaultyKeys("the inclusion", inclusions);
  // "count" is the column of `rows` in which the count stands.
  const names = new Set(["count"]);
  for (const name of [...dimensions.map((dimension) => dimension.name), ...inclusions]) {
    if (names.has(name) || name === "__proto__") {
      throw new CasualtyError(
        "dimension-name-taken",
        `"${name}" cannot be the name of a dimension or a key of the inclusion here: the rows of a tally have it already. Choose another.`,
        { name },
      );
    }
    names.add(name);
  }
  const cells = cellsOf(dimensions);
  if (cells > Number.MAX_SAFE_INTEGER) {
    throw new CasualtyError(
      "tally-too-wide",
      `The product of the dimensions' keys is about ${cells.toPrecision(2)}, too many to number: tally by fewer dimensions at once.`,
      { cells },
    );
  }
}

/** Refuses a list of dimensions in which one is named twice. */
export function refuseRepeatedNames(names: readonly string[]): void {
  const repeated = names.find((name, nth) => names.indexOf(name) < nth);
  if (repeated === undefined) return;
  throw new CasualtyError("selection-repeats-key", `"${repeated}" is kept twice: name it once.`, {
    dimension: repeated,
    key: repeated,
  });
}

/** Refuses two tallies whose cells do not mean the same. */
export function refuseDifferentShapes(one: AnyShape, other: AnyShape): void {
  const [left, right] = [namesOf(one), namesOf(other)];
  if (one.inclusions.length !== other.inclusions.length || !sameTexts(left, right)) {
    throw new CasualtyError(
      "tally-dimensions-differ",
      `These tallies do not have the same dimensions, in the same order: ${left.join(", ") || "none"} against ${right.join(", ") || "none"}. Bring both to the dimensions they share with marginal.`,
      { left, right },
    );
  }
  one.dimensions.forEach((dimension, nth) => {
    if (sameKeys(dimension, other.dimensions[nth])) return;
    throw new CasualtyError(
      "tally-keys-differ",
      `The keys of ${dimension.name}, or which of them follow each other in time, are not the same, in the same order, in both tallies: count both by one partition.`,
      { dimension: dimension.name },
    );
  });
  if (one.measure !== other.measure) {
    throw new CasualtyError(
      "tally-measures-differ",
      `One tally holds a ${one.measure} in each cell, the other a ${other.measure}: they cannot be set against each other.`,
      { left: one.measure, right: other.measure },
    );
  }
}

function namesOf({ dimensions, inclusions }: AnyShape): string[] {
  return [...dimensions.map((dimension) => dimension.name), ...inclusions.map((key) => `including ${key}`)];
}

function sameKeys(one: Dimension, other: Dimension | undefined): boolean {
  return sameTexts(one.keys, other?.keys ?? []) && sameTexts(one.sequence ?? [], other?.sequence ?? []);
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, position) => text === other[position]);
}
