import type { Conflict } from "./conflict.js";
import { explainConflict } from "./conflict-words.js";
import type { Convention } from "./convention.js";
import { explainIdentity } from "./explain-identity.js";
import { referencesOf } from "./figure-names.js";
import { type ConflictSet, isConsistent } from "./find-conflicts.js";
import type { FoundRepair } from "./find-repairs.js";
import type { Problem } from "./problem.js";
import { describeRepair } from "./repair-words.js";
import type { Words } from "./words.js";

/**
 * A conflict with its repairs, in words; `left` names the figures that nothing is concluded from, and `isOnly` says that no other
 * figures disagree.
 */
export function describeConflict(
  problem: Problem,
  conflict: ConflictSet,
  repairs: readonly FoundRepair[],
  left: ReadonlySet<number>,
  isOnly: boolean,
  words: Words,
): Conflict {
  const figures = referencesOf(problem, conflict.figures, words);
  const identities = conflict.identities.flatMap((position) => {
    const identity = problem.identities[position];
    // That a number is not revised is a convention, which is named beside.
    if (identity === undefined || identity.kind === "printed-twice") return [];
    return [{ id: identity.id, kind: identity.kind, explanation: explainIdentity(problem, identity, words) }];
  });
  return {
    id: figures.map(({ report, figure }) => `${report}/${figure}`).join(" "),
    figures,
    identities,
    conventions: conflictConventions(problem, conflict),
    explanation: explainConflict(problem, conflict, left, words),
    repairs: repairs.flatMap((repair) => describeRepair(problem, repair, isOnly, words)),
  };
}

/** The conventions without which the figures of a conflict could be true together, as far as the method can tell. */
function conflictConventions(problem: Problem, { figures, identities }: ConflictSet): Convention[] {
  const widened = figures.some((figure) => {
    const wording = problem.figures[figure]?.figure.wording;
    return wording === "about" || wording === "nearly";
  });
  const named = conventionsOf(problem, identities);
  const others = new Set(problem.figures.keys());
  for (const figure of figures) others.delete(figure);
  const needless = new Set<Convention>();
  for (const convention of named) {
    const tried = new Set([...needless, convention]);
    const without = problem.identities.flatMap(({ conventions }, position) =>
      conventions.some((one) => tried.has(one)) ? [position] : [],
    );
    if (!isConsistent(problem, { figures: others, identities: new Set(without) })) needless.add(convention);
  }
  const needed = named.filter((convention) => !needless.has(convention));
  return [...new Set([...needed, ...(widened ? (["about-one-unit"] as const) : [])])].sort();
}

/** The conventions on which identities rest. */
export function conventionsOf(problem: Problem, identities: readonly number[]): Convention[] {
  return [
    ...new Set(identities.flatMap((position) => problem.identities[position]?.conventions ?? [])),
  ].sort();
}
