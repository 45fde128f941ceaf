import {
  type Box,
  boxKey,
  boxKeyWithout,
  type CategoryRules,
  type DimensionName,
  dimensions,
  isInside,
  mapSets,
} from "../cells/box.js";
import { isSubset, keySet, keySetText } from "../cells/key-set.js";

/**
 * Cells of several keys that no figure speaks of, around one that some does, where the cells of all these keys are known: the
 * alliance is what its printed members are, so that what it did in Idlib is at most their sum. Of a cell of several keys in
 * two dimensions, as children and women killed by an alliance, each dimension is joined in turn.
 *
 * The cost grows with the cells, times the sets of several keys among them.
 */
export function unionsAround(boxes: readonly Box[], rules: CategoryRules): Box[] {
  const found: Box[] = [];
  for (;;) {
    const made = dimensions.flatMap((dimension) => unionsOf(dimension, [...boxes, ...found], rules));
    if (made.length === 0) return found;
    found.push(...new Map(made.map((box) => [boxKey(box), box])).values());
  }
}

function unionsOf(dimension: DimensionName, boxes: readonly Box[], rules: CategoryRules): Box[] {
  const known = new Set(boxes.map(boxKey));
  const found: Box[] = [];
  const groups = new Map<string, Box[]>();
  for (const box of boxes) {
    const key = `${boxKeyWithout(box, dimension)}|${box.start}|${box.end}`;
    groups.set(key, [...(groups.get(key) ?? []), box]);
  }
  const inner = new Map<string, Box[]>();
  for (const box of boxes) {
    const keys = box.sets[dimension];
    if (keys === null || keys.length < 2) continue;
    inner.set(keySetText(keys), [...(inner.get(keySetText(keys)) ?? []), box]);
  }
  for (const narrow of inner.values()) {
    const keys = narrow[0]?.sets[dimension] ?? null;
    for (const [first, ...others] of groups.values()) {
      if (first === undefined) continue;
      const union = { ...first, sets: { ...first.sets, [dimension]: keys } };
      if (known.has(boxKey(union))) continue;
      const parts = [first, ...others].flatMap(({ sets }) => {
        const own = sets[dimension];
        return own !== null && isSubset(own, keys) ? own : [];
      });
      if (isSubset(keys, keySet(parts)) && narrow.some((box) => isInside(shareIn(union, box), union, rules)))
        found.push(union);
    }
  }
  return found;
}

/** What a cell takes of several keys in a dimension of which another takes fewer: only these. */
function shareIn({ sets }: Box, box: Box): Box {
  const keysOf = (name: DimensionName) =>
    sets[name] !== null && isSubset(sets[name], box.sets[name]) ? sets[name] : box.sets[name];
  return { ...box, sets: mapSets((name) => (box.sets[name] === null ? null : keysOf(name))) };
}
