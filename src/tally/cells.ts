import { CasualtyError } from "../error.js";
import { fieldsOf } from "./measure.js";
import type { AnyTally } from "./tally.js";

/** Refuses what is no tally: a running total is a stock, a change may be negative, and neither adds up. */
export function refuseUnlessTally(value: { readonly kind: string }, wanted: string): void {
  if (value.kind === "tally") return;
  throw new CasualtyError(
    "tally-not-additive",
    `${wanted} takes a tally, and this is a ${value.kind}: its values do not add up. Use the tally that it was made from.`,
    { kind: value.kind, wanted },
  );
}

/** How the cells of a dimension are numbered: the position of its key is `⌊cell / stride⌋ mod size`. */
export interface Stride {
  readonly name: string;
  readonly size: number;
  readonly stride: number;
}

/** The strides of the dimensions, in their order: the last runs fastest. */
export function stridesOf(
  dimensions: readonly { readonly name: string; readonly keys: readonly string[] }[],
): readonly Stride[] {
  const strides: Stride[] = [];
  let stride = 1;
  for (const { name, keys } of [...dimensions].reverse()) {
    strides.push({ name, size: keys.length, stride });
    stride *= keys.length;
  }
  return strides.reverse();
}

/** The position of a cell's key within one dimension. */
export function positionIn({ size, stride }: Stride, cell: number): number {
  return Math.floor(cell / stride) % size;
}

/** Calls back with every cell that is not zero and its numbers, in the column order of `gather`. */
export function eachCell(tally: AnyTally, visit: (cell: number, numbers: readonly number[]) => void): void {
  const columns = columnsOf(tally);
  tally.cells.forEach((cell, slot) => {
    visit(
      cell,
      columns.map((column) => column[slot] ?? 0),
    );
  });
}

function columnsOf({ measure, whole, including, inclusions }: AnyTally): readonly (readonly number[])[] {
  return [whole, ...inclusions.map((key) => including[key])].flatMap((values) =>
    fieldsOf[measure].map((field) => values?.[field] ?? []),
  );
}
