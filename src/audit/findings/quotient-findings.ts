import { type Rounding, roundings } from "../../number/rounding.js";
import { isConsistent } from "../conflicts/find-conflicts.js";
import type { Ranges } from "../constraints/bounds.js";
import { type CellNumber, equalTo } from "../constraints/constraint.js";
import { networkOf } from "../constraints/network.js";
import type { Interval } from "../constraints/quotient-bounds.js";
import type { Verdict } from "../constraints/verdict.js";
import { readOtherwise } from "../identities/changed-problem.js";
import { type Problem, solve } from "../identities/problem.js";
import { readPrintedNumber } from "../published/printed-number.js";
import { referencesOf } from "../words/figure-names.js";
import type { Words } from "../words/words.js";
import {
  boundsUnderRules,
  ownRoundings,
  type RoundingTrial,
  type RuleBounds,
  type RulesTried,
  saysAbout,
  tryRoundings,
} from "./audit-roundings.js";
import type { QuotientFinding, RoundingFinding } from "./finding.js";
import { explainOutlier, explainReached, explainRule } from "./quotient-words.js";
import { sumOfShares } from "./sum-of-shares.js";

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
      const judgedBy = (tried: RulesTried): Judge => ({
        tried,
        under: boundsUnderRules(problem, trial.figures, tried, left),
      });
      const widened = judgedBy(trial.widened);
      const printed = trial.printed === trial.widened ? widened : judgedBy(trial.printed);
      for (const figure of trial.figures)
        quotients.push(quotientFinding(problem, trial, figure, { printed, widened }, words));
    }
    for (const [figure, placed] of problem.figures.entries()) {
      if (placed.figure.kind === kind && left.has(figure))
        quotients.push(conflicting(problem, trial, kind, figure, left, words));
    }
  }
  return { quotients, roundings: rules };
}

/** The rules by which a figure is judged, with the bounds of all cells that each of the nearest leaves. */
interface Judge {
  readonly tried: RulesTried;
  readonly under: readonly RuleBounds[];
}

function ruleFinding(problem: Problem, trial: RoundingTrial, report: string, words: Words): RoundingFinding {
  const { kind, figures, printed, widened } = trial;
  return {
    report,
    kind,
    surviving: printed.surviving,
    survivingIfAbout: figures.some((figure) => saysAbout(problem, figure)) ? widened.surviving : null,
    refuted: printed.refuted.map(({ rounding, by }) => ({
      rounding,
      by: referencesOf(problem, by, words),
    })),
    nearest: printed.nearest,
    outliers: referencesOf(problem, printed.outliers, words),
    explanation: explainRule(problem, trial, words),
  };
}

function quotientFinding(
  problem: Problem,
  trial: RoundingTrial,
  position: number,
  { printed, widened }: { readonly printed: Judge; readonly widened: Judge },
  words: Words,
): QuotientFinding {
  const { cells } = problem.figures[position] ?? missing();
  const reference = referencesOf(problem, [position], words)[0] ?? missing();
  const isAbout = saysAbout(problem, position);
  const { tried, under } = isAbout ? printed : widened;
  const own = ownRoundings(problem, tried, under, position);
  const asAbout = isAbout ? ownRoundings(problem, widened.tried, widened.under, position) : null;
  const ifAbout = asAbout?.map(({ rounding }) => rounding) ?? null;
  const isOutlier = tried.outliers.includes(position);
  const parts = own.map(({ rounding, bounds }) => ({
    rounding,
    part: intervalAt(bounds, cells.of.cell),
    whole: intervalAt(bounds, cells.whole ?? 0),
  }));
  const shares = isOutlier ? sharesApart(problem, position, tried.nearest, under) : null;
  return {
    figure: reference,
    kind: trial.kind,
    verdict: isOutlier ? "undetermined" : "holds",
    reachableUnder: own.map(({ rounding }) => rounding),
    parts,
    reachableIfAbout: ifAbout,
    sumOfShares: shares,
    explanation: isOutlier
      ? explainOutlier(position, reference, trial, tried, { parts, ifAbout, shares })
      : explainReached(reference, trial.kind, parts),
  };
}

/** A way to read the figures, with those that are left out and the bounds that the others leave. */
type Known = Pick<RuleBounds, "problem" | "left" | "bounds">;

/** Shares of the parts of a cell, each rounded by itself, that add to the printed percentage and agree with all that is known. */
function sharesApart(
  problem: Problem,
  position: number,
  rules: readonly Rounding[],
  under: readonly Known[],
): string | null {
  const { figure, cells } = problem.figures[position] ?? missing();
  if (figure.kind !== "percentage" || under.length === 0) return null;
  const bounds = under.map((known) => known.bounds);
  const around = (cell: CellNumber): Interval => {
    const { minimum, maximum } = intervalAt(bounds, cell);
    return { minimum, maximum: maximum ?? Infinity };
  };
  const printed = readPrintedNumber(figure.text);
  for (const { relation, whole, parts } of problem.identities) {
    if (relation !== "equal" || whole !== cells.of.cell) continue;
    const denominator = cells.whole ?? whole;
    const canBe = (of: number, numbers: readonly number[]): boolean => {
      const taken = parts.map((part, nth) => [part, numbers[nth] ?? 0] as const);
      return under.some(({ problem: read, left }) =>
        isConsistent(withNumbers(read, [[denominator, of], ...taken]), { figures: left }),
      );
    };
    const shares = parts.map(around);
    const sum = sumOfShares(printed, around(denominator), around(whole), shares, rules, canBe);
    if (sum !== null) return sum;
  }
  return null;
}

/** The same problem with numbers that some cells are taken to be. */
function withNumbers(problem: Problem, numbers: readonly (readonly [CellNumber, number])[]): Problem {
  const premise = { figure: null, identity: null };
  const taken = numbers.flatMap(([cell, number]) => equalTo([[cell, 1]], number, premise));
  const { cells, constraints } = problem.network;
  return { ...problem, network: networkOf(cells, [...constraints, ...taken]) };
}

/** What a cell may be by any of several bounds. */
function intervalAt(bounds: readonly Ranges[], cell: number): QuotientFinding["parts"][number]["part"] {
  return {
    minimum: Math.min(...bounds.map(({ minimum }) => minimum[cell] ?? 0)),
    maximum: finite(Math.max(...bounds.map(({ maximum }) => maximum[cell] ?? Infinity))),
  };
}

/** A percentage or rate that does not agree with the counts, whatever the rounding. */
function conflicting(
  problem: Problem,
  trial: RoundingTrial | null,
  kind: "percentage" | "rate",
  position: number,
  left: ReadonlySet<number>,
  words: Words,
): QuotientFinding {
  const figure = referencesOf(problem, [position], words)[0] ?? missing();
  const others = new Set([...left].filter((other) => other !== position));
  const bounds = solve(problem, { figures: left });
  const reachable =
    bounds.kind === "contradiction"
      ? []
      : roundings.filter((rounding) => {
          const read = readOtherwise(problem, position, { rounding, widened: false });
          return bounds.instead(read).kind === "bounds";
        });
  const verdict: Verdict = isConsistent(problem, { figures: others }) ? "undetermined" : "cannot-hold";
  // By all other figures, or else by those that are in no conflict and the counts of its own cells, or else without these.
  const { of, whole } = problem.figures[position]?.cells ?? missing();
  const counts = [of.cell, whole ?? of.cell].flatMap((cell) => problem.counts.get(cell) ?? []);
  const counted = new Set([...left].filter((one) => !counts.includes(one)));
  const [known] = [new Set([position]), counted, left].flatMap((out) => {
    const found = solve(problem, { figures: out });
    return found.kind === "bounds" ? [{ problem, left: out, bounds: found }] : [];
  });
  const shares =
    known === undefined ? null : sharesApart(problem, position, trial?.printed.nearest ?? roundings, [known]);
  const told =
    verdict === "cannot-hold"
      ? "cannot be reached from the stated denominators, whatever the rounding"
      : "is one of figures that do not agree with each other";
  const apart = shares === null ? "" : ` It can, if shares rounded apart were added: ${shares}.`;
  return {
    figure,
    kind,
    verdict,
    reachableUnder: reachable,
    parts: [],
    reachableIfAbout: null,
    sumOfShares: shares,
    explanation: `${figure.printed} (${figure.what}) ${told}.${apart}`,
  };
}

function finite(value: number | undefined): number | null {
  return value === undefined || value === Infinity ? null : value;
}

function missing(): never {
  throw new RangeError("A position is that of a figure.");
}
