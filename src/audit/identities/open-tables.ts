import { areDisjointBoxes, type Box, type DimensionName, dimensions } from "../cells/box.js";
import { isSubset, keySetText } from "../cells/key-set.js";
import type { CellNumber } from "../constraints/constraint.js";
import type { TableBoxes } from "./derive-tables.js";
import type { Identity } from "./identity.js";

/**
 * A table that is not whole: some of what it shares out are in none of its rows. So may be some of any cell that has
 * persons in common with it: of an alliance and none of its members, in a year and none of its months.
 */
export interface OpenTable {
  readonly of: Box;
  /** In what rows differ from all that the table shares out. */
  readonly by: readonly (DimensionName | "period")[];
  /** The cell of those who are in none of the rows; null where it is that of another report. */
  readonly rest: CellNumber | null;
}

/** The tables of a report that are not whole, of which the sums are among its identities. */
export function openTables(
  tables: readonly TableBoxes[],
  identities: readonly Identity[],
  numberOf: (box: Box) => CellNumber,
): OpenTable[] {
  return tables.flatMap(({ table, of, rows }): OpenTable[] => {
    if (table.whole) return [];
    const whole = numberOf(of);
    const sum = identities.find((one) => one.table === table.id && one.whole === whole);
    const isByPeriod = rows.some(({ start, end }) => start !== of.start || end !== of.end);
    const by = [
      ...dimensions.filter((name) =>
        rows.some(({ sets }) => keySetText(sets[name]) !== keySetText(of.sets[name])),
      ),
      ...(isByPeriod ? (["period"] as const) : []),
    ];
    return [{ of, by, rest: sum?.parts.at(-1) ?? null }];
  });
}

/** The same tables as another report sees them: it has no cell of those who are in none of the rows. */
export function ofAnother(open: readonly OpenTable[]): OpenTable[] {
  return open.map((table) => ({ ...table, rest: null }));
}

/** Whether some of a cell may have a key of a dimension that is none of those which are known. */
export function isOpenIn(box: Box, dimension: DimensionName, open: readonly OpenTable[]): boolean {
  return open.some(
    ({ of, by }) =>
      by.includes(dimension) && isSubset(box.sets[dimension], of.sets[dimension]) && haveInCommon(box, of),
  );
}

/** The tables by which some of a cell may be neither before a day nor after it. They are in the period of the table in any case. */
export function openAround(box: Box, day: number, open: readonly OpenTable[]): OpenTable[] {
  return open.filter(({ of, by }) => {
    const { start, end } = of;
    return by.includes("period") && start < day && day < end && haveInCommon({ ...box, start, end }, of);
  });
}

/** Whether there may be any in both, or an attack in the one that killed some of the other. */
function haveInCommon(box: Box, of: Box): boolean {
  const unit = box.unit === "persons" ? of.unit : box.unit;
  return !areDisjointBoxes({ ...box, unit }, { ...of, unit });
}
