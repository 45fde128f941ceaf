import { fixedPointText } from "../number/fixed-point.js";
import { explainIdentity, figureList, identityWords } from "./explain-identity.js";
import type { ConflictSet } from "./find-conflicts.js";
import type { FoundRepair } from "./find-repairs.js";
import type { Conflict, Convention, FigureReference, Misprint, Repair } from "./finding.js";
import { readPrintedNumber } from "./printed-number.js";
import type { Problem } from "./problem.js";
import type { Words } from "./words.js";

/** A conflict with its repairs, in words. */
export function describeConflict(
  problem: Problem,
  conflict: ConflictSet,
  repairs: readonly FoundRepair[],
  words: Words,
): Conflict {
  const figures = referencesOf(problem, conflict.figures, words);
  const identities = conflict.identities.flatMap((position) => {
    const identity = problem.identities[position];
    // That a number is not revised is a convention, which is named beside.
    if (identity === undefined || identity.kind === "printed-twice") return [];
    return [{ id: identity.id, kind: identity.kind, explanation: explainIdentity(problem, identity, words) }];
  });
  const id = figures.map(({ report, figure }) => `${report}/${figure}`).join(" ");
  const explanation =
    identities.length === 0
      ? `The same number is printed in more than one way: ${figureList(figures)}. They do not agree.`
      : `These figures do not agree: ${figureList(figures)}; for ${listWords(identities.map(({ kind }) => identityWords[kind]))}. ` +
        identities.map((identity) => identity.explanation).join("; ");
  return {
    id,
    figures,
    identities,
    conventions: conventionsOf(problem, conflict.identities),
    explanation: `${explanation.replace(/\.$/, "")}.`,
    repairs: repairs.flatMap((repair) => describeRepair(problem, repair, words)),
  };
}

/** The conventions on which identities rest. */
export function conventionsOf(problem: Problem, identities: readonly number[]): Convention[] {
  return [
    ...new Set(identities.flatMap((position) => problem.identities[position]?.conventions ?? [])),
  ].sort();
}

/** Figures as findings name them. */
export function referencesOf(problem: Problem, figures: readonly number[], words: Words): FigureReference[] {
  return figures.flatMap((position) => {
    const placed = problem.figures[position];
    return placed === undefined ? [] : [words.figure(placed, problem.cells)];
  });
}

function listWords(texts: readonly string[]): string {
  return [...new Set(texts)].join(", and ");
}

const misprintWords: Readonly<Record<Misprint, string>> = {
  "lost-digit": "a digit was lost",
  "transposed-digits": "two digits changed places",
  "doubled-digit": "a digit was doubled",
  "wrong-digit": "one digit differs",
  "added-digit": "a digit was added",
  "decimal-separator": "zeros or a separator were lost or added",
  "carried-over": "the number was carried over from another place",
  other: "no simple misprint",
};

function describeRepair(problem: Problem, repair: FoundRepair, words: Words): Repair[] {
  const placed = problem.figures[repair.figure];
  if (placed === undefined) return [];
  const figure = words.figure(placed, problem.cells);
  const { minimum, maximum } = scaled(problem, repair);
  const candidates = repair.candidates.map(({ value, misprint, carriedFrom }) => {
    const source = carriedFrom === null ? undefined : problem.figures[carriedFrom];
    const from =
      misprint === "carried-over" && source !== undefined
        ? `, as at ${words.figure(source, problem.cells).what}`
        : "";
    return { value, misprint, detail: `${misprintWords[misprint]}${from}` };
  });
  const value =
    minimum === null
      ? "it does not agree with the others in any number"
      : minimum === maximum
        ? `${minimum} would agree with all others`
        : maximum === null
          ? `${minimum} or more would agree with the others`
          : `between ${minimum} and ${maximum} it can agree with the others`;
  const [likeliest] = candidates;
  const how = likeliest === undefined ? "" : `; likeliest ${likeliest.value}: ${likeliest.detail}`;
  const vouch = repair.vouchedBy === 1 ? "in one way" : `in ${repair.vouchedBy} ways`;
  return [
    {
      figure,
      minimum,
      maximum,
      candidates,
      vouchedBy: repair.vouchedBy,
      explanation: `If ${figure.printed} (${figure.what}) is another number, ${value}${how}; the others refute it ${vouch}.`,
    },
  ];
}

/** The bounds of a percentage or rate as numbers, from units of its last place. */
function scaled(
  problem: Problem,
  { figure, minimum, maximum }: FoundRepair,
): { readonly minimum: number | null; readonly maximum: number | null } {
  const printed = problem.figures[figure]?.figure;
  if (printed?.kind !== "percentage" && printed?.kind !== "rate") return { minimum, maximum };
  const { digits } = readPrintedNumber(printed.text);
  const inPlace = (units: number | null): number | null =>
    units === null ? null : Number(fixedPointText(units, digits));
  return { minimum: inPlace(minimum), maximum: inPlace(maximum) };
}
