import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Figure, Statement } from "../../src/audit/published/figure.js";
import { numerals, worded } from "./facts-number.js";

/** A fraction of whole numbers: 1 in 3. */
interface Fraction {
  readonly part: number;
  readonly in: number;
}

/** Between which fractions a share lies by its words, neither included; null: not bounded on that side. */
interface FractionSaid {
  readonly text: string;
  readonly above: Fraction | null;
  readonly below: Fraction | null;
}

const denominators: Readonly<Record<string, number>> = {
  ...{ half: 2, halves: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, tenth: 10 },
  ...{ hälfte: 2, drittel: 3, viertel: 4, fünftel: 5, zehntel: 10 },
};

const numeralsByWord: Readonly<Record<string, number>> = {
  ...numerals,
  ...{ a: 1, an: 1, one: 1, the: 1, die: 1, ein: 1, eine: 1 },
};

/** The fractions that words are taken from; "a third" is said of what is nearer to it than to the next of them. */
const usual: readonly Fraction[] = [
  ...([
    [0, 1],
    [1, 10],
    [1, 5],
    [1, 4],
    [1, 3],
    [2, 5],
    [1, 2],
    [3, 5],
    [2, 3],
    [3, 4],
    [4, 5],
    [9, 10],
    [1, 1],
  ] as const),
].map(([part, whole]) => ({ part, in: whole }));

/** A share in words: "a third", "nearly half", "more than one in five", "the majority". Null: the words are none. */
export function fractionOf(value: unknown): FractionSaid | null {
  if (typeof value !== "string") return null;
  const [, under = "", words = ""] =
    /^(less than |under |below |weniger als )?(.*)$/is.exec(value.trim()) ?? [];
  if (/^(?:(?:the |a )?(?:vast |great )?majority|most)$/i.test(value.trim()))
    return { text: value.trim(), above: { part: 1, in: 2 }, below: null };
  const { rest, wording } = worded(words);
  const fraction = named(rest.toLowerCase());
  if (fraction === null) return null;
  const text = value.trim();
  const said = (above: Fraction | null, below: Fraction | null): FractionSaid => ({ text, above, below });
  if (under !== "") return said(null, fraction);
  const [before, after] = neighbours(fraction);
  switch (wording) {
    case "more-than":
      return said(fraction, null);
    case "nearly":
      return said(before, fraction);
    case "at-least":
      return said(between(before, fraction), null);
    case "up-to":
      return said(null, between(fraction, after));
    case "exactly":
    case "about":
      return said(between(before, fraction), between(fraction, after));
  }
}

function named(words: string): Fraction | null {
  const [, many = "a", name = ""] = /^(?:(\p{L}+)[\s-])?(\p{L}+?)s?$/u.exec(words) ?? [];
  const [, part = "", , whole = ""] = /^(\w+) (in|out of|of) (?:every )?(\w+)$/.exec(words) ?? [];
  const [above, below] =
    part === ""
      ? [numeralsByWord[many], denominators[name]]
      : [numeralsByWord[part], numeralsByWord[whole] ?? Number(whole)];
  const isFraction =
    above !== undefined && below !== undefined && below > above && Number.isSafeInteger(below);
  return isFraction ? { part: above, in: below } : null;
}

/** The usual fractions next to one. */
function neighbours({ part, in: whole }: Fraction): readonly [Fraction, Fraction] {
  const order = (one: Fraction): number => one.part * whole - part * one.in;
  const before = usual.filter((one) => order(one) < 0).at(-1) ?? { part: 0, in: 1 };
  return [before, usual.find((one) => order(one) > 0) ?? { part: 1, in: 1 }];
}

function between(one: Fraction, other: Fraction): Fraction {
  return { part: one.part * other.in + other.part * one.in, in: 2 * one.in * other.in };
}

/** What a fraction in words says of a part of a whole: a statement for each side on which it bounds the share. */
export function fractionFigures(
  id: string,
  { text, above, below }: FractionSaid,
  of: Coordinates,
  whole: Coordinates,
): readonly Figure[] {
  const figure = (own: string, statement: Statement): Figure => ({
    kind: "statement",
    id: own,
    text,
    of,
    statement,
  });
  return [
    ...(above === null ? [] : [figure(id, { says: "more-than-fraction", whole, ...above })]),
    ...(below === null
      ? []
      : [figure(above === null ? id : `${id} (at most)`, { says: "less-than-fraction", whole, ...below })]),
  ];
}
