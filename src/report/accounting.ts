import { CasualtyError, checkedObject } from "../error.js";
import { agreeing } from "../number/agreeing.js";
import { checkedRecords } from "../record/of-incidents.js";
import type { ParsedRecords } from "../record/parse-records.js";
import type { Counted } from "../rule/population.js";
import { groupedBy } from "./grouped-by.js";
import { valuePerKey } from "./toll-cell.js";

/**
 * Where every victim's row went: `received = rejected + excluded + counted`, and
 * `counted = inMonth + earlierInYear + undated + outside`.
 */
export interface Accounting<Reason extends string = string> {
  readonly received: number;
  readonly rejected: number;
  /** Of the rejected: exact copies of rows that are kept. Nobody is left out by them. */
  readonly rejectedCopies: number;
  readonly excluded: number;
  /** The excluded by reason; they add to `excluded`. */
  readonly excludedBy: { readonly [R in Reason]: number };
  /** Of these: those of whom it is not known whether the exclusion holds, and who are excluded all the same. */
  readonly excludedInDoubtBy: { readonly [R in Reason]: number };
  /** Of the counted: those of whom it is not known whether the exclusion holds, and who are counted all the same. They overlap. */
  readonly countedInDoubtBy: { readonly [R in Reason]: number };
  readonly counted: number;
  readonly inMonth: number;
  /** From 1 January on and not in the month: in one before it, or with a partial date that spans months, also where the month is one of them. */
  readonly earlierInYear: number;
  /** Without a date, or with a partial one that lies in the year to date with some of its days only. */
  readonly undated: number;
  /** Before 1 January, or after the month. */
  readonly outside: number;
}

/**
 * Refuses records whose accounting is not that of their victims: somebody was left out or added after parsing, and the
 * report would say that they were received and counted.
 */
export function refuseUnaccounted(parsed: ParsedRecords): void {
  const takes = "all that parseRecords gives, with its accounting";
  const { victims, accounting } = checkedRecords(parsed, "monthlyReport", takes);
  checkedObject(accounting, "monthlyReport", takes);
  const { received, kept, rejected } = accounting.victims;
  if (kept === victims.length && received === kept + rejected) return;
  throw new CasualtyError(
    "records-unaccounted",
    `The accounting speaks of ${kept} ${agreeing(kept, "victim", "victims")} kept of ${received} ${agreeing(received, "row", "rows")}, and ${victims.length} ${agreeing(victims.length, "is", "are")} handed in: leave rows out before parseRecords, or by an exclusion of the population, which counts them with its reason.`,
    { received, kept, rejected, victims: victims.length },
  );
}

/** How many rows were rejected of which nobody knows whom they would count: copies of kept rows are none. */
export function rowsLost({ rejected, rejectedCopies }: Accounting): number {
  return rejected - rejectedCopies;
}

/** How many are excluded, of all the records, though it is not known whether they are to be. */
export function allExcludedInDoubt({ excludedInDoubtBy }: Accounting): number {
  return Object.values(excludedInDoubtBy).reduce((sum, count) => sum + count, 0);
}

/** The account of all victims' rows. */
export function accountFor<Reason extends string>(
  { accounting: { victims } }: Pick<ParsedRecords, "accounting">,
  reasons: readonly Reason[],
  { counted, excluded, countedInDoubt }: Counted<unknown, Reason>,
  dated: Readonly<Record<"inMonth" | "sinceJanuary" | "undated" | "outside", number>>,
): Accounting<Reason> {
  const perReason = (some: readonly { readonly reason: Reason }[]) => {
    const byReason = groupedBy(some, ({ reason }) => reason);
    return valuePerKey(reasons, (reason) => byReason.get(reason)?.length ?? 0);
  };
  return {
    received: victims.received,
    rejected: victims.rejected,
    rejectedCopies: victims.rejectedBy["id-duplicate"] ?? 0,
    excluded: excluded.length,
    excludedBy: perReason(excluded),
    excludedInDoubtBy: perReason(excluded.filter(({ inDoubt }) => inDoubt)),
    countedInDoubtBy: perReason(countedInDoubt),
    counted: counted.length,
    inMonth: dated.inMonth,
    earlierInYear: dated.sinceJanuary - dated.inMonth,
    undated: dated.undated,
    outside: dated.outside,
  };
}
