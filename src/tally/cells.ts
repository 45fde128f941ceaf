import { CasualtyError } from "../error.js";
import { cellsOf } from "./axes.js";
import { fieldsOf } from "./measure.js";
import type { AnyTally, Dimension } from "./tally-data.js";

/** Refuses what is no tally: a running total is a stock, a change may be negative, and neither adds up. */
export function refuseUnlessTally(value: { readonly kind: string }, wanted: string): void {
  // Callers without types, and parsed JSON, may hand in anything.
  const { kind, measure, dimensions, cells, whole, inclusions, including } = Object(value) as Readonly<
    Record<string, unknown>
  >;
  const hasItsParts =
    Array.isArray(dimensions) &&
    dimensions.every(isDimension) &&
    Array.isArray(cells) &&
    areCells(cells, cellsOf(dimensions)) &&
    Array.isArray(inclusions) &&
    Object.hasOwn(fieldsOf, String(measure)) &&
    [whole, including].every((numbers) => typeof (numbers ?? 0) === "object");
  if (kind === "tally" && hasItsParts) return;
  throw new CasualtyError(
    "tally-not-additive",
    kind === "running" || kind === "change"
      ? `${wanted} takes a tally, and this is a ${kind}: its values do not add up. Use the tally that it was made from.`
      : `${wanted} takes a tally, and this is none.`,
    { kind: String(kind), wanted },
  );
}

function isDimension(value: unknown): value is Dimension {
  return Array.isArray((Object(value) as Partial<Dimension>).keys);
}

/** Whether these number cells, of so many, each once and in ascending order: readers go through them in step. */
function areCells(numbers: readonly unknown[], cells: number): boolean {
  let before = -1;
  // Every reader asks it of every cell: by position, and without Number.isInteger, it takes a sixth of the time.
  for (let nth = 0; nth < numbers.length; nth++) {
    const number = numbers[nth];
    if (typeof number !== "number" || !(number > before && number < cells)) return false;
    if (Math.floor(number) !== number) return false;
    before = number;
  }
  return true;
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

/**
 * The columns of a tally's numbers, one entry of each for every cell that is not zero: the fields of the whole, then those of
 * each inclusion.
 */
export function columnsOf({ measure, whole, including, inclusions }: AnyTally): (readonly number[])[] {
  return [whole, ...inclusions.map((key) => including[key])].flatMap((values) =>
    fieldsOf[measure].map((field) => values?.[field] ?? []),
  );
}

/** The numbers of the cell at `slot` of a tally's cells, one of each column; zeros where there is none. */
export function numbersAt(columns: readonly (readonly number[])[], slot: number | undefined): number[] {
  return columns.map((column) => (slot === undefined ? 0 : (column[slot] ?? 0)));
}
