import { addBit, type BitSet, bitSet, hasBit } from "../cells/bit-set.js";
import { type Box, type CategoryRules, isInside } from "../cells/box.js";
import { keySetText } from "../cells/key-set.js";
import { atMost, type CellNumber } from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";
import type { Identity } from "./identity.js";

/** A box with the number of its cell. */
export interface NumberedBox {
  readonly cell: CellNumber;
  readonly box: Box;
}

/** For each box, by its position, those that it lies in, and those that lie in it; of equals it is both. */
export interface Containment {
  readonly wholes: readonly BitSet[];
  readonly parts: readonly BitSet[];
}

/** Which boxes lie in which. */
export function containmentOf(boxes: readonly NumberedBox[], rules: CategoryRules): Containment {
  return containmentBy(boxes, (part, whole) => isInside(part.box, whole.box, rules));
}

/** The same by any relation that is transitive. */
export function containmentBy<Placed extends NumberedBox>(
  boxes: readonly Placed[],
  isIn: (part: Placed, whole: Placed) => boolean,
): Containment {
  const wholes = boxes.map(() => bitSet(boxes.length));
  const parts = boxes.map(() => bitSet(boxes.length));
  boxes.forEach((part, inner) => {
    boxes.forEach((whole, outer) => {
      if (inner === outer || !isIn(part, whole)) return;
      addBit(wholes[inner] ?? bitSet(0), outer);
      addBit(parts[outer] ?? bitSet(0), inner);
    });
  });
  return { wholes, parts };
}

/** Each cell is at most every cell that it lies in; of nested wholes only the nearest is named. */
export function inclusionIdentities(boxes: readonly NumberedBox[], { wholes }: Containment): Identity[] {
  const isIn = (part: number, whole: number): boolean => hasBit(wholes[part] ?? bitSet(0), whole);
  return boxes.flatMap(({ cell: part, box }, inner) => {
    const around = boxes.flatMap((_, outer) => (isIn(inner, outer) ? [outer] : []));
    // Two cells within each other are the same persons by the report's categories.
    const nearest = around.filter(
      (whole) =>
        !around.some((between) => between !== whole && isIn(between, whole) && !isIn(whole, between)),
    );
    return nearest.flatMap((outer) => {
      const whole = boxes[outer];
      return whole === undefined ? [] : [inclusion(part, box, whole)];
    });
  });
}

function inclusion(part: CellNumber, box: Box, { cell: whole, box: larger }: NumberedBox): Identity {
  return {
    kind: isByContent(box, larger) ? "category-contains" : "part-of-whole",
    id: `part-of-whole:${part}:${whole}`,
    table: null,
    whole,
    parts: [part],
    relation: "at-most",
    conventions: inclusionConventions(box, larger),
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
}

/** Whether a cell lies in another because of what a category contains. */
function isByContent(part: Box, whole: Box): boolean {
  return whole.categories.some((category) => !part.categories.includes(category));
}

/** What it rests on that a cell lies in another, where it does. */
export function inclusionConventions(part: Box, whole: Box): Convention[] {
  const massacre = part.inMassacres && !whole.inMassacres && part.unit === "persons";
  const grouped = (["perpetrator", "place"] as const).some(
    (name) => whole.sets[name] !== null && keySetText(part.sets[name]) !== keySetText(whole.sets[name]),
  );
  return [
    ...(massacre ? (["massacre-toll-in-its-period"] as const) : []),
    ...(grouped ? (["codebook"] as const) : []),
  ];
}
