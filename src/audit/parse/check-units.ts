import type { Unit } from "../published/coordinates.js";
import type { Fault } from "../published/published-issue.js";
import { fieldsOf, itemsOf, type Path } from "./unchecked.js";

type Fields = Readonly<Record<string, unknown>>;

const units: readonly unknown[] = ["persons", "massacres", "incidents"] satisfies Unit[];

/** Whether a figure sets against each other what it counts by different units: neither is a share of the other, or more or fewer. */
export function unitFaultsOfFigure(figure: Fields, path: Path): Fault[] {
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

/** Whether a row of a table counts something else than the table. */
export function unitFaultsOfTable({ of, rows }: Fields, path: Path): Fault[] {
  return itemsOf(rows).flatMap((one, nth) =>
    fault(
      unitOf(one, unitOf(of)),
      unitOf(of),
      [...path, "rows", nth, "unit"],
      (unit, ofTable) => `This counts ${unit} in a table of ${ofTable}: give them a table of their own.`,
    ),
  );
}

/** The unit of coordinates that state none is persons, or that of the coordinates which they narrow, or are compared with. */
function unitOf(coordinates: unknown, outer: unknown = "persons"): unknown {
  return fieldsOf(coordinates)["unit"] ?? outer;
}

/** Of massacres and incidents too: some incidents are no massacres, so that those of one party need be no part of all massacres. */
function fault(unit: unknown, other: unknown, path: Path, messageOf = setAgainst): Fault[] {
  if (!isUnit(unit) || !isUnit(other) || unit === other) return [];
  return [{ code: "unit-differs", path, message: messageOf(unit, other) }];
}

function setAgainst(unit: Unit, other: Unit): string {
  return `This sets ${unit} against ${other}: let both count the same.`;
}

function isUnit(unit: unknown): unit is Unit {
  return units.includes(unit);
}
