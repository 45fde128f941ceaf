import { shown } from "../codebook/shown.js";
import type { PlacedFault } from "./read-row.js";
import { faultOf } from "./read-value.js";
import { sameContent } from "./same-content.js";

/** A row that was read without fault. */
export interface KeptRow<Values> {
  readonly values: Values;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly row: number;
}

type Reject = (row: number, id: string, fault: PlacedFault) => void;

/** So many row numbers are named in a message. */
const mostNamed = 5;

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
  const rowsOf = new Map<string, KeptRow<Values>[]>();
  for (const row of rows) {
    const { id } = row.values;
    const alike = rowsOf.get(id);
    if (alike === undefined) rowsOf.set(id, [row]);
    else alike.push(row);
  }
  const kept: KeptRow<Values>[] = [];
  for (const [id, [first, ...others]] of rowsOf) {
    if (first === undefined) continue; // no id is without a row
    const conflicting = others.some((row) => !sameRow(row, first));
    if (!conflicting) kept.push(first);
    const all = [first, ...others];
    const fault = conflicting ? conflictOf(id, all) : copyOf(first);
    for (const { row } of conflicting ? all : others) reject(row, id, { ...fault, path: ["id"] });
  }
  return kept;
}

function sameRow<Values>(one: KeptRow<Values>, other: KeptRow<Values>): boolean {
  return sameContent(one.values, other.values) && sameContent(one.extra, other.extra);
}

function conflictOf(id: string, rows: readonly KeptRow<unknown>[]): ReturnType<typeof faultOf> {
  const named = rows.slice(0, mostNamed).map(({ row }) => row);
  const further = rows.length > mostNamed ? ` and ${rows.length - mostNamed} more` : "";
  return faultOf(
    "id-conflicting",
    `the rows ${named.join(", ")}${further} have the id ${shown(id)} and do not say the same`,
    "correct them; until then none of them is kept",
  );
}

function copyOf({ row }: KeptRow<unknown>): ReturnType<typeof faultOf> {
  return faultOf("id-duplicate", `the row is an exact copy of row ${row}`, "remove it; the other is kept");
}
