import { CasualtyError } from "../error.js";
import { fieldsOf } from "./measure.js";
import type { AnyTally } from "./tally.js";

/** Refuses what is no tally: a running total is a stock, a change may be negative, and neither adds up. */
export function refuseUnlessTally(value: { readonly kind: string }, wanted: string): void {
  // Callers without types, and parsed JSON, may hand in anything.
  const kind = (value as { readonly kind?: unknown } | null | undefined)?.kind;
  if (kind === "tally") return;
  throw new CasualtyError(
    "tally-not-additive",
    kind === "running" || kind === "change"
      ? `${wanted} takes a tally, and this is a ${kind}: its values do not add up. Use the tally that it was made from.`
      : `${wanted} takes a tally, and this is none.`,
    { kind: String(kind), wanted },
  );
}

/** Refuses a tally whose cells hold ranges where counts are compared. */
export function refuseUnlessCounts({ measure }: Pick<AnyTally, "measure">, wanted: string): void {
  if (measure === "count") return;
  throw new CasualtyError(
    "tally-measures-differ",
    `${wanted} takes a tally of counts, and this one holds a ${measure} in each cell: ask it of the minima and of the maxima, each tallied as counts.`,
    { left: measure, right: "count" },
  );
}

/** Calls back with every cell that is not zero and its numbers, in the column order of `gather`. */
export function eachCell(
  { measure, cells, whole, including, inclusions }: AnyTally,
  visit: (cell: number, numbers: readonly number[]) => void,
): void {
  const columns = [whole, ...inclusions.map((key) => including[key])].flatMap((values) =>
    fieldsOf[measure].map((field) => values?.[field] ?? []),
  );
  cells.forEach((cell, slot) => {
    visit(
      cell,
      columns.map((column) => column[slot] ?? 0),
    );
  });
}

/** The numbers of every cell that is not zero. */
export function filledCells(tally: AnyTally): ReadonlyMap<number, readonly number[]> {
  const filled = new Map<number, readonly number[]>();
  eachCell(tally, (cell, numbers) => filled.set(cell, numbers));
  return filled;
}

/** The sums of the numbers of all cells that `selects` chooses, in the column order of `gather`. */
export function sumOfCells(tally: AnyTally, selects: (cell: number) => boolean): number[] {
  const sums = zerosFor(tally);
  eachCell(tally, (cell, numbers) => {
    if (selects(cell)) addInto(sums, numbers);
  });
  return sums;
}

/** The numbers of a cell that is zero. */
export function zerosFor({ measure, inclusions }: Pick<AnyTally, "measure" | "inclusions">): number[] {
  return new Array<number>(fieldsOf[measure].length * (1 + inclusions.length)).fill(0);
}

/** Adds the numbers of a cell to sums. */
export function addInto(sums: number[], numbers: readonly number[]): void {
  numbers.forEach((number, column) => {
    sums[column] = (sums[column] ?? 0) + number;
  });
}
