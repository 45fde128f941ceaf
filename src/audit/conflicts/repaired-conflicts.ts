import type { Interval } from "../constraints/quotient-bounds.js";
import { type Problem, solve, tiedTo } from "../identities/problem.js";
import { allowedNumber } from "./allowed-number.js";
import { type ConflictSet, findConflicts, identitiesAt, localConflicts, minimise } from "./find-conflicts.js";
import { type FoundRepair, findRepairs, leavesOpen, sortRepairs } from "./find-repairs.js";

/** Figures that do not agree, with every change of one of them that resolves it. */
export interface RepairedConflict {
  readonly conflict: ConflictSet;
  readonly repairs: readonly FoundRepair[];
}

/**
 * No more conflicts are told beside others, and none beside one of more figures: where so many are involved, more explain nothing.
 * So many choices of one change of each are tried.
 */
const most = { beside: 6, figures: 12, choices: 12 };

/**
 * The conflicts of a problem, each with its repairs, while the figures of the others are left out.
 *
 * Where no single change resolves a conflict, the figures in it do not agree with others either: these conflicts are told beside
 * it, each with its repairs, though they share figures. One misprint is thus told once, however many identities it breaks, and
 * two are not told as one. Of the numbers that a figure may be, those stand first that agree with the figures of the other conflicts
 * too, once the likeliest of each is left out.
 */
export function repairedConflicts(
  problem: Problem,
  leave: ReadonlySet<number> = new Set(),
): RepairedConflict[] {
  const found = findConflicts(problem, leave);
  const told = new Map(found.map((conflict) => [nameOf(conflict), conflict]));
  const repairsOf = repairsFinder(problem);
  for (;;) {
    const conflicts = [...told.values()];
    const repaired = conflicts.map((conflict) => {
      const left = without([...leave, ...conflicts.flatMap(({ figures }) => figures)], conflict);
      return { conflict, left, repairs: repairsOf(conflict, left) };
    });
    for (const { conflict, left, repairs } of repaired) {
      const room = found.length + most.beside - told.size;
      if (repairs.length > 0 || room <= 0 || conflict.figures.length > most.figures) continue;
      for (const other of conflictsBeside(problem, conflict, left).slice(0, room))
        told.set(nameOf(other), other);
    }
    // Only conflicts that are told beside others share figures with them.
    const isBeside = conflicts.length > found.length && conflicts.length < found.length + most.beside;
    if (told.size === conflicts.length && isBeside)
      for (const other of hiddenBehind(problem, repaired, leave)) told.set(nameOf(other), other);
    if (told.size === conflicts.length) {
      if (repaired.length < 2) return repaired;
      return repaired.map(({ conflict, repairs }) => {
        const others = repaired.filter((other) => other.conflict !== conflict);
        const lefts = choicesOf(others).map((choice) => without([...leave, ...choice], conflict));
        return {
          conflict,
          repairs: sortRepairs(repairs.map((repair) => agreeingFirst(problem, repair, lefts))),
        };
      });
    }
  }
}

/** Finds repairs, remembered: most conflicts are not tied to those that are told beside others. */
function repairsFinder(
  problem: Problem,
): (conflict: ConflictSet, left: ReadonlySet<number>) => readonly FoundRepair[] {
  const known = new Map<string, readonly FoundRepair[]>();
  return (conflict, left) => {
    const around = tiedTo(problem, conflict.figures[0] ?? -1);
    const tied = [...left].filter((figure) => tiedTo(problem, figure) === around);
    const key = `${nameOf(conflict)} ${tied.join()}`;
    const repairs = known.get(key) ?? findRepairs(problem, conflict, left);
    known.set(key, repairs);
    return repairs;
  };
}

/**
 * What still does not agree, though a change resolves each conflict while all figures of the others are left out: it shares figures
 * with several of them. Nothing, if one change of each resolves all.
 */
function hiddenBehind(
  problem: Problem,
  repaired: readonly RepairedConflict[],
  leave: ReadonlySet<number>,
): ConflictSet[] {
  let hidden: ConflictSet | null = null;
  for (const choice of choicesOf(repaired)) {
    const outcome = solve(problem, { figures: new Set([...leave, ...choice]) });
    if (outcome.kind === "bounds") return [];
    hidden ??= minimise(problem, outcome.constraints);
  }
  return hidden === null || hidden.figures.length === 0 ? [] : [hidden];
}

/** What several conflicts are resolved without: the likeliest of each, and then another of one of them. */
function choicesOf(repaired: readonly RepairedConflict[]): (readonly number[])[] {
  const culprits = repaired.map(culpritsOf);
  const likeliest = culprits.map(([first]) => first);
  const others = culprits.flatMap(([, ...further], nth) =>
    further.map((other) => likeliest.map((one, at) => (at === nth ? other : one))),
  );
  return [likeliest, ...others].slice(0, most.choices).map((choice) => choice.flat());
}

/** What a conflict is resolved without, the likeliest first: one of its figures or, where no single change resolves it, all. */
function culpritsOf({
  conflict,
  repairs: [first, ...others],
}: RepairedConflict): [readonly number[], ...(readonly number[])[]] {
  return first === undefined ? [conflict.figures] : [[first.figure], ...others.map(({ figure }) => [figure])];
}

/**
 * A repair with those candidates first that lie within what the figures allow that are not left out by the first way to leave some
 * out; of one that the conflict leaves open, within what the first way allows that forces one of them.
 */
function agreeingFirst(
  problem: Problem,
  repair: FoundRepair,
  lefts: readonly ReadonlySet<number>[],
): FoundRepair {
  const placed = problem.figures[repair.figure];
  const { candidates: found, isOpen, printed } = repair;
  if (placed === undefined || !("value" in placed.figure) || (found.length < 2 && !isOpen)) return repair;
  const allowedBeside = (left: ReadonlySet<number>): Interval | null => {
    const bounds = solve(problem, { figures: new Set([...left, repair.figure]) }, repair.figure);
    return bounds.kind === "bounds" ? allowedNumber(problem, repair.figure, bounds) : null;
  };
  const isForced = (one: Interval | null): boolean =>
    one !== null && one.minimum === one.maximum && found.some(({ value }) => Number(value) === one.minimum);
  const [first, ...others] = lefts;
  if (first === undefined) return repair;
  const beside = allowedBeside(first);
  const forced = isOpen && !isForced(beside) ? others.map(allowedBeside).find(isForced) : undefined;
  const allowed = forced ?? beside;
  if (allowed === null) return repair;
  const agrees = (value: string): boolean =>
    allowed.minimum <= Number(value) && Number(value) <= allowed.maximum;
  const candidates = [...found].sort((a, b) => Number(agrees(b.value)) - Number(agrees(a.value)));
  return { ...repair, candidates, isOpen: isOpen && leavesOpen(allowed, candidates, printed) };
}

/** What does not agree with the figures of a conflict that no single change resolves: by one identity, or else in as few figures as may be. */
function conflictsBeside(
  problem: Problem,
  { figures }: ConflictSet,
  left: ReadonlySet<number>,
): ConflictSet[] {
  const isBeside = (other: ConflictSet): boolean =>
    other.figures.length > 0 && !figures.every((figure) => other.figures.includes(figure));
  const local = localConflicts(problem, left, identitiesAt(problem, figures)).filter(
    (other) => isBeside(other) && other.figures.some((figure) => figures.includes(figure)),
  );
  if (local.length > 0) return local;
  const further = figures.flatMap((figure) => {
    const outcome = solve(problem, { figures: new Set([...left, figure]) }, figure);
    return outcome.kind === "contradiction" ? [minimise(problem, outcome.constraints)] : [];
  });
  return further
    .filter(isBeside)
    .sort((a, b) => a.figures.length - b.figures.length)
    .slice(0, 1);
}

/** The figures that are left out while one conflict is looked at: none of its own. */
function without(figures: readonly number[], { figures: own }: ConflictSet): Set<number> {
  return new Set(figures.filter((figure) => !own.includes(figure)));
}

function nameOf({ figures }: ConflictSet): string {
  return figures.join();
}
