import type { Problem } from "../identities/problem.js";
import { explainIdentity } from "../words/explain-identity.js";
import { referencesOf } from "../words/figure-names.js";
import type { Words } from "../words/words.js";
import type { Conflict } from "./conflict.js";
import { explainConflict } from "./conflict-words.js";
import type { ConflictSet } from "./find-conflicts.js";
import type { FoundRepair } from "./find-repairs.js";
import { describeRepair } from "./repair-words.js";
import { conflictConventions } from "./rests-on.js";

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
