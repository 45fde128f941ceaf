import { CasualtyError } from "../error.js";
import { type Share, share } from "../number/share.js";
import { refuseUnlessTally } from "./cells.js";
import { at, type Selection } from "./read.js";
import type { DimensionKeys, Tally } from "./tally.js";

/**
 * The share of one selection in another, its denominator named: `part` of `whole`, exact until it is printed.
 *
 * The part must lie inside the whole, key by key (`share-part-outside-whole`); `whole: {}` is everything in the tally.
 * `within` counts only what an inclusion holds, on both sides: the regime's share *of the torture deaths*. A share of
 * nothing stays `{ part: 0, whole: 0 }`. Further errors: those of `at`, and `inclusion-unknown`.
 *
 * @example
 * const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
 * shareOf(tally(["a", "b", "b"], { by }), { part: { letter: "b" }, whole: {} }) // { part: 2, whole: 3 }
 */
export function shareOf<K extends DimensionKeys, I extends string>(
  tally: Tally<K, I, "count">,
  {
    part,
    whole,
    within,
  }: {
    readonly part: Selection<NoInfer<K>>;
    readonly whole: Selection<NoInfer<K>>;
    readonly within?: NoInfer<I>;
  },
): Share {
  refuseUnlessTally(tally, "shareOf");
  refusePartOutsideWhole(part, whole);
  const [partCell, wholeCell] = [at(tally, part), at(tally, whole)];
  if (within === undefined) return share(partCell.count, wholeCell.count);
  if (!tally.inclusions.includes(within)) {
    throw new CasualtyError(
      "inclusion-unknown",
      `"${within}" is not included in this tally: it has ${tally.inclusions.join(", ") || "none"}.`,
      { inclusion: within, inclusions: tally.inclusions },
    );
  }
  return share(partCell.including[within].part, wholeCell.including[within].part);
}

type AnySelection = Readonly<Record<string, string | readonly string[] | undefined>>;

function refusePartOutsideWhole(part: AnySelection, whole: AnySelection): void {
  for (const [dimension, wanted] of Object.entries(whole)) {
    if (wanted === undefined) continue;
    const inWhole = keysIn(wanted);
    const inPart = part[dimension];
    const outside =
      inPart === undefined ? "all of its keys" : keysIn(inPart).find((key) => !inWhole.includes(key));
    if (outside === undefined) continue;
    throw new CasualtyError(
      "share-part-outside-whole",
      `The part of this share holds ${outside} of ${dimension}, the whole only ${inWhole.join(", ")}: a part must lie inside its whole.`,
      { dimension, key: outside },
    );
  }
}

function keysIn(wanted: string | readonly string[]): readonly string[] {
  return typeof wanted === "string" ? [wanted] : wanted;
}
