import type { CalendarDate } from "../calendar/calendar-date.js";
import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import { agreeing } from "../number/agreeing.js";
import { addCounts } from "../number/count.js";
import type { DocumentedCount } from "./incident-counts.js";

/** So many persons killed in an incident, those of them who count toward the threshold, and those who may. */
export type Killed = Omit<DocumentedCount, "documented">;

/** Persons killed in an incident of whom it is not known whether they belong to its toll: what of them is not known. */
export interface PerhapsKilled extends Killed {
  /** As a clause: "whether the death was documented by 2021-07-31". */
  readonly doubt: string;
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

/**
 * Those of an incident who were surely documented by the end of a day, and those who may belong to its toll besides: who perhaps
 * were documented by then, and who are excluded in doubt and were not surely documented later. Without a day, all were.
 */
export function killedBy(
  day: CalendarDate | undefined,
  counts: readonly DocumentedCount[],
  inDoubt: readonly DocumentedCount[] = [],
): { readonly told: Killed; readonly perhaps: readonly PerhapsKilled[] } {
  const answerTo = ({ documented }: DocumentedCount) =>
    day === undefined ? "surely" : documentedBy(day, documented);
  const undated = sumOf(counts.filter((count) => answerTo(count) === "perhaps"));
  const excluded = sumOf(inDoubt.filter((count) => answerTo(count) !== "not"));
  const deaths = agreeing(undated.toll, "death was", "deaths were");
  return {
    told: sumOf(counts.filter((count) => answerTo(count) === "surely")),
    perhaps: [
      { ...undated, doubt: `whether the ${deaths} documented by ${day ?? "then"}` },
      { ...excluded, doubt: "whether they are of those who are counted" },
    ].filter(({ toll }) => toll > 0),
  };
}

/** All of these together. */
export function sumOf(counts: readonly Killed[]): Killed {
  const sum = { toll: 0, counting: 0, mayCount: 0 };
  for (const { toll, counting, mayCount } of counts) {
    sum.toll = addCounts(sum.toll, toll, "the toll of a massacre");
    sum.counting = addCounts(sum.counting, counting, "the toll of a massacre");
    sum.mayCount = addCounts(sum.mayCount, mayCount, "the toll of a massacre");
  }
  return sum;
}

/** How many count toward the threshold if all do who may. */
export function mostCounting({ counting, mayCount }: Pick<Killed, "counting" | "mayCount">): number {
  return counting + mayCount;
}
