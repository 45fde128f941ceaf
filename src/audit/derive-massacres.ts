import type { Box } from "./box.js";
import type { CellRegistry } from "./cell.js";
import { atLeast } from "./constraint.js";
import type { Identity } from "./identity.js";
import type { PublishedMassacreDefinition } from "./published.js";

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
 * that is called a massacre. Only of everybody killed: the definition says nothing of how many are children.
 */
export function massacreIdentities(
  boxes: readonly Box[],
  cells: CellRegistry,
  definition: PublishedMassacreDefinition | undefined,
): Identity[] {
  if (definition === undefined) return [];
  const { threshold } = definition;
  return boxes
    .filter((box) => box.unit === "persons" && box.inMassacres && isOfAll(box))
    .flatMap((box): Identity[] => {
      const toll = cells.numberOf(box);
      if (box.sets.incident?.length === 1) {
        return [
          {
            kind: "incident-is-massacre",
            id: `incident-is-massacre:${toll}`,
            table: null,
            whole: toll,
            parts: [],
            relation: "other",
            conventions: ["massacre-toll-in-its-period"],
            constraints: (identity) => [atLeast([[toll, 1]], threshold, { figure: null, identity })],
          },
        ];
      }
      const count = cells.find({ ...box, unit: "massacres", inMassacres: false });
      if (count === undefined) return [];
      return [
        {
          kind: "massacre-threshold",
          id: `massacre-threshold:${toll}`,
          table: null,
          whole: toll,
          parts: [count],
          relation: "other",
          conventions: ["massacre-toll-in-its-period"],
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
