import { shown } from "../codebook/shown.js";
import { type PlacedFault, placed } from "./column.js";
import { type Fault, faultOf } from "./read-value.js";
import { sameContent } from "./same-content.js";

/** Records with the numbers of the rows that they were made of, in the order of the rows. */
export interface NumberedRecords<Item> {
  readonly records: readonly Item[];
  readonly rows: readonly number[];
}

/** Records of which each has its id for itself. */
export interface UniqueRecords<Item> extends NumberedRecords<Item> {
  /** The record of an id, if there is one. */
  readonly withId: (id: string) => Item | undefined;
}

/** So many row numbers are named in a message. */
const mostNamed = 5;

/**
 * The records of which each has its id for itself.
 *
 * Of exact copies the first is kept. Rows of one id that do not say the same are all rejected: which of them is right cannot
 * be told, and must not depend on their order.
 */
export function keepUnique<Item extends { readonly id: string }>(
  all: NumberedRecords<Item>,
  reject: (row: number, id: string, fault: PlacedFault) => void,
): UniqueRecords<Item> {
  const { records, rows } = all;
  let found: Map<string, number> | null = null;
  const positions = () => (found ??= positionsOf(records));
  const withId = (id: string) => records[positions().get(id) ?? -1];
  if (areAscending(records) || positions().size === records.length) return { ...all, withId };

  const dropped = new Set<number>();
  for (const [id, [first = 0, ...others]] of repeatedIn(records, positions())) {
    const isConflict = others.some((at) => !sameContent(records[at], records[first]));
    if (isConflict) positions().delete(id);
    else positions().set(id, first);
    const numbers = [first, ...others].map((at) => rows[at] ?? 0);
    const fault = isConflict ? conflictOf(id, numbers) : copyOf(numbers[0] ?? 0);
    for (const at of isConflict ? [first, ...others] : others) {
      reject(rows[at] ?? 0, id, placed(fault, ["id"]));
      dropped.add(at);
    }
  }
  const isKept = (_: unknown, at: number) => !dropped.has(at);
  return { records: records.filter(isKept), rows: rows.filter(isKept), withId };
}

interface Identified {
  readonly id: string;
}

/** Whether each id is greater than the one before, as numbered rows have them: then each is there once. */
function areAscending(records: readonly Identified[]): boolean {
  let last = "";
  for (const { id } of records) {
    if (id <= last) return false;
    last = id;
  }
  return true;
}

/**
 * The position of each id; the last one, where there are several.
 *
 * In a loop of its own, and with numbers: to find places in a map of a million takes half the time where nothing else is
 * done in between, and where the map holds no young objects.
 */
function positionsOf(records: readonly Identified[]): Map<string, number> {
  const positions = new Map<string, number>();
  for (let at = 0; at < records.length; at += 1) positions.set((records[at] as Identified).id, at);
  return positions;
}

/** All positions of each id that has several. */
function repeatedIn(
  records: readonly Identified[],
  positions: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly number[]> {
  const repeated = new Map<string, number[]>();
  for (const [at, { id }] of records.entries()) if (positions.get(id) !== at) repeated.set(id, []);
  for (const [at, { id }] of records.entries()) repeated.get(id)?.push(at);
  return repeated;
}

function conflictOf(id: string, rows: readonly number[]): Fault {
  const named = rows.slice(0, mostNamed).join(", ");
  const further = rows.length > mostNamed ? ` and ${rows.length - mostNamed} more` : "";
  return faultOf(
    "id-conflicting",
    `the rows ${named}${further} have the id ${shown(id)} and do not say the same`,
    "correct them; until then none of them is kept",
  );
}

/** What is wrong with a row that says what another one says: nobody is lost by it. */
export function copyOf(row: number): Fault {
  return faultOf(
    "id-duplicate",
    `the row is an exact copy of row ${row}`,
    "remove it; the other stands for both",
  );
}
