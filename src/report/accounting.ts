import type { ParsedRecords } from "../record/parse-records.js";
import type { Counted } from "../rule/population.js";
import type { Cell } from "../tally/read.js";

/**
 * Where every victim's row went: `received = rejected + excluded + counted`, and
 * `counted = inMonth + earlierInYear + undated + outside`.
 */
export interface Accounting<Reason extends string = string> {
  readonly received: number;
  readonly rejected: number;
  readonly excluded: number;
  /** The excluded by reason; they add to `excluded`. */
  readonly excludedBy: { readonly [R in Reason]: number };
  readonly counted: number;
  readonly inMonth: number;
  readonly earlierInYear: number;
  /** Without a date, or with a partial one that belongs to no single month. */
  readonly undated: number;
  /** In no month from January through that of the report. */
  readonly outside: number;
}

/** The account of all victims' rows. */
export function accountFor<Reason extends string>(
  { accounting }: Pick<ParsedRecords, "accounting">,
  reasons: readonly Reason[],
  { counted, excluded }: Counted<unknown, Reason>,
  months: {
    readonly reported: Cell;
    readonly sinceJanuary: Cell;
    readonly undated: Cell;
    readonly outside: Cell;
  },
): Accounting<Reason> {
  const { received, rejected } = accounting.victims;
  const excludedBy = reasons.map((reason) => [
    reason,
    excluded.filter((victim) => victim.reason === reason).length,
  ]);
  return {
    received,
    rejected,
    excluded: excluded.length,
    excludedBy: Object.fromEntries(excludedBy) as { readonly [R in Reason]: number },
    counted: counted.length,
    inMonth: months.reported.count,
    earlierInYear: months.sinceJanuary.count - months.reported.count,
    undated: months.undated.count,
    outside: months.outside.count,
  };
}
