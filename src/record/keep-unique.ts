import type { PlacedFault } from "./read-row.js";
import { faultOf } from "./read-value.js";

/** A row that was read without fault. */
export interface KeptRow<Values> {
  readonly values: Values;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly row: number;
}

type Reject = (row: number, id: string, fault: PlacedFault) => void;

/**
 * The rows of which each has its id for itself.
 *
 * Of exact copies one is kept. Rows of one id that do not say the same are all rejected: which of them is right cannot
 * be told, and must not depend on their order.
 */
export function keepUnique<Values extends { readonly id: string }>(
  rows: readonly KeptRow<Values>[],
  reject: Reject,
): KeptRow<Values>[] {
  const firstOf = new Map<string, KeptRow<Values>>();
  const groups = new Map<string, KeptRow<Values>[]>();
  for (const row of rows) {
    const { id } = row.values;
    const first = firstOf.get(id);
    if (first === undefined) {
      firstOf.set(id, row);
    } else {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [first, row]);
      else group.push(row);
    }
  }
  if (groups.size === 0) return [...rows];
  const dropped = new Set<KeptRow<Values>>();
  for (const [id, group] of groups) {
    const texts = new Set(group.map(textOf));
    const conflicting = texts.size > 1;
    const numbers = group.map(({ row }) => row);
    for (const row of conflicting ? group : group.slice(1)) {
      dropped.add(row);
      const fault = conflicting
        ? faultOf(
            "id-conflicting",
            `rows ${numbers.join(", ")} have the id "${id}" and do not say the same`,
            "correct them: none of them is kept",
          )
        : faultOf(
            "id-duplicate",
            `the row is an exact copy of row ${numbers[0] ?? row.row}`,
            "remove it: the other is kept",
          );
      reject(row.row, id, { ...fault, path: ["id"] });
    }
  }
  return rows.filter((row) => !dropped.has(row));
}

/** What a row says, whatever the order of its columns. */
function textOf({ values, extra }: KeptRow<unknown>): string {
  return JSON.stringify([values, Object.entries(extra).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
