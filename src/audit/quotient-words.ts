import { type Rounding, roundings } from "../number/rounding.js";
import { listed } from "./amounts.js";
import type { QuotientKind, RoundingTrial } from "./audit-roundings.js";
import { referencesOf } from "./figure-names.js";
import type { FigureReference, QuotientFinding } from "./finding.js";
import type { Problem } from "./problem.js";
import type { Words } from "./words.js";

/** Which rules can have printed all percentages, or all rates. */
export function explainRule(
  problem: Problem,
  { kind, figures, surviving, nearest, refuted }: RoundingTrial,
  words: Words,
): string {
  const isOne = figures.length === 1;
  if (surviving.length > 0)
    return `${isOne ? `The only ${kind}` : `All ${kind}s`} can be printed if rounded ${rules(surviving)}.`;
  const named = (positions: readonly number[]): string =>
    listed(referencesOf(problem, positions, words).map(({ printed, what }) => `${printed} (${what})`));
  const without = new Map<string, { readonly by: readonly number[]; readonly rules: Rounding[] }>();
  for (const { rounding, by } of refuted.filter((one) => nearest.includes(one.rounding))) {
    const known = without.get(by.join());
    if (known === undefined) without.set(by.join(), { by, rules: [rounding] });
    else known.rules.push(rounding);
  }
  const told = [...without.values()].map((one) =>
    one.by.length === figures.length
      ? `${one.rules.length === roundings.length ? "However they are rounded" : `Rounded ${rules(one.rules)}`}, none can be printed: ${named(one.by)}.`
      : `Rounded ${rules(one.rules)}, all can be printed but ${named(one.by)}.`,
  );
  return isOne
    ? `However it is rounded, the only ${kind} cannot be printed: ${named(figures)}.`
    : `No one way of rounding prints all ${kind}s. ${told.join(" ")}`;
}

/** The counts that a percentage or rate can have been printed from. */
export function explainReached(
  { printed, what }: FigureReference,
  kind: QuotientKind,
  parts: QuotientFinding["parts"],
): string {
  return `${printed} (${what}) can be reached from the stated denominators: ${partsText(kind, parts)}.`;
}

/** A percentage or rate that a rule cannot print which prints the most of them, and in which ways it can have been printed. */
export function explainOutlier(
  position: number,
  { printed, what }: FigureReference,
  { kind, figures, nearest, refuted }: RoundingTrial,
  parts: QuotientFinding["parts"],
  ifAbout: readonly Rounding[] | null,
  shares: string | null,
): string {
  const ways = [
    ...(parts.length === 0 ? [] : [`if this one alone was rounded otherwise: ${partsText(kind, parts)}`]),
    ...(ifAbout === null || ifAbout.length === 0 ? [] : [`if "about" allows for one unit more or less`]),
    ...(shares === null ? [] : [`if shares rounded apart were added: ${shares}`]),
  ];
  const failing = refuted.filter(({ rounding, by }) => nearest.includes(rounding) && by.includes(position));
  const others =
    figures.length === 1
      ? ""
      : failing.every(({ by }) => by.length === 1)
        ? `, as all other ${kind}s can be`
        : `, as most ${kind}s can be`;
  const by = failing.map(({ rounding }) => rounding);
  const rounded =
    by.length === roundings.length ? ", however it is rounded" : ` if it is rounded ${rules(by)}`;
  const rule = `${printed} (${what}) cannot be reached from the stated denominators${rounded}${others}`;
  return ways.length === 0 ? `${rule}, nor in any other way.` : `${rule}. It can, ${ways.join("; ")}.`;
}

/** "42 of 45 (up)", the roundings that leave the same counts together. */
function partsText(kind: QuotientKind, parts: QuotientFinding["parts"]): string {
  const byText = new Map<string, Rounding[]>();
  for (const { rounding, part, whole } of parts) {
    const of = kind === "rate" ? `in ${intervalText(whole)} days` : `of ${intervalText(whole)}`;
    const text = `${intervalText(part)} ${of}`;
    byText.set(text, [...(byText.get(text) ?? []), rounding]);
  }
  return [...byText].map(([text, rounded]) => `${text} (rounded ${rules(rounded)})`).join(", ");
}

function intervalText({ minimum, maximum }: QuotientFinding["parts"][number]["part"]): string {
  if (maximum === minimum) return String(minimum);
  return maximum === null ? `${minimum} or more` : `${minimum} to ${maximum}`;
}

const halves: readonly Rounding[] = ["half-up", "half-even", "half-down"];

/** How a number is rounded: "to the nearest", "half-up or half-even", "in any way". */
function rules(of: readonly Rounding[]): string {
  if (of.length === roundings.length) return "in any way";
  const isNearest = halves.every((half) => of.includes(half));
  const named = isNearest ? ["to the nearest", ...of.filter((one) => !halves.includes(one))] : of;
  return named.length < 2 ? named.join() : `${named.slice(0, -1).join(", ")} or ${named.at(-1) ?? ""}`;
}
