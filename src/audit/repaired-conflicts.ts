import { type ConflictSet, findConflicts, localConflicts, minimise } from "./find-conflicts.js";
import { type FoundRepair, findRepairs } from "./find-repairs.js";
import { type Problem, solve } from "./problem.js";

/** Figures that do not agree, with every change of one of them that resolves it. */
export interface RepairedConflict {
  readonly conflict: ConflictSet;
  readonly repairs: readonly FoundRepair[];
}

/** No more conflicts are told beside others, and none beside one of more figures: where so many are involved, more explain nothing. */
const most = { beside: 6, figures: 12 };

/**
 * The conflicts of a problem, each with its repairs, while the figures of the others are left out.
 *
 * Where no single change resolves a conflict, the figures in it do not agree with others either: these conflicts are told beside
 * it, each with its repairs, though they share figures. One misprint is thus told once, however many identities it breaks, and
 * two are not told as one.
 */
export function repairedConflicts(
  problem: Problem,
  leave: ReadonlySet<number> = new Set(),
): RepairedConflict[] {
  const found = findConflicts(problem, leave);
  const told = new Map(found.map((conflict) => [nameOf(conflict), conflict]));
  for (;;) {
    const conflicts = [...told.values()];
    const repaired = conflicts.map((conflict) => {
      const left = figuresOf(conflicts, leave, conflict);
      return { conflict, left, repairs: findRepairs(problem, conflict, left) };
    });
    for (const { conflict, left, repairs } of repaired) {
      const room = found.length + most.beside - told.size;
      if (repairs.length > 0 || room <= 0 || conflict.figures.length > most.figures) continue;
      for (const other of conflictsBeside(problem, conflict, left).slice(0, room))
        told.set(nameOf(other), other);
    }
    if (told.size === conflicts.length) return repaired;
  }
}

/** What does not agree with the figures of a conflict that no single change resolves: by one identity, or else in as few figures as may be. */
function conflictsBeside(
  problem: Problem,
  { figures }: ConflictSet,
  left: ReadonlySet<number>,
): ConflictSet[] {
  const isBeside = (other: ConflictSet): boolean =>
    other.figures.length > 0 && !figures.every((figure) => other.figures.includes(figure));
  const local = localConflicts(problem, left).filter(
    (other) => isBeside(other) && other.figures.some((figure) => figures.includes(figure)),
  );
  if (local.length > 0) return local;
  const without = figures.flatMap((figure) => {
    const outcome = solve(problem, { figures: new Set([...left, figure]) });
    return outcome.kind === "contradiction" ? [minimise(problem, outcome.constraints)] : [];
  });
  return without
    .filter(isBeside)
    .sort((a, b) => a.figures.length - b.figures.length)
    .slice(0, 1);
}

/** All figures that are left out while one conflict is looked at: those of the others that are not its own. */
function figuresOf(
  conflicts: readonly ConflictSet[],
  leave: ReadonlySet<number>,
  { figures: own }: ConflictSet,
): Set<number> {
  const all = [...leave, ...conflicts.flatMap(({ figures }) => figures)];
  return new Set(all.filter((figure) => !own.includes(figure)));
}

function nameOf({ figures }: ConflictSet): string {
  return figures.join();
}
