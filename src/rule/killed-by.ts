import type { CalendarDate } from "../calendar/calendar-date.js";
import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import { addCounts } from "../number/count.js";
import type { DocumentedCount } from "./incident-counts.js";

/** So many persons killed in an incident, those of them who count toward the threshold, and those who may. */
export type Killed = Omit<DocumentedCount, "documented">;

/** Those of whom it is not known whether their deaths were documented by the end of a day. */
export interface PerhapsKilled extends Killed {
  readonly by: CalendarDate;
}

/** Whether a death was documented by the end of a day, as far as it is known. */
export function documentedBy(
  day: CalendarDate,
  documented: PartialDate | null,
): "surely" | "perhaps" | "not" {
  if (documented === null) return "perhaps";
  const { start, end } = spanOf(documented);
  if (end <= day) return "surely";
  return start <= day ? "perhaps" : "not";
}

/** Those of an incident who were surely documented by the end of a day, and those who perhaps were; without a day, all were. */
export function killedBy(
  day: CalendarDate | undefined,
  counts: readonly DocumentedCount[],
): { readonly told: Killed; readonly perhaps: PerhapsKilled | null } {
  if (day === undefined) return { told: sumOf(counts), perhaps: null };
  const when = (answer: ReturnType<typeof documentedBy>) =>
    sumOf(counts.filter(({ documented }) => documentedBy(day, documented) === answer));
  const perhaps = when("perhaps");
  return { told: when("surely"), perhaps: perhaps.toll === 0 ? null : { ...perhaps, by: day } };
}

function sumOf(counts: readonly Killed[]): Killed {
  const sum = { toll: 0, counting: 0, mayCount: 0 };
  for (const { toll, counting, mayCount } of counts) {
    sum.toll = addCounts(sum.toll, toll, "the toll of a massacre");
    sum.counting = addCounts(sum.counting, counting, "the toll of a massacre");
    sum.mayCount = addCounts(sum.mayCount, mayCount, "the toll of a massacre");
  }
  return sum;
}

/** How many count toward the threshold if all do who may. */
export function mostCounting(killed: Killed | null): number {
  return killed === null ? 0 : killed.counting + killed.mayCount;
}
