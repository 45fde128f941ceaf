import { type Box, type CategoryRules, dimensions } from "../cells/box.js";
import type { CellRegistry } from "../cells/cell.js";
import { isSubset } from "../cells/key-set.js";
import { atLeast, type CellNumber } from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";
import type { PublishedMassacreDefinition } from "../published/published.js";
import type { Identity } from "./identity.js";

/** The tolls of the massacres that are counted, so that they lie in the tolls around them though nobody printed them. */
export function tollsOfMassacres(boxes: readonly Box[]): Box[] {
  return boxes.filter(isOfAll).flatMap((box) => (box.unit === "massacres" ? [tollOf(box)] : []));
}

function isOfAll({ sets, categories }: Box): boolean {
  return sets.demographic === null && categories.length === 0;
}

function tollOf(box: Box): Box {
  return { ...box, unit: "persons", inMassacres: true };
}

/**
 * What the definition of a massacre says: their toll is at least the threshold for each, and so is that of one incident
 * that is called a massacre. Only of everybody killed: the definition says nothing of how many are children. Only of whole
 * massacres: not of their tolls by place, means or area, nor of a share of an incident of which more is told. An incident is
 * `called` a massacre where its toll as one is counted or has a row; a share of a toll that it has does not call it one.
 *
 * Nothing where a category stands beside the totals: whether its persons make a massacre of an attack is not stated, and its toll is
 * without them.
 */
export function massacreIdentities(
  boxes: readonly Box[],
  cells: CellRegistry,
  definition: PublishedMassacreDefinition | undefined,
  { beside }: CategoryRules,
  called: (toll: CellNumber) => boolean,
): Identity[] {
  if (definition === undefined || beside.size > 0) return [];
  const { threshold } = definition;
  return boxes
    .filter((box) => box.unit === "persons" && box.inMassacres && isOfAll(box))
    .flatMap((box): Identity[] => {
      const toll = cells.numberOf(box);
      const { incident, perpetrator } = box.sets;
      const conventions: Convention[] = [
        "massacre-toll-in-its-period",
        ...(perpetrator === null && !isNarrow(box) ? [] : (["massacre-in-one-row"] as const)),
      ];
      if (incident?.length === 1) {
        const told = boxes.filter((one) => one.unit === "persons" && isSubset(one.sets.incident, incident));
        if (!called(toll) || !told.every((one) => isWithin(one, box))) return [];
        return [
          {
            kind: "incident-is-massacre",
            id: `incident-is-massacre:${toll}`,
            table: null,
            whole: toll,
            parts: [],
            relation: "other",
            conventions,
            constraints: (identity) => [atLeast([[toll, 1]], threshold, { figure: null, identity })],
          },
        ];
      }
      const count = cells.find({ ...box, unit: "massacres", inMassacres: false });
      if (count === undefined || isNarrow(box)) return [];
      return [
        {
          kind: "massacre-threshold",
          id: `massacre-threshold:${toll}`,
          table: null,
          whole: toll,
          parts: [count],
          relation: "other",
          conventions,
          constraints: (identity) => [
            atLeast(
              [
                [toll, 1],
                [count, -threshold],
              ],
              0,
              { figure: null, identity },
            ),
          ],
        },
      ];
    });
}

/** Whether a cell takes of an attack what died in one place, of one means or in one area. */
function isNarrow({ sets }: Box): boolean {
  return sets.place !== null || sets.means !== null || sets.controlledBy !== null;
}

/** Whether a part of an incident lies in a cell, as far as keys and days tell. */
function isWithin(part: Box, whole: Box): boolean {
  return (
    part.start >= whole.start &&
    part.end <= whole.end &&
    dimensions.every((name) => isSubset(part.sets[name], whole.sets[name]))
  );
}
