import { shown } from "../codebook/shown.js";
import { type Fault, faultOf, type Reader } from "./read-value.js";

/** A fault or warning with the column, and the position in it, where it stands. */
export interface PlacedFault extends Fault {
  readonly path: readonly (string | number)[];
}

/** A row read column by column: its values if nothing is at fault, and everything that is. */
export interface ReadRow<Values> {
  readonly values: Values | null;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly faults: readonly PlacedFault[];
  readonly warnings: readonly PlacedFault[];
}

/** One reader for each column. */
export type Readers<Values> = { readonly [Column in keyof Values]: Reader<Values[Column]> };

/** Reads every column of a row; columns without a reader are kept as they are, in `extra`. */
export function readRow<Values extends object>(readers: Readers<Values>, row: unknown): ReadRow<Values> {
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    return { values: null, extra: {}, faults: [{ ...notObject(row), path: [] }], warnings: [] };
  }
  const columns = row as Readonly<Record<string, unknown>>;
  const faults: PlacedFault[] = [];
  const warnings: PlacedFault[] = [];
  const values: Record<string, unknown> = {};
  for (const [column, read] of Object.entries<Reader<unknown>>(readers)) {
    const result = read(columns[column]);
    if ("fault" in result) {
      faults.push(placed(column, result.fault));
    } else {
      values[column] = result.value;
      if (result.warning !== undefined) warnings.push(placed(column, result.warning));
    }
  }
  const further = Object.keys(columns).filter((column) => !Object.hasOwn(readers, column));
  const extra = Object.fromEntries(further.map((column) => [column, columns[column]]));
  // Every column was read by the reader of its own type.
  return { values: faults.length === 0 ? (values as Values) : null, extra, faults, warnings };
}

function placed(column: string, fault: Fault): PlacedFault {
  return { ...fault, path: fault.at === undefined ? [column] : [column, fault.at] };
}

/** What is wrong with a row that is no object. */
export function notObject(row: unknown): Fault {
  return faultOf(
    "row-not-object",
    `the row is ${shown(row)}, not an object`,
    "hand in an object with a value for each column",
  );
}
