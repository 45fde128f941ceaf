import {
  areDisjointBoxes,
  type Box,
  boxKeyWithout,
  type CategoryRules,
  type DimensionName,
  dimensions,
  isInside,
} from "./box.js";
import { atMost, type CellNumber, equalTo } from "./constraint.js";
import type { Convention } from "./finding.js";
import type { Identity } from "./identity.js";
import { isSubset, keySet } from "./key-set.js";

/** A box with the number of its cell. */
export interface NumberedBox {
  readonly cell: CellNumber;
  readonly box: Box;
}

/** Each cell is at most every cell that it lies in; of nested wholes only the nearest is named. */
export function inclusionIdentities(boxes: readonly NumberedBox[], rules: CategoryRules): Identity[] {
  const wholes = new Map<CellNumber, Set<CellNumber>>();
  for (const part of boxes) {
    const found = boxes.filter((whole) => whole.cell !== part.cell && isInside(part.box, whole.box, rules));
    wholes.set(part.cell, new Set(found.map(({ cell }) => cell)));
  }
  const boxOf = new Map(boxes.map(({ cell, box }) => [cell, box]));
  return boxes.flatMap(({ cell: part, box }) => {
    const around = [...(wholes.get(part) ?? [])];
    const nearest = around.filter(
      (whole) => !around.some((between) => between !== whole && isStrictlyWithin(wholes, between, whole)),
    );
    return nearest.map((whole): Identity => {
      const larger = boxOf.get(whole);
      return {
        kind: isByContent(box, larger) ? "category-contains" : "part-of-whole",
        id: `part-of-whole:${part}:${whole}`,
        whole,
        parts: [part],
        relation: "at-most",
        conventions: conventionsOf(box, larger),
        constraints: (identity) => [
          atMost(
            [
              [part, 1],
              [whole, -1],
            ],
            0,
            { figure: null, identity },
          ),
        ],
      };
    });
  });
}

function isStrictlyWithin(
  wholes: ReadonlyMap<CellNumber, ReadonlySet<CellNumber>>,
  part: CellNumber,
  whole: CellNumber,
): boolean {
  // Two cells within each other are the same persons by the report's categories.
  return wholes.get(part)?.has(whole) === true && wholes.get(whole)?.has(part) !== true;
}

/** Whether a cell lies in another because of what a category contains. */
function isByContent(part: Box, whole: Box | undefined): boolean {
  return whole?.categories.some((category) => !part.categories.includes(category)) ?? false;
}

function conventionsOf(part: Box, whole: Box | undefined): Convention[] {
  if (whole === undefined) return [];
  const massacre = part.inMassacres && !whole.inMassacres && part.unit === "persons";
  const grouped = whole.sets.perpetrator !== null && part.sets.perpetrator !== whole.sets.perpetrator;
  return [
    ...(massacre ? (["massacre-toll-in-its-period"] as const) : []),
    ...(grouped ? (["codebook"] as const) : []),
  ];
}

/**
 * Cells that differ in one dimension only, and exclude each other, are together at most every cell that they all lie
 * in; and they are that cell, if they take all its keys.
 */
export function disjointIdentities(boxes: readonly NumberedBox[]): Identity[] {
  const identities = new Map<string, Identity>();
  for (const dimension of dimensions) {
    const groups = new Map<string, NumberedBox[]>();
    for (const numbered of boxes) {
      const { box } = numbered;
      const key = `${boxKeyWithout(box, dimension)}|${box.start}|${box.end}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [numbered]);
      else group.push(numbered);
    }
    for (const group of groups.values()) {
      if (group.length < 3) continue;
      for (const whole of group) {
        for (const parts of familiesWithin(whole, group, dimension)) {
          const identity = familyIdentity(whole, parts, dimension);
          identities.set(identity.id, identity);
        }
      }
    }
  }
  return [...identities.values()];
}

/** The families of parts that exclude each other: from the largest and from the smallest parts, starting with each. */
function familiesWithin(
  whole: NumberedBox,
  group: readonly NumberedBox[],
  dimension: DimensionName,
): NumberedBox[][] {
  const parts = group
    .filter((part) => part !== whole && isSubset(part.box.sets[dimension], whole.box.sets[dimension]))
    .sort((a, b) => size(b, dimension) - size(a, dimension) || a.cell - b.cell);
  const laminar = parts.every((a) =>
    parts.every(
      (b) =>
        areDisjointBoxes(a.box, b.box) ||
        isSubset(a.box.sets[dimension], b.box.sets[dimension]) ||
        isSubset(b.box.sets[dimension], a.box.sets[dimension]),
    ),
  );
  const starts = laminar || parts.length > 40 ? [null] : parts;
  const families = starts.flatMap((start) => [
    disjointFamily(start, parts),
    disjointFamily(start, [...parts].reverse()),
  ]);
  return families.filter((family) => family.length > 1);
}

function size({ box }: NumberedBox, dimension: DimensionName): number {
  return box.sets[dimension]?.length ?? Infinity;
}

function disjointFamily(start: NumberedBox | null, parts: readonly NumberedBox[]): NumberedBox[] {
  const family: NumberedBox[] = start === null ? [] : [start];
  for (const part of parts) {
    if (family.every((other) => areDisjointBoxes(other.box, part.box))) family.push(part);
  }
  return family;
}

function familyIdentity(
  whole: NumberedBox,
  parts: readonly NumberedBox[],
  dimension: DimensionName,
): Identity {
  const cells = parts.map(({ cell }) => cell).sort((a, b) => a - b);
  const keys = keySet(parts.flatMap(({ box }) => box.sets[dimension] ?? []));
  const isWhole = whole.box.sets[dimension] !== null && isSubset(whole.box.sets[dimension], keys);
  const terms = [[whole.cell, -1] as const, ...cells.map((cell) => [cell, 1] as const)];
  const adult = dimension === "demographic" && keys.includes("child") && keys.includes("woman");
  return {
    kind: isWhole ? "subtotal" : "disjoint-parts",
    id: `${isWhole ? "subtotal" : "disjoint-parts"}:${whole.cell}:${cells.join("+")}`,
    whole: whole.cell,
    parts: cells,
    relation: isWhole ? "equal" : "at-most",
    conventions: adult
      ? ["women-are-adult"]
      : dimension === "perpetrator" || dimension === "place"
        ? ["codebook"]
        : [],
    constraints: (identity) => {
      const premise = { figure: null, identity };
      return isWhole ? equalTo(terms, 0, premise) : [atMost(terms, 0, premise)];
    },
  };
}
