import { type Box, boxKeyWithout } from "../cells/box.js";
import type { CellRegistry } from "../cells/cell.js";
import { type CellNumber, wholeOfParts } from "../constraints/constraint.js";
import type { Convention } from "../constraints/convention.js";
import type { Identity } from "./identity.js";
import { type OpenTable, openAround } from "./open-tables.js";

/** Those of a period stand in one of its parts, by the one; in no two of them, by the other: an attack could last over the end of a month. */
export function periodConventions({ unit }: Pick<Box, "unit">): {
  readonly complete: readonly Convention[];
  readonly within: readonly Convention[];
} {
  return { complete: ["every-death-dated"], within: unit === "persons" ? [] : ["massacre-in-one-row"] };
}

/**
 * The sums over time of cells that differ in their period only: a period is its parts, one after the other. If a table of
 * months is not whole, of those that it may share with a cell some are in no month: no more than are in none of its rows.
 *
 * From each day on which a printed period starts, cells run through every later day on which one ends: each is the one
 * before and what comes between, so that months, halves, years and since-January figures are tied together exactly. The
 * cost grows with the printed periods, times those that begin together.
 */
export function periodIdentities(
  boxes: readonly Box[],
  cells: CellRegistry,
  open: readonly OpenTable[],
): Identity[] {
  const slices = new Map<string, Box[]>();
  for (const box of boxes) {
    const key = boxKeyWithout(box, null);
    const slice = slices.get(key);
    if (slice === undefined) slices.set(key, [box]);
    else slice.push(box);
  }
  return [...slices].flatMap(([key, slice]) => sliceIdentity(key, slice, cells, open));
}

function sliceIdentity(
  key: string,
  slice: readonly Box[],
  cells: CellRegistry,
  open: readonly OpenTable[],
): Identity[] {
  const ends = [...new Set(slice.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const printed = slice.map(({ start, end }) => `${start}|${end}`);
  if (new Set(printed).size < 2) return [];
  const longest = new Map<number, number>();
  for (const { start, end } of slice) longest.set(start, Math.max(end, longest.get(start) ?? end));
  const one = boxOf(slice);
  const cellOf = (start: number, end: number): CellNumber => cells.numberOf({ ...one, start, end });
  const sums = new Map<string, readonly [CellNumber, readonly CellNumber[], number]>();
  for (const [start, last] of longest) {
    const within = ends.filter((day) => day > start && day <= last);
    const steps = new Set<string>();
    within.forEach((day, nth) => {
      const next = within[nth + 1];
      if (next !== undefined) steps.add(`${day}|${next}`);
    });
    for (const { start: from, end: to } of slice) if (from > start && to <= last) steps.add(`${from}|${to}`);
    for (const step of steps) {
      const [from = 0, to = 0] = step.split("|").map(Number);
      sums.set(`${start}|${step}`, [cellOf(start, to), [cellOf(start, from), cellOf(from, to)], from]);
    }
  }
  if (sums.size === 0) return [];
  const conventions = periodConventions(one);
  const isOpen = [...sums.values()].some(([, , day]) => openAround(one, day, open).length > 0);
  return [
    {
      kind: "period-sum",
      id: `period-sum:${key}`,
      table: null,
      whole: null,
      parts: [...new Set(slice.map((box) => cells.numberOf(box)))].sort((a, b) => a - b),
      relation: isOpen ? "at-most" : "other",
      conventions: [...(isOpen ? [] : conventions.complete), ...conventions.within],
      constraints: (identity) =>
        [...sums.values()].flatMap(([whole, parts, day]) => {
          // How many persons the attacks in none of the rows killed is not known.
          const rests = openAround(one, day, open).map(({ of, rest }) =>
            one.unit === "persons" && of.unit !== "persons" ? null : rest,
          );
          const known = rests.filter((rest) => rest !== null);
          const atMost = wholeOfParts(whole, [...parts, ...known], identity, conventions).slice(1);
          return [
            ...wholeOfParts(whole, parts, identity, conventions).slice(0, 1),
            ...(known.length < rests.length ? [] : atMost),
          ];
        }),
    },
  ];
}

function boxOf(slice: readonly Box[]): Box {
  const [first] = slice;
  if (first === undefined) throw new RangeError("A slice has a box.");
  return first;
}
