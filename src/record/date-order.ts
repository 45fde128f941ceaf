import type { PartialDate } from "../calendar/partial-date.js";
import { firstDayOf, lastDayOf } from "./day-bounds.js";
import type { Incident } from "./incident.js";
import type { VictimValues } from "./victim.js";

/** Two dates that cannot follow each other as they are given. */
export interface DateDisorder {
  /** The column of the victim that holds one of them. */
  readonly column: "died" | "documented";
  /** What comes before what, as a clause. */
  readonly what: string;
}

/**
 * The first two dates of a victim that cannot follow each other, or `null`.
 *
 * Nobody dies before the incident or is documented as dead before dying. Partial dates are out of order only where every
 * day that the one may mean lies before every day that the other may mean. Dying long after the incident is in order.
 */
export function datesOutOfOrder(
  { died, documented }: Pick<VictimValues, "died" | "documented">,
  { date }: Pick<Incident, "date">,
): DateDisorder | null {
  if (surelyBefore(died, date)) {
    return { column: "died", what: `the victim died (${died}) before the incident (${date})` };
  }
  if (surelyBefore(documented, died)) {
    return {
      column: "documented",
      what: `the death was documented (${documented}) before it happened (${died})`,
    };
  }
  if (surelyBefore(documented, date)) {
    return {
      column: "documented",
      what: `the death was documented (${documented}) before the incident (${date})`,
    };
  }
  return null;
}

function surelyBefore(one: PartialDate | null, other: PartialDate | null): boolean {
  if (one === null || other === null || one === other) return false;
  return lastDayOf(one) < firstDayOf(other);
}
