import type { FigureReference } from "../../src/audit/published/reference.js";
import type { Facts } from "./facts.js";
import {
  type FactFinding,
  type FoundFigure,
  type FoundRepair,
  foundRepair,
  quotientFindings,
  remark,
} from "./facts-finding.js";
import { typedAudit } from "./facts-typed.js";

/** Typed numbers that contradict each other, or are printed by no usual rounding: audited by themselves, since no cell is known to be their own. */
export function typedFindings({ typed, codebook }: Facts): readonly FactFinding[] {
  return typed.flatMap((one): readonly FactFinding[] => {
    const { file, id, label, printed, kind, disagreement, others = [] } = one;
    const { conflicts, quotients } = typedAudit(one, codebook);
    const figure: FoundFigure = { file, figure: id, printed, what: label };
    const shown = ({ figure: own, printed: number }: FigureReference): FoundFigure =>
      own === id ? figure : { file, figure: own, printed: number, what: label };
    const [conflict] = conflicts;
    if (conflict === undefined) return quotientFindings(quotients, shown);
    const isPrinted = (own: string): boolean => own === id || others.includes(own);
    const figures = [figure, ...conflict.figures.filter((own) => others.includes(own.figure)).map(shown)];
    const [repair = null, ...otherRepairs] = conflict.repairs
      .filter((own) => isPrinted(own.figure.figure))
      .map((own) => foundRepair(own, shown));
    const explanation = `By the numbers typed beside it, "${label}" is ${disagreement}.`;
    return [{ ...remark(kind, figures, explanation), verdict: "cannot-hold", repair, otherRepairs }];
  });
}

/** A contradiction with what the typed numbers say of one of its figures: that this one is wrong, and so is told first. */
export function withTyped(conflict: FactFinding, typed: readonly FactFinding[]): FactFinding {
  const { figures, repair, otherRepairs, explanation } = conflict;
  const isOf =
    ({ figures: [own] }: FactFinding) =>
    (one: FoundFigure): boolean =>
      one.file === own?.file && one.figure === own.figure;
  const found = typed.filter((one) => one.verdict === "cannot-hold" && figures.some(isOf(one)));
  if (found.length === 0) return conflict;
  const repairs = [...(repair === null ? [] : [repair]), ...otherRepairs];
  const isFirst = (one: FoundRepair): boolean => found.some((own) => isOf(own)(one));
  const [first = null, ...others] = [...repairs.filter(isFirst), ...repairs.filter((one) => !isFirst(one))];
  return {
    ...conflict,
    file: first?.file ?? conflict.file,
    repair: first,
    otherRepairs: others,
    explanation: [explanation, ...found.map((one) => one.explanation)].join(" "),
  };
}
