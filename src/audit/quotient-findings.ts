import { type Rounding, roundings } from "../number/rounding.js";
import { boundsUnderRules, ownRoundings, type RoundingTrial, tryRoundings } from "./audit-roundings.js";
import { referencesOf } from "./figure-names.js";
import { isConsistent } from "./find-conflicts.js";
import type { QuotientFinding, RoundingFinding, Verdict } from "./finding.js";
import { readPrintedNumber } from "./printed-number.js";
import { type Problem, solve, withReading } from "./problem.js";
import { sumOfShares } from "./sum-of-shares.js";
import type { Words } from "./words.js";

/** The percentages and rates of one report backwards, and which roundings can have printed them. */
export function quotientFindings(
  problem: Problem,
  left: ReadonlySet<number>,
  report: string,
  words: Words,
): { readonly quotients: QuotientFinding[]; readonly roundings: RoundingFinding[] } {
  const quotients: QuotientFinding[] = [];
  const rules: RoundingFinding[] = [];
  for (const kind of ["percentage", "rate"] as const) {
    const trial = tryRoundings(problem, kind, left);
    if (trial !== null) {
      rules.push(ruleFinding(problem, trial, report, words));
      const under = boundsUnderRules(problem, trial, left);
      for (const figure of trial.figures)
        quotients.push(quotientFinding(problem, trial, figure, left, under, words));
    }
    for (const [figure, placed] of problem.figures.entries()) {
      if (placed.figure.kind === kind && left.has(figure))
        quotients.push(conflicting(problem, kind, figure, left, words));
    }
  }
  return { quotients, roundings: rules };
}

function ruleFinding(problem: Problem, trial: RoundingTrial, report: string, words: Words): RoundingFinding {
  const { kind, surviving, nearest } = trial;
  const noun = kind === "percentage" ? "percentages" : "rates";
  const outliers = referencesOf(problem, trial.outliers, words);
  const named = outliers.map(({ printed, what }) => `${printed} (${what})`).join(", ");
  const explanation =
    surviving.length > 0
      ? `All ${noun} can be printed by one rule: ${surviving.join(", ")}.`
      : `No one rule prints all ${noun}. ${nearest.join(", ")} print all but ${named}.`;
  return {
    report,
    kind,
    surviving,
    refuted: trial.refuted.map(({ rounding, by }) => ({ rounding, by: referencesOf(problem, by, words) })),
    nearest,
    outliers,
    explanation,
  };
}

function quotientFinding(
  problem: Problem,
  trial: RoundingTrial,
  position: number,
  left: ReadonlySet<number>,
  under: ReturnType<typeof boundsUnderRules>,
  words: Words,
): QuotientFinding {
  const { figure, cells } = problem.figures[position] ?? missing();
  const reference = referencesOf(problem, [position], words)[0] ?? missing();
  const own = ownRoundings(problem, trial, position, left, false);
  const isAbout = figure.wording === "about";
  const ifAbout = isAbout ? ownRoundings(problem, trial, position, left, true) : null;
  const isOutlier = trial.outliers.includes(position);
  const whole = cells.whole ?? 0;
  const parts = isOutlier
    ? []
    : under.map(({ rounding, bounds }) => ({
        rounding,
        part: { minimum: bounds.minimum[cells.of.cell] ?? 0, maximum: finite(bounds.maximum[cells.of.cell]) },
        whole: { minimum: bounds.minimum[whole] ?? 0, maximum: finite(bounds.maximum[whole]) },
      }));
  const shares = isOutlier && trial.kind === "percentage" && "text" in figure ? sharesApart() : null;
  const verdict: Verdict = !isOutlier ? "holds" : "undetermined";
  return {
    figure: reference,
    kind: trial.kind,
    verdict,
    reachableUnder: own,
    parts,
    reachableIfAbout: ifAbout,
    sumOfShares: shares,
    explanation: explained(),
  };

  function sharesApart(): string | null {
    const members = problem.cells[cells.of.cell]?.box?.sets.perpetrator;
    const [rule] = under;
    if (rule === undefined || !("text" in figure) || members === null || members === undefined) return null;
    if (members.length < 2) return null;
    const denominator = {
      minimum: Math.max(...under.map(({ bounds }) => bounds.minimum[whole] ?? 0)),
      maximum: Math.min(...under.map(({ bounds }) => bounds.maximum[whole] ?? Infinity)),
    };
    return sumOfShares(readPrintedNumber(figure.text), denominator, trial.nearest);
  }

  function explained(): string {
    if (!isOutlier)
      return `${reference.printed} (${reference.what}) can be reached from the stated denominators.`;
    const rule = `${reference.printed} (${reference.what}) cannot be reached from the stated denominators by ${trial.nearest.join(", ")}, which can print all other ${trial.kind}s`;
    const alone =
      own.length > 0
        ? `; rounded by a rule of its own it can, ${own.join(" or ")}`
        : "; nor by a rule of its own";
    const widened =
      ifAbout === null || ifAbout.length === 0 ? "" : `; if "about" allows for one unit more or less it can`;
    const sum = shares === null ? "" : `; adding shares rounded apart would print it: ${shares}`;
    return `${rule}${alone}${widened}${sum}.`;
  }
}

/** A percentage or rate that does not agree with the counts, whatever the rounding. */
function conflicting(
  problem: Problem,
  kind: "percentage" | "rate",
  position: number,
  left: ReadonlySet<number>,
  words: Words,
): QuotientFinding {
  const figure = referencesOf(problem, [position], words)[0] ?? missing();
  const others = new Set([...left].filter((other) => other !== position));
  const reachable = roundings.filter((rounding: Rounding) => {
    const read = withReading(problem, (one) => (one === position ? { rounding, widened: false } : null));
    return isConsistent(read, { figures: others });
  });
  const bounds = solve(problem, { figures: left });
  const verdict: Verdict =
    solve(problem, { figures: others }).kind === "contradiction" ? "cannot-hold" : "undetermined";
  return {
    figure,
    kind,
    verdict,
    reachableUnder: bounds.kind === "bounds" ? reachable : [],
    parts: [],
    reachableIfAbout: null,
    sumOfShares: null,
    explanation:
      verdict === "cannot-hold"
        ? `${figure.printed} (${figure.what}) cannot be reached from the stated denominators, whatever the rounding.`
        : `${figure.printed} (${figure.what}) is one of figures that do not agree with each other.`,
  };
}

function finite(value: number | undefined): number | null {
  return value === undefined || value === Infinity ? null : value;
}

function missing(): never {
  throw new RangeError("A position is that of a figure.");
}
