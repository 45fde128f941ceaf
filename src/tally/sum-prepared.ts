import type { Asked } from "./asked.js";
import { readCodes } from "./codes.js";
import { countCodes } from "./count-codes.js";
import { sumsFor } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import { narrowed } from "./narrowed.js";
import type { PlaceLister } from "./place-lister.js";
import type { PreparedInclusion } from "./prepared.js";
import { Sums } from "./sums.js";
import type { DimensionKeys, Shape } from "./tally-data.js";

/** The sums of the prepared items for a tally of this shape, or of those of them that are listed. */
export function sumsOf(
  shape: Shape<DimensionKeys, string, MeasureKind>,
  asked: Asked,
  list?: PlaceLister,
): Sums {
  const { items, columns, inclusion, measured } = asked;
  if (measured === undefined) {
    // An item's set of keys of the inclusion is one more column: whatever keys it has, it has one set.
    const all =
      inclusion === undefined
        ? columns
        : [...columns, { codes: inclusion.codes, size: inclusion.sets.length }];
    const combinations = all.reduce((product, { size }) => product * size, 1);
    // How many are listed is not known yet: for few of them, many combinations would not pay.
    if (combinations <= manyCombinations + (list === undefined ? 2 * items : items / 4)) {
      const counts = countCodes(all, combinations, items, list);
      return inclusion === undefined ? Sums.of(counts) : sumsOfSets(shape, counts, inclusion);
    }
  }
  const sums = sumsFor(shape);
  addItems(sums, list === undefined ? asked : narrowed(asked, list(0, items, new Int32Array(items))));
  return sums;
}

/** So many combinations of codes are counted one by one, however few items there are. */
const manyCombinations = 65_536;

/** The sums of items that were counted by cell and, within each cell, by the set of their keys of the inclusion. */
function sumsOfSets(
  shape: Shape<DimensionKeys, string, MeasureKind>,
  counts: ArrayLike<number>,
  { sets }: PreparedInclusion,
): Sums {
  const sums = sumsFor(shape);
  for (let combination = 0; combination < counts.length; combination++) {
    const count = counts[combination] ?? 0;
    if (count === 0) continue;
    const set = combination % sets.length;
    const start = sums.startOf((combination - set) / sets.length);
    sums.add(start, [count]);
    for (const position of sets[set] ?? []) sums.add(start + 1 + position, [count]);
  }
  return sums;
}

/** Adds items to the sums of their cells, one block of them after the other. */
function addItems(sums: Sums, { items, columns, inclusion, measured }: Asked): void {
  const places = new Float64Array(Math.min(items, blockLength));
  const room = new Int32Array(places.length);
  for (let from = 0; from < items; from += blockLength) {
    const to = Math.min(items, from + blockLength);
    const block = places.subarray(0, to - from).fill(0);
    for (const { codes, size } of columns) appendDigit(block, readCodes(codes, from, to, room), size);
    sums.findPlaces(block);
    const values = measured?.fields.map((field) => field.subarray(from, to)) ?? [
      new Float64Array(to - from).fill(1),
    ];
    values.forEach((field, offset) => {
      addField(sums.numbers, block, offset, field);
    });
    if (inclusion === undefined) continue;
    const { sets } = inclusion;
    const codes = readCodes(inclusion.codes, from, to, room);
    for (let nth = 0; nth < block.length; nth++) {
      for (const position of sets[codes[nth] ?? 0] ?? []) {
        for (const [offset, field] of values.entries()) {
          const at = (block[nth] ?? 0) + (1 + position) * values.length + offset;
          sums.numbers[at] = (sums.numbers[at] ?? 0) + (field[nth] ?? 0);
        }
      }
    }
  }
}

/** So many items are added at once: where they go stays in the processor's cache. */
const blockLength = 4096;

function appendDigit(cells: Float64Array, codes: Int32Array, size: number): void {
  for (let nth = 0; nth < cells.length; nth++) cells[nth] = (cells[nth] ?? 0) * size + (codes[nth] ?? 0);
}

function addField(numbers: Float64Array, starts: Float64Array, offset: number, field: Float64Array): void {
  for (let nth = 0; nth < starts.length; nth++) {
    const at = (starts[nth] ?? 0) + offset;
    numbers[at] = (numbers[at] ?? 0) + (field[nth] ?? 0);
  }
}
