import { addBit, type BitSet, bitSet, hasBit, haveCommonBit } from "../cells/bit-set.js";
import {
  areDisjointBoxes,
  type Box,
  boxKeyWithout,
  type CategoryRules,
  type DimensionName,
  dimensions,
  isInside,
} from "../cells/box.js";
import { areDisjoint, isSubset, type KeySet, keySet, keySetText } from "../cells/key-set.js";
import { wholeOfParts } from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";
import type { Containment, NumberedBox } from "./derive-inclusions.js";
import type { Identity } from "./identity.js";
import { isOpenIn, type OpenTable } from "./open-tables.js";

/** Above so many parts of one whole, families are looked for from the largest and the smallest part only. */
const mostStarts = 40;

/**
 * Cells that exclude each other are together at most every cell that they all lie in; and they are that cell, if they
 * differ from it in one dimension only and take all its keys, unless the report says that there are others.
 */
export function disjointIdentities(
  boxes: readonly NumberedBox[],
  containment: Containment,
  open: readonly OpenTable[],
  rules: CategoryRules,
): Identity[] {
  const identities = new Map<string, Identity>();
  const add = (identity: Identity): void => {
    if (!identities.has(identity.id)) identities.set(identity.id, identity);
  };
  for (const dimension of dimensions) {
    for (const group of groupsBy(boxes, dimension)) {
      for (const whole of group) {
        for (const parts of familiesWithin(whole, group, dimension, rules)) {
          const keys = whole.box.sets[dimension];
          const taken = keySet(parts.flatMap(({ box }) => box.sets[dimension] ?? []));
          const isWhole = keys !== null && isSubset(keys, taken) && !isOpenIn(whole.box, dimension, open);
          add(familyIdentity(whole, parts, isWhole ? dimension : null));
        }
      }
    }
  }
  for (const [whole, parts] of apart(boxes, containment))
    add({ ...familyIdentity(whole, parts, null), isMinor: true });
  return [...identities.values()];
}

/** Boxes that differ in one dimension only. */
function groupsBy(boxes: readonly NumberedBox[], dimension: DimensionName): NumberedBox[][] {
  const groups = new Map<string, NumberedBox[]>();
  for (const numbered of boxes) {
    const { box } = numbered;
    const key = `${boxKeyWithout(box, dimension)}|${box.start}|${box.end}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [numbered]);
    else group.push(numbered);
  }
  return [...groups.values()].filter(({ length }) => length > 2);
}

/** The families of parts that exclude each other: from the largest and from the smallest parts, starting with each. */
function familiesWithin(
  whole: NumberedBox,
  group: readonly NumberedBox[],
  dimension: DimensionName,
  rules: CategoryRules,
): NumberedBox[][] {
  const parts = group
    .filter((part) => part !== whole && isInside(part.box, whole.box, rules))
    .sort((a, b) => size(b, dimension) - size(a, dimension) || a.cell - b.cell);
  const laminar = parts.every((a) =>
    parts.every(
      (b) =>
        areDisjointBoxes(a.box, b.box) ||
        isSubset(a.box.sets[dimension], b.box.sets[dimension]) ||
        isSubset(b.box.sets[dimension], a.box.sets[dimension]),
    ),
  );
  const starts = laminar || parts.length > mostStarts ? [null] : parts;
  const families = starts.flatMap((start) => [
    disjointFamily(start === null ? [] : [start], parts),
    disjointFamily(start === null ? [] : [start], [...parts].reverse()),
  ]);
  return families.filter((family) => family.length > 1);
}

function size({ box }: NumberedBox, dimension: DimensionName): number {
  return box.sets[dimension]?.length ?? Infinity;
}

function disjointFamily(start: readonly NumberedBox[], parts: readonly NumberedBox[]): NumberedBox[] {
  const family = [...start];
  for (const part of parts) {
    if (family.every((other) => areDisjointBoxes(other.box, part.box))) family.push(part);
  }
  return family;
}

/**
 * Pairs of cells that differ from a whole in different ways and exclude each other, as all children and the women of one
 * party, with whatever else excludes both. Of nested cells only the largest are paired: what they say holds of the smaller; and
 * a pair within a family that was found is none of its own.
 */
function apart(boxes: readonly NumberedBox[], containment: Containment): [NumberedBox, NumberedBox[]][] {
  const disjoint = disjointness(boxes);
  const { wholes, parts } = containment;
  const found: [NumberedBox, NumberedBox[]][] = [];
  boxes.forEach((whole, at) => {
    const within = parts[at];
    if (within === undefined) return;
    const inside = boxes.flatMap((_, nth) => (hasBit(within, nth) ? [nth] : []));
    const differs = inside.map((nth) => differences(boxes[nth]?.box, whole.box));
    const families: ReadonlySet<NumberedBox>[] = [];
    inside.forEach((first, i) => {
      for (let j = 0; j < i; j++) {
        const second = inside[j] ?? first;
        const [ofFirst, ofSecond] = [wholes[first], wholes[second]];
        const [fromFirst, fromSecond] = [disjoint[first], disjoint[second]];
        if (
          ofFirst === undefined ||
          ofSecond === undefined ||
          fromFirst === undefined ||
          fromSecond === undefined
        )
          continue;
        if (!hasBit(fromFirst, second) || (differs[i] === differs[j] && !differs[i]?.includes("+"))) continue;
        // A smaller whole around both, or a larger part that still excludes the other, says more.
        if (haveCommonBit(ofFirst, ofSecond, within)) continue;
        if (haveCommonBit(ofFirst, within, fromSecond) || haveCommonBit(ofSecond, within, fromFirst))
          continue;
        const pair = [first, second].flatMap((nth) => boxes[nth] ?? []);
        if (families.some((family) => pair.every((part) => family.has(part)))) continue;
        const family = disjointFamily(
          pair,
          inside.flatMap((nth) => boxes[nth] ?? []),
        );
        families.push(new Set(family));
        found.push([whole, family]);
      }
    });
  });
  return found;
}

function disjointness(boxes: readonly NumberedBox[]): BitSet[] {
  const disjoint = boxes.map(() => bitSet(boxes.length));
  boxes.forEach(({ box }, first) => {
    for (let second = 0; second < first; second++) {
      const other = boxes[second];
      if (other === undefined || !areDisjointBoxes(box, other.box)) continue;
      addBit(disjoint[first] ?? bitSet(0), second);
      addBit(disjoint[second] ?? bitSet(0), first);
    }
  });
  return disjoint;
}

/** In what a part differs from its whole. */
function differences(part: Box | undefined, whole: Box): string {
  if (part === undefined) return "";
  return [
    ...dimensions.filter((name) => keySetText(part.sets[name]) !== keySetText(whole.sets[name])),
    ...(part.start === whole.start && part.end === whole.end ? [] : ["period"]),
    ...(part.inMassacres === whole.inMassacres && part.categories.join() === whole.categories.join()
      ? []
      : ["category"]),
  ].join("+");
}

/** Parts of a whole, which they are all of, in the dimension `shared`, unless that is null. */
function familyIdentity(
  whole: NumberedBox,
  parts: readonly NumberedBox[],
  shared: DimensionName | null,
): Identity {
  const cells = parts.map(({ cell }) => cell).sort((a, b) => a - b);
  const kind = shared === null ? "disjoint-parts" : "subtotal";
  const within = exclusionConventions(parts);
  const complete = shared !== null && isOfCodebook(shared) ? (["codebook"] as const) : [];
  return {
    kind,
    id: `${kind}:${whole.cell}:${cells.join("+")}`,
    table: null,
    whole: whole.cell,
    parts: cells,
    relation: shared === null ? "at-most" : "equal",
    conventions: [...new Set([...within, ...complete])],
    constraints: (identity) =>
      wholeOfParts(whole.cell, cells, identity, { within, complete }).slice(0, shared === null ? 1 : 2),
  };
}

/** What it rests on that no two of the parts share anybody. */
function exclusionConventions(parts: readonly NumberedBox[]): Convention[] {
  const isOfPersons = parts.every(({ box }) => box.unit === "persons");
  const pairs = parts.flatMap(({ box: first }, nth) =>
    parts.slice(0, nth).flatMap(({ box: second }) => exclusionConvention(first, second) ?? []),
  );
  return [...new Set([...pairs, ...(isOfPersons ? [] : (["massacre-in-one-row"] as const))])];
}

/** What it rests on that two cells share nobody: of several reasons the one that supposes least; null if nothing is supposed. */
function exclusionConvention({ sets, ...first }: Box, { sets: others, ...second }: Box): Convention | null {
  if (first.end <= second.start || second.end <= first.start) return null;
  const apart = dimensions.filter((name) => areDisjoint(sets[name], others[name]));
  if (first.unit !== "persons") return apart.some(isOfCodebook) ? "codebook" : null;
  const isOnlyAdult = (children: KeySet, women: KeySet): boolean =>
    (children?.includes("child") ?? false) && (women?.includes("woman") ?? false);
  const isAdult =
    isOnlyAdult(sets.demographic, others.demographic) || isOnlyAdult(others.demographic, sets.demographic);
  if (apart.includes("population") || (apart.includes("demographic") && !isAdult)) return null;
  if (apart.includes("demographic")) return "women-are-adult";
  if (apart.some(isOfCodebook)) return "codebook";
  return apart.includes("controlledBy") ? "areas-exclude-each-other" : "killed-once";
}

function isOfCodebook(dimension: DimensionName): boolean {
  return dimension === "perpetrator" || dimension === "place";
}
