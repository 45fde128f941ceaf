import type { Bounds } from "../constraints/bounds.js";
import type { Interval } from "../constraints/quotient-bounds.js";
import type { Problem } from "../identities/problem.js";
import type { Wording } from "../published/figure.js";
import { readQuotient } from "../published/printed-number.js";

/** What a figure may be by the bounds of its cells, in its words or in others: a count, or units of a percentage or rate. */
export function allowedNumber(
  problem: Problem,
  position: number,
  { minimum, maximum, shareOf }: Bounds,
  wording = problem.figures[position]?.figure.wording,
): Interval | null {
  const placed = problem.figures[position];
  if (placed === undefined) return null;
  const { figure, cells } = placed;
  const low = (cell: number): number => minimum[cell] ?? 0;
  const high = (cell: number): number => maximum[cell] ?? Infinity;
  const of = cells.of.cell;
  const isLeast = wording === "at-least" || wording === "more-than";
  const isMost = wording === "up-to";
  const isMore = wording === "more-than";
  // What can be printed in its words of a number between these.
  const printable = (least: number, most: number) =>
    isMore && most === 0
      ? null
      : { minimum: isLeast ? 0 : least, maximum: isMost ? Infinity : most - Number(isMore) };
  switch (figure.kind) {
    case "count":
      return printable(low(of), high(of));
    case "difference": {
      const [than] = cells.than;
      if (than === undefined) return null;
      return printable(Math.max(0, low(of) - high(than.cell)), Math.max(0, high(of) - low(than.cell)));
    }
    case "percentage":
    case "rate": {
      const { unitsOfWhole: units } = readQuotient(figure);
      const { whole } = cells;
      if (whole === null) return null;
      const isAll = whole === of;
      // No part is more than all, and none is "more than 100%".
      const top = (cells.partBy === null ? Infinity : units) - Number(isMore);
      const [leastWhole, mostWhole] =
        figure.kind === "rate" ? [cells.of.days, cells.of.days] : [low(whole), high(whole)];
      if (mostWhole === 0) return allowedOfNobody(wording);
      const share = mostWhole === Infinity ? shareOf(whole, of) : null;
      if (leastWhole === 0 && !isAll && share === null) return { minimum: 0, maximum: top };
      const [least, most] = isAll
        ? [units, units]
        : share !== null
          ? [Math.floor((share.minimum * units) / share.of), Math.ceil((share.maximum * units) / share.of)]
          : [
              mostWhole === Infinity ? 0 : Math.floor((low(of) * units) / mostWhole),
              Math.ceil((high(of) * units) / leastWhole),
            ];
      // By its words it may be so many units of its last place off.
      const below = isLeast ? Infinity : wording === "about" ? 1 : 0;
      const above = isMost ? Infinity : isMore ? -1 : wording === "about" || wording === "nearly" ? 1 : 0;
      if (most + above < 0) return null;
      return { minimum: Math.max(0, least - below), maximum: Math.min(most + above, top) };
    }
    case "statement":
      return null;
  }
}

/** Of nobody 0 is printed, if it is rounded; of bounds only "at least 0" is true. */
function allowedOfNobody(wording: Wording = "exactly"): Interval | null {
  switch (wording) {
    case "exactly":
    case "at-least":
      return { minimum: 0, maximum: 0 };
    case "about":
      return { minimum: 0, maximum: 1 };
    case "more-than":
    case "up-to":
    case "nearly":
      return null;
  }
}
