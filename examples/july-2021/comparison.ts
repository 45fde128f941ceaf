import {
  type Cell,
  formatPercent,
  partsPrintedAs,
  type Rounding,
  type Share,
  type SnhrKeys,
} from "casualty-stats";

/** A figure or statement of the specification beside what the records give. */
export interface Comparison {
  /** Where it stands: a section of the report for July 2021, or another report. */
  readonly place: string;
  readonly what: string;
  /** As it is printed. */
  readonly published: string;
  readonly recomputed: string;
  readonly agrees: boolean;
  /** Why the two cannot agree, where they do not. */
  readonly reason: string | null;
}

export type Toll = Pick<Cell<SnhrKeys["category"]>, "count" | "including">;

/** Persons, children, women, as far as they are printed: a number that is not printed is no zero. */
export type PrintedToll = readonly [all: number, children: number | null, women: number | null];

/** A printed number, whose words are a part of it: "at least 14". */
export function compare(place: string, what: string, published: string, recomputed: string): Comparison {
  const agrees = numberIn(published) === recomputed;
  return {
    place,
    what,
    published,
    recomputed,
    agrees,
    reason: agrees ? null : `The records give ${recomputed}.`,
  };
}

export function compareToll(place: string, what: string, printed: PrintedToll, toll: Toll): Comparison {
  const numbers = numbersOf(toll);
  const recomputed = numbers.join(" / ");
  const agrees = isPrinted(printed, toll);
  return {
    place,
    what,
    published: printedText(printed),
    recomputed,
    agrees,
    reason: agrees ? null : `The records give ${recomputed}.`,
  };
}

export function numbersOf({ count, including }: Toll): readonly [number, number, number] {
  return [count, including.child.part, including.woman.part];
}

export function isPrinted(printed: PrintedToll, toll: Toll): boolean {
  const numbers = numbersOf(toll);
  return printed.every((number, column) => number === null || number === numbers[column]);
}

export function printedText(printed: PrintedToll): string {
  return printed.map((number) => number ?? "–").join(" / ");
}

/** A printed percentage, beside the one that the share prints. */
export function comparePercent(
  place: string,
  what: string,
  published: string,
  share: Share,
  rounding: Rounding,
): Comparison {
  const recomputed = formatPercent(share, { rounding, digits: 0 });
  const printed = numberIn(published);
  const { part, whole } = share;
  const reachable = whole === null ? null : partsPrintedAs(printed, whole, { rounding });
  const reason =
    printed === recomputed
      ? null
      : `${part} of ${whole ?? "?"} prints ${recomputed}, and ${reachable === null ? "no whole number" : "another number"} of ${whole ?? "?"} prints ${printed} when rounded ${rounding}.`;
  return {
    place,
    what,
    published,
    recomputed: `${recomputed} (${part} of ${whole ?? "?"})`,
    agrees: reason === null,
    reason,
  };
}

/** A statement in words, and whether the records bear it out. */
export function state(
  place: string,
  what: string,
  holds: boolean,
  reason = "The records do not bear it out.",
): Comparison {
  return {
    place,
    what,
    published: "stated",
    recomputed: holds ? "holds" : "does not hold",
    agrees: holds,
    reason: holds ? null : reason,
  };
}

/** What is printed without the words before it. */
function numberIn(published: string): string {
  return published.replace(/^(?:about|approximately|at least) /, "");
}
