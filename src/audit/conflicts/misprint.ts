import type { Misprint } from "./conflict.js";

/** Every kind of misprint, the likeliest first: all digits are right where a point alone is not. */
export const misprints: readonly Misprint[] = [
  "decimal-separator",
  "lost-digit",
  "transposed-digits",
  "doubled-digit",
  "wrong-digit",
  "added-digit",
  "carried-over",
  "other",
];

/**
 * The numbers of which a printed one is a likely misprint, with how: the likelier first, and each once, as the likeliest.
 * What is no number is none of them: `isNumber` says which texts are one, of counts if it is left out.
 *
 * @example
 * misprintsOf("51").filter(({ misprint }) => misprint === "transposed-digits") // [{ value: "15", misprint: "transposed-digits" }]
 * misprintsOf("179").some(({ value, misprint }) => value === "1795" && misprint === "lost-digit") // true
 */
export function misprintsOf(
  printed: string,
  isNumber: (text: string) => boolean = isCount,
): { readonly value: string; readonly misprint: Misprint }[] {
  const found = new Map<string, Misprint>();
  const add = (misprint: Misprint, value: string): void => {
    if (value !== printed && isNumber(value) && !found.has(value)) found.set(value, misprint);
  };
  const places = Array.from(printed, (character) => character).flatMap((character, place) =>
    character === "." ? [] : [place],
  );
  // A count has no point: its thousands are set apart, or told by a word.
  const isOfCount = isNumber === isCount;
  if (!isOfCount) for (const value of withPointElsewhere(printed)) add("decimal-separator", value);
  for (let place = 0; place <= printed.length; place++)
    for (const digit of digits) add("lost-digit", printed.slice(0, place) + digit + printed.slice(place));
  for (const place of places) {
    const next = place + 1;
    if (!places.includes(next)) continue;
    add(
      "transposed-digits",
      printed.slice(0, place) + (printed[next] ?? "") + (printed[place] ?? "") + printed.slice(next + 1),
    );
  }
  for (const place of places) {
    const rest = printed.slice(0, place) + printed.slice(place + 1);
    add(printed[place] === printed[place + 1] ? "doubled-digit" : "added-digit", rest);
  }
  for (const place of places)
    for (const digit of digits)
      add("wrong-digit", printed.slice(0, place) + digit + printed.slice(place + 1));
  if (isOfCount) for (const value of withOtherZeros(printed)) add("decimal-separator", value);
  const rank = (misprint: Misprint): number =>
    isOfCount && misprint === "decimal-separator" ? misprints.length : misprints.indexOf(misprint);
  return [...found]
    .map(([value, misprint]) => ({ value, misprint }))
    .sort((a, b) => rank(a.misprint) - rank(b.misprint) || isZero(a) - isZero(b));
}

function withOtherZeros(printed: string): string[] {
  return ["0", "00", "000"].flatMap((zeros) =>
    printed.endsWith(zeros) ? [printed + zeros, printed.slice(0, -zeros.length)] : [printed + zeros],
  );
}

/** The same digits with the point one or two places to the right or left of where it is, or would be: 26.6 and 266 of 2.66. */
function withPointElsewhere(printed: string): string[] {
  const [ones = "", decimals = ""] = printed.split(".");
  return [1, 2, -1, -2].map((places) => {
    const digits = `00${ones}${decimals}`;
    const point = 2 + ones.length + places;
    const [before, after] = [digits.slice(0, point).padEnd(point, "0"), digits.slice(point)];
    return before.replace(/^0+(?=[0-9])/, "") + (after === "" ? "" : `.${after}`);
  });
}

/** Few reports print that there was nobody: of changes alike it is the last. */
function isZero({ value }: { readonly value: string }): number {
  return Number(value === "0");
}

const digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Whether a text is a count as it would be printed: no leading zero, no more than 10 digits. */
function isCount(text: string): boolean {
  return /^(?:0|[1-9][0-9]{0,9})$/.test(text);
}
