import { shown } from "../codebook/shown.js";
import { spelling } from "../codebook/spelling.js";
import type { PlacedFault } from "./read-row.js";
import { faultOf } from "./read-value.js";

/**
 * Tells of each column that is not read and whose name is, but for case, spaces and punctuation, that of one that
 * is: at the first row that has it. Its values would otherwise be taken for further columns, and the facts for unknown.
 */
export function misspeltColumns(
  readers: object,
  warn: (row: number, id: string | null, fault: PlacedFault) => void,
): (row: number, id: string | null, extra: Readonly<Record<string, unknown>>) => void {
  const columnOf = new Map(Object.keys(readers).map((column) => [formOf(column), column]));
  const seen = new Set<string>();
  return (row, id, extra) => {
    for (const column of Object.keys(extra)) {
      if (seen.has(column)) continue;
      seen.add(column);
      const meant = columnOf.get(formOf(column));
      if (meant === undefined) continue;
      const advice = `did you mean ${shown(meant)}? Rename it, or what it holds counts as not known`;
      warn(row, id, {
        ...faultOf("column-misspelt", `the column ${shown(column)} is not read`, advice),
        path: [column],
      });
    }
  };
}

function formOf(column: string): string {
  return spelling(column);
}
