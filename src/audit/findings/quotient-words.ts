import { type Rounding, roundings } from "../../number/rounding.js";
import type { Problem } from "../identities/problem.js";
import type { FigureReference } from "../published/reference.js";
import { listed, numbered } from "../words/amounts.js";
import { nameFigure } from "../words/figure-names.js";
import type { Words } from "../words/words.js";
import type { QuotientKind, RoundingTrial, RulesTried } from "./audit-roundings.js";
import type { QuotientFinding } from "./finding.js";

/** Which rules can have printed all percentages, or all rates. */
export function explainRule(problem: Problem, trial: RoundingTrial, words: Words): string {
  const { kind, figures, printed, widened } = trial;
  const isOne = figures.length === 1;
  const all = isOne ? `the only ${kind}` : `all ${kind}s`;
  const more = widened.surviving.filter((rounding) => !printed.surviving.includes(rounding));
  const ifAbout =
    more.length === 0
      ? ""
      : ` If ${aboutAllows}, ${isOne ? "it" : "all"} can be printed by ${rules(widened.surviving)}.`;
  if (printed.surviving.length > 0)
    return `${all.replace(/^./, (first) => first.toUpperCase())} can be printed by ${rules(printed.surviving)}.${ifAbout}`;
  const told = isOne
    ? `No rule prints ${all}: ${named(problem, figures, words)}.`
    : `No one rule prints ${all}. ${withoutWhich(problem, trial, words)}`;
  return `${told}${ifAbout}`;
}

/** Of each of the nearest rules the figures without which it prints all others. */
function withoutWhich(problem: Problem, { figures, printed }: RoundingTrial, words: Words): string {
  const without = new Map<string, { readonly by: readonly number[]; readonly rules: Rounding[] }>();
  for (const { rounding, by } of printed.refuted.filter((one) => printed.nearest.includes(one.rounding))) {
    const known = without.get(by.join());
    if (known === undefined) without.set(by.join(), { by, rules: [rounding] });
    else known.rules.push(rounding);
  }
  return [...without.values()]
    .map(({ by, rules: rounded }) => {
      const names = named(problem, by, words);
      return by.length === figures.length
        ? `Rounded ${byRules(rounded)}, none of them comes out as printed: ${names}.`
        : `Rounded ${byRules(rounded)}, all come out as printed except ${names}.`;
    })
    .join(" ");
}

function named(problem: Problem, positions: readonly number[], words: Words): string {
  return listed(positions.map((position) => nameFigure(problem, position, words, false)));
}

/** The counts that a percentage or rate can have been printed from. */
export function explainReached(
  { printed, what }: FigureReference,
  kind: QuotientKind,
  parts: QuotientFinding["parts"],
): string {
  return `${printed} (${what}) can be reached from the stated denominators: ${partsText(kind, parts)}.`;
}

/** In which ways a percentage or rate can have been printed that no one rule prints with the others. */
interface Ways {
  readonly parts: QuotientFinding["parts"];
  readonly ifAbout: readonly Rounding[] | null;
  readonly shares: string | null;
}

/** A percentage or rate that a rule cannot print which prints the most of them, and in which ways it can have been printed. */
export function explainOutlier(
  position: number,
  { printed, what }: FigureReference,
  trial: RoundingTrial,
  { nearest, refuted, isWidened }: RulesTried,
  { parts, ifAbout, shares }: Ways,
): string {
  const { kind, figures } = trial;
  const failing = refuted.filter(({ rounding, by }) => nearest.includes(rounding) && by.includes(position));
  const failed = rules(failing.map(({ rounding }) => rounding));
  const by = failed === anyRule ? failed : `rounding ${failed}`;
  // The nearest rules leave out as many each.
  const others = (failing[0]?.by.length ?? 1) - 1;
  // Of figures that conflict with each other one can be printed by the rule without the rest.
  const isJoint =
    others > 0 && parts.some((own) => failing.some(({ rounding }) => rounding === own.rounding));
  const beside =
    figures.length === 1
      ? ""
      : others > 0
        ? `; neither can ${others === 1 ? "one other" : `${others} others`}`
        : `, ${failing.length === 1 ? "which" : "each of which"} prints all other ${kind}s`;
  // What the others say is then no more than what "about" allows.
  const isAsPrinted =
    !isWidened ||
    failing.every(({ rounding, by: { length } }) =>
      trial.printed.refuted.some((one) => one.rounding === rounding && one.by.length === length),
    );
  const allowing = isAsPrinted ? "" : `, if ${aboutAllows}`;
  const unreached = isJoint
    ? `is one of ${others + 1} ${kind}s that cannot all be reached from the stated denominators by ${by}`
    : `cannot be reached from the stated denominators by ${by}${beside}`;
  const without = isJoint ? ` without the other${others === 1 ? "" : "s of these"}` : "";
  const own = partsText(kind, parts);
  const ways = [
    ...(parts.length === 0
      ? []
      : [isJoint ? `as ${own}` : `if this one was rounded by a rule of its own: ${own}`]),
    ...(ifAbout === null || ifAbout.length === 0 ? [] : [`if ${aboutAllows}`]),
    ...(shares === null ? [] : [`if shares rounded apart were added: ${shares}`]),
  ];
  const can = ways.length === 0 ? "Nor can it by a rule of its own" : `It can${without}, ${ways.join("; ")}`;
  return `${printed} (${what}) ${unreached}${allowing}. ${can}.`;
}

/** "42 of 45 (up)", the roundings that leave the same counts together. */
function partsText(kind: QuotientKind, parts: QuotientFinding["parts"]): string {
  const byText = new Map<string, Rounding[]>();
  for (const { rounding, part, whole } of parts) {
    const of = kind === "rate" ? `in ${numbered(intervalText(whole), "day")}` : `of ${intervalText(whole)}`;
    const text = `${intervalText(part)} ${of}`;
    byText.set(text, [...(byText.get(text) ?? []), rounding]);
  }
  return [...byText].map(([text, rounded]) => `${text} (rounded ${byRules(rounded)})`).join(", ");
}

function intervalText({ minimum, maximum }: QuotientFinding["parts"][number]["part"]): string {
  if (maximum === minimum) return String(minimum);
  return maximum === null ? `${minimum} or more` : `${minimum} to ${maximum}`;
}

const aboutAllows = '"about" allows for one unit more or less';
const anyRule = "any rule";

/** "half-up, half-even or half-down", "any rule". */
function rules(of: readonly Rounding[]): string {
  if (of.length === roundings.length) return anyRule;
  return of.length < 2 ? of.join() : `${of.slice(0, -1).join(", ")} or ${of.at(-1) ?? ""}`;
}

/** Behind "rounded": "half-up or up", "by any rule". */
function byRules(of: readonly Rounding[]): string {
  const named = rules(of);
  return named === anyRule ? `by ${named}` : named;
}
