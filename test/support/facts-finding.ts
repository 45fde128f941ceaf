import type { Repair } from "../../src/audit/conflicts/conflict.js";
import type { Verdict } from "../../src/audit/constraints/verdict.js";
import type { QuotientFinding } from "../../src/audit/findings/finding.js";
import type { FigureReference } from "../../src/audit/published/reference.js";

/** A figure of a finding, as a line of JSON names it. */
export interface FoundFigure {
  readonly file: string;
  readonly figure: string;
  readonly printed: string;
  readonly what: string;
}

/** A change of one figure that resolves a finding. */
export interface FoundRepair extends FoundFigure {
  /** The likeliest value; null if the figure could only be left out. */
  readonly value: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly misprint: string | null;
  readonly vouchedBy: number;
}

/** One line of the audit of a folder of fact files. */
export interface FactFinding {
  readonly file: string;
  readonly kind: string;
  /** The field that the reader speaks of; null where the audit does. */
  readonly field: string | null;
  readonly figures: readonly FoundFigure[];
  readonly verdict: Verdict;
  /** The likeliest change of a single figure; null if there is none, or nothing to repair. */
  readonly repair: FoundRepair | null;
  readonly otherRepairs: readonly FoundRepair[];
  readonly explanation: string;
}

/** How findings name a report and its figures: by the file. */
export interface Shower {
  readonly file: (report: string) => string;
  readonly figure: (reference: FigureReference) => FoundFigure;
}

/** What is to be known of figures, and contradicts nothing. */
export function remark(kind: string, figures: readonly FoundFigure[], explanation: string): FactFinding {
  const file = figures[0]?.file ?? "";
  return {
    file,
    kind,
    field: null,
    figures,
    verdict: "undetermined",
    repair: null,
    otherRepairs: [],
    explanation,
  };
}

export function foundRepair(
  { figure, minimum, maximum, candidates, vouchedBy }: Repair,
  shown: (reference: FigureReference) => FoundFigure,
): FoundRepair {
  const [likeliest] = candidates;
  const value = likeliest?.value ?? (minimum !== null && minimum === maximum ? String(minimum) : null);
  return {
    ...shown(figure),
    value,
    minimum,
    maximum,
    misprint: likeliest?.misprint ?? null,
    vouchedBy,
  };
}

/** Remarks on percentages and rates that are printed by a ceiling or floor only, and by none that rounds to the nearest. */
export function quotientFindings(
  quotients: readonly QuotientFinding[],
  shown: (reference: FigureReference) => FoundFigure,
): readonly FactFinding[] {
  return quotients.flatMap(({ verdict, kind, figure, reachableUnder }): readonly FactFinding[] => {
    const nearest = reachableUnder.some((rounding) => rounding.startsWith("half"));
    if (verdict !== "holds" || reachableUnder.length === 0 || nearest) return [];
    const { printed, what } = shown(figure);
    const explanation = `${printed} (${what}) is printed by rounding ${reachableUnder.join(" or ")}, and not by rounding to the nearest.`;
    const name = `${kind}-only-by-rounding-${reachableUnder.join("-or-")}`;
    return [{ ...remark(name, [shown(figure)], explanation), verdict: "holds" }];
  });
}
