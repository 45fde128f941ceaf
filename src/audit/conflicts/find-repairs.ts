import type { Bounds } from "../constraints/bounds.js";
import type { Interval } from "../constraints/quotient-bounds.js";
import { printedOtherwise } from "../identities/changed-problem.js";
import { type Problem, solve } from "../identities/problem.js";
import type { Figure } from "../published/figure.js";
import { isPrintedNumber, lastUnit } from "../published/printed-number.js";
import { allowedNumber } from "./allowed-number.js";
import type { Misprint } from "./conflict.js";
import { countVouchers } from "./count-vouchers.js";
import type { ConflictSet } from "./find-conflicts.js";
import { misprints, misprintsOf } from "./misprint.js";
import { type CarriedFrom, sameNumberElsewhere } from "./same-number.js";

/** A change of one figure that resolves a conflict, by position. */
export interface FoundRepair {
  readonly figure: number;
  /** Its number as it is printed, without a sign of percent; of a statement nothing. */
  readonly printed: string;
  /** What it may be: of a percentage or rate in units of its last place. Null: nothing that is a number. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly candidates: readonly { readonly value: string; readonly misprint: Misprint }[];
  /** Those of the candidates that its word alone allows, and that nobody would round so: they are not told as likely. */
  readonly byWordAlone: readonly string[];
  /** Whether the others leave it so much room that a digit put before it always helps. */
  readonly isOpen: boolean;
  /** Where the printed number stands too, if it was probably carried over. */
  readonly carriedFrom: CarriedFrom | null;
  readonly vouchedBy: number;
}

/** How many misprints of one figure are tried, the likeliest first. */
const mostTrials = 120;

/**
 * Every single figure of a conflict without which all the others are consistent, with what it may be then: the best
 * vouched for first, then the likeliest misprint.
 *
 * `left` names figures of other conflicts, which are left out throughout.
 */
export function findRepairs(
  problem: Problem,
  conflict: ConflictSet,
  left: ReadonlySet<number>,
): FoundRepair[] {
  const found = conflict.figures.flatMap((figure): FoundRepair[] => {
    const without = new Set([...left, figure]);
    const bounds = solve(problem, { figures: without }, figure);
    const placed = problem.figures[figure];
    if (bounds.kind === "contradiction" || placed === undefined) return [];
    const allowed = allowedNumber(problem, figure, bounds);
    const carriedFrom = sameNumberElsewhere(problem, figure);
    const { candidates, byWordAlone } = likelyValues(problem, figure, bounds, allowed, carriedFrom);
    const vouchedBy = countVouchers(problem, figure, left);
    const printed = printedNumber(placed.figure);
    return [
      {
        figure,
        printed,
        minimum: allowed?.minimum ?? null,
        maximum: allowed === null || allowed.maximum === Infinity ? null : allowed.maximum,
        candidates,
        byWordAlone,
        isOpen: allowed === null || leavesOpen(allowed, candidates, printed),
        carriedFrom: candidates.some(({ misprint }) => misprint === "carried-over") ? carriedFrom : null,
        vouchedBy,
      },
    ];
  });
  return sortRepairs(found);
}

/**
 * The best vouched for first; then those that the others bound; then the likeliest misprint. Of a single digit each misprint is as
 * likely as any other number: it may have lost or changed to almost every number of two digits.
 */
export function sortRepairs(repairs: readonly FoundRepair[]): FoundRepair[] {
  const rank = ({ candidates: [first], printed }: FoundRepair): number => {
    if (first === undefined) return misprints.length;
    return misprints.indexOf(printed.length === 1 ? "other" : first.misprint);
  };
  return [...repairs].sort(
    (a, b) =>
      b.vouchedBy - a.vouchedBy ||
      Number(a.isOpen) - Number(b.isOpen) ||
      rank(a) - rank(b) ||
      a.figure - b.figure,
  );
}

/** Whether a digit put before a number always helps within these bounds: 11,271 for 1,271 of "1,777 or more". */
export function leavesOpen(
  { minimum, maximum }: Interval,
  [first]: FoundRepair["candidates"],
  printed: string,
): boolean {
  if (maximum === Infinity || minimum === maximum) return minimum !== maximum;
  return first?.misprint === "lost-digit" && first.value.slice(1) === printed;
}

/** The likely misprints among what a figure may be, each tried with the bounds that all other figures leave. */
function likelyValues(
  problem: Problem,
  position: number,
  bounds: Bounds,
  allowed: Interval | null,
  carriedFrom: CarriedFrom | null,
): Pick<FoundRepair, "candidates" | "byWordAlone"> {
  const placed = problem.figures[position];
  if (placed === undefined || placed.figure.kind === "statement" || allowed === null)
    return { candidates: [], byWordAlone: [] };
  const { figure } = placed;
  const printed = printedNumber(figure);
  const { wording } = figure;
  const isWorded = wording === "about" || wording === "nearly";
  const exact = isWorded ? allowedNumber(problem, position, bounds, "exactly") : allowed;
  const isRound = isWorded && "value" in figure;
  const within = isRound ? { minimum: 0, maximum: Infinity } : allowed;
  const fits = (value: string): boolean =>
    bounds.instead(printedOtherwise(problem, position, changedTo(figure, value))).kind === "bounds";
  // By its words a number may be true of others than are rounded to it: such a one is offered last.
  const isRounded = (value: string): boolean =>
    !isWorded ||
    exact === null ||
    (isRound ? isRoundedFrom(exact, value, printed, wording) : liesIn(value, printed, exact));
  const likely = misprintsOf(printed, "text" in figure ? isPrintedNumber : undefined)
    .filter(({ value }) => liesIn(value, printed, within))
    .slice(0, mostTrials)
    .filter(({ value }) => fits(value))
    .sort((a, b) => Number(isRounded(b.value)) - Number(isRounded(a.value)));
  const forced = allowed.minimum === allowed.maximum ? String(allowed.minimum) : null;
  const isForcedCount = forced !== null && "value" in figure;
  const other =
    isForcedCount && !likely.some(({ value }) => value === forced)
      ? [{ value: forced, misprint: carriedFrom === null ? ("other" as const) : ("carried-over" as const) }]
      : [];
  const byWordAlone = likely.flatMap(({ value }) => (isRounded(value) ? [] : [value]));
  return { candidates: [...likely, ...other], byWordAlone };
}

/**
 * Whether a round number is printed of one of some numbers, with as many digits that count as the printed one has: "about 1,800"
 * of 1,795; "about 100" of 81 no more than "nearly 80", where "about 150" is printed.
 */
function isRoundedFrom(
  { minimum, maximum }: Interval,
  value: string,
  printed: string,
  wording: "about" | "nearly",
): boolean {
  const digits = printed.replace(/0+$/, "").length;
  const unit = Math.min(lastUnit(Number(value)), 10 ** Math.max(0, value.length - digits));
  const [below, above] = wording === "about" ? [unit / 2, unit / 2] : [0, unit];
  return Number(value) >= minimum - below && Number(value) <= maximum + above;
}

/** Whether a number lies in a range in units of the last place of the printed one; of one with other decimals nothing is said. */
function liesIn(value: string, printed: string, { minimum, maximum }: Interval): boolean {
  const isSameScale = value.split(".")[1]?.length === printed.split(".")[1]?.length;
  const units = Number(value.replace(".", ""));
  return !isSameScale || (units >= minimum && units <= maximum);
}

/** The number of a figure as it is printed, without a sign of percent; of a statement nothing. */
function printedNumber(figure: Figure): string {
  if (figure.kind === "statement") return "";
  return "text" in figure ? figure.text.replace(/\s?%$/, "") : String(figure.value);
}

/** A figure with another number in its place. */
function changedTo(
  figure: Exclude<Figure, { kind: "statement" }>,
  value: string,
): Exclude<Figure, { kind: "statement" }> {
  return "text" in figure ? { ...figure, text: value } : { ...figure, value: Number(value) };
}
