import type { Unit } from "./coordinates.js";
import type { PublishedIssue } from "./published-issue.js";
import { fieldsOf, itemsOf, type Path } from "./unchecked.js";

type Fields = Readonly<Record<string, unknown>>;
type UnitFault = Omit<PublishedIssue, "where">;

const units: readonly unknown[] = ["persons", "massacres", "incidents"] satisfies Unit[];

/** Whether a figure sets persons against massacres or incidents, of which it can be neither a share nor more or fewer. */
export function unitFaultsOfFigure(figure: Fields, path: Path): UnitFault[] {
  const { of, whole, than } = figure;
  const statement = fieldsOf(figure["statement"]);
  const shares = [whole, statement["whole"]].filter((one) => one !== undefined);
  const compared: (readonly [unknown, Path])[] = [
    ...(than === undefined ? [] : [[than, ["than"]] as const]),
    ...(["than", "among"] as const).flatMap((list) =>
      itemsOf(statement[list]).map((one, nth) => [one, ["statement", list, nth]] as const),
    ),
  ];
  return [
    ...shares.flatMap((one) => fault(unitOf(of, unitOf(one)), unitOf(one), [...path, "of", "unit"])),
    ...compared.flatMap(([one, at]) => fault(unitOf(one, unitOf(of)), unitOf(of), [...path, ...at, "unit"])),
  ];
}

/** Whether a row or column of a table counts something else than the table. */
export function unitFaultsOfTable({ of, rows, columns }: Fields, path: Path): UnitFault[] {
  return Object.entries({ rows, columns }).flatMap(([list, items]) =>
    itemsOf(items).flatMap((one, nth) =>
      fault(unitOf(one, unitOf(of)), unitOf(of), [...path, list, nth, "unit"], true),
    ),
  );
}

/** The unit of coordinates that state none is persons, or that of the coordinates which they narrow, or are compared with. */
function unitOf(coordinates: unknown, outer: unknown = "persons"): unknown {
  return fieldsOf(coordinates)["unit"] ?? outer;
}

/** A massacre is an incident, so that they can be set against each other; but not added as rows of a table. */
function fault(unit: unknown, other: unknown, path: Path, isTable = false): UnitFault[] {
  if (!isUnit(unit) || !isUnit(other) || unit === other) return [];
  if (!isTable && unit !== "persons" && other !== "persons") return [];
  const message = isTable
    ? `This counts ${unit} in a table of ${other}: give them a table of their own.`
    : `This sets ${unit} against ${other}: let both count the same.`;
  return [{ code: "unit-differs", path, message }];
}

function isUnit(unit: unknown): unit is Unit {
  return units.includes(unit);
}
