import { fixedPointText } from "../../number/fixed-point.js";
import type { PlacedFigure, Problem } from "../identities/problem.js";
import { isPrintedNumber, largestCount, readPrintedNumber } from "../published/printed-number.js";
import type { Words } from "../words/words.js";
import type { Misprint, Repair } from "./conflict.js";
import type { FoundRepair } from "./find-repairs.js";
import type { CarriedFrom } from "./same-number.js";

const misprintWords: Readonly<Record<Misprint, string>> = {
  "lost-digit": "a digit may have been lost",
  "transposed-digits": "two digits may have changed places",
  "doubled-digit": "a digit may have been doubled",
  "wrong-digit": "one digit differs",
  "added-digit": "a digit may have been added",
  "decimal-separator": "zeros or a separator may have been lost or added",
  "carried-over": "the number may have been carried over",
  other: "no simple misprint",
};

/** How a point was misprinted, or the zeros or the separator of a number without one. */
function pointWords(printed: string, value: string): string {
  if (printed.includes(".")) return "the point may be in the wrong place";
  return value.includes(".") ? "a point may have been lost" : misprintWords["decimal-separator"];
}

/** The misprints of a single digit, or two, of which one alone is likelier than all other numbers. */
const ofDigits: ReadonlySet<Misprint> = new Set([
  "lost-digit",
  "transposed-digits",
  "doubled-digit",
  "wrong-digit",
  "added-digit",
]);

/**
 * The first candidate, as likely as it is: "; likeliest is 51: …" of the only misprint of a digit of its kind, else "; it may be 51: …";
 * "or" if it lies in the bounds only by other decimals, as 67% by 66.6% to 66.7%.
 */
function toldFirst(candidates: Repair["candidates"], wording: string, isWithin: boolean): string {
  const [first] = candidates;
  if (first === undefined) return "";
  const { value, misprint, detail } = first;
  const isOnly = candidates.filter((one) => one.misprint === misprint).length === 1;
  return `; ${isWithin ? "" : "or "}${ofDigits.has(misprint) && isOnly ? "likeliest is" : "it may be"} ${wording}${value}: ${detail}`;
}

/** A change of one figure, in words; `isOnly` says that no other figures disagree. */
export function describeRepair(
  problem: Problem,
  repair: FoundRepair,
  isOnly: boolean,
  words: Words,
): Repair[] {
  const placed = problem.figures[repair.figure];
  if (placed === undefined) return [];
  const figure = words.figure(placed, problem.cells);
  const { minimum, maximum } = scaled(problem, repair);
  const { carriedFrom } = repair;
  const from =
    carriedFrom === null
      ? ""
      : ` from another ${carriedFrom.placed.report === placed.report ? "figure" : "report"}: ${figure.printed} is printed for ${toldSource(carriedFrom, placed, problem, words)} too`;
  const possible = minimum === null ? [] : repair.candidates;
  const candidates = possible.map(({ value, misprint }) => ({
    value,
    misprint,
    detail:
      misprint === "decimal-separator"
        ? pointWords(repair.printed, value)
        : misprintWords[misprint] + (misprint === "carried-over" ? from : ""),
  }));
  const [likeliest] = candidates;
  // Where nothing says what it should be, it is no candidate, and told all the same.
  const isTold = carriedFrom === null || likeliest?.misprint === "carried-over";
  const carried = isTold ? "" : `; ${misprintWords["carried-over"]}${from}`;
  const is = `${figure.printed} (${figure.what}; ${figure.citation})`;
  const checks = repair.vouchedBy === 1 ? "One check speaks" : `${repair.vouchedBy} independent checks speak`;
  const isStatement = placed.figure.kind === "statement";
  const against = repair.vouchedBy === 0 ? "" : ` ${checks} against ${isStatement ? "it" : figure.printed}.`;
  const { wording } = placed.figure;
  // Of a round number what may be printed is not what it may be of.
  const isRound = "value" in placed.figure && (wording === "about" || wording === "nearly");
  const isLikely = likeliest !== undefined && !repair.byWordAlone.includes(likeliest.value);
  const isWithin = isRound || isAmong(Number(likeliest?.value), minimum, maximum);
  const first = isLikely ? toldFirst(candidates, isRound ? `${wording} ` : "", isWithin) : "";
  const isForced = isLikely && Number(likeliest.value) === minimum;
  const how = likeliest?.misprint === "other" ? "" : isForced ? `: ${likeliest.detail}` : first;
  const inOthers = isOnly ? "" : " that are in no other such group";
  const explanation =
    minimum === null
      ? isStatement
        ? `Without the statement "${figure.printed}" (${figure.citation}) all the others${inOthers} agree.`
        : `Without ${is} all the others${inOthers} agree; no other number that the format takes would help.`
      : minimum === maximum
        ? `With ${minimum} instead of ${is} all${inOthers} would agree${how}.`
        : `With ${maximum === null ? `${minimum} or more` : `a number from ${minimum} to ${maximum}`} instead of ${is} all${inOthers} may agree${first}${carried}.`;
  return [
    { figure, minimum, maximum, candidates, vouchedBy: repair.vouchedBy, explanation: explanation + against },
  ];
}

function isAmong(value: number, minimum: number | null, maximum: number | null): boolean {
  return value >= (minimum ?? 0) && value <= (maximum ?? Infinity);
}

/** Where a number stands too: in another report with its citation. */
function toldSource(
  { placed, cell }: CarriedFrom,
  own: PlacedFigure,
  problem: Problem,
  words: Words,
): string {
  const { what } = words.cell(cell);
  return placed.report === own.report ? what : `${what} in ${words.figure(placed, problem.cells).citation}`;
}

/** The bounds as numbers, those of a percentage or rate from units of its last place, within what a report can print. */
function scaled(
  problem: Problem,
  { figure, minimum, maximum }: FoundRepair,
): { readonly minimum: number | null; readonly maximum: number | null } {
  const printed = problem.figures[figure]?.figure;
  const digits =
    printed?.kind === "percentage" || printed?.kind === "rate"
      ? readPrintedNumber(printed.text).digits
      : null;
  const inForm = (units: number | null): number | null => {
    if (units === null) return null;
    if (digits === null) return units <= largestCount ? units : null;
    const text = fixedPointText(units, digits);
    return isPrintedNumber(text) ? Number(text) : null;
  };
  const least = inForm(minimum);
  return { minimum: least, maximum: least === null ? null : inForm(maximum) };
}
