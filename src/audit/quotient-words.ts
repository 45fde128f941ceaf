import type { Rounding } from "../number/rounding.js";
import { listed } from "./amounts.js";
import type { QuotientKind, RoundingTrial } from "./audit-roundings.js";
import type { FigureReference, QuotientFinding } from "./finding.js";

/** Which rules can have printed all percentages, or all rates. */
export function explainRule(
  { kind, surviving, nearest }: RoundingTrial,
  outliers: readonly FigureReference[],
): string {
  if (surviving.length > 0) return `All ${kind}s can be printed by one rule: ${surviving.join(" or ")}.`;
  const named = listed(outliers.map(({ printed, what }) => `${printed} (${what})`));
  return `No one rule prints all ${kind}s. All but ${named} can be printed by ${nearest.join(" or ")}.`;
}

/** The counts that a percentage or rate can have been printed from. */
export function explainReached(
  { printed, what }: FigureReference,
  kind: QuotientKind,
  parts: QuotientFinding["parts"],
): string {
  return `${printed} (${what}) can be reached from the stated denominators: ${partsText(kind, parts)}.`;
}

/** A percentage or rate that does not keep to the rule of the others, and in which ways it can have been printed. */
export function explainOutlier(
  { printed, what }: FigureReference,
  { kind, nearest }: RoundingTrial,
  parts: QuotientFinding["parts"],
  ifAbout: readonly Rounding[] | null,
  shares: string | null,
): string {
  const ways = [
    ...(parts.length === 0
      ? []
      : [`if this one was rounded by a rule of its own: ${partsText(kind, parts)}`]),
    ...(ifAbout === null || ifAbout.length === 0 ? [] : [`if "about" allows for one unit more or less`]),
    ...(shares === null ? [] : [`if shares rounded apart were added: ${shares}`]),
  ];
  const rule = `${printed} (${what}) cannot be reached from the stated denominators by ${listed(nearest)}, by which all other ${kind}s can be printed`;
  return ways.length === 0 ? `${rule}, nor by a rule of its own.` : `${rule}. It can, ${ways.join("; ")}.`;
}

/** "42 of 45 (up)", the roundings that leave the same counts together. */
function partsText(kind: QuotientKind, parts: QuotientFinding["parts"]): string {
  const byText = new Map<string, Rounding[]>();
  for (const { rounding, part, whole } of parts) {
    const of = kind === "rate" ? `in ${intervalText(whole)} days` : `of ${intervalText(whole)}`;
    const text = `${intervalText(part)} ${of}`;
    byText.set(text, [...(byText.get(text) ?? []), rounding]);
  }
  return [...byText].map(([text, rounded]) => `${text} (rounded ${listed(rounded)})`).join(", ");
}

function intervalText({ minimum, maximum }: QuotientFinding["parts"][number]["part"]): string {
  if (maximum === minimum) return String(minimum);
  return maximum === null ? `${minimum} or more` : `${minimum} to ${maximum}`;
}
